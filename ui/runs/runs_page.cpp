#include "ui/runs/runs_page.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/parts/message_panel.h"
#include "ui/runs/runs_comparison.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr auto kLayoutName = "runs";
constexpr int kSlowMs = 1000;

enum Middle { kMessage, kRuns };

}  // namespace

RunsPage::RunsPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new RunTableModel(this)),
      filter_(new RunFilter(model_, this)),
      splitter_(new QSplitter(Qt::Vertical)),
      middle_(new QStackedWidget),
      message_(new MessagePanel),
      notice_(new NoticeBar),
      comparison_(new RunComparison(session)),
      search_(new QLineEdit) {
    setAcceptDrops(true);
    train_button_ = message_->addButton(tr("Go to training"));
    connect(train_button_, &QPushButton::clicked, this, &RunsPage::trainRequested);
    three_button_ = message_->addButton(tr("Compare the three nose-tip experiments"));
    connect(three_button_, &QPushButton::clicked, this, &RunsPage::threeExperimentsRequested);

    auto* runs = new QWidget;
    auto* column = new QVBoxLayout(runs);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    QWidget* table = makeTable();
    makeActions();
    column->addWidget(makeBar());
    splitter_->addWidget(table);
    splitter_->addWidget(comparison_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setSizes({260, 420});
    splitter_->restoreState(Settings().get(settings::kLayout / kLayoutName));
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { Settings().set(settings::kLayout / kLayoutName, splitter_->saveState()); });
    column->addWidget(splitter_, 1);
    column->addWidget(makeProgress());
    middle_->addWidget(message_);
    middle_->addWidget(runs);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(notice_);
    layout->addWidget(middle_, 1);
    connectShelf();
}

RunsPage::~RunsPage() {
    export_cancel_.cancel();
}

void RunsPage::connectShelf() {
    RunShelf* shelf = &session_->runs();
    connect(shelf, &RunShelf::changed, this, &RunsPage::showRuns);
    connect(shelf, &RunShelf::progressed, this, [this](int done, int total) {
        if (!listed_)
            message_->setMessage(QStringLiteral("runs"), tr("Reading the runs"),
                                 tr("%1 of %2").arg(countText(done), countText(total)));
    });
    connect(shelf, &RunShelf::failed, this, [this](const QString& what, const QString& advice) {
        message_->setError(tr("The runs cannot be listed"),
                           advice.isEmpty() ? what : what + QStringLiteral("\n\n") + advice);
        middle_->setCurrentIndex(kMessage);
    });
    connect(shelf, &RunShelf::marksFailed, this, &RunsPage::showMarksFailure);
    connect(shelf, &RunShelf::trashed, this, &RunsPage::showTrashed);
    connect(model_, &RunTableModel::marksChanged, shelf, &RunShelf::writeMarks);
    connect(model_, &RunTableModel::marksChanged, this, &RunsPage::fillTags);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(filter_, signal, this, &RunsPage::updateCount);
    connect(filter_, &QAbstractItemModel::modelReset, this, &RunsPage::updateCount);
    connect(filter_, &QAbstractItemModel::dataChanged, this, &RunsPage::updateChoice);
    connect(comparison_, &RunComparison::chosen, this, &RunsPage::choose);
    connect(comparison_, &RunComparison::failed, this,
            [this](const QString& what, const QString& advice) {
                notice_->setText(sentence(what) + QLatin1Char(' ') + sentence(advice), what);
            });
    connect(session_, &Session::runsFolderChanged, this, [this] {
        listed_ = false;
        model_->clear();
        if (isVisible())
            refresh();
    });
    slow_export_.setSingleShot(true);
    slow_export_.setInterval(kSlowMs);
    connect(&slow_export_, &QTimer::timeout, progress_, &QWidget::show);
    updateChoice();
}

void RunsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    session_->runs().watch();
    refresh();
}

void RunsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    session_->runs().unwatch();
}

void RunsPage::refresh() {
    const QString folder = session_->runsFolder();
    folder_->setToolTip(QDir::toNativeSeparators(folder));
    folder_->setText(
        folder_->fontMetrics().elidedText(QDir::toNativeSeparators(folder), Qt::ElideMiddle, 220));
    if (!listed_) {
        train_button_->hide();
        three_button_->hide();
        message_->setMessage(QStringLiteral("runs"), tr("Reading the runs"),
                             QDir::toNativeSeparators(folder));
        middle_->setCurrentIndex(kMessage);
    }
    session_->runs().refresh();
}

void RunsPage::choose(const QStringList& run_folders) {
    to_choose_ = run_folders;
    QItemSelection rows;
    for (const QString& folder : run_folders) {
        const int row = model_->rowOf(folder);
        const QModelIndex index =
            row < 0 ? QModelIndex() : filter_->mapFromSource(model_->index(row, 0));
        if (index.isValid())
            rows.select(index, index);
    }
    if (rows.isEmpty())
        return;
    to_choose_.clear();
    table_->selectionModel()->select(
        rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table_->scrollTo(rows.indexes().front().siblingAtColumn(static_cast<int>(RunColumn::Name)));
}

void RunsPage::showRuns() {
    const RunEntries& runs = session_->runs().runs();
    const bool first = !listed_;
    listed_ = session_->runs().wasRead();
    if (!listed_)
        return;
    model_->setRuns(runs.runs);
    problems_ = runs.problems;
    showProblems();
    fillTags();
    updateCount();
    if (runs.runs.empty()) {
        train_button_->show();
        three_button_->show();
        message_->setMessage(
            QStringLiteral("runs"), tr("No runs yet"),
            tr("Here all trainings of the folder stand side by side: which settings they had, how "
               "well they did, and on which faces one is better than another. Train a network, or "
               "the three nose-tip experiments to see how they differ: the baseline, one with "
               "wider convolutions, and one with a high learning rate."));
        middle_->setCurrentIndex(kMessage);
    } else {
        middle_->setCurrentIndex(kRuns);
    }
    if (!to_choose_.isEmpty())
        choose(QStringList(to_choose_));
    else if (first && filter_->rowCount() > 0)
        table_->selectRow(0);
}

void RunsPage::showProblems() {
    if (problems_.empty())
        return;
    QStringList lines;
    for (const Problem& problem : problems_)
        lines << QStringLiteral("%1: %2").arg(toQString(problem.file),
                                              QString::fromStdString(problem.message));
    const QString details = lines.join(QLatin1Char('\n'));
    // Not again with every refresh, once it has been dismissed.
    if (details == shown_problems_)
        return;
    shown_problems_ = details;
    notice_->setText(problems_.size() == 1
                         ? tr("One run cannot be read wholly: %1").arg(lines.front())
                         : tr("%1 runs cannot be read wholly.").arg(problems_.size()),
                     details);
}

void RunsPage::showMarksFailure(const QString& folder, const RunMarks& on_disk, const QString& what,
                                const QString& advice) {
    // What is shown is what is kept.
    model_->undoStack()->clear();
    model_->showMarks(folder, on_disk);
    notice_->setText(tr("The mark is not kept: %1 %2").arg(sentence(what), sentence(advice)), what);
}

void RunsPage::showTrashed(const QStringList& moved, const QStringList& left) {
    if (!moved.isEmpty())
        emit statusChanged(moved.size() == 1 ? tr("The run is in the trash")
                                             : tr("%1 runs are in the trash").arg(moved.size()));
    if (!left.isEmpty())
        notice_->setText(tr("Not moved to the trash: %1. Remove such a folder in the file manager.")
                             .arg(QDir::toNativeSeparators(left.join(QStringLiteral(", ")))));
    model_->undoStack()->clear();
    refresh();
}

void RunsPage::fillTags() {
    QStringList tags;
    for (const RunEntryPtr& run : model_->runs())
        for (const std::string& tag : run->marks.tags)
            tags << QString::fromStdString(tag);
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    const QString chosen = tag_->currentIndex() > 0 ? tag_->currentText() : QString();
    {
        const QSignalBlocker quiet(tag_);
        while (tag_->count() > 1)
            tag_->removeItem(1);
        tag_->addItems(tags);
        tag_->setCurrentIndex(std::max(0, tag_->findText(chosen, Qt::MatchExactly)));
        tag_->setEnabled(!tags.isEmpty());
    }
    if (!chosen.isEmpty() && tag_->currentIndex() == 0)
        filter_->setTag({});
}

void RunsPage::updateCount() {
    const int shown = filter_->rowCount();
    const int all = model_->rowCount();
    count_->setText(shown == all ? all == 1 ? tr("1 run") : tr("%1 runs").arg(countText(all))
                    : shown == 0 ? tr("No run matches the filter")
                                 : tr("%1 of %2 runs").arg(countText(shown), countText(all)));
}

QStringList RunsPage::chosenFolders() const {
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList folders;
    for (const QModelIndex& row : rows)
        folders << row.data(RunTableModel::FolderRole).toString();
    return folders;
}

std::vector<RunEntryPtr> RunsPage::chosenOrShown() const {
    std::vector<RunEntryPtr> runs;
    const QStringList folders = chosenFolders();
    if (folders.size() >= 2) {
        for (const QString& folder : folders)
            runs.push_back(model_->runAt(model_->rowOf(folder)));
        return runs;
    }
    return shownRuns();
}

std::vector<RunEntryPtr> RunsPage::shownRuns() const {
    std::vector<RunEntryPtr> runs;
    for (int row = 0; row < filter_->rowCount(); ++row)
        runs.push_back(filter_->runAt(filter_->index(row, 0)));
    return runs;
}

void RunsPage::updateChoice() {
    std::vector<RunEntryPtr> chosen;
    for (const QString& folder : chosenFolders())
        chosen.push_back(model_->runAt(model_->rowOf(folder)));
    comparison_->setRuns(std::move(chosen), shownRuns());
    updateActions();
}

void RunsPage::updateActions() {
    const QStringList folders = chosenFolders();
    const bool any = !folders.isEmpty();
    const bool one = folders.size() == 1;
    for (QAction* action : {star_action_, tags_action_, remove_action_, tensorboard_action_})
        action->setEnabled(any);
    for (QAction* action : {cases_action_, further_action_, note_action_, open_action_})
        action->setEnabled(one);
    chart_action_->setEnabled(comparison_->currentChart() != nullptr);
}

}  // namespace rudolph

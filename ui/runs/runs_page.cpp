#include "ui/runs/runs_page.h"

#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

#include "core/runs/run_files.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/parts/labels.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/parts/question.h"
#include "ui/runs/run_export_menu.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_filter_bar.h"
#include "ui/runs/runs_table.h"
#include "ui/session/trainings.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/remember_sizes.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr auto kChosenRuns = "runs";
constexpr auto kUnfolded = "unfolded";

bool isRun(const QString& folder) {
    return QFileInfo::exists(QDir(folder).filePath(QString::fromLatin1(kExperimentFile)));
}

/// The folder of runs that a dropped folder is or belongs to; empty: neither.
QString runsFolderOf(const QString& folder) {
    if (isRun(folder))
        return QFileInfo(folder).absolutePath();
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (isRun(dir.filePath(name)))
            return dir.absolutePath();
    return {};
}

QString textOf(const ErrorText& error) {
    return sentence(error.what) + QLatin1Char(' ') + sentence(error.advice);
}

}  // namespace

RunsPage::RunsPage(Session* session, QWidget* parent)
    : Page(parent),
      session_(session),
      model_(new RunTableModel(this)),
      filter_(new RunFilter(model_, this)),
      actions_(new PageActions(this)),
      table_(new RunsTable(filter_)),
      filter_bar_(new RunsFilterBar(filter_)),
      comparison_(new RunComparison(session)),
      notice_(new NoticeBar),
      export_menu_(nullptr),
      middle_(new QStackedWidget),
      message_(new MessagePanel),
      train_button_(message_->addButton(tr("Go to training"))),
      three_button_(message_->addButton(tr("Compare the three nose-tip experiments"))),
      folder_(new QLabel) {
    setAcceptDrops(true);
    makeActions();
    export_menu_ = new RunExportMenu(session_, actions_, table_, comparison_, notice_, this);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(table_);
    splitter->addWidget(comparison_);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({260, 420});
    rememberSizes(splitter, QStringLiteral("runs"));
    auto* runs = new QWidget;
    auto* column = makeColumn(runs, 8, {12, 12, 12, 12});
    column->addWidget(makeBar());
    column->addWidget(splitter, 1);
    middle_->addWidget(message_);
    middle_->addWidget(runs);
    auto* layout = makeColumn(this, 0);
    layout->addWidget(notice_);
    layout->addWidget(middle_, 1);
    connectShelf();
    connectParts();
    updateChoice();
}

void RunsPage::makeActions() {
    actions_->add(
        {{.id = "runs/cases",
          .text = tr("&Look at the cases"),
          .keys = {Qt::Key_Return},
          .section = tr("Runs"),
          .run = [this] { lookAtCases(); }},
         {.id = "runs/further",
          .text = tr("Train f&urther"),
          .icon = "start",
          .run = [this] { trainFurther(); }},
         {.id = "runs/study",
          .text = tr("Train what the study &lacks"),
          .icon = "start",
          .run = [this] { trainChosenStudy(false); }},
         {.id = "runs/failed",
          .text = tr("Train the &failed runs of the study again"),
          .tip = tr("As when a disk was full; what diverged will do so again"),
          .icon = "start",
          .run = [this] { trainChosenStudy(true); }},
         {.id = "runs/unfold",
          .text = tr("&Unfold or fold the study"),
          .keys = {Qt::CTRL | Qt::Key_U},
          .run = [this] { table_->toggleStudies(); }},
         {.id = "runs/baseline",
          .text = tr("Set as &baseline"),
          .keys = {Qt::CTRL | Qt::Key_B},
          .tip = tr("What others are compared with; chosen again it is none any more"),
          .run = [this] { setBaseline(); }},
         {.id = "runs/open", .text = tr("&Open its folder"), .run = [this] { openFolder(); }},
         {.id = "runs/star",
          .text = tr("&Star"),
          .keys = {Qt::CTRL | Qt::Key_D},
          .run = [this] { toggleStars(); }},
         {.id = "runs/tags",
          .text = tr("Edit &tags"),
          .keys = {Qt::CTRL | Qt::Key_T},
          .run = [this] { table_->editColumn(RunColumn::Tags); }},
         {.id = "runs/note",
          .text = tr("Edit &note"),
          .keys = {Qt::Key_F2},
          .run = [this] { table_->editColumn(RunColumn::Note); }},
         {.id = "runs/remove",
          .text = tr("&Move to the trash…"),
          .keys = {QKeySequence(QKeySequence::Delete)},
          .run = [this] { askToRemove(); }},
         {.id = "runs/refresh",
          .text = tr("Read the runs folder again"),
          .keys = {Qt::Key_F5},
          .icon = "refresh",
          .run = [this] { session_->runs().refresh(); }},
         {.id = "runs/find",
          .text = tr("Filter runs"),
          .keys = {QKeySequence(QKeySequence::Find)},
          .run = [this] { filter_bar_->focusSearch(); }},
         {.id = "runs/three",
          .text = tr("&Compare the three nose-tip experiments"),
          .run = [this] { trainThree(); }},
         {.id = "runs/folder", .text = tr("Change the &folder…"), .run = [this] {
              chooseRunsFolder();
          }}});
    actions_->addUndo("runs/undo", "runs/redo", tr("Runs"));
    actions_->followStack(model_->undoStack());
    // Only in the table: in a line of text these keys are for the text.
    for (const char* id : {"runs/cases", "runs/remove"}) {
        QAction* action = actions_->at(id);
        removeAction(action);
        action->setShortcutContext(Qt::WidgetShortcut);
        table_->addAction(action);
    }
}

QWidget* RunsPage::makeBar() {
    auto* bar = new QWidget;
    // Before the buttons, as Tab goes through them in this order.
    filter_bar_->setParent(bar);
    const auto button = [bar](const QString& text, QMenu* menu) {
        auto* made = new QToolButton(bar);
        made->setText(text);
        made->setMenu(menu);
        made->setPopupMode(QToolButton::InstantPopup);
        // The arrow would lie over the word.
        made->setMinimumWidth(made->sizeHint().width() + 12);
        return made;
    };
    auto* more = new QMenu(this);
    actions_->place(more, {"runs/three", "-", "runs/undo", "runs/redo", "-"});
    QMenu* columns = more->addMenu(tr("C&olumns"));
    connect(columns, &QMenu::aboutToShow, table_,
            [this, columns] { table_->fillColumnMenu(columns); });
    actions_->place(more, {"runs/folder"});
    auto* refresh = new QToolButton(bar);
    refresh->setDefaultAction(actions_->at("runs/refresh"));
    refresh->setAutoRaise(true);
    auto* layout = makeRow(bar, 8);
    layout->addWidget(filter_bar_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             folder_, refresh, button(tr("Export"), export_menu_), button(tr("More"), more)})
        layout->addWidget(widget);
    return bar;
}

void RunsPage::connectShelf() {
    RunShelf* shelf = &session_->runs();
    connect(shelf, &RunShelf::changed, this, [this] {
        if (isVisible())
            showRuns();
    });
    connect(shelf, &RunShelf::progressed, this, [this](int done, int total) {
        if (!listed_)
            showReading(tr("%1 of %2").arg(countText(done), countText(total)));
    });
    connect(shelf, &RunShelf::marksFailed, this, &RunsPage::showMarksFailure);
    connect(shelf, &RunShelf::trashed, this, &RunsPage::showTrashed);
    connect(model_, &RunTableModel::marksChanged, shelf, &RunShelf::writeMarks);
}

void RunsPage::connectParts() {
    connect(train_button_, &QPushButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Train); });
    connect(three_button_, &QPushButton::clicked, actions_->at("runs/three"), &QAction::trigger);
    connect(table_, &RunsTable::chosenChanged, this, &RunsPage::updateChoice);
    connect(table_, &RunsTable::casesRequested, &session_->navigation(), &Navigation::showCases);
    connect(table_, &QWidget::customContextMenuRequested, this, &RunsPage::showRowMenu);
    connect(filter_, &QAbstractItemModel::dataChanged, this, &RunsPage::updateChoice);
    connect(comparison_, &RunComparison::chosen, this, &RunsPage::choose);
    connect(comparison_, &RunComparison::repeatsWanted, this, &RunsPage::repeatRuns);
    connect(comparison_, &RunComparison::studyWanted, this, &RunsPage::trainStudy);
    connect(comparison_, &RunComparison::failed, this,
            [this](const QString& what, const QString& advice) {
                showError({what, advice});
            });
}

void RunsPage::showEvent(QShowEvent* event) {
    // Else the search line would have it, and take "?" and other keys for text.
    if (focusWidget() == nullptr)
        table_->setFocus();
    Page::showEvent(event);
    session_->runs().watch(this);
    showRuns();
}

void RunsPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    session_->runs().unwatch(this);
}

QVariantMap RunsPage::state() const {
    return {{kChosenRuns, table_->chosenFolders()}, {kUnfolded, model_->unfolded()}};
}

void RunsPage::restore(const QVariantMap& state) {
    for (const QString& study : state.value(kUnfolded).toStringList())
        model_->setUnfolded(study, true);
    choose(state.value(kChosenRuns).toStringList());
}

void RunsPage::choose(const QStringList& run_folders) {
    to_choose_ = table_->choose(run_folders) ? QStringList() : run_folders;
}

void RunsPage::showRuns() {
    const RunShelf& shelf = session_->runs();
    if (const QString folder = shelf.folder(); folder != shown_folder_) {
        shown_folder_ = folder;
        listed_ = false;
        model_->clear();
        showFolder(folder_, folder);
    }
    if (!shelf.wasRead())
        return showReading(QDir::toNativeSeparators(shown_folder_));
    const bool first = !std::exchange(listed_, true);
    model_->setRuns(shelf.runs().runs, shelf.studies());
    showProblems();
    if (const auto& error = shelf.error()) {
        message_->setError(tr("The runs cannot be listed"),
                           error->advice.isEmpty()
                               ? error->what
                               : error->what + QStringLiteral("\n\n") + error->advice);
        middle_->setCurrentIndex(kMessage);
        return;
    }
    if (shelf.runs().runs.empty() && shelf.studies().empty())
        return showNoRuns();
    middle_->setCurrentIndex(kRuns);
    if (!to_choose_.isEmpty())
        choose(QStringList(to_choose_));
    else if (first && filter_->rowCount() > 0)
        table_->selectRow(0);
}

void RunsPage::showReading(const QString& text) {
    train_button_->hide();
    three_button_->hide();
    message_->setMessage(QStringLiteral("runs"), tr("Reading the runs"), text);
    middle_->setCurrentIndex(kMessage);
}

void RunsPage::showNoRuns() {
    train_button_->show();
    three_button_->show();
    message_->setMessage(
        QStringLiteral("runs"), tr("No runs yet"),
        tr("Here all trainings of the folder stand side by side: which settings they had, how "
           "well they did, and on which faces one is better than another. Train a network, or "
           "the three nose-tip experiments, each with five seeds, to see how they differ: the "
           "baseline, one with wider convolutions, and one with a high learning rate."));
    middle_->setCurrentIndex(kMessage);
}

void RunsPage::showProblems() {
    QStringList lines;
    for (const Problem& problem : session_->runs().runs().problems)
        lines << QStringLiteral("%1: %2").arg(toQString(problem.file),
                                              QString::fromStdString(problem.message));
    const QString details = lines.join(QLatin1Char('\n'));
    // Not again with every refresh, once it has been dismissed.
    if (lines.isEmpty() || details == shown_problems_)
        return;
    shown_problems_ = details;
    notice_->setText(lines.size() == 1 ? tr("One run cannot be read wholly: %1").arg(lines.front())
                                       : tr("%Ln runs cannot be read wholly.", nullptr,
                                            static_cast<int>(lines.size())),
                     details);
}

void RunsPage::showError(const ErrorText& error) {
    notice_->setText(textOf(error), error.what);
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
        session_->navigation().report(
            tr("%Ln runs are in the trash", nullptr, static_cast<int>(moved.size())));
    if (!left.isEmpty())
        notice_->setText(tr("Not moved to the trash: %1. Remove such a folder in the file manager.")
                             .arg(QDir::toNativeSeparators(left.join(QStringLiteral(", ")))));
    model_->undoStack()->clear();
}

void RunsPage::showRowMenu(const QPoint& at) {
    if (!table_->indexAt(at).isValid())
        return;
    updateActions();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("row"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<RunChoice> runs = table_->chosen();
    const bool any_study =
        std::any_of(runs.begin(), runs.end(), [](const RunChoice& run) { return run.study; });
    actions_->place(menu, {"runs/cases"});
    if (any_study)
        actions_->place(menu, {"runs/study", "runs/failed", "runs/unfold"});
    else
        actions_->place(menu, {"runs/further"});
    if (const QString why = runs.size() == 1 && !any_study
                                ? Trainings::whyNotFurther(runs.front().run->run)
                                : QString();
        !why.isEmpty())
        menu->addAction(why)->setEnabled(false);
    actions_->place(menu, {"runs/open", "-", "runs/baseline", "runs/star", "runs/tags", "runs/note",
                           "-", "runs/events", "runs/share", "-", "runs/remove"});
    menu->popup(table_->viewport()->mapToGlobal(at));
}

void RunsPage::updateChoice() {
    comparison_->setRuns(table_->chosen(), table_->shownPoints(), model_->baseline());
    updateActions();
}

void RunsPage::updateActions() {
    const std::vector<RunChoice> runs = table_->chosen();
    const bool one = runs.size() == 1;
    const StudyEntryPtr study = one ? runs.front().study : nullptr;
    for (const char* id : {"runs/star", "runs/tags", "runs/remove", "runs/events", "runs/share"})
        actions_->at(id)->setEnabled(!runs.empty());
    for (const char* id : {"runs/cases", "runs/note", "runs/open", "runs/baseline"})
        actions_->at(id)->setEnabled(one);
    actions_->at("runs/further")
        ->setEnabled(one && !study && Trainings::whyNotFurther(runs.front().run->run).isEmpty());
    const bool rests = study && study->as_run->run.summary.state != RunState::Running;
    actions_->at("runs/study")->setEnabled(rests && study->lacks_runs());
    actions_->at("runs/failed")->setEnabled(rests && study->failed() > 0);
    actions_->at("runs/unfold")
        ->setEnabled(std::any_of(runs.begin(), runs.end(),
                                 [](const RunChoice& run) { return run.study != nullptr; }));
    actions_->at("runs/baseline")
        ->setText(one && runs.front().run->marks.baseline ? tr("No &baseline any more")
                                                          : tr("Set as &baseline"));
}

void RunsPage::toggleStars() {
    const std::vector<RunChoice> runs = table_->chosen();
    // All get one unless all have one.
    const bool all = std::all_of(runs.begin(), runs.end(),
                                 [](const RunChoice& run) { return run.run->marks.starred; });
    model_->editMarks(table_->chosenFolders(), tr("star"),
                      [all](RunMarks& marks) { marks.starred = !all; });
}

void RunsPage::lookAtCases() {
    const QStringList folders = table_->chosenFolders();
    if (!folders.isEmpty())
        session_->navigation().showCases(folders.front());
}

void RunsPage::trainFurther() {
    const QStringList folders = table_->chosenFolders();
    if (folders.isEmpty())
        return;
    session_->navigation().show(StudioPage::Train);
    session_->trainings().trainFurther(folders.front());
}

void RunsPage::trainChosenStudy(bool failed_again) {
    const QStringList folders = table_->chosenFolders();
    if (!folders.isEmpty())
        trainStudy(folders.front(), failed_again);
}

void RunsPage::trainStudy(const QString& study_folder, bool failed_again) {
    session_->navigation().show(StudioPage::Train);
    session_->trainings().trainStudy(study_folder, failed_again);
}

void RunsPage::repeatRuns(const QStringList& run_folders) {
    // Its marks go with it into the study.
    model_->undoStack()->clear();
    session_->navigation().show(StudioPage::Train);
    session_->trainings().repeatRuns(run_folders);
}

void RunsPage::setBaseline() {
    const std::vector<RunChoice> runs = table_->chosen();
    if (runs.size() == 1)
        model_->setBaseline(runs.front().run->marks.baseline ? QString()
                                                             : table_->chosenFolders().front());
}

void RunsPage::trainThree() {
    session_->navigation().show(StudioPage::Train);
    // With fewer than three nothing can be said of other seeds.
    constexpr int kSeeds = 5;
    session_->trainings().trainPresets({QStringLiteral("nose-tip"), QStringLiteral("nose-tip-wide"),
                                        QStringLiteral("nose-tip-fast-lr")},
                                       {StudyKind::Seeds, kSeeds});
}

void RunsPage::openFolder() {
    const QStringList folders = table_->chosenFolders();
    if (!folders.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(folders.front()));
}

void RunsPage::askToRemove() {
    QStringList folders;
    bool running = false;
    for (const RunChoice& choice : table_->chosen()) {
        if (choice.run->run.summary.state == RunState::Running)
            running = true;
        else
            folders << toQString(choice.run->run.folder);
    }
    if (running)
        notice_->setText(tr("A run that goes on cannot be moved: stop its training first."));
    if (folders.isEmpty())
        return;
    QMessageBox* box = makeQuestion(
        this, tr("Move to the trash"),
        folders.size() == 1
            ? tr("Move %1 to the trash?").arg(QFileInfo(folders.front()).fileName())
            : tr("Move %Ln runs to the trash?", nullptr, static_cast<int>(folders.size())),
        tr("With all that is in the folder: weights, figures, predictions and marks. It can be "
           "taken out of the trash again in the file manager."));
    box->setObjectName(QStringLiteral("remove"));
    QPushButton* move = box->addButton(tr("Move to the trash"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(move);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, move, folders](QAbstractButton* clicked) {
                if (clicked == move)
                    session_->runs().moveToTrash(folders);
            });
    box->open();
}

void RunsPage::chooseRunsFolder() {
    askForFolder(this,
                 {.title = tr("Choose the folder of runs"),
                  .purpose = QStringLiteral("runs"),
                  .suggested = session_->runsFolder()},
                 [this](const QString& folder) { setRunsFolder(folder); });
}

void RunsPage::setRunsFolder(const QString& folder) {
    Settings().set(settings::kRunsFolder, folder);
    session_->setRunsFolder(folder);
}

void RunsPage::dragEnterEvent(QDragEnterEvent* event) {
    const QString folder = droppedPath(event->mimeData());
    if (!folder.isEmpty() && !runsFolderOf(folder).isEmpty())
        event->acceptProposedAction();
}

void RunsPage::dropEvent(QDropEvent* event) {
    const QString folder = droppedPath(event->mimeData());
    event->acceptProposedAction();
    setRunsFolder(runsFolderOf(folder));
    if (isRun(folder))
        choose({folder});
    session_->runs().refresh();
}

}  // namespace rudolph

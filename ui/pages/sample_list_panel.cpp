#include "ui/pages/sample_list_panel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <set>

#include "ui/models/path_convert.h"
#include "ui/models/sentence.h"
#include "ui/pages/sample_delegate.h"

namespace rudolph {
namespace {

/// More people than this are pictures under another name, and no list to choose from.
constexpr size_t kMostPersons = 500;
/// Thumbnails are drawn smaller than they are kept, so that they are sharp on dense screens.
constexpr int kThumbnailPixels = 2 * SampleDelegate::kThumbnail;

QComboBox* filterBox(const QString& name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    return box;
}

}  // namespace

SampleListPanel::SampleListPanel(QWidget* parent)
    : QWidget(parent),
      thumbnails_(new ThumbnailLoader(kThumbnailPixels, this)),
      faces_(new SampleListModel(thumbnails_, this)),
      filtered_(new SampleFilter(this)),
      problems_(new ProblemModel(this)),
      tabs_(new QTabWidget(this)) {
    filtered_->setSourceModel(faces_);
    tabs_->addTab(makeFacesTab(), QString());
    tabs_->addTab(makeProblemsTab(), QString());
    tabs_->setDocumentMode(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs_);
    updateCounts();
}

QWidget* SampleListPanel::makeFacesTab() {
    auto* tab = new QWidget(this);
    text_ = new QLineEdit(tab);
    text_->setPlaceholderText(tr("Filter by name"));
    text_->setToolTip(tr("Show only faces whose name contains these words (Ctrl+F)"));
    text_->setAccessibleName(tr("Filter by name"));
    text_->setClearButtonEnabled(true);
    text_->setAcceptDrops(false);
    side_ = filterBox(tr("Filter by side of the split"), tab);
    side_->addItem(tr("All faces"));
    side_->addItem(tr("Training"), static_cast<int>(SplitSide::Train));
    side_->addItem(tr("Validation"), static_cast<int>(SplitSide::Validation));
    side_->addItem(tr("Not used"), static_cast<int>(SplitSide::None));
    view_ = filterBox(tr("Filter by view"), tab);
    person_ = filterBox(tr("Filter by person"), tab);
    list_ = new QListView(tab);
    list_->setModel(filtered_);
    list_->setItemDelegate(new SampleDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->setAccessibleName(tr("Faces"));
    list_->setObjectName("faces");
    footer_ = new QWidget(tab);
    count_ = new QLabel(footer_);
    count_->setTextFormat(Qt::PlainText);
    auto* clear = new QPushButton(tr("Clear filters"), footer_);
    clear->setToolTip(tr("Show all faces again"));

    auto* boxes = new QHBoxLayout;
    boxes->setSpacing(8);
    for (QComboBox* box : {side_, view_, person_})
        boxes->addWidget(box, 1);
    auto* footer = new QHBoxLayout(footer_);
    footer->setContentsMargins(0, 0, 0, 0);
    footer->addWidget(count_, 1);
    footer->addWidget(clear);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(text_);
    column->addLayout(boxes);
    column->addWidget(list_, 1);
    column->addWidget(footer_);

    connect(text_, &QLineEdit::textChanged, this, &SampleListPanel::applyFilters);
    connect(text_, &QLineEdit::returnPressed, this, &SampleListPanel::focusList);
    for (QComboBox* box : {side_, view_, person_})
        connect(box, &QComboBox::currentIndexChanged, this, &SampleListPanel::applyFilters);
    connect(clear, &QPushButton::clicked, this, &SampleListPanel::clearFilters);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SampleListPanel::currentChanged);
    connect(list_, &QWidget::customContextMenuRequested, this, &SampleListPanel::showFaceMenu);
    return tab;
}

QWidget* SampleListPanel::makeProblemsTab() {
    auto* tab = new QWidget(this);
    problem_list_ = new QListView(tab);
    problem_list_->setModel(problems_);
    problem_list_->setWordWrap(true);
    problem_list_->setSpacing(4);
    problem_list_->setResizeMode(QListView::Adjust);
    problem_list_->setLayoutMode(QListView::Batched);
    problem_list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    problem_list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    problem_list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    problem_list_->setAccessibleName(tr("Problems"));
    problem_list_->setObjectName("problems");
    problem_list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy = new QAction(tr("Copy"), problem_list_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    problem_list_->addAction(copy);
    copy_problems_ = new QPushButton(tr("Copy all"), tab);
    copy_problems_->setToolTip(tr("Copy the whole list, one problem a line"));

    auto* footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(copy_problems_);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(problem_list_, 1);
    column->addLayout(footer);

    connect(problem_list_, &QListView::clicked, this, &SampleListPanel::problemClicked);
    connect(problem_list_, &QListView::activated, this, &SampleListPanel::problemClicked);
    connect(copy, &QAction::triggered, this, [this] { copyProblems(false); });
    connect(copy_problems_, &QPushButton::clicked, this, [this] { copyProblems(true); });
    return tab;
}

void SampleListPanel::setDataset(const std::shared_ptr<const Dataset>& dataset,
                                 const Split& split) {
    const auto& before = faces_->dataset();
    const bool same = before && dataset && before->source == dataset->source;
    const std::optional<int> chosen = currentSample();
    const std::string chosen_id = same && chosen ? faces_->sample(*chosen).id : std::string();
    if (!same)
        thumbnails_->clear();

    filling_ = true;
    faces_->setDataset(dataset, split);
    problems_->setDataset(dataset);
    if (!same)
        fillFilters();
    runQuery();
    updateCounts();
    if (!same && tabs_->currentIndex() != 0)
        tabs_->setCurrentIndex(0);

    choose(dataset && !chosen_id.empty() ? dataset->find(chosen_id) : std::nullopt);
}

void SampleListPanel::choose(std::optional<int> sample) {
    QModelIndex index = sample ? filtered_->mapFromSource(faces_->index(*sample)) : QModelIndex();
    if (!index.isValid())
        index = filtered_->index(0, 0);
    filling_ = true;
    list_->setCurrentIndex(index);
    filling_ = false;
    if (index.isValid())
        list_->scrollTo(index);
    currentChanged();
}

void SampleListPanel::fillFilters() {
    std::set<int> views;
    std::set<std::string> persons;
    const auto& dataset = faces_->dataset();
    if (dataset)
        for (const Sample& sample : dataset->samples) {
            if (sample.view)
                views.insert(*sample.view);
            if (persons.size() <= kMostPersons)
                persons.insert(sample.person);
        }
    text_->clear();
    side_->setCurrentIndex(0);
    view_->clear();
    view_->addItem(tr("All views"));
    for (const int view : views)
        view_->addItem(tr("View %1").arg(viewName(view, dataset->format)), view);
    view_->setVisible(!views.empty());
    person_->clear();
    person_->addItem(tr("All people"));
    if (persons.size() <= kMostPersons)
        for (const std::string& person : persons) {
            const QString name = QString::fromStdString(person);
            person_->addItem(tr("Person %1").arg(name), QByteArray::fromStdString(person));
        }
    person_->setVisible(person_->count() > 2);
}

void SampleListPanel::applyFilters() {
    if (filling_)
        return;
    const std::optional<int> chosen = currentSample();
    runQuery();
    choose(chosen);
    updateCounts();
}

void SampleListPanel::runQuery() {
    const QVariant side = side_->currentData();
    const QVariant view = view_->currentData();
    const QVariant person = person_->currentData();
    SampleQuery query;
    query.text = text_->text();
    if (side.isValid())
        query.side = static_cast<SplitSide>(side.toInt());
    if (view.isValid())
        query.view = view.toInt();
    if (person.isValid())
        query.person = person.toByteArray().toStdString();

    filling_ = true;
    filtered_->setQuery(query);
    filling_ = false;
}

void SampleListPanel::updateCounts() {
    const QLocale locale;
    const int all = faces_->rowCount();
    const int shown = filtered_->rowCount();
    const int wrong = problems_->rowCount();
    tabs_->setTabText(0, tr("Faces (%1)").arg(locale.toString(all)));
    tabs_->setTabText(1, tr("Problems (%1)").arg(locale.toString(wrong)));
    copy_problems_->setEnabled(wrong > 0);
    footer_->setVisible(shown < all);
    if (all > 0 && shown == 0)
        count_->setText(tr("No face matches."));
    else
        count_->setText(tr("%1 of %2 faces").arg(locale.toString(shown), locale.toString(all)));
}

void SampleListPanel::clearFilters() {
    filling_ = true;
    text_->clear();
    for (QComboBox* box : {side_, view_, person_})
        box->setCurrentIndex(0);
    filling_ = false;
    applyFilters();
}

std::optional<int> SampleListPanel::currentSample() const {
    const QModelIndex index = list_->currentIndex();
    return index.isValid() ? std::optional(filtered_->mapToSource(index).row()) : std::nullopt;
}

void SampleListPanel::selectSample(int index) {
    const QModelIndex wanted = faces_->index(index);
    if (!filtered_->mapFromSource(wanted).isValid())
        clearFilters();
    list_->setCurrentIndex(filtered_->mapFromSource(wanted));
    list_->scrollTo(list_->currentIndex());
}

void SampleListPanel::showProblems() {
    tabs_->setCurrentIndex(1);
}

void SampleListPanel::focusFilter() {
    tabs_->setCurrentIndex(0);
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void SampleListPanel::focusList() {
    tabs_->setCurrentIndex(0);
    list_->setFocus(Qt::OtherFocusReason);
}

void SampleListPanel::currentChanged() {
    if (!filling_)
        emit sampleChosen(currentSample().value_or(-1));
}

void SampleListPanel::problemClicked(const QModelIndex& index) {
    const Problem& problem = problems_->problem(index.row());
    const auto sample =
        problem.sample_id.empty() ? std::nullopt : faces_->dataset()->find(problem.sample_id);
    if (sample)
        selectSample(*sample);
    else
        emit problemChosen(toQString(problem.file), sentence(problem.message));
}

void SampleListPanel::showFaceMenu(const QPoint& at) {
    const QModelIndex index = list_->indexAt(at);
    if (!index.isValid())
        return;
    const Sample& sample = faces_->sample(filtered_->mapToSource(index).row());
    const QString name = QString::fromStdString(sample.id);
    const QString file = toQString(sample.image);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
    menu->addAction(tr("Copy path of the picture"), this,
                    [file] { QGuiApplication::clipboard()->setText(file); });
    menu->addAction(tr("Show folder"), this, [file] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
    menu->popup(list_->viewport()->mapToGlobal(at));
}

void SampleListPanel::copyProblems(bool all) {
    QStringList lines;
    for (int row = 0; row < problems_->rowCount(); ++row)
        if (all || problem_list_->selectionModel()->isSelected(problems_->index(row)))
            lines << problems_->line(row);
    QGuiApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace rudolph

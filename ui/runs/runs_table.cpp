#include "ui/runs/runs_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QProxyStyle>
#include <algorithm>

#include "ui/base/path_convert.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr auto kTableLayout = "runs-table-2";  // with a date beside the name
constexpr int kColumnMargin = 8;
constexpr int kFoldMarkWidth = 28;  ///< of the mark before a study's name, as wide as one clicks

/// More room beside the texts of cells and headings, so that numbers, which stand on the right, do
/// not touch the words of the next column.
class RoomyColumns : public QProxyStyle {
public:
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override {
        // Cells add a pixel of their own.
        return metric == PM_HeaderMargin        ? kColumnMargin
               : metric == PM_FocusFrameHMargin ? kColumnMargin - 1
                                                : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

int widthOf(RunColumn column, const QFontMetrics& metrics) {
    switch (column) {
        case RunColumn::Star:
            return 40;
        case RunColumn::Name:
            return metrics.horizontalAdvance(
                       QStringLiteral("▸ ⚑ nose-tip-fast-lr, 10 Startwerte")) +
                   3 * kColumnMargin;
        case RunColumn::Nme:
        case RunColumn::Interval:
            return metrics.horizontalAdvance(QStringLiteral("88.88 – 88.88 %")) + 3 * kColumnMargin;
        case RunColumn::State:
            return metrics.horizontalAdvance(QStringLiteral("5 of 5 runs, 1 failed")) +
                   2 * kColumnMargin;
        case RunColumn::Changed:
        case RunColumn::Note:
            return metrics.averageCharWidth() * 30;
        case RunColumn::Date:
            return metrics.horizontalAdvance(QStringLiteral("88/88/8888 88:88 MM")) +
                   3 * kColumnMargin;
        case RunColumn::Preset:
        case RunColumn::Tags:
            return metrics.averageCharWidth() * 16;
        default:
            return metrics.horizontalAdvance(QStringLiteral("interrupted")) + 3 * kColumnMargin;
    }
}

}  // namespace

RunsTable::RunsTable(RunFilter* filter, QWidget* parent) : QTableView(parent), filter_(filter) {
    setModel(filter_);
    setAccessibleName(tr("Runs"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* roomy = new RoomyColumns;
    roomy->setParent(this);
    setStyle(roomy);
    horizontalHeader()->setStyle(roomy);
    verticalHeader()->hide();
    // Rows of one height, so that none of thousands is asked for its own.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setContextMenuPolicy(Qt::CustomContextMenu);
    restoreColumns();
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (static_cast<RunColumn>(index.column()) == RunColumn::Star)
            filter_->runs()->editMarks({index.data(RunTableModel::FolderRole).toString()},
                                       tr("star"),
                                       [](RunMarks& marks) { marks.starred = !marks.starred; });
    });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const auto column = static_cast<RunColumn>(index.column());
        if (column != RunColumn::Star && !(index.flags() & Qt::ItemIsEditable))
            emit casesRequested(index.data(RunTableModel::FolderRole).toString());
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsTable::chosenChanged);
}

std::vector<RunChoice> RunsTable::chosen() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<RunChoice> runs;
    for (const QModelIndex& row : rows)
        runs.push_back(
            {filter_->runAt(row), filter_->runs()->studyAt(filter_->mapToSource(row).row())});
    return runs;
}

std::vector<RunEntryPtr> RunsTable::chosenRuns() const {
    std::vector<RunEntryPtr> runs;
    const auto add = [&runs](const RunEntryPtr& run) {
        const bool is_there = std::any_of(
            runs.begin(), runs.end(),
            [&run](const RunEntryPtr& other) { return other->run.folder == run->run.folder; });
        if (!is_there)
            runs.push_back(run);
    };
    for (const RunChoice& choice : chosen()) {
        if (!choice.study)
            add(choice.run);
        else
            for (const RunEntryPtr& run : choice.study->runs)
                add(run);
    }
    return runs;
}

bool RunsTable::unfold(const QModelIndex& index, bool unfolded) {
    if (!index.isValid())
        return false;
    RunTableModel* runs = filter_->runs();
    const int row = filter_->mapToSource(index).row();
    StudyEntryPtr study = runs->studyAt(row);
    if (!study && !unfolded)
        study = runs->studyOfRun(row);
    if (!study)
        return false;
    const QString folder = toQString(study->folder);
    if (runs->isUnfolded(folder) == unfolded)
        return false;
    // What is chosen must not go away unseen: the study takes its place.
    if (!unfolded && runs->studyAt(row) == nullptr)
        choose({folder});
    runs->setUnfolded(folder, unfolded);
    return true;
}

void RunsTable::toggleStudies() {
    const std::vector<RunChoice> rows = chosen();
    RunTableModel* runs = filter_->runs();
    const bool all = std::all_of(rows.begin(), rows.end(), [runs](const RunChoice& row) {
        return !row.study || runs->isUnfolded(toQString(row.study->folder));
    });
    for (const RunChoice& row : rows)
        if (row.study)
            runs->setUnfolded(toQString(row.study->folder), !all);
}

void RunsTable::mousePressEvent(QMouseEvent* event) {
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool on_mark = event->button() == Qt::LeftButton && index.isValid() &&
                         static_cast<RunColumn>(index.column()) == RunColumn::Name &&
                         event->pos().x() - visualRect(index).left() < kFoldMarkWidth;
    if (!on_mark)
        return;
    if (const StudyEntryPtr study = filter_->runs()->studyAt(filter_->mapToSource(index).row()))
        unfold(index, !filter_->runs()->isUnfolded(toQString(study->folder)));
}

/// As in a tree.
void RunsTable::keyPressEvent(QKeyEvent* event) {
    const bool right = event->key() == Qt::Key_Right;
    if ((right || event->key() == Qt::Key_Left) && event->modifiers() == Qt::NoModifier &&
        unfold(currentIndex(), right))
        return;
    QTableView::keyPressEvent(event);
}

QStringList RunsTable::chosenFolders() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList folders;
    for (const QModelIndex& row : rows)
        folders << row.data(RunTableModel::FolderRole).toString();
    return folders;
}

std::vector<RunEntryPtr> RunsTable::shown() const {
    return filter_->shownRuns();
}

std::vector<RunEntryPtr> RunsTable::shownPoints() const {
    return filter_->shownPoints();
}

bool RunsTable::choose(const QStringList& run_folders) {
    // A run that is chosen is shown.
    for (const QString& folder : run_folders)
        if (const int row = filter_->runs()->rowOf(folder); row >= 0)
            if (const StudyEntryPtr study = filter_->runs()->studyOfRun(row))
                filter_->runs()->setUnfolded(toQString(study->folder), true);
    QItemSelection rows;
    for (const QString& folder : run_folders) {
        const int row = filter_->runs()->rowOf(folder);
        const QModelIndex index =
            row < 0 ? QModelIndex() : filter_->mapFromSource(filter_->runs()->index(row, 0));
        if (index.isValid())
            rows.select(index, index);
    }
    if (rows.isEmpty())
        return false;
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(rows.indexes().front().siblingAtColumn(static_cast<int>(RunColumn::Name)));
    return true;
}

void RunsTable::editColumn(RunColumn column) {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const int section = static_cast<int>(column);
    setColumnHidden(section, false);
    const QModelIndex cell = rows.front().siblingAtColumn(section);
    scrollTo(cell);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    edit(cell);
}

void RunsTable::setStandardWidths() {
    for (int column = 0; column < kRunColumns; ++column)
        setColumnWidth(column, widthOf(static_cast<RunColumn>(column), fontMetrics()));
}

void RunsTable::restoreColumns() {
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    setStandardWidths();
    setSortingEnabled(true);
    sortByColumn(static_cast<int>(RunColumn::Date), Qt::DescendingOrder);
    // A state of another version's columns would mix them up.
    const QByteArray state = Settings().get(settings::kLayout / kTableLayout);
    if (!state.isEmpty())
        header->restoreState(state);
    if (header->count() != kRunColumns) {
        header->reset();
        setStandardWidths();
        sortByColumn(static_cast<int>(RunColumn::Date), Qt::DescendingOrder);
    }
    connect(header, &QHeaderView::sectionMoved, this, &RunsTable::rememberColumns);
    connect(header, &QHeaderView::sectionResized, this, &RunsTable::rememberColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunsTable::rememberColumns);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
}

void RunsTable::rememberColumns() {
    Settings().set(settings::kLayout / kTableLayout, horizontalHeader()->saveState());
}

void RunsTable::fillColumnMenu(QMenu* menu) {
    menu->clear();
    for (int place = 0; place < kRunColumns; ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        const auto column = static_cast<RunColumn>(section);
        // The name stays: without it no one knows what the others are of.
        if (column == RunColumn::Name)
            continue;
        QAction* action =
            menu->addAction(column == RunColumn::Star ? tr("Star") : runColumnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            setColumnHidden(section, !shown);
            rememberColumns();
        });
    }
}

}  // namespace rudolph

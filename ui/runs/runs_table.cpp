#include "ui/runs/runs_table.h"

#include <QHeaderView>
#include <QMenu>
#include <QProxyStyle>
#include <algorithm>

#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr auto kTableLayout = "runs-table";
constexpr int kColumnMargin = 8;

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
            return metrics.horizontalAdvance(QStringLiteral("nose-tip-fast-lr-20240531-182042")) +
                   3 * kColumnMargin;
        case RunColumn::State:
            return metrics.horizontalAdvance(QStringLiteral("stopped early")) + 3 * kColumnMargin;
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

std::vector<RunEntryPtr> RunsTable::chosen() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<RunEntryPtr> runs;
    for (const QModelIndex& row : rows)
        runs.push_back(filter_->runAt(row));
    return runs;
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
    std::vector<RunEntryPtr> runs;
    for (int row = 0; row < filter_->rowCount(); ++row)
        runs.push_back(filter_->runAt(filter_->index(row, 0)));
    return runs;
}

bool RunsTable::choose(const QStringList& run_folders) {
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

void RunsTable::restoreColumns() {
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    for (int column = 0; column < kRunColumns; ++column)
        setColumnWidth(column, widthOf(static_cast<RunColumn>(column), fontMetrics()));
    setSortingEnabled(true);
    sortByColumn(static_cast<int>(RunColumn::Date), Qt::DescendingOrder);
    // A state of another version's columns would mix them up.
    const QByteArray state = Settings().get(settings::kLayout / kTableLayout);
    if (!state.isEmpty())
        header->restoreState(state);
    if (header->count() != kRunColumns)
        header->reset();
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

#include "ui/train/layer_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>

#include "ui/train/layer_number_delegate.h"

namespace rudolph {
namespace {

constexpr int kLayerWidth = 168;
constexpr int kCellWidth = 68;

}  // namespace

LayerTable::LayerTable(LayerModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(model_);
    setItemDelegate(new LayerNumberDelegate(model_, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDragDropOverwriteMode(false);
    setDefaultDropAction(Qt::MoveAction);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setAccessibleName(tr("Layers of the network"));
    verticalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(LayerModel::kOutput, QHeaderView::Stretch);
    setColumnWidth(LayerModel::kLayer, kLayerWidth);
    for (int column = LayerModel::kWidth; column <= LayerModel::kGroups; ++column)
        setColumnWidth(column, std::max(kCellWidth, horizontalHeader()->sectionSizeHint(column)));
    for (const int column : {LayerModel::kWeights, LayerModel::kTime, LayerModel::kMemory})
        setColumnWidth(column, std::max(76, horizontalHeader()->sectionSizeHint(column)));
    connect(model_, &LayerModel::dataChanged, this, &LayerTable::showFaults);
    connect(model_, &LayerModel::modelReset, this, &LayerTable::showFaults);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LayerTable::choiceChanged);
    connect(model_, &LayerModel::modelReset, this, &LayerTable::choiceChanged);
    showFaults();
}

QList<int> LayerTable::chosenRows() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LayerTable::choose(const QList<int>& rows) {
    if (rows.isEmpty())
        return;
    QItemSelection selection;
    for (const int row : rows)
        selection.select(model_->index(row, 0), model_->index(row, LayerModel::kColumns - 1));
    const int column = std::max(0, currentIndex().column());
    selectionModel()->setCurrentIndex(model_->index(rows.first(), column),
                                      QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(model_->index(rows.last(), 0));
    scrollTo(model_->index(rows.first(), 0));
}

/// Several chosen rows stay chosen while the person goes to one of their numbers, so that it can be
/// changed in all.
QItemSelectionModel::SelectionFlags LayerTable::selectionCommand(const QModelIndex& index,
                                                                 const QEvent* event) const {
    const bool of_chosen = index.isValid() && selectionModel()->isSelected(index);
    const bool is_number = index.isValid() && (model_->flags(index) & Qt::ItemIsEditable) != 0;
    if (of_chosen && event != nullptr) {
        if (event->type() == QEvent::KeyPress && index.row() == currentIndex().row())
            return QItemSelectionModel::NoUpdate;
        const bool is_click = event->type() == QEvent::MouseButtonPress ||
                              event->type() == QEvent::MouseButtonRelease;
        if (is_click && is_number &&
            static_cast<const QMouseEvent*>(event)->modifiers() == Qt::NoModifier)
            return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

/// Why a row does not fit needs the room of what is then not known.
void LayerTable::showFaults() {
    clearSpans();
    for (int row = 0; row < model_->layerCount(); ++row)
        if (model_->outline(row).fault != LayerFault::None)
            setSpan(row, LayerModel::kOutput, 1, LayerModel::kColumns - LayerModel::kOutput);
}

}  // namespace rudolph

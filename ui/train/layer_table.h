#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

#include "ui/train/layer_model.h"

namespace rudolph {

/// The layers of a network as rows to choose, drag and change. A number that is changed in one of
/// several chosen rows changes in all of them.
class LayerTable : public QTableView {
    Q_OBJECT

public:
    explicit LayerTable(LayerModel* model, QWidget* parent = nullptr);

    /// In their order; without the row to the points.
    QList<int> chosenRows() const;
    void choose(const QList<int>& rows);

signals:
    void choiceChanged();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                         const QEvent* event) const override;

private:
    void showFaults();

    LayerModel* model_;
};

}  // namespace rudolph

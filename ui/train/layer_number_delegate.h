#pragma once

#include <QStyledItemDelegate>

#include "ui/train/layer_model.h"

namespace rudolph {

class LayerTable;

/// Spin boxes for the numbers of layers. What is typed counts at once.
class LayerNumberDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LayerNumberDelegate(LayerModel* model, LayerTable* table);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    LayerModel* model_;
    LayerTable* table_;
};

}  // namespace rudolph

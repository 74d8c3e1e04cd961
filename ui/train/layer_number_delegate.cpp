#include "ui/train/layer_number_delegate.h"

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <cmath>

#include "ui/train/layer_table.h"

namespace rudolph {
namespace {

constexpr double kSame = 1e-6;  ///< percent

}  // namespace

LayerNumberDelegate::LayerNumberDelegate(LayerModel* model, LayerTable* table)
    : QStyledItemDelegate(table), model_(model), table_(table) {}

QWidget* LayerNumberDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                           const QModelIndex& index) const {
    auto* self = const_cast<LayerNumberDelegate*>(this);
    model_->beginEdit();
    const QString name =
        model_->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    if (model_->isShare(index)) {
        auto* share = new QDoubleSpinBox(parent);
        share->setRange(0, 99);
        share->setDecimals(1);
        share->setSingleStep(5);
        share->setAccessibleName(name);
        share->setSuffix(QStringLiteral(" %"));
        connect(share, &QDoubleSpinBox::valueChanged, self,
                [self, share] { emit self->commitData(share); });
        return share;
    }
    const LayerNumber* number = model_->numberAt(index);
    if (number == nullptr)
        return nullptr;
    auto* box = new QSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(number->least, number->most);
    if (number->least == 0 && index.column() == LayerModel::kStride)
        box->setSpecialValueText(tr("= window"));
    connect(box, &QSpinBox::valueChanged, self, [self, box] { emit self->commitData(box); });
    return box;
}

void LayerNumberDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QSignalBlocker quiet(editor);
    const double value = index.data(Qt::EditRole).toDouble();
    // A number that is there already would be written anew over what is being typed.
    if (auto* box = qobject_cast<QSpinBox*>(editor); box != nullptr && box->value() != value)
        box->setValue(static_cast<int>(value));
    else if (auto* share = qobject_cast<QDoubleSpinBox*>(editor);
             share != nullptr && std::abs(share->value() - value) > kSame)
        share->setValue(value);
}

void LayerNumberDelegate::setModelData(QWidget* editor, QAbstractItemModel*,
                                       const QModelIndex& index) const {
    QList<int> rows = table_->chosenRows();
    if (!rows.contains(index.row()))
        rows = {index.row()};
    if (const auto* box = qobject_cast<QSpinBox*>(editor))
        model_->setNumber(rows, index.column(), box->value());
    else if (const auto* share = qobject_cast<QDoubleSpinBox*>(editor))
        model_->setNumber(rows, index.column(), share->value() / 100);
}

/// Undo is that of the layers, not of the text in a box.
bool LayerNumberDelegate::eventFilter(QObject* editor, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

}  // namespace rudolph

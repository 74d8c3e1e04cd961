#include "ui/augment/variant_model.h"

#include "ui/augment/augmentation_words.h"

namespace rudolph {

void VariantModel::setResult(std::shared_ptr<const AugmentResult> result) {
    const int rows = result ? static_cast<int>(result->variants.size()) : 0;
    const int kept = std::min(rows, rows_);
    if (rows < rows_) {
        beginRemoveRows({}, rows, rows_ - 1);
        result_ = std::move(result);
        rows_ = rows;
        endRemoveRows();
    } else if (rows > rows_) {
        beginInsertRows({}, rows_, rows - 1);
        result_ = std::move(result);
        rows_ = rows;
        endInsertRows();
    } else {
        result_ = std::move(result);
    }
    if (kept > 0)
        emit dataChanged(index(0), index(kept - 1));
}

int VariantModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

QString VariantModel::caption(const AugmentVariant& variant) const {
    if (variant.epoch == 0)
        return augmentationText(variant.draw);
    return result_->many ? variant.name : tr("Epoch %1").arg(variant.epoch);
}

QVariant VariantModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rows_)
        return {};
    const AugmentVariant& shown = variant(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return caption(shown);
        case Qt::ToolTipRole: {
            const QString place = shown.epoch > 0
                                      ? tr("%1 in epoch %2").arg(shown.name).arg(shown.epoch)
                                      : shown.name;
            const QString what =
                shown.problem.isEmpty() ? augmentationText(shown.draw) : shown.problem;
            return QStringLiteral("<p>%1<br>%2</p>")
                .arg(place.toHtmlEscaped(), what.toHtmlEscaped());
        }
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(caption(shown), shown.problem.isEmpty()
                                                                    ? augmentationText(shown.draw)
                                                                    : shown.problem);
        default:
            return {};
    }
}

}  // namespace rudolph

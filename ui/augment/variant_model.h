#pragma once

#include <QAbstractListModel>
#include <memory>

#include "ui/augment/augment_job.h"

namespace rudolph {

/// The variants of the augmentation page, one a row. Those that follow take the places of those
/// before, so that a view keeps what is current and does not flicker.
class VariantModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Null: none.
    void setResult(std::shared_ptr<const AugmentResult> result);
    const AugmentVariant& variant(int row) const {
        return result_->variants[static_cast<size_t>(row)];
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the caption; ToolTipRole and AccessibleTextRole: with what was drawn.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString caption(const AugmentVariant& variant) const;

    std::shared_ptr<const AugmentResult> result_;
    int rows_ = 0;  ///< that the views know of
};

}  // namespace rudolph

#pragma once

#include <QAbstractListModel>
#include <memory>

#include "core/dataset/dataset.h"

namespace rudolph {

/// What is wrong with a data set, one problem a row: where on the first line, what on the second.
class ProblemModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setDataset(std::shared_ptr<const Dataset> dataset);
    const Problem& problem(int row) const { return dataset_->problems[static_cast<size_t>(row)]; }
    /// "/folder/file.asf:12: what is wrong", for copying.
    QString line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString place(int row) const;

    std::shared_ptr<const Dataset> dataset_;
};

}  // namespace rudolph

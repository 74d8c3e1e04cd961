#pragma once

#include <QAbstractTableModel>

#include "core/runs/compare_runs.h"

namespace rudolph {

/// The faces that two runs have both validated, with their errors.
class FacePairModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kFace, kFirst, kSecond, kDifference, kColumns };
    static constexpr int kSortRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(FaceComparison comparison, const QString& first, const QString& second);
    const FaceComparison& comparison() const { return comparison_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString errorText(double error) const;

    FaceComparison comparison_;
    QString first_;
    QString second_;
};

}  // namespace rudolph

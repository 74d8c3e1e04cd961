#pragma once

#include <QAbstractListModel>
#include <QMultiHash>
#include <memory>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/dataset/split.h"
#include "ui/models/thumbnail_loader.h"

namespace rudolph {

enum class SplitSide {
    None,  ///< not used: no points, or no split could be made
    Train,
    Validation
};

/// The faces of a data set, one a row, in the data set's order.
class SampleListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        SummaryRole = Qt::UserRole,  ///< "person 04 · view 1 · training", for a second line
        HasProblemRole               ///< bool
    };

    /// Thumbnails are asked for when a row is shown; `thumbnails` must outlive the model.
    explicit SampleListModel(ThumbnailLoader* thumbnails, QObject* parent = nullptr);

    void setDataset(std::shared_ptr<const Dataset> dataset, const Split& split);

    const std::shared_ptr<const Dataset>& dataset() const { return dataset_; }
    const Sample& sample(int row) const { return dataset_->samples[static_cast<size_t>(row)]; }
    SplitSide side(int row) const { return sides_[static_cast<size_t>(row)]; }
    bool hasProblem(int row) const { return has_problem_[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void thumbnailLoaded(const QString& image);
    QString summary(int row) const;
    QString tip(int row) const;

    ThumbnailLoader* thumbnails_;
    std::shared_ptr<const Dataset> dataset_;
    std::vector<SplitSide> sides_;
    std::vector<bool> has_problem_;
    /// Rows that wait for their picture, so that one that arrives need not be searched for.
    mutable QMultiHash<QString, int> waiting_;
};

/// "training", "validation", or empty.
QString sideName(SplitSide side);
/// "1 (frontal, neutral)" where the data set's views are known to be IMM's, else the number.
QString viewName(int view, DatasetFormat format);

}  // namespace rudolph

#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QWidget>

#include "core/runs/compare_runs.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/latest_job.h"
#include "ui/runs/runs_comparison.h"
#include "ui/session/session.h"

class QComboBox;
class QLabel;
class QTableView;

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

/// A photograph with the truth, one run's prediction as red crosses and another's as blue diamonds.
class PairView : public FaceView {
    Q_OBJECT

public:
    using FaceView::FaceView;

    void setSecondPrediction(const std::optional<PointLayer>& layer);
    const std::optional<PointLayer>& secondPrediction() const { return second_; }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    std::optional<PointLayer> second_;
};

/// Two runs face by face: which got better, which worse, by how much, and what both say of the one
/// that is chosen.
class RunFaces : public QWidget {
    Q_OBJECT

public:
    explicit RunFaces(QWidget* parent = nullptr);

    /// Exactly two runs, the older one first; anything else shows what is needed. `cases`: null
    /// while they are being read.
    void setRuns(const std::vector<RunEntryPtr>& runs, const std::vector<CasesPtr>& cases);
    QTableView* table() { return table_; }
    FacePairModel* model() { return model_; }
    PairView* view() { return view_; }
    QComboBox* which() { return which_; }
    QString summary() const;

private:
    class Filter;

    void showFace();
    void showSummary();

    std::vector<RunEntryPtr> runs_;
    std::vector<CasesPtr> cases_;
    FacePairModel* model_;
    Filter* filter_;
    QTableView* table_;
    PairView* view_;
    QComboBox* which_;
    QLabel* summary_;
    QLabel* legend_;
    QLabel* title_;
    LatestJob picture_job_;
};

}  // namespace rudolph

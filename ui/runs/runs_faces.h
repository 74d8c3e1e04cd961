#pragma once

#include <QWidget>

#include "ui/parts/job.h"
#include "ui/runs/runs_comparison.h"

class QComboBox;
class QLabel;
class QTableView;

namespace rudolph {

class FacePairModel;
class PairView;

/// Two runs face by face: which got better, which worse, by how much, and what both say of the one
/// that is chosen.
class RunFaces : public QWidget {
    Q_OBJECT

public:
    explicit RunFaces(QWidget* parent = nullptr);

    /// Exactly two runs or studies, the older one first; anything else shows what is needed.
    /// `cases`: null while they are being read.
    void setRuns(const std::vector<RunChoice>& runs, const std::vector<CasesPtr>& cases);

private:
    class Filter;

    void showFace();
    void showSummary();

    std::vector<RunChoice> runs_;
    std::vector<CasesPtr> cases_;
    FacePairModel* model_;
    Filter* filter_;
    QTableView* table_;
    PairView* view_;
    QComboBox* which_;
    QLabel* summary_;
    QLabel* legend_;
    QLabel* title_;
    Job picture_job_{JobOrder::Steady};
};

}  // namespace rudolph

#pragma once

#include <QWidget>

#include "ui/cases/case_list_model.h"
#include "ui/parts/job.h"

class QLabel;

namespace rudolph {

class FaceView;
class FigureRow;
class PageActions;

/// One case, large: truth, prediction and the lines between them, with its figures.
class CaseViewer : public QWidget {
    Q_OBJECT

public:
    /// `actions`: those of the page, with "cases/back", "cases/previous", "cases/next" and
    /// "cases/mend".
    explicit CaseViewer(const PageActions& actions, QWidget* parent = nullptr);

    /// `place` of `count` in the order of the gallery, 0-based. `deviation`: see
    /// CaseListModel::deviationAt().
    void showCase(const CasePrediction& face, const LandmarkScheme& scheme,
                  const QString& normaliser, int place, int count, double deviation);
    FaceView* view() { return view_; }

private:
    QWidget* makeToolbar(const PageActions& actions);

    FaceView* view_;
    QLabel* title_;
    FigureRow* figures_;
    int error_figure_ = 0;
    int nme_figure_ = 0;
    int worst_figure_ = 0;
    int place_figure_ = 0;
    Job picture_job_{JobOrder::Steady};
};

}  // namespace rudolph

#pragma once

#include <QDialog>
#include <functional>
#include <optional>

#include "core/train/rate_finder.h"
#include "ui/parts/job.h"
#include "ui/session/activities.h"
#include "ui/session/session.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace rudolph {

class LineChart;

/// Tries learning rates on the draft and the open faces, draws the loss over them, and puts the
/// proposed one into the draft when that is wanted. Begins when it is made; a training that begins
/// stops it, as both want all cores.
class RateDialog : public QDialog {
    Q_OBJECT

public:
    using FindRate =
        std::function<RateCurve(const TrainJob&, const ProgressCallback&, const CancelToken&)>;
    /// The engine's, which is opened when it is called.
    static RateCurve findByEngine(const TrainJob& job, const ProgressCallback& progress,
                                  const CancelToken& cancel);

    explicit RateDialog(Session* session, QWidget* parent = nullptr, FindRate find = findByEngine);

    LineChart* chart() { return chart_; }

private:
    void layOut();
    void start();
    void showCurve(const RateCurve& curve);
    void showVerdict();
    void showState();
    void use();
    /// As it goes into the form: with two figures that count.
    double proposal() const;

    Session* session_;
    FindRate find_;
    LineChart* chart_;
    QLabel* verdict_;
    QProgressBar* progress_;
    QPushButton* use_;
    QPushButton* again_;  ///< cancels while rates are tried
    Experiment tried_;
    std::optional<RateCurve> curve_;
    QString problem_;  ///< why there is no curve
    int all_ = 0;
    int smoothed_ = 0;
    Activity activity_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph

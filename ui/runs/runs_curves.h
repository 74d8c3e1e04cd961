#pragma once

#include <QWidget>
#include <vector>

#include "ui/runs/run_choice.h"
#include "ui/session/session.h"

class QComboBox;

namespace rudolph {

class LineChart;
struct LineStyle;

/// One figure of the epochs of several runs as lines, each in its run's colour. A study is one
/// line, the mean of its runs, in a band from the lowest of them to the highest.
class RunCurves : public QWidget {
    Q_OBJECT

public:
    explicit RunCurves(Session* session, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunChoice>& runs);
    LineChart* chart() { return chart_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void drawRun(const RunEntry& run, const LineStyle& style);
    void drawStudy(const StudyEntry& study, const LineStyle& style);

    Session* session_;
    QComboBox* figure_;
    LineChart* chart_;
    std::vector<RunChoice> runs_;
};

/// The name of a run at the end of its line: its experiment's, with the run's own where two have
/// the same; of a study "nose-tip, 5 seeds".
QString lineName(const RunChoice& run, const std::vector<RunChoice>& among);

}  // namespace rudolph

#pragma once

#include <QWidget>
#include <vector>

#include "core/runs/run_index.h"
#include "ui/session/session.h"

class QComboBox;

namespace rudolph {

class LineChart;

/// One figure of the epochs of several runs as lines, each in its run's colour.
class RunCurves : public QWidget {
    Q_OBJECT

public:
    explicit RunCurves(Session* session, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunEntryPtr>& runs);
    LineChart* chart() { return chart_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    Session* session_;
    QComboBox* figure_;
    LineChart* chart_;
    std::vector<RunEntryPtr> runs_;
};

/// The name of a run at the end of its line: its experiment's, with the run's own where two have
/// the same.
QString lineName(const RunEntry& run, const std::vector<RunEntryPtr>& among);

}  // namespace rudolph

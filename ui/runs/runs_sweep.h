#pragma once

#include <QWidget>
#include <vector>

#include "ui/parts/job.h"
#include "ui/runs/sweep_data.h"
#include "ui/session/session.h"

class QComboBox;
class QLabel;

namespace rudolph {

class Chart;
class ParallelChart;
class ScatterChart;

/// All runs that the table shows, to see what goes with what: any setting against any figure, and
/// as parallel coordinates. The runs that are chosen in the table are marked, and those that are
/// chosen here are chosen there.
class RunSweep : public QWidget {
    Q_OBJECT

public:
    explicit RunSweep(Session* session, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunEntryPtr>& shown, const QStringList& chosen_folders);
    ScatterChart* scatter() { return scatter_; }
    ParallelChart* parallel() { return parallel_; }
    /// The one that was used last.
    Chart* chart() const;

signals:
    void chosen(const QStringList& run_folders);

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(const SweepData& data);
    void fillChoices();
    void drawScatter();
    void drawParallel();
    void markChosen();
    void choose(const QVector<int>& runs);
    const SweepColumn* columnAt(const QComboBox* box) const;

    Session* session_;
    QComboBox* across_;
    QComboBox* upwards_;
    QLabel* note_;
    ScatterChart* scatter_;
    ParallelChart* parallel_;
    std::vector<RunEntryPtr> runs_;
    QStringList folders_;
    QStringList chosen_;
    SweepData data_;
    Job job_{JobOrder::Steady};
};

}  // namespace rudolph

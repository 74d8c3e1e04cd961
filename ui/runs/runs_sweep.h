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
class SweepInfluence;

/// The runs that are chosen in the table, or all that it shows while at most one is chosen, to see
/// what goes with what: any setting against any figure, how much each setting tells, and as
/// parallel coordinates. What is chosen here is chosen in the table, and marked here among the
/// others.
class RunSweep : public QWidget {
    Q_OBJECT

public:
    explicit RunSweep(Session* session, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunEntryPtr>& shown, const QStringList& chosen_folders);
    SweepInfluence* influence() { return influence_; }
    ScatterChart* scatter() { return scatter_; }
    ParallelChart* parallel() { return parallel_; }
    /// The one that was used last.
    Chart* chart() const;

signals:
    void chosen(const QStringList& run_folders);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::vector<RunEntryPtr> runsOf(const std::vector<RunEntryPtr>& shown) const;
    void show(const SweepData& data);
    QString noteText() const;
    void markBest();
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
    QLabel* best_;
    SweepInfluence* influence_;
    ScatterChart* scatter_;
    ParallelChart* parallel_;
    std::vector<RunEntryPtr> runs_;
    QStringList folders_;
    QStringList chosen_;
    QStringList drawn_;    ///< what the table's choice leaves; empty: all
    QStringList brushed_;  ///< what was chosen here last
    std::vector<RunEntryPtr> wanted_;
    SweepData data_;
    Job job_{JobOrder::Steady};
};

}  // namespace rudolph

#pragma once

#include <QStringList>
#include <QWidget>
#include <map>
#include <memory>
#include <vector>

#include "core/runs/compare_runs.h"
#include "ui/parts/job.h"
#include "ui/runs/run_choice.h"
#include "ui/session/session.h"

class QLabel;
class QTabWidget;

namespace rudolph {

class Chart;
class LineChart;
class RunCurves;
class RunFaces;
class RunFindings;
class RunSettings;
class RunSweep;

using CasesPtr = std::shared_ptr<const std::vector<CasePrediction>>;

/// The runs that are drawn: at most so many, or nothing can be told apart.
inline constexpr int kMostRunsDrawn = 24;

/// What the chosen runs have in common and in what they differ, in tabs: in words, as curves, by
/// their settings, by their faces' errors, as a sweep and, for two, face by face. Reads their
/// predictions in the background. The baseline is the one that the others are compared with, where
/// it is among them, else the oldest. A study counts as one: of its faces the mean over its runs.
class RunComparison : public QWidget {
    Q_OBJECT

public:
    enum Tab { kFindings, kCurves, kSettings, kDistribution, kSweep, kFaces };

    explicit RunComparison(Session* session, QWidget* parent = nullptr);
    ~RunComparison() override;

    /// `shown`: all that the table shows, which a sweep is drawn of; a folded study as one run.
    /// `baseline`: null: there is none.
    void setRuns(std::vector<RunChoice> chosen, const std::vector<RunEntryPtr>& shown,
                 const RunEntryPtr& baseline);
    /// The chart of the tab that is shown; null where it has none, or nothing to draw.
    Chart* currentChart() const;

signals:
    /// The person brushed runs in the sweep.
    void chosen(const QStringList& run_folders);
    void failed(const QString& what, const QString& advice);
    /// The person wants studies made of these runs, or a study's missing runs trained,
    /// or those that have failed.
    void repeatsWanted(const QStringList& run_folders);
    void studyWanted(const QString& study_folder, bool failed_again);

protected:
    void changeEvent(QEvent* event) override;

private:
    void readCases();
    /// How many of the chosen runs the tab shows, where it leaves some out.
    void showLeftOut();
    /// Only the tab that is looked at is kept up to date.
    void showTab();
    void showDistribution();
    bool isChosen(const RunEntryPtr& run) const;
    /// Of each run; null while they are being read.
    std::vector<CasesPtr> cases() const;

    Session* session_;
    QTabWidget* tabs_;
    QLabel* left_out_;
    RunFindings* findings_;
    RunCurves* curves_;
    RunSettings* settings_;
    LineChart* distribution_;
    RunSweep* sweep_;
    RunFaces* faces_;
    std::vector<RunChoice> runs_;  ///< chosen, in order, at most kMostRunsDrawn
    RunEntryPtr baseline_;
    std::vector<RunEntryPtr> shown_;  ///< in the table
    QStringList chosen_folders_;      ///< of runs, those of studies included
    int chosen_count_ = 0;            ///< rows
    /// By run as it was read: another epoch gives it another entry.
    std::map<RunEntryPtr, CasesPtr> cases_;
    Job read_job_{JobOrder::Steady};
};

}  // namespace rudolph

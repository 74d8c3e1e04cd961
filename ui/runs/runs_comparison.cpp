#include "ui/runs/runs_comparison.h"

#include <QEvent>
#include <QLabel>
#include <QTabWidget>
#include <algorithm>

#include "core/eval/error_distribution.h"
#include "core/runs/run_cases.h"
#include "core/study/study_cases.h"
#include "ui/base/error_text.h"
#include "ui/base/glossary.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/parallel_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/runs/runs_curves.h"
#include "ui/runs/runs_faces.h"
#include "ui/runs/runs_findings.h"
#include "ui/runs/runs_settings.h"
#include "ui/runs/runs_sweep.h"

namespace rudolph {

namespace {

constexpr double kErrorLimit = 0.08;

/// The one that the others are compared with first: the baseline, then the oldest.
void sortByTime(std::vector<RunChoice>& runs) {
    std::stable_sort(runs.begin(), runs.end(), [](const RunChoice& first, const RunChoice& second) {
        const RunEntry& a = *first.run;
        const RunEntry& b = *second.run;
        if (a.marks.baseline != b.marks.baseline)
            return a.marks.baseline;
        return a.started_seconds != b.started_seconds ? a.started_seconds < b.started_seconds
                                                      : a.run.name < b.run.name;
    });
}

/// Of a study the means over its finished runs.
std::vector<CasePrediction> casesOf(const RunChoice& choice, const Dataset* open) {
    if (!choice.study)
        return read_cases(choice.run->run, open);
    std::vector<std::vector<CasePrediction>> runs;
    for (const RunEntryPtr& run : choice.study->finished())
        runs.push_back(read_cases(run->run, open));
    return study_cases(runs).cases;
}

}  // namespace

RunComparison::RunComparison(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      tabs_(new QTabWidget(this)),
      left_out_(new QLabel(this)),
      findings_(new RunFindings(session)),
      curves_(new RunCurves(session)),
      settings_(new RunSettings),
      distribution_(new LineChart),
      sweep_(new RunSweep(session)),
      faces_(new RunFaces) {
    tabs_->setDocumentMode(true);
    tabs_->addTab(findings_, tr("In words"));
    tabs_->addTab(curves_, tr("Curves"));
    tabs_->addTab(settings_, tr("Settings"));
    tabs_->setTabToolTip(tabs_->addTab(distribution_, tr("Faces by error")),
                         withTerm({}, Term::Ced));
    tabs_->addTab(sweep_, tr("Sweep"));
    tabs_->addTab(faces_, tr("Face by face"));
    distribution_->setMessage(
        tr("The share of the validation faces whose NME is at most so large "
           "is drawn here."));
    distribution_->setAxisLabels(tr("NME, %"), tr("Share of the faces, %"));
    distribution_->setReadoutHead(tr("NME up to %1 %"));
    distribution_->setValueUnit(1, tr(" % of the faces"));
    distribution_->setFileName(tr("faces by error"));
    distribution_->setObjectName(QStringLiteral("distribution"));
    left_out_->setObjectName(QStringLiteral("left-out"));
    for (Chart* chart : std::initializer_list<Chart*>{curves_->chart(), distribution_,
                                                      sweep_->scatter(), sweep_->parallel()})
        connect(chart, &Chart::failed, this, &RunComparison::failed);
    connect(sweep_, &RunSweep::chosen, this, &RunComparison::chosen);
    connect(findings_, &RunFindings::repeatsWanted, this, &RunComparison::repeatsWanted);
    connect(findings_, &RunFindings::studyWanted, this, &RunComparison::studyWanted);
    connect(tabs_, &QTabWidget::currentChanged, this, &RunComparison::showTab);
    // Pictures that were missing may be among the faces that are open now.
    connect(session_, &Session::datasetChanged, this, [this] {
        cases_.clear();
        showTab();
    });
    auto* layout = makeColumn(this, 0);
    layout->addWidget(tabs_, 1);
    left_out_->setContentsMargins(8, 0, 8, 8);
    left_out_->setWordWrap(true);
    left_out_->hide();
    layout->addWidget(left_out_);
}

RunComparison::~RunComparison() = default;

void RunComparison::setRuns(std::vector<RunChoice> chosen, const std::vector<RunEntryPtr>& shown,
                            const RunEntryPtr& baseline) {
    sortByTime(chosen);
    chosen_folders_.clear();
    const auto is_shown = [&shown](const RunEntryPtr& run) {
        return std::find(shown.begin(), shown.end(), run) != shown.end();
    };
    for (const RunChoice& run : chosen)
        if (!run.study || is_shown(run.run))
            chosen_folders_ << toQString(run.run->run.folder);
        else
            for (const RunEntryPtr& part : run.study->runs)
                chosen_folders_ << toQString(part->run.folder);
    chosen_folders_.removeDuplicates();
    chosen_count_ = static_cast<int>(chosen.size());
    shown_ = shown;
    baseline_ = baseline;
    if (chosen.size() > kMostRunsDrawn)
        chosen.resize(kMostRunsDrawn);
    if (chosen != runs_) {
        // Another mark makes another entry of the same predictions.
        for (const RunChoice& run : chosen)
            for (const auto& [known, cases] : std::map(cases_))
                if (known->run.folder == run.run->run.folder && known->marks != run.run->marks)
                    cases_.emplace(run.run, cases);
        runs_ = std::move(chosen);
        // Only of runs as they are now.
        std::erase_if(cases_, [this](const auto& known) { return !isChosen(known.first); });
    }
    showTab();
}

bool RunComparison::isChosen(const RunEntryPtr& run) const {
    return std::any_of(runs_.begin(), runs_.end(),
                       [&run](const RunChoice& choice) { return choice.run == run; });
}

std::vector<CasesPtr> RunComparison::cases() const {
    std::vector<CasesPtr> cases;
    for (const RunChoice& run : runs_) {
        const auto known = cases_.find(run.run);
        cases.push_back(known == cases_.end() ? nullptr : known->second);
    }
    return cases;
}

/// The sweep shows every run of the table, and face by face there are two or none.
void RunComparison::showLeftOut() {
    const int tab = tabs_->currentIndex();
    const int chosen = chosen_count_;
    const bool some = chosen > kMostRunsDrawn && tab != kSweep && tab != kFaces;
    left_out_->setText(some ? tr("%1 of %2 chosen runs are shown, the oldest. Choose fewer to see "
                                 "the others.")
                                  .arg(kMostRunsDrawn)
                                  .arg(chosen)
                            : QString());
    left_out_->setVisible(some);
}

void RunComparison::showTab() {
    const int tab = tabs_->currentIndex();
    showLeftOut();
    // Predictions are read when a tab first wants them.
    if ((tab == kFindings && runs_.size() > 1) || tab == kDistribution ||
        (tab == kFaces && runs_.size() == 2))
        readCases();
    switch (tab) {
        case kFindings:
            return findings_->setRuns(runs_, cases());
        case kCurves:
            return curves_->setRuns(runs_);
        case kSettings:
            return settings_->setRuns(runs_, baseline_);
        case kDistribution:
            return showDistribution();
        case kSweep:
            return sweep_->setRuns(shown_, chosen_folders_);
        default:
            return faces_->setRuns(runs_, cases());
    }
}

void RunComparison::readCases() {
    std::vector<RunChoice> missing;
    for (const RunChoice& run : runs_)
        if (!cases_.contains(run.run))
            missing.push_back(run);
    if (missing.empty())
        return;
    struct Read {
        std::map<RunEntryPtr, CasesPtr> cases;
        ErrorText problem;  ///< the last one, of those that cannot be read
    };
    read_job_.start(
        [missing, open = session_->dataset()](JobContext&) {
            Read read;
            for (const RunChoice& run : missing) {
                std::vector<CasePrediction> cases;
                try {
                    cases = casesOf(run, open.get());
                } catch (...) {
                    read.problem = errorText(std::current_exception());
                }
                read.cases[run.run] =
                    std::make_shared<const std::vector<CasePrediction>>(std::move(cases));
            }
            return read;
        },
        [this](const Read& read) {
            for (const auto& [run, cases] : read.cases)
                if (isChosen(run))
                    cases_[run] = cases;
            if (!read.problem.what.isEmpty())
                emit failed(read.problem.what, read.problem.advice);
            showTab();
        });
}

void RunComparison::showDistribution() {
    const std::vector<CasesPtr> all = cases();
    distribution_->clearLines();
    RunColours& colours = session_->runColours();
    for (size_t i = 0; i < runs_.size(); ++i) {
        if (!all[i])
            continue;
        std::vector<double> errors;
        for (const CasePrediction& face : *all[i])
            errors.push_back(face.result.nme);
        const ErrorDistribution steps = error_distribution(std::move(errors), kErrorLimit);
        QVector<double> x;
        QVector<double> y;
        for (size_t k = 0; k < steps.errors.size(); ++k) {
            x << steps.errors[k] * 100;
            y << steps.shares[k] * 100;
        }
        const QString folder = toQString(runs_[i].run->run.folder);
        LineStyle style;
        style.name = lineName(runs_[i], runs_);
        style.colour = colours.colour(folder, palette());
        style.dashed = colours.isDashed(folder);
        style.steps = true;
        distribution_->setValues(distribution_->addLine(style), x, y);
    }
}

void RunComparison::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTab();
}

Chart* RunComparison::currentChart() const {
    Chart* chart = nullptr;
    switch (tabs_->currentIndex()) {
        case kCurves:
            chart = curves_->chart();
            break;
        case kDistribution:
            chart = distribution_;
            break;
        case kSweep:
            chart = sweep_->chart();
            break;
        default:
            break;
    }
    return chart && !chart->isEmpty() ? chart : nullptr;
}

}  // namespace rudolph

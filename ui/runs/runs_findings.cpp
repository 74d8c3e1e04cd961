#include "ui/runs/runs_findings.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <utility>

#include "ui/base/error_text.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/parts/icons.h"
#include "ui/parts/study_name.h"
#include "ui/runs/run_words.h"

namespace rudolph {

namespace {

QString listOf(const QStringList& lines) {
    QString html = QStringLiteral("<ul>");
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

}  // namespace

RunFindings::RunFindings(Session* session, QWidget* parent)
    : QScrollArea(parent), session_(session), text_(new QLabel), offer_(new QPushButton) {
    text_->setObjectName(QStringLiteral("words"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::RichText);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setMargin(8);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    offer_->setObjectName(QStringLiteral("offer"));
    offer_->setIcon(themedIcon(QStringLiteral("start")));
    connect(offer_, &QPushButton::clicked, this, [this] {
        // It may offer something else.
        const std::function<void()> action = offered_;
        action();
    });
    auto* content = new QWidget;
    auto* column = makeColumn(content, 0, {0, 0, 8, 8});
    column->addWidget(text_);
    auto* row = new QHBoxLayout;
    row->addSpacing(8);
    row->addWidget(offer_);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setAccessibleName(tr("The chosen runs in words"));
    setFrameShape(QFrame::NoFrame);
    showText();
}

void RunFindings::setRuns(const std::vector<RunChoice>& runs, const std::vector<CasesPtr>& cases) {
    runs_ = runs;
    cases_ = cases;
    compareStudies();
    showText();
}

void RunFindings::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

QString RunFindings::headingOf(const RunChoice& run) const {
    const QString colour =
        session_->runColours().colour(toQString(run.run->run.folder), palette()).name();
    const QString name =
        run.study ? studyName(*run.study) : QString::fromStdString(run.run->run.name);
    return QStringLiteral("<span style='color:%1'>■</span> <b>%2</b>")
        .arg(colour, name.toHtmlEscaped());
}

void RunFindings::offer(const QString& text, const QString& tip, std::function<void()> action) {
    offer_->setText(text);
    offer_->setToolTip(tip);
    offer_->setVisible(!text.isEmpty());
    offered_ = std::move(action);
}

bool RunFindings::lacksSeeds() const {
    if (runs_.size() != 2)
        return false;
    std::vector<Experiment> experiments;
    for (const RunChoice& run : runs_) {
        if (run.study || run.run->run.summary.state != RunState::Finished ||
            session_->runs().findStudy(toQString(run.run->run.folder.parent_path())))
            return false;
        experiments.push_back(run.run->run.experiment);
        experiments.back().seed = 0;
    }
    // Else they are two seeds of one experiment.
    return !differing_settings(experiments).empty();
}

/// Studies that are the same as before were compared already.
void RunFindings::compareStudies() {
    if (runs_ == compared_runs_)
        return;
    compared_runs_ = runs_;
    compared_.clear();
    compare_job_.drop();
    if (runs_.size() < 2 || !runs_.front().study)
        return;
    compare_job_.start(
        [runs = runs_](JobContext&) {
            std::map<size_t, QString> compared;
            const StudyEntry& first = *runs.front().study;
            const StudyRuns first_runs = first.study_runs();
            for (size_t i = 1; i < runs.size(); ++i) {
                if (!runs[i].study)
                    continue;
                const StudyEntry& second = *runs[i].study;
                try {
                    compared[i] = studyComparisonText(compare_studies(
                        first.study, first_runs, second.study, second.study_runs()));
                } catch (...) {
                    const ErrorText error = errorText(std::current_exception());
                    compared[i] = sentence(error.what) + QLatin1Char(' ') + sentence(error.advice);
                }
            }
            return compared;
        },
        [this](std::map<size_t, QString> compared) {
            compared_ = std::move(compared);
            showText();
        });
}

QStringList RunFindings::factsOf(const RunChoice& run) {
    if (!run.study)
        return runFacts(*run.run);
    QStringList facts{presetFact(*run.run)};
    facts << studySentences(*run.study);
    if (run.run->run.summary.state == RunState::Running)
        return facts;
    const auto train = [this, folder = toQString(run.study->folder)](bool failed_again) {
        return [this, folder, failed_again] { emit studyWanted(folder, failed_again); };
    };
    if (run.study->lacks_runs())
        offer(tr("Train what is missing"), tr("Trains the runs that this study lacks"),
              train(false));
    else if (run.study->failed() > 0)
        offer(tr("Train the failed again"),
              tr("As when a disk was full; what diverged will do so again"), train(true));
    return facts;
}

QStringList RunFindings::differencesOf(size_t place) {
    const RunChoice& first = runs_.front();
    const RunChoice& second = runs_[place];
    const auto name = [](const RunChoice& run) {
        return run.study ? studyName(*run.study) : QString::fromStdString(run.run->run.name);
    };
    QStringList lines;
    if (first.study && second.study) {
        const auto rows =
            differing_settings({first.run->run.experiment, second.run->run.experiment});
        RunFinding settings;
        settings.kind = rows.empty() ? RunFinding::Kind::SameSettings : RunFinding::Kind::Settings;
        settings.settings = rows;
        lines << findingText(settings, name(first), name(second));
        const auto compared = compared_.find(place);
        return lines << (compared == compared_.end() ? tr("Reading the predictions …")
                                                     : compared->second);
    }
    if (first.study || second.study)
        return {
            tr("One is a study and the other a single run. Choose two studies, or unfold the "
               "study and choose one of its runs.")};
    if (!cases_[0] || !cases_[place])
        return {tr("Reading the predictions …")};
    for (const RunFinding& finding :
         compare_runs(first.run->run, second.run->run, compare_faces(*cases_[0], *cases_[place])))
        lines << findingText(finding, name(first), name(second));
    if (lacksSeeds()) {
        lines << tr(
            "A second seed is missing: how much of this is chance of the seed, one run of "
            "each cannot tell. Three of each can.");
        QStringList folders;
        for (const RunChoice& run : runs_)
            folders << toQString(run.run->run.folder);
        offer(tr("Train two more seeds of each"),
              tr("Makes a study of each, into which these runs move as its first, and trains what "
                 "is missing"),
              [this, folders] { emit repeatsWanted(folders); });
    }
    return lines;
}

void RunFindings::showText() {
    offer({}, {}, {});
    if (runs_.empty()) {
        text_->setText(
            tr("Choose a run above to see what it is, or several to see in what they "
               "differ."));
        return;
    }
    const RunChoice& first = runs_.front();
    if (runs_.size() == 1) {
        text_->setText(headingOf(first) + listOf(factsOf(first)));
        return;
    }
    QString html = (first.run->marks.baseline
                        ? tr("Compared with the baseline, %1").arg(headingOf(first))
                        : tr("Compared with the oldest of them, %1").arg(headingOf(first))) +
                   QStringLiteral("<br>");
    for (size_t i = 1; i < runs_.size(); ++i) {
        html += QStringLiteral("<p>%1</p>").arg(headingOf(runs_[i]));
        html += listOf(differencesOf(i));
    }
    if (!compared_.empty())
        html += QStringLiteral("<p><small>%1</small></p>").arg(studyMethodText());
    text_->setText(html);
}

}  // namespace rudolph

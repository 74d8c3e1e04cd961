#include "ui/cases/case_run_list.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <set>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/cases/case_studies.h"
#include "ui/parts/labels.h"
#include "ui/parts/run_state_text.h"
#include "ui/parts/study_name.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr int kFolderRole = Qt::UserRole;
const QString kIndent = QStringLiteral("      ");

/// What the list says of a run, of a study, or of what cannot be read.
struct Line {
    QString text;
    QString tip;
    QString folder = {};  ///< empty: nothing to open
};

Line lineOf(const RunRecord& run, const StudyEntry* study) {
    const QString error = run.summary.epochs_done > 0 ? pixelText(run.summary.error_px)
                                                      : CaseRunList::tr("no epoch yet");
    const QString state = QStringLiteral("%1 · %2").arg(runStateText(run.summary.state), error);
    const QString name = study ? kIndent + studyRunName(*study, RunEntry{run, {}, {}, {}})
                               : QString::fromStdString(run.name);
    return {name + QLatin1Char('\n') + (study ? kIndent : QString()) + state,
            coreText(run.experiment.description), toQString(run.folder)};
}

Line lineOf(const StudyEntry& study) {
    const double error = study.as_run->run.summary.error_px;
    return {QStringLiteral("%1\n%2 · %3")
                .arg(studyName(study),
                     CaseRunList::tr("%1 of %2 runs").arg(study.done()).arg(study.study.parts),
                     study.done() > 0 ? pixelText(error) : CaseRunList::tr("none finished yet")),
            coreText(study.study.experiment.description), toQString(study.folder)};
}

/// Newest first; a study stands where its newest run would, with its runs below it.
std::vector<Line> linesOf(const RunShelf& shelf, const std::vector<Problem>& problems) {
    std::vector<Line> lines;
    std::set<std::filesystem::path> shown;
    for (const RunEntryPtr& entry : shelf.runs().runs) {
        const std::filesystem::path folder = entry->run.folder.parent_path();
        const StudyEntryPtr study = shelf.findStudy(toQString(folder));
        if (!study) {
            lines.push_back(lineOf(entry->run, nullptr));
        } else if (shown.insert(folder).second) {
            lines.push_back(lineOf(*study));
            for (const RunEntryPtr& run : study->runs)
                lines.push_back(lineOf(run->run, study.get()));
        }
    }
    for (const Problem& problem : problems)
        lines.push_back({QStringLiteral("%1\n%2").arg(toQString(problem.file.filename()),
                                                      CaseRunList::tr("cannot be read")),
                         QString::fromStdString(problem.message)});
    return lines;
}

}  // namespace

CaseRunList::CaseRunList(Session* session, CaseStudies* studies, QAction* refresh, QWidget* parent)
    : QWidget(parent),
      session_(session),
      studies_(studies),
      list_(nullptr),
      folder_(new QLabel(this)) {
    setMinimumWidth(240);
    auto* heading = new QLabel(tr("Runs"), this);
    embolden(heading);
    auto* again = new QToolButton(this);
    again->setDefaultAction(refresh);
    again->setAccessibleName(refresh->text());
    again->setAutoRaise(true);
    list_ = new QListWidget(this);
    list_->setObjectName(QStringLiteral("runs"));
    list_->setAccessibleName(tr("Runs"));
    list_->setUniformItemSizes(true);
    list_->setTextElideMode(Qt::ElideRight);
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            studies_->open(item->data(kFolderRole).toString());
    });
    auto* change = new QPushButton(tr("Change folder…"), this);
    connect(change, &QPushButton::clicked, this, &CaseRunList::chooseFolder);

    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(again);
    auto* layout = makeColumn(this, 8, {12, 12, 8, 12});
    layout->addLayout(top);
    layout->addWidget(list_, 1);
    layout->addWidget(folder_);
    layout->addWidget(change, 0, Qt::AlignLeft);
}

void CaseRunList::showRuns() {
    showFolder(folder_, session_->runsFolder());
    const QSignalBlocker quiet(list_);
    const RunEntries& found = session_->runs().runs();
    std::vector<Problem> problems = found.problems;
    // A run whose marks alone are broken is there.
    std::erase_if(problems, [](const Problem& each) { return each.file.filename() == kMarksFile; });
    const std::vector<Line> lines = linesOf(session_->runs(), problems);
    const auto count = static_cast<int>(lines.size());
    // Written over rather than made anew, so that nothing scrolls while a run goes on.
    while (list_->count() > count)
        delete list_->takeItem(count);
    const QSize size(0, 2 * list_->fontMetrics().height() + 14);
    while (list_->count() < count)
        (new QListWidgetItem(list_))->setSizeHint(size);
    int row = 0;
    for (const Line& line : lines) {
        QListWidgetItem* item = list_->item(row++);
        item->setText(line.text);
        item->setFlags(line.folder.isEmpty() ? Qt::ItemFlags(Qt::NoItemFlags)
                                             : Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        item->setData(kFolderRole, line.folder);
        item->setToolTip(plainTip(line.tip));
    }
    markOpened();
}

void CaseRunList::markOpened() {
    const QSignalBlocker quiet(list_);
    const QString opened = studies_->runFolder();
    int place = -1;
    for (int row = 0; row < list_->count() && place < 0 && !opened.isEmpty(); ++row)
        if (QDir(list_->item(row)->data(kFolderRole).toString()) == QDir(opened))
            place = row;
    list_->setCurrentRow(place);
}

void CaseRunList::chooseFolder() {
    askForFolder(
        this, {tr("Choose the folder of runs"), QStringLiteral("runs"), {}, session_->runsFolder()},
        [this](const QString& folder) {
            Settings().set(settings::kRunsFolder, folder);
            session_->setRunsFolder(folder);
        });
}

}  // namespace rudolph

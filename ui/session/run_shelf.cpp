#include "ui/session/run_shelf.h"

#include <QFile>
#include <algorithm>
#include <utility>

#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

/// An epoch of a small network takes about a second.
constexpr int kFollowMs = 2000;

bool isGoingOn(const RunEntryPtr& entry) {
    return entry->run.summary.state == RunState::Running;
}

bool isSame(const std::optional<ErrorText>& a, const std::optional<ErrorText>& b) {
    return a.has_value() == b.has_value() && (!a || (a->what == b->what && a->advice == b->advice));
}

/// Gives the entry of a run its marks where it has others.
void setMarks(std::vector<RunEntryPtr>& runs, const QString& run_folder, const RunMarks& marks) {
    const std::filesystem::path path = toPath(run_folder);
    for (RunEntryPtr& entry : runs) {
        if (entry->run.folder != path || entry->marks == marks)
            continue;
        auto marked = std::make_shared<RunEntry>(*entry);
        marked->marks = marks;
        entry = std::move(marked);
    }
}

/// Likewise of a study.
void setMarks(std::vector<StudyEntryPtr>& studies, const QString& folder, const RunMarks& marks) {
    const std::filesystem::path path = toPath(folder);
    for (StudyEntryPtr& entry : studies) {
        if (entry->folder != path || entry->as_run->marks == marks)
            continue;
        auto as_run = std::make_shared<RunEntry>(*entry->as_run);
        as_run->marks = marks;
        auto marked = std::make_shared<StudyEntry>(*entry);
        marked->as_run = std::move(as_run);
        entry = std::move(marked);
    }
}

}  // namespace

/// What one look at the folder found.
struct RunShelf::Read {
    QString folder;
    RunEntries runs;
    std::vector<StudyEntryPtr> studies;
    std::optional<ErrorText> error;
};

RunShelf::RunShelf(QObject* parent)
    : QObject(parent),
      index_(std::make_shared<RunIndex>()),
      study_index_(std::make_shared<StudyIndex>()),
      job_(JobOrder::InTurn) {
    follow_.setInterval(kFollowMs);
    connect(&follow_, &QTimer::timeout, this, [this] {
        if (!reading_)
            refresh();
    });
    connect(&job_, &Job::progressed, this,
            [this](const QString& /*what*/, int done, int total) { emit progressed(done, total); });
}

RunShelf::~RunShelf() {
    cancel_.cancel();
}

void RunShelf::setFolder(const QString& folder) {
    if (folder == folder_)
        return;
    folder_ = folder;
    runs_ = {};
    studies_ = {};
    error_.reset();
    const bool wanted = std::exchange(read_, false) || reading_;
    emit changed();
    // Nobody has asked for runs before the first page that shows some.
    if (wanted)
        refresh();
}

RunEntryPtr RunShelf::find(const QString& run_folder) const {
    const std::filesystem::path path = toPath(run_folder);
    const auto found =
        std::find_if(runs_.runs.begin(), runs_.runs.end(),
                     [&path](const RunEntryPtr& entry) { return entry->run.folder == path; });
    return found == runs_.runs.end() ? nullptr : *found;
}

StudyEntryPtr RunShelf::findStudy(const QString& study_folder) const {
    const std::filesystem::path path = toPath(study_folder);
    const auto found =
        std::find_if(studies_.begin(), studies_.end(),
                     [&path](const StudyEntryPtr& study) { return study->folder == path; });
    return found == studies_.end() ? nullptr : *found;
}

void RunShelf::refresh() {
    if (std::exchange(reading_, true)) {
        again_ = true;
        return;
    }
    job_.start(
        [index = index_, studies = study_index_, folder = folder_,
         cancel = cancel_](JobContext& context) {
            Read read{folder, {}, {}, std::nullopt};
            try {
                read.runs = index->read(toPath(folder), cancel, context.progress());
                StudyEntries found = studies->read(toPath(folder), read.runs.runs);
                read.studies = std::move(found.studies);
                auto& problems = read.runs.problems;
                problems.insert(problems.end(), found.problems.begin(), found.problems.end());
            } catch (const Cancelled&) {
                throw;  // the window is closing
            } catch (...) {
                read.error = errorText(std::current_exception());
            }
            return read;
        },
        [this](Read read) { take(std::move(read)); });
}

void RunShelf::take(Read read) {
    reading_ = false;
    const bool again = std::exchange(again_, false) || read.folder != folder_;
    if (read.folder == folder_) {
        const bool first = !std::exchange(read_, true);
        const bool same = read.runs.runs == runs_.runs && read.runs.problems == runs_.problems &&
                          read.studies == studies_ && isSame(read.error, error_);
        runs_ = std::move(read.runs);
        studies_ = std::move(read.studies);
        error_ = std::move(read.error);
        const bool going_on = std::any_of(runs_.runs.begin(), runs_.runs.end(), isGoingOn);
        if (!watchers_.empty() && going_on && !follow_.isActive())
            follow_.start();
        else if (!going_on)
            follow_.stop();
        if (first || !same)
            emit changed();
        emit refreshed();
    }
    if (again)
        refresh();
}

void RunShelf::watch(const QObject* watcher) {
    watchers_.insert(watcher);
    refresh();
}

void RunShelf::unwatch(const QObject* watcher) {
    watchers_.erase(watcher);
    if (watchers_.empty())
        follow_.stop();
}

void RunShelf::writeMarks(const QString& run_folder, const RunMarks& marks) {
    struct Failure {
        RunMarks on_disk;
        ErrorText error;
    };
    setMarks(runs_.runs, run_folder, marks);
    setMarks(studies_, run_folder, marks);
    // What is being read does not know them yet.
    again_ = again_ || reading_;
    job_.start(
        [run_folder, marks](JobContext&) -> std::optional<Failure> {
            try {
                write_marks(toPath(run_folder), marks);
                return std::nullopt;
            } catch (...) {
                Failure failure{{}, errorText(std::current_exception())};
                try {
                    failure.on_disk = read_marks(toPath(run_folder));
                } catch (...) {
                    // What is wrong with them is told already.
                    failure.on_disk = {};
                }
                return failure;
            }
        },
        [this, run_folder](const std::optional<Failure>& failure) {
            if (!failure)
                return;
            setMarks(runs_.runs, run_folder, failure->on_disk);
            setMarks(studies_, run_folder, failure->on_disk);
            emit marksFailed(run_folder, failure->on_disk, failure->error.what,
                             failure->error.advice);
        });
}

void RunShelf::moveToTrash(const QStringList& run_folders) {
    job_.start(
        [run_folders](JobContext&) {
            std::pair<QStringList, QStringList> moved_and_left;
            for (const QString& folder : run_folders)
                (QFile::moveToTrash(folder) ? moved_and_left.first : moved_and_left.second)
                    << folder;
            return moved_and_left;
        },
        [this](const std::pair<QStringList, QStringList>& moved_and_left) {
            emit trashed(moved_and_left.first, moved_and_left.second);
            refresh();
        });
}

}  // namespace rudolph

#include "ui/runs/run_exports.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/runs/run_files.h"
#include "core/runs/run_report.h"
#include "core/runs/run_table.h"
#include "core/runs/share_run.h"
#include "core/runs/tensorboard.h"
#include "ui/base/path_convert.h"

namespace rudolph {

RunExports::RunExports(Session* session, QObject* parent)
    : QObject(parent),
      session_(session),
      activity_(&session->activities(), StudioPage::Runs, nullptr) {
    activity_.follow(&job_, {});
    connect(&job_, &Job::failed, this, &RunExports::failed);
    connect(&job_, &Job::cancelled, this,
            [this] { session_->navigation().report(tr("Nothing was written")); });
}

void RunExports::writeTable(const std::vector<RunEntryPtr>& runs, const QString& file) {
    start(tr("Writing the table"), [runs, file](JobContext&) {
        write_file(toPath(file), runs_csv(runs));
        return QStringList{file};
    });
}

void RunExports::writeReport(std::vector<RunEntryPtr> runs, const QString& file,
                             FacesOutside outside) {
    std::stable_sort(runs.begin(), runs.end(), [](const RunEntryPtr& a, const RunEntryPtr& b) {
        return a->started_seconds < b->started_seconds;
    });
    ReportOptions options;
    options.title = tr("Comparison of runs").toStdString();
    options.open = session_->dataset();
    options.follow_outside = outside == FacesOutside::Show;
    if (!begin(tr("Writing the report")))
        return;
    using Pictures = std::vector<std::filesystem::path>;
    job_.start(
        [runs, options, file, outside](JobContext& context) {
            if (outside == FacesOutside::Ask)
                if (Pictures pictures = report_pictures_outside(runs, options); !pictures.empty())
                    return pictures;
            const std::string html =
                run_report_html(runs, options, context.cancel(), context.progress());
            context.cancel().throw_if_cancelled();
            write_file(toPath(file), html);
            return Pictures();
        },
        [this, runs, file](const Pictures& pictures) {
            if (pictures.empty())
                emit written({file});
            else
                emit askedAboutOutside(runs, file, pictures);
        });
}

void RunExports::writeEvents(const std::vector<RunEntryPtr>& runs) {
    start(tr("Writing TensorBoard events"), [runs](JobContext& context) {
        const ProgressCallback progress = context.progress();
        QStringList files;
        for (const RunEntryPtr& run : runs) {
            context.cancel().throw_if_cancelled();
            files << toQString(export_tensorboard(run->run));
            progress({files.size(), static_cast<std::int64_t>(runs.size())});
        }
        return files;
    });
}

void RunExports::share(const std::vector<RunEntryPtr>& runs, const QString& folder) {
    if (!begin(tr("Copying the runs")))
        return;
    job_.start(
        [runs, folder](JobContext& context) {
            const std::filesystem::path destination = toPath(folder);
            for (const RunEntryPtr& run : runs)
                if (is_there(destination / run->run.name))
                    throw Error("this is there already", {destination / run->run.name},
                                "choose another folder");
            QStringList copies;
            for (const RunEntryPtr& run : runs)
                copies << toQString(
                    share_run(run->run.folder, destination, context.cancel(), context.progress()));
            return copies;
        },
        [this](const QStringList& copies) { emit shared(copies); });
}

void RunExports::start(const QString& what, const std::function<QStringList(JobContext&)>& write) {
    if (begin(what))
        job_.start(write, [this](const QStringList& files) { emit written(files); });
}

bool RunExports::begin(const QString& what) {
    if (job_.isBusy()) {
        emit refused();
        return false;
    }
    activity_.setText(what);
    return true;
}

}  // namespace rudolph

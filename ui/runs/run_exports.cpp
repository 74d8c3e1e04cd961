#include "ui/runs/run_exports.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/runs/run_report.h"
#include "core/runs/run_table.h"
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

void RunExports::writeReport(std::vector<RunEntryPtr> runs, const QString& file) {
    std::stable_sort(runs.begin(), runs.end(), [](const RunEntryPtr& a, const RunEntryPtr& b) {
        return a->started_seconds < b->started_seconds;
    });
    ReportOptions options;
    options.title = tr("Comparison of runs").toStdString();
    options.open = session_->dataset();
    start(tr("Writing the report"), [runs, options, file](JobContext& context) {
        const std::string html =
            run_report_html(runs, options, context.cancel(), context.progress());
        context.cancel().throw_if_cancelled();
        write_file(toPath(file), html);
        return QStringList{file};
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

void RunExports::start(const QString& what, const std::function<QStringList(JobContext&)>& write) {
    if (job_.isBusy())
        return emit refused();
    activity_.setText(what);
    job_.start(write, [this](const QStringList& files) { emit written(files); });
}

}  // namespace rudolph

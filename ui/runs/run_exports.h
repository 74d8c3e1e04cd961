#pragma once

#include <QObject>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/runs/run_index.h"
#include "ui/parts/job.h"
#include "ui/session/session.h"

namespace rudolph {

/// What becomes of faces on pictures that do not lie with the data (core/formats/outside.h).
enum class FacesOutside { Ask, LeaveOut, Show };

/// Writes what is exported of runs, in the background and one at a time; an activity of the Runs
/// page.
class RunExports : public QObject {
    Q_OBJECT

public:
    explicit RunExports(Session* session, QObject* parent = nullptr);

    void writeTable(const std::vector<RunEntryPtr>& runs, const QString& file);
    /// Runs are compared with the oldest of them.
    void writeReport(std::vector<RunEntryPtr> runs, const QString& file,
                     FacesOutside outside = FacesOutside::Ask);
    /// TensorBoard's, into the folder of each run.
    void writeEvents(const std::vector<RunEntryPtr>& runs);
    /// Copies to hand on (core/runs/share_run.h), each under its name in `folder`; none where there
    /// is one already.
    void share(const std::vector<RunEntryPtr>& runs, const QString& folder);

signals:
    void written(const QStringList& files);
    /// Nothing is written yet, as the report would show faces of these pictures, which do not lie
    /// with the data of their runs: writeReport() is to be called again.
    void askedAboutOutside(const std::vector<rudolph::RunEntryPtr>& runs, const QString& file,
                           const std::vector<std::filesystem::path>& pictures);
    void failed(const rudolph::ErrorText& error);
    void shared(const QStringList& folders);
    /// Another export goes on.
    void refused();

private:
    bool begin(const QString& what);
    void start(const QString& what, const std::function<QStringList(JobContext&)>& write);

    Session* session_;
    Activity activity_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph

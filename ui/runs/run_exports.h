#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <vector>

#include "core/runs/run_index.h"
#include "ui/parts/job.h"
#include "ui/session/session.h"

namespace rudolph {

/// Writes what is exported of runs, in the background and one at a time; an activity of the Runs
/// page.
class RunExports : public QObject {
    Q_OBJECT

public:
    explicit RunExports(Session* session, QObject* parent = nullptr);

    void writeTable(const std::vector<RunEntryPtr>& runs, const QString& file);
    /// Runs are compared with the oldest of them.
    void writeReport(std::vector<RunEntryPtr> runs, const QString& file);
    /// TensorBoard's, into the folder of each run.
    void writeEvents(const std::vector<RunEntryPtr>& runs);

signals:
    void written(const QStringList& files);
    void failed(const rudolph::ErrorText& error);
    /// Another export goes on.
    void refused();

private:
    void start(const QString& what, const std::function<QStringList(JobContext&)>& write);

    Session* session_;
    Activity activity_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph

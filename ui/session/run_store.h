#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <atomic>

#include "core/runs/run_index.h"

namespace rudolph {

/// Lists runs, writes their marks and throws them away on one background thread, one after the
/// other, so that no list is older than a mark that was made before it. Used on the main thread;
/// signals come there.
class RunStore : public QObject {
    Q_OBJECT

public:
    explicit RunStore(QObject* parent = nullptr);
    /// Marks that wait are written first.
    ~RunStore() override;

    /// Runs that have not changed since the last time are not read again. Asked again before it has
    /// begun, it is done once.
    void list(const QString& folder);
    void writeMarks(const QString& run_folder, const RunMarks& marks);
    void moveToTrash(const QStringList& run_folders);

signals:
    void listed(const QString& folder, const rudolph::RunEntries& runs);
    void progressed(int done, int total);
    void listFailed(const QString& folder, const QString& what, const QString& advice);
    /// With what the file says, or no marks where it says nothing readable.
    void marksFailed(const QString& run_folder, const rudolph::RunMarks& on_disk,
                     const QString& what, const QString& advice);
    /// `left` are those that could not be moved.
    void trashed(const QStringList& moved, const QStringList& left);

private:
    void listNow(const QString& folder);

    QThreadPool pool_;
    RunIndex index_;  ///< of the background thread
    CancelToken cancel_;
    std::atomic<int> latest_list_ = 0;
};

}  // namespace rudolph

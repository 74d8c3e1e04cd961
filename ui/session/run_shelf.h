#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <optional>
#include <set>

#include "core/runs/run_index.h"
#include "core/study/study_index.h"
#include "ui/base/error_text.h"
#include "ui/parts/job.h"

namespace rudolph {

/// All runs of the runs folder, read once for everybody: who shows runs asks here and hears when
/// they have changed. Runs that have not changed, by the stamps of their files, are not read again.
/// Marks are written and runs thrown away on the same background thread, one after the other, so
/// that no list is older than a mark that was made before it. Main thread.
class RunShelf : public QObject {
    Q_OBJECT

public:
    explicit RunShelf(QObject* parent = nullptr);
    /// Marks that wait are written first.
    ~RunShelf() override;

    QString folder() const { return folder_; }
    /// Forgets the runs of the folder before; reads, if anybody has asked for runs yet.
    void setFolder(const QString& folder);

    /// The runs as they were read last, newest first, and what could not be read.
    const RunEntries& runs() const { return runs_; }
    /// Those of them that repeat an experiment, newest first.
    const std::vector<StudyEntryPtr>& studies() const { return studies_; }
    /// Whether they were read at all, successfully or not.
    bool wasRead() const { return read_; }
    /// Why the folder cannot be listed.
    const std::optional<ErrorText>& error() const { return error_; }
    bool isReading() const { return reading_; }
    /// The entry of a run folder; null where it is not on the shelf (yet).
    RunEntryPtr find(const QString& run_folder) const;
    /// Likewise of a study's folder.
    StudyEntryPtr findStudy(const QString& study_folder) const;

    /// Looks again: something may have changed. Asked again before it is over, it is done once
    /// more.
    void refresh();
    /// Looks now and, until unwatch(), again by itself as long as a run of the folder goes on. The
    /// same one may say either again: newer Qt tells pages that they are hidden before they show.
    void watch(const QObject* watcher);
    void unwatch(const QObject* watcher);

    /// Writes them in the background; the shelf has them at once.
    void writeMarks(const QString& run_folder, const RunMarks& marks);
    /// Throws runs away, and looks again.
    void moveToTrash(const QStringList& run_folders);

signals:
    /// Runs came, went or changed, or can (not) be listed any more; not emitted where a refresh
    /// found all as it was.
    void changed();
    /// A refresh is over, whether anything changed or not.
    void refreshed();
    void progressed(int done, int total);
    /// With what the file says, or no marks where it says nothing readable.
    void marksFailed(const QString& run_folder, const rudolph::RunMarks& on_disk,
                     const QString& what, const QString& advice);
    /// `left` are those that could not be moved.
    void trashed(const QStringList& moved, const QStringList& left);

private:
    struct Read;
    void take(Read read);

    QString folder_;
    RunEntries runs_;
    std::vector<StudyEntryPtr> studies_;
    std::optional<ErrorText> error_;
    bool read_ = false;
    bool reading_ = false;
    bool again_ = false;  ///< asked for while one is being read
    std::set<const QObject*> watchers_;
    QTimer follow_;
    CancelToken cancel_;
    std::shared_ptr<RunIndex> index_;          ///< of the background thread
    std::shared_ptr<StudyIndex> study_index_;  ///< likewise
    Job job_;                                  ///< last, so that it ends before what it uses
};

}  // namespace rudolph

#include "ui/session/run_store.h"

#include <QElapsedTimer>
#include <QFile>

#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

namespace rudolph {

namespace {

constexpr int kReportEveryMs = 50;

}  // namespace

RunStore::RunStore(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

RunStore::~RunStore() {
    cancel_.cancel();
    pool_.waitForDone();
}

void RunStore::list(const QString& folder) {
    const int number = ++latest_list_;
    pool_.start([this, folder, number] {
        // A later one will tell the same and more.
        if (number == latest_list_)
            listNow(folder);
    });
}

void RunStore::listNow(const QString& folder) {
    try {
        QElapsedTimer since;
        since.start();
        const RunEntries runs =
            index_.read(toPath(folder), cancel_, [this, &since](const Progress& progress) {
                if (since.elapsed() < kReportEveryMs)
                    return;
                since.restart();
                emit progressed(static_cast<int>(progress.done), static_cast<int>(progress.total));
            });
        emit listed(folder, runs);
    } catch (const Cancelled&) {
        // The window is closing.
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit listFailed(folder, text.what, text.advice);
    }
}

void RunStore::writeMarks(const QString& run_folder, const RunMarks& marks) {
    pool_.start([this, run_folder, marks] {
        try {
            write_marks(toPath(run_folder), marks);
        } catch (...) {
            const ErrorText text = errorText(std::current_exception());
            RunMarks on_disk;
            try {
                on_disk = read_marks(toPath(run_folder));
            } catch (...) {
                // What is wrong with them is told already.
                on_disk = {};
            }
            emit marksFailed(run_folder, on_disk, text.what, text.advice);
        }
    });
}

void RunStore::moveToTrash(const QStringList& run_folders) {
    pool_.start([this, run_folders] {
        QStringList moved;
        QStringList left;
        for (const QString& folder : run_folders)
            (QFile::moveToTrash(folder) ? moved : left) << folder;
        emit trashed(moved, left);
    });
}

}  // namespace rudolph

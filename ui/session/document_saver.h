#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "core/formats/file_stamp.h"
#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"
#include "ui/parts/job.h"
#include "ui/session/activities.h"

namespace rudolph {

class Session;

/// Saves the session's document in the background, and stops to ask where saving would lose
/// something or write over somebody else's changes, or where one is about to leave unsaved work.
/// The questions are signals; who shows them calls one of the answers. Main thread; `session` must
/// outlive it.
class DocumentSaver : public QObject {
    Q_OBJECT

public:
    explicit DocumentSaver(Session* session);

    /// A document has just been opened: `stamps` are those of the files that it was read from.
    void begin(const FileStamps& stamps, const FormatOptions& options);
    bool isSaving() const { return end_save_ != nullptr; }

    /// Does `next` when nothing can be lost by it: at once when nothing is unsaved, else when
    /// leavingUnsaved() was answered; never when the person decides to stay.
    void whenSafe(const std::function<void()>& next);
    /// Into the data set's own files, or into a project where these cannot be written.
    void save();
    /// Asks for the project's file.
    void askForProject();
    void saveAsProject(const QString& file);
    void cancel() { job_.cancel(); }

    // The answers.
    /// Saves with the losses that were found; those of their kind are not asked about again.
    void saveAnyway();
    /// Writes over the files that someone else has changed.
    void overwrite();
    void discardAndLeave();
    /// None of what was offered: nobody leaves.
    void stay() { next_ = nullptr; }

signals:
    /// Whoever holds an edit that is not in the document yet hands it in now.
    void aboutToSave();
    void savingChanged();
    /// Where shall the project be? A whole path is suggested. saveAsProject() or stay().
    void projectWanted(const QString& suggested);
    /// saveAnyway(), askForProject() or stay().
    void lossesFound(const std::vector<rudolph::Loss>& losses);
    /// overwrite(), askForProject() or stay().
    void conflictsFound(const std::vector<std::filesystem::path>& files);
    /// save(), discardAndLeave() or stay().
    void leavingUnsaved();
    /// Nothing was written; all is still unsaved.
    void failed(const rudolph::ErrorText& error);
    /// The document is kept somewhere else now.
    void moved();

private:
    struct Wish {
        /// Empty: into the files that the data set came from.
        std::optional<std::filesystem::path> project = std::nullopt;
        bool accept_losses = false;  ///< else they are told and nothing is written
        bool overwrite = false;      ///< files that someone else has changed
    };
    struct Request;
    struct Outcome;

    static Outcome write(const Request& request, const JobContext& context,
                         const ProgressCallback& progress);
    void start(const Wish& wish);
    void finish(const Outcome& outcome);
    void saved(const Outcome& outcome);
    void end(bool saved);
    bool canSaveInPlace() const;

    Session* session_;
    Activity activity_;
    Wish wish_;
    FileStamps stamps_;
    FormatOptions options_;
    std::vector<Loss> losses_;       ///< found last
    QSet<QString> accepted_losses_;  ///< without their numbers
    /// Tells the document how the running save ended.
    std::function<void(bool saved)> end_save_;
    std::function<void()> next_;  ///< waits for an answer or for the save that runs
    Job job_;                     ///< last, so that it ends before what it uses
};

}  // namespace rudolph

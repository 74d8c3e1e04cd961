#pragma once

#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>
#include <functional>

#include "core/annotate/journal_reader.h"
#include "core/formats/file_stamp.h"
#include "core/formats/losses.h"
#include "ui/session/dataset_worker.h"
#include "ui/session/save_worker.h"
#include "ui/session/session.h"

class QMessageBox;
class QWidget;

namespace rudolph {

/// Sees to it that no edit of the session's document is lost: keeps its journal, offers what the
/// journal of a session that broke off holds, saves in the background, and asks where saving would
/// lose something, write over somebody else's changes, or where one is about to leave unsaved work.
class DocumentSaver : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive the saver; `window` is the parent of its dialogs.
    DocumentSaver(Session* session, QWidget* window);
    /// Waits until what is being saved is saved.
    ~DocumentSaver() override;

    /// Where journals lie of data whose own folder cannot be written.
    static QString journalFolder();

    /// After the session has got its document: begins its journal and offers unsaved edits.
    void begin(const OpenedDataset& opened, const FormatOptions& options);
    bool isSaving() const { return saving_; }

    /// Does `next` when nothing can be lost by it: at once when nothing is unsaved, else after
    /// asking whether to save; never when the person decides to stay.
    void whenSafe(const std::function<void()>& next);

public slots:
    /// Into the data set's own files, or into a project where these cannot be written.
    void save();
    void saveAsProject();
    void cancel();

signals:
    /// For a progress bar; empty `what`: nothing is being saved.
    void busyChanged(const QString& what, int done, int total);
    /// What was done, in one line.
    void reported(const QString& text);
    /// What should stay readable: the journal cannot be written.
    void warned(const QString& text);
    /// The document is kept somewhere else now.
    void moved();

private:
    void start(SaveRequest request);
    void finished(const std::filesystem::path& source, const FileStamps& stamps);
    void stopped();
    void askAboutLosses(const std::vector<Loss>& losses);
    void askAboutConflicts(const std::vector<std::filesystem::path>& files);
    void tellFailure(const QString& what, const QString& advice);
    void offerKept(const JournalContents& kept);
    void beginJournal();
    void checkJournal();
    void discard();
    bool canSaveInPlace() const;
    QMessageBox* ask(const QString& title, const QString& text);

    Session* session_;
    QWidget* window_;
    QThread thread_;
    SaveWorker* worker_;
    SaveRequest request_;
    /// Tells the document how the running save ended.
    std::function<void(bool saved)> end_save_;
    FileStamps stamps_;
    FormatOptions options_;
    QSet<QString> accepted_losses_;  ///< without their numbers
    std::function<void()> next_;     ///< waits for the save that runs
    bool saving_ = false;
    QTimer journal_check_;     ///< the journal is written on a thread of its own
    QString journal_failure_;  ///< told already
};

}  // namespace rudolph

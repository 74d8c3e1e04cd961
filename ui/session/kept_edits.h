#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/annotate/journal_reader.h"
#include "ui/parts/job.h"

namespace rudolph {

class Session;

/// Keeps the unsaved edits of the session's document in its journal, and gives back what the
/// journal of a session that broke off holds. Main thread; `session` must outlive it.
class KeptEdits : public QObject {
    Q_OBJECT

public:
    explicit KeptEdits(Session* session);

    /// Where journals lie of data whose own folder cannot be written.
    static QString folder();

    /// Looks in the background which of these data sets has unsaved edits of a session that broke
    /// off: foundIn() for the first one, if any.
    void lookFor(const QStringList& datasets);

    /// Begins the journal of the document that has just been opened, and offers what was kept.
    void begin(const std::vector<JournalContents>& kept);
    /// Begins it anew, as the document is kept somewhere else now: with all that is unsaved.
    void beginAnew();
    /// Puts offered edits into the document, as one step.
    void restore(const JournalContents& kept);
    void forget(const JournalContents& kept);
    /// The person does not want what is unsaved.
    void discard();

signals:
    void foundIn(const QString& dataset);
    /// Edits that one may restore() or forget(); or leave, to be asked again.
    void offered(const rudolph::JournalContents& kept);
    /// What should stay readable: the journal cannot be written.
    void warned(const QString& text);

private:
    void open();
    void check();

    Session* session_;
    QTimer check_;  ///< the journal is written on a thread of its own
    QString told_;  ///< why it could not be written
    Job job_;       ///< last, so that it ends before what it uses
};

}  // namespace rudolph

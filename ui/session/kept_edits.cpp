#include "ui/session/kept_edits.h"

#include <QDir>
#include <QStandardPaths>

#include "core/base/error.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"

namespace rudolph {
namespace {

constexpr int kCheckMs = 1000;

/// The first of the data sets that a journal lies beside; empty: none.
QString firstKept(const QStringList& datasets, const QString& folder) {
    for (const QString& dataset : datasets) {
        try {
            if (!find_journals(toPath(dataset), toPath(folder)).empty())
                return dataset;
        } catch (const std::exception&) {
            // A disk that is not there now; opening the data set will say so.
        }
    }
    return {};
}

}  // namespace

KeptEdits::KeptEdits(Session* session) : session_(session), job_(JobOrder::Latest) {
    connect(&check_, &QTimer::timeout, this, &KeptEdits::check);
    check_.start(kCheckMs);
}

QString KeptEdits::folder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("journals"));
}

void KeptEdits::lookFor(const QStringList& datasets) {
    job_.start([datasets, folder = folder()](JobContext&) { return firstKept(datasets, folder); },
               [this](const QString& dataset) {
                   if (!dataset.isEmpty())
                       emit foundIn(dataset);
               });
}

void KeptEdits::begin(const std::vector<JournalContents>& kept) {
    open();
    for (const JournalContents& each : kept)
        if (!each.pictures.empty() || each.scheme)
            emit offered(each);
}

void KeptEdits::beginAnew() {
    session_->document()->setJournal(nullptr);
    open();
    session_->document()->recordUnsaved();
}

void KeptEdits::open() {
    AnnotationDocument* document = session_->document();
    try {
        document->setJournal(Journal::open(document->dataset().source, toPath(folder())));
    } catch (const Error& error) {
        emit warned(tr("Edits cannot be kept in a journal: %1. They are lost if the program ends "
                       "before you save.")
                        .arg(QString::fromStdString(error.message())));
    }
}

void KeptEdits::check() {
    AnnotationDocument* document = session_->document();
    if (document == nullptr || document->journal() == nullptr)
        return;
    const QString failure = QString::fromStdString(document->journal()->take_failure());
    if (failure == told_)
        return;
    told_ = failure;
    if (!failure.isEmpty())
        emit warned(
            tr("Edits cannot be kept in the journal: %1. It is tried again; until then they "
               "are lost if the program ends before you save.")
                .arg(failure));
}

void KeptEdits::restore(const JournalContents& kept) {
    AnnotationDocument* document = session_->document();
    if (document == nullptr)
        return;
    const AnnotationDocument::Restored restored = document->restore(kept);
    QString told = tr("Restored the edits of %n pictures.", nullptr, restored.pictures);
    if (restored.left_out > 0)
        told += ' ' + tr("%n pictures have gone or have other points now; their edits stay in %1.",
                         nullptr, restored.left_out)
                          .arg(QDir::toNativeSeparators(toQString(kept.file)));
    // Only when they are safe in the new journal may the old one go.
    if (Journal* journal = document->journal()) {
        journal->flush();
        if (journal->take_failure().empty() && restored.left_out == 0)
            forget(kept);
    }
    if (restored.left_out > 0)
        emit warned(told);
    else
        session_->navigation().report(told);
}

void KeptEdits::forget(const JournalContents& kept) {
    std::error_code failure;
    std::filesystem::remove(kept.file, failure);
}

void KeptEdits::discard() {
    if (Journal* journal = session_->document()->journal())
        journal->drop_before(journal->mark());
}

}  // namespace rudolph

#include "ui/session/document_saver.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

#include "core/formats/save_in_place.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// What is lost, without how much: "… 1 face", "… 12 faces".
QString kindOf(const Loss& loss) {
    static const QRegularExpression kAmounts(QStringLiteral("[0-9]+([.,][0-9]+)?( \\w+)?"));
    return QString::fromStdString(loss.message).remove(kAmounts);
}

bool isWritable(const std::filesystem::path& path) {
    return QFileInfo(toQString(path)).isWritable();
}

}  // namespace

/// Copied or immutable values, for the background thread to keep.
struct DocumentSaver::Request {
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::filesystem::path> changed;  ///< the pictures edited since the last save
    Wish wish;
    FormatOptions options;
    FileStamps stamps;  ///< of those files when they were read or written last
};

/// What was in the way; else what was written, and the stamps of its files now.
struct DocumentSaver::Outcome {
    std::vector<Loss> losses = {};
    std::vector<std::filesystem::path> conflicts = {};
    std::filesystem::path source = {};
    FileStamps stamps = {};
};

DocumentSaver::DocumentSaver(Session* session)
    : session_(session),
      activity_(&session->activities(), StudioPage::Data, nullptr),
      // What is being saved when the program ends is saved.
      job_(JobOrder::InTurn) {
    activity_.follow(&job_, tr("Saving"));
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        end(false);
        stay();
        emit failed(error);
    });
    connect(&job_, &Job::cancelled, this, [this] {
        end(false);
        stay();
        session_->navigation().report(tr("Saving was cancelled; nothing was written"));
    });
    connect(session_, &Session::documentAboutToClose, this, [this] {
        job_.drop();
        if (isSaving())
            end(false);
    });
}

void DocumentSaver::begin(const FileStamps& stamps, const FormatOptions& options) {
    stamps_ = stamps;
    options_ = options;
    accepted_losses_.clear();
}

bool DocumentSaver::canSaveInPlace() const {
    const Dataset& dataset = session_->document()->dataset();
    if (can_be_read_only(dataset.format))
        return false;
    const bool is_file = QFileInfo(toQString(dataset.source)).isFile();
    return is_file ? isWritable(dataset.source) && isWritable(dataset.source.parent_path())
                   : isWritable(dataset.source);
}

void DocumentSaver::save() {
    if (session_->document() == nullptr || isSaving())
        return;
    emit aboutToSave();
    if (canSaveInPlace())
        start({});
    else
        askForProject();
}

void DocumentSaver::askForProject() {
    if (session_->document() == nullptr || isSaving())
        return;
    emit aboutToSave();
    const Dataset& dataset = session_->document()->dataset();
    const QString folder =
        isWritable(dataset.root)
            ? toQString(dataset.root)
            : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = QFileInfo(QString::fromStdString(dataset.name)).completeBaseName();
    if (dataset.format == DatasetFormat::Project)
        name = QFileInfo(toQString(dataset.source)).completeBaseName();
    emit projectWanted(QDir(folder).filePath(name + QStringLiteral(".rudolph")));
}

void DocumentSaver::saveAsProject(const QString& file) {
    start({.project = toPath(QFileInfo(file).absoluteFilePath())});
}

void DocumentSaver::start(const Wish& wish) {
    AnnotationDocument* document = session_->document();
    if (document == nullptr || isSaving())
        return;
    wish_ = wish;
    const AnnotationDocument::SavePoint point = document->beginSave();
    end_save_ = [guarded = QPointer<AnnotationDocument>(document), point](bool saved) {
        if (guarded)
            saved ? guarded->saved(point) : guarded->saveFailed(point);
    };
    job_.start([request = Request{point.dataset, point.changed, wish, options_, stamps_}](
                   JobContext& context) { return write(request, context, context.progress()); },
               [this](const Outcome& outcome) { finish(outcome); });
    emit savingChanged();
}

DocumentSaver::Outcome DocumentSaver::write(const Request& request, const JobContext& context,
                                            const ProgressCallback& progress) {
    const Dataset& dataset = *request.dataset;
    const std::optional<std::filesystem::path>& project = request.wish.project;
    const DatasetFormat format = project ? DatasetFormat::Project : dataset.format;
    if (!request.wish.accept_losses) {
        std::vector<Loss> lost = losses(dataset, format, request.options, context.cancel());
        if (!lost.empty())
            return {.losses = std::move(lost)};
    }
    if (project) {
        Dataset named = dataset;
        named.name = project->stem().string();
        const std::filesystem::path source =
            write_dataset(named, {format, *project, PictureHandling::Refer, request.options, true},
                          context.cancel(), progress);
        return {.source = source, .stamps = {{source, file_stamp(source)}}};
    }
    FileStamps stamps = request.stamps;
    std::vector<std::filesystem::path> conflicts =
        save_in_place(dataset, request.changed, request.options, stamps, request.wish.overwrite,
                      context.cancel(), progress);
    return {.conflicts = std::move(conflicts), .source = dataset.source, .stamps = stamps};
}

void DocumentSaver::end(bool saved) {
    std::exchange(end_save_, nullptr)(saved);
    emit savingChanged();
}

void DocumentSaver::finish(const Outcome& outcome) {
    const bool written = outcome.losses.empty() && outcome.conflicts.empty();
    if (written) {
        saved(outcome);
        return;
    }
    end(false);
    if (!outcome.conflicts.empty()) {
        emit conflictsFound(outcome.conflicts);
        return;
    }
    losses_ = outcome.losses;
    const bool known = std::all_of(losses_.begin(), losses_.end(), [this](const Loss& loss) {
        return accepted_losses_.contains(kindOf(loss));
    });
    if (known)
        saveAnyway();
    else
        emit lossesFound(losses_);
}

void DocumentSaver::saved(const Outcome& outcome) {
    stamps_ = outcome.stamps;
    end(true);
    if (wish_.project) {
        session_->document()->moveTo(outcome.source, DatasetFormat::Project);
        session_->keptEdits().beginAnew();
        Settings().addRecentDataset(toQString(outcome.source));
        emit moved();
    }
    session_->navigation().report(tr("Saved %1").arg(toQString(outcome.source.filename())));
    if (const std::function<void()> next = std::exchange(next_, nullptr))
        whenSafe(next);
}

void DocumentSaver::saveAnyway() {
    for (const Loss& loss : losses_)
        accepted_losses_.insert(kindOf(loss));
    Wish again = wish_;
    again.accept_losses = true;
    start(again);
}

void DocumentSaver::overwrite() {
    Wish again = wish_;
    again.accept_losses = true;
    again.overwrite = true;
    start(again);
}

void DocumentSaver::whenSafe(const std::function<void()>& next) {
    emit aboutToSave();
    if (isSaving()) {
        next_ = next;
        return;
    }
    if (session_->document() == nullptr || !session_->document()->isModified()) {
        next();
        return;
    }
    next_ = next;
    emit leavingUnsaved();
}

void DocumentSaver::discardAndLeave() {
    session_->keptEdits().discard();
    if (const std::function<void()> next = std::exchange(next_, nullptr))
        next();
}

}  // namespace rudolph

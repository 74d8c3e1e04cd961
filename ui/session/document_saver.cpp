#include "ui/session/document_saver.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QWidget>
#include <algorithm>

#include "core/base/error.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/documents/annotation_document.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kMostListed = 8;
constexpr int kJournalCheckMs = 1000;

QString kindOf(const Loss& loss) {
    static const QRegularExpression kNumbers(QStringLiteral("[0-9]+([.,][0-9]+)?"));
    return QString::fromStdString(loss.message).remove(kNumbers);
}

/// "• one\n• two\n… and 5 more"
QString listed(const QStringList& lines) {
    QString text;
    for (int i = 0; i < std::min<int>(kMostListed, static_cast<int>(lines.size())); ++i)
        text += QStringLiteral("• %1\n").arg(lines[i]);
    if (lines.size() > kMostListed)
        text += DocumentSaver::tr("… and %1 more").arg(lines.size() - kMostListed);
    return text.trimmed();
}

bool isWritable(const std::filesystem::path& path) {
    return QFileInfo(toQString(path)).isWritable();
}

}  // namespace

DocumentSaver::DocumentSaver(Session* session, QWidget* window)
    : QObject(window), session_(session), window_(window), worker_(new SaveWorker) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    const auto is_current = [this](int number) { return saving_ && number == request_.number; };
    connect(worker_, &SaveWorker::progressed, this,
            [this, is_current](int number, int done, int total) {
                if (is_current(number))
                    emit busyChanged(tr("Saving"), done, total);
            });
    connect(worker_, &SaveWorker::saved, this,
            [this, is_current](int number, const std::filesystem::path& source,
                               const FileStamps& stamps) {
                if (is_current(number))
                    finished(source, stamps);
            });
    connect(worker_, &SaveWorker::lossy, this,
            [this, is_current](int number, const std::vector<Loss>& losses) {
                if (is_current(number))
                    askAboutLosses(losses);
            });
    connect(worker_, &SaveWorker::conflicted, this,
            [this, is_current](int number, const std::vector<std::filesystem::path>& files) {
                if (is_current(number))
                    askAboutConflicts(files);
            });
    connect(worker_, &SaveWorker::failed, this,
            [this, is_current](int number, const QString& what, const QString& advice) {
                if (is_current(number))
                    tellFailure(what, advice);
            });
    connect(worker_, &SaveWorker::cancelled, this, [this, is_current](int number) {
        if (!is_current(number))
            return;
        stopped();
        next_ = nullptr;
        emit reported(tr("Saving was cancelled; nothing was written"));
    });
    connect(session_, &Session::documentAboutToClose, this, [this] {
        if (saving_)
            stopped();
    });
    connect(&journal_check_, &QTimer::timeout, this, &DocumentSaver::checkJournal);
    journal_check_.start(kJournalCheckMs);
    thread_.setObjectName(QStringLiteral("saving"));
    thread_.start();
}

DocumentSaver::~DocumentSaver() {
    thread_.quit();
    thread_.wait();
}

QString DocumentSaver::journalFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("journals"));
}

void DocumentSaver::begin(const OpenedDataset& opened, const FormatOptions& options) {
    stamps_ = opened.stamps;
    options_ = options;
    accepted_losses_.clear();
    beginJournal();
    for (const JournalContents& kept : opened.kept)
        if (!kept.pictures.empty() || kept.scheme)
            offerKept(kept);
}

void DocumentSaver::beginJournal() {
    AnnotationDocument* document = session_->document();
    try {
        document->setJournal(Journal::open(document->dataset().source, toPath(journalFolder())));
    } catch (const Error& error) {
        emit warned(tr("Edits cannot be kept in a journal: %1. They are lost if the program ends "
                       "before you save.")
                        .arg(QString::fromStdString(error.message())));
    }
}

void DocumentSaver::checkJournal() {
    AnnotationDocument* document = session_->document();
    if (document == nullptr || document->journal() == nullptr)
        return;
    const QString failure = QString::fromStdString(document->journal()->take_failure());
    if (failure == journal_failure_)
        return;
    journal_failure_ = failure;
    if (!failure.isEmpty())
        emit warned(
            tr("Edits cannot be kept in the journal: %1. It is tried again; until then they "
               "are lost if the program ends before you save.")
                .arg(failure));
}

QMessageBox* DocumentSaver::ask(const QString& title, const QString& text) {
    auto* box = new QMessageBox(window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setText(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    box->setInformativeText(text);
    return box;
}

void DocumentSaver::offerKept(const JournalContents& kept) {
    const QLocale locale;
    const auto seconds = std::chrono::system_clock::to_time_t(kept.last_edit);
    QString text =
        tr("The last edit was made on %1; %2 pictures were changed and not saved. "
           "Restoring is one step that can be undone.")
            .arg(locale.toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat),
                 locale.toString(static_cast<qsizetype>(kept.pictures.size())));
    if (kept.damaged_lines > 0)
        text += ' ' + tr("%1 broken entries are left out.").arg(kept.damaged_lines);
    QMessageBox* box = ask(tr("Restore unsaved edits?"), text);
    QPushButton* restore = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    QPushButton* remove = box->addButton(tr("Delete them"), QMessageBox::DestructiveRole);
    box->addButton(tr("Ask again next time"), QMessageBox::RejectRole);
    box->setDefaultButton(restore);
    QPointer<AnnotationDocument> document = session_->document();
    const auto forget = [file = kept.file] {
        std::error_code failure;
        std::filesystem::remove(file, failure);
    };
    connect(restore, &QPushButton::clicked, this, [this, document, kept, forget] {
        if (!document)
            return;
        const AnnotationDocument::Restored restored = document->restore(kept);
        QString told = tr("Restored the edits of %1 pictures.").arg(restored.pictures);
        if (restored.left_out > 0)
            told += ' ' + tr("%1 pictures have gone or have other points now; their edits stay in "
                             "%2.")
                              .arg(restored.left_out)
                              .arg(QDir::toNativeSeparators(toQString(kept.file)));
        // Only when they are safe in the new journal may the old one go.
        if (Journal* journal = document->journal()) {
            journal->flush();
            if (journal->take_failure().empty() && restored.left_out == 0)
                forget();
        }
        if (restored.left_out > 0)
            emit warned(told);
        else
            emit reported(told);
    });
    connect(remove, &QPushButton::clicked, this, forget);
    box->open();
}

bool DocumentSaver::canSaveInPlace() const {
    const Dataset& dataset = session_->document()->dataset();
    if (dataset.format == DatasetFormat::Pictures)
        return false;
    const bool is_file = QFileInfo(toQString(dataset.source)).isFile();
    return is_file ? isWritable(dataset.source) && isWritable(dataset.source.parent_path())
                   : isWritable(dataset.source);
}

void DocumentSaver::save() {
    if (session_->document() == nullptr || saving_)
        return;
    if (canSaveInPlace())
        start({});
    else
        saveAsProject();
}

void DocumentSaver::saveAsProject() {
    if (session_->document() == nullptr || saving_)
        return;
    const Dataset& dataset = session_->document()->dataset();
    const bool beside = isWritable(dataset.root);
    const QString folder =
        beside ? toQString(dataset.root)
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = QFileInfo(QString::fromStdString(dataset.name)).completeBaseName();
    if (dataset.format == DatasetFormat::Project)
        name = QFileInfo(toQString(dataset.source)).completeBaseName();
    auto* dialog = new QFileDialog(window_, tr("Save as a project that refers to the pictures"),
                                   QDir(folder).filePath(name + QStringLiteral(".rudolph")),
                                   tr("Projects (*.rudolph)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("rudolph"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        SaveRequest request;
        request.project = toPath(QFileInfo(file).absoluteFilePath());
        start(request);
    });
    connect(dialog, &QDialog::rejected, this, [this] { next_ = nullptr; });
    dialog->open();
}

void DocumentSaver::start(SaveRequest request) {
    AnnotationDocument* document = session_->document();
    if (document == nullptr || saving_)
        return;
    const AnnotationDocument::SavePoint point = document->beginSave();
    request.number = request_.number + 1;
    request.dataset = point.dataset;
    request.changed = point.changed;
    request.options = options_;
    request.stamps = stamps_;
    request.cancel = CancelToken();
    request_ = request;
    saving_ = true;
    end_save_ = [guarded = QPointer<AnnotationDocument>(document), point](bool saved) {
        if (guarded)
            saved ? guarded->saved(point) : guarded->saveFailed(point);
    };
    emit busyChanged(tr("Saving"), 0, 0);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->save(request); });
}

void DocumentSaver::stopped() {
    saving_ = false;
    request_.dataset.reset();
    if (end_save_)
        end_save_(false);
    end_save_ = nullptr;
    emit busyChanged({}, 0, 0);
}

void DocumentSaver::finished(const std::filesystem::path& source, const FileStamps& stamps) {
    saving_ = false;
    request_.dataset.reset();
    stamps_ = stamps;
    AnnotationDocument* document = session_->document();
    end_save_(true);
    end_save_ = nullptr;
    emit busyChanged({}, 0, 0);
    if (request_.project) {
        document->moveTo(source, DatasetFormat::Project);
        document->setJournal(nullptr);
        beginJournal();
        document->recordUnsaved();
        Settings().addRecentDataset(toQString(source));
        emit moved();
    }
    emit reported(tr("Saved %1").arg(toQString(source.filename())));
    if (const std::function<void()> next = std::exchange(next_, nullptr))
        whenSafe(next);
}

void DocumentSaver::askAboutLosses(const std::vector<Loss>& losses) {
    SaveRequest again = request_;
    stopped();
    again.accept_losses = true;
    const bool known = std::all_of(losses.begin(), losses.end(), [this](const Loss& loss) {
        return accepted_losses_.contains(kindOf(loss));
    });
    if (known) {
        start(again);
        return;
    }
    QStringList lines;
    for (const Loss& loss : losses)
        lines << sentence(loss.message);
    const QString format =
        QString::fromStdString(to_string(session_->document()->dataset().format));
    QMessageBox* box =
        ask(tr("Saving as %1 loses something").arg(format),
            listed(lines) + QStringLiteral("\n\n") + tr("A project keeps everything."));
    QPushButton* project = box->addButton(tr("Save as project…"), QMessageBox::AcceptRole);
    QPushButton* anyway = box->addButton(tr("Save anyway"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(project);
    connect(project, &QPushButton::clicked, this, &DocumentSaver::saveAsProject);
    connect(anyway, &QPushButton::clicked, this, [this, again, losses] {
        for (const Loss& loss : losses)
            accepted_losses_.insert(kindOf(loss));
        start(again);
    });
    connect(box, &QDialog::rejected, this, [this] { next_ = nullptr; });
    box->open();
}

void DocumentSaver::askAboutConflicts(const std::vector<std::filesystem::path>& files) {
    SaveRequest again = request_;
    stopped();
    again.accept_losses = true;
    again.overwrite = true;
    QStringList names;
    for (const std::filesystem::path& file : files)
        names << QDir::toNativeSeparators(toQString(file));
    QMessageBox* box = ask(tr("Someone else has changed these files"),
                           listed(names) + QStringLiteral("\n\n") +
                               tr("Saving would write over their changes. Your edits are safe in "
                                  "the journal meanwhile."));
    QPushButton* project = box->addButton(tr("Save as project…"), QMessageBox::AcceptRole);
    QPushButton* overwrite = box->addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(project);
    connect(project, &QPushButton::clicked, this, &DocumentSaver::saveAsProject);
    connect(overwrite, &QPushButton::clicked, this, [this, again] { start(again); });
    connect(box, &QDialog::rejected, this, [this] { next_ = nullptr; });
    box->open();
}

void DocumentSaver::tellFailure(const QString& what, const QString& advice) {
    stopped();
    next_ = nullptr;
    QMessageBox* box = ask(tr("The faces could not be saved"),
                           sentence(what) + QStringLiteral("\n\n") +
                               (advice.isEmpty() ? QString() : sentence(advice) + ' ') +
                               tr("Nothing is lost: all edits are still here and unsaved."));
    box->setIcon(QMessageBox::Warning);
    QPushButton* project = box->addButton(tr("Save as project…"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Close);
    connect(project, &QPushButton::clicked, this, &DocumentSaver::saveAsProject);
    box->open();
}

void DocumentSaver::cancel() {
    request_.cancel.cancel();
}

void DocumentSaver::discard() {
    if (Journal* journal = session_->document()->journal())
        journal->drop_before(journal->mark());
}

void DocumentSaver::whenSafe(const std::function<void()>& next) {
    if (saving_) {
        next_ = next;
        return;
    }
    if (session_->document() == nullptr || !session_->document()->isModified()) {
        next();
        return;
    }
    QMessageBox* box = ask(tr("Save the edits of “%1”?")
                               .arg(QString::fromStdString(session_->document()->dataset().name)),
                           tr("They have not been saved yet."));
    QPushButton* save_now = box->addButton(QMessageBox::Save);
    QPushButton* forget = box->addButton(QMessageBox::Discard);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save_now);
    connect(save_now, &QPushButton::clicked, this, [this, next] {
        next_ = next;
        save();
    });
    connect(forget, &QPushButton::clicked, this, [this, next] {
        discard();
        next();
    });
    box->open();
}

}  // namespace rudolph

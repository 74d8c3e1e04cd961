#include "ui/data/save_dialogs.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <algorithm>

#include "ui/base/format_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/question.h"
#include "ui/session/document_saver.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/ask_for_file.h"

namespace rudolph {
namespace {

constexpr int kMostListed = 8;

/// "• one\n• two\n… and 5 more"
QString listed(const QStringList& lines) {
    QString text;
    for (int i = 0; i < std::min<int>(kMostListed, static_cast<int>(lines.size())); ++i)
        text += QStringLiteral("• %1\n").arg(lines[i]);
    if (lines.size() > kMostListed)
        text += SaveDialogs::tr("… and %1 more").arg(lines.size() - kMostListed);
    return text.trimmed();
}

}  // namespace

SaveDialogs::SaveDialogs(Session* session, QWidget* window)
    : QObject(window), session_(session), saver_(&session->saver()), window_(window) {
    connect(saver_, &DocumentSaver::lossesFound, this, &SaveDialogs::askAboutLosses);
    connect(saver_, &DocumentSaver::conflictsFound, this, &SaveDialogs::askAboutConflicts);
    connect(saver_, &DocumentSaver::leavingUnsaved, this, &SaveDialogs::askAboutLeaving);
    connect(saver_, &DocumentSaver::projectWanted, this, &SaveDialogs::askForProject);
    connect(saver_, &DocumentSaver::failed, this, &SaveDialogs::tellFailure);
    connect(&session->keptEdits(), &KeptEdits::offered, this, &SaveDialogs::offerKept);
}

void SaveDialogs::addProjectButton(QMessageBox* box) {
    QPushButton* project = box->addButton(tr("Save as project…"), QMessageBox::AcceptRole);
    connect(project, &QPushButton::clicked, saver_, &DocumentSaver::askForProject);
    box->setDefaultButton(project);
}

void SaveDialogs::askForProject(const QString& suggested) {
    askWhereToSave(
        window_,
        {.title = tr("Save as a project that refers to the pictures"),
         .purpose = QStringLiteral("project"),
         .filter = tr("Projects (*.rudolph)"),
         .suggested = suggested,
         .suffix = QStringLiteral("rudolph")},
        [saver = saver_](const QString& file) { saver->saveAsProject(file); },
        [saver = saver_] { saver->stay(); });
}

void SaveDialogs::askAboutLosses(const std::vector<Loss>& losses) {
    QStringList lines;
    for (const Loss& loss : losses)
        lines << sentence(loss.message);
    const QString format = formatText(session_->document()->dataset().format);
    QMessageBox* box =
        makeQuestion(window_, tr("Saving as %1 loses something").arg(format),
                     listed(lines) + QStringLiteral("\n\n") + tr("A project keeps everything."));
    addProjectButton(box);
    QPushButton* anyway = box->addButton(tr("Save anyway"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(anyway, &QPushButton::clicked, saver_, &DocumentSaver::saveAnyway);
    connect(box, &QDialog::rejected, saver_, &DocumentSaver::stay);
    box->open();
}

void SaveDialogs::askAboutConflicts(const std::vector<std::filesystem::path>& files) {
    QStringList names;
    for (const std::filesystem::path& file : files)
        names << QDir::toNativeSeparators(toQString(file));
    QMessageBox* box =
        makeQuestion(window_, tr("Someone else has changed these files"),
                     listed(names) + QStringLiteral("\n\n") +
                         tr("Saving would write over their changes. Your edits are safe in "
                            "the journal meanwhile."));
    addProjectButton(box);
    QPushButton* overwrite = box->addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(overwrite, &QPushButton::clicked, saver_, &DocumentSaver::overwrite);
    connect(box, &QDialog::rejected, saver_, &DocumentSaver::stay);
    box->open();
}

void SaveDialogs::askAboutLeaving() {
    QMessageBox* box =
        makeQuestion(window_,
                     tr("Save the edits of “%1”?")
                         .arg(QString::fromStdString(session_->document()->dataset().name)),
                     tr("They have not been saved yet."));
    QPushButton* save = box->addButton(QMessageBox::Save);
    QPushButton* discard = box->addButton(QMessageBox::Discard);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    connect(save, &QPushButton::clicked, saver_, &DocumentSaver::save);
    connect(discard, &QPushButton::clicked, saver_, &DocumentSaver::discardAndLeave);
    connect(box, &QDialog::rejected, saver_, &DocumentSaver::stay);
    box->open();
}

void SaveDialogs::offerKept(const JournalContents& kept) {
    const auto seconds = std::chrono::system_clock::to_time_t(kept.last_edit);
    QString text =
        tr("The last edit was made on %1; %n pictures were changed and not saved. Restoring is one "
           "step that can be undone.",
           nullptr, static_cast<int>(kept.pictures.size()))
            .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat));
    if (kept.damaged_lines > 0)
        text += ' ' + tr("%n broken entries are left out.", nullptr, kept.damaged_lines);
    QMessageBox* box = makeQuestion(window_, tr("Restore unsaved edits?"), text);
    QPushButton* restore = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    QPushButton* remove = box->addButton(tr("Delete them"), QMessageBox::DestructiveRole);
    box->addButton(tr("Ask again next time"), QMessageBox::RejectRole);
    box->setDefaultButton(restore);
    connect(restore, &QPushButton::clicked, this,
            [this, kept] { session_->keptEdits().restore(kept); });
    connect(remove, &QPushButton::clicked, this,
            [this, kept] { session_->keptEdits().forget(kept); });
    box->open();
}

void SaveDialogs::tellFailure(const ErrorText& error) {
    QMessageBox* box =
        makeQuestion(window_, tr("The faces could not be saved"),
                     sentence(error.what) + QStringLiteral("\n\n") +
                         (error.advice.isEmpty() ? QString() : sentence(error.advice) + ' ') +
                         tr("Nothing is lost: all edits are still here and unsaved."));
    box->setIcon(QMessageBox::Warning);
    addProjectButton(box);
    box->addButton(QMessageBox::Close);
    box->open();
}

}  // namespace rudolph

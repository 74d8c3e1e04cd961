#include "ui/settings/ask_for_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/settings/settings.h"

namespace rudolph {
namespace {

QFileDialog* makeDialog(QWidget* parent, const FileQuestion& question, QFileDialog::FileMode mode) {
    const QString start = Settings().get(settings::kLastFolder / question.purpose);
    auto* dialog = new QFileDialog(parent, question.title,
                                   start.isEmpty() || !QFileInfo(start).isDir()
                                       ? Settings().get(settings::kLastFolderOfAll)
                                       : start,
                                   question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (!question.suffix.isEmpty())
        dialog->setDefaultSuffix(question.suffix);
    if (!question.suggested.isEmpty()) {
        const QFileInfo suggested(question.suggested);
        if (suggested.isAbsolute())
            dialog->setDirectory(suggested.absolutePath());
        dialog->selectFile(suggested.fileName());
    }
    return dialog;
}

void remember(const FileQuestion& question, const QString& folder) {
    Settings().set(settings::kLastFolder / question.purpose, folder);
    Settings().set(settings::kLastFolderOfAll, folder);
}

void open(QFileDialog* dialog, const FileQuestion& question, const FileAnswer& then) {
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog->parent(),
                     [question, then](const QString& file) {
                         remember(question, QFileInfo(file).absolutePath());
                         then(file);
                     });
    dialog->open();
}

}  // namespace

void askForFile(QWidget* parent, const FileQuestion& question, const FileAnswer& then) {
    open(makeDialog(parent, question, QFileDialog::ExistingFile), question, then);
}

void askForFiles(QWidget* parent, const FileQuestion& question,
                 const std::function<void(const QStringList&)>& then) {
    QFileDialog* dialog = makeDialog(parent, question, QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [question, then](const QStringList& files) {
                         if (files.isEmpty())
                             return;
                         remember(question, QFileInfo(files.front()).absolutePath());
                         then(files);
                     });
    dialog->open();
}

void askForFolder(QWidget* parent, const FileQuestion& question, const FileAnswer& then) {
    QFileDialog* dialog = makeDialog(parent, question, QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [question, then](const QString& folder) {
                         remember(question, folder);
                         then(folder);
                     });
    dialog->open();
}

void askWhereToSave(QWidget* parent, const FileQuestion& question, const FileAnswer& then,
                    const std::function<void()>& otherwise) {
    QFileDialog* dialog = makeDialog(parent, question, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, question.may_exist);
    // Another kind of file has another ending.
    static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)\\)$"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        if (const auto match = ending.match(filter); match.hasMatch())
            dialog->setDefaultSuffix(match.captured(1));
    });
    if (otherwise)
        QObject::connect(dialog, &QDialog::rejected, parent, otherwise);
    open(dialog, question, then);
}

}  // namespace rudolph

#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <vector>

#include "core/annotate/journal_reader.h"
#include "core/formats/losses.h"
#include "ui/base/error_text.h"

class QMessageBox;
class QWidget;

namespace rudolph {

class DocumentSaver;
class Session;

/// Asks what saving and leaving have to ask, in dialogs, and hands the answers back.
class SaveDialogs : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive it; `window` is the parent of the dialogs.
    SaveDialogs(Session* session, QWidget* window);

private:
    void askAboutLosses(const std::vector<Loss>& losses);
    void askAboutConflicts(const std::vector<std::filesystem::path>& files);
    void askAboutLeaving();
    void askForProject(const QString& suggested);
    void offerKept(const JournalContents& kept);
    void tellFailure(const ErrorText& error);
    /// A project keeps everything, so it is offered wherever saving meets an obstacle.
    void addProjectButton(QMessageBox* box);

    Session* session_;
    DocumentSaver* saver_;
    QWidget* window_;
};

}  // namespace rudolph

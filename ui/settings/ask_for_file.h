#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace rudolph {

/// A question for a file or a folder.
struct FileQuestion {
    QString title;        ///< of the dialog
    QString purpose;      ///< where one was for this purpose last is where it starts: "experiments"
    QString filter = {};  ///< "Experiments (*.json);;All files (*)"
    QString suggested = {};  ///< a name, or a whole path where the place is not to be remembered
    QString suffix = {};     ///< that a name without one gets when saving
    bool may_exist = false;  ///< who asks says itself what becomes of a file that is there
};

using FileAnswer = std::function<void(const QString&)>;

/// Each opens a dialog, never waits for it, and calls `then` with what was chosen; `otherwise` when
/// nothing was. The place is remembered by purpose; before the first time it is where one was last.
void askForFile(QWidget* parent, const FileQuestion& question, const FileAnswer& then);
void askForFiles(QWidget* parent, const FileQuestion& question,
                 const std::function<void(const QStringList&)>& then);
void askForFolder(QWidget* parent, const FileQuestion& question, const FileAnswer& then);
void askWhereToSave(QWidget* parent, const FileQuestion& question, const FileAnswer& then,
                    const std::function<void()>& otherwise = {});

}  // namespace rudolph

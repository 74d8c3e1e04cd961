#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>

class QAction;
class QWidget;

namespace rudolph {

class GuideWindow;
class Session;
class Shortcuts;

/// What helps one find one's way: the guide's window, the command search, the list of keys and what
/// the program is. One of each at a time.
class HelpDesk : public QObject {
    Q_OBJECT

public:
    /// `run_action` does what an action of the window stands for, wherever its page is.
    HelpDesk(Session* session, Shortcuts* shortcuts,
             const std::function<void(QAction* action)>& run_action, QWidget* window);
    ~HelpDesk() override;

    void showGuide(const QString& chapter, const QString& anchor = {});
    void searchCommands();
    void showKeys();
    void showAbout();

    /// Null while it was not opened.
    GuideWindow* guideWindow() const { return guide_; }

private:
    Session* session_;
    Shortcuts* shortcuts_;
    std::function<void(QAction*)> run_action_;
    QWidget* window_;
    QPointer<GuideWindow> guide_;
};

}  // namespace rudolph

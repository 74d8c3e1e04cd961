#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace rudolph {

class HelpDesk;
class MainWindow;
class NoticeBar;
class PageActions;
class Session;

/// The menus of the studio's window, and the actions in them that are of no page: to quit, colours,
/// language, help. Lives as long as the pages do, whose actions the menus show, too.
class WindowMenus : public QObject {
    Q_OBJECT

public:
    WindowMenus(Session* session, HelpDesk* help, NoticeBar* notice, MainWindow* window);

    /// `data`: the actions of the Data page; `rail`: those that show a page.
    void fill(QMenuBar* bar, const PageActions& data, const QList<QAction*>& rail);
    const PageActions& actions() const { return *actions_; }

private:
    void makeActions();
    void addThemeActions();
    void addLanguageActions();
    void fillRecentMenu(QMenu* menu);
    void fillPictureMenu(QMenu* menu);

    Session* session_;
    HelpDesk* help_;
    NoticeBar* notice_;
    MainWindow* window_;
    PageActions* actions_;
};

}  // namespace rudolph

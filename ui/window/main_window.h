#pragma once

#include <QMainWindow>
#include <optional>
#include <vector>

#include "core/engine/engine.h"
#include "ui/session/session.h"

class QAction;
class QActionGroup;
class QLabel;
class QStackedWidget;

namespace rudolph {

class HelpDesk;
class NoticeBar;
class Page;
class PageActions;
class Shortcuts;
class StartPage;
class WindowMenus;

/// The studio's window: the rail of pages on the left, the page, and the status bar that says what
/// is loaded, what runs in the background and which device computes. It knows pages as Page alone
/// and does nothing that a page does.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The page that is shown, or is behind the page of the first start.
    StudioPage page() const { return page_; }
    bool isStartShown() const;
    /// Of the guide, about what is shown.
    QString guideChapter() const;
    /// Nobody has opened anything yet, or gone on from the page of the first start.
    static bool isFirstStart();
    /// The guide and the other windows that help.
    HelpDesk* help() { return help_; }
    Session* session() { return session_; }
    Shortcuts* shortcuts() { return shortcuts_; }

public slots:
    void showPage(rudolph::StudioPage page);
    /// The ways to begin, in place of the pages.
    void showStart();
    /// Remembers the language of the texts (Language::code; empty: the system's), and makes
    /// everything that is on the screen anew in it. What is open, running and chosen stays.
    void chooseLanguage(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void rebuild();
    void makePages();
    void makeStartPage();
    void makeRail();
    void makeStatusBar();
    const PageActions& actionsOf(StudioPage page) const;
    /// Does it where its page is shown.
    void run(QAction* action);
    void followSession();
    void addShortcuts();
    void showLoaded();
    void showTitle();
    void showEngine(const EngineInfo& info, const QString& warning);
    void showEngineMissing(const QString& what, const QString& advice);
    void offerWayBack(const QString& sample_id);
    void editScheme(bool from_open_one);
    /// Asks one page after the other from this one on, then closes for good.
    void closeFrom(size_t page);

    Session* session_;
    Shortcuts* shortcuts_ = nullptr;
    HelpDesk* help_ = nullptr;
    WindowMenus* menus_ = nullptr;
    StudioPage page_ = StudioPage::Data;
    std::vector<Page*> all_;  ///< in the order of StudioPage
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    NoticeBar* notice_ = nullptr;
    QActionGroup* rail_ = nullptr;
    QLabel* loaded_ = nullptr;
    QLabel* device_ = nullptr;
    std::optional<EngineInfo> engine_;  ///< once it was loaded
    QString mended_;  ///< id of the face that is mended: notice_ leads back to the cases
    bool probed_ = false;
    bool closable_ = false;  ///< nothing can be lost any more
    bool asking_ = false;    ///< the pages, in closeEvent()
};

}  // namespace rudolph

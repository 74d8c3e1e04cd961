#pragma once

#include <QMainWindow>
#include <vector>

#include "core/engine/engine.h"
#include "ui/session/session.h"

class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;

namespace rudolph {

class NoticeBar;
class Page;
class Shortcuts;

/// The studio's window: the rail of pages on the left, the page, and the status bar that says what
/// is loaded, what runs in the background and which device computes. It knows pages as Page alone
/// and does nothing that a page does.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    StudioPage page() const;
    Session* session() { return session_; }
    Shortcuts* shortcuts() { return shortcuts_; }

public slots:
    void showPage(rudolph::StudioPage page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePages();
    void makeRail();
    void makeMenus();
    void makeStatusBar();
    void fillRecentMenu(QMenu* menu);
    void fillLanguageMenu(QMenu* menu);
    void fillPictureMenu(QMenu* menu);
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
    void showAbout();

    Session* session_;
    Shortcuts* shortcuts_;
    std::vector<Page*> all_;  ///< in the order of StudioPage
    QStackedWidget* pages_;
    NoticeBar* notice_;
    QActionGroup* rail_;
    QLabel* loaded_;
    QLabel* device_;
    bool mending_ = false;  ///< notice_ leads back to the cases
    bool probed_ = false;
    bool closable_ = false;  ///< nothing can be lost any more
    bool asking_ = false;    ///< the pages, in closeEvent()
};

}  // namespace rudolph

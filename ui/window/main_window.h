#pragma once

#include <QMainWindow>

#include "core/engine/engine.h"
#include "ui/session/session.h"

class QActionGroup;
class QLabel;
class QProgressBar;
class QStackedWidget;
class QToolButton;

namespace rudolph {

class AugmentPage;
class CasesPage;
class DataPage;
class NoticeBar;
class PhotoPage;
class RunsPage;
class Shortcuts;
class TrainPage;

/// The studio's window: the rail of pages on the left, the page, and the status bar that says what
/// is loaded, what runs in the background and which device computes.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    StudioPage page() const;
    Session* session() { return session_; }
    DataPage* dataPage() { return data_page_; }
    AugmentPage* augmentPage() { return augment_page_; }
    TrainPage* trainPage() { return train_page_; }
    RunsPage* runsPage() { return runs_page_; }
    CasesPage* casesPage() { return cases_page_; }
    PhotoPage* photoPage() { return photo_page_; }
    Shortcuts* shortcuts() { return shortcuts_; }

public slots:
    void showPage(rudolph::StudioPage page);
    /// Opens a data set and shows the Data page.
    void openData(const QString& path);
    /// Shows the cases of a run.
    void openRun(const QString& run_folder);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What one page is busy with; `what` empty: nothing.
    struct Busy {
        QString what;
        int done = 0;
        int total = 0;
    };

    void makeRail();
    void makeMenus();
    void makeStatusBar();
    void fillRecentMenu();
    void fillLanguageMenu(QMenu* menu);
    void connectPages();
    void connectAugmentPage();
    void connectSession();
    void addShortcuts();
    void showLoaded();
    void showTitle(bool modified);
    void showBusy(QObject* source, const QString& what, int done, int total);
    void updateBusy();
    void cancelBusy();
    void showEngine(const EngineInfo& info, const QString& warning);
    void showEngineMissing(const QString& what, const QString& advice);
    /// Shows the data page and its dialog to open a folder.
    void chooseFaces();
    void mend(const QString& data, const QString& sample_id, const QString& image);
    void showAbout();
    void showShortcuts();

    Session* session_;
    Shortcuts* shortcuts_;
    DataPage* data_page_;
    AugmentPage* augment_page_;
    TrainPage* train_page_;
    RunsPage* runs_page_;
    CasesPage* cases_page_;
    PhotoPage* photo_page_;
    QStackedWidget* pages_;
    NoticeBar* notice_;
    QActionGroup* rail_;
    QMenu* recent_menu_;
    QLabel* loaded_;
    QString data_status_;  ///< what the Data page has loaded; empty: nothing
    QLabel* busy_text_;
    QProgressBar* busy_bar_;
    QToolButton* busy_cancel_;
    QLabel* device_;
    Busy data_busy_;
    Busy train_busy_;
    Busy cases_busy_;
    bool mending_ = false;  ///< notice_ leads back to the cases
    bool probed_ = false;
    bool closing_ = false;    ///< as soon as the training has stopped
    bool may_close_ = false;  ///< no edit can be lost any more
};

}  // namespace rudolph

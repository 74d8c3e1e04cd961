#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/parts/latest_job.h"
#include "ui/runs/run_filter.h"
#include "ui/session/session.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace rudolph {

class MessagePanel;
class NoticeBar;
class RunComparison;
class Shortcuts;

/// All runs of the folder in a table, and below it what the chosen ones have in common and in what
/// they differ. Owns the threads that read runs and write exports.
class RunsPage : public QWidget {
    Q_OBJECT

public:
    explicit RunsPage(Session* session, QWidget* parent = nullptr);
    ~RunsPage() override;

    RunTableModel* model() { return model_; }
    RunFilter* filter() { return filter_; }
    QTableView* table() { return table_; }
    RunComparison* comparison() { return comparison_; }
    NoticeBar* notice() { return notice_; }
    MessagePanel* message() { return message_; }
    /// Gives its actions their keys.
    void registerActions(Shortcuts* shortcuts);
    /// The folders of the chosen rows, from the top down.
    QStringList chosenFolders() const;
    /// Writes what the export menu offers into a file that is known already; in the background.
    void exportTable(const QString& file);
    void exportReport(const QString& file);
    void exportTensorboard();

public slots:
    /// Reads the runs folder again: an epoch or a training has ended.
    void refresh();
    /// Chooses these runs once they are listed.
    void choose(const QStringList& run_folders);

signals:
    void statusChanged(const QString& text);
    void trainRequested();
    /// Train the three nose-tip presets, one after the other, to compare them here.
    void threeExperimentsRequested();
    void casesRequested(const QString& run_folder);
    /// Go on with this run, where it ended or was stopped.
    void trainFurtherRequested(const QString& run_folder);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // runs_page_layout.cpp
    QWidget* makeBar();
    QWidget* makeTable();
    QWidget* makeProgress();
    QMenu* makeExportMenu();
    QMenu* makeMoreMenu();
    void makeActions();
    QAction* addPageAction(const QString& icon, const QString& text, const QKeySequence& key,
                           void (RunsPage::*slot)());
    void showColumns(QMenu* menu);
    void showRowMenu(const QPoint& at);
    void restoreColumns();

    void connectShelf();
    void showRuns();
    void showMarksFailure(const QString& folder, const RunMarks& on_disk, const QString& what,
                          const QString& advice);
    void showTrashed(const QStringList& moved, const QStringList& left);
    void showProblems();
    void fillTags();
    void updateCount();
    void updateChoice();
    void updateActions();

    // runs_page_actions.cpp
    void toggleStars();
    void editTags();
    void editNote();
    void editColumn(RunColumn column);
    void lookAtCases();
    void trainFurther();
    void openFolder();
    void askToRemove();
    void askWhere(const QString& title, const QString& filter, const QString& suffix,
                  const QString& name, const std::function<void(const QString&)>& then);
    void askForTable();
    void askForReport();
    void askForChart();
    void chooseRunsFolder();
    void setRunsFolder(const QString& folder);
    /// Writes in the background; `done` says where to and what can be opened.
    void startExport(
        const QString& what,
        const std::function<QStringList(const CancelToken&, const ProgressCallback&)>& write);
    void showExported(const QStringList& files);
    std::vector<RunEntryPtr> chosenOrShown() const;
    std::vector<RunEntryPtr> shownRuns() const;

    Session* session_;
    RunTableModel* model_;
    RunFilter* filter_;
    QSplitter* splitter_;
    QStackedWidget* middle_;
    MessagePanel* message_;
    QPushButton* train_button_ = nullptr;
    QPushButton* three_button_ = nullptr;
    NoticeBar* notice_;
    QTableView* table_;
    RunComparison* comparison_;
    QLineEdit* search_;
    QComboBox* state_;
    QComboBox* tag_;
    QToolButton* starred_;
    QLabel* count_;
    QLabel* folder_;
    QWidget* progress_;
    QLabel* progress_text_;
    QProgressBar* progress_bar_;
    QAction* star_action_ = nullptr;
    QAction* tags_action_ = nullptr;
    QAction* note_action_ = nullptr;
    QAction* cases_action_ = nullptr;
    QAction* further_action_ = nullptr;
    QAction* open_action_ = nullptr;
    QAction* remove_action_ = nullptr;
    QAction* undo_action_ = nullptr;
    QAction* redo_action_ = nullptr;
    QAction* refresh_action_ = nullptr;
    QAction* chart_action_ = nullptr;
    QAction* tensorboard_action_ = nullptr;

    QTimer slow_export_;
    LatestJob export_job_;
    CancelToken export_cancel_;
    std::vector<Problem> problems_;
    QString shown_problems_;
    QStringList to_choose_;
    bool listed_ = false;
};

}  // namespace rudolph

#pragma once

#include <QStringList>

#include "core/runs/run_marks.h"
#include "ui/base/error_text.h"
#include "ui/parts/page.h"
#include "ui/session/session.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace rudolph {

class MessagePanel;
class NoticeBar;
class RunComparison;
class RunExportMenu;
class RunFilter;
class RunsFilterBar;
class RunsTable;
class RunTableModel;

/// All runs of the folder in a table, and below it what the chosen ones have in common and in what
/// they differ.
class RunsPage : public Page {
    Q_OBJECT

public:
    explicit RunsPage(Session* session, QWidget* parent = nullptr);

    QString title() const override { return tr("Runs"); }
    QString icon() const override { return QStringLiteral("runs"); }
    QString guideChapter() const override { return QStringLiteral("compare"); }
    PageActions* actions() const override { return actions_; }
    QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Middle { kMessage, kRuns };

    void makeActions();
    QWidget* makeBar();
    void connectShelf();
    void connectParts();

    void showRuns();
    void showReading(const QString& text);
    void showNoRuns();
    void showProblems();
    void showError(const ErrorText& error);
    void showMarksFailure(const QString& folder, const RunMarks& on_disk, const QString& what,
                          const QString& advice);
    void showTrashed(const QStringList& moved, const QStringList& left);
    void showRowMenu(const QPoint& at);
    /// Chooses these runs once they are listed.
    void choose(const QStringList& run_folders);
    void updateChoice();
    void updateActions();

    void toggleStars();
    void lookAtCases();
    void trainFurther();
    void trainChosenStudy(bool failed_again);
    void trainStudy(const QString& study_folder, bool failed_again);
    void repeatRuns(const QStringList& run_folders);
    void setBaseline();
    void trainThree();
    void openFolder();
    void askToRemove();
    void chooseRunsFolder();
    void setRunsFolder(const QString& folder);

    Session* session_;
    RunTableModel* model_;
    RunFilter* filter_;
    PageActions* actions_;
    RunsTable* table_;
    RunsFilterBar* filter_bar_;
    RunComparison* comparison_;
    NoticeBar* notice_;
    RunExportMenu* export_menu_;
    QStackedWidget* middle_;
    MessagePanel* message_;
    QPushButton* train_button_;
    QPushButton* three_button_;
    QLabel* folder_;
    QString shown_folder_;
    QString shown_problems_;
    QStringList to_choose_;
    bool listed_ = false;
};

}  // namespace rudolph

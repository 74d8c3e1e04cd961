#pragma once

#include <QThread>
#include <QWidget>

#include "ui/models/case_list_model.h"
#include "ui/models/session.h"
#include "ui/workers/run_loader.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace rudolph {

class CaseViewer;
class FigureRow;
class MessagePanel;

/// The validation faces of a run sorted by error, and one of them large. Owns the thread that reads
/// runs.
class CasesPage : public QWidget {
    Q_OBJECT

public:
    explicit CasesPage(Session* session, QWidget* parent = nullptr);
    ~CasesPage() override;

    CaseListModel* model() { return model_; }
    CaseOrder* order() { return order_; }
    QListView* gallery() { return gallery_; }
    CaseViewer* viewer() { return viewer_; }
    QListWidget* runList() { return runs_; }
    /// Whether one case is shown large.
    bool isViewing() const;
    QString runFolder() const { return run_folder_; }

public slots:
    /// Reads the runs folder again.
    void refresh();
    void openRun(const QString& run_folder);

signals:
    void statusChanged(const QString& text);
    void trainRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int kFolderRole = Qt::UserRole;  ///< of an item of runs_

    // cases_page_layout.cpp
    QWidget* makeRuns();
    QWidget* makeCases();
    QWidget* makeToolbar();

    void connectLoader();
    void showRuns(const QString& folder, const RunList& list);
    void showCases(const RunCases& cases);
    void showSummary(const RunRecord& run);
    void showFailure(const QString& run_folder, const QString& what, const QString& advice);
    void showMessage();
    void updateCount();
    void viewCase(int place);
    void backToGallery();
    void chooseRunsFolder();

    Session* session_;
    QSplitter* splitter_;
    QListWidget* runs_;
    QLabel* runs_folder_;
    QStackedWidget* middle_;
    MessagePanel* message_;
    QPushButton* train_button_;
    QLabel* title_;
    QLabel* state_;
    FigureRow* figures_;
    QComboBox* sort_;
    QLineEdit* search_;
    QLabel* count_;
    QListView* gallery_;
    CaseViewer* viewer_;
    CaseListModel* model_;
    CaseOrder* order_;

    QThread thread_;
    RunLoader* loader_;
    RunRecord run_;
    QString run_folder_;  ///< shown or being read
    bool want_latest_ = true;
    int viewed_ = -1;
};

}  // namespace rudolph

#pragma once

#include <QThread>
#include <QWidget>

#include "core/runs/run_reader.h"
#include "ui/cases/case_list_model.h"
#include "ui/cases/case_worker.h"
#include "ui/session/run_loader.h"
#include "ui/session/session.h"

class QComboBox;
class QLabel;
class QListView;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace rudolph {

class AnnotationDocument;
class CaseExplorer;
class CaseFilterBar;
class CaseViewer;
class FigureRow;
class MessagePanel;
class NoticeBar;

/// The validation faces of a run: sorted by error in a gallery, one of them large, and what their
/// errors go with. Truth is that of the run's faces as they are now, also with edits that are not
/// saved; the run's files change only when one asks for it. Owns the threads that read runs and
/// measure faces.
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
    QTabWidget* tabs() { return tabs_; }
    CaseExplorer* explorer() { return explorer_; }
    CaseFilterBar* filters() { return filters_; }
    NoticeBar* truthNotice() { return truth_notice_; }
    NoticeBar* lostNotice() { return lost_notice_; }
    FigureRow* figures() { return figures_; }
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
    void openFolderRequested();
    /// The truth of a face is to be edited: `data` is what to open where it is not open.
    void mendRequested(const QString& data, const QString& sample_id, const QString& image);
    /// What runs in the background; empty: nothing.
    void busyChanged(const QString& what, int done, int total);

public slots:
    /// Stops measuring.
    void cancelBusy();

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int kFolderRole = Qt::UserRole;  ///< of an item of runs_

    // cases_page_layout.cpp
    QWidget* makeRuns();
    QWidget* makeCases();
    QWidget* makeGallery();
    QWidget* makeToolbar();

    // cases_page_study.cpp
    void connectStudies();
    void startStudy(bool measure);
    void showStudy(int number, const CaseStudyPtr& study);
    void studyFailed(int number, const QString& what, const QString& advice);
    void studyAgainIfEdited();
    void showTruthNotice();
    void keepTruth();
    void mend(int row);
    void showGalleryMenu(const QPoint& at);
    void setChosen(const QVector<int>& rows);
    /// The faces of the run, where they are open; else null.
    std::shared_ptr<const Dataset> openFaces() const;

    void connectLoader();
    void showRuns(const QString& folder, const RunList& list);
    void showCases(const RunCases& cases);
    void showSummary(const RunRecord& run);
    void showLostPictures();
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
    NoticeBar* truth_notice_;
    NoticeBar* lost_notice_;
    QTabWidget* tabs_;
    QComboBox* sort_;
    CaseFilterBar* filters_;
    QLabel* count_;
    QPushButton* show_all_;
    QListView* gallery_;
    CaseExplorer* explorer_;
    CaseViewer* viewer_;
    CaseListModel* model_;
    CaseOrder* order_;

    QThread thread_;
    RunLoader* loader_;
    RunRecord run_;
    QString run_folder_;  ///< shown or being read
    bool want_latest_ = true;
    int viewed_ = -1;  ///< place in the order
    int viewed_row_ = -1;

    QThread study_thread_;
    CaseWorker* studies_;
    RunCases cases_;       ///< as the run's files have them
    CaseRequest request_;  ///< the latest
    CaseStudyPtr study_ = std::make_shared<const CaseStudy>();
    QVector<int> chosen_;
    /// The state of the open document that study_ is of.
    const AnnotationDocument* studied_document_ = nullptr;
    int studied_edit_ = 0;
};

}  // namespace rudolph

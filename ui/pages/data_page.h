#pragma once

#include <QElapsedTimer>
#include <QThread>
#include <QWidget>
#include <memory>

#include "ui/documents/annotation_document.h"
#include "ui/models/session.h"
#include "ui/workers/dataset_worker.h"
#include "ui/workers/latest_job.h"

class QAction;
class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace rudolph {

class FaceView;
class MessagePanel;
class SampleDetails;
class SampleListPanel;

/// Opens data sets and shows their faces: the list with filters and problems on the left, the
/// chosen face in the middle, what is known of it and how a network gets it on the right. What is
/// opened here becomes the session's data set.
class DataPage : public QWidget {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit DataPage(Session* session, QWidget* parent = nullptr);
    /// Stops what is running and waits for it.
    ~DataPage() override;

    /// Stops opening, checking or making; what was open before stays.
    void cancelBusy();

public slots:
    /// A folder, a dlib list, or any file of a folder of faces.
    void openPath(const QString& path);
    void chooseFolder();
    void chooseFile();
    /// Opens the demo faces, which are made at the first time.
    void makeDemoFaces();

signals:
    /// What is loaded, in one line; empty when nothing is.
    void statusChanged(const QString& text);
    /// What runs in the background, for a progress bar; `total` 0: not known; empty `what`:
    /// nothing.
    void busyChanged(const QString& what, int done, int total);
    /// The person wants to train on what is open.
    void trainRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // data_page_layout.cpp
    void makeActions();
    QWidget* makeHeader();
    QWidget* makeCanvas();
    MessagePanel* makeEmptyState();
    MessagePanel* makeBusyState();
    MessagePanel* makeBrokenState();
    void layOut();

    void startWorker();
    DatasetRequest newRequest(const QString& path);
    void showProgress(int number, DatasetStage stage, int done, int total);
    void datasetOpened(int number, const std::shared_ptr<const Dataset>& dataset);
    void datasetChecked(int number, const std::shared_ptr<const Dataset>& dataset);
    void openingFailed(int number, const QString& what, const QString& advice);
    void openingCancelled(int number);
    void showBusy(const QString& title);
    void setIdle();
    void showWhatIsOpen();
    void sessionChanged();
    void showSample(int index);
    void showProblem(const QString& place, const QString& message);
    void showProgressBar(int done, int total);
    void fillRecent(QMenu* menu);
    QString summary() const;

    Session* session_;
    std::unique_ptr<AnnotationDocument> document_;
    QThread thread_;
    DatasetWorker* worker_ = nullptr;
    LatestJob picture_job_;
    DatasetRequest request_;  ///< the latest
    bool busy_ = false;
    bool opening_ = false;       ///< nothing of the request can be shown yet
    QElapsedTimer since_start_;  ///< of the stage that the progress bar shows
    QString asked_for_;          ///< what is being opened, as it was asked for

    QAction* open_folder_;
    QAction* open_list_;
    QAction* demo_faces_;
    QAction* filter_;
    QAction* fit_;
    QAction* zoom_in_;
    QAction* zoom_out_;
    QAction* lines_;
    QAction* numbers_;
    QAction* box_;
    QStackedWidget* states_;
    MessagePanel* empty_;
    MessagePanel* busy_state_;
    QProgressBar* progress_;
    MessagePanel* broken_;
    QWidget* work_;
    QLabel* summary_;
    QLabel* cursor_;
    QSplitter* splitter_;
    SampleListPanel* list_;
    FaceView* view_;
    SampleDetails* details_;
};

}  // namespace rudolph

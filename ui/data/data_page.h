#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QThread>
#include <QWidget>
#include <functional>
#include <memory>

#include "ui/documents/annotation_document.h"
#include "ui/parts/latest_job.h"
#include "ui/session/dataset_worker.h"
#include "ui/session/session.h"

class QAction;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace rudolph {

class AnnotatePanel;
class Annotator;
class DocumentSaver;
class FaceView;
class MessagePanel;
class NetworkHelp;
class NoticeBar;
class SampleDetails;
class SampleListPanel;
class SchemeStore;
class Shortcuts;

/// Opens data sets, shows their faces and edits them: the list with filters and problems on the
/// left, the chosen face in the middle, and on the right what is known of it and how a network gets
/// it or, while annotating, what one needs for that. What is opened here becomes the session's
/// document.
class DataPage : public QWidget {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit DataPage(Session* session, QWidget* parent = nullptr);
    /// Stops what is running and waits for it.
    ~DataPage() override;

    /// Stops what runs in the background: saving, fitting, opening, checking; what was there before
    /// stays.
    void cancelBusy();
    /// Does `next` when no edit can be lost by it, after asking where one could.
    void whenSafe(const std::function<void()>& next);

    /// Takes the keys that can be changed.
    void registerActions(Shortcuts* shortcuts);
    void fillFileMenu(QMenu* menu);
    void fillEditMenu(QMenu* menu);
    bool isAnnotating() const;

public slots:
    /// A folder, a list, a project, or any file of a folder of faces.
    void openPath(const QString& path);
    void chooseFolder();
    void chooseFile();
    /// Opens the demo faces, which are made at the first time.
    void makeDemoFaces();
    void setAnnotating(bool on);
    /// Goes to a face and edits it; opens `path` first where no face of this picture with that id
    /// is open.
    void editFace(const QString& path, const QString& sample_id, const QString& image);
    /// Chooses a format and a place, says what would be lost, and writes the faces there.
    void exportFaces();
    /// Looks for annotations that are probably wrong, in the background.
    void inspect();

signals:
    /// What is loaded, in one line; empty when nothing is.
    void statusChanged(const QString& text);
    /// What runs in the background, for a progress bar; `total` 0: not known; empty `what`:
    /// nothing.
    void busyChanged(const QString& what, int done, int total);
    /// The person wants to train on what is open.
    void trainRequested();
    /// There are unsaved edits, or there are none any more.
    void modifiedChanged(bool modified);
    /// What was done, in one line.
    void reported(const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What runs in the background; `what` empty: nothing.
    struct Busy {
        QString what;
        int done = 0;
        int total = 0;
    };

    // data_page_layout.cpp
    void makeActions();
    QAction* addPageAction(const QString& text, const QKeySequence& key, const QString& tip);
    QWidget* makeHeader();
    QWidget* makeCanvas();
    void addEditingTools(QToolBar* tools);
    void makeNetworkTools();
    MessagePanel* makeEmptyState();
    MessagePanel* makeBusyState();
    MessagePanel* makeBrokenState();
    void layOut();
    void fillRecent(QMenu* menu);

    // data_page_editing.cpp
    void makeEditing();
    void makeEditActions();
    void connectDocument();
    void fillSchemeMenu(QMenu* menu);
    void fillCanvasMenu(const QPoint& at);
    void useScheme(const LandmarkScheme& scheme);
    void editScheme(bool from_this_one);
    void readPtsFrom(int first_pixel);
    void updateEditing();
    void setBusy(Busy& mine, const QString& what, int done, int total);

    // data_page_mend.cpp
    void editWantedFace();

    void startWorker();
    DatasetRequest newRequest(const QString& path);
    void open(const QString& path);
    void showProgress(int number, DatasetStage stage, int done, int total);
    void datasetOpened(int number, const OpenedDataset& opened);
    void datasetChecked(int number, const CheckedPictures& pictures);
    void datasetInspected(int number, const std::vector<Problem>& findings);
    void openingFailed(int number, const QString& what, const QString& advice);
    void openingCancelled(int number);
    void showBusy(const QString& title);
    void setIdle();
    void showWhatIsOpen();
    void sessionChanged();
    void showSample(int index);
    void showPicture(int index, const QImage& image);
    /// The points and the box of the chosen face, as they are now.
    void showPoints();
    void showFacts();
    std::optional<int> previousInList() const;
    /// Brings a point of the chosen face close.
    void lookAt(int point);
    void showProblemPoint(int index, int point);
    void showProblem(const QString& place, const QString& message);
    void showProgressBar(int done, int total);
    void tellStatus();
    QString summary() const;
    AnnotationDocument* document() const { return session_->document(); }

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
    QString asked_for_kept_;     ///< has unsaved edits of a session that broke off
    std::string face_wanted_;    ///< to edit when what is being opened is there
    OpenOptions options_;        ///< how it is read
    /// What reading and checking found; what inspecting finds comes after.
    std::vector<Problem> read_problems_;
    int shown_ = -1;                   ///< the face that is chosen
    std::optional<int> point_wanted_;  ///< to look at when its picture is there
    Busy opening_busy_;
    Busy saving_busy_;
    DocumentSaver* saver_ = nullptr;
    NetworkHelp* help_ = nullptr;
    Annotator* annotator_ = nullptr;
    SchemeStore* schemes_ = nullptr;

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
    QAction* annotate_;
    QAction* save_;
    QAction* save_project_;
    QAction* export_;
    QAction* inspect_;
    QAction* choose_scheme_;
    QAction* choose_network_;
    QAction* undo_;
    QAction* redo_;
    QStackedWidget* states_;
    MessagePanel* empty_;
    QPushButton* kept_;  ///< opens what has unsaved edits
    MessagePanel* busy_state_;
    QProgressBar* progress_;
    MessagePanel* broken_;
    QWidget* work_;
    QLabel* summary_;
    QLabel* cursor_;
    QSplitter* splitter_;
    SampleListPanel* list_;
    FaceView* view_;
    NoticeBar* notice_;
    QList<QAction*> editing_tools_;  ///< in the tool bar, only while one annotates
    QToolButton* scheme_button_;
    QToolButton* network_button_;
    QStackedWidget* right_;
    SampleDetails* details_;
    AnnotatePanel* annotate_panel_;
};

}  // namespace rudolph

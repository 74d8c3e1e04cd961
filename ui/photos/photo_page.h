#pragma once

#include <QTimer>
#include <QUndoStack>
#include <QWidget>
#include <optional>

#include "ui/parts/latest_job.h"
#include "ui/photos/photo_finder.h"
#include "ui/photos/photo_jobs.h"
#include "ui/photos/photo_list_model.h"
#include "ui/session/session.h"

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace rudolph {

class MessagePanel;
class NoticeBar;
class PhotoChoices;
class PhotoDetails;
class PhotoListPanel;
class PhotoLive;
class PhotoSaveDialog;
class PhotoStage;
class Shortcuts;

/// Keypoints on a person's own photographs, videos and camera: finds the faces, draws the points,
/// and says how sure the model is. Boxes can be drawn and dragged, and the points follow; two
/// models can be compared; results are saved or handed to the annotator. Nothing leaves the
/// machine.
class PhotoPage : public QWidget {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit PhotoPage(Session* session, QWidget* parent = nullptr);
    /// Stops what runs and waits for it.
    ~PhotoPage() override;

    /// Other ways to detect, predict and read, before anything was added: for tests.
    void setTools(const PhotoTools& tools);
    /// Where frames of videos and cameras are kept; by default with the person's pictures.
    void setFramesFolder(const QString& folder) { frames_folder_ = folder; }
    void registerActions(Shortcuts* shortcuts);

    PhotoListModel* photos() { return photos_; }
    PhotoListPanel* listPanel() { return list_; }
    PhotoStage* stage() { return stage_; }
    PhotoDetails* details() { return details_; }
    PhotoChoices* choices() { return choices_; }
    PhotoLive* live() { return live_; }
    NoticeBar* notice() { return notice_; }
    QUndoStack* undoStack() { return &undo_; }
    QString summary() const;
    /// The photograph that is shown; null: none.
    const PhotoEntry* current() const;
    /// Nothing waits or is being looked at.
    bool isSettled() const { return !jobs_->isBusy() && !picture_job_.isBusy(); }
    /// The window that saves; null while it is closed.
    PhotoSaveDialog* saveDialog() { return save_dialog_; }

    /// Writes a project of all photographs with their points as proposals and opens it in the
    /// annotator.
    void annotateAs(const QString& project_file);

public slots:
    /// Photographs, videos and folders of them.
    void addPaths(const QStringList& paths);
    void openPhotographs();
    void openFolder();
    void removeSelected();
    void removeAll();
    void save();
    void annotate();
    void showCamera(bool on);
    /// Stops looking at photographs; what has been found stays.
    void cancelBusy();

signals:
    void busyChanged(const QString& what, int done, int total);
    /// summary() may say something else now.
    void summaryChanged();
    /// What was done, in one line.
    void reported(const QString& text);
    /// A project is to be opened and its first face edited.
    void annotateRequested(const QString& project, const QString& sample_id, const QString& image);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // photo_page_layout.cpp
    QAction* addPageAction(const QString& text, const QList<QKeySequence>& keys,
                           const QString& tip);
    void makeActions();
    MessagePanel* makeEmptyState();
    QWidget* makeWork();
    QWidget* makeHeader();
    QWidget* makeToolbar();
    QWidget* makeMiddle();
    QWidget* makeRight();
    void connectParts();
    void fillMenu(QMenu* menu);

    // photo_page_edit.cpp
    void connectEditing();
    void drawBox(const Box& box);
    void deleteFace();
    void beginDrag();
    void dragBox(int face, const Box& box);
    void changeBox(int face, const Box& box);
    void cancelDrag();
    void pushEdit(PhotoReading before, PhotoReading after, const QString& what,
                  const QString& merge = {});
    void boxesChanged(int photo);
    void remove(const std::vector<int>& ids, const QString& what);
    void updateActions();

    // photo_page_jobs.cpp
    void addFound(const FoundPhotos& found);
    PhotoRequest requestFor(const PhotoEntry& entry) const;
    void lookAgain(const std::vector<int>& ids);
    void goOn();
    void choiceChanged();
    void takeAnswer(const PhotoAnswer& answer);
    void takePoints(const PhotoAnswer& answer);
    void stopFor(const QString& what, const PhotoAnswer& answer);
    void showCurrent();
    void loadPicture();
    void showEntry();
    void showSummary();
    void takeFrame(const QImage& frame, const QString& name);

    Session* session_;
    PhotoListModel* photos_;
    QUndoStack undo_;
    PhotoTools tools_;
    PhotoJobs* jobs_;
    PhotoFinder* finder_;
    QString frames_folder_;
    PhotoChoice asked_;  ///< what requests were made with last
    std::optional<PhotoReading> before_drag_;
    bool taking_frame_ = false;
    int last_frame_ = 0;  ///< number of frames that were taken as photographs
    QTimer summary_timer_;

    QAction* open_photos_;
    QAction* open_folder_;
    QAction* remove_;
    QAction* clear_;
    QAction* camera_;
    QAction* save_;
    QAction* annotate_;
    QAction* previous_;
    QAction* next_;
    QAction* draw_;
    QAction* delete_face_;
    QAction* undo_action_;
    QAction* redo_action_;
    QAction* lines_;
    QAction* numbers_;
    QAction* boxes_;
    QAction* fit_;
    QAction* zoom_in_;
    QAction* zoom_out_;
    QStackedWidget* states_;
    QWidget* work_;
    QSplitter* splitter_;
    QStackedWidget* middle_;
    QLabel* summary_;
    NoticeBar* notice_;
    PhotoListPanel* list_;
    PhotoStage* stage_;
    PhotoLive* live_;
    PhotoDetails* details_;
    PhotoChoices* choices_;
    PhotoSaveDialog* save_dialog_ = nullptr;
    LatestJob picture_job_;
    LatestJob project_job_;
};

}  // namespace rudolph

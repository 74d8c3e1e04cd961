#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QUndoStack>
#include <optional>

#include "ui/photos/photo_jobs.h"
#include "ui/photos/photo_list_model.h"
#include "ui/photos/video_glances.h"
#include "ui/photos/video_surveys.h"
#include "ui/session/activities.h"

namespace rudolph {

class Session;
struct FoundPhotos;

enum class PhotoNotice {
    Said,
    Stopped,  ///< one can go on
    Failed,
    FailedForAll  ///< one can try again
};

/// The photographs of the Photos page, without the page: which there are and which is shown, with
/// what they are looked at, the looking itself, and every edit as a step that can be undone. Main
/// thread.
class Photographs : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive this.
    explicit Photographs(Session* session, QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~Photographs() override;

    /// Other ways to detect, predict and read, before anything was added: for tests.
    void setTools(const PhotoTools& tools);

    PhotoListModel& list() { return list_; }
    const PhotoListModel& list() const { return list_; }
    QUndoStack* undoStack() { return &undo_; }
    VideoSurveys& surveys() { return surveys_; }
    const PhotoTools& tools() const { return tools_; }
    /// The photograph that is shown; null: none. Edits are of it.
    const PhotoEntry* current() const { return list_.find(current_); }
    void setCurrent(int id);
    bool isBusy() const { return jobs_.isBusy() || glances_.isBusy(); }

    /// Remembered between starts. Photographs are looked at again as far as another choice asks for
    /// it; boxes stay.
    const PhotoChoice& choice() const { return choice_; }
    void setChoice(const PhotoChoice& choice);
    /// Which photographs are in view is asked where several are due.
    void preferThose(std::function<std::vector<int>()> in_view) {
        jobs_.preferThose(std::move(in_view));
    }
    /// Models whose files become others while nobody looks are asked when somebody does.
    void setLookedAt(bool looked_at);

    /// Photographs, videos and folders of them: added(), or noticed() where there are none.
    void add(const QStringList& paths);
    /// Keeps a frame of a video or a camera as a photograph of its own, which is not shown for
    /// being added.
    void addFrame(const QImage& frame, const QString& name);
    /// Where frames are kept; by default with the person's pictures.
    void setFramesFolder(const QString& folder) { frames_folder_ = folder; }
    void remove(const std::vector<int>& ids);
    void removeAll();

    void drawBox(const Box& box);
    void deleteFace(int face);
    void beginDrag();
    void dragBox(int face, const Box& box);
    /// The drag is over. `by_key`: presses of an arrow key are one step.
    void changeBox(int face, const Box& box, bool by_key);
    void cancelDrag();

    /// Writes a project of all photographs with their points as proposals and leads to the
    /// annotator.
    void annotateAs(const QString& project_file);

public slots:
    /// Stops looking; what has been found stays.
    void stop();
    /// Looks at all that wait.
    void goOn();

signals:
    void added(const std::vector<int>& ids);
    void choiceChanged();
    /// A chosen model has become another.
    void modelsRenewed();
    /// An edit was made or undone, in this photograph; −1: some came or went.
    void edited(int photo);
    /// What should stay readable; an empty text: what was told is over.
    void noticed(const QString& text, rudolph::PhotoNotice what);

private:
    void addFound(const FoundPhotos& found);
    PhotoRequest requestFor(const PhotoEntry& entry) const;
    PhotoRequest comparingFor(const PhotoEntry& entry) const;
    bool lacksSecond(const PhotoEntry& entry) const;
    void lookAt(const std::vector<int>& ids);
    void lookAnew(bool searches, bool predicts);
    void compareAnew();
    void renew(const QString& model);
    void takeAnswer(const PhotoAnswer& answer);
    void takePoints(const PhotoAnswer& answer);
    void stopFor(const QString& what, const PhotoAnswer& answer);
    void connectGlances();
    bool isFaceOfCurrent(int face) const;
    void pushEdit(PhotoReading before, PhotoReading after, const QString& what,
                  const QString& merge = {});
    void lookAtBoxes(int photo);
    void removeAs(const std::vector<int>& ids, const QString& what);

    Session* session_;
    PhotoTools tools_;
    PhotoListModel list_;
    PhotoChoice choice_;
    int current_ = -1;
    int look_ = 0;  ///< answers to earlier ones are for nobody
    bool looked_at_ = false;
    bool renewed_ = false;  ///< while nobody looked
    std::optional<PhotoReading> before_drag_;
    QString frames_folder_;
    int last_frame_ = 0;  ///< number of frames that were kept
    QUndoStack undo_;
    Activity activity_;
    Activity glancing_;
    CancelToken finding_;
    // Last, so that they end before what they use.
    PhotoJobs jobs_;
    VideoGlances glances_;
    VideoSurveys surveys_;
    Job find_job_{JobOrder::InTurn};
    Job project_job_{JobOrder::Latest};
};

}  // namespace rudolph

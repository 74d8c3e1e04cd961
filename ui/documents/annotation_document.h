#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <filesystem>
#include <memory>
#include <set>
#include <vector>

#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/dataset/check_images.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// A data set that is being annotated: the only place where its faces change. Every change is an
/// undo command with a name; models and views listen to the signals. Faces are called by their
/// index in the data set, which changes only with facesReset. Main thread only.
class AnnotationDocument : public QObject {
    Q_OBJECT

public:
    explicit AnnotationDocument(std::shared_ptr<const Dataset> dataset, QObject* parent = nullptr);
    ~AnnotationDocument() override;

    const Dataset& dataset() const { return *dataset_; }
    const LandmarkScheme& scheme() const { return dataset_->scheme; }
    int faceCount() const { return static_cast<int>(dataset_->samples.size()); }
    const Sample& face(int index) const { return dataset_->samples[static_cast<size_t>(index)]; }
    /// The data set as it is now, immutable: for worker threads. Shares its memory with the
    /// document until the next edit.
    std::shared_ptr<const Dataset> snapshot() const { return dataset_; }
    QUndoStack* undoStack() { return &undo_; }
    /// There are changes that saving would write.
    bool isModified() const { return !undo_.isClean(); }

    /// Which edits may become one step with the one before: those with the same text that is not
    /// empty, one right after the other (the presses of an arrow key on one selection).
    using MergeKey = QString;

    /// Changes one face: one step named `what` ("Move left eye corner"). A change that changes
    /// nothing is no step.
    void setFace(int index, const Sample& after, const QString& what, const MergeKey& merge = {});
    /// Several faces in one step.
    void setFaces(const std::vector<std::pair<int, Sample>>& after, const QString& what);
    /// A new face in the picture of the face at `index`, after the last one there; returns its
    /// index. A picture in which no face is marked yet gets its first: the entry itself.
    int addFace(int index, const Sample& face, const QString& what);
    /// Removes a face; the last face of a picture leaves the picture without faces.
    void removeFace(int index, const QString& what);
    /// Another scheme: points keep their places by name, else by number where the count is the
    /// same; new points are not labelled.
    void setScheme(const LandmarkScheme& scheme);

    /// While something is dragged: shows a face without making a step; the drag ends with
    /// setFace() or with endPreview(), which shows the face as it was.
    void preview(int index, const Sample& face);
    void endPreview();
    bool isPreviewing() const { return previewed_ >= 0; }
    /// The face as it should be shown now.
    const Sample& shownFace(int index) const;

    struct Restored {
        int pictures = 0;  ///< changed
        /// Whose faces do not have the points of the scheme, or that are not there any more.
        int left_out = 0;
    };
    /// Puts what a journal kept into the faces, as one step.
    Restored restore(const JournalContents& kept);
    /// The data set is kept in another file from now on, whose name it takes: a project, when its
    /// own files cannot hold the work. No step.
    void moveTo(const std::filesystem::path& source, DatasetFormat format);

    /// Sizes and problems that decoding the pictures has shown meanwhile; no step.
    void applyCheck(const CheckedPictures& checked);
    /// More problems for the list; no step.
    void setProblems(std::vector<Problem> problems);

    /// Unsaved edits go here from now on. Null: nowhere.
    void setJournal(std::unique_ptr<Journal> journal);
    Journal* journal() { return journal_.get(); }
    /// Gives the journal, when it is a new one, what was edited since the last save.
    void recordUnsaved();

    /// What is being saved, so that edits made meanwhile stay unsaved.
    struct SavePoint {
        std::shared_ptr<const Dataset> dataset;
        std::vector<std::filesystem::path> changed;  ///< the pictures edited since the last save
        int undo_index = 0;
        long long journal_mark = 0;
    };
    SavePoint beginSave();
    /// Ends a save: what it holds is no longer unsaved, and leaves the journal.
    void saved(const SavePoint& point);
    void saveFailed(const SavePoint& point);

signals:
    /// This face shows something else now (an edit, undo, redo or a preview).
    void faceChanged(int index);
    /// Faces came, went or changed all at once.
    void facesReset();
    void schemeChanged();
    void problemsChanged();
    void modifiedChanged(bool modified);

private:
    friend class ChangePictures;
    friend class ChangeScheme;

    /// The data set, for changing: a copy of its own when someone else still looks at it.
    Dataset& edited();
    /// All faces of the picture of the face at `index`.
    std::vector<Sample> facesOfPicture(int index) const;
    /// Replaces the faces of a picture; `near` is where to look first.
    void replaceFaces(const std::filesystem::path& image, const std::vector<Sample>& faces,
                      int near);
    void record(std::vector<JournalEntry> entries);
    /// Where all edits were undone, nothing is unsaved: the journal and the next save have nothing.
    void forgetUndone();

    std::shared_ptr<Dataset> dataset_;
    QUndoStack undo_;
    std::unique_ptr<Journal> journal_;
    std::set<std::filesystem::path> changed_;
    bool saving_ = false;
    int previewed_ = -1;
    Sample preview_;
};

}  // namespace rudolph

#pragma once

#include <QUndoCommand>
#include <vector>

#include "ui/documents/annotation_document.h"

namespace rudolph {

/// The faces of one picture before and after an edit.
struct PictureChange {
    std::filesystem::path image;
    int first = 0;  ///< where the picture's faces were when the edit was made
    std::vector<Sample> before;
    std::vector<Sample> after;
};

/// The one command for everything that happens to faces: it swaps what a picture had for what it
/// gets.
class ChangePictures : public QUndoCommand {
public:
    ChangePictures(AnnotationDocument* document, std::vector<PictureChange> changes,
                   const QString& what, AnnotationDocument::MergeKey merge);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    void apply(bool forward);

    AnnotationDocument* document_;
    std::vector<PictureChange> changes_;
    AnnotationDocument::MergeKey merge_;
};

/// Another scheme, with the points of every face in its order.
class ChangeScheme : public QUndoCommand {
public:
    ChangeScheme(AnnotationDocument* document, LandmarkScheme after);

    void undo() override;
    void redo() override;

private:
    void apply(const LandmarkScheme& scheme, const std::vector<Landmarks>& points);

    AnnotationDocument* document_;
    LandmarkScheme before_;
    LandmarkScheme after_;
    /// Of every face, in order; empty when no points change.
    std::vector<Landmarks> points_before_;
    std::vector<Landmarks> points_after_;
};

}  // namespace rudolph

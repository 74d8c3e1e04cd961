#pragma once

#include <QUndoCommand>
#include <functional>
#include <vector>

#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// Tells whoever predicts that the boxes of a photograph are others now.
using BoxesChanged = std::function<void(int photo)>;

/// Other boxes in one photograph: drawn, dragged, removed. What it was before comes back with its
/// points; they are predicted anew all the same, as the model may have changed meanwhile.
class EditPhotoFaces : public QUndoCommand {
public:
    struct Change {
        int photo = 0;
        PhotoReading before;
        PhotoReading after;
        /// Steps with the same text that is not empty, one right after the other, become one (the
        /// presses of an arrow key).
        QString merge = {};
    };

    EditPhotoFaces(PhotoListModel* photos, Change change, const QString& what,
                   BoxesChanged changed);

    void undo() override { apply(change_.before, by_person_before_); }
    void redo() override { apply(change_.after, true); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    void apply(const PhotoReading& reading, bool by_person);

    PhotoListModel* photos_;
    Change change_;
    bool by_person_before_ = false;
    BoxesChanged changed_;
};

/// Takes photographs out of the list; their files stay.
class RemovePhotos : public QUndoCommand {
public:
    using Changed = std::function<void(const std::vector<int>& photos)>;

    RemovePhotos(PhotoListModel* photos, std::vector<int> ids, const QString& what, Changed removed,
                 Changed restored);

    void undo() override;
    void redo() override;

private:
    PhotoListModel* photos_;
    std::vector<int> ids_;
    std::vector<PhotoListModel::Placed> taken_;
    Changed removed_;
    Changed restored_;
};

}  // namespace rudolph

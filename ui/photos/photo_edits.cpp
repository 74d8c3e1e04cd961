#include "ui/photos/photo_edits.h"

#include <utility>

namespace rudolph {

EditPhotoFaces::EditPhotoFaces(PhotoListModel* photos, Change change, const QString& what,
                               BoxesChanged changed)
    : QUndoCommand(what),
      photos_(photos),
      change_(std::move(change)),
      changed_(std::move(changed)) {
    if (const PhotoEntry* entry = photos_->find(change_.photo))
        by_person_before_ = entry->by_person;
}

void EditPhotoFaces::apply(const PhotoReading& reading, bool by_person) {
    photos_->change(change_.photo, [&](PhotoEntry& entry) {
        entry.reading = reading;
        // Until they are predicted anew, they would be other faces'.
        if (entry.compared.faces.size() != reading.faces.size())
            entry.compared.faces.clear();
        entry.by_person = by_person;
        ++entry.revision;
    });
    changed_(change_.photo);
}

bool EditPhotoFaces::mergeWith(const QUndoCommand* next) {
    const auto& other = static_cast<const EditPhotoFaces*>(next)->change_;
    if (change_.merge.isEmpty() || change_.merge != other.merge || change_.photo != other.photo)
        return false;
    change_.after = other.after;
    return true;
}

RemovePhotos::RemovePhotos(PhotoListModel* photos, std::vector<int> ids, const QString& what,
                           Changed removed, Changed restored)
    : QUndoCommand(what),
      photos_(photos),
      ids_(std::move(ids)),
      removed_(std::move(removed)),
      restored_(std::move(restored)) {}

void RemovePhotos::redo() {
    taken_ = photos_->take(ids_);
    removed_(ids_);
}

void RemovePhotos::undo() {
    photos_->restore(std::exchange(taken_, {}));
    restored_(ids_);
}

}  // namespace rudolph

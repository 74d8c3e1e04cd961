// How boxes are drawn, dragged and removed on the Photos page, as steps that can be undone.
#include <QAction>
#include <QUndoStack>
#include <cmath>
#include <limits>
#include <utility>

#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/photos/photo_details.h"
#include "ui/photos/photo_edits.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

/// A box that a person has placed; the head is rolled as it was found to be.
DetectedFace byHand(const Box& box, double roll_deg) {
    return {box, std::numeric_limits<double>::quiet_NaN(), roll_deg};
}

}  // namespace

void PhotoPage::connectEditing() {
    PhotoTool* tool = stage_->tool();
    connect(tool, &PhotoTool::boxDrawn, this, &PhotoPage::drawBox);
    connect(tool, &PhotoTool::dragBegun, this, &PhotoPage::beginDrag);
    connect(tool, &PhotoTool::boxDragged, this, &PhotoPage::dragBox);
    connect(tool, &PhotoTool::boxChanged, this, &PhotoPage::changeBox);
    connect(tool, &PhotoTool::dragCancelled, this, &PhotoPage::cancelDrag);
    connect(tool, &PhotoTool::chosenChanged, this, [this](int face) {
        details_->setChosen(face);
        updateActions();
    });
    connect(tool, &PhotoTool::drawingChanged, draw_, &QAction::setChecked);
    connect(details_, &PhotoDetails::faceChosen, tool, &PhotoTool::choose);
    connect(draw_, &QAction::toggled, this, [this, tool](bool on) {
        tool->setDrawing(on);
        if (on)
            stage_->view()->setFocus();
    });
    connect(delete_face_, &QAction::triggered, this, &PhotoPage::deleteFace);
    connect(undo_action_, &QAction::triggered, &undo_, &QUndoStack::undo);
    connect(redo_action_, &QAction::triggered, &undo_, &QUndoStack::redo);
    connect(&undo_, &QUndoStack::indexChanged, this, &PhotoPage::updateActions);
    connect(remove_, &QAction::triggered, this, &PhotoPage::removeSelected);
    connect(clear_, &QAction::triggered, this, &PhotoPage::removeAll);
}

void PhotoPage::pushEdit(PhotoReading before, PhotoReading after, const QString& what,
                         const QString& merge) {
    const PhotoEntry* entry = current();
    if (entry == nullptr)
        return;
    undo_.push(new EditPhotoFaces(photos_, {entry->id, std::move(before), std::move(after), merge},
                                  what, [this](int photo) { boxesChanged(photo); }));
}

/// Also after undo and redo: shows where it happened.
void PhotoPage::boxesChanged(int photo) {
    if (list_->current() != photo)
        list_->choose(photo);
    if (const PhotoEntry* entry = photos_->find(photo))
        jobs_->addNow(requestFor(*entry));
}

void PhotoPage::drawBox(const Box& box) {
    const PhotoEntry* entry = current();
    if (entry == nullptr || entry->isVideo())
        return;
    PhotoReading after = entry->reading;
    PhotoFace face;
    face.found = byHand(box, 0);
    after.faces.push_back(std::move(face));
    const int place = static_cast<int>(after.faces.size()) - 1;
    pushEdit(entry->reading, std::move(after), tr("Draw a box"));
    stage_->tool()->choose(place);
}

void PhotoPage::deleteFace() {
    const PhotoEntry* entry = current();
    const int face = stage_->tool()->chosen();
    if (entry == nullptr || face < 0 || face >= static_cast<int>(entry->reading.faces.size()))
        return;
    PhotoReading after = entry->reading;
    after.faces.erase(after.faces.begin() + face);
    pushEdit(entry->reading, std::move(after), tr("Delete a face"));
}

void PhotoPage::beginDrag() {
    const PhotoEntry* entry = current();
    before_drag_ = entry != nullptr ? std::optional(entry->reading) : std::nullopt;
}

void PhotoPage::dragBox(int face, const Box& box) {
    const PhotoEntry* entry = current();
    if (!before_drag_ || entry == nullptr || face >= static_cast<int>(entry->reading.faces.size()))
        return;
    photos_->change(entry->id, [face, &box](PhotoEntry& changed) {
        DetectedFace& found = changed.reading.faces[static_cast<size_t>(face)].found;
        found = byHand(box, found.roll_deg);
        ++changed.revision;
    });
    PhotoRequest request = requestFor(*entry);
    request.faces = {{entry->reading.faces[static_cast<size_t>(face)].found}};
    request.only = face;
    jobs_->addNow(std::move(request));
}

void PhotoPage::changeBox(int face, const Box& box) {
    const PhotoEntry* entry = current();
    if (!before_drag_ || entry == nullptr || face >= static_cast<int>(entry->reading.faces.size()))
        return;
    PhotoReading before = *std::exchange(before_drag_, {});
    PhotoReading after = entry->reading;
    DetectedFace& found = after.faces[static_cast<size_t>(face)].found;
    found = byHand(box, found.roll_deg);
    // Presses of an arrow key are one step.
    const bool by_key = !stage_->tool()->wasDragged();
    pushEdit(std::move(before), std::move(after), tr("Change a box"),
             by_key ? QString::number(face) : QString());
}

void PhotoPage::cancelDrag() {
    const PhotoEntry* entry = current();
    if (!before_drag_ || entry == nullptr)
        return;
    photos_->change(entry->id, [this](PhotoEntry& changed) {
        changed.reading = *std::exchange(before_drag_, {});
        ++changed.revision;
    });
    boxesChanged(entry->id);
}

void PhotoPage::removeSelected() {
    std::vector<int> ids = list_->selected();
    if (ids.empty() && list_->current() >= 0)
        ids = {list_->current()};
    if (ids.empty())
        return;
    remove(ids, ids.size() == 1 ? tr("Remove a photograph") : tr("Remove photographs"));
}

void PhotoPage::removeAll() {
    std::vector<int> ids;
    for (int row = 0; row < photos_->rowCount(); ++row)
        ids.push_back(photos_->entry(row).id);
    if (!ids.empty())
        remove(ids, tr("Remove all photographs"));
}

void PhotoPage::remove(const std::vector<int>& ids, const QString& what) {
    undo_.push(new RemovePhotos(
        photos_, ids, what,
        [this](const std::vector<int>& gone) {
            for (const int id : gone)
                jobs_->drop(id);
            showCurrent();
        },
        [this](const std::vector<int>& back) {
            std::vector<int> waiting;
            for (const int id : back)
                if (const PhotoEntry* entry = photos_->find(id);
                    entry != nullptr && entry->state == PhotoState::Waiting)
                    waiting.push_back(id);
            lookAgain(waiting);
            if (!back.empty())
                list_->choose(back.front());
            showCurrent();
        }));
    emit reported(ids.size() == 1 ? tr("Took 1 photograph out of the list; its file stays.")
                                  : tr("Took %1 photographs out of the list; their files stay.")
                                        .arg(countText(static_cast<long long>(ids.size()))));
}

void PhotoPage::updateActions() {
    const PhotoEntry* entry = current();
    const bool picture = entry != nullptr && !entry->isVideo() &&
                         entry->state != PhotoState::Broken && !live_->isCameraOn();
    const int row = list_->order()->rowOfId(list_->current());
    draw_->setEnabled(picture);
    delete_face_->setEnabled(picture && stage_->tool()->chosen() >= 0);
    undo_action_->setEnabled(undo_.canUndo());
    undo_action_->setToolTip(undo_.canUndo() ? tr("Undo: %1").arg(undo_.undoText()) : tr("Undo"));
    redo_action_->setEnabled(undo_.canRedo());
    redo_action_->setToolTip(undo_.canRedo() ? tr("Redo: %1").arg(undo_.redoText()) : tr("Redo"));
    previous_->setEnabled(row > 0);
    next_->setEnabled(row >= 0 && row + 1 < list_->order()->rowCount());
    remove_->setEnabled(entry != nullptr);
    const bool any = photos_->rowCount() > 0;
    for (QAction* action : {clear_, save_, annotate_})
        action->setEnabled(any);
}

}  // namespace rudolph

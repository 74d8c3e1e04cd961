// What the Photos page asks its workers for, and what it makes of their answers.
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <utility>

#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/base/image_convert.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/message_panel.h"
#include "ui/photos/photo_choices.h"
#include "ui/photos/photo_details.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

std::vector<DetectedFace> boxesOf(const PhotoReading& reading) {
    std::vector<DetectedFace> boxes;
    boxes.reserve(reading.faces.size());
    for (const PhotoFace& face : reading.faces)
        boxes.push_back(face.found);
    return boxes;
}

/// The points of `from` on the box of `to`.
void givePoints(PhotoFace& to, const PhotoFace& from) {
    const DetectedFace found = to.found;
    to = from;
    to.found = found;
}

}  // namespace

void PhotoPage::addFound(const FoundPhotos& found) {
    const std::vector<int> ids = photos_->add(found.files);
    QString text;
    if (ids.empty() && found.files.empty())
        text = tr("There are no photographs or videos in what was opened.");
    else if (ids.empty())
        text = tr("These are in the list already.");
    else if (found.others > 0)
        text = found.others == 1
                   ? tr("1 file is neither a photograph nor a video and was left out.")
                   : tr("%1 files are neither photographs nor videos and were left "
                        "out.")
                         .arg(countText(found.others));
    if (!text.isEmpty()) {
        notice_->actionButton()->hide();
        notice_->setText(text);
        emit reported(text);
    }
    if (ids.empty())
        return;
    live_->stopCamera();
    lookAgain(ids);
    list_->choose(ids.front());
    list_->focusList();
}

PhotoRequest PhotoPage::requestFor(const PhotoEntry& entry) const {
    PhotoRequest request;
    request.photo = entry.id;
    request.revision = entry.revision;
    request.file = entry.file;
    request.choice = asked_;
    if (entry.searched || entry.by_person)
        request.faces = boxesOf(entry.reading);
    return request;
}

void PhotoPage::lookAgain(const std::vector<int>& ids) {
    for (const int id : ids)
        if (const PhotoEntry* entry = photos_->find(id); entry != nullptr && !entry->isVideo())
            jobs_->add(requestFor(*entry));
}

void PhotoPage::goOn() {
    notice_->setText({});
    notice_->actionButton()->hide();
    std::vector<int> ids;
    for (int row = 0; row < photos_->rowCount(); ++row)
        if (photos_->entry(row).state == PhotoState::Waiting)
            ids.push_back(photos_->entry(row).id);
    lookAgain(ids);
}

void PhotoPage::choiceChanged() {
    const PhotoChoice before = std::exchange(asked_, choices_->choice());
    const bool searches =
        before.detector != asked_.detector || before.detector_file != asked_.detector_file;
    const bool predicts = searches || before.model != asked_.model ||
                          (before.second != asked_.second && !asked_.second.isEmpty());
    stage_->setModels(photoModelName(asked_.model),
                      asked_.second.isEmpty() ? QString() : photoModelName(asked_.second));
    live_->setChoice(asked_);
    notice_->setText({});
    notice_->actionButton()->hide();
    std::vector<int> ids;
    photos_->changeAll([&](PhotoEntry& entry) {
        if (entry.isVideo() || entry.state == PhotoState::Broken)
            return;
        entry.compared = {};
        // Boxes that a person has drawn stay, and so do those that were found for another model.
        if (searches && !entry.by_person)
            entry.searched = false;
        if (predicts)
            entry.state = PhotoState::Waiting;
        // Also what waits still: it would come with the old choice.
        if (entry.state == PhotoState::Waiting)
            ids.push_back(entry.id);
    });
    lookAgain(ids);
}

void PhotoPage::takeAnswer(const PhotoAnswer& answer) {
    using Outcome = PhotoAnswer::Outcome;
    if (answer.choice != asked_)
        return;  // what was chosen since is being asked for
    switch (answer.outcome) {
        case Outcome::Done:
            return takePoints(answer);
        case Outcome::Cancelled:
            return;
        case Outcome::BrokenPicture:
            return photos_->change(answer.photo, [&answer](PhotoEntry& entry) {
                entry.state = PhotoState::Broken;
                entry.problem = sentence(answer.error.what);
                if (!answer.error.advice.isEmpty())
                    entry.problem += ' ' + sentence(answer.error.advice);
            });
        case Outcome::BrokenDetector:
            return stopFor(tr("The face detector cannot be used."), answer);
        case Outcome::BrokenModel:
            return stopFor(tr("The model cannot be used."), answer);
        case Outcome::BrokenSecond:
            choices_->clearSecond();
            return stopFor(tr("The second model cannot be used."), answer);
    }
}

void PhotoPage::stopFor(const QString& what, const PhotoAnswer& answer) {
    if (answer.outcome != PhotoAnswer::Outcome::BrokenSecond) {
        jobs_->cancelAll();
        notice_->actionButton()->setText(tr("Try again"));
        notice_->actionButton()->show();
    }
    QString text = what + ' ' + sentence(answer.error.what);
    if (!answer.error.advice.isEmpty())
        text += ' ' + sentence(answer.error.advice);
    notice_->setText(text, text);
}

void PhotoPage::takePoints(const PhotoAnswer& answer) {
    photos_->change(answer.photo, [&](PhotoEntry& entry) {
        entry.size = answer.size;
        const auto place = static_cast<size_t>(std::max(0, answer.only));
        if (answer.only >= 0) {
            // A box that is dragged has moved on since: its points follow nonetheless.
            if (place >= entry.reading.faces.size())
                return;
            givePoints(entry.reading.faces[place], answer.reading.faces.front());
            entry.reading.scheme = answer.reading.scheme;
            if (place < entry.compared.faces.size() && !answer.compared.faces.empty())
                givePoints(entry.compared.faces[place], answer.compared.faces.front());
            return;
        }
        if (answer.revision != entry.revision)
            return;
        entry.reading = answer.reading;
        entry.compared = answer.compared;
        entry.state = PhotoState::Done;
        entry.searched = true;
    });
}

void PhotoPage::showCurrent() {
    const PhotoEntry* entry = current();
    jobs_->prefer(list_->current());
    before_drag_.reset();
    states_->setCurrentIndex(photos_->rowCount() > 0 || live_->isCameraOn() ? 1 : 0);
    stage_->view()->setAccessibleDescription(entry != nullptr ? toQString(entry->file.filename())
                                                              : QString());
    stage_->tool()->setDrawing(false);
    stage_->tool()->choose(-1);
    const bool plays = entry != nullptr && entry->isVideo() && !live_->isCameraOn();
    if (plays)
        live_->openVideo(entry->file);
    else
        live_->closeVideo();
    middle_->setCurrentWidget(plays || live_->isCameraOn() ? static_cast<QWidget*>(live_) : stage_);
    if (!plays)
        loadPicture();
    showEntry();
    updateActions();
}

void PhotoPage::loadPicture() {
    const PhotoEntry* entry = current();
    if (entry == nullptr) {
        picture_job_.clear();
        stage_->setMessage(photos_->rowCount() > 0 ? tr("None of the photographs is so.")
                                                   : QString());
        return;
    }
    picture_job_.start([this, id = entry->id, file = entry->file]() -> LatestJob::Outcome {
        QImage image;
        QString problem;
        try {
            image = toQImage(decode_image(file));
        } catch (...) {
            const ErrorText text = errorText(std::current_exception());
            problem = sentence(text.what);
            if (!text.advice.isEmpty())
                problem += '\n' + sentence(text.advice);
        }
        return [this, id, image, problem] {
            if (current() == nullptr || current()->id != id)
                return;
            if (image.isNull())
                stage_->setMessage(problem);
            else
                stage_->setImage(image);
        };
    });
}

void PhotoPage::showEntry() {
    const PhotoEntry* entry = current();
    stage_->setEntry(entry);
    details_->setEntry(entry, !asked_.second.isEmpty());
    // Of a single face the details are what one wants to see.
    if (entry != nullptr && entry->reading.faces.size() == 1 && stage_->tool()->chosen() < 0)
        stage_->tool()->choose(0);
    details_->setChosen(stage_->tool()->chosen());
    updateActions();
}

void PhotoPage::showSummary() {
    summary_->setText(photos_->rowCount() > 0 ? summary() : QString());
    emit summaryChanged();
}

void PhotoPage::takeFrame(const QImage& frame, const QString& name) {
    const QString& folder = frames_folder_;
    if (!QDir().mkpath(folder)) {
        notice_->setText(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
        return;
    }
    QString file;
    do
        file = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name).arg(++last_frame_));
    while (QFileInfo::exists(file));
    if (!frame.save(file)) {
        notice_->setText(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(file)));
        return;
    }
    // The video or the camera goes on.
    taking_frame_ = true;
    lookAgain(photos_->add({toPath(file)}));
    taking_frame_ = false;
    emit reported(tr("Kept as %1").arg(QDir::toNativeSeparators(file)));
}

}  // namespace rudolph

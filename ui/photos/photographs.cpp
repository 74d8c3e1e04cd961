#include "ui/photos/photographs.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/nan.h"
#include "core/formats/write_dataset.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/photos/find_photos.h"
#include "ui/photos/photo_edits.h"
#include "ui/photos/photo_save.h"
#include "ui/photos/photo_words.h"
#include "ui/session/session.h"

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

/// A box that a person has placed; the head is rolled as it was found to be.
DetectedFace byHand(const Box& box, double roll_deg) {
    return {box, kNaN, roll_deg};
}

template <class Which>
std::vector<int> idsOf(const PhotoListModel& list, Which which) {
    std::vector<int> ids;
    for (int row = 0; row < list.rowCount(); ++row)
        if (which(list.entry(row)))
            ids.push_back(list.entry(row).id);
    return ids;
}

}  // namespace

Photographs::Photographs(Session* session, QObject* parent)
    : QObject(parent),
      session_(session),
      tools_(enginePhotoTools()),
      choice_(rememberedPhotoChoice()),
      frames_folder_(QDir(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
                         .filePath(QStringLiteral("Rudolph"))),
      activity_(&session->activities(), StudioPage::Photos, nullptr),
      glancing_(&session->activities(), StudioPage::Photos, nullptr),
      jobs_(tools_),
      glances_(tools_),
      surveys_(&session->activities()) {
    connect(&jobs_, &PhotoJobs::answered, this, &Photographs::takeAnswer);
    connect(&jobs_, &PhotoJobs::progressed, this, [this](int done, int total) {
        if (total > 0)
            activity_.show(tr("Looking at photographs"), done, total);
        else
            activity_.end();
    });
    connect(&activity_, &Activity::cancelRequested, this, &Photographs::stop);
    connectGlances();
    connect(&project_job_, &Job::failed, this, [this](const ErrorText& error) {
        emit noticed(errorSentences(error), PhotoNotice::Said);
    });
    connect(&session_->models(), &ModelShelf::modelRenewed, this, &Photographs::renew);
    session_->models().setInUse(this, {choice_.model, choice_.second});
}

void Photographs::connectGlances() {
    connect(&glances_, &VideoGlances::glanced, this,
            [this](int video, const QImage& frame, double seconds) {
                list_.change(video, [&](PhotoEntry& entry) {
                    entry.state = PhotoState::Done;
                    entry.glance = frame;
                    entry.seconds = seconds;
                });
            });
    connect(&glances_, &VideoGlances::broken, this, [this](int video, const QString& problem) {
        list_.change(video, [&problem](PhotoEntry& entry) {
            entry.state = PhotoState::Broken;
            entry.problem = problem;
        });
    });
    connect(&glances_, &VideoGlances::progressed, this, [this](int done, int total) {
        if (total > 0)
            glancing_.show(tr("Opening videos"), done, total);
        else
            glancing_.end();
    });
    connect(&glancing_, &Activity::cancelRequested, this, &Photographs::stop);
    connect(&surveys_, &VideoSurveys::failed, this, [this](const ErrorText& error) {
        emit noticed(tr("The video cannot be looked through.") + ' ' + errorSentences(error),
                     PhotoNotice::Failed);
    });
}

Photographs::~Photographs() {
    finding_.cancel();
}

void Photographs::setTools(const PhotoTools& tools) {
    tools_ = tools;
    jobs_.setTools(tools);
    glances_.setTools(tools);
    surveys_.setTools(tools);
}

void Photographs::setCurrent(int id) {
    current_ = id;
    before_drag_.reset();
    jobs_.prefer(id);
}

void Photographs::add(const QStringList& paths) {
    std::vector<std::filesystem::path> wanted;
    for (const QString& path : paths)
        wanted.push_back(toPath(QFileInfo(path).absoluteFilePath()));
    if (wanted.empty())
        return;
    find_job_.start([wanted, cancel = finding_](JobContext&) { return findPhotos(wanted, cancel); },
                    [this](const FoundPhotos& found) { addFound(found); });
}

void Photographs::addFound(const FoundPhotos& found) {
    const std::vector<int> ids = list_.add(found.files);
    QString text;
    if (ids.empty() && found.files.empty())
        text = tr("There are no photographs or videos in what was opened.");
    else if (ids.empty())
        text = tr("These are in the list already.");
    else if (found.others > 0)
        text = tr("%Ln file(s) are neither photographs nor videos and were left out.", nullptr,
                  found.others);
    if (!text.isEmpty()) {
        emit noticed(text, PhotoNotice::Said);
        session_->navigation().report(text);
    }
    if (ids.empty())
        return;
    lookAt(ids);
    emit added(ids);
}

void Photographs::addFrame(const QImage& frame, const QString& name) {
    const QDir folder(frames_folder_);
    if (!folder.mkpath(QStringLiteral("."))) {
        emit noticed(
            tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(frames_folder_)),
            PhotoNotice::Said);
        return;
    }
    QString file;
    do
        file = folder.filePath(QStringLiteral("%1-%2.png").arg(name).arg(++last_frame_));
    while (QFileInfo::exists(file));
    if (!frame.save(file)) {
        emit noticed(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(file)),
                     PhotoNotice::Said);
        return;
    }
    lookAt(list_.add({toPath(file)}));
    session_->navigation().report(tr("Kept as %1").arg(QDir::toNativeSeparators(file)));
}

PhotoRequest Photographs::requestFor(const PhotoEntry& entry) const {
    PhotoRequest request;
    request.photo = entry.id;
    request.revision = entry.revision;
    request.file = entry.file;
    request.choice = choice_;
    request.look = look_;
    if (entry.searched || entry.by_person)
        request.faces = boxesOf(entry.reading);
    return request;
}

/// The points that the model has found stand, and stay to be seen meanwhile; those of a box that
/// was drawn just now may be due still.
PhotoRequest Photographs::comparingFor(const PhotoEntry& entry) const {
    PhotoRequest request = requestFor(entry);
    request.faces = boxesOf(entry.reading);
    if (std::none_of(entry.reading.faces.begin(), entry.reading.faces.end(),
                     [](const PhotoFace& face) { return face.points_in_image.empty(); }))
        request.known = entry.reading;
    return request;
}

bool Photographs::lacksSecond(const PhotoEntry& entry) const {
    return !choice_.second.isEmpty() && !entry.isVideo() && entry.state == PhotoState::Done &&
           entry.compared.scheme == nullptr;
}

void Photographs::lookAt(const std::vector<int>& ids) {
    for (const int id : ids)
        if (const PhotoEntry* entry = list_.find(id); entry != nullptr) {
            if (entry->isVideo())
                glances_.add(id, entry->file);
            else
                jobs_.add(requestFor(*entry));
        }
}

void Photographs::stop() {
    const bool glanced = glances_.cancelAll();
    if (!jobs_.cancelAll().empty() || glanced)
        emit noticed(tr("Stopped. What has been found stays."), PhotoNotice::Stopped);
}

void Photographs::goOn() {
    emit noticed({}, PhotoNotice::Said);
    lookAt(
        idsOf(list_, [](const PhotoEntry& entry) { return entry.state == PhotoState::Waiting; }));
    compareAnew();
}

/// Only what the second model has not said yet.
void Photographs::compareAnew() {
    for (const int id :
         idsOf(list_, [this](const PhotoEntry& entry) { return lacksSecond(entry); }))
        jobs_.add(comparingFor(*list_.find(id)));
}

void Photographs::setChoice(const PhotoChoice& choice) {
    if (choice == choice_)
        return;
    const PhotoChoice before = std::exchange(choice_, choice);
    rememberPhotoChoice(choice_);
    session_->models().setInUse(this, {choice_.model, choice_.second});
    const bool searches =
        before.detector != choice_.detector || before.detector_file != choice_.detector_file;
    const bool predicts = searches || before.model != choice_.model;
    emit noticed({}, PhotoNotice::Said);
    if (searches || before.model != choice_.model)
        surveys_.forget();
    emit choiceChanged();
    lookAnew(searches, predicts);
}

void Photographs::lookAnew(bool searches, bool predicts) {
    ++look_;
    renewed_ = renewed_ && !predicts;
    std::vector<int> ids;
    list_.changeAll([&](PhotoEntry& entry) {
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
    lookAt(ids);
    compareAnew();
}

void Photographs::renew(const QString& model) {
    if (model != choice_.model && model != choice_.second)
        return;
    renewed_ = !looked_at_;
    if (renewed_)
        return;
    lookAnew(false, model == choice_.model);
    if (model == choice_.model)
        surveys_.forget();
    emit modelsRenewed();
}

void Photographs::setLookedAt(bool looked_at) {
    looked_at_ = looked_at;
    if (looked_at && std::exchange(renewed_, false))
        renew(choice_.model);
}

void Photographs::takeAnswer(const PhotoAnswer& answer) {
    using Outcome = PhotoAnswer::Outcome;
    if (answer.request.look != look_)
        return;  // what was chosen since is being asked for
    switch (answer.outcome) {
        case Outcome::Done:
            return takePoints(answer);
        case Outcome::BrokenPicture:
            return list_.change(answer.request.photo, [&answer](PhotoEntry& entry) {
                entry.state = PhotoState::Broken;
                entry.problem = errorSentences(answer.error);
            });
        case Outcome::BrokenDetector:
            return stopFor(tr("The face detector cannot be used."), answer);
        case Outcome::BrokenModel:
            return stopFor(tr("The model cannot be used."), answer);
        case Outcome::BrokenSecond: {
            PhotoChoice without = choice_;
            without.second.clear();
            setChoice(without);
            return stopFor(tr("The second model cannot be used."), answer);
        }
    }
}

void Photographs::stopFor(const QString& what, const PhotoAnswer& answer) {
    const bool goes_on = answer.outcome == PhotoAnswer::Outcome::BrokenSecond;
    if (!goes_on)
        jobs_.cancelAll();
    emit noticed(what + ' ' + errorSentences(answer.error),
                 goes_on ? PhotoNotice::Failed : PhotoNotice::FailedForAll);
}

void Photographs::takePoints(const PhotoAnswer& answer) {
    list_.change(answer.request.photo, [&](PhotoEntry& entry) {
        entry.size = answer.size;
        entry.remark = answer.remark;
        const auto place = static_cast<size_t>(std::max(0, answer.request.only));
        if (answer.request.only >= 0) {
            // A box that is dragged has moved on since: its points follow nonetheless.
            if (place >= entry.reading.faces.size())
                return;
            givePoints(entry.reading.faces[place], answer.reading.faces.front());
            entry.reading.scheme = answer.reading.scheme;
            if (place < entry.compared.faces.size() && !answer.compared.faces.empty())
                givePoints(entry.compared.faces[place], answer.compared.faces.front());
            return;
        }
        if (answer.request.revision != entry.revision)
            return;
        entry.reading = answer.reading;
        entry.compared = answer.compared;
        entry.state = PhotoState::Done;
        entry.searched = true;
    });
}

bool Photographs::isFaceOfCurrent(int face) const {
    const PhotoEntry* entry = current();
    return entry != nullptr && face >= 0 && face < static_cast<int>(entry->reading.faces.size());
}

void Photographs::pushEdit(PhotoReading before, PhotoReading after, const QString& what,
                           const QString& merge) {
    undo_.push(new EditPhotoFaces(&list_, {current_, std::move(before), std::move(after), merge},
                                  what, [this](int photo) { lookAtBoxes(photo); }));
}

/// Also after undo and redo: shows where it happened.
void Photographs::lookAtBoxes(int photo) {
    emit edited(photo);
    if (const PhotoEntry* entry = list_.find(photo))
        jobs_.addNow(requestFor(*entry));
}

void Photographs::drawBox(const Box& box) {
    const PhotoEntry* entry = current();
    if (entry == nullptr || entry->isVideo())
        return;
    PhotoReading after = entry->reading;
    PhotoFace face;
    face.found = byHand(box, 0);
    after.faces.push_back(std::move(face));
    pushEdit(entry->reading, std::move(after), tr("Draw a box"));
}

void Photographs::deleteFace(int face) {
    if (!isFaceOfCurrent(face))
        return;
    PhotoReading after = current()->reading;
    after.faces.erase(after.faces.begin() + face);
    pushEdit(current()->reading, std::move(after), tr("Delete a face"));
}

void Photographs::beginDrag() {
    const PhotoEntry* entry = current();
    before_drag_ = entry != nullptr ? std::optional(entry->reading) : std::nullopt;
}

void Photographs::dragBox(int face, const Box& box) {
    if (!before_drag_ || !isFaceOfCurrent(face))
        return;
    list_.change(current_, [face, &box](PhotoEntry& changed) {
        DetectedFace& found = changed.reading.faces[static_cast<size_t>(face)].found;
        found = byHand(box, found.roll_deg);
        ++changed.revision;
    });
    PhotoRequest request = requestFor(*current());
    request.faces = {{current()->reading.faces[static_cast<size_t>(face)].found}};
    request.only = face;
    jobs_.addNow(std::move(request));
}

void Photographs::changeBox(int face, const Box& box, bool by_key) {
    if (!before_drag_ || !isFaceOfCurrent(face))
        return;
    PhotoReading before = *std::exchange(before_drag_, {});
    PhotoReading after = current()->reading;
    DetectedFace& found = after.faces[static_cast<size_t>(face)].found;
    found = byHand(box, found.roll_deg);
    pushEdit(std::move(before), std::move(after), tr("Change a box"),
             by_key ? QString::number(face) : QString());
}

void Photographs::cancelDrag() {
    if (!before_drag_ || current() == nullptr)
        return;
    list_.change(current_, [this](PhotoEntry& changed) {
        changed.reading = *std::exchange(before_drag_, {});
        ++changed.revision;
    });
    lookAtBoxes(current_);
}

void Photographs::remove(const std::vector<int>& ids) {
    if (!ids.empty())
        removeAs(ids, ids.size() == 1 ? tr("Remove a photograph") : tr("Remove photographs"));
}

void Photographs::removeAll() {
    if (list_.rowCount() > 0)
        removeAs(idsOf(list_, [](const PhotoEntry&) { return true; }),
                 tr("Remove all photographs"));
}

void Photographs::removeAs(const std::vector<int>& ids, const QString& what) {
    undo_.push(new RemovePhotos(
        &list_, ids, what,
        [this](const std::vector<int>& gone) {
            for (const int id : gone) {
                jobs_.drop(id);
                glances_.drop(id);
            }
            emit edited(-1);
        },
        [this](const std::vector<int>& back) {
            std::vector<int> waiting;
            for (const int id : back)
                if (const PhotoEntry* entry = list_.find(id);
                    entry != nullptr && entry->state == PhotoState::Waiting)
                    waiting.push_back(id);
            lookAt(waiting);
            if (!back.empty())
                emit edited(back.front());
            emit edited(-1);
        }));
    session_->navigation().report(tr("Took %Ln photograph(s) out of the list; their files stay.",
                                     nullptr, static_cast<int>(ids.size())));
}

void Photographs::annotateAs(const QString& project_file) {
    const Dataset dataset = photo_dataset(photoResults(list_), photoModelOf(list_, choice_.model),
                                          PhotoPoints::AsProposals);
    if (dataset.samples.empty()) {
        emit noticed(tr("There is no photograph yet to annotate."), PhotoNotice::Said);
        return;
    }
    project_job_.start(
        [dataset, project_file](JobContext& context) {
            WriteRequest request;
            request.format = DatasetFormat::Project;
            request.destination = toPath(project_file);
            request.pictures = PictureHandling::Refer;
            request.overwrite = true;  // the file dialog has asked
            write_dataset(dataset, request, context.cancel());
        },
        [this, project_file, first = dataset.samples.front()] {
            session_->navigation().editFace(project_file, QString::fromStdString(first.id),
                                            toQString(first.image), false);
        });
}

}  // namespace rudolph

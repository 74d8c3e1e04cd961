#include "ui/documents/annotation_document.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>
#include <unordered_set>

#include "core/dataset/face_ids.h"
#include "core/dataset/picture_attributes.h"
#include "ui/documents/edit_commands.h"

namespace rudolph {
namespace {

bool isBlank(const Sample& face) {
    return !face.box && face.points_in_image.empty();
}

/// The picture without a face.
Sample blank(const Sample& face) {
    Sample picture;
    picture.id = face.id;
    picture.image = face.image;
    picture.image_size = face.image_size;
    picture.person = face.person;
    picture.view = face.view;
    picture.attributes = picture_attributes(face);
    return picture;
}

/// An id for one more face of a picture that has `faces`.
std::string freeId(const Dataset& dataset, const std::vector<Sample>& faces) {
    std::unordered_set<std::string> taken;
    for (const std::vector<Sample>* others : {&dataset.samples, &faces})
        for (const Sample& face : *others)
            taken.insert(face.id);
    return free_face_id(picture_id_of(faces.front(), dataset.root), taken);
}

}  // namespace

AnnotationDocument::AnnotationDocument(std::shared_ptr<const Dataset> dataset, QObject* parent)
    // Nothing is changed through this pointer while anyone else holds it: see edited().
    : QObject(parent), dataset_(std::const_pointer_cast<Dataset>(std::move(dataset))) {
    connect(&undo_, &QUndoStack::cleanChanged, this, [this](bool clean) {
        forgetUndone();
        emit modifiedChanged(!clean);
    });
}

AnnotationDocument::~AnnotationDocument() {
    undo_.disconnect(this);
}

Dataset& AnnotationDocument::edited() {
    if (dataset_.use_count() > 1)
        dataset_ = std::make_shared<Dataset>(*dataset_);
    else
        std::atomic_thread_fence(std::memory_order_acquire);
    return *dataset_;
}

std::vector<Sample> AnnotationDocument::facesOfPicture(int index) const {
    const auto& all = dataset_->samples;
    const std::filesystem::path& image = face(index).image;
    auto first = all.begin() + index;
    while (first != all.begin() && std::prev(first)->image == image)
        --first;
    auto last = all.begin() + index;
    while (last != all.end() && last->image == image)
        ++last;
    return {first, last};
}

void AnnotationDocument::replaceFaces(const std::filesystem::path& image,
                                      const std::vector<Sample>& faces, int near) {
    endPreview();
    auto& all = edited().samples;
    const auto is_it = [&image](const Sample& face) { return face.image == image; };
    auto first = near < faceCount() && is_it(face(near))
                     ? all.begin() + near
                     : std::find_if(all.begin(), all.end(), is_it);
    while (first != all.begin() && first != all.end() && is_it(*std::prev(first)))
        --first;
    const auto last = std::find_if_not(first, all.end(), is_it);
    const auto start = static_cast<int>(first - all.begin());
    changed_.insert(image);
    if (static_cast<size_t>(last - first) == faces.size()) {
        std::vector<int> changed;
        for (size_t i = 0; i < faces.size(); ++i) {
            const auto index = static_cast<size_t>(start) + i;
            if (all[index] == faces[i])
                continue;
            all[index] = faces[i];
            changed.push_back(static_cast<int>(index));
        }
        for (const int index : changed)  // at the end: who listens may take a snapshot
            emit faceChanged(index);
        return;
    }
    all.insert(all.erase(first, last), faces.begin(), faces.end());
    emit facesReset();
}

void AnnotationDocument::record(std::vector<JournalEntry> entries) {
    if (journal_)
        journal_->record(std::move(entries));
}

void AnnotationDocument::forgetUndone() {
    if (isModified() || saving_)
        return;
    changed_.clear();
    if (journal_)
        journal_->drop_before(journal_->mark());
}

void AnnotationDocument::setFace(int index, const Sample& after, const QString& what,
                                 const MergeKey& merge) {
    endPreview();
    if (after == face(index))
        return;
    PictureChange change{face(index).image, index, facesOfPicture(index), {}};
    change.after = change.before;
    const auto same = std::find(change.before.begin(), change.before.end(), face(index));
    change.first = index - static_cast<int>(same - change.before.begin());
    change.after[static_cast<size_t>(same - change.before.begin())] = after;
    undo_.push(new ChangePictures(this, {std::move(change)}, what, merge));
}

void AnnotationDocument::setFaces(const std::vector<std::pair<int, Sample>>& after,
                                  const QString& what) {
    endPreview();
    std::vector<PictureChange> changes;
    std::map<std::filesystem::path, size_t> change_of;
    for (const auto& change : after) {
        const int index = change.first;
        const Sample& sample = change.second;
        if (sample == face(index))
            continue;
        const auto [entry, is_new] = change_of.try_emplace(face(index).image, changes.size());
        if (is_new) {
            const std::vector<Sample> faces = facesOfPicture(index);
            changes.push_back({face(index).image, index, faces, faces});
        }
        auto& faces = changes[entry->second].after;
        const auto same = std::find_if(faces.begin(), faces.end(), [&](const Sample& other) {
            return other.id == face(index).id;
        });
        *same = sample;
    }
    if (!changes.empty())
        undo_.push(new ChangePictures(this, std::move(changes), what, {}));
}

int AnnotationDocument::addFace(int index, const Sample& face, const QString& what) {
    endPreview();
    PictureChange change{this->face(index).image, index, facesOfPicture(index), {}};
    change.after = change.before;
    Sample added = face;
    added.image = change.image;
    added.image_size = this->face(index).image_size;
    added.person = this->face(index).person;
    added.view = this->face(index).view;
    int place = 0;
    if (change.before.size() == 1 && isBlank(change.before.front())) {
        added.id = change.before.front().id;
        change.after.front() = added;
    } else {
        added.id = freeId(*dataset_, change.before);
        place = static_cast<int>(change.after.size());
        change.after.push_back(added);
    }
    undo_.push(new ChangePictures(this, {std::move(change)}, what, {}));
    int first = std::min(index, faceCount() - 1);
    while (first > 0 && this->face(first - 1).image == added.image)
        --first;
    return first + place;
}

void AnnotationDocument::removeFace(int index, const QString& what) {
    endPreview();
    PictureChange change{face(index).image, index, facesOfPicture(index), {}};
    change.after = change.before;
    if (change.after.size() == 1)
        change.after.front() = blank(change.before.front());
    else
        change.after.erase(
            std::find_if(change.after.begin(), change.after.end(),
                         [&](const Sample& other) { return other.id == face(index).id; }));
    if (change.after != change.before)
        undo_.push(new ChangePictures(this, {std::move(change)}, what, {}));
}

void AnnotationDocument::setScheme(const LandmarkScheme& scheme) {
    endPreview();
    if (scheme != this->scheme())
        undo_.push(new ChangeScheme(this, scheme));
}

void AnnotationDocument::preview(int index, const Sample& face) {
    if (previewed_ >= 0 && previewed_ != index)
        endPreview();
    previewed_ = index;
    preview_ = face;
    emit faceChanged(index);
}

void AnnotationDocument::endPreview() {
    if (previewed_ < 0)
        return;
    const int index = previewed_;
    previewed_ = -1;
    emit faceChanged(index);
}

const Sample& AnnotationDocument::shownFace(int index) const {
    return index == previewed_ ? preview_ : face(index);
}

AnnotationDocument::Restored AnnotationDocument::restore(const JournalContents& kept) {
    endPreview();
    Restored restored;
    undo_.beginMacro(tr("Restore unsaved edits"));
    if (kept.scheme)
        setScheme(*kept.scheme);
    std::unordered_map<std::string, int> first_of;
    for (int i = faceCount() - 1; i >= 0; --i)
        first_of[face(i).image.native()] = i;
    std::vector<PictureChange> changes;
    for (const auto& [image, faces] : kept.pictures) {
        const auto found = first_of.find(image.native());
        const bool fits = std::all_of(faces.begin(), faces.end(), [this](const Sample& face) {
            return face.points_in_image.empty() || face.points_in_image.size() == scheme().size();
        });
        if (!fits || (found == first_of.end() && !std::filesystem::exists(image))) {
            ++restored.left_out;
            continue;
        }
        PictureChange change{image, faceCount(), {}, faces};
        if (found != first_of.end()) {
            change.first = found->second;
            change.before = facesOfPicture(found->second);
        }
        if (change.before != change.after)
            changes.push_back(std::move(change));
    }
    restored.pictures = static_cast<int>(changes.size());
    if (!changes.empty())
        undo_.push(new ChangePictures(this, std::move(changes), tr("Restore unsaved edits"), {}));
    undo_.endMacro();
    return restored;
}

void AnnotationDocument::moveTo(const std::filesystem::path& source, DatasetFormat format) {
    Dataset& dataset = edited();
    dataset.source = source;
    dataset.name = source.stem().string();
    dataset.format = format;
    dataset.opening.clear();
}

void AnnotationDocument::applyCheck(const CheckedPictures& checked) {
    apply_check(edited(), checked);
    emit problemsChanged();
}

void AnnotationDocument::setProblems(std::vector<Problem> problems) {
    edited().problems = std::move(problems);
    emit problemsChanged();
}

void AnnotationDocument::setJournal(std::unique_ptr<Journal> journal) {
    journal_ = std::move(journal);
}

void AnnotationDocument::recordUnsaved() {
    std::map<std::filesystem::path, std::vector<Sample>> faces_of;
    for (const std::filesystem::path& image : changed_)
        faces_of[image];
    for (const Sample& face : dataset_->samples)
        if (const auto found = faces_of.find(face.image); found != faces_of.end())
            found->second.push_back(face);
    std::vector<JournalEntry> entries;
    for (auto& [image, faces] : faces_of)
        entries.push_back({image, std::move(faces), std::nullopt});
    if (!entries.empty())
        record(std::move(entries));
}

AnnotationDocument::SavePoint AnnotationDocument::beginSave() {
    SavePoint point{dataset_, {changed_.begin(), changed_.end()}, undo_.index(), 0};
    changed_.clear();
    saving_ = true;
    if (journal_)
        point.journal_mark = journal_->mark();
    return point;
}

void AnnotationDocument::saved(const SavePoint& point) {
    saving_ = false;
    if (journal_)
        journal_->drop_before(point.journal_mark);
    // Edits made meanwhile, even if they were undone again, leave the document modified; also where
    // they were undone down to what was saved before this save.
    if (undo_.index() == point.undo_index && changed_.empty())
        undo_.setClean();
    else
        undo_.resetClean();
}

void AnnotationDocument::saveFailed(const SavePoint& point) {
    saving_ = false;
    changed_.insert(point.changed.begin(), point.changed.end());
    forgetUndone();
}

}  // namespace rudolph

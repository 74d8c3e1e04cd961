#include "ui/documents/edit_commands.h"

#include <algorithm>
#include <unordered_map>

namespace rudolph {
namespace {

/// For each point of the new scheme the one of the old that it takes its place from, or −1.
std::vector<int> oldPoints(const LandmarkScheme& before, const LandmarkScheme& after) {
    std::unordered_map<std::string, int> by_name;
    for (int i = 0; i < before.size(); ++i)
        by_name.emplace(before.point_names[static_cast<size_t>(i)], i);
    std::vector<int> from;
    bool any = false;
    for (const std::string& name : after.point_names) {
        const auto found = by_name.find(name);
        from.push_back(found == by_name.end() ? -1 : found->second);
        any = any || found != by_name.end();
    }
    if (any && before.size() != after.size())
        return from;
    // As many points: a renamed point is the same point.
    const bool by_number = before.size() == after.size();
    for (size_t i = 0; by_number && i < from.size(); ++i)
        if (from[i] < 0)
            from[i] = static_cast<int>(i);
    return from;
}

Landmarks reordered(const Landmarks& points, const std::vector<int>& from) {
    Landmarks result;
    for (const int old : from) {
        const bool there = old >= 0 && old < points.size();
        result.points.push_back(there ? points.points[static_cast<size_t>(old)] : Point());
        result.visibility.push_back(there ? points.visibility[static_cast<size_t>(old)]
                                          : Visibility::NotLabelled);
    }
    const bool none =
        std::all_of(result.visibility.begin(), result.visibility.end(),
                    [](Visibility visibility) { return visibility == Visibility::NotLabelled; });
    return none ? Landmarks() : result;
}

}  // namespace

ChangePictures::ChangePictures(AnnotationDocument* document, std::vector<PictureChange> changes,
                               const QString& what, AnnotationDocument::MergeKey merge)
    : QUndoCommand(what),
      document_(document),
      changes_(std::move(changes)),
      merge_(std::move(merge)) {}

void ChangePictures::undo() {
    apply(false);
}

void ChangePictures::redo() {
    apply(true);
}

void ChangePictures::apply(bool forward) {
    std::vector<JournalEntry> entries;
    for (const PictureChange& change : changes_) {
        const std::vector<Sample>& faces = forward ? change.after : change.before;
        document_->replaceFaces(change.image, faces, change.first);
        entries.push_back({change.image, faces, std::nullopt});
    }
    document_->record(std::move(entries));
}

bool ChangePictures::mergeWith(const QUndoCommand* next) {
    const auto* other = static_cast<const ChangePictures*>(next);
    if (merge_.isEmpty() || merge_ != other->merge_ || changes_.size() != 1 ||
        other->changes_.size() != 1 || changes_.front().image != other->changes_.front().image)
        return false;
    changes_.front().after = other->changes_.front().after;
    setObsolete(changes_.front().before == changes_.front().after);
    return true;
}

ChangeScheme::ChangeScheme(AnnotationDocument* document, LandmarkScheme after)
    : QUndoCommand(
          AnnotationDocument::tr("Change scheme to %1")
              .arg(QString::fromStdString(after.title.empty() ? after.name : after.title))),
      document_(document),
      before_(document->scheme()),
      after_(std::move(after)) {
    const std::vector<int> from = oldPoints(before_, after_);
    bool same = from.size() == static_cast<size_t>(before_.size());
    for (size_t i = 0; i < from.size(); ++i)
        same = same && from[i] == static_cast<int>(i);
    if (same)
        return;
    for (const Sample& face : document->dataset().samples) {
        points_before_.push_back(face.points_in_image);
        points_after_.push_back(
            face.points_in_image.empty() ? Landmarks() : reordered(face.points_in_image, from));
    }
}

void ChangeScheme::undo() {
    apply(before_, points_before_);
}

void ChangeScheme::redo() {
    apply(after_, points_after_);
}

void ChangeScheme::apply(const LandmarkScheme& scheme, const std::vector<Landmarks>& points) {
    Dataset& dataset = document_->edited();
    dataset.scheme = scheme;
    std::set<std::filesystem::path> changed;
    for (size_t i = 0; i < std::min(points.size(), dataset.samples.size()); ++i) {
        Sample& face = dataset.samples[i];
        if (face.points_in_image == points[i])
            continue;
        face.points_in_image = points[i];
        changed.insert(face.image);
    }
    document_->changed_.insert(changed.begin(), changed.end());
    std::vector<JournalEntry> entries = {{{}, {}, scheme}};
    for (const Sample& face : dataset.samples) {
        if (!changed.contains(face.image))
            continue;
        if (entries.back().image != face.image)
            entries.push_back({face.image, {}, std::nullopt});
        entries.back().faces.push_back(face);
    }
    emit document_->schemeChanged();
    emit document_->facesReset();
    document_->record(std::move(entries));
}

}  // namespace rudolph

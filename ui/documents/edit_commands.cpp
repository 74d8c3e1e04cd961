#include "ui/documents/edit_commands.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "core/dataset/face_statistics.h"
#include "core/geometry/scheme_map.h"

namespace rudolph {
namespace {

/// How faces come to the new scheme: by a map, else by the names of points, as when points were
/// added to a scheme or taken out of it. With as many points a point that is called otherwise is
/// the same point, as is each point of one of the program's schemes that was taken for another.
SchemeMap oldPoints(const LandmarkScheme& before, const LandmarkScheme& after) {
    SchemeMap map{before.name, after.name, {}};
    const bool as_many = before.size() == after.size();
    if (!as_many)
        if (const auto known = find_scheme_map(before, after))
            return *known;
    const bool taken_for_another = as_many && is_builtin(before) && is_builtin(after);
    std::unordered_map<std::string, int> by_name;
    for (int i = 0; i < before.size() && !taken_for_another; ++i)
        by_name.emplace(before.point_names[static_cast<size_t>(i)], i);
    for (int i = 0; i < after.size(); ++i) {
        const auto found = by_name.find(after.point_names[static_cast<size_t>(i)]);
        if (found != by_name.end())
            map.sources.push_back({found->second});
        else
            map.sources.push_back(as_many ? std::vector{i} : std::vector<int>());
    }
    return map;
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
    const SchemeMap map = oldPoints(before_, after_);
    bool same = before_.size() == after_.size();
    for (size_t i = 0; i < map.sources.size(); ++i)
        same = same && map.sources[i] == std::vector{static_cast<int>(i)};
    if (same)
        return;
    for (const Sample& face : document->dataset().samples) {
        points_before_.push_back(face.points_in_image);
        points_after_.push_back(mapped(face.points_in_image, map));
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

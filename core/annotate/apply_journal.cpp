#include "core/annotate/apply_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "core/dataset/picture_attributes.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

bool fits(const Sample& face, const LandmarkScheme& scheme) {
    return face.points_in_image.empty() || face.points_in_image.size() == scheme.size();
}

bool all_fit(const std::vector<Sample>& faces, const LandmarkScheme& scheme) {
    return std::all_of(faces.begin(), faces.end(),
                       [&](const Sample& face) { return fits(face, scheme); });
}

/// The journal's scheme can be taken when all faces will fit it.
void take_scheme(const JournalContents& journal, Dataset& dataset) {
    if (!journal.scheme)
        return;
    const bool fitting =
        std::all_of(dataset.samples.begin(), dataset.samples.end(), [&](const Sample& face) {
            const auto found = journal.pictures.find(face.image);
            return found == journal.pictures.end() ? fits(face, *journal.scheme)
                                                   : all_fit(found->second, *journal.scheme);
        });
    if (fitting)
        dataset.scheme = *journal.scheme;
    else
        dataset.problems.push_back({journal.file,
                                    0,
                                    fmt::format("the change to the scheme '{}' is not whole in the "
                                                "journal and was left out",
                                                journal.scheme->name),
                                    {}});
}

/// The pictures whose faces have the points of the data set's scheme.
std::map<fs::path, std::vector<Sample>> fitting_pictures(const JournalContents& journal,
                                                         Dataset& dataset) {
    std::map<fs::path, std::vector<Sample>> fitting;
    for (const auto& [image, faces] : journal.pictures) {
        if (all_fit(faces, dataset.scheme)) {
            fitting[image] = faces;
            continue;
        }
        dataset.problems.push_back({image, 0,
                                    fmt::format("the journal's faces of this picture do not have "
                                                "the {} points of the scheme and were left out",
                                                dataset.scheme.size()),
                                    faces.front().id});
    }
    return fitting;
}

/// What the journal says of a picture in the words of the data set, which may know its size.
std::vector<Sample> faces_for(const std::vector<Sample>& faces, const Sample* before) {
    std::vector<Sample> result = faces;
    if (before == nullptr)
        return result;
    if (result.empty()) {
        // The picture stays, without a face.
        Sample blank;
        blank.id = before->id;
        blank.attributes = picture_attributes(*before);
        result.push_back(blank);
    }
    for (Sample& face : result) {
        face.image = before->image;
        face.person = before->person;
        face.view = before->view;
        if (before->image_size.area() > 0)
            face.image_size = before->image_size;
    }
    return result;
}

}  // namespace

int apply_journal(const JournalContents& journal, Dataset& dataset) {
    take_scheme(journal, dataset);
    std::map<fs::path, std::vector<Sample>> left = fitting_pictures(journal, dataset);
    int changed = 0;
    std::vector<Sample> samples;
    samples.reserve(dataset.samples.size());
    for (auto first = dataset.samples.begin(); first != dataset.samples.end();) {
        const auto last = std::find_if(first, dataset.samples.end(), [&](const Sample& face) {
            return face.image != first->image;
        });
        const auto found = left.find(first->image);
        if (found == left.end()) {
            samples.insert(samples.end(), std::make_move_iterator(first),
                           std::make_move_iterator(last));
        } else {
            const std::vector<Sample> faces = faces_for(found->second, &*first);
            changed += std::equal(first, last, faces.begin(), faces.end()) ? 0 : 1;
            samples.insert(samples.end(), faces.begin(), faces.end());
            left.erase(found);
        }
        first = last;
    }
    for (const auto& [image, faces] : left) {
        std::error_code unknown;
        if (faces.empty() || !fs::is_regular_file(image, unknown))
            continue;
        samples.insert(samples.end(), faces.begin(), faces.end());
        ++changed;
    }
    dataset.samples = std::move(samples);
    return changed;
}

}  // namespace rudolph

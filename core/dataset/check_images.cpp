#include "core/dataset/check_images.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/parallel.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

void add_once(std::vector<Problem>& problems, Problem problem) {
    if (std::find(problems.begin(), problems.end(), problem) == problems.end())
        problems.push_back(std::move(problem));
}

/// More pictures of a kind than that are told in one line.
constexpr size_t kOddOnesTold = 10;

void tell_oddities(Dataset& dataset, const CheckedPictures& pictures) {
    std::map<PictureOddity, std::vector<const Sample*>> odd;
    std::unordered_set<std::string> seen;
    for (const Sample& sample : dataset.samples) {
        const auto found = pictures.find(sample.image.native());
        if (found != pictures.end() && found->second.oddity &&
            seen.insert(sample.image.native()).second)
            odd[*found->second.oddity].push_back(&sample);
    }
    for (const auto& [oddity, faces] : odd) {
        if (faces.size() <= kOddOnesTold) {
            for (const Sample* face : faces)
                add_once(dataset.problems,
                         {face->image, 0, oddity_text(oddity), face->id, std::nullopt, true});
            continue;
        }
        const std::string text = oddity_text(oddity, static_cast<int>(faces.size()));
        add_once(dataset.problems, {faces.front()->image, 0, text + "; this is the first of them",
                                    faces.front()->id, std::nullopt, true});
    }
}

}  // namespace

std::vector<fs::path> pictures_of(const Dataset& dataset) {
    std::unordered_set<std::string> seen;
    std::vector<fs::path> pictures;
    for (const Sample& sample : dataset.samples)
        if (seen.insert(sample.image.native()).second)
            pictures.push_back(sample.image);
    return pictures;
}

CheckedPictures check_pictures(const std::vector<fs::path>& pictures, const CancelToken& cancel,
                               const ProgressCallback& progress) {
    std::vector<CheckedPicture> checked(pictures.size());
    parallel_for(
        static_cast<int>(pictures.size()),
        [&](int i) {
            const auto at = static_cast<size_t>(i);
            try {
                checked[at].size =
                    decode_image(pictures[at], Colour::Grey, &checked[at].oddity).size();
            } catch (const Error& error) {
                checked[at].problem = problem_from(error, pictures[at]);
            }
        },
        cancel, progress);
    CheckedPictures by_path;
    for (size_t i = 0; i < pictures.size(); ++i)
        by_path.emplace(pictures[i].native(), std::move(checked[i]));
    return by_path;
}

void apply_check(Dataset& dataset, const CheckedPictures& pictures) {
    for (Sample& sample : dataset.samples) {
        const auto found = pictures.find(sample.image.native());
        if (found == pictures.end())  // added since
            continue;
        const CheckedPicture& checked = found->second;
        if (checked.problem) {
            Problem problem = *checked.problem;
            problem.sample_id = sample.id;
            add_once(dataset.problems, std::move(problem));
            continue;
        }
        sample.image_size = checked.size;
    }
    tell_oddities(dataset, pictures);
}

void check_images(Dataset& dataset, const CancelToken& cancel, const ProgressCallback& progress) {
    apply_check(dataset, check_pictures(pictures_of(dataset), cancel, progress));
}

}  // namespace rudolph

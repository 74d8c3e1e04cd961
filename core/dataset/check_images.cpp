#include "core/dataset/check_images.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/parallel.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// By how many pixels the farthest point lies outside the picture; 0 when all are inside.
double farthest_outside(const Sample& sample) {
    const Landmarks& landmarks = sample.points_in_image;
    double farthest = 0;
    for (int i = 0; i < landmarks.size(); ++i) {
        const Point& point = landmarks.points[static_cast<size_t>(i)];
        if (landmarks.is_labelled(i))
            farthest = std::max({farthest, -0.5 - point.x, -0.5 - point.y,
                                 point.x - (sample.image_size.width - 0.5),
                                 point.y - (sample.image_size.height - 0.5)});
    }
    return farthest;
}

void add_once(std::vector<Problem>& problems, Problem problem) {
    if (std::find(problems.begin(), problems.end(), problem) == problems.end())
        problems.push_back(std::move(problem));
}

}  // namespace

CheckedPictures check_pictures(const Dataset& dataset, const CancelToken& cancel,
                               const ProgressCallback& progress) {
    CheckedPictures pictures;
    for (const Sample& sample : dataset.samples)
        pictures[sample.image.native()];
    std::vector<std::pair<const std::string, CheckedPicture>*> work;
    work.reserve(pictures.size());
    for (auto& entry : pictures)
        work.push_back(&entry);
    parallel_for(
        static_cast<int>(work.size()),
        [&](int i) {
            auto& [picture, checked] = *work[static_cast<size_t>(i)];
            try {
                checked.size = decode_image(picture, Colour::Grey).size();
            } catch (const Error& error) {
                checked.problem = problem_from(error, picture);
            }
        },
        cancel, progress);
    return pictures;
}

void apply_check(Dataset& dataset, const CheckedPictures& pictures) {
    std::vector<Sample> kept;
    kept.reserve(dataset.samples.size());
    for (Sample& sample : dataset.samples) {
        const auto found = pictures.find(sample.image.native());
        if (found == pictures.end()) {  // added since
            kept.push_back(std::move(sample));
            continue;
        }
        const CheckedPicture& checked = found->second;
        if (checked.problem) {
            Problem problem = *checked.problem;
            problem.sample_id = sample.id;
            add_once(dataset.problems, std::move(problem));
            continue;
        }
        sample.image_size = checked.size;
        const double outside = farthest_outside(sample);
        if (outside > 0.25 * std::max(checked.size.width, checked.size.height))
            add_once(dataset.problems,
                     {sample.image, 0,
                      fmt::format("points lie up to {:.0f} pixels outside the picture ({}×{})",
                                  outside, checked.size.width, checked.size.height),
                      sample.id});
        kept.push_back(std::move(sample));
    }
    dataset.samples = std::move(kept);
}

void check_images(Dataset& dataset, const CancelToken& cancel, const ProgressCallback& progress) {
    apply_check(dataset, check_pictures(dataset, cancel, progress));
}

}  // namespace rudolph

#include "core/dataset/check_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "core/base/parallel.h"
#include "core/dataset/problems.h"

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

/// What may be between two sizes of one picture.
enum class SizeGuess { Unturned, Scaled, Other };

SizeGuess guess_of(const CheckedPicture& picture) {
    if (picture.listed == picture.size.stored())
        return SizeGuess::Unturned;
    return is_scaled(picture.listed, picture.size.upright) ||
                   is_scaled(picture.listed, picture.size.stored())
               ? SizeGuess::Scaled
               : SizeGuess::Other;
}

std::string size_text(cv::Size size) {
    return fmt::format("{}×{}", size.width, size.height);
}

void tell_sizes(Dataset& dataset, const CheckedPictures& pictures) {
    std::map<SizeGuess, std::vector<const Sample*>> wrong;
    std::unordered_set<std::string> seen;
    for (const Sample& sample : dataset.samples) {
        const auto found = pictures.find(sample.image.native());
        if (found != pictures.end() && found->second.disagrees() &&
            seen.insert(sample.image.native()).second)
            wrong[guess_of(found->second)].push_back(&sample);
    }
    for (const auto& [guess, faces] : wrong) {
        const Sample& first = *faces.front();
        const CheckedPicture& picture = pictures.at(first.image.native());
        const std::string why =
            guess == SizeGuess::Unturned
                ? "that is the photograph as it is stored, before its EXIF orientation turns it"
            : guess == SizeGuess::Scaled
                ? fmt::format("that is the picture at {:.3g} times its size",
                              double(picture.listed.width + picture.listed.height) /
                                  (picture.size.upright.width + picture.size.upright.height))
                : "it may have been cropped or replaced since";
        const std::string which = faces.size() == 1
                                      ? "this picture is"
                                      : fmt::format(
                                            "{} pictures have another size than the data set says; "
                                            "this one is",
                                            faces.size());
        add_once(
            dataset.problems,
            {first.image, 0,
             fmt::format("{} {}, and the data set says {}: {}; the picture's own size counts",
                         which, size_text(picture.size.upright), size_text(picture.listed), why),
             first.id, std::nullopt, true});
    }
}

}  // namespace

bool is_scaled(cv::Size a, cv::Size b) {
    // Both sides were rounded.
    const double error = std::abs(double(a.width) * b.height - double(a.height) * b.width);
    return a != b && error <= std::max({a.width, a.height, b.width, b.height});
}

std::vector<ListedPicture> pictures_of(const Dataset& dataset) {
    std::unordered_set<std::string> seen;
    std::vector<ListedPicture> pictures;
    for (const Sample& sample : dataset.samples)
        if (seen.insert(sample.image.native()).second)
            pictures.push_back({sample.image, sample.image_size});
    return pictures;
}

CheckedPictures check_pictures(const std::vector<ListedPicture>& pictures,
                               const CancelToken& cancel, const ProgressCallback& progress) {
    std::vector<CheckedPicture> checked(pictures.size());
    parallel_for(
        static_cast<int>(pictures.size()),
        [&](int i) {
            const auto at = static_cast<size_t>(i);
            CheckedPicture& picture = checked[at];
            picture.listed = pictures[at].listed;
            try {
                PictureFacts facts;
                const cv::Mat grey = decode_image(pictures[at].file, Colour::Grey, &facts);
                picture.size = {grey.size(), facts.orientation};
                picture.oddity = facts.oddity;
                picture.hash = picture_hash(grey);
            } catch (const Error& error) {
                picture.problem = problem_from(error, pictures[at].file);
            }
        },
        cancel, progress);
    CheckedPictures by_path;
    for (size_t i = 0; i < pictures.size(); ++i)
        by_path.emplace(pictures[i].file.native(), std::move(checked[i]));
    return by_path;
}

CheckedPictures measure_pictures(const std::vector<ListedPicture>& pictures,
                                 const CancelToken& cancel, const ProgressCallback& progress) {
    std::vector<PictureSize> sizes(pictures.size());
    parallel_for(
        static_cast<int>(pictures.size()),
        [&](int i) {
            try {
                sizes[static_cast<size_t>(i)] = picture_size(pictures[static_cast<size_t>(i)].file);
            } catch (const Error&) {  // who needs the picture itself will say why
                sizes[static_cast<size_t>(i)] = {};
            }
        },
        cancel, progress);
    CheckedPictures by_path;
    for (size_t i = 0; i < pictures.size(); ++i)
        if (!sizes[i].upright.empty())
            by_path.emplace(pictures[i].file.native(),
                            CheckedPicture{sizes[i], pictures[i].listed, {}, {}, {}});
    return by_path;
}

void apply_check(Dataset& dataset, const CheckedPictures& pictures) {
    // Faces of which an earlier check has said what is wrong with their pictures.
    std::unordered_set<std::string> known;
    for (const Problem& problem : dataset.problems)
        if (const auto found = pictures.find(problem.file.native());
            found != pictures.end() && found->second.problem &&
            found->second.problem->message == problem.message)
            known.insert(problem.sample_id);
    for (Sample& sample : dataset.samples) {
        const auto found = pictures.find(sample.image.native());
        if (found == pictures.end())  // added since
            continue;
        const CheckedPicture& checked = found->second;
        if (checked.problem) {
            Problem problem = *checked.problem;
            problem.sample_id = sample.id;
            if (known.insert(problem.sample_id).second)
                dataset.problems.push_back(std::move(problem));
            continue;
        }
        sample.image_size = checked.size.upright;
    }
    tell_sizes(dataset, pictures);
    tell_oddities(dataset, pictures);
}

CheckedPictures check_images(Dataset& dataset, const CancelToken& cancel,
                             const ProgressCallback& progress) {
    CheckedPictures pictures = check_pictures(pictures_of(dataset), cancel, progress);
    apply_check(dataset, pictures);
    dataset.problems = shortened(std::move(dataset.problems));
    return pictures;
}

}  // namespace rudolph

#include "core/formats/reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/base/parallel.h"
#include "core/dataset/face_ids.h"
#include "core/dataset/names.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

std::string person_in_asf_set(const std::string& id) {
    const std::string_view stem = stem_of(id);
    const size_t separator = stem.find_first_of("_-");
    const size_t second = stem.find_first_not_of("_-", separator);
    const auto is_number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (separator != std::string_view::npos && second != std::string_view::npos &&
        is_number(stem.substr(0, separator)) && is_number(stem.substr(second)))
        return std::string(stem.substr(0, separator));
    return person_of(id);
}

}  // namespace

int usual_point_count(const std::vector<Sample>& samples) {
    std::map<int, int> frequency;
    for (const Sample& sample : samples)
        if (!sample.points_in_image.empty())
            ++frequency[sample.points_in_image.size()];
    return usual_point_count(frequency);
}

int usual_point_count(const std::map<int, int>& faces_with) {
    int usual = 0;
    int most = 0;
    for (const auto& [count, faces] : faces_with)
        if (faces >= most) {
            usual = count;
            most = faces;
        }
    return usual;
}

ReaderResult joined(std::vector<FileResult> files) {
    ReaderResult result;
    for (FileResult& file : files) {
        if (!file.lines.empty() && !file.samples.empty())
            result.lines.emplace(file.samples.front().points_in_image.size(), file.lines);
        std::move(file.samples.begin(), file.samples.end(), std::back_inserter(result.samples));
        std::move(file.problems.begin(), file.problems.end(), std::back_inserter(result.problems));
    }
    return result;
}

void join_repeated_pictures(std::vector<Sample>& samples, const fs::path& root) {
    std::unordered_map<std::string, std::vector<size_t>> places;
    for (size_t i = 0; i < samples.size(); ++i)
        places[samples[i].image.native()].push_back(i);
    if (places.size() == samples.size())
        return;
    std::vector<Sample> joined;
    joined.reserve(samples.size());
    for (const Sample& sample : samples) {
        const std::vector<size_t> of_picture = std::exchange(places[sample.image.native()], {});
        std::unordered_set<std::string> taken;
        int number = 2;
        for (const size_t i : of_picture) {
            Sample face = samples[i];
            const bool is_blank = !face.box && face.points_in_image.empty();
            if (is_blank && (i != of_picture.back() || !taken.empty()))
                continue;  // the same picture once more, without a face
            while (!taken.insert(face.id).second)
                face.id = face_id(sample_id(root, face.image), number++);
            joined.push_back(std::move(face));
        }
    }
    samples = std::move(joined);
}

Sample face_of_picture(const fs::path& root, const fs::path& picture, DatasetFormat format) {
    Sample sample;
    sample.id = sample_id(root, picture);
    sample.image = picture;
    sample.person =
        format == DatasetFormat::Imm ? person_in_asf_set(sample.id) : person_of(sample.id);
    if (const auto name = imm_name(stem_of(sample.id)))
        sample.view = name->view;
    return sample;
}

void sort_by_line(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
}

Problem left_out(const Error& error, const fs::path& file, const std::string& sample_id) {
    Problem problem = problem_from(error, file, sample_id);
    problem.left_out = 1;
    return problem;
}

Point checked_point(double x, double y, const ErrorPlace& place) {
    constexpr double farthest = 1e6;
    if (!std::isfinite(x) || !std::isfinite(y))
        throw Error("a coordinate is not a finite number", place);
    if (std::abs(x) > farthest || std::abs(y) > farthest)
        throw Error("a point lies more than a million pixels away", place);
    return {x, y};
}

ReaderResult read_beside_pictures(const fs::path& root, const std::vector<fs::path>& files,
                                  const PicturesElsewhere& elsewhere, const FaceFileReader& read,
                                  const CancelToken& cancel, const ProgressCallback& progress) {
    FolderCache folders;
    std::vector<fs::path> pictures;
    std::vector<Problem> guessed;
    for (const fs::path& file : files) {
        if (const auto there = elsewhere.find(file); there != elsewhere.end()) {
            pictures.push_back(there->second.picture);
            continue;
        }
        const fs::path folder = file.parent_path();
        const std::string stem = file.stem().string();
        const fs::path named = has_image_extension(stem) ? folders.find(folder / stem) : fs::path();
        pictures.push_back(named.empty() ? folders.picture(folder, stem) : named);
        if (named.empty() && folders.pictures_of_stem(folder, stem) > 1)
            guessed.push_back({file, 0,
                               "several pictures have the name of these points: they are taken for "
                               "those of " +
                                   pictures.back().filename().string(),
                               ""});
    }
    std::vector<FileResult> results(files.size());
    const auto read_one = [&](int i) {
        const auto k = static_cast<size_t>(i);
        const auto there = elsewhere.find(files[k]);
        const bool is_elsewhere = there != elsewhere.end();
        try {
            if (pictures[k].empty())
                throw Error("the picture is missing: there is no " + files[k].stem().string() +
                                ".jpg (.png, .bmp, .gif, …) beside these points",
                            {files[k]});
            results[k] = read(files[k], pictures[k]);
            if (is_elsewhere)
                for (Sample& face : results[k].samples) {
                    face.id = sample_id(root, files[k]);
                    face.person = there->second.person;
                }
        } catch (const Error& error) {
            const fs::path& named = pictures[k].empty() || is_elsewhere ? files[k] : pictures[k];
            results[k] = {{}, {left_out(error, files[k], sample_id(root, named))}, {}};
        }
    };
    parallel_for(static_cast<int>(files.size()), read_one, cancel, progress);
    ReaderResult result = joined(std::move(results));
    std::move(guessed.begin(), guessed.end(), std::back_inserter(result.problems));
    return result;
}

}  // namespace rudolph

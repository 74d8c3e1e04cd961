#include "core/dataset/dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/dlib_xml_reader.h"
#include "core/dataset/imm_reader.h"
#include "core/dataset/pts_reader.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr auto kLookedFor = "looked for .asf files, .pts files or one dlib .xml list";

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name == "__MACOSX";
}

std::vector<fs::path> sorted(std::vector<fs::path> files) {
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    return files;
}

std::vector<fs::path> dlib_lists_in(const fs::path& folder) {
    std::vector<fs::path> lists;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (lower(entry->path().extension().string()) == ".xml" && !is_hidden(entry->path()) &&
            looks_like_dlib_xml(entry->path()))
            lists.push_back(entry->path());
    if (failed)
        throw Error("the folder cannot be read: " + failed.message(), {folder},
                    "check its permissions");
    return sorted(std::move(lists));
}

struct PointFiles {
    std::vector<fs::path> asf;
    std::vector<fs::path> pts;
};

PointFiles point_files_below(const fs::path& folder, const CancelToken& cancel) {
    PointFiles found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           failed);
    for (const fs::recursive_directory_iterator end; !failed && entry != end;
         entry.increment(failed)) {
        cancel.throw_if_cancelled();
        std::error_code ignored;
        if (is_hidden(entry->path())) {
            entry.disable_recursion_pending();
            continue;
        }
        const std::string extension = lower(entry->path().extension().string());
        if ((extension != ".asf" && extension != ".pts") || entry->is_directory(ignored))
            continue;
        (extension == ".asf" ? found.asf : found.pts).push_back(entry->path());
    }
    found.asf = sorted(std::move(found.asf));
    found.pts = sorted(std::move(found.pts));
    return found;
}

std::string names_of(const std::vector<fs::path>& files) {
    std::string names;
    for (const fs::path& file : files)
        names += (names.empty() ? "" : ", ") + file.filename().string();
    return names;
}

ReaderResult read_folder(Dataset& dataset, const CancelToken& cancel,
                         const ProgressCallback& progress) {
    const std::vector<fs::path> lists = dlib_lists_in(dataset.root);
    if (lists.size() == 1) {
        dataset.format = DatasetFormat::DlibXml;
        return read_dlib_xml(lists.front(), cancel, progress);
    }
    const PointFiles files = point_files_below(dataset.root, cancel);
    if (files.asf.empty() && files.pts.empty()) {
        if (lists.empty())
            throw Error("there are no annotated faces in this folder", {dataset.root}, kLookedFor);
        throw Error("this folder holds several dlib lists: " + names_of(lists), {dataset.root},
                    "open one of them");
    }
    if (files.asf.size() >= files.pts.size()) {
        dataset.format = DatasetFormat::Imm;
        return read_imm(dataset.root, files.asf, cancel, progress);
    }
    dataset.format = DatasetFormat::Pts;
    return read_pts(dataset.root, files.pts, cancel, progress);
}

ReaderResult read_list(Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress) {
    const std::string extension = lower(dataset.source.extension().string());
    if (extension == ".asf" || extension == ".pts")
        throw Error("this file holds the points of one face only", {dataset.source},
                    "open the folder it lies in");
    if (extension != ".xml")
        throw Error("this is not a data set", {dataset.source}, kLookedFor);
    dataset.format = DatasetFormat::DlibXml;
    return read_dlib_xml(dataset.source, cancel, progress);
}

void drop_repeated_ids(Dataset& dataset) {
    std::unordered_set<std::string> seen;
    std::vector<Sample> kept;
    for (Sample& sample : dataset.samples) {
        if (seen.insert(sample.id).second)
            kept.push_back(std::move(sample));
        else
            dataset.problems.push_back({sample.image, 0,
                                        "the data set names this picture twice; only the first "
                                        "time counts",
                                        sample.id});
    }
    dataset.samples = std::move(kept);
}

/// The number of points that most faces have; of equally frequent ones the largest. 0: no face has
/// points.
int usual_point_count(const Dataset& dataset) {
    std::map<int, int> frequency;
    for (const Sample& sample : dataset.samples)
        if (!sample.points_in_image.empty())
            ++frequency[sample.points_in_image.size()];
    int usual = 0;
    for (const auto& [count, times] : frequency)
        if (usual == 0 || times >= frequency[usual])
            usual = count;
    return usual;
}

void settle_scheme(Dataset& dataset, const std::map<int, std::vector<Polyline>>& lines) {
    const int count = usual_point_count(dataset);
    dataset.scheme = scheme_for_point_count(count);
    if (dataset.scheme.lines.empty() && lines.contains(count))
        dataset.scheme.lines = lines.at(count);
    std::vector<Sample> kept;
    for (Sample& sample : dataset.samples) {
        const int points = sample.points_in_image.size();
        if (points == 0 || points == count)
            kept.push_back(std::move(sample));
        else
            dataset.problems.push_back(
                {sample.image, 0,
                 fmt::format("this face has {} points, but most of the data set have {}", points,
                             count),
                 sample.id});
    }
    dataset.samples = std::move(kept);
}

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

struct CheckedPicture {
    cv::Size size;
    std::optional<Problem> problem;
};

/// Every picture once, however many faces it has.
std::map<fs::path, CheckedPicture> checked_pictures(const Dataset& dataset,
                                                    const CancelToken& cancel,
                                                    const ProgressCallback& progress) {
    std::map<fs::path, CheckedPicture> pictures;
    for (const Sample& sample : dataset.samples)
        pictures[sample.image];
    std::vector<std::pair<const fs::path, CheckedPicture>*> work;
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

}  // namespace

std::string to_string(DatasetFormat format) {
    switch (format) {
        case DatasetFormat::Imm:
            return "IMM .asf";
        case DatasetFormat::Pts:
            return "iBUG .pts";
        case DatasetFormat::DlibXml:
            return "dlib XML";
    }
    return {};
}

std::vector<int> Dataset::labelled() const {
    std::vector<int> found;
    for (size_t i = 0; i < samples.size(); ++i)
        if (!samples[i].points_in_image.empty())
            found.push_back(static_cast<int>(i));
    return found;
}

std::optional<int> Dataset::find(const std::string& id) const {
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [&](const Sample& sample) { return sample.id == id; });
    if (found == samples.end())
        return std::nullopt;
    return static_cast<int>(found - samples.begin());
}

Dataset open_dataset(const fs::path& path, const CancelToken& cancel,
                     const ProgressCallback& progress) {
    if (path.empty())
        throw Error("no data set is named", {}, kLookedFor);
    std::error_code failed;
    Dataset dataset;
    dataset.source = fs::absolute(path).lexically_normal();
    if (!dataset.source.has_filename())
        dataset.source = dataset.source.parent_path();
    const auto status = fs::status(dataset.source, failed);
    if (!fs::exists(status))
        throw Error("there is no such file or folder", {path}, "check the name");
    const bool is_folder = fs::is_directory(status);
    dataset.root = is_folder ? dataset.source : dataset.source.parent_path();
    dataset.name = (is_folder ? dataset.source.filename() : dataset.source.stem()).string();
    ReaderResult read =
        is_folder ? read_folder(dataset, cancel, progress) : read_list(dataset, cancel, progress);
    dataset.samples = std::move(read.samples);
    dataset.problems = std::move(read.problems);
    drop_repeated_ids(dataset);
    settle_scheme(dataset, read.lines);
    return dataset;
}

void check_images(Dataset& dataset, const CancelToken& cancel, const ProgressCallback& progress) {
    const auto pictures = checked_pictures(dataset, cancel, progress);
    std::vector<Sample> kept;
    for (Sample& sample : dataset.samples) {
        const CheckedPicture& checked = pictures.at(sample.image);
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

}  // namespace rudolph

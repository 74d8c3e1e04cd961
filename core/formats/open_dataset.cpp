#include "core/formats/open_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/text.h"
#include "core/formats/asf.h"
#include "core/formats/dlib_xml.h"
#include "core/formats/pts.h"

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

}  // namespace

Dataset open_dataset(const fs::path& path, const CancelToken& cancel,
                     const ProgressCallback& progress) {
    return open_dataset(path, OpenOptions(), cancel, progress);
}

Dataset open_dataset(const fs::path& path, const OpenOptions& /*options*/,
                     const CancelToken& cancel, const ProgressCallback& progress) {
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

}  // namespace rudolph

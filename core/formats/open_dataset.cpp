#include "core/formats/open_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/asf.h"
#include "core/formats/coco_reader.h"
#include "core/formats/csv.h"
#include "core/formats/dlib_xml.h"
#include "core/formats/ljson.h"
#include "core/formats/project.h"
#include "core/formats/pts.h"
#include "core/formats/yolo.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr auto kLookedFor =
    "looked for .asf, .pts or .ljson files, a list (dlib .xml, .csv, COCO .json, YOLO .yaml), a "
    ".rudolph project, or pictures";

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name == "__MACOSX";
}

std::vector<fs::path> sorted(std::vector<fs::path> files) {
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    return files;
}

/// A format of one file that names the pictures.
struct ListFormat {
    DatasetFormat format;
    std::vector<std::string> extensions;
    bool (*looks_like)(const fs::path& file);
    ReaderResult (*read)(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                         const ProgressCallback& progress);
};

const std::vector<ListFormat>& list_formats() {
    static const std::vector<ListFormat> all = {
        {DatasetFormat::DlibXml, {".xml"}, looks_like_dlib_xml, read_dlib_xml},
        {DatasetFormat::Csv, {".csv"}, looks_like_csv, read_csv},
        {DatasetFormat::Coco, {".json"}, looks_like_coco, read_coco},
        {DatasetFormat::Yolo, {".yaml", ".yml"}, looks_like_yolo, read_yolo},
        {DatasetFormat::Project, {".rudolph"}, looks_like_project, read_project},
    };
    return all;
}

/// The format whose files end like this one.
const ListFormat* list_format_of(const fs::path& file) {
    const std::string extension = lower(file.extension().string());
    for (const ListFormat& format : list_formats())
        if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
            format.extensions.end())
            return &format;
    return nullptr;
}

struct FolderContents {
    std::vector<fs::path> lists;  ///< directly in the folder, without projects
    std::vector<fs::path> projects;
    std::vector<fs::path> asf;  ///< these in its subfolders too
    std::vector<fs::path> pts;
    std::vector<fs::path> ljson;
    std::vector<fs::path> pictures;
};

void add_lists(const fs::path& folder, FolderContents& found) {
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        std::error_code ignored;
        const ListFormat* format = list_format_of(entry->path());
        if (format == nullptr || is_hidden(entry->path()) || entry->is_directory(ignored) ||
            !format->looks_like(entry->path()))
            continue;
        (format->format == DatasetFormat::Project ? found.projects : found.lists)
            .push_back(entry->path());
    }
    if (failed)
        throw Error("the folder cannot be read: " + failed.message(), {folder},
                    "check its permissions");
}

void add_files_below(const fs::path& folder, FolderContents& found, const CancelToken& cancel) {
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
        std::vector<fs::path>* files = extension == ".asf"                  ? &found.asf
                                       : extension == ".pts"                ? &found.pts
                                       : extension == ".ljson"              ? &found.ljson
                                       : has_image_extension(entry->path()) ? &found.pictures
                                                                            : nullptr;
        if (files != nullptr && !entry->is_directory(ignored))
            files->push_back(entry->path());
    }
    for (auto* files : {&found.asf, &found.pts, &found.ljson, &found.pictures})
        *files = sorted(std::move(*files));
}

std::string names_of(const std::vector<fs::path>& files) {
    std::string names;
    for (const fs::path& file : files)
        names += (names.empty() ? "" : ", ") + file.filename().string();
    return names;
}

ReaderResult read_list(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress) {
    const ListFormat& format = *list_format_of(file);
    dataset.format = format.format;
    dataset.root = file.parent_path();
    return format.read(file, dataset, cancel, progress);
}

/// Pictures that no annotation belongs to, each in its place by name.
void add_unmarked(const Dataset& dataset, const std::vector<fs::path>& pictures,
                  ReaderResult& result) {
    std::unordered_set<std::string> known;
    for (const Sample& sample : result.samples)
        known.insert(sample.image.native());
    for (const Problem& problem : result.problems)  // those whose points could not be read too
        known.insert(problem.sample_id);
    bool any = false;
    for (const fs::path& picture : pictures) {
        Sample sample = face_of_picture(dataset.root, picture, dataset.format);
        if (known.contains(picture.native()) || known.contains(sample.id))
            continue;
        result.samples.push_back(std::move(sample));
        any = true;
    }
    if (any)
        std::stable_sort(
            result.samples.begin(), result.samples.end(),
            [](const Sample& a, const Sample& b) { return a.image.native() < b.image.native(); });
}

ReaderResult read_point_files(Dataset& dataset, const FolderContents& found,
                              const OpenOptions& options, const CancelToken& cancel,
                              const ProgressCallback& progress) {
    ReaderResult result;
    const size_t most = std::max({found.asf.size(), found.pts.size(), found.ljson.size()});
    if (found.asf.size() == most) {
        dataset.format = DatasetFormat::Imm;
        result = read_imm(dataset.root, found.asf, cancel, progress);
    } else if (found.pts.size() == most) {
        dataset.format = DatasetFormat::Pts;
        result = read_pts(dataset.root, found.pts, options.pts_first_pixel, cancel, progress);
    } else {
        dataset.format = DatasetFormat::Ljson;
        result = read_ljson(dataset.root, found.ljson, cancel, progress);
    }
    add_unmarked(dataset, found.pictures, result);
    return result;
}

ReaderResult read_folder(Dataset& dataset, const OpenOptions& options, const CancelToken& cancel,
                         const ProgressCallback& progress) {
    FolderContents found;
    add_lists(dataset.root, found);
    if (found.lists.size() == 1)
        return read_list(found.lists.front(), dataset, cancel, progress);
    add_files_below(dataset.root, found, cancel);
    if (!found.asf.empty() || !found.pts.empty() || !found.ljson.empty())
        return read_point_files(dataset, found, options, cancel, progress);
    if (found.lists.size() > 1)
        throw Error("this folder holds several lists: " + names_of(sorted(found.lists)),
                    {dataset.root}, "open one of them");
    if (found.projects.size() == 1)
        return read_list(found.projects.front(), dataset, cancel, progress);
    if (found.projects.size() > 1)
        throw Error("this folder holds several projects: " + names_of(sorted(found.projects)),
                    {dataset.root}, "open one of them");
    if (found.pictures.empty())
        throw Error("there are no faces in this folder", {dataset.root}, kLookedFor);
    dataset.format = DatasetFormat::Pictures;
    ReaderResult result;
    add_unmarked(dataset, found.pictures, result);
    return result;
}

ReaderResult read_file_of_faces(Dataset& dataset, const CancelToken& cancel,
                                const ProgressCallback& progress) {
    const std::string extension = lower(dataset.source.extension().string());
    if (extension == ".asf" || extension == ".pts" || extension == ".ljson")
        throw Error("this file holds the points of one face only", {dataset.source},
                    "open the folder it lies in");
    if (list_format_of(dataset.source) == nullptr)
        throw Error("this is not a data set", {dataset.source}, kLookedFor);
    return read_list(dataset.source, dataset, cancel, progress);
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

/// `dataset.scheme` is what the reader has made of the files; without points it stays as it is.
void settle_scheme(Dataset& dataset, const OpenOptions& options,
                   const std::map<int, std::vector<Polyline>>& lines) {
    int count = usual_point_count(dataset.samples);
    if (options.scheme) {
        if (count > 0 && options.scheme->size() != count)
            throw Error(fmt::format("the scheme '{}' has {} points, but the faces have {}",
                                    options.scheme->name, options.scheme->size(), count),
                        {dataset.source}, "choose a scheme with as many points");
        dataset.scheme = *options.scheme;
    } else if (count == 0 && dataset.scheme.size() == 0) {
        dataset.scheme = scheme_for_point_count(0);
    } else if (count > 0 && dataset.scheme.size() != count) {
        dataset.scheme = scheme_for_point_count(count);
        if (dataset.scheme.lines.empty() && lines.contains(count))
            dataset.scheme.lines = lines.at(count);
    }
    count = dataset.scheme.size();
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

fs::path list_of(const Dataset& dataset) {
    std::error_code failed;
    if (!fs::is_directory(dataset.source, failed))
        return dataset.source;
    FolderContents found;
    add_lists(dataset.source, found);
    std::vector<fs::path> lists =
        dataset.format == DatasetFormat::Project ? found.projects : found.lists;
    std::erase_if(lists, [&dataset](const fs::path& list) {
        return list_format_of(list)->format != dataset.format;
    });
    if (lists.size() != 1)
        throw Error(lists.empty() ? "the list of this data set is no longer in its folder"
                                  : "this folder holds several lists: " + names_of(sorted(lists)),
                    {dataset.source}, "save under another name");
    return lists.front();
}

Dataset open_dataset(const fs::path& path, const CancelToken& cancel,
                     const ProgressCallback& progress) {
    return open_dataset(path, OpenOptions(), cancel, progress);
}

Dataset open_dataset(const fs::path& path, const OpenOptions& options, const CancelToken& cancel,
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
    ReaderResult read = is_folder ? read_folder(dataset, options, cancel, progress)
                                  : read_file_of_faces(dataset, cancel, progress);
    dataset.samples = std::move(read.samples);
    dataset.problems.insert(dataset.problems.end(), read.problems.begin(), read.problems.end());
    drop_repeated_ids(dataset);
    settle_scheme(dataset, options, read.lines);
    return dataset;
}

}  // namespace rudolph

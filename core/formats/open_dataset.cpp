#include "core/formats/open_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>

#include "core/base/cancel_scope.h"
#include "core/base/file.h"
#include "core/base/replacement.h"
#include "core/base/text.h"
#include "core/base/walk_files.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/face_ids.h"
#include "core/dataset/names.h"
#include "core/dataset/problems.h"
#include "core/dataset/repeated_names.h"
#include "core/dataset/set_part.h"
#include "core/formats/asf.h"
#include "core/formats/coco_reader.h"
#include "core/formats/csv.h"
#include "core/formats/cvat.h"
#include "core/formats/dlib_xml.h"
#include "core/formats/label_studio.h"
#include "core/formats/labelme.h"
#include "core/formats/ljson.h"
#include "core/formats/mask_pictures.h"
#include "core/formats/matlab_file.h"
#include "core/formats/outside.h"
#include "core/formats/project.h"
#include "core/formats/pts.h"
#include "core/formats/recipe_dataset.h"
#include "core/formats/via.h"
#include "core/formats/video_frames.h"
#include "core/formats/yolo.h"
#include "core/formats/yolo_labels.h"
#include "core/image/decode.h"
#include "core/video/video_reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr auto kLookedFor =
    "looked for .asf, .pts or .ljson files, a list (dlib .xml, .csv, COCO .json, YOLO .yaml), what "
    "an annotation tool exports (CVAT, Label Studio, labelme, VIA), a .rudolph project, or "
    "pictures";

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
                         const ProgressCallback& progress, const OpenOptions& options);
};

/// Of those with the same extension the usual one last.
const std::vector<ListFormat>& list_formats() {
    static const std::vector<ListFormat> all = {
        {DatasetFormat::Cvat, {".xml"}, looks_like_cvat, read_cvat},
        {DatasetFormat::LabelStudio, {".json"}, looks_like_label_studio, read_label_studio},
        {DatasetFormat::Via, {".json", ".csv"}, looks_like_via, read_via},
        {DatasetFormat::DlibXml, {".xml"}, looks_like_dlib_xml, read_dlib_xml},
        {DatasetFormat::Csv, {".csv", ".tsv"}, looks_like_csv, read_csv},
        {DatasetFormat::Coco, {".json"}, looks_like_coco, read_coco},
        {DatasetFormat::Yolo, {".yaml", ".yml"}, looks_like_yolo, read_yolo},
        {DatasetFormat::Project, {".rudolph"}, looks_like_project, read_project},
    };
    return all;
}

/// The formats whose files end like this one.
std::vector<const ListFormat*> formats_ending_like(const fs::path& file) {
    const std::string extension = lower(file.extension().string());
    std::vector<const ListFormat*> found;
    for (const ListFormat& format : list_formats())
        if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
            format.extensions.end())
            found.push_back(&format);
    return found;
}

/// The format that a list looks like; null: none.
const ListFormat* format_seen_in(const fs::path& file) {
    for (const ListFormat* format : formats_ending_like(file))
        if (format->looks_like(file))
            return format;
    return nullptr;
}

/// The format that a list looks like, else the usual one for its extension, whose reader says what
/// is wrong; null: it is no list.
const ListFormat* list_format_of(const fs::path& file) {
    const auto formats = formats_ending_like(file);
    const ListFormat* seen = format_seen_in(file);
    return seen != nullptr ? seen : formats.empty() ? nullptr : formats.back();
}

struct FolderContents {
    std::vector<fs::path> lists;  ///< directly in the folder, without projects
    std::vector<fs::path> projects;
    std::vector<fs::path> deeper_lists;  ///< these in its subfolders too
    std::vector<fs::path> asf;
    std::vector<fs::path> pts;
    std::vector<fs::path> ljson;
    std::vector<fs::path> labelme;
    std::vector<fs::path> pictures;
    std::vector<fs::path> videos;
    std::vector<fs::path> matlab;  ///< recipes read these
    std::vector<Problem> problems;
};

/// Lists lie in the folder itself, in "annotations" or beside the pictures of each part.
constexpr std::ptrdiff_t kDeepestList = 2;
/// Folders with more files that end like lists hold something else in them.
constexpr size_t kMostLists = 50;

void add_lists(const fs::path& folder, FolderContents& found) {
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        std::error_code ignored;
        if (is_hidden(entry->path()) || entry->is_directory(ignored))
            continue;
        const ListFormat* format =
            looks_like_labelme(entry->path()) ? nullptr : format_seen_in(entry->path());
        if (format == nullptr)
            continue;
        (format->format == DatasetFormat::Project ? found.projects : found.lists)
            .push_back(entry->path());
    }
    if (failed)
        throw Error("the folder cannot be read: " + failed.message(), {folder},
                    "check its permissions");
}

void add_files_below(const fs::path& folder, FolderContents& found, const CancelToken& cancel) {
    const auto depth = [](const fs::path& path) { return std::distance(path.begin(), path.end()); };
    const std::ptrdiff_t deepest = depth(folder) + 1 + kDeepestList;
    const auto add = [&](const fs::path& file) {
        const std::string extension = lower(file.extension().string());
        if (extension == ".asf")
            found.asf.push_back(file);
        else if (extension == ".pts")
            found.pts.push_back(file);
        else if (extension == ".ljson")
            found.ljson.push_back(file);
        else if (looks_like_labelme(file))
            found.labelme.push_back(file);
        else if (has_image_extension(file))
            found.pictures.push_back(file);
        else if (has_video_extension(file))
            found.videos.push_back(file);
        else if (const auto formats = formats_ending_like(file);
                 !formats.empty() && formats.back()->format != DatasetFormat::Project &&
                 depth(file) <= deepest)
            found.deeper_lists.push_back(file);
        else if (has_matlab_extension(file))
            found.matlab.push_back(file);
    };
    for (const fs::path& unread : walk_files(folder, add, cancel))
        found.problems.push_back({unread, 0, "this folder cannot be read", ""});
    for (auto* files : {&found.asf, &found.pts, &found.ljson, &found.labelme, &found.pictures,
                        &found.videos, &found.deeper_lists})
        *files = sorted(std::move(*files));
    if (const std::vector<fs::path> masks = take_masks(found.pictures); !masks.empty())
        found.problems.push_back(
            {masks.front(), 0,
             fmt::format("{} picture(s) are passed over: this one and others look by their names "
                         "like masks of photographs",
                         masks.size()),
             ""});
    if (found.deeper_lists.size() > kMostLists)
        found.deeper_lists.clear();
    std::erase_if(found.deeper_lists,
                  [](const fs::path& file) { return format_seen_in(file) == nullptr; });
}

std::string names_of(const std::vector<fs::path>& files, const fs::path& folder) {
    std::string names;
    for (const fs::path& file : files)
        names += (names.empty() ? "" : ", ") + file.lexically_proximate(folder).string();
    return names;
}

ReaderResult read_list(const fs::path& file, Dataset& dataset, const OpenOptions& options,
                       const CancelToken& cancel, const ProgressCallback& progress) {
    const ListFormat& format = *list_format_of(file);
    dataset.format = format.format;
    dataset.root = file.parent_path();
    return format.read(file, dataset, cancel, progress, options);
}

/// The part of its set that a list is about: its name says so, or its folder's.
std::string part_of_list(const fs::path& list) {
    const std::string part = part_in_name(list.stem().string());
    return part.empty() ? part_in_name(list.parent_path().filename().string()) : part;
}

/// Lists of one format that are the parts of one set; empty: they are something else.
std::vector<std::pair<fs::path, std::string>> lists_of_parts(const std::vector<fs::path>& lists) {
    std::vector<std::pair<fs::path, std::string>> parts;
    std::set<std::string> seen;
    for (const fs::path& list : lists) {
        const std::string part = part_of_list(list);
        if (part.empty() || !seen.insert(part).second ||
            list_format_of(list)->format != list_format_of(lists.front())->format)
            return {};
        parts.emplace_back(list, part);
    }
    return parts;
}

/// Joins lists of train, val and test to one set, in the order of training.
ReaderResult read_parts(std::vector<std::pair<fs::path, std::string>> parts, Dataset& dataset,
                        const OpenOptions& options, const CancelToken& cancel,
                        const ProgressCallback& progress) {
    const auto rank = [](const std::string& part) {
        return part == kTrainPart ? 0 : part == kValidationPart ? 1 : 2;
    };
    std::sort(parts.begin(), parts.end(),
              [&rank](const auto& a, const auto& b) { return rank(a.second) < rank(b.second); });
    const fs::path root = dataset.root;
    ReaderResult all;
    int most = 0;
    for (const auto& [list, part] : parts) {
        Dataset own = dataset;
        ReaderResult read = read_list(list, own, options, cancel, progress);
        const fs::path folder = list.parent_path();
        for (Sample& face : read.samples) {
            // Ids are relative to the folder that was opened.
            const std::string from = sample_id(folder, face.image);
            const std::string to = sample_id(root, face.image);
            if (face.id.starts_with(from))
                face.id = to + face.id.substr(from.size());
            face.person = person_of(to);
            if (part != kTrainPart)
                face.attributes.emplace(kSetPart, part);
        }
        if (static_cast<int>(read.samples.size()) > most) {
            most = static_cast<int>(read.samples.size());
            dataset.scheme = own.scheme;
        }
        dataset.format = own.format;
        std::move(read.samples.begin(), read.samples.end(), std::back_inserter(all.samples));
        std::move(read.problems.begin(), read.problems.end(), std::back_inserter(all.problems));
        all.lines.insert(read.lines.begin(), read.lines.end());
    }
    dataset.root = root;
    join_repeated_pictures(all.samples, root);
    return all;
}

struct MeantLists {
    /// The one, or those of the parts of one set. Empty: which one is meant cannot be seen.
    std::vector<std::pair<fs::path, std::string>> lists;
    std::vector<fs::path> passed_by;  ///< about something else, by their names
};

MeantLists meant_lists(std::vector<fs::path> lists) {
    MeantLists meant;
    // COCO's folders have captions and outlines beside the keypoints, dlib's lists of boxes.
    for (const char* subject : {"keypoints", "landmarks"}) {
        const auto others =
            std::stable_partition(lists.begin(), lists.end(), [subject](const fs::path& list) {
                return lower(list.filename().string()).find(subject) != std::string::npos;
            });
        if (others == lists.begin())
            continue;
        meant.passed_by.insert(meant.passed_by.end(), others, lists.end());
        lists.erase(others, lists.end());
    }
    if (lists.size() == 1)
        meant.lists = {{lists.front(), std::string()}};
    else
        meant.lists = lists_of_parts(lists);
    return meant;
}

ReaderResult read_lists(const MeantLists& meant, Dataset& dataset, const OpenOptions& options,
                        const CancelToken& cancel, const ProgressCallback& progress) {
    const fs::path folder = dataset.root;
    ReaderResult result =
        meant.lists.size() == 1
            ? read_list(meant.lists.front().first, dataset, options, cancel, progress)
            : read_parts(meant.lists, dataset, options, cancel, progress);
    if (!meant.passed_by.empty())
        result.problems.push_back({folder, 0,
                                   "not read, as the names of other lists say that they hold the "
                                   "points: " +
                                       names_of(meant.passed_by, folder),
                                   ""});
    return result;
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

/// Files of points that are of a video's frames are read where their frame was taken alone.
void leave_to_videos(const FoundVideos& videos, const VideoFrames& frames,
                     std::vector<fs::path>& files) {
    std::set<fs::path> passed(videos.unread.begin(), videos.unread.end());
    for (const AnnotatedVideo& video : videos.videos)
        for (const auto& [frame, points] : video.frames)
            if (!frames.pictures.contains(points))
                passed.insert(points);
    std::erase_if(files, [&passed](const fs::path& file) { return passed.contains(file); });
}

/// Files that hold the points of one picture each, and how they are called.
struct PointFiles {
    DatasetFormat format;
    const std::vector<fs::path>* files;
};

std::array<PointFiles, 4> kinds_of_point_files(const FolderContents& found) {
    return {PointFiles{DatasetFormat::Imm, &found.asf},
            {DatasetFormat::Pts, &found.pts},
            {DatasetFormat::Ljson, &found.ljson},
            {DatasetFormat::Labelme, &found.labelme}};
}

bool has_point_files(const FolderContents& found) {
    const auto kinds = kinds_of_point_files(found);
    return std::any_of(kinds.begin(), kinds.end(),
                       [](const PointFiles& kind) { return !kind.files->empty(); });
}

void tell_other_kinds(const fs::path& folder, const FolderContents& found, const PointFiles& read,
                      ReaderResult& result) {
    for (const PointFiles& kind : kinds_of_point_files(found))
        if (!kind.files->empty() && kind.files != read.files)
            result.problems.push_back(
                {folder, 0,
                 fmt::format("{} {} file(s) of points are not read, as most are {} files",
                             kind.files->size(), kind.files->front().extension().string(),
                             read.files->front().extension().string()),
                 ""});
}

/// Files of points of pictures, or of the frames of videos.
ReaderResult read_points_of_pictures(const PointFiles& kind, Dataset& dataset,
                                     const FolderContents& found, const OpenOptions& options,
                                     const CancelToken& cancel, const ProgressCallback& progress) {
    std::vector<fs::path> files = *kind.files;
    const FoundVideos videos =
        find_annotated_videos(dataset.root, files, found.videos, found.pictures);
    const VideoFrames frames =
        read_video_frames(dataset.root, videos.videos, options, cancel, progress);
    leave_to_videos(videos, frames, files);
    ReaderResult result;
    if (kind.format == DatasetFormat::Imm)
        result = read_imm(dataset.root, files, cancel, progress, frames.pictures);
    else if (kind.format == DatasetFormat::Pts)
        result =
            read_pts(dataset.root, files, options.first_pixel(), cancel, progress, frames.pictures);
    else
        result = read_ljson(dataset.root, files, cancel, progress, frames.pictures);
    for (const auto* problems : {&frames.problems, &videos.problems})
        result.problems.insert(result.problems.end(), problems->begin(), problems->end());
    if (videos.videos.empty())
        return result;
    dataset.format = DatasetFormat::Video;
    if (result.samples.empty())
        throw Error("no frame of the video(s) here can be used; the first problem: " +
                        result.problems.front().message,
                    {result.problems.front().file, result.problems.front().line});
    return result;
}

/// The kind of which there are most is read; the others are named.
ReaderResult read_point_files(Dataset& dataset, const FolderContents& found,
                              const OpenOptions& options, const CancelToken& cancel,
                              const ProgressCallback& progress) {
    const auto kinds = kinds_of_point_files(found);
    const PointFiles& kind = *std::max_element(
        kinds.begin(), kinds.end(),
        [](const PointFiles& a, const PointFiles& b) { return a.files->size() < b.files->size(); });
    dataset.format = kind.format;
    ReaderResult result =
        kind.format == DatasetFormat::Labelme
            ? read_labelme(*kind.files, dataset, options, cancel, progress)
            : read_points_of_pictures(kind, dataset, found, options, cancel, progress);
    tell_other_kinds(dataset.root, found, kind, result);
    add_unmarked(dataset, found.pictures, result);
    return result;
}

/// No recipe sees what cannot be opened.
void add_damaged(const std::vector<fs::path>& matlab, ReaderResult& result) {
    constexpr size_t looked_at = 20;
    for (size_t i = 0; i < std::min(matlab.size(), looked_at); ++i) {
        try {
            const MatlabFile file(matlab[i]);
        } catch (const Error& error) {
            result.problems.push_back(left_out(error, matlab[i]));
        }
    }
}

ReaderResult read_folder(Dataset& dataset, const OpenOptions& options, const CancelToken& cancel,
                         const ProgressCallback& progress) {
    FolderContents found;
    add_lists(dataset.root, found);
    if (const MeantLists meant = meant_lists(sorted(found.lists)); !meant.lists.empty())
        return read_lists(meant, dataset, options, cancel, progress);
    add_files_below(dataset.root, found, cancel);
    ReaderResult result;
    result.problems = found.problems;
    const auto several = [&dataset](const std::vector<fs::path>& lists, const char* what) {
        return Error(fmt::format("this folder holds several {}: {}", what,
                                 names_of(sorted(lists), dataset.root)),
                     {dataset.root}, "open one of them");
    };
    const MeantLists deeper = meant_lists(found.deeper_lists);
    if (has_point_files(found)) {
        ReaderResult read = read_point_files(dataset, found, options, cancel, progress);
        read.problems.insert(read.problems.end(), found.problems.begin(), found.problems.end());
        // Files of points without their pictures are beside the point where there are lists.
        if (usual_point_count(read.samples) > 0 || found.deeper_lists.empty())
            return read;
    }
    if (found.lists.size() > 1)
        throw several(found.lists, "lists");
    if (found.projects.size() == 1)
        return read_list(found.projects.front(), dataset, options, cancel, progress);
    if (found.projects.size() > 1)
        throw several(found.projects, "projects");
    if (!deeper.lists.empty()) {
        ReaderResult read = read_lists(deeper, dataset, options, cancel, progress);
        read.problems.insert(read.problems.end(), found.problems.begin(), found.problems.end());
        return read;
    }
    if (!found.deeper_lists.empty())
        throw several(found.deeper_lists, "lists");
    if (const auto layout = options.pictures_only ? std::nullopt : yolo_layout(found.pictures)) {
        dataset.format = DatasetFormat::YoloLabels;
        ReaderResult read = read_yolo_labels(*layout, found.pictures, dataset, cancel, progress);
        read.problems.insert(read.problems.end(), found.problems.begin(), found.problems.end());
        return read;
    }
    dataset.format = DatasetFormat::Pictures;
    add_damaged(sorted(found.matlab), result);
    add_unmarked(dataset, found.pictures, result);
    return result;
}

ReaderResult read_file_of_faces(Dataset& dataset, const OpenOptions& options,
                                const CancelToken& cancel, const ProgressCallback& progress) {
    const std::string extension = lower(dataset.source.extension().string());
    if (extension == ".asf" || extension == ".pts" || extension == ".ljson")
        throw Error("this file holds the points of one face only", {dataset.source},
                    "open the folder it lies in");
    if (looks_like_labelme(dataset.source))
        throw Error("this file of labelme is of one picture only", {dataset.source},
                    "open the folder it lies in");
    if (list_format_of(dataset.source) == nullptr)
        throw Error("this is not a data set", {dataset.source}, kLookedFor);
    return read_list(dataset.source, dataset, options, cancel, progress);
}

/// Faces of another number of points than the scheme has are left out: each named, or, where they
/// are many, all of a number at once.
void leave_out_other_counts(Dataset& dataset) {
    constexpr size_t kMostNamed = 20;
    const int count = dataset.scheme.size();
    std::vector<Sample> kept;
    std::map<int, std::vector<Sample>> others;
    size_t all = 0;
    for (Sample& sample : dataset.samples) {
        const int points = sample.points_in_image.size();
        if (points == 0 || points == count) {
            kept.push_back(std::move(sample));
        } else {
            others[points].push_back(std::move(sample));
            ++all;
        }
    }
    dataset.samples = std::move(kept);
    for (const auto& [points, faces] : others) {
        const std::string why =
            fmt::format("{} points, but most of the data set have {}", points, count);
        if (all <= kMostNamed)
            for (const Sample& face : faces)
                dataset.problems.push_back({face.image, 0, "this face has " + why, face.id, {}, 1});
        else
            dataset.problems.push_back({dataset.source,
                                        0,
                                        fmt::format("{} faces have {}; the first is {}",
                                                    faces.size(), why, faces.front().id),
                                        "",
                                        {},
                                        static_cast<int>(faces.size())});
    }
}

/// Whether a file is a list that one of the readers knows.
bool is_known_list(const fs::path& file) {
    const std::string extension = lower(file.extension().string());
    if (extension == ".asf" || extension == ".pts" || extension == ".ljson")
        return true;  // of one face; it says so
    const ListFormat* format = list_format_of(file);
    return format != nullptr && (format->format != DatasetFormat::Csv || format->looks_like(file));
}

bool has_points(const ReaderResult& read) {
    return std::any_of(read.samples.begin(), read.samples.end(),
                       [](const Sample& face) { return !face.points_in_image.empty(); });
}

ReaderResult read_by(const Recipe& recipe, const RecipeFiles& files, Dataset& dataset,
                     const CancelToken& cancel, const ProgressCallback& progress) {
    ReaderResult read = read_recipe_data(recipe, files, dataset, cancel, progress);
    if (recipe.layout == RecipeLayout::FilePerFace && !files.survey.is_file)
        add_unmarked(dataset, files.survey.pictures(), read);
    return read;
}

ReaderResult read_known(Dataset& dataset, const OpenOptions& options, bool is_folder,
                        const CancelToken& cancel, const ProgressCallback& progress) {
    return is_folder ? read_folder(dataset, options, cancel, progress)
                     : read_file_of_faces(dataset, options, cancel, progress);
}

/// What the readers make of the data; and where that is no face with points, what a recipe makes
/// of it.
ReaderResult read_any(Dataset& dataset, const OpenOptions& options, bool is_folder,
                      const CancelToken& cancel, const ProgressCallback& progress) {
    std::optional<ReaderResult> read;
    std::optional<Error> failure;
    const Dataset untouched = dataset;
    if (!options.recipe && (is_folder || is_known_list(dataset.source))) {
        try {
            read = read_known(dataset, options, is_folder, cancel, progress);
        } catch (const Error& error) {
            failure = error;
        }
        const bool is_list =
            read && dataset.format != DatasetFormat::Pictures && read->problems.empty();
        if (read &&
            (has_points(*read) || is_list || (options.pictures_only && !read->samples.empty())))
            return std::move(*read);
    }
    const RecipeFiles files(survey_data(dataset.source, cancel), options.pictures, cancel);
    Dataset fresh = untouched;
    const std::optional<Recipe> recipe =
        options.recipe ? options.recipe : clear_recipe(files, cancel);
    if (recipe) {
        ReaderResult by_recipe = read_by(*recipe, files, fresh, cancel, progress);
        dataset = std::move(fresh);
        return by_recipe;
    }
    if (failure)
        throw Error(*failure);
    const bool no_numbers = files.survey.numbers().empty();
    if (read && read->samples.empty() && read->problems.empty() && no_numbers)
        throw Error("there are no faces in this folder", {dataset.root}, kLookedFor);
    if (read && (dataset.format != DatasetFormat::Pictures || no_numbers))
        return std::move(*read);
    const std::vector<RecipeSuggestion> suggestions = suggest_recipes(files, cancel);
    if (read && !read->samples.empty() && !may_hold_points(suggestions))
        return std::move(*read);
    if (suggestions.empty() && !is_folder)
        throw Error("this is not a data set", {dataset.source}, kLookedFor);
    throw unknown_layout(files, suggestions);
}

/// Others hold coordinates alone.
bool says_scheme(DatasetFormat format) {
    switch (format) {
        case DatasetFormat::Imm:
        case DatasetFormat::Pts:
        case DatasetFormat::DlibXml:
        case DatasetFormat::Csv:
        case DatasetFormat::Ljson:
        case DatasetFormat::Pictures:
            return false;
        default:
            return true;
    }
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
    } else if (count > 0 && (dataset.scheme.size() != count || !says_scheme(dataset.format))) {
        SchemeChoice choice = choose_scheme(dataset.samples, count, dataset.name);
        dataset.scheme = std::move(choice.scheme);
        if (!choice.remark.empty())
            dataset.problems.push_back({dataset.source, 0, std::move(choice.remark), ""});
        if (dataset.scheme.lines.empty() && lines.contains(count))
            dataset.scheme.lines = lines.at(count);
    }
    leave_out_other_counts(dataset);
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
                                  : "this folder holds several lists: " +
                                        names_of(sorted(lists), dataset.source),
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
    if (!is_folder)
        require_regular_file(dataset.source);
    dataset.root = is_folder ? dataset.source : dataset.source.parent_path();
    const auto settled = settle_replacements(dataset.source);
    dataset.opening = opening_text(options);
    dataset.name = (is_folder ? dataset.source.filename() : dataset.source.stem()).string();
    const CancelScope scope(cancel);
    ReaderResult read = read_any(dataset, options, is_folder, cancel, progress);
    dataset.samples = std::move(read.samples);
    dataset.problems.insert(dataset.problems.end(), read.problems.begin(), read.problems.end());
    if (settled)
        dataset.problems.push_back({dataset.source, 0, *settled, ""});
    settle_face_ids(dataset.samples, dataset.root);
    cancel.throw_if_cancelled();
    settle_scheme(dataset, options, read.lines);
    cancel.throw_if_cancelled();
    join_repetitions(dataset.samples);
    cancel.throw_if_cancelled();
    if (const std::string text = outside_text(pictures_outside(dataset)); !text.empty())
        dataset.problems.push_back(
            {dataset.source, 0, text + "; they are shown, and copied only on request", ""});
    dataset.problems = shortened(std::move(dataset.problems));
    return dataset;
}

}  // namespace rudolph

#include "core/formats/write_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "core/base/file.h"
#include "core/base/is_below.h"
#include "core/base/parallel.h"
#include "core/base/staged_files.h"
#include "core/base/text.h"
#include "core/dataset/face_ids.h"
#include "core/formats/outside.h"
#include "core/formats/recipe_reader.h"
#include "core/formats/writing.h"
#include "core/image/decode.h"
#include "core/image/private_data.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Where the files go.
struct Target {
    fs::path folder;
    fs::path list;  ///< empty for formats with a file per picture
};

Target target_of(const WriteRequest& request, const FormatInfo& info) {
    if (request.destination.empty())
        throw Error("no destination is named", {}, "name a folder or a file");
    std::error_code failed;
    fs::path place = fs::absolute(request.destination).lexically_normal();
    if (!place.has_filename())
        place = place.parent_path();
    const std::string extension = lower(place.extension().string());
    const bool is_folder = fs::is_directory(place, failed);
    const bool is_list = !is_folder && (extension == info.extension ||
                                        (info.extension == ".yaml" && extension == ".yml"));
    if (info.layout == FormatLayout::OneFile && is_list)
        return {place.parent_path(), place};
    static constexpr std::array kLists = {".xml", ".csv", ".json", ".yaml", ".yml", ".rudolph"};
    const bool is_other_list = std::find(kLists.begin(), kLists.end(), extension) != kLists.end();
    if (!is_folder && (is_other_list || fs::exists(place, failed)))
        throw Error(
            fmt::format("{} is written to {}, and this is not one", info.title,
                        info.layout == FormatLayout::OneFile
                            ? fmt::format("a file that ends in {}, or a folder", info.extension)
                            : "a folder"),
            {request.destination}, "choose another destination");
    return {place, info.layout == FormatLayout::OneFile ? place / info.list_name : fs::path()};
}

/// Pictures that were made of a set's own files (frames of its videos, pixels in its table) are
/// kept in a hidden folder under names of no meaning: they go where their ids say,
/// "001/annot/000012". Empty: it is another picture.
fs::path name_by_id(const Sample& face, const fs::path& root) {
    if (is_below(face.image, root) || !is_below(face.image, recipe_pictures_folder()))
        return {};
    const fs::path name =
        fs::path(picture_id_of(face, root) + face.image.extension().string()).lexically_normal();
    return name.is_relative() && *name.begin() != ".." ? name : fs::path();
}

/// The folder that relative names are relative to: the data set's, where all pictures lie in it.
fs::path common_folder(const Dataset& dataset) {
    fs::path folder = dataset.root;
    for (const Sample& face : dataset.samples)
        while (!is_below(face.image, folder) && folder.has_relative_path() &&
               name_by_id(face, dataset.root).empty())
            folder = folder.parent_path();
    return folder;
}

/// A picture that goes somewhere.
struct Move {
    fs::path from;
    fs::path to;
};

/// Names the places where the pictures will lie, and tells which of them are to be moved.
std::vector<Move> place_pictures(Dataset& dataset, const WriteRequest& request,
                                 const Target& target) {
    std::vector<Move> moves;
    const bool refer = request.pictures == PictureHandling::Refer;
    if (refer && request.format == DatasetFormat::Yolo)
        for (const Sample& face : dataset.samples)
            if (!is_below(face.image, target.folder))
                throw Error("YOLO looks for labels beside the pictures, and these stay elsewhere",
                            {face.image}, "copy or link the pictures");
    if (refer && !target.list.empty())
        return moves;
    const fs::path base = common_folder(dataset);
    fs::path last_from;
    fs::path last_to;
    for (Sample& face : dataset.samples) {
        if (face.image != last_from) {
            last_from = face.image;
            const fs::path name = name_by_id(face, dataset.root);
            last_to = (target.folder / (name.empty() ? face.image.lexically_relative(base) : name))
                          .lexically_normal();
            if (!refer)
                moves.push_back({last_from, last_to});
        }
        face.image = last_to;
    }
    dataset.root = target.folder;
    return moves;
}

/// The bytes that a copy of a picture gets; empty: the same.
std::optional<std::string> cleaned(const fs::path& picture, const WriteRequest& request) {
    if (request.pictures != PictureHandling::Copy || request.keep_private_data)
        return std::nullopt;
    const std::string bytes = read_file(picture);
    auto clean = without_private_data(bytes);
    if (request.copied != nullptr && !clean)
        request.copied->not_cleaned.push_back(picture);
    if (!clean || *clean == bytes)
        return std::nullopt;
    if (request.copied != nullptr)
        ++request.copied->cleaned;
    return clean;
}

/// Whether a picture has been copied here before, as it is or without its private data.
bool is_copy(const fs::path& picture, const fs::path& copy) {
    const std::string bytes = read_file(picture);
    const std::string there = read_file(copy);
    return there == bytes || there == without_private_data(bytes);
}

/// Leaves out the pictures that are in their place. One that is another picture is never replaced.
void drop_done_moves(std::vector<Move>& moves) {
    std::erase_if(moves, [](const Move& move) {
        std::error_code failed;
        if (!fs::exists(move.from, failed))
            throw Error("this picture is missing, and cannot go with its points", {move.from},
                        "let the pictures stay where they are, or put it back");
        if (!fs::exists(fs::symlink_status(move.to, failed)))
            return false;
        if (fs::equivalent(move.from, move.to, failed) ||
            (fs::is_regular_file(move.to, failed) && is_copy(move.from, move.to)))
            return true;
        throw Error("another picture has this name already", {move.to}, "choose an empty folder");
    });
}

/// Files of points of pictures that have none now, and would be read with them.
std::vector<fs::path> stale_files(const std::vector<fs::path>& pictures, const FormatInfo& info,
                                  const std::vector<OutputFile>& files) {
    std::vector<fs::path> stale;
    if (info.layout != FormatLayout::FilePerPicture)
        return stale;
    std::set<fs::path> written;
    for (const OutputFile& file : files)
        written.insert(file.path);
    std::error_code failed;
    for (const fs::path& picture : pictures) {
        for (const fs::path& points : {fs::path(picture).replace_extension(info.extension),
                                       fs::path(picture.native() + info.extension)})
            if (written.insert(points).second && fs::exists(points, failed))
                stale.push_back(points);
    }
    return stale;
}

void refuse_to_overwrite(const std::vector<OutputFile>& files, const std::vector<fs::path>& stale) {
    size_t there = stale.size();
    fs::path first = stale.empty() ? fs::path() : stale.front();
    for (const OutputFile& file : files) {
        std::error_code failed;
        if (!fs::exists(fs::symlink_status(file.path, failed)))
            continue;
        if (there++ == 0)
            first = file.path;
    }
    if (there == 0)
        return;
    throw Error(there == 1 ? std::string("this file is there already")
                           : fmt::format("this file and {} more are there already", there - 1),
                {first}, "choose another destination, or say that they may be written over");
}

/// A list must not take along what it likes.
void refuse_what_may_not_be_copied(const Dataset& dataset, const WriteRequest& request) {
    if (request.pictures != PictureHandling::Copy)
        return;
    if (const auto outside = pictures_outside(dataset, request.folders);
        !request.follow_outside && !outside.empty())
        throw Error(outside_text(outside) + ", and is not copied unasked", {dataset.source},
                    "let the pictures stay where they are, or say that those outside go along "
                    "(--follow-outside)");
    Dataset copy;
    copy.samples = dataset.samples;
    if (const auto others = leave_out_no_pictures(copy); !others.empty())
        throw Error("this is no picture, and is not copied", {others.front()},
                    "leave its faces out");
}

/// What of a data set goes into a format.
Dataset dataset_to_write(const Dataset& dataset, DatasetFormat format,
                         const FormatOptions& options) {
    if (dataset.samples.empty())
        throw Error("there are no pictures to write", {dataset.source});
    require_sound_points(dataset.samples);
    Dataset written = dataset;
    take_unannotated(written, format, options);
    if (written.samples.empty())
        throw Error("nothing is annotated on any picture", {dataset.source},
                    "annotate some, or keep them as pictures without a face");
    return written;
}

/// Two pictures that differ in their extension only would share one file of points.
void refuse_shared_files(const std::vector<OutputFile>& files) {
    std::set<fs::path> seen;
    for (const OutputFile& file : files)
        if (!seen.insert(file.path).second)
            throw Error("two pictures would share this file of points", {file.path},
                        "rename one of them, or choose a format of one file");
}

}  // namespace

void find_image_sizes(std::vector<Sample>& samples, const CancelToken& cancel,
                      const ProgressCallback& progress) {
    std::vector<Sample*> first_faces;
    std::unordered_map<std::string, Sample*> first_of;
    for (Sample& face : samples)
        if (first_of.emplace(face.image.native(), &face).second)
            first_faces.push_back(&face);
    parallel_for(
        static_cast<int>(first_faces.size()),
        [&first_faces](int i) {
            Sample& face = *first_faces[static_cast<size_t>(i)];
            std::error_code failed;
            if (face.image_size.area() <= 0 || fs::exists(face.image, failed))
                face.image_size = picture_size(face.image).upright;
        },
        cancel, progress);
    for (Sample& face : samples)
        face.image_size = first_of.at(face.image.native())->image_size;
}

void require_sound_points(const std::vector<Sample>& samples) {
    for (const Sample& face : samples)
        for (const Point& point : face.points_in_image.points) {
            try {
                checked_point(point.x, point.y, {});
            } catch (const Error& error) {
                throw Error("face " + face.id + ": " + error.message(), {face.image},
                            "put the point into the picture");
            }
        }
}

bool is_whole_in_one_file(DatasetFormat format) {
    // YOLO's says where the pictures are, beside which their labels lie.
    return format_info(format).layout == FormatLayout::OneFile && format != DatasetFormat::Yolo;
}

std::string text_of_list(const Dataset& dataset, DatasetFormat format, const FormatOptions& options,
                         const fs::path& list, const CancelToken& cancel,
                         const ProgressCallback& progress) {
    Dataset written = dataset_to_write(dataset, format, options);
    if (format_info(format).needs_image_size)
        find_image_sizes(written.samples, cancel, progress);
    cancel.throw_if_cancelled();
    const FormatWriter& writer = writer_of(format);
    std::vector<OutputFile> files =
        writer.print(writer.held(std::move(written), options), fs::absolute(list), options);
    if (files.size() != 1)
        throw Error("this format is several files", {list}, "choose another one");
    return std::move(files.front().bytes);
}

fs::path write_dataset(const Dataset& dataset, const WriteRequest& request,
                       const CancelToken& cancel, const ProgressCallback& progress) {
    const FormatInfo& info = format_info(request.format);
    const Target target = target_of(request, info);
    Dataset placed = dataset_to_write(dataset, request.format, request.options);
    refuse_what_may_not_be_copied(placed, request);
    if (info.needs_image_size)
        find_image_sizes(placed.samples, cancel, progress);
    std::vector<Move> moves = place_pictures(placed, request, target);
    drop_done_moves(moves);
    const FormatWriter& writer = writer_of(request.format);
    std::vector<fs::path> pictures;
    for (const Sample& face : placed.samples)
        if (pictures.empty() || pictures.back() != face.image)
            pictures.push_back(face.image);
    cancel.throw_if_cancelled();
    const std::vector<OutputFile> files =
        writer.print(writer.held(std::move(placed), request.options),
                     target.list.empty() ? target.folder : target.list, request.options);
    const std::vector<fs::path> stale = stale_files(pictures, info, files);
    refuse_shared_files(files);
    if (!request.overwrite)
        refuse_to_overwrite(files, stale);

    StagedFiles staged;
    const auto total = static_cast<std::int64_t>(files.size() + moves.size());
    std::int64_t done = 0;
    const auto step = [&] {
        if (progress)
            progress({++done, total});
        cancel.throw_if_cancelled();
    };
    cancel.throw_if_cancelled();
    for (const Move& move : moves) {
        if (request.pictures != PictureHandling::Copy)
            staged.link(move.from, move.to);
        else if (const auto bytes = cleaned(move.from, request))
            staged.write(move.to, *bytes);
        else
            staged.copy(move.from, move.to);
        step();
    }
    for (const OutputFile& file : files) {
        staged.write(file.path, file.bytes);
        step();
    }
    for (const fs::path& file : stale)
        staged.remove(file);
    staged.commit();
    return target.list.empty() ? target.folder : target.list;
}

}  // namespace rudolph

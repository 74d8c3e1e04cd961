#include "core/formats/save_in_place.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/staged_files.h"
#include "core/base/text.h"
#include "core/formats/open_dataset.h"
#include "core/formats/writing.h"
#include "core/formats/yolo.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

using PathSet = std::unordered_set<std::string>;

PathSet set_of(const std::vector<fs::path>& paths) {
    PathSet set;
    for (const fs::path& path : paths)
        set.insert(path.native());
    return set;
}

/// The faces of some pictures.
Dataset part_of(const Dataset& dataset, const PathSet& pictures) {
    Dataset part;
    part.root = dataset.root;
    part.source = dataset.source;
    part.format = dataset.format;
    part.scheme = dataset.scheme;
    for (const Sample& face : dataset.samples)
        if (pictures.contains(face.image.native()))
            part.samples.push_back(face);
    return part;
}

/// The file that a reader finds the points of a picture in: the one that is there, however its
/// extension is written, else the usual one.
fs::path points_file(const fs::path& picture, const FormatInfo& info, FolderCache& folders) {
    fs::path usual = fs::path(picture).replace_extension(info.extension);
    std::string capitals = info.extension;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const fs::path whole = picture.native() + info.extension;
    const fs::path folder = picture.parent_path();
    const std::string stem = picture.stem().string();
    // Of pictures that differ in their extension alone, the plain name is that of the first.
    const bool is_shared = folders.pictures_of_stem(folder, stem) > 1;
    const bool has_plain = !is_shared || folders.picture(folder, stem) == picture;
    for (const fs::path& other : {usual, fs::path(picture).replace_extension(capitals)})
        if (has_plain && folders.has_file(other))
            return other;
    return is_shared || folders.has_file(whole) ? whole : usual;
}

/// A YOLO set's .yaml stays as it is where it says the same of the points.
bool writes_list(const Dataset& dataset, const fs::path& list) {
    return dataset.format != DatasetFormat::Yolo || !yolo_set_fits(list, dataset.scheme);
}

struct Changes {
    std::vector<OutputFile> files;
    std::vector<fs::path> removed;
};

Changes changes_of_lists(const Dataset& dataset, const std::vector<fs::path>& changed,
                         const FormatOptions& options) {
    const fs::path list = list_of(dataset);
    const FormatWriter& writer = writer_of(dataset.format);
    if (writes_list(dataset, list))
        return {writer.print(writer.held(dataset, options), list, options), {}};
    Changes changes;
    changes.files =
        writer.print(writer.held(part_of(dataset, set_of(changed)), options), list, options);
    std::erase_if(changes.files, [&list](const OutputFile& file) { return file.path == list; });
    return changes;
}

Changes changes_of_pictures(const Dataset& dataset, const std::vector<fs::path>& changed,
                            const FormatOptions& options) {
    const FormatInfo& info = format_info(dataset.format);
    Dataset part = part_of(dataset, set_of(changed));
    if (info.needs_image_size)
        find_image_sizes(part.samples, {}, {});
    const auto shared = pictures_of_shared_stems(part);
    const FormatWriter& writer = writer_of(dataset.format);
    Changes changes{writer.print(writer.held(std::move(part), options), dataset.root, options), {}};
    FolderCache folders;
    std::map<fs::path, fs::path> place_of;
    for (const fs::path& picture : changed)
        place_of.emplace(points_file_name(picture, info.extension, shared),
                         points_file(picture, info, folders));
    for (OutputFile& file : changes.files) {
        const auto place = place_of.extract(file.path);
        file.path = place.mapped();
    }
    for (const auto& [usual, place] : place_of)
        changes.removed.push_back(place);
    return changes;
}

std::vector<fs::path> changed_by_others(const std::vector<fs::path>& files,
                                        const FileStamps& stamps) {
    std::vector<fs::path> found;
    for (const fs::path& file : files) {
        const auto known = stamps.find(file);
        if (file_stamp(file) != (known == stamps.end() ? std::nullopt : known->second))
            found.push_back(file);
    }
    return found;
}

}  // namespace

std::vector<fs::path> files_in_place(const Dataset& dataset, const std::vector<fs::path>& changed) {
    const FormatInfo& info = format_info(dataset.format);
    std::vector<fs::path> files;
    if (info.layout == FormatLayout::FilePerPicture) {
        FolderCache folders;
        for (const fs::path& picture : changed)
            files.push_back(points_file(picture, info, folders));
        return files;
    }
    const fs::path list = list_of(dataset);
    files.push_back(list);
    if (dataset.format != DatasetFormat::Yolo)
        return files;
    if (!writes_list(dataset, list)) {
        files.clear();
        for (const fs::path& picture : changed)
            files.push_back(yolo_label_file(picture));
        return files;
    }
    for (const Sample& face : dataset.samples)
        files.push_back(yolo_label_file(face.image));
    return files;
}

std::vector<fs::path> save_in_place(const Dataset& dataset, const std::vector<fs::path>& changed,
                                    const FormatOptions& options, FileStamps& stamps,
                                    bool overwrite, const CancelToken& cancel,
                                    const ProgressCallback& progress) {
    const FormatInfo& info = format_info(dataset.format);
    require_sound_points(dataset.samples);
    const std::vector<fs::path> files = files_in_place(dataset, changed);
    if (!overwrite)
        if (auto others = changed_by_others(files, stamps); !others.empty())
            return others;
    cancel.throw_if_cancelled();
    const Changes changes = info.layout == FormatLayout::OneFile
                                ? changes_of_lists(dataset, changed, options)
                                : changes_of_pictures(dataset, changed, options);
    StagedFiles staged;
    std::int64_t done = 0;
    for (const OutputFile& file : changes.files) {
        cancel.throw_if_cancelled();
        staged.write(file.path, file.bytes);
        if (progress)
            progress({++done, static_cast<std::int64_t>(changes.files.size())});
    }
    for (const fs::path& file : changes.removed)
        staged.remove(file);
    cancel.throw_if_cancelled();
    // Staging takes its time: look once more.
    if (!overwrite)
        if (auto others = changed_by_others(files, stamps); !others.empty())
            return others;
    staged.commit();
    for (const fs::path& file : files)
        stamps[file] = file_stamp(file);
    return {};
}

}  // namespace rudolph

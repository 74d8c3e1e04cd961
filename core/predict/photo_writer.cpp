#include "core/predict/photo_writer.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"
#include "core/predict/photo_draw.h"
#include "core/predict/read_video_faces.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

void require_free_name(const fs::path& file) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(file, failed)))
        throw Error("this file is there already", {file},
                    "choose another folder, or allow that files are written over");
}

/// Photographs of several folders may have the same name.
std::string drawn_name(const fs::path& photo, std::set<std::string>& used) {
    static const std::set<std::string> lossy = {".jpg",  ".jpeg", ".heic",
                                                ".heif", ".webp", ".avif"};
    const std::string ending = has_video_extension(photo)                          ? ".mp4"
                               : lossy.contains(lower(photo.extension().string())) ? ".jpg"
                                                                                   : ".png";
    std::string name = photo.stem().string() + ending;
    for (int i = 2; !used.insert(name).second; ++i)
        name = photo.stem().string() + "-" + std::to_string(i) + ending;
    return name;
}

/// Removes the folder when it is empty at the end, as after a cancel, and was not there before.
class FolderThatMustNotStayEmpty {
public:
    explicit FolderThatMustNotStayEmpty(fs::path folder)
        : folder_(!folder.empty() && !fs::exists(folder) ? std::move(folder) : fs::path()) {}
    FolderThatMustNotStayEmpty(const FolderThatMustNotStayEmpty&) = delete;
    FolderThatMustNotStayEmpty& operator=(const FolderThatMustNotStayEmpty&) = delete;
    ~FolderThatMustNotStayEmpty() {
        std::error_code of_no_matter;
        if (!folder_.empty())
            fs::remove(folder_, of_no_matter);  // does nothing where there is something in it
    }

private:
    fs::path folder_;
};

/// The faces of every frame into tables, and the frames with their points into `drawn`; empty: no
/// such video is wanted.
void save_video(const VideosToSave& videos, const fs::path& file, const fs::path& drawn,
                PhotoWriter& writer, const PhotoModel& model, const CancelToken& cancel,
                const std::function<void(std::int64_t frames, std::int64_t of)>& passed) {
    const auto video = videos.open(file);
    const VideoInfo info = video->info();
    std::unique_ptr<VideoWriter> drawing;
    if (!drawn.empty()) {
        create_folder(drawn.parent_path());
        drawing = videos.create(drawn, info.size, info.frames_per_second);
    }
    std::int64_t frames = 0;
    const auto each = [&](const PhotoResult& result, cv::Mat& bgr) {
        writer.add(result);
        if (drawing) {
            draw_photo_faces(bgr, result.faces, model.scheme);
            drawing->write(bgr);
        }
        passed(++frames, info.frames);
    };
    read_video_faces(*video, file, *videos.detector, *videos.predictor, each, cancel);
    if (drawing)
        drawing->finish();
}

}  // namespace

PhotoWriter::PhotoWriter(PhotoFiles files, PhotoModel model)
    : files_(std::move(files)), model_(std::move(model)) {
    create_folder(files_.folder);
    const auto begin = [this](const std::string& name) -> std::unique_ptr<GrowingFile> {
        if (name.empty())
            return nullptr;
        if (!files_.overwrite_tables)
            require_free_name(files_.folder / name);
        return std::make_unique<GrowingFile>(files_.folder / name);
    };
    table_ = begin(files_.table);
    json_ = begin(files_.json);
    if (table_)
        table_->append(photo_csv_header(model_.scheme, files_.with_frames));
    if (files_.with_frames && !files_.formats.empty())
        notes_.emplace_back("frames of videos go into csv and jsonl only");
}

void PhotoWriter::require_free(const std::vector<fs::path>& outputs) const {
    if (files_.overwrite)
        return;
    for (const DatasetFormat format : files_.formats) {
        const FormatInfo& info = format_info(format);
        if (info.layout == FormatLayout::OneFile)
            require_free_name(place_of_formats() / info.list_name);
        else
            for (const fs::path& output : outputs)
                require_free_name((place_of_formats() / output).string() + info.extension);
    }
}

void PhotoWriter::add(const PhotoResult& result, const fs::path& output) {
    if (table_)
        table_->append(photo_csv_rows(result, model_.scheme, files_.with_frames));
    if (json_)
        json_->append(
            photo_json(result, model_).dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
    if (files_.formats.empty() || result.frame || result.failed())
        return;
    results_.push_back(result);
    outputs_.push_back(output);
}

void PhotoWriter::write(const FormatInfo& format, std::vector<fs::path>& written,
                        const CancelToken& cancel) {
    if (format.lists_negatives &&
        std::all_of(results_.begin(), results_.end(),
                    [](const PhotoResult& result) { return result.faces.empty(); })) {
        notes_.push_back("no face was found, so nothing is written as " + format.title);
        return;
    }
    const bool project = format.format == DatasetFormat::Project;
    Dataset dataset =
        photo_dataset(results_, model_, project ? PhotoPoints::AsProposals : PhotoPoints::AsPoints);
    for (const Loss& loss : losses(dataset, format.format, {}, cancel))
        notes_.push_back(loss.message);
    if (format.layout == FormatLayout::FilePerPicture && !outputs_.front().empty()) {
        // In the folder, called as they are to be, wherever the photographs are.
        dataset.root = fs::absolute(place_of_formats());
        std::map<fs::path, fs::path> names;
        for (size_t i = 0; i < results_.size(); ++i)
            names.emplace(fs::absolute(results_[i].file).lexically_normal(), outputs_[i]);
        for (Sample& face : dataset.samples)
            face.image =
                (dataset.root / names.at(face.image)).string() + face.image.extension().string();
    }
    WriteRequest request;
    request.format = format.format;
    request.destination = place_of_formats();
    // YOLO's labels are looked for beside the pictures.
    request.pictures =
        format.format == DatasetFormat::Yolo ? PictureHandling::Link : PictureHandling::Refer;
    request.overwrite = files_.overwrite;
    written.push_back(write_dataset(dataset, request, cancel));
}

std::vector<fs::path> PhotoWriter::finish(const CancelToken& cancel) {
    std::vector<fs::path> written;
    for (GrowingFile* file : {table_.get(), json_.get()})
        if (file != nullptr) {
            file->commit();
            written.push_back(file->path());
        }
    if (!results_.empty())
        for (const DatasetFormat format : files_.formats)
            write(format_info(format), written, cancel);
    return written;
}

SavedPhotos save_photos(const std::vector<PhotoResult>& photos, const PhotoModel& model,
                        const PhotoFiles& files, const CancelToken& cancel,
                        const ProgressCallback& progress, const VideosToSave& videos) {
    cancel.throw_if_cancelled();
    PhotoWriter writer(files, model);
    SavedPhotos saved;
    std::set<std::string> used;
    std::int64_t done = 0;
    // How many frames a video has is known only when it begins.
    constexpr std::int64_t kStepsOfVideo = 1000;
    const auto total = std::ssize(photos) + kStepsOfVideo * std::ssize(videos.files) + 1;
    const FolderThatMustNotStayEmpty drawn(files.drawn_in.empty() ? fs::path()
                                                                  : files.folder / files.drawn_in);
    std::vector<fs::path> drawn_videos;
    for (const fs::path& video : videos.files) {
        drawn_videos.push_back(files.drawn_in.empty()
                                   ? fs::path()
                                   : files.folder / files.drawn_in / drawn_name(video, used));
        // Before minutes are spent on it.
        if (!files.drawn_in.empty() && !files.overwrite)
            require_free_name(drawn_videos.back());
    }
    if (!files.drawn_in.empty())
        saved.written.push_back(files.drawn_in);
    for (const PhotoResult& photo : photos) {
        cancel.throw_if_cancelled();
        if (progress)
            progress({done++, total});
        writer.add(photo);
        saved.left_out += photo.failed() ? 1 : 0;
        if (photo.failed() || files.drawn_in.empty())
            continue;
        const fs::path file = files.folder / files.drawn_in / drawn_name(photo.file, used);
        if (!files.overwrite)
            require_free_name(file);
        cv::Mat bgr = decode_image(photo.file);
        draw_photo_faces(bgr, photo.faces, model.scheme);
        write_image(file, bgr);
    }
    for (size_t i = 0; i < videos.files.size(); ++i) {
        const auto tell = [&](std::int64_t frames, std::int64_t of) {
            if (progress && of > 0)
                progress({done + kStepsOfVideo * std::min(frames, of) / of, total});
        };
        try {
            save_video(videos, videos.files[i], drawn_videos[i], writer, model, cancel, tell);
        } catch (const Error& error) {
            saved.broken_videos.push_back(error.what());
            PhotoResult result;
            result.file = videos.files[i];
            result.problem = error.what();
            writer.add(result);
        }
        done += kStepsOfVideo;
    }
    cancel.throw_if_cancelled();
    const std::vector<fs::path> written = writer.finish(cancel);
    if (!files.formats.empty() && !files.formats_in.empty())
        saved.written.push_back(files.formats_in);
    for (const fs::path& file : written)
        if (file.parent_path() == files.folder && file.filename() != files.formats_in)
            saved.written.push_back(file.filename().string());
    saved.notes = writer.notes();
    if (progress)
        progress({total, total});
    return saved;
}

}  // namespace rudolph

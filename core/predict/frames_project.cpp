#include "core/predict/frames_project.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Seldom compressed further than the video was.
constexpr int kTakenFrameQuality = 95;

/// A folder for the pictures that nothing is in yet.
fs::path free_folder_for(const fs::path& project) {
    const fs::path wanted = fs::absolute(project).replace_extension().string() + "-frames";
    fs::path folder = wanted;
    std::error_code failed;
    for (int i = 2; fs::exists(fs::symlink_status(folder, failed)); ++i)
        folder = wanted.string() + "-" + std::to_string(i);
    return folder;
}

/// Takes away what was begun, unless all was written.
class RemoveUnlessKept {
public:
    explicit RemoveUnlessKept(fs::path folder) : folder_(std::move(folder)) {}
    ~RemoveUnlessKept() {
        std::error_code failed;
        if (!kept_)
            fs::remove_all(folder_, failed);
    }
    RemoveUnlessKept(const RemoveUnlessKept&) = delete;
    RemoveUnlessKept& operator=(const RemoveUnlessKept&) = delete;
    void keep() { kept_ = true; }

private:
    fs::path folder_;
    bool kept_ = false;
};

}  // namespace

std::string frame_name(const fs::path& video, double seconds) {
    const long long milliseconds = std::llround(1000 * std::max(0.0, seconds));
    return fmt::format("{}-{:02}m{:02}s{:03}", video.stem().string(), milliseconds / 60000,
                       milliseconds / 1000 % 60, milliseconds % 1000);
}

WrittenFrames write_frames_project(const FramesProject& frames, VideoReader& video,
                                   Predictor& predictor, const CancelToken& cancel,
                                   const ProgressCallback& progress) {
    WrittenFrames written;
    written.pictures = free_folder_for(frames.project);
    create_folder(written.pictures);
    RemoveUnlessKept folder(written.pictures);
    std::vector<PhotoResult> results;
    std::map<fs::path, double> seconds_of;
    const auto total = static_cast<std::int64_t>(frames.frames.size());
    for (const SurveyedFrame& frame : frames.frames) {
        cancel.throw_if_cancelled();
        if (progress)
            progress({static_cast<std::int64_t>(results.size()), total});
        cv::Mat bgr;
        double seconds = 0;
        video.seek(frame.mark.seconds);
        if (!video.read(bgr, seconds))
            throw Error("the video ends before a frame that was seen in it", {frames.video},
                        "it may have been changed meanwhile: look through it again");
        PhotoResult result;
        result.file = written.pictures / (frame_name(frames.video, seconds) + ".jpg");
        result.size = bgr.size();
        result.faces = predict_faces_of(predictor, bgr, frame.faces);
        write_image(result.file, bgr, kTakenFrameQuality);
        seconds_of[result.file] = seconds;
        written.faces += static_cast<int>(result.faces.size());
        results.push_back(std::move(result));
    }
    Dataset dataset = photo_dataset(results, {frames.model, predictor.info().predicted_scheme()},
                                    PhotoPoints::AsProposals);
    dataset.name = frames.video.stem().string();
    for (Sample& face : dataset.samples) {
        face.person = frames.video.stem().string();
        face.attributes["image.video"] = frames.video.filename().string();
        face.attributes["image.seconds"] =
            number_text(std::round(1000 * seconds_of.at(face.image)) / 1000);
    }
    WriteRequest request;
    request.format = DatasetFormat::Project;
    request.destination = frames.project;
    request.pictures = PictureHandling::Refer;
    request.overwrite = true;
    write_dataset(dataset, request, cancel);
    folder.keep();
    written.frames = static_cast<int>(results.size());
    if (!dataset.samples.empty()) {
        written.first_id = dataset.samples.front().id;
        written.first_picture = dataset.samples.front().image;
    }
    return written;
}

}  // namespace rudolph

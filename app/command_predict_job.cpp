#include "app/command_predict_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <new>

#include "app/command.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_predict_inputs.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/detect/find_faces.h"
#include "core/detect/yunet_file.h"
#include "core/image/decode.h"
#include "core/predict/photo_draw.h"
#include "core/predict/photo_writer.h"
#include "core/predict/read_video_faces.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDrawnPhoto = "-points.jpg";

/// Says that the face is where the person said, or everywhere.
class GivenFace : public FaceDetector {
public:
    explicit GivenFace(const std::optional<Box>& box) : box_(box) {}

    DetectorKind kind() const override { return DetectorKind::Hog; }
    std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
        DetectedFace face;
        const cv::Size size = bgr.size();
        face.box = box_.value_or(Box{0, 0, double(size.width), double(size.height)});
        const cv::Rect2d seen =
            cv::Rect2d(face.box.left, face.box.top, face.box.width, face.box.height) &
            cv::Rect2d({0, 0}, cv::Size2d(size));
        if (seen.width < 1 || seen.height < 1)
            throw Error("the box lies outside the picture", {},
                        fmt::format("it has {}×{} pixels", size.width, size.height));
        return {face};
    }

private:
    std::optional<Box> box_;
};

std::unique_ptr<FaceDetector> make_detector(const Engine& engine, const PredictOptions& options) {
    if (options.box || options.detector == "none")
        return std::make_unique<GivenFace>(options.box);
    if (!options.detector.empty())
        return engine.load_detector(detector_kind(options.detector));
    return engine.load_detector(find_yunet().empty() ? DetectorKind::Hog : DetectorKind::YuNet);
}

/// The name of the run for its best.safetensors, which says little.
std::string model_name(const std::string& model) {
    const fs::path path = fs::path(model) / "";
    const fs::path named = path.parent_path();
    const fs::path run = named.has_parent_path() ? run_folder_of(named) : fs::path();
    if (!run.empty())
        return fs::absolute(run / "").parent_path().filename().string();
    return named.extension() == ".safetensors" ? named.stem().string() : named.filename().string();
}

PhotoFiles files_of(const PredictOptions& options, const std::vector<PredictInput>& inputs) {
    PhotoFiles files;
    files.folder = options.out;
    files.with_frames = std::any_of(inputs.begin(), inputs.end(),
                                    [](const PredictInput& input) { return input.is_video; });
    for (const std::string& format : options.formats)
        if (format == "csv")
            files.table = "predictions.csv";
        else if (format == "jsonl")
            files.json = "predictions.jsonl";
        else
            files.formats.push_back(format_named(format).format);
    files.overwrite = options.overwrite;
    files.overwrite_tables = true;
    return files;
}

std::string found_text(const PhotoResult& photo) {
    if (photo.faces.empty())
        return "no face";
    std::string text = count_text(photo.faces.size(), "face");
    if (photo.doubtful() > 0)
        text += fmt::format(", {} doubtful", photo.doubtful());
    return text;
}

class PredictJob {
public:
    explicit PredictJob(const PredictOptions& options)
        : options_(options),
          found_(find_inputs(options.photos, options.out, {kDrawnPhoto, drawn_video()})) {}

    int run();

private:
    std::string drawn_video() const { return "-points." + options_.video; }
    fs::path drawn(const PredictInput& input, const std::string& suffix) const {
        return (fs::path(options_.out) / input.output).string() + suffix;
    }
    void open_output();
    void tell_notes();
    void keep(const PhotoResult& result, const PredictInput& input) {
        if (output_)
            output_->add(result, input.output);
    }
    std::vector<fs::path> finish_output();
    /// Calls `work`; what is wrong with this input is told, and the others go on.
    void attempt(const PredictInput& input, const std::function<void()>& work);
    void fail(const PredictInput& input, const std::string& told, const std::string& problem);
    void predict_photo(const PredictInput& input);
    void predict_video(const PredictInput& input);
    PhotoResult results_of(const PredictInput& input, const cv::Mat& bgr);
    void tell(const PhotoResult& result, const PredictInput& input, const fs::path& drawn_file);
    void tell_summary(const std::vector<fs::path>& written) const;
    int status() const;

    const PredictOptions& options_;
    PredictInputs found_;
    std::unique_ptr<Engine> engine_;
    std::unique_ptr<Predictor> predictor_;
    std::unique_ptr<FaceDetector> detector_;
    PhotoModel model_;
    std::optional<PhotoWriter> output_;  ///< none without a folder
    ProgressReport progress_{"predict"};
    size_t told_notes_ = 0;
    int failed_ = 0;
    int without_face_ = 0;
    int doubtful_ = 0;
    long long photos_ = 0;
    long long faces_ = 0;
};

void PredictJob::attempt(const PredictInput& input, const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        const bool named = !error.place().file.empty();
        fail(input, named ? error.what() : input.file.string() + ": " + error.what(),
             error.message());
    } catch (const std::bad_alloc&) {
        const std::string problem = "there is not enough memory for it";
        fail(input, input.file.string() + ": " + problem, problem);
    }
}

void PredictJob::fail(const PredictInput& input, const std::string& told,
                      const std::string& problem) {
    ++failed_;
    progress_.clear();
    print_to_person(told);
    PhotoResult result;
    result.file = input.file;
    result.problem = problem;
    keep(result, input);
    if (options_.json)
        print(json_text(photo_json(result, model_), -1));
}

PhotoResult PredictJob::results_of(const PredictInput& input, const cv::Mat& bgr) {
    PhotoResult result;
    result.file = input.file;
    result.size = bgr.size();
    const bool given = options_.box || options_.detector == "none";
    const auto found =
        given ? detector_->detect(bgr)
              : find_faces(*detector_, bgr, options_.quick ? Effort::Quick : Effort::Thorough,
                           interrupt_token());
    const bool whole = predictor_->info().input.crop == CropKind::WholeImage;
    if (options_.box || options_.detector != "none" || !whole) {
        result.faces = given ? predict_faces_of(*predictor_, bgr, found)
                             : predict_found_faces(*predictor_, bgr, found);
        return result;
    }
    // A network for whole pictures gets just that.
    result.faces = {predict_whole_picture(*predictor_, bgr)};
    return result;
}

void PredictJob::predict_photo(const PredictInput& input) {
    PictureFacts facts;
    cv::Mat bgr = decode_image(input.file, Colour::Bgr, &facts);
    if (facts.oddity) {
        progress_.clear();
        print_to_person(input.file.string() + ": " + oddity_text(*facts.oddity));
    }
    const PhotoResult result = results_of(input, bgr);
    fs::path picture;
    if (options_.draw) {
        picture = drawn(input, kDrawnPhoto);
        draw_photo_faces(bgr, result.faces, model_.scheme, {.numbers = options_.numbers});
        write_image(picture, bgr);
    }
    keep(result, input);
    ++photos_;
    faces_ += static_cast<long long>(result.faces.size());
    without_face_ += result.faces.empty() ? 1 : 0;
    doubtful_ += result.doubtful() > 0 ? 1 : 0;
    tell(result, input, picture);
}

void PredictJob::tell(const PhotoResult& result, const PredictInput& input,
                      const fs::path& drawn_file) {
    if (options_.json) {
        Json json = photo_json(result, model_);
        if (!drawn_file.empty())
            json["drawn"] = drawn_file.string();
        print(json_text(json, -1));
        return;
    }
    progress_.clear();
    print(input.file.string() + ": " + found_text(result) +
          (drawn_file.empty() ? "" : ", drawn in " + drawn_file.string()) + '\n');
}

void PredictJob::predict_video(const PredictInput& input) {
    const auto video = engine_->open_video(input.file);
    const VideoInfo info = video->info();
    std::unique_ptr<VideoWriter> writer;
    if (options_.draw)
        writer =
            engine_->write_video(drawn(input, drawn_video()), info.size, info.frames_per_second);
    ProgressReport progress(input.file.filename().string());
    std::int64_t with_faces = 0;
    std::int64_t sure = 0;
    std::int64_t frames = 0;
    const auto each = [&](const PhotoResult& result, cv::Mat& bgr) {
        keep(result, input);
        if (options_.json)
            print(json_text(photo_json(result, model_), -1));
        if (writer) {
            draw_photo_faces(bgr, result.faces, model_.scheme, {.numbers = options_.numbers});
            writer->write(bgr);
        }
        with_faces += result.faces.empty() ? 0 : 1;
        sure += result.doubtful() < static_cast<int>(result.faces.size()) ? 1 : 0;
        progress.callback()({++frames, info.frames});
    };
    read_video_faces(*video, input.file, *detector_, *predictor_, each, interrupt_token());
    if (writer)
        writer->finish();
    progress.clear();
    progress_.clear();
    without_face_ += with_faces == 0 ? 1 : 0;
    doubtful_ += with_faces > 0 && sure == 0 ? 1 : 0;
    if (!options_.json)
        print(fmt::format("{}: {}, {} with faces{}\n", input.file.string(),
                          count_text(frames, "frame"), grouped_text(with_faces),
                          writer ? ", drawn in " + drawn(input, drawn_video()).string() : ""));
}

void PredictJob::tell_summary(const std::vector<fs::path>& written) const {
    std::string text = count_text(found_.inputs.size(), "file");
    // Of photographs; each video has told how many of its frames have one.
    if (photos_ > 0)
        text += ": " + count_text(faces_, "face");
    if (without_face_ > 0)
        text += fmt::format(", {} without a face", without_face_);
    if (doubtful_ > 0)
        text += fmt::format(", {} with doubtful faces", doubtful_);
    if (failed_ > 0)
        text += fmt::format(", {} failed", failed_);
    print_to_person(text);
    for (const fs::path& file : written)
        print_to_person("written: " + path_text(fs::absolute(file).lexically_normal()));
}

int PredictJob::status() const {
    if (failed_ > 0 || !found_.problems.empty())
        return kJobFailed;
    return without_face_ > 0 || doubtful_ > 0 ? kFaceMissed : kSuccess;
}

void PredictJob::open_output() {
    if (options_.out.empty())
        return;
    output_.emplace(files_of(options_, found_.inputs), model_);
    std::vector<fs::path> outputs;
    for (const PredictInput& input : found_.inputs)
        outputs.push_back(input.output);
    try {
        output_->require_free(outputs);
    } catch (const Error& error) {
        throw Error(error.message(), error.place(), "choose another folder, or say --overwrite");
    }
    tell_notes();
}

void PredictJob::tell_notes() {
    for (; told_notes_ < output_->notes().size(); ++told_notes_)
        print_to_person("note: " + output_->notes()[told_notes_]);
}

std::vector<fs::path> PredictJob::finish_output() {
    if (!output_)
        return {};
    std::vector<fs::path> written = output_->finish(interrupt_token());
    tell_notes();
    return written;
}

int PredictJob::run() {
    for (const Error& problem : found_.problems)
        print_to_person(problem.what());
    if (found_.inputs.empty())
        throw Error("there are no photos and no videos here", {options_.photos.front()},
                    "name files, or a folder that holds some");
    engine_ = open_engine_for_person();
    predictor_ = load_model_for_person(*engine_, options_.model, options_.device);
    model_ = {model_name(options_.model), predictor_->info().predicted_scheme()};
    detector_ = make_detector(*engine_, options_);
    open_output();
    const auto total = static_cast<std::int64_t>(found_.inputs.size());
    for (std::int64_t done = 0; done < total; ++done) {
        interrupt_token().throw_if_cancelled();
        progress_.callback()({done, total});
        const PredictInput& input = found_.inputs[static_cast<size_t>(done)];
        attempt(input, [&] { input.is_video ? predict_video(input) : predict_photo(input); });
    }
    progress_.clear();
    tell_summary(finish_output());
    return status();
}

}  // namespace

int predict(const PredictOptions& options) {
    return PredictJob(options).run();
}

}  // namespace rudolph

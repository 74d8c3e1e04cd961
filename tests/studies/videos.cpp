// How faces are followed in videos: video_bench FOLDER [MODEL] [--write FOLDER]
//
// Each photograph of FOLDER has the points of one of its faces beside it (.pts). It becomes two
// videos of two seconds, at 25 frames a second with a longer side of 1280 pixels: of a camera that
// stands still, and of one held by hand, which sways, turns and comes nearer; both add noise. So
// the true points are known in every frame. A line a video: frames a second, NME, and how far
// points tremble from frame to frame on the photograph, as shares of the inter-ocular distance,
// with and without smoothing. With --write the videos are also kept as files.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "core/detect/yunet_file.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "core/predict/face_tracker.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kLongerSide = 1280;
constexpr int kFrames = 50;
constexpr double kFramesPerSecond = 25;
constexpr double kNoise = 4;  // grey levels

struct Frame {
    cv::Mat bgr;
    Affine frame_from_photo;
};

double wave(double seconds, double period) {
    return std::sin(2 * std::numbers::pi * seconds / period);
}

/// The photograph as the camera sees it after so many seconds; `sway`: 0 for one that stands still.
Frame frame_of(const cv::Mat& photo, double seconds, double sway, cv::RNG& random) {
    const double middle_x = photo.cols / 2.0;
    const double middle_y = photo.rows / 2.0;
    const double scale = 1 + 0.06 * sway * wave(seconds, 3.1);
    const double turn_deg = 4 * sway * wave(seconds, 2.3);
    Frame frame;
    frame.frame_from_photo =
        Affine::translation(middle_x + 0.03 * sway * photo.cols * wave(seconds, 1.7),
                            middle_y + 0.02 * sway * photo.rows * wave(seconds, 1.3)) *
        Affine::rotation(turn_deg, {0, 0}) * Affine::scaling(scale, scale) *
        Affine::translation(-middle_x, -middle_y);
    cv::warpAffine(photo, frame.bgr, frame.frame_from_photo.matrix, photo.size(), cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    cv::Mat noise(frame.bgr.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, kNoise);
    cv::add(frame.bgr, noise, frame.bgr, cv::noArray(), CV_8U);
    return frame;
}

struct Followed {
    std::vector<double> milliseconds;
    double error_sum = 0;    ///< of the frames in which the face was found, inter-ocular distances
    double tremble_sum = 0;  ///< squared
    int found = 0;
    int steps = 0;

    double nme() const { return found > 0 ? error_sum / found : 1; }
    /// Root of the mean square over points and steps.
    double tremble() const { return steps > 0 ? std::sqrt(tremble_sum / steps) : 0; }
};

double mean_distance(const Landmarks& a, const Landmarks& b) {
    double sum = 0;
    for (size_t i = 0; i < a.points.size(); ++i)
        sum += cv::norm(a.points[i] - b.points.at(i));
    return sum / static_cast<double>(a.points.size());
}

double mean_square(const Landmarks& a, const Landmarks& b) {
    double sum = 0;
    for (size_t i = 0; i < a.points.size(); ++i) {
        const double distance = cv::norm(a.points[i] - b.points.at(i));
        sum += distance * distance;
    }
    return sum / static_cast<double>(a.points.size());
}

Followed follow(FaceDetector& detector, Predictor& predictor, const std::vector<Frame>& frames,
                const Landmarks& truth_in_photo, double interocular,
                const TrackerOptions& options) {
    FaceTracker tracker(detector, predictor, options);
    Followed result;
    Landmarks before;
    for (size_t i = 0; i < frames.size(); ++i) {
        const auto start = Clock::now();
        const auto faces = tracker.track(frames[i].bgr, static_cast<double>(i) / kFramesPerSecond);
        result.milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        const Affine photo_from_frame = frames[i].frame_from_photo.inverse();
        Landmarks now;
        double error = 0.5;  // a face beside the annotated one is off by more
        for (const TrackedFace& face : faces) {
            Landmarks points = transformed(photo_from_frame, face.face.points_in_image);
            const double off = mean_distance(points, truth_in_photo) / interocular;
            if (off < error) {
                error = off;
                now = std::move(points);
            }
        }
        if (!now.points.empty()) {
            result.error_sum += error;
            ++result.found;
            if (!before.points.empty()) {
                result.tremble_sum += mean_square(now, before) / (interocular * interocular);
                ++result.steps;
            }
        }
        before = std::move(now);
    }
    return result;
}

TrackerOptions unsmoothed() {
    TrackerOptions options;
    options.min_cutoff = options.place_min_cutoff = 1e9;
    return options;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<long>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

void write_frames(Engine& engine, const std::filesystem::path& file,
                  const std::vector<Frame>& frames) {
    const auto writer = engine.write_video(file, frames.front().bgr.size(), kFramesPerSecond);
    for (const Frame& frame : frames)
        writer->write(frame.bgr);
    writer->finish();
}

int measure(const std::string& folder, const std::string& model, const std::string& write_to) {
    const auto engine = open_engine();
    const auto predictor = engine->load_model(model, DeviceChoice::Cpu);
    const auto detector =
        engine->load_detector(find_yunet().empty() ? DetectorKind::Hog : DetectorKind::YuNet);
    const Dataset photos = open_dataset(folder);
    fmt::print("{} and {}\n", to_string(detector->kind()), model);
    std::vector<double> all;
    for (const Sample& sample : photos.samples) {
        const cv::Mat whole = decode_image(sample.image);
        const double scale = double(kLongerSide) / std::max(whole.cols, whole.rows);
        cv::Mat photo;
        cv::resize(whole, photo, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        const Landmarks truth =
            transformed(Affine::resize(whole.size(), photo.size()), sample.points_in_image);
        const double interocular = photos.scheme.normalising_distance(truth);
        for (const double sway : {0.0, 1.0}) {
            std::vector<Frame> frames;
            cv::RNG random(1);
            for (int i = 0; i < kFrames; ++i)
                frames.push_back(frame_of(photo, i / kFramesPerSecond, sway, random));
            const std::string name = sample.id + (sway > 0 ? "-held" : "-still");
            if (!write_to.empty())
                write_frames(*engine, std::filesystem::path(write_to) / (name + ".mp4"), frames);
            const Followed raw =
                follow(*detector, *predictor, frames, truth, interocular, unsmoothed());
            const Followed smooth = follow(*detector, *predictor, frames, truth, interocular, {});
            fmt::print(
                "{:<22} found in {:2} of {}, {:5.1f} frames a second, NME {:5.2f} % (unsmoothed "
                "{:5.2f} %), trembles by {:4.2f} % (unsmoothed {:4.2f} %)\n",
                name, smooth.found, kFrames, 1000 / median(smooth.milliseconds), 100 * smooth.nme(),
                100 * raw.nme(), 100 * smooth.tremble(), 100 * raw.tremble());
            std::fflush(stdout);  // a video takes a while
            all.insert(all.end(), smooth.milliseconds.begin(), smooth.milliseconds.end());
        }
    }
    if (all.empty())
        return 0;
    std::sort(all.begin(), all.end());
    fmt::print("all frames: median {:.1f} ms, 95 of 100 within {:.1f} ms\n", all[all.size() / 2],
               all[all.size() * 95 / 100]);
    return 0;
}

int run(int count, char** arguments) {
    std::vector<std::string> words(arguments + 1, arguments + count);
    std::string write_to;
    const auto option = std::find(words.begin(), words.end(), "--write");
    if (option != words.end() && option + 1 != words.end()) {
        write_to = option[1];
        words.erase(option, option + 2);
    }
    if (words.empty()) {
        fmt::print(stderr, "video_bench FOLDER [MODEL] [--write FOLDER]\n");
        return 2;
    }
    return measure(words[0], words.size() > 1 ? words[1] : "face68", write_to);
}

}  // namespace
}  // namespace rudolph

int main(int count, char** arguments) {
    try {
        return rudolph::run(count, arguments);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

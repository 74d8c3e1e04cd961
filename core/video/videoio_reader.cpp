#include "core/video/videoio_reader.h"

#include <cmath>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>
#include <opencv2/videoio/registry.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/picture_limits.h"
#include "core/video/videoio_turn.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

/// Seconds. Frames that are nearer than the first are reached by reading on. A jump goes a while
/// before its goal, as it is not exact, and further where that was not enough.
constexpr double kNear = 2;
constexpr double kRunUps[] = {1, 10};
constexpr double kSameTime = 1e-6;

cv::Mat turned(const cv::Mat& frame, int clockwise) {
    if (clockwise == 0)
        return frame;
    cv::Mat upright;
    cv::rotate(frame, upright,
               clockwise == 90    ? cv::ROTATE_90_CLOCKWISE
               : clockwise == 180 ? cv::ROTATE_180
                                  : cv::ROTATE_90_COUNTERCLOCKWISE);
    return upright;
}

/// Any number that cannot be is "unknown".
double sound(double number, double most) {
    return std::isfinite(number) && number > 0 && number < most ? number : 0;
}

class OpenCvVideoReader : public VideoReader {
public:
    explicit OpenCvVideoReader(const fs::path& file) : file_(file) {
        require_regular_file(file);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        // As an absolute path: FFmpeg takes names like "http:…" for addresses. Only what reads
        // files is asked: other readers take names with digits for rows of pictures. What FFmpeg
        // cannot read OpenCV's own reader cannot either, but prints.
        const std::string name = fs::absolute(file).string();
        clockwise_ = clockwise_turn(file);
        if (open(name, cv::videoio_registry::hasBackend(cv::CAP_FFMPEG) ? cv::CAP_FFMPEG
                                                                        : cv::CAP_OPENCV_MJPEG))
            return;
        throw Error("this is not a video that can be read", {file_},
                    "it may be damaged, or in a format that FFmpeg does not know here; MP4 with "
                    "H.264 and AVI with Motion JPEG work");
    }

    const VideoInfo& info() const override { return info_; }

    bool read(cv::Mat& bgr, double& seconds) override {
        if (next_.empty())
            return false;
        bgr = std::move(next_);
        next_ = cv::Mat();
        seconds = next_seconds_;
        fetch();
        return true;
    }

    void seek(double seconds) override {
        const bool near = !next_.empty() && next_seconds_ <= seconds + kSameTime &&
                          seconds - next_seconds_ < kNear;
        if (!near && !jump_before(seconds))
            reopen();
        skip_until(seconds);
    }

private:
    /// The first frame is read now: only then is it known that there are any, and how large.
    bool open(const std::string& name, int reader) {
        try {
            if (!capture_.open(name, reader))
                return false;
            name_ = name;
            reader_ = reader;
            capture_.set(cv::CAP_PROP_ORIENTATION_AUTO, 0);
            info_.frames_per_second = sound(capture_.get(cv::CAP_PROP_FPS), 10000);
            info_.frames =
                static_cast<std::int64_t>(sound(capture_.get(cv::CAP_PROP_FRAME_COUNT), 1e12));
        } catch (const cv::Exception&) {
            return false;
        }
        require_pixels(
            static_cast<std::int64_t>(sound(capture_.get(cv::CAP_PROP_FRAME_WIDTH), 1e9)),
            static_cast<std::int64_t>(sound(capture_.get(cv::CAP_PROP_FRAME_HEIGHT), 1e9)), file_);
        fetch();
        info_.size = next_.size();
        return !next_.empty();
    }

    void fetch() {
        if (grab())
            take();
    }

    /// Decodes the next frame and notes its time. False at the end.
    bool grab() {
        return guarded([&] {
            if (!capture_.grab())
                return false;
            set_time(capture_.get(cv::CAP_PROP_POS_MSEC) / 1000);
            return true;
        });
    }

    /// The frame that was decoded, as a picture.
    void take() {
        guarded([&] {
            cv::Mat frame;
            if (!capture_.retrieve(frame) || frame.empty())
                return false;
            if (frame.channels() == 1)
                cv::cvtColor(frame, next_, cv::COLOR_GRAY2BGR);
            else
                next_ = frame.clone();  // readers may keep the frame they gave
            next_ = turned(next_, clockwise_);
            return true;
        });
    }

    template <class Work>
    bool guarded(Work work) {
        try {
            return work();
        } catch (const cv::Exception& error) {
            throw Error("the video cannot be decoded: " + error.err, {file_},
                        "it may be damaged: copy it again");
        }
    }

    void skip_until(double seconds) {
        if (next_.empty() || next_seconds_ >= seconds - kSameTime)
            return;
        next_ = cv::Mat();
        while (grab())
            if (next_seconds_ >= seconds - kSameTime)
                return take();
    }

    /// To a frame before this time, as FFmpeg's own seeking is not exact. False when it went
    /// elsewhere, or says no time.
    bool jump_before(double seconds) {
        for (const double run_up : kRunUps) {
            const double goal = seconds - run_up;
            if (goal <= 0)
                return false;
            next_ = cv::Mat();
            const bool went = guarded([&] {
                return capture_.set(cv::CAP_PROP_POS_MSEC, 1000 * (goal + offset_)) &&
                       capture_.grab();
            });
            const double told = capture_.get(cv::CAP_PROP_POS_MSEC) / 1000 - offset_;
            // A decoder that knows no time says 0.
            if (!went || !(told > 0) || told > seconds + kSameTime)
                continue;
            next_seconds_ = told;
            take();
            if (!next_.empty())
                return true;
        }
        return false;
    }

    void reopen() {
        next_ = cv::Mat();
        fetched_ = false;
        if (!open(name_, reader_))
            throw Error("the video cannot be read any more", {file_});
    }

    /// What the file says, or one frame later where that is not known: decoders that hold frames
    /// back (H.264) tell no time for the last ones.
    void set_time(double told) {
        const double rate = info_.frames_per_second > 0 ? info_.frames_per_second : kUsualRate;
        const bool known = std::isfinite(told);
        if (!fetched_) {
            offset_ = known ? told : 0;
            next_seconds_ = 0;
        } else if (known && told - offset_ > next_seconds_) {
            next_seconds_ = told - offset_;
        } else {
            next_seconds_ += 1 / rate;
        }
        fetched_ = true;
    }

    fs::path file_;
    std::string name_;
    int reader_ = 0;
    int clockwise_ = 0;  ///< degrees; see clockwise_turn
    cv::VideoCapture capture_;
    VideoInfo info_;
    cv::Mat next_;
    double next_seconds_ = 0;
    double offset_ = 0;
    bool fetched_ = false;
};

}  // namespace

std::unique_ptr<VideoReader> open_video_file(const fs::path& file) {
    return std::make_unique<OpenCvVideoReader>(file);
}

}  // namespace rudolph

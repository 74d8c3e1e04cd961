#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <opencv2/core/mat.hpp>

namespace rudolph {

/// Frames a second of a video that does not say.
inline constexpr double kUsualRate = 25;

struct VideoInfo {
    cv::Size size;
    double frames_per_second = 0;  ///< 0: unknown
    std::int64_t frames = 0;       ///< 0: unknown; what the file says, which may be off by a few
};

/// A video file, frame after frame. Not thread-safe. Engine::open_video makes them.
class VideoReader {
public:
    virtual ~VideoReader() = default;
    virtual const VideoInfo& info() const = 0;
    /// The next frame, upright (CV_8UC3), and when it is shown, in seconds from the start. False at
    /// the end. Throws Error.
    virtual bool read(cv::Mat& bgr, double& seconds) = 0;
    /// The next frame will be the first that is shown at `seconds` or later, where reading all from
    /// the start would find it; there is none where the video is over by then. Forwards or
    /// backwards, without decoding what lies far before. Throws Error.
    virtual void seek(double seconds) = 0;
};

/// Opens a video for reading, on any thread; throws Error. The engine's (open_video_by_engine), or
/// a test's.
using OpenVideo = std::function<std::unique_ptr<VideoReader>(const std::filesystem::path&)>;

/// Writes frames one after the other into a video file. Not thread-safe. Engine::write_video makes
/// them.
class VideoWriter {
public:
    virtual ~VideoWriter() = default;
    /// CV_8UC3, all of the size that the writer was made for. Throws Error.
    virtual void write(const cv::Mat& bgr) = 0;
    /// Completes the file. Without it nothing is left at the destination. Throws Error.
    virtual void finish() = 0;
};

/// Whether the file's name ends like a video's: .mp4, .mov, .avi, .mkv, .webm, …, in either case.
bool has_video_extension(const std::filesystem::path& file);

}  // namespace rudolph

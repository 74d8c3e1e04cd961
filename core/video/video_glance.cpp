#include "core/video/video_glance.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace rudolph {
namespace {

/// Where frames are tried, as shares of the whole.
constexpr double kTried[] = {0.1, 0.3, 0.6};
/// Grey levels. Frames whose pixels differ less from their mean show nothing.
constexpr double kBlank = 8;

cv::Mat reduced(const cv::Mat& frame, int longer_side) {
    const double factor =
        std::min(1.0, double(longer_side) / std::max(1, std::max(frame.cols, frame.rows)));
    cv::Mat small;
    cv::resize(
        frame, small,
        {std::max(1, cvRound(frame.cols * factor)), std::max(1, cvRound(frame.rows * factor))}, 0,
        0, cv::INTER_AREA);
    return small;
}

double variety(const cv::Mat& bgr) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(bgr, mean, deviation);
    return std::max({deviation[0], deviation[1], deviation[2]});
}

}  // namespace

double video_seconds(const VideoInfo& info) {
    return info.frames_per_second > 0 ? static_cast<double>(info.frames) / info.frames_per_second
                                      : 0;
}

VideoGlance glance_at(VideoReader& video, int longer_side) {
    VideoGlance glance;
    glance.info = video.info();
    cv::Mat frame;
    double seconds = 0;
    if (!video.read(frame, seconds))
        throw Error("this video has no frame", {}, "it may be damaged: copy it again");
    cv::Mat first = reduced(frame, longer_side);
    const double length = video_seconds(glance.info);
    double most = -1;
    for (const double share : kTried) {
        if (length <= 0)
            break;
        video.seek(share * length);
        // Files may say that they are longer than they are.
        if (!video.read(frame, seconds))
            break;
        cv::Mat small = reduced(frame, longer_side);
        const double now = variety(small);
        if (now > most) {
            most = now;
            glance.picture = std::move(small);
        }
        if (now >= kBlank)
            return glance;
    }
    if (glance.picture.empty() || variety(first) > most)
        glance.picture = std::move(first);
    return glance;
}

}  // namespace rudolph

#include "core/predict/video_survey.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "core/video/video_glance.h"

namespace rudolph {
namespace {

// Seconds.
constexpr double kSameFrame = 1e-6;
constexpr double kOneStretch = 0.5;
constexpr double kLongestStep = 0.1;
/// Frames looked at in videos that are not long.
constexpr double kFewFrames = 1000;
/// Of a frame whose model cannot say.
constexpr double kMiddling = 0.5;
/// Grey levels on average, below which two frames are the same to a person who annotates.
constexpr double kSameLook = 1;

void put_reduced(const cv::Mat& grey, std::uint8_t* into) {
    constexpr int kSide = SurveyedFrame::kLookSide;
    cv::Mat reduced(kSide, kSide, CV_8UC1, into);
    cv::resize(grey, reduced, reduced.size(), 0, 0, cv::INTER_AREA);
}

/// The face that the model is least sure of; the first where it cannot say. Null: there is none.
const PhotoFace* least_sure(const std::vector<PhotoFace>& faces) {
    const auto least =
        std::min_element(faces.begin(), faces.end(), [](const PhotoFace& a, const PhotoFace& b) {
            return (a.confidence ? a.confidence->face : 1) <
                   (b.confidence ? b.confidence->face : 1);
        });
    return least == faces.end() ? nullptr : &*least;
}

SurveyedFrame surveyed(const cv::Mat& bgr, double seconds, const std::vector<PhotoFace>& faces) {
    SurveyedFrame frame;
    frame.mark = mark_of(seconds, faces);
    for (const PhotoFace& face : faces)
        frame.faces.push_back(face.found);
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    put_reduced(grey, frame.look.data());
    if (const PhotoFace* face = least_sure(faces)) {
        const Box& box = face->found.box;
        const cv::Rect inside = cv::Rect(cv::Rect2d(box.left, box.top, box.width, box.height)) &
                                cv::Rect({0, 0}, grey.size());
        if (!inside.empty())
            put_reduced(grey(inside), frame.look.data() + frame.look.size() / 2);
    }
    return frame;
}

/// Mean difference in grey levels.
double look_distance(const SurveyedFrame& a, const SurveyedFrame& b) {
    int sum = 0;
    for (size_t i = 0; i < a.look.size(); ++i)
        sum += std::abs(int(a.look[i]) - int(b.look[i]));
    return double(sum) / double(a.look.size());
}

double doubt(const SurveyedFrame& frame) {
    return 1 - frame.mark.confidence.value_or(kMiddling);
}

}  // namespace

FrameMark mark_of(double seconds, const std::vector<PhotoFace>& faces) {
    FrameMark mark{seconds, static_cast<int>(faces.size()), std::nullopt};
    if (const PhotoFace* face = least_sure(faces); face != nullptr && face->confidence)
        mark.confidence = face->confidence->face;
    return mark;
}

void insert_mark(std::vector<FrameMark>& marks, const FrameMark& mark) {
    const auto at = std::lower_bound(
        marks.begin(), marks.end(), mark.seconds - kSameFrame,
        [](const FrameMark& one, double seconds) { return one.seconds < seconds; });
    if (at != marks.end() && at->seconds <= mark.seconds + kSameFrame)
        *at = mark;
    else
        marks.insert(at, mark);
}

std::vector<VideoStretch> doubtful_stretches(const std::vector<FrameMark>& marks) {
    std::vector<VideoStretch> stretches;
    std::optional<size_t> with_face;
    std::optional<size_t> without;
    for (const FrameMark& mark : marks) {
        if (!mark.is_doubtful())
            continue;
        std::optional<size_t>& last = mark.faces > 0 ? with_face : without;
        if (last && mark.seconds - stretches[*last].to < kOneStretch) {
            stretches[*last].to = mark.seconds;
        } else {
            last = stretches.size();
            stretches.push_back({mark.seconds, mark.seconds});
        }
    }
    return stretches;
}

void survey_video(VideoReader& video, FaceDetector& detector, Predictor& predictor, double from,
                  const std::function<void(SurveyedFrame)>& each, const CancelToken& cancel,
                  const ProgressCallback& progress) {
    const double length = video_seconds(video.info());
    const double step = std::min(kLongestStep, length / kFewFrames);
    FaceTracker tracker(detector, predictor);
    if (from > 0)
        video.seek(from);
    cv::Mat bgr;
    double seconds = 0;
    for (;;) {
        cancel.throw_if_cancelled();
        if (!video.read(bgr, seconds))
            return;
        std::vector<PhotoFace> faces;
        for (TrackedFace& tracked : tracker.track(bgr, seconds))
            faces.push_back(std::move(tracked.face));
        each(surveyed(bgr, seconds, faces));
        if (progress)
            progress({std::llround(1000 * std::min(seconds, length)), std::llround(1000 * length)});
        // Frames that are passed over are not turned into pictures.
        if (step > 0)
            video.seek(seconds + step);
    }
}

std::vector<size_t> frames_to_annotate(const std::vector<SurveyedFrame>& frames, int count) {
    std::vector<size_t> left;
    for (size_t i = 0; i < frames.size(); ++i)
        if (frames[i].mark.faces > 0)
            left.push_back(i);
    std::vector<size_t> chosen;
    std::vector<double> nearest(left.size(), 255);
    while (static_cast<int>(chosen.size()) < count) {
        double most = -1;
        size_t best = 0;
        for (size_t k = 0; k < left.size(); ++k) {
            // From half of its difference for a sure frame to one and a half for a doubtful one.
            const double worth = nearest[k] * (0.5 + doubt(frames[left[k]]));
            if (nearest[k] >= kSameLook && worth > most) {
                most = worth;
                best = k;
            }
        }
        if (most < 0)
            break;
        chosen.push_back(left[best]);
        for (size_t k = 0; k < left.size(); ++k)
            nearest[k] = std::min(nearest[k], look_distance(frames[left[k]], frames[left[best]]));
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace rudolph

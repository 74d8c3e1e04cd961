#include "core/detect/find_faces.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "core/detect/look.h"

namespace rudolph {
namespace {

using DetectedFaces = std::vector<DetectedFace>;

/// Larger pictures are reduced once, before they are turned and brightened: more than the detectors
/// look at.
constexpr int kLargestSide = 2400;
/// Around a picture, for faces that fill it: of the longer side.
constexpr double kBorder = 0.25;

DetectedFaces faces_in(FaceDetector& detector, const Look& look) {
    DetectedFaces faces = detector.detect(look.bgr);
    for (DetectedFace& face : faces)
        face = in_image(look, face);
    return faces;
}

void append(DetectedFaces& faces, const DetectedFaces& more) {
    faces.insert(faces.end(), more.begin(), more.end());
}

/// What is tried, one after the other, until a face is found. Each step's looks are taken all, so
/// that the best of them wins.
std::vector<std::function<DetectedFaces()>> further_steps(FaceDetector& detector,
                                                          const cv::Mat& bgr,
                                                          const CancelToken& cancel) {
    const auto turned_by = [&detector, bgr, cancel](std::vector<double> turns) {
        return [&detector, bgr, cancel, turns = std::move(turns)] {
            DetectedFaces faces;
            for (const double degrees : turns) {
                cancel.throw_if_cancelled();
                append(faces, faces_in(detector, turned_look(bgr, degrees)));
            }
            return faces;
        };
    };
    return {[&detector, bgr] { return detector.detect_closely(bgr); },
            [&detector, bgr] { return faces_in(detector, bordered_look(bgr, kBorder)); },
            [&detector, bgr] { return faces_in(detector, brightened_look(bgr)); },
            turned_by({30, -30}),
            turned_by({60, -60, 90, -90}),
            turned_by({180, 120, -120, 150, -150})};
}

DetectedFaces thorough_look(FaceDetector& detector, const cv::Mat& bgr, const CancelToken& cancel) {
    const Look reduced = resized_look(bgr, kLargestSide, 1);
    for (const auto& step : further_steps(detector, reduced.bgr, cancel)) {
        cancel.throw_if_cancelled();
        DetectedFaces faces = step();
        if (faces.empty())
            continue;
        for (DetectedFace& face : faces)
            face = in_image(reduced, face);
        return faces;
    }
    return {};
}

}  // namespace

std::vector<DetectedFace> find_faces(FaceDetector& detector, const cv::Mat& bgr, Effort effort,
                                     const CancelToken& cancel) {
    require_colour_picture(bgr);
    cancel.throw_if_cancelled();
    DetectedFaces faces = detector.detect(bgr);
    if (faces.empty() && effort == Effort::Thorough)
        faces = thorough_look(detector, bgr, cancel);
    faces = without_duplicates(std::move(faces));
    std::stable_sort(faces.begin(), faces.end(), [](const DetectedFace& a, const DetectedFace& b) {
        return a.box.centre().x < b.box.centre().x;
    });
    return faces;
}

}  // namespace rudolph

#include "core/predict/photo_draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/image/draw.h"

namespace rudolph {
namespace {

/// How large the face is in the picture, in pixels.
double extent_of(const PhotoFace& face) {
    const Box points = bounding_box(face.points_in_image);
    const double shape = std::max(points.width, points.height);
    return std::max(shape, 0.8 * std::max(face.found.box.width, face.found.box.height));
}

/// The part of the picture that is drawn on, so that what a stroke costs goes with the face and not
/// with the photograph. Empty where nothing is to be seen.
cv::Rect part_of(const cv::Mat& bgr, const PhotoFace& face, double margin) {
    const Box& box = face.found.box;
    cv::Rect2d all(box.left, box.top, box.width, box.height);
    const Box points = bounding_box(face.points_in_image);
    all |= cv::Rect2d(points.left, points.top, std::max(points.width, 1.0),
                      std::max(points.height, 1.0));
    all -= cv::Point2d(margin, margin);
    all += cv::Size2d(2 * margin, 2 * margin);
    const cv::Rect2d inside = all & cv::Rect2d(0, 0, bgr.cols, bgr.rows);
    if (inside.empty())
        return {};
    const cv::Point corner(static_cast<int>(inside.x), static_cast<int>(inside.y));
    return cv::Rect(corner, cv::Size(static_cast<int>(std::ceil(inside.width)) + 1,
                                     static_cast<int>(std::ceil(inside.height)) + 1)) &
           cv::Rect(0, 0, bgr.cols, bgr.rows);
}

void draw_numbers(cv::Mat& part, const Landmarks& points, double radius) {
    const double height = std::max(6.0, 1.6 * radius);
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            draw_text(part, std::to_string(i),
                      points.points[static_cast<size_t>(i)] + Point(1.4 * radius, -0.4 * radius),
                      cv::Scalar(255, 255, 255), height);
}

void draw_face(cv::Mat& bgr, const PhotoFace& face, LandmarkScheme scheme,
               const PhotoDrawing& drawing) {
    const double extent = extent_of(face);
    const double radius = std::max(2.0, 0.012 * extent);
    const double words_height = std::max(9.0, 0.05 * extent);
    const cv::Rect place = part_of(bgr, face, 4 * radius + 2 * words_height);
    if (place.empty())
        return;
    cv::Mat part = bgr(place);
    const cv::Scalar& colour = face.doubtful() ? kDoubtfulColour : kPredictionColour;
    Box box = face.found.box;
    box.left -= place.x;
    box.top -= place.y;
    if (drawing.box && !box.empty())
        draw_box(part, box, colour, face.doubtful() ? Stroke::Dashed : Stroke::Solid,
                 std::max(1, cvRound(0.3 * radius)));
    if (!drawing.lines)
        scheme.lines.clear();
    const Landmarks points =
        transformed(Affine::translation(-place.x, -place.y), face.points_in_image);
    draw_landmarks(part, points, scheme, colour, Marker::Cross, radius);
    if (drawing.numbers)
        draw_numbers(part, points, radius);
    if (drawing.words && face.doubtful())
        draw_text(part, fmt::format("doubtful: {:.0f} % sure", 100 * face.confidence->face),
                  {box.left, box.top - 0.5 * words_height}, colour, words_height);
}

}  // namespace

void draw_photo_faces(cv::Mat& bgr, const std::vector<PhotoFace>& faces,
                      const LandmarkScheme& scheme, const PhotoDrawing& drawing) {
    for (const PhotoFace& face : faces)
        draw_face(bgr, face, scheme, drawing);
}

}  // namespace rudolph

#include "core/augment/covers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace rudolph {
namespace {

constexpr int kFull = 255;
constexpr int kAsItIs = 128;  ///< light that leaves a filling alone
constexpr int kFineBits = 4;  ///< bits of a pixel that OpenCV draws to
// In the face's frame, see draw_cover(): on average in 300-W's faces.
constexpr double kEyes = -0.17;
constexpr double kNose = 0.05;
constexpr double kMouth = 0.18;
constexpr double kChin = 0.36;
constexpr double kHalfFace = 0.36;
constexpr double kEyeFromMiddle = 0.16;

/// Draws shapes of the face's frame into a crop.
class CoverDrawing {
public:
    CoverDrawing(const Occluder& occluder, const Affine& crop_from_face, cv::Size crop,
                 Random& random)
        : occluder_(occluder),
          crop_from_face_(crop_from_face),
          pixels_(crop_from_face.scale()),
          random_(random) {
        cover_.opacity = cv::Mat::zeros(crop, CV_8UC1);
        cover_.light = cv::Mat(crop, CV_8UC1, cv::Scalar(kAsItIs));
        // Where it lies says the crop, in shares of its sides.
        const Point in_crop(occluder.centre.x * crop.width - 0.5,
                            occluder.centre.y * crop.height - 0.5);
        middle_ = crop_from_face.inverse()(in_crop);
    }

    Cover drawn() {
        switch (occluder_.shape) {
            case OccluderShape::Band:
                break;
            case OccluderShape::Hand:
                hand();
                break;
            case OccluderShape::Hair:
                hair();
                break;
            case OccluderShape::Glasses:
                glasses();
                break;
            case OccluderShape::Mask:
                mask();
                break;
            case OccluderShape::Bottle:
                bottle();
                break;
        }
        // Nothing in a photograph has a sharper edge.
        cv::GaussianBlur(cover_.opacity, cover_.opacity, {3, 3}, 0);
        return std::move(cover_);
    }

private:
    double length() const { return std::max(occluder_.width, occluder_.height); }
    double about(double value, double share) {
        return value * random_.uniform(1 - share, 1 + share);
    }
    cv::Point fine(const Point& in_face) const {
        const Point point = crop_from_face_(in_face) * (1 << kFineBits);
        return {cvRound(point.x), cvRound(point.y)};
    }
    int thick(double width) const { return std::max(1, cvRound(width * pixels_)); }

    /// A surface: how bright, and what it hides of what is behind.
    void surface(const std::vector<Point>& in_face, int light, int opacity = kFull) {
        polygon(cover_.opacity, in_face, opacity);
        polygon(cover_.light, in_face, light);
    }
    void stroke(const Point& from, const Point& to, double width, int light) {
        line(cover_.opacity, from, to, width, kFull);
        line(cover_.light, from, to, width, light);
    }
    void polygon(cv::Mat& picture, const std::vector<Point>& in_face, int value) {
        std::vector<cv::Point> corners;
        for (const Point& point : in_face)
            corners.push_back(fine(point));
        cv::fillPoly(picture, std::vector{corners}, cv::Scalar(value), cv::LINE_AA, kFineBits);
    }
    void line(cv::Mat& picture, const Point& from, const Point& to, double width, int value) {
        cv::line(picture, fine(from), fine(to), cv::Scalar(value), thick(width), cv::LINE_AA,
                 kFineBits);
    }
    /// An ellipse, or with larger powers ever more of a rectangle with round corners.
    std::vector<Point> rounded(const Point& centre, double half_width, double half_height,
                               double power, double turn_deg = 0) const {
        constexpr int kCorners = 40;
        std::vector<Point> corners;
        const double turn = turn_deg * std::numbers::pi / 180;
        for (int i = 0; i < kCorners; ++i) {
            const double angle = 2 * std::numbers::pi * i / kCorners;
            const auto bent = [power](double part) {
                return std::copysign(std::pow(std::abs(part), 2 / power), part);
            };
            const Point corner(half_width * bent(std::cos(angle)),
                               half_height * bent(std::sin(angle)));
            corners.push_back(centre +
                              Point(corner.x * std::cos(turn) - corner.y * std::sin(turn),
                                    corner.x * std::sin(turn) + corner.y * std::cos(turn)));
        }
        return corners;
    }

    void hand();
    void hair();
    void glasses();
    void mask();
    void bottle();

    const Occluder& occluder_;
    const Affine& crop_from_face_;
    const double pixels_;  ///< of the crop for the length 1
    Random& random_;
    Point middle_;  ///< of the occluder, in the face's frame
    Cover cover_;
};

/// The back of a hand or its palm, three to five fingers beside each other, a thumb.
void CoverDrawing::hand() {
    const double size = length();
    const double turn = random_.uniform(-1, 1) * std::numbers::pi;
    const Point up(std::sin(turn), -std::cos(turn));
    const Point side = Point(-up.y, up.x) * (random_.below(2) == 0 ? 1 : -1);
    const Point palm = middle_ - up * (0.22 * size);
    const double width = 0.42 * size;
    const double degrees = turn * 180 / std::numbers::pi;
    const auto part = [&](const Point& from, const Point& to, double thickness) {
        // A dark edge first: fingers can be told apart by it.
        stroke(from, to, thickness, static_cast<int>(about(70, 0.4)));
        line(cover_.light, from, to, thickness * 0.75, static_cast<int>(about(125, 0.15)));
    };
    part(palm, palm - up * (0.6 * size), width * 0.75);
    surface(rounded(palm, width / 2, 0.25 * size, 2.6, degrees),
            static_cast<int>(about(125, 0.15)));
    const int fingers = 3 + random_.below(2);
    const double spread = random_.uniform(0, 0.5);
    for (int i = 0; i < fingers; ++i) {
        const double place = (i + 0.5) / fingers - 0.5;
        const Point root = palm + side * (place * width) + up * (0.15 * size);
        const double reach = size * (0.48 - 0.5 * place * place) * random_.uniform(0.8, 1);
        const Point along = up + side * (place * spread);
        part(root, root + along * reach, width / (fingers + 0.4));
    }
    const Point root = palm - side * (0.45 * width);
    part(root, root + (up * 0.5 - side * 0.6) * (0.5 * size), 0.11 * size);
}

/// Strands that fall from the brow over one side or both.
void CoverDrawing::hair() {
    const double top = -0.55;
    const double reach = length();
    const double parting = random_.uniform(-0.3, 0.3);
    const double width = random_.uniform(0.08, 0.35);
    const double sway = random_.uniform(-0.35, 0.35);
    const int strands = 25 + random_.below(60);
    for (int i = 0; i < strands; ++i) {
        const double place = parting + width * random_.uniform(-1, 1);
        const double end = top + about(0.2 + 0.8 * reach, 0.25);
        const double bend = about(sway, 0.3);
        const double thickness = random_.uniform(0.006, 0.025);
        const int light = static_cast<int>(std::clamp(about(105, 0.6), 0.0, 255.0));
        constexpr int kPieces = 8;
        Point before(place, top);
        for (int piece = 1; piece <= kPieces; ++piece) {
            const double down = static_cast<double>(piece) / kPieces;
            const Point next(place + bend * down * down, top + (end - top) * down);
            stroke(before, next, thickness, light);
            before = next;
        }
    }
}

/// Sunglasses, or a frame through which one sees, with what the glass reflects.
void CoverDrawing::glasses() {
    const double half_width = random_.uniform(0.1, 0.15);
    const double half_height = half_width * random_.uniform(0.6, 1);
    const double power = random_.uniform(2, 5);
    const double frame = random_.uniform(0.008, 0.03);
    const double y = kEyes + random_.uniform(-0.02, 0.04);
    const int through = random_.below(3) == 0 ? 0 : 150 + random_.below(106);
    const int frame_light = 30 + random_.below(60);
    for (const int eye : {-1, 1}) {
        const Point centre(eye * std::max(kEyeFromMiddle, half_width + frame), y);
        surface(rounded(centre, half_width + frame, half_height + frame, power), frame_light);
        surface(rounded(centre, half_width, half_height, power), static_cast<int>(about(100, 0.3)),
                through);
        stroke(centre + Point(eye * half_width, -half_height / 2),
               Point(eye * kHalfFace * 1.1, y - 0.02), frame, frame_light);
        if (random_.below(2) == 0) {
            const Point glint = centre + Point(random_.uniform(-0.5, 0.5) * half_width,
                                               random_.uniform(-0.6, 0) * half_height);
            surface(rounded(glint, half_width / 3, half_height / 5, 2, 30), kFull, 200);
        }
    }
    stroke(Point(-0.06, y - 0.01), Point(0.06, y - 0.01), frame, frame_light);
}

/// From the nose to the chin, with its folds and its straps.
void CoverDrawing::mask() {
    const double top = kNose - random_.uniform(0.02, 0.16);
    const double bottom = kChin + random_.uniform(-0.04, 0.04);
    const double half = kHalfFace * random_.uniform(0.75, 0.95);
    const std::vector<Point> outline = {{-half, top + 0.06},
                                        {-0.08, top},
                                        {0.08, top},
                                        {half, top + 0.06},
                                        {half * 0.85, bottom - 0.12},
                                        {0.12, bottom},
                                        {-0.12, bottom},
                                        {-half * 0.85, bottom - 0.12}};
    surface(outline, static_cast<int>(about(150, 0.2)));
    const int folds = random_.below(5);
    for (int i = 1; i <= folds; ++i) {
        const double y = top + 0.06 + (bottom - top - 0.1) * i / (folds + 1);
        line(cover_.light, Point(-half * 0.9, y), Point(half * 0.9, y), 0.01, 90);
    }
    for (const int ear : {-1, 1}) {
        stroke(Point(ear * half, top + 0.06), Point(ear * kHalfFace * 1.2, kEyes), 0.012, 150);
    }
}

/// Before the mouth: upright or lifted, round, with a label; short ones are cups.
void CoverDrawing::bottle() {
    const double size = length();
    const double half = size * random_.uniform(0.12, 0.3);
    const double tilt = random_.uniform(-0.5, 0.5);
    const Point down(std::sin(tilt), std::cos(tilt));
    const Point side(down.y, -down.x);
    const Point top(random_.uniform(-0.12, 0.12), kMouth + random_.uniform(-0.08, 0.12));
    const double neck = random_.below(2) == 0 ? half : half * random_.uniform(0.3, 0.6);
    const double shoulder = size * random_.uniform(0.15, 0.3);
    const std::vector<Point> outline = {top - side * neck,
                                        top + side * neck,
                                        top + side * half + down * shoulder,
                                        top + side * half + down * size,
                                        top - side * half + down * size,
                                        top - side * half + down * shoulder};
    polygon(cover_.opacity, outline, kFull);
    constexpr int kStrips = 10;
    const double lit = random_.uniform(-0.6, 0.6);
    for (int i = 0; i < kStrips; ++i) {
        const double from = 2.0 * i / kStrips - 1;
        const double to = from + 2.0 / kStrips;
        const double away = (from + to) / 2 - lit;
        const auto light = static_cast<int>(60 + 150 * std::exp(-3 * away * away));
        polygon(cover_.light,
                {top + side * (neck * from), top + side * (neck * to),
                 top + side * (half * to) + down * shoulder, top + side * (half * to) + down * size,
                 top + side * (half * from) + down * size,
                 top + side * (half * from) + down * shoulder},
                light);
    }
    if (random_.below(2) == 0)
        return;
    const Point label = top + down * (shoulder + 0.15 * size);
    polygon(cover_.light,
            {label - side * half, label + side * half, label + side * half + down * (0.3 * size),
             label - side * half + down * (0.3 * size)},
            random_.below(256));
}

}  // namespace

Cover draw_cover(const Occluder& occluder, const Affine& crop_from_face, cv::Size crop,
                 Random& random) {
    return CoverDrawing(occluder, crop_from_face, crop, random).drawn();
}

}  // namespace rudolph

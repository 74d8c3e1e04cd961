#include "core/image/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "core/base/error.h"

namespace rudolph {

const cv::Scalar kTruthColour(0x84, 0xdc, 0x3d);
const cv::Scalar kPredictionColour(0x30, 0x3b, 0xff);
const cv::Scalar kDoubtfulColour(0x0a, 0x9f, 0xff);

namespace {

const cv::Scalar kOutline(24, 20, 20);
const cv::Scalar kPaper(250, 249, 248);
const cv::Scalar kCellFrame(222, 218, 214);
const cv::Scalar kInk(48, 42, 38);
const cv::Scalar kSoftInk(112, 104, 98);

/// OpenCV draws at sub-pixel places given as integers in units of 1/16 pixel.
constexpr int kShift = 4;
/// Beyond this the fixed-point numbers overflow.
constexpr double kFarthest = 1e6;

cv::Point fixed(const Point& point) {
    return {cvRound(point.x * (1 << kShift)), cvRound(point.y * (1 << kShift))};
}

bool can_draw(const Landmarks& landmarks, int i) {
    const Point& point = landmarks.points[static_cast<size_t>(i)];
    return landmarks.is_labelled(i) && std::abs(point.x) < kFarthest &&
           std::abs(point.y) < kFarthest;
}

void draw_marker(cv::Mat& bgr, const Point& at, const cv::Scalar& colour, Marker marker,
                 double radius, int thickness) {
    if (marker == Marker::Circle) {
        cv::circle(bgr, fixed(at), cvRound(radius * (1 << kShift)), colour, thickness, cv::LINE_AA,
                   kShift);
        return;
    }
    const Point down(radius, radius);
    const Point up(radius, -radius);
    cv::line(bgr, fixed(at - down), fixed(at + down), colour, thickness, cv::LINE_AA, kShift);
    cv::line(bgr, fixed(at - up), fixed(at + up), colour, thickness, cv::LINE_AA, kShift);
}

void draw_polyline(cv::Mat& bgr, const Landmarks& landmarks, const Polyline& line,
                   const cv::Scalar& colour, int thickness) {
    const size_t count = line.points.size();
    for (size_t k = 0; k + (line.closed ? 0 : 1) < count; ++k) {
        const int a = line.points[k];
        const int b = line.points[(k + 1) % count];
        if (can_draw(landmarks, a) && can_draw(landmarks, b))
            cv::line(bgr, fixed(landmarks.points[static_cast<size_t>(a)]),
                     fixed(landmarks.points[static_cast<size_t>(b)]), colour, thickness,
                     cv::LINE_AA, kShift);
    }
}

/// Text of at most `width` pixels: what is too long ends in dots.
std::string fitted(std::string text, int face, double size, int width) {
    const auto too_wide = [&](const std::string& candidate) {
        return cv::getTextSize(candidate, face, size, 1, nullptr).width > width;
    };
    if (!too_wide(text))
        return text;
    while (!text.empty() && too_wide(text + "..."))
        text.pop_back();
    return text + "...";
}

void place_picture(cv::Mat& sheet, const cv::Mat& picture, const cv::Rect& cell) {
    cv::rectangle(sheet, cell, cv::Scalar(240, 238, 236), cv::FILLED);
    if (!picture.empty()) {
        cv::Mat colour = picture;
        if (picture.channels() == 1)
            cv::cvtColor(picture, colour, cv::COLOR_GRAY2BGR);
        const double scale = std::min(static_cast<double>(cell.width) / colour.cols,
                                      static_cast<double>(cell.height) / colour.rows);
        const cv::Size size(std::clamp(cvRound(colour.cols * scale), 1, cell.width),
                            std::clamp(cvRound(colour.rows * scale), 1, cell.height));
        cv::Mat scaled;
        cv::resize(colour, scaled, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
        const cv::Point corner(cell.x + (cell.width - size.width) / 2,
                               cell.y + (cell.height - size.height) / 2);
        scaled.copyTo(sheet(cv::Rect(corner, size)));
    }
    cv::rectangle(sheet, cell, kCellFrame, 1);
}

}  // namespace

void draw_landmarks(cv::Mat& bgr, const Landmarks& landmarks, const LandmarkScheme& scheme,
                    const cv::Scalar& colour, Marker marker, double radius) {
    if (bgr.type() != CV_8UC3)
        throw Error("landmarks are drawn on 8-bit colour pictures only");
    if (landmarks.empty())
        return;
    if (scheme.size() != landmarks.size())
        throw Error("the scheme " + scheme.name + " has " + std::to_string(scheme.size()) +
                    " points, the face " + std::to_string(landmarks.size()));
    const int stroke = std::max(1, cvRound(radius * 0.45));
    if (!scheme.lines.empty()) {
        cv::Mat lines = bgr.clone();
        const int thin = std::max(1, cvRound(radius * 0.3));
        for (const Polyline& line : scheme.lines)
            draw_polyline(lines, landmarks, line, kOutline, thin + 2);
        for (const Polyline& line : scheme.lines)
            draw_polyline(lines, landmarks, line, colour, thin);
        cv::addWeighted(lines, 0.6, bgr, 0.4, 0, bgr);
    }
    for (int i = 0; i < landmarks.size(); ++i) {
        if (!can_draw(landmarks, i))
            continue;
        const Point& at = landmarks.points[static_cast<size_t>(i)];
        draw_marker(bgr, at, kOutline, marker, radius, stroke + 2);
        draw_marker(bgr, at, colour, marker, radius, stroke);
    }
}

void draw_box(cv::Mat& bgr, const Box& box, const cv::Scalar& colour, Stroke stroke,
              int thickness) {
    const std::array corners = {Point(box.left, box.top), Point(box.right(), box.top),
                                Point(box.right(), box.bottom()), Point(box.left, box.bottom())};
    for (const Point& corner : corners)
        if (!(std::abs(corner.x) < kFarthest && std::abs(corner.y) < kFarthest))
            return;
    const double dash = std::max(6.0, 5.0 * thickness);
    for (const auto& [ink, width] :
         {std::pair(kOutline, thickness + 2), std::pair(colour, thickness)})
        for (size_t side = 0; side < 4; ++side) {
            const Point from = corners[side];
            const Point along = corners[(side + 1) % 4] - from;
            const double length = cv::norm(along);
            // As many dashes as fit, so that corners are drawn.
            const int parts = stroke == Stroke::Solid
                                  ? 1
                                  : 2 * std::clamp(cvRound(length / dash / 2), 1, 500) + 1;
            for (int part = 0; part < parts; part += 2)
                cv::line(bgr, fixed(from + along * (static_cast<double>(part) / parts)),
                         fixed(from + along * ((part + 1.0) / parts)), ink, width, cv::LINE_AA,
                         kShift);
        }
}

void draw_text(cv::Mat& bgr, const std::string& text, const Point& at, const cv::Scalar& colour,
               double height) {
    constexpr int kFace = cv::FONT_HERSHEY_SIMPLEX;
    constexpr double kCapitals = 22;  // pixels of a capital letter at scale 1
    const double scale = std::max(height, 6.0) / kCapitals;
    const int thickness = std::max(1, cvRound(1.6 * scale));
    const cv::Size size = cv::getTextSize(text, kFace, scale, thickness, nullptr);
    const cv::Point corner(
        std::clamp(cvRound(at.x), 2, std::max(2, bgr.cols - size.width - 2)),
        std::clamp(cvRound(at.y), size.height + 2, std::max(size.height + 2, bgr.rows - 3)));
    cv::putText(bgr, text, corner, kFace, scale, kOutline, thickness + 2, cv::LINE_AA);
    cv::putText(bgr, text, corner, kFace, scale, colour, thickness, cv::LINE_AA);
}

cv::Mat picture_sheet(const std::vector<SheetCell>& cells, int columns, cv::Size cell,
                      const std::string& title) {
    if (columns < 1 || cell.width < 1 || cell.height < 1)
        throw Error("a picture sheet needs at least one column and cells of at least one pixel");
    constexpr int margin = 24;
    constexpr int gap = 16;
    constexpr double title_size = 0.8;
    constexpr double caption_size = 0.45;
    const bool has_captions = std::any_of(cells.begin(), cells.end(),
                                          [](const SheetCell& c) { return !c.caption.empty(); });
    const int title_height = title.empty() ? 0 : 44;
    const int caption_height = has_captions ? 24 : 0;
    const int count = static_cast<int>(cells.size());
    const int across = std::max(1, std::min(columns, count));
    const int down = (count + across - 1) / across;
    const int pitch_x = cell.width + gap;
    const int pitch_y = cell.height + caption_height + gap;
    const int title_width =
        cv::getTextSize(title, cv::FONT_HERSHEY_DUPLEX, title_size, 1, nullptr).width;
    const int width = 2 * margin + std::max(across * pitch_x - gap, std::min(title_width, 1600));
    const int height = 2 * margin + title_height + std::max(0, down * pitch_y - gap);
    cv::Mat sheet(height, width, CV_8UC3, kPaper);
    cv::putText(sheet, fitted(title, cv::FONT_HERSHEY_DUPLEX, title_size, width - 2 * margin),
                {margin, margin + 22}, cv::FONT_HERSHEY_DUPLEX, title_size, kInk, 1, cv::LINE_AA);
    for (int i = 0; i < count; ++i) {
        const SheetCell& item = cells[static_cast<size_t>(i)];
        const cv::Rect place(margin + i % across * pitch_x,
                             margin + title_height + i / across * pitch_y, cell.width, cell.height);
        place_picture(sheet, item.bgr, place);
        cv::putText(sheet, fitted(item.caption, cv::FONT_HERSHEY_SIMPLEX, caption_size, cell.width),
                    {place.x, place.y + place.height + 18}, cv::FONT_HERSHEY_SIMPLEX, caption_size,
                    kSoftInk, 1, cv::LINE_AA);
    }
    return sheet;
}

}  // namespace rudolph

#pragma once

#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// The colours of the whole program, as blue, green, red for OpenCV.
extern const cv::Scalar kTruthColour;       ///< green `#3ddc84`
extern const cv::Scalar kPredictionColour;  ///< red `#ff3b30`: paler reds are lost on skin
extern const cv::Scalar kDoubtfulColour;    ///< orange `#ff9f0a`: predictions that may be wrong

/// Truth is drawn as circles, predictions as crosses: not told apart by colour alone.
enum class Marker { Circle, Cross };

/// Draws points (and the scheme's lines) onto an 8-bit colour picture, antialiased, with a dark
/// outline so that they show on any skin. `radius` in pixels of the picture. Unlabelled points, and
/// lines through them, are left out; `scheme` must have as many points as `landmarks`.
void draw_landmarks(cv::Mat& bgr, const Landmarks& landmarks, const LandmarkScheme& scheme,
                    const cv::Scalar& colour, Marker marker, double radius);

enum class Stroke { Solid, Dashed };

/// Draws the outline of a box, `thickness` pixels wide, with a dark one around it. What lies
/// outside the picture is cut.
void draw_box(cv::Mat& bgr, const Box& box, const cv::Scalar& colour, Stroke stroke, int thickness);

/// Draws a line of ASCII text with a dark outline; `at` is its left end on the base line, `height`
/// that of a capital letter in pixels. Moved where it would leave the picture.
void draw_text(cv::Mat& bgr, const std::string& text, const Point& at, const cv::Scalar& colour,
               double height);

/// One picture of a sheet: any size, colour; it is scaled to fit its cell.
struct SheetCell {
    cv::Mat bgr;
    std::string caption;  ///< ASCII
};

/// A sheet of pictures in rows of `columns`, each cell `cell` pixels large with its caption below.
cv::Mat picture_sheet(const std::vector<SheetCell>& cells, int columns, cv::Size cell,
                      const std::string& title);

}  // namespace rudolph

#pragma once

#include <string>
#include <vector>

#include "core/demo/raster.h"

namespace rudolph::demo {

/// An IMM .asf file of 58 points: paths and connections from the scheme, coordinates relative to
/// the picture (x ÷ width, y ÷ height).
std::string asf_text(const std::vector<Pixel>& points, const std::string& picture_name);

/// A .pts file; its coordinates are 1-based.
std::string pts_text(const std::vector<Pixel>& points);

/// Whole pixels, as face detectors give them.
struct DetectorBox {
    int left, top, side;
};

/// A square about brows to chin that is a little off, as dlib's detector is on the iBUG faces:
/// measured there, side ÷ height of brows to chin is 1.08 ± 0.1, and the centre lies 0.1 higher.
DetectorBox detector_box(const std::vector<Pixel>& ibug_points, std::uint64_t seed, int person,
                         int view);

/// One `<image>` of dlib's list and the whole list; part coordinates are whole pixels, 0-based.
std::string list_entry(const std::string& picture_name, const DetectorBox& box,
                       const std::vector<Pixel>& points);
std::string list_text(const std::vector<std::string>& entries);

}  // namespace rudolph::demo

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/formats/recipe.h"
#include "core/geometry/landmark_scheme.h"
#include "core/video/video_reader.h"

namespace rudolph {

/// What cannot be seen from the files themselves.
struct OpenOptions {
    /// The coordinates of the top-left pixel in .pts files: 1 as iBUG writes them, 0 in some
    /// copies. Empty: 1.
    std::optional<int> pts_first_pixel;
    /// Draws and names the points; must have as many as the faces. Empty: chosen.
    std::optional<LandmarkScheme> scheme;
    /// The folder of a list's pictures, where they are not where the list says. Empty: they are.
    std::filesystem::path pictures;
    /// Says how a layout is read that no reader knows; read by it, whatever else may fit.
    std::optional<Recipe> recipe;
    /// A folder of pictures is opened as such though files beside them may hold points.
    bool pictures_only = false;
    /// Which points of a whole-body COCO file: "keypoints", "face_kpts", "lefthand_kpts",
    /// "righthand_kpts" or "foot_kpts". Empty: the faces where there are any.
    std::string body_part;
    /// Of each video whose frames have files of points, every so many-th of these frames is taken.
    /// 0: all where they are few, else as many as fit a disk.
    int every = 0;
    /// Reads such videos. Empty: only frames that were read before are there.
    OpenVideo open_video;

    int first_pixel() const;  ///< pts_first_pixel, or the usual
};

/// Options as JSON text, so that data open the same way again: what is as usual is left out, and
/// the recipe and a person's own scheme are in it whole. Empty where all is as usual.
std::string opening_text(const OpenOptions& options);

/// The options of such a text; those that are given `by_hand` go first. Throws Error.
OpenOptions open_options_from(const std::string& opening, const OpenOptions& by_hand = {});

}  // namespace rudolph

#pragma once

#include <cstdint>
#include <optional>

#include "core/base/random.h"
#include "core/geometry/affine.h"

namespace rudolph {

/// What training does to every sample, afresh in every epoch: for each effect how far it goes and
/// in what share of the samples it happens. Without an amplitude an effect is off.
struct AugmentationSpec {
    double brightness = 0;    ///< factor on the pixels, uniform in [1 − b, 1 + b]; 0 to 1
    double contrast = 0;      ///< factor on the distance from the crop's mean, likewise; 0 to 1
    double shift_px = 0;      ///< uniform in ±shift along x and along y, in pixels of the crop
    double rotation_deg = 0;  ///< about the crop's centre, uniform in ±rotation; 0 to 180

    double flip = 0;  ///< probability of swapping left and right
    double rotation_probability = 1;
    double shift_probability = 1;
    double scale = 0;  ///< factor about the crop's centre, uniform in [1 − s, 1 + s]; 0 to 0.9
    double scale_probability = 1;
    double gamma = 0;              ///< exponent on the light, e to the power of uniform ±gamma
    double light_probability = 1;  ///< of brightness, contrast and gamma together
    double shade = 0;  ///< one side darkened to a factor of at least 1 − shade; 0 to 1
    double shade_probability = 1;
    double blur_px = 0;  ///< sigma of a gaussian, uniform in [0, blur], in pixels of the crop
    double blur_probability = 1;
    double noise = 0;  ///< standard deviation, uniform in [0, noise], in grey levels of 0 to 255
    double noise_probability = 1;
    int jpeg_quality = 100;  ///< the lowest; 100: no artefacts
    double jpeg_probability = 1;
    double occlusion = 0;  ///< longest side of what covers the face, as a share of the crop; 0 to 1
    double occlusion_probability = 1;
    /// Share of what covers faces that looks like hands, hair, glasses, masks and bottles; the rest
    /// are rectangles.
    double occlusion_things = 0;
    double motion_px = 0;  ///< length of a straight motion blur, uniform in [0, motion], in pixels
    double motion_probability = 1;
    int resolution_px = 0;  ///< least side that a crop is reduced to before it is enlarged; 0: off
    double resolution_probability = 1;

    bool operator==(const AugmentationSpec&) const = default;
};

/// A soft-edged shadow on one side of the crop. Shares are of the crop's longer side.
struct Shade {
    double strength = 0;       ///< the dark side keeps 1 − strength of its light
    double direction_deg = 0;  ///< from the crop's centre to the dark side; 90 is up
    double position = 0;       ///< how far that way the middle of the edge lies, a share
    double softness = 1;       ///< from light to dark, a share

    bool operator==(const Shade&) const = default;
};

enum class OccluderFill {
    Grey,
    Noise,
    Patch  ///< of the same picture
};

/// What an occluder looks like; see draw_cover().
enum class OccluderShape { Band, Hand, Hair, Glasses, Mask, Bottle };
inline constexpr int kOccluderShapes = 6;

/// A rectangle that covers part of the crop, or a thing of about that size.
struct Occluder {
    Point centre = {};     ///< (0, 0) to (1, 1), the crop's corners
    double width = 0;      ///< a share of the crop's longer side
    double height = 0;     ///< likewise
    double angle_deg = 0;  ///< counter-clockwise on the screen
    OccluderFill fill = OccluderFill::Grey;
    int grey = 0;  ///< of Grey, and the middle of Noise; 0 to 255
    OccluderShape shape = OccluderShape::Band;

    bool operator==(const Occluder&) const = default;
};

/// The values that were drawn for one sample. The default changes nothing.
struct AugmentationDraw {
    double brightness = 1;
    double contrast = 1;
    double shift_x_px = 0;
    double shift_y_px = 0;
    double rotation_deg = 0;  ///< counter-clockwise on the screen
    double scale = 1;         ///< above 1 the face grows
    bool flip = false;
    double gamma = 1;  ///< above 1 the crop darkens
    Shade shade = {};
    double blur_px = 0;
    double noise = 0;
    int jpeg_quality = 100;
    std::optional<Occluder> occluder = std::nullopt;
    double motion_px = 0;      ///< length of the way that everything has moved
    double motion_deg = 0;     ///< counter-clockwise from the right, 0 to 180
    double resolution_px = 0;  ///< side that the crop is reduced to; 0: its own
    std::uint64_t seed = 0;    ///< of the noise and of what the occluder is filled with

    bool operator==(const AugmentationDraw&) const = default;
};

/// Draws in a fixed order and number, so that switching one effect off does not change another's
/// values. Key `random` by (seed, epoch, index of the sample).
AugmentationDraw draw_augmentation(const AugmentationSpec& spec, Random& random);

}  // namespace rudolph

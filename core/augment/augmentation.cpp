#include "core/augment/augmentation.h"

#include <cmath>

namespace rudolph {
namespace {

constexpr double kShadeReach = 0.3;      ///< how far a shadow's edge lies from the crop's centre
constexpr double kShadeTilt = 90;        ///< degrees from the horizontal, at most
constexpr double kHardestShade = 0.02;   ///< a share of the crop, from light to dark
constexpr double kSoftestShade = 1.2;    ///< likewise
constexpr double kSmallestCover = 0.25;  ///< longer side of an occluder, of the longest allowed
// Bands, as sunglasses, hair, scarves and hands are: a square as long would hide the whole face.
constexpr double kThinnestCover = 0.2;  ///< shorter side of an occluder, of its longer one
constexpr double kThickestCover = 0.5;  ///< likewise
constexpr double kUprightCovers = 0.3;  ///< share of occluders that are higher than wide
constexpr double kCoverMargin = 0.15;   ///< of the crop, where no occluder has its centre
constexpr double kCoverTilt = 45;       ///< degrees
/// Up to so many times the least resolution: pictures that lose next to nothing teach nothing new.
constexpr double kFinestOverCoarsest = 5;

/// The draws of one sample. Every function takes the same number of values from the generator,
/// whatever the experiment says.
class Drawing {
public:
    Drawing(const AugmentationSpec& spec, Random& random) : spec_(spec), random_(random) {}

    AugmentationDraw all() {
        AugmentationDraw draw;
        // These five came first, and runs made before there were others repeat.
        draw.brightness = 1 + within(spec_.brightness);
        draw.contrast = 1 + within(spec_.contrast);
        draw.shift_x_px = within(spec_.shift_px);
        draw.shift_y_px = within(spec_.shift_px);
        draw.rotation_deg = within(spec_.rotation_deg);
        geometry(draw);
        light(draw);
        quality(draw);
        const std::optional<Occluder> occluder = drawn_occluder();
        if (happens(spec_.occlusion_probability))
            draw.occluder = occluder;
        const std::uint64_t seed = random_.next();
        if (draw.noise > 0 || draw.occluder)
            draw.seed = seed;
        camera(draw);
        const auto shape = static_cast<OccluderShape>(1 + random_.below(kOccluderShapes - 1));
        if (happens(spec_.occlusion_things) && draw.occluder)
            draw.occluder->shape = shape;
        return draw;
    }

private:
    double within(double reach) { return reach * random_.uniform(-1, 1); }
    bool happens(double probability) { return random_.uniform() < probability; }

    void geometry(AugmentationDraw& draw) {
        draw.flip = happens(spec_.flip);
        if (!happens(spec_.rotation_probability))
            draw.rotation_deg = 0;
        if (!happens(spec_.shift_probability))
            draw.shift_x_px = draw.shift_y_px = 0;
        draw.scale = 1 + within(spec_.scale);
        if (!happens(spec_.scale_probability))
            draw.scale = 1;
    }

    void light(AugmentationDraw& draw) {
        draw.gamma = std::exp(within(spec_.gamma));
        if (!happens(spec_.light_probability))
            draw.brightness = draw.contrast = draw.gamma = 1;
        Shade shade;
        // Weak shadows teach little, and light falls from a side more often than from above.
        shade.strength = spec_.shade * std::sqrt(random_.uniform());
        const double tilt = random_.uniform(-1, 1);
        shade.direction_deg = 180 * random_.below(2) + kShadeTilt * tilt * std::abs(tilt);
        shade.position = within(kShadeReach);
        // As many hard edges as soft ones.
        shade.softness = kHardestShade * std::pow(kSoftestShade / kHardestShade, random_.uniform());
        if (happens(spec_.shade_probability) && shade.strength > 0)
            draw.shade = shade;
    }

    void quality(AugmentationDraw& draw) {
        draw.blur_px = spec_.blur_px * random_.uniform();
        if (!happens(spec_.blur_probability))
            draw.blur_px = 0;
        draw.noise = spec_.noise * random_.uniform();
        if (!happens(spec_.noise_probability))
            draw.noise = 0;
        draw.jpeg_quality =
            100 - static_cast<int>(std::lround((100 - spec_.jpeg_quality) * random_.uniform()));
        if (!happens(spec_.jpeg_probability))
            draw.jpeg_quality = 100;
    }

    void camera(AugmentationDraw& draw) {
        draw.motion_px = spec_.motion_px * random_.uniform();
        draw.motion_deg = random_.uniform(0, 180);
        if (!happens(spec_.motion_probability) || draw.motion_px == 0)
            draw.motion_px = draw.motion_deg = 0;
        // As many between 16 and 32 pixels as between 32 and 64.
        draw.resolution_px = spec_.resolution_px * std::pow(kFinestOverCoarsest, random_.uniform());
        if (!happens(spec_.resolution_probability))
            draw.resolution_px = 0;
    }

    std::optional<Occluder> drawn_occluder() {
        Occluder occluder;
        occluder.centre.x = random_.uniform(kCoverMargin, 1 - kCoverMargin);
        occluder.centre.y = random_.uniform(kCoverMargin, 1 - kCoverMargin);
        occluder.width = spec_.occlusion * random_.uniform(kSmallestCover, 1);
        occluder.height = occluder.width * random_.uniform(kThinnestCover, kThickestCover);
        occluder.angle_deg = within(kCoverTilt);
        occluder.fill = static_cast<OccluderFill>(random_.below(3));
        occluder.grey = random_.below(256);
        if (random_.uniform() < kUprightCovers)
            std::swap(occluder.width, occluder.height);
        if (spec_.occlusion > 0)
            return occluder;
        return std::nullopt;
    }

    const AugmentationSpec& spec_;
    Random& random_;
};

}  // namespace

AugmentationDraw draw_augmentation(const AugmentationSpec& spec, Random& random) {
    return Drawing(spec, random).all();
}

}  // namespace rudolph

#include "core/augment/augmentation_effects.h"

#include <algorithm>
#include <cmath>

namespace rudolph {
namespace {

/// What training might draw if nothing but shade and occlusion happened, and they always.
AugmentationDraw drawn_covers(const AugmentationSpec& spec, std::uint64_t seed) {
    AugmentationSpec covers;
    covers.shade = spec.shade;
    covers.occlusion = spec.occlusion;
    covers.occlusion_things = spec.occlusion_things;
    covers.motion_px = spec.motion_px;
    Random random(seed);
    return draw_augmentation(covers, random);
}

Shade shade_alone(const AugmentationSpec& spec, double position, std::uint64_t seed) {
    Shade shade = drawn_covers(spec, seed).shade;
    shade.strength = spec.shade * position;
    return shade;
}

std::optional<Occluder> occluder_alone(const AugmentationSpec& spec, double position,
                                       std::uint64_t seed) {
    std::optional<Occluder> occluder = drawn_covers(spec, seed).occluder;
    if (!occluder || position <= 0)
        return std::nullopt;
    const double longer = std::max(occluder->width, occluder->height);
    occluder->width *= spec.occlusion * position / longer;
    occluder->height *= spec.occlusion * position / longer;
    return occluder;
}

}  // namespace

bool is_on(const AugmentationSpec& spec, AugmentationEffect effect) {
    const bool light = spec.light_probability > 0;
    switch (effect) {
        case AugmentationEffect::Flip:
            return spec.flip > 0;
        case AugmentationEffect::Shift:
            return spec.shift_px > 0 && spec.shift_probability > 0;
        case AugmentationEffect::Rotation:
            return spec.rotation_deg > 0 && spec.rotation_probability > 0;
        case AugmentationEffect::Scale:
            return spec.scale > 0 && spec.scale_probability > 0;
        case AugmentationEffect::Brightness:
            return spec.brightness > 0 && light;
        case AugmentationEffect::Contrast:
            return spec.contrast > 0 && light;
        case AugmentationEffect::Gamma:
            return spec.gamma > 0 && light;
        case AugmentationEffect::Shade:
            return spec.shade > 0 && spec.shade_probability > 0;
        case AugmentationEffect::Blur:
            return spec.blur_px > 0 && spec.blur_probability > 0;
        case AugmentationEffect::Noise:
            return spec.noise > 0 && spec.noise_probability > 0;
        case AugmentationEffect::Jpeg:
            return spec.jpeg_quality < 100 && spec.jpeg_probability > 0;
        case AugmentationEffect::Occlusion:
            return spec.occlusion > 0 && spec.occlusion_probability > 0;
        case AugmentationEffect::Motion:
            return spec.motion_px > 0 && spec.motion_probability > 0;
        case AugmentationEffect::Resolution:
            return spec.resolution_px > 0 && spec.resolution_probability > 0;
    }
    return false;
}

AugmentationDraw draw_alone(const AugmentationSpec& spec, AugmentationEffect effect,
                            double position, std::uint64_t seed) {
    position = std::clamp(position, 0.0, 1.0);
    const double side = 2 * position - 1;
    AugmentationDraw draw;
    switch (effect) {
        case AugmentationEffect::Flip:
            draw.flip = spec.flip > 0 && position > 0.5;
            break;
        case AugmentationEffect::Shift:
            if (position <= 0.5)
                draw.shift_x_px = spec.shift_px * (4 * position - 1);
            else
                draw.shift_y_px = spec.shift_px * (4 * position - 3);
            break;
        case AugmentationEffect::Rotation:
            draw.rotation_deg = spec.rotation_deg * side;
            break;
        case AugmentationEffect::Scale:
            draw.scale = 1 + spec.scale * side;
            break;
        case AugmentationEffect::Brightness:
            draw.brightness = 1 + spec.brightness * side;
            break;
        case AugmentationEffect::Contrast:
            draw.contrast = 1 + spec.contrast * side;
            break;
        case AugmentationEffect::Gamma:
            draw.gamma = std::exp(spec.gamma * side);
            break;
        case AugmentationEffect::Shade:
            draw.shade = shade_alone(spec, position, seed);
            break;
        case AugmentationEffect::Blur:
            draw.blur_px = spec.blur_px * position;
            break;
        case AugmentationEffect::Noise:
            draw.noise = spec.noise * position;
            break;
        case AugmentationEffect::Jpeg:
            draw.jpeg_quality =
                100 - static_cast<int>(std::lround((100 - spec.jpeg_quality) * position));
            break;
        case AugmentationEffect::Occlusion:
            draw.occluder = occluder_alone(spec, position, seed);
            break;
        case AugmentationEffect::Motion:
            draw.motion_px = spec.motion_px * position;
            draw.motion_deg = draw.motion_px > 0 ? drawn_covers(spec, seed).motion_deg : 0;
            break;
        case AugmentationEffect::Resolution:
            // From nothing lost to the least that training draws.
            if (position > 0)
                draw.resolution_px = spec.resolution_px / position;
            break;
    }
    if (draw.noise > 0 || draw.occluder)
        draw.seed = seed;
    return draw;
}

}  // namespace rudolph

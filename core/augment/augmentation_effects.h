#pragma once

#include <array>
#include <cstdint>

#include "core/augment/augmentation.h"

namespace rudolph {

/// The parts of an AugmentationSpec that can be looked at on their own.
enum class AugmentationEffect {
    Flip,
    Shift,
    Rotation,
    Scale,
    Brightness,
    Contrast,
    Gamma,
    Shade,
    Blur,
    Noise,
    Jpeg,
    Occlusion,
    Motion,
    Resolution
};

inline constexpr std::array kAugmentationEffects = {
    AugmentationEffect::Flip,   AugmentationEffect::Shift,      AugmentationEffect::Rotation,
    AugmentationEffect::Scale,  AugmentationEffect::Brightness, AugmentationEffect::Contrast,
    AugmentationEffect::Gamma,  AugmentationEffect::Shade,      AugmentationEffect::Blur,
    AugmentationEffect::Noise,  AugmentationEffect::Jpeg,       AugmentationEffect::Occlusion,
    AugmentationEffect::Motion, AugmentationEffect::Resolution};

/// The experiment lets it happen: neither its reach nor its probability is 0.
bool is_on(const AugmentationSpec& spec, AugmentationEffect effect);

/// This effect and nothing else, `position` of the way (0 to 1) from one end of its range to the
/// other: a rotation by −r, …, 0, …, r; noise of 0, …, n; not flipped in the first half, flipped in
/// the second; shifted from left to right in the first half, from top to bottom in the second. What
/// has more to it than how much (where a shadow lies, what covers the face) is drawn by the seed as
/// training draws it. The probability does not matter.
AugmentationDraw draw_alone(const AugmentationSpec& spec, AugmentationEffect effect,
                            double position, std::uint64_t seed);

}  // namespace rudolph

#include "core/augment/augmentation.h"

namespace rudolph {

AugmentationDraw draw_augmentation(const AugmentationSpec& spec, Random& random) {
    // One number for each effect, always, in this order: see the header.
    const auto within = [&random](double reach) { return reach * random.uniform(-1, 1); };
    AugmentationDraw draw;
    draw.brightness = 1 + within(spec.brightness);
    draw.contrast = 1 + within(spec.contrast);
    draw.shift_x_px = within(spec.shift_px);
    draw.shift_y_px = within(spec.shift_px);
    draw.rotation_deg = within(spec.rotation_deg);
    return draw;
}

}  // namespace rudolph

#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

template <class E, class V>
void visit_augmentation_fields(E& e, V& visit) {
    visit.section("Augmentation");
    visit({.key = "augmentation.brightness",
           .label = "Brightness",
           .tip = "Each picture is made up to this much darker or brighter: 0.2 is up to 20 %, 0 "
                  "leaves it alone.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.brightness);
    visit({.key = "augmentation.contrast",
           .label = "Contrast",
           .tip = "Each picture gets up to this much less or more contrast: 0.2 is up to 20 %, 0 "
                  "leaves it alone.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.contrast);
    visit({.key = "augmentation.shift_px",
           .label = "Shift",
           .tip = "Each picture is moved by up to this many pixels left or right, up or down, and "
                  "its points with it.",
           .unit = "px",
           .minimum = 0,
           .maximum = 512},
          e.augmentation.shift_px);
    visit({.key = "augmentation.rotation_deg",
           .label = "Rotation",
           .tip = "Each picture is turned by up to this angle either way, and its points with it.",
           .unit = "°",
           .minimum = 0,
           .maximum = 180},
          e.augmentation.rotation_deg);
}

}  // namespace rudolph

#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

/// What happens to where things are in the crop.
template <class E, class V>
void visit_geometry_augmentation_fields(E& e, V& visit) {
    visit({.key = "augmentation.flip",
           .label = "Flip",
           .tip = "Share of the pictures in which left and right are swapped, and the names of the "
                  "points with them: 0.5 is every second one.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.flip);
    visit({.key = "augmentation.shift_px",
           .label = "Shift",
           .tip = "Each picture is moved by up to this many pixels left or right, up or down, and "
                  "its points with it.",
           .unit = "px",
           .minimum = 0,
           .maximum = 512},
          e.augmentation.shift_px);
    visit({.key = "augmentation.shift_probability",
           .label = "Shift: share",
           .tip = "Share of the pictures that are moved: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.shift_probability);
    visit({.key = "augmentation.rotation_deg",
           .label = "Rotation",
           .tip = "Each picture is turned by up to this angle either way, and its points with it.",
           .unit = "°",
           .minimum = 0,
           .maximum = 180},
          e.augmentation.rotation_deg);
    visit({.key = "augmentation.rotation_probability",
           .label = "Rotation: share",
           .tip = "Share of the pictures that are turned: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.rotation_probability);
    visit({.key = "augmentation.scale",
           .label = "Scale",
           .tip = "Each face is made up to this much smaller or larger: 0.1 is up to 10 %, 0 "
                  "leaves it alone.",
           .minimum = 0,
           .maximum = 0.9},
          e.augmentation.scale);
    visit({.key = "augmentation.scale_probability",
           .label = "Scale: share",
           .tip = "Share of the pictures that are made smaller or larger: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.scale_probability);
}

/// What happens to the light.
template <class E, class V>
void visit_light_augmentation_fields(E& e, V& visit) {
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
    visit({.key = "augmentation.gamma",
           .label = "Gamma",
           .tip = "How far the dark parts are lifted or lowered while black and white stay: 0.7 is "
                  "an exponent from 0.5 to 2, 0 leaves them alone.",
           .minimum = 0,
           .maximum = 3},
          e.augmentation.gamma);
    visit(
        {.key = "augmentation.light_probability",
         .label = "Light: share",
         .tip =
             "Share of the pictures whose brightness, contrast and gamma change: 1 is all of them.",
         .minimum = 0,
         .maximum = 1},
        e.augmentation.light_probability);
    visit({.key = "augmentation.shade",
           .label = "Shade",
           .tip = "One side of the picture is darkened, up to this much: 0.8 leaves at least a "
                  "fifth of its light.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.shade);
    visit({.key = "augmentation.shade_probability",
           .label = "Shade: share",
           .tip = "Share of the pictures that are darkened on one side: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.shade_probability);
}

/// What makes pictures worse.
template <class E, class V>
void visit_quality_augmentation_fields(E& e, V& visit) {
    visit({.key = "augmentation.blur_px",
           .label = "Blur",
           .tip = "Each picture is blurred by a gaussian with a sigma of up to this many pixels.",
           .unit = "px",
           .minimum = 0,
           .maximum = 32},
          e.augmentation.blur_px);
    visit({.key = "augmentation.blur_probability",
           .label = "Blur: share",
           .tip = "Share of the pictures that are blurred: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.blur_probability);
    visit({.key = "augmentation.noise",
           .label = "Noise",
           .tip = "Each picture gets noise with a standard deviation of up to this many grey "
                  "levels of 255.",
           .minimum = 0,
           .maximum = 128},
          e.augmentation.noise);
    visit({.key = "augmentation.noise_probability",
           .label = "Noise: share",
           .tip = "Share of the pictures that get noise: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.noise_probability);
    visit({.key = "augmentation.jpeg_quality",
           .label = "JPEG quality",
           .tip = "Each picture is compressed with a quality from this one up to 100, and shows "
                  "what that leaves. 100 leaves it alone.",
           .minimum = 1,
           .maximum = 100},
          e.augmentation.jpeg_quality);
    visit({.key = "augmentation.jpeg_probability",
           .label = "JPEG: share",
           .tip = "Share of the pictures that are compressed: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.jpeg_probability);
    visit({.key = "augmentation.motion_px",
           .label = "Motion",
           .tip = "Each picture is blurred along a straight line of up to this many pixels, as "
                  "when the head or the camera moves.",
           .unit = "px",
           .minimum = 0,
           .maximum = 64},
          e.augmentation.motion_px);
    visit({.key = "augmentation.motion_probability",
           .label = "Motion: share",
           .tip = "Share of the pictures that are blurred along a line: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.motion_probability);
    visit({.key = "augmentation.resolution_px",
           .label = "Resolution",
           .tip = "Each picture is reduced to a side of this many pixels or up to five times as "
                  "many and enlarged again, as faces far away are. 0 leaves it alone.",
           .unit = "px",
           .minimum = 0,
           .maximum = 512},
          e.augmentation.resolution_px);
    visit({.key = "augmentation.resolution_probability",
           .label = "Resolution: share",
           .tip = "Share of the pictures that are reduced and enlarged: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.resolution_probability);
    visit({.key = "augmentation.occlusion",
           .label = "Occlusion",
           .tip = "A rectangle of grey, of noise or from elsewhere in the picture covers part of "
                  "it, up to this share of its side. 0 covers nothing.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.occlusion);
    visit({.key = "augmentation.occlusion_probability",
           .label = "Occlusion: share",
           .tip = "Share of the pictures that are covered in part: 1 is all of them.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.occlusion_probability);
    visit({.key = "augmentation.occlusion_things",
           .label = "Occlusion: things",
           .tip = "Share of what covers faces that looks like hands, hair, glasses, masks and "
                  "bottles; the rest are rectangles.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.occlusion_things);
}

template <class E, class V>
void visit_augmentation_fields(E& e, V& visit) {
    visit.section("Augmentation");
    visit_geometry_augmentation_fields(e, visit);
    visit_light_augmentation_fields(e, visit);
    visit_quality_augmentation_fields(e, visit);
}

}  // namespace rudolph

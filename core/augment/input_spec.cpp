#include "core/augment/input_spec.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/error.h"

namespace rudolph {
namespace {

constexpr double kPointsMargin = 1.2;  ///< what a detector sees around the points of a face

void require_size(cv::Size size, const char* what) {
    if (size.width < 1 || size.height < 1)
        throw Error(std::string("the ") + what + " has no pixels");
}

/// The square about the box that fills the longer side of the input.
Affine square_crop(const InputSpec& input, const Box& box) {
    const Box square = squared(box, input.box_scale);
    if (square.empty() || !std::isfinite(square.left + square.top + square.width))
        throw Error("the face's box is empty, so no crop can be made from it", {},
                    "give a box with a width and a height");
    const double scale = std::max(input.width, input.height) / square.width;
    const Point centre((input.width - 1) / 2.0, (input.height - 1) / 2.0);
    return Affine::translation(centre.x, centre.y) * Affine::scaling(scale, scale) *
           Affine::translation(-square.centre().x, -square.centre().y);
}

}  // namespace

Box crop_box(const std::optional<Box>& box, const Landmarks& points_in_image, cv::Size image_size) {
    if (box && !box->empty())
        return *box;
    const Box around_points = squared(bounding_box(points_in_image), kPointsMargin);
    if (!around_points.empty())
        return around_points;
    // Box edges are in the convention of Landmarks: the picture begins half a pixel before 0.
    return {-0.5, -0.5, static_cast<double>(image_size.width),
            static_cast<double>(image_size.height)};
}

Affine crop_from_image(const InputSpec& input, cv::Size image_size, const Box& box,
                       const AugmentationDraw& draw) {
    require_size(input.size(), "network's input");
    require_size(image_size, "picture");
    Affine transform = input.crop == CropKind::WholeImage ? Affine::resize(image_size, input.size())
                                                          : square_crop(input, box);
    const Point centre((input.width - 1) / 2.0, (input.height - 1) / 2.0);
    if (draw.flip)
        transform = Affine{{-1, 0, 2 * centre.x, 0, 1, 0}} * transform;
    if (draw.scale != 1)
        transform = Affine::translation(centre.x, centre.y) *
                    Affine::scaling(draw.scale, draw.scale) *
                    Affine::translation(-centre.x, -centre.y) * transform;
    if (draw.rotation_deg != 0)
        transform = Affine::rotation(draw.rotation_deg, centre) * transform;
    if (draw.shift_x_px != 0 || draw.shift_y_px != 0)
        transform = Affine::translation(draw.shift_x_px, draw.shift_y_px) * transform;
    return transform;
}

}  // namespace rudolph

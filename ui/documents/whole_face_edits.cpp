#include "ui/documents/whole_face_edits.h"

#include <algorithm>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

/// More faces do not change a mean that anyone could see.
constexpr size_t kMostAveraged = 1000;
/// A face in the middle of a picture of which nothing else is known.
constexpr double kShareOfPicture = 0.5;

std::optional<Box> pictureBox(const Sample& face) {
    if (face.image_size.empty())
        return std::nullopt;
    return Box{-0.5, -0.5, double(face.image_size.width), double(face.image_size.height)};
}

}  // namespace

Sample withPointsOf(const Sample& other, Sample face) {
    const bool boxes = other.box && face.box && !other.box->empty() && !face.box->empty();
    const std::optional<Box> from = boxes ? other.box : pictureBox(other);
    const std::optional<Box> to = boxes ? face.box : pictureBox(face);
    face.points_in_image = other.points_in_image;
    if (from && to && *from != *to) {
        const double scale = std::min(to->width / from->width, to->height / from->height);
        const Affine face_from_other = Affine::translation(to->centre().x, to->centre().y) *
                                       Affine::scaling(scale, scale) *
                                       Affine::translation(-from->centre().x, -from->centre().y);
        face.points_in_image = transformed(face_from_other, other.points_in_image);
    }
    face.end_proposal();
    return face;
}

Sample withShape(const Landmarks& shape, Sample face) {
    std::optional<Box> box = face.box;
    if (!box || box->empty()) {
        box = pictureBox(face);
        if (!box)
            return face;
        const double side = kShareOfPicture * std::min(box->width, box->height);
        const Point centre = box->centre();
        box = Box{centre.x - side / 2, centre.y - side / 2, side, side};
    }
    face.points_in_image = fitted_to_box(shape, *box);
    face.end_proposal();
    return face;
}

Landmarks startingShape(const Dataset& dataset) {
    std::vector<const Landmarks*> shapes;
    const size_t step = std::max<size_t>(1, dataset.samples.size() / kMostAveraged);
    for (size_t i = 0; i < dataset.samples.size(); i += step)
        if (dataset.samples[i].has_truth())
            shapes.push_back(&dataset.samples[i].points_in_image);
    Landmarks mean = mean_shape(shapes);
    const bool whole =
        !mean.empty() &&
        std::all_of(mean.visibility.begin(), mean.visibility.end(),
                    [](Visibility visibility) { return visibility != Visibility::NotLabelled; });
    return whole ? mean : reference_shape(dataset.scheme);
}

Sample accepted(Sample face) {
    face.end_proposal();
    return face;
}

Sample rejected(Sample face) {
    face.points_in_image = {};
    face.end_proposal();
    return face;
}

}  // namespace rudolph

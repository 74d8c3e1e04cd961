#include "core/predict/predictor.h"

#include "core/base/error.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

/// A face is cut out at most so many times larger or smaller than its box said: what asks for more
/// is no face.
constexpr double kMostZoom = 2.5;

/// What lays the points where they are on average; empty when they look like no face.
std::optional<Affine> centring(const Landmarks& points_in_crop, const Landmarks& mean_in_crop) {
    const std::optional<Affine> mean_from_points = align(points_in_crop, mean_in_crop);
    if (!mean_from_points)
        return std::nullopt;
    const double zoom = mean_from_points->scale();
    if (!(zoom < kMostZoom && zoom > 1 / kMostZoom))
        return std::nullopt;
    return mean_from_points;
}

}  // namespace

std::vector<Landmarks> Predictor::predict_faces(const std::vector<const FacePicture*>& faces) {
    const InputSpec& input = info().input;
    const Landmarks mean_in_crop = points_from_normalised(
        info().mean_shape.data(), static_cast<int>(info().mean_shape.size() / 2), input.size());
    std::vector<Affine> crops_from_images;
    for (const FacePicture* face : faces)
        crops_from_images.push_back(crop_from_image(input, face->image_size, face->box));
    std::vector<Landmarks> points_in_crops;
    for (int look = 0; look < info().model.looks; ++look) {
        for (size_t i = 0; i < points_in_crops.size(); ++i)
            if (const auto centred_from_crop = centring(points_in_crops[i], mean_in_crop))
                crops_from_images[i] = *centred_from_crop * crops_from_images[i];
        std::vector<cv::Mat> crops;
        for (size_t i = 0; i < faces.size(); ++i)
            crops.push_back(cut_out(faces[i]->source, crops_from_images[i], input.size()));
        points_in_crops = predict_crops(crops);
    }
    for (size_t i = 0; i < faces.size(); ++i)
        points_in_crops.at(i) = transformed(crops_from_images[i].inverse(), points_in_crops[i]);
    return points_in_crops;
}

Landmarks Predictor::predict(const cv::Mat& grey_image, const std::optional<Box>& box) {
    FacePicture face;
    face.image_size = grey_image.size();
    face.box = crop_box(box, {}, grey_image.size());
    face.source = make_cropping_source(grey_image, info().input, face.box);
    return predict_faces({&face}).front();
}

}  // namespace rudolph

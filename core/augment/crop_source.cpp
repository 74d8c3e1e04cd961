#include "core/augment/crop_source.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/decode.h"

namespace rudolph {
namespace {

constexpr double kSourceOverCrop = 2;   ///< resolution kept for the bilinear warp
constexpr int kLeastReduced = 4;        ///< pixels of a side that is reduced further
constexpr double kReachOverSquare = 2;  ///< a crop's square grown by half its size on each side

/// The whole pixels that a box touches, inside the image, at least one.
cv::Rect pixels_of(const Box& box, cv::Size image) {
    const double left = std::clamp(std::floor(box.left + 0.5), 0.0, image.width - 1.0);
    const double top = std::clamp(std::floor(box.top + 0.5), 0.0, image.height - 1.0);
    const double right = std::clamp(std::ceil(box.right() + 0.5), left + 1, image.width + 0.0);
    const double bottom = std::clamp(std::ceil(box.bottom() + 0.5), top + 1, image.height + 0.0);
    return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
            static_cast<int>(bottom - top)};
}

/// The size that `pixels` may shrink to when crops scale them by `crop_scale`.
int reduced(int pixels, double crop_scale) {
    const double factor = std::min(1.0, kSourceOverCrop * crop_scale);
    return std::max(1, static_cast<int>(std::ceil(pixels * factor - 1e-9)));
}

/// The pixels of a reduced picture that touch a part of the whole one.
cv::Rect in_reduced(const cv::Rect& part, int reduction, cv::Size reduced_size) {
    const cv::Point from(part.x / reduction, part.y / reduction);
    const cv::Point to((part.br().x + reduction - 1) / reduction,
                       (part.br().y + reduction - 1) / reduction);
    return cv::Rect(from, to) & cv::Rect(cv::Point(), reduced_size);
}

CropSource source_of(const ReducedImage& picture, const InputSpec& input, const Box& box) {
    const Affine crop = crop_from_image(input, picture.full_size, box);
    cv::Rect region(cv::Point(), picture.full_size);
    if (input.crop == CropKind::FaceBox)
        region = pixels_of(squared(box, input.box_scale * kReachOverSquare), region.size());
    region = in_reduced(region, picture.reduction, picture.grey.size());
    // What these pixels cover of the whole picture; beyond its edge by less than one of them.
    const cv::Size covered = region.size() * picture.reduction;
    const cv::Size size(reduced(covered.width, crop.matrix(0, 0)),
                        reduced(covered.height, crop.matrix(1, 1)));
    CropSource source;
    source.source_from_image =
        Affine::resize(covered, size) *
        Affine::translation(-region.x * picture.reduction, -region.y * picture.reduction);
    cv::Mat grey = picture.grey(region);
    try {
        if (size != region.size())
            cv::resize(picture.grey(region), grey, size, 0, 0, cv::INTER_AREA);
        else if (region.size() != picture.grey.size())
            grey = grey.clone();  // the rest need not be kept
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            throw std::bad_alloc();
        throw Error("the picture cannot be reduced: " + error.err);
    }
    source.versions.push_back(std::move(grey));
    return source;
}

/// The largest reduction that leaves the resolution of a cropping source.
int most_reduction(const InputSpec& input, cv::Size image_size, const Box& box) {
    const Affine crop = crop_from_image(input, image_size, box);
    const double scale = kSourceOverCrop * std::max(crop.matrix(0, 0), crop.matrix(1, 1));
    return static_cast<int>(std::clamp(1 / scale + 1e-9, 1.0, 8.0));
}

}  // namespace

CropSource whole_crop_source(const cv::Mat& picture) {
    if (picture.empty() || (picture.type() != CV_8UC1 && picture.type() != CV_8UC3))
        throw Error("faces are predicted in grey or colour pictures of 8 bits with pixels");
    CropSource source;
    try {
        cv::Mat grey = picture;
        if (picture.channels() == 3)
            cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
        source.versions.push_back(grey);
        for (cv::Mat finer = grey; finer.rows >= kLeastReduced && finer.cols >= kLeastReduced;) {
            // Whole blocks only, so that a pixel of the reduced picture is one of four.
            const cv::Size half(finer.cols / 2, finer.rows / 2);
            cv::Mat reduced;
            cv::resize(finer(cv::Rect({}, half * 2)), reduced, half, 0, 0, cv::INTER_AREA);
            source.versions.push_back(reduced);
            finer = reduced;
        }
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            throw std::bad_alloc();
        throw Error("the picture cannot be reduced: " + error.err);
    }
    return source;
}

CropSource make_crop_source(const cv::Mat& grey_image, const InputSpec& input, const Box& box) {
    if (grey_image.empty() || grey_image.type() != CV_8UC1)
        throw Error("crops are made from 8-bit grey pictures");
    return source_of({grey_image, 1, grey_image.size()}, input, box);
}

cv::Mat cut_out(const CropSource& source, const Affine& crop_from_image, cv::Size crop) {
    const double scale = crop_from_image.scale() / source.source_from_image.scale();
    if (source.empty() || !(scale > 0))
        throw Error("the crop has no size");
    size_t version = 0;
    double reduction = 1;
    for (; version + 1 < source.versions.size() && 2 * reduction * scale <= 1; reduction *= 2)
        ++version;
    Affine version_from_image = source.source_from_image;
    if (version > 0)
        // Pixel x of a reduced picture covers the `reduction` pixels from x · reduction on.
        version_from_image = Affine::translation(-0.5, -0.5) *
                             Affine::scaling(1 / reduction, 1 / reduction) *
                             Affine::translation(0.5, 0.5) * version_from_image;
    cv::Mat grey;
    try {
        cv::warpAffine(source.versions[version], grey,
                       (crop_from_image * version_from_image.inverse()).matrix, crop,
                       cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    } catch (const cv::Exception& error) {
        throw Error("the crop cannot be made: " + error.err);
    }
    return grey;
}

FacePicture read_whole_face_picture(const std::filesystem::path& file,
                                    const std::optional<Box>& box,
                                    const Landmarks& points_in_image) {
    return with_memory_for(file, [&] {
        const cv::Mat picture = decode_image(file);
        return FacePicture{whole_crop_source(picture), picture.size(),
                           crop_box(box, points_in_image, picture.size())};
    });
}

FacePicture read_face_picture(const std::filesystem::path& file, const InputSpec& input,
                              const std::optional<Box>& box, const Landmarks& points_in_image) {
    return with_memory_for(file, [&] {
        const ReducedImage picture = decode_reduced(file, [&](cv::Size image_size) {
            return most_reduction(input, image_size, crop_box(box, points_in_image, image_size));
        });
        FacePicture face;
        face.image_size = picture.full_size;
        face.box = crop_box(box, points_in_image, face.image_size);
        face.source = source_of(picture, input, face.box);
        return face;
    });
}

}  // namespace rudolph

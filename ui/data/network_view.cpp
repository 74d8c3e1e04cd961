#include "ui/data/network_view.h"

#include <algorithm>
#include <numeric>

#include "core/augment/crop.h"
#include "core/image/decode.h"
#include "ui/base/image_convert.h"

namespace rudolph {

NetworkView networkView(const Sample& sample, const LandmarkScheme& scheme, const InputSpec& input,
                        TargetPoints target) {
    const std::vector<int> kept = target_indices(target, scheme);
    const cv::Mat grey = decode_image(sample.image, Colour::Grey);
    const Box box = crop_box(sample.box, sample.points_in_image, grey.size());
    const CropSource source = make_crop_source(grey, input, box);
    const Crop crop = make_crop(source, input, grey.size(), box, sample.points_in_image);

    NetworkView view;
    view.crop = toQImage(crop.grey);
    view.channels = input.channels;
    std::vector<float> tensor(static_cast<size_t>(input.channels) * input.height * input.width);
    write_input(crop.grey, input, tensor.data());
    const auto [low, high] = std::minmax_element(tensor.begin(), tensor.end());
    view.lowest = *low;
    view.highest = *high;
    view.average = static_cast<float>(std::accumulate(tensor.begin(), tensor.end(), 0.0) /
                                      static_cast<double>(tensor.size()));
    if (!sample.points_in_image.empty()) {
        view.points_in_crop = subset(crop.points_in_crop, kept);
        view.scheme = subset(scheme, kept);
        view.labels = normalised_labels(view.points_in_crop, input.size());
    }
    return view;
}

}  // namespace rudolph

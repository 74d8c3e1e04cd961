#pragma once

#include <QImage>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// One face as a network gets it, without augmentation.
struct NetworkView {
    QImage crop;  ///< grey, the size of the input
    int channels = 1;
    Landmarks points_in_crop;  ///< those that are learnt
    LandmarkScheme scheme;     ///< of those points
    /// Of the tensor's values, (pixel/255 − mean) / deviation.
    float lowest = 0;
    float highest = 0;
    float average = 0;
    std::vector<float> labels;  ///< normalised_labels of points_in_crop

    bool isEmpty() const { return crop.isNull(); }
};

/// Decodes the picture and does with it what training does. Any thread. Throws Error.
NetworkView networkView(const Sample& sample, const LandmarkScheme& scheme, const InputSpec& input,
                        TargetPoints target);

}  // namespace rudolph

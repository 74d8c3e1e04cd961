#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/predict/predictor.h"

namespace rudolph {

// What all that measure a model over a data set share.

/// The most crops that a network gets at once.
inline constexpr size_t kMeasuringBatch = 32;

/// One face as a model sees it: one crop, or several that were made worse in different ways. A crop
/// is missing where that way does not apply to the face.
struct FaceCrops {
    const Sample* sample = nullptr;
    std::vector<std::optional<Crop>> crops;
};

/// Makes the crops of a face whose picture has been read; called from several threads.
using MakeCrops =
    std::function<std::vector<std::optional<Crop>>(const Sample& sample, const FacePicture&)>;

/// Throws Error when the data set's points are not the model's.
void require_same_scheme(const ModelInfo& info, const Dataset& dataset);

/// The crops of some samples, in their order, decoded on all processors; without those that have no
/// points or whose picture does not decode, which become problems.
std::vector<FaceCrops> prepare_crops(const Dataset& dataset, const std::vector<int>& samples,
                                     const InputSpec& input, const MakeCrops& make,
                                     std::vector<Problem>& problems, const CancelToken& cancel);

/// Predicts for crop number `column` of faces[begin … end), at most kMeasuringBatch of them, and
/// appends the results of those that have it. `scheme`: of the data set.
void measure_crops(Predictor& predictor, const LandmarkScheme& scheme,
                   const std::vector<FaceCrops>& faces, size_t begin, size_t end, size_t column,
                   std::vector<FaceResult>& results);

}  // namespace rudolph

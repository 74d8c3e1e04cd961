#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/eval/stress.h"
#include "core/predict/ask_model.h"
#include "core/predict/yardstick.h"

namespace rudolph {

// What all that measure a model over a data set share.

/// So many pictures are in memory, and faces shown to a network, at once.
inline constexpr size_t kMeasuringBatch = 16;

/// One face as a model is shown it: once, or made worse in different ways. A way that does not
/// apply to the face is missing.
struct FaceViews {
    const Sample* sample = nullptr;
    std::vector<std::optional<PresentedFace>> views;
};

/// Makes the views of a face whose picture has been read; called from several threads.
using MakeViews = std::function<std::vector<std::optional<PresentedFace>>(const Sample& sample,
                                                                          FacePicture picture)>;

/// The views of some samples, in their order, decoded on all processors; without those that have no
/// points or whose picture does not decode, which become problems.
std::vector<FaceViews> prepare_faces(const Dataset& dataset, const std::vector<int>& samples,
                                     const MakeViews& make, std::vector<Problem>& problems,
                                     const CancelToken& cancel);

/// Asks the model about view number `column` of each face, at most kMeasuringBatch of them, and
/// appends the results of those that have it. Returns the answers to these faces, in their order.
std::vector<ModelAnswer> measure_faces(Predictor& predictor, const Yardstick& yardstick,
                                       const std::vector<FaceViews>& faces, size_t column,
                                       std::vector<FaceResult>& results,
                                       Asking asking = Asking::Fully);

}  // namespace rudolph

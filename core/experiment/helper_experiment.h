#pragma once

#include "core/dataset/dataset.h"
#include "core/experiment/experiment.h"

namespace rudolph {

/// How to train a network that helps with marking the rest of a data set, on the faces that have
/// points so far: face68-fast, from the weights of Rudolph's own model where the scheme's points
/// are known to it, for so many epochs that few faces are learnt and many do not take hours;
/// without what the scheme does not allow (mirroring, a second look).
Experiment helper_experiment(const Dataset& dataset);
inline constexpr const char* kHelperName = "helper";

}  // namespace rudolph

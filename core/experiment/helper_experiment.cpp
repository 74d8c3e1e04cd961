#include "core/experiment/helper_experiment.h"

#include <algorithm>

#include "core/experiment/shipped_models.h"
#include "core/geometry/scheme_map.h"

namespace rudolph {
namespace {

/// Faces shown in all: what 80 faces need in 40 epochs (see the guide's chapter on training).
constexpr int kShown = 3200;
constexpr int kFewestEpochs = 12;
constexpr int kMostEpochs = 60;
constexpr int kManyFaces = 150;
/// A second look is laid by so many points.
constexpr int kPointsOfLooks = 3;

}  // namespace

Experiment helper_experiment(const Dataset& dataset) {
    Experiment experiment = preset("face68-fast");
    experiment.name = kHelperName;
    experiment.description = "Helps with marking the rest of " + dataset.name + ".";
    experiment.data = dataset.source.string();
    experiment.opening = dataset.opening;
    const auto faces = static_cast<int>(dataset.labelled().size());
    experiment.epochs = std::clamp(kShown / std::max(1, faces), kFewestEpochs, kMostEpochs);
    experiment.batch_size = faces < kManyFaces ? 8 : 16;
    if (find_scheme_map(builtin_scheme("ibug-68"), dataset.scheme))
        experiment.model.weights = kDefaultModel;
    if (!dataset.scheme.has_mirror_pairs) {
        experiment.augmentation.flip = 0;
        experiment.model.flip_average = Switch::Off;
    }
    if (dataset.scheme.size() < kPointsOfLooks)
        experiment.model.looks = 1;
    return experiment;
}

}  // namespace rudolph

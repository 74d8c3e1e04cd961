#include "core/predict/evaluate.h"

#include <algorithm>

#include "core/predict/measure_faces.h"

namespace rudolph {
EvaluationReport evaluate(Predictor& predictor, const Dataset& dataset,
                          const std::vector<int>& samples, std::vector<Problem>& problems,
                          const CancelToken& cancel, const ProgressCallback& progress) {
    const ModelInfo& info = predictor.info();
    const Yardstick yardstick(info, dataset);
    const auto make = [](const Sample&, FacePicture picture) {
        return std::vector<std::optional<PresentedFace>>{PresentedFace{std::move(picture), {}}};
    };
    std::vector<FaceResult> results;
    const auto total = static_cast<std::int64_t>(samples.size());
    for (size_t start = 0; start < samples.size(); start += kMeasuringBatch) {
        cancel.throw_if_cancelled();
        const size_t stop = std::min(samples.size(), start + kMeasuringBatch);
        const std::vector<int> chunk(samples.begin() + static_cast<long>(start),
                                     samples.begin() + static_cast<long>(stop));
        const auto faces = prepare_faces(dataset, chunk, make, problems, cancel);
        cancel.throw_if_cancelled();
        measure_faces(predictor, yardstick, faces, 0, results);
        if (progress)
            progress({static_cast<std::int64_t>(stop), total});
    }
    return evaluation_report(std::move(results), yardstick.normaliser_name(),
                             info.predicted_scheme());
}

}  // namespace rudolph

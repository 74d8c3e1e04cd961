#include "core/study/study_cases.h"

#include <cmath>
#include <unordered_map>

#include "core/base/nan.h"
#include "core/eval/study_statistics.h"

namespace rudolph {
namespace {

/// One face in all runs that have it.
using Repeated = std::vector<const CasePrediction*>;

double mean_of(const Repeated& face, double FaceResult::*value) {
    double sum = 0;
    int known = 0;
    for (const CasePrediction* run : face)
        if (std::isfinite(run->result.*value)) {
            sum += run->result.*value;
            ++known;
        }
    return known > 0 ? sum / known : kNaN;
}

double deviation_of(const Repeated& face) {
    std::vector<double> errors;
    for (const CasePrediction* run : face)
        if (const double error = ranking_error(run->result); std::isfinite(error))
            errors.push_back(error);
    return spread_of(errors).deviation;
}

CasePrediction mean_case(const Repeated& face) {
    CasePrediction mean = *face.front();
    FaceResult& result = mean.result;
    for (double FaceResult::*value :
         {&FaceResult::squared_error, &FaceResult::error_px, &FaceResult::nme})
        result.*value = mean_of(face, value);
    for (size_t point = 0; point < result.predicted_in_image.points.size(); ++point) {
        Point sum(0, 0);
        for (const CasePrediction* run : face)
            sum = sum + run->result.predicted_in_image.points[point];
        result.predicted_in_image.points[point] = sum * (1.0 / static_cast<double>(face.size()));
    }
    return mean;
}

}  // namespace

StudyCases study_cases(const std::vector<std::vector<CasePrediction>>& runs) {
    std::vector<Repeated> faces;
    std::unordered_map<std::string, size_t> places;
    for (const auto& run : runs) {
        for (const CasePrediction& face : run) {
            const auto [place, is_new] = places.emplace(face.result.sample_id, faces.size());
            if (is_new)
                faces.emplace_back();
            Repeated& repeated = faces[place->second];
            if (repeated.empty() || repeated.front()->result.predicted_in_image.size() ==
                                        face.result.predicted_in_image.size())
                repeated.push_back(&face);
        }
    }
    StudyCases merged;
    for (const Repeated& face : faces) {
        merged.cases.push_back(mean_case(face));
        merged.deviations.push_back(deviation_of(face));
        merged.runs.push_back(static_cast<int>(face.size()));
    }
    return merged;
}

}  // namespace rudolph

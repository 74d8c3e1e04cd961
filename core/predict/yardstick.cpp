#include "core/predict/yardstick.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/error.h"

namespace rudolph {

bool is_models_scheme(const LandmarkScheme& of_model, const LandmarkScheme& of_faces) {
    const bool as_many = of_model.size() == of_faces.size();
    return same_points(of_model, of_faces) ||
           (as_many && (of_model.name == of_faces.name ||
                        of_model.point_names == numbered_points(of_model.size()).point_names));
}

Yardstick::Yardstick(const ModelInfo& info, const Dataset& dataset)
    : dataset_scheme_(dataset.scheme), model_scheme_(info.scheme), indices_(info.indices) {
    if (is_models_scheme(model_scheme_, dataset_scheme_)) {
        is_assumed_ = model_scheme_.name != dataset_scheme_.name &&
                      !same_points(model_scheme_, dataset_scheme_);
        return;
    }
    map_ = find_scheme_map(dataset_scheme_, model_scheme_);
    if (!map_ || points() == 0)
        throw Error("the model predicts points of '" + model_scheme_.name +
                        "', but the faces are annotated with '" + dataset_scheme_.name +
                        "', and no point of one is known to be one of the other",
                    {dataset.source}, "choose faces of the model's scheme");
    const auto is_found = [&](int point) {
        return !map_->sources.at(static_cast<size_t>(point)).empty();
    };
    const auto& distance = model_scheme_.normaliser;
    has_models_distance_ = distance &&
                           std::all_of(distance->from.begin(), distance->from.end(), is_found) &&
                           std::all_of(distance->to.begin(), distance->to.end(), is_found);
}

int Yardstick::points() const {
    if (!map_)
        return static_cast<int>(indices_.size());
    return static_cast<int>(std::count_if(indices_.begin(), indices_.end(), [&](int point) {
        return !map_->sources.at(static_cast<size_t>(point)).empty();
    }));
}

Landmarks Yardstick::truth_in_image(const Sample& sample) const {
    if (!map_)
        return subset(sample.points_in_image, indices_);
    const Landmarks whole = mapped(sample.points_in_image, *map_);
    if (!whole.empty())
        return subset(whole, indices_);
    Landmarks none(std::vector<Point>(indices_.size()));
    none.visibility.assign(indices_.size(), Visibility::NotLabelled);
    return none;
}

double Yardstick::distance(const Sample& sample) const {
    if (!map_ || !has_models_distance_)
        return dataset_scheme_.normalising_distance(sample.points_in_image);
    return model_scheme_.normalising_distance(mapped(sample.points_in_image, *map_));
}

std::string Yardstick::normaliser_name() const {
    return map_ && has_models_distance_ ? model_scheme_.normaliser_name()
                                        : dataset_scheme_.normaliser_name();
}

std::string Yardstick::remark() const {
    if (map_)
        return fmt::format("{} of {} points of {}, found in {}", points(), indices_.size(),
                           model_scheme_.name, dataset_scheme_.name);
    if (is_assumed_)
        return fmt::format("the model's {} numbered points are taken for those of {}",
                           model_scheme_.size(), dataset_scheme_.name);
    return {};
}

}  // namespace rudolph

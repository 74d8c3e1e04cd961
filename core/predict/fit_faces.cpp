#include "core/predict/fit_faces.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/predict/ask_model.h"

namespace rudolph {
namespace {

/// The model's points in the order of the scheme.
Landmarks in_scheme(const Landmarks& predicted, const std::vector<int>& place_of,
                    const LandmarkScheme& scheme) {
    Landmarks result;
    result.points.resize(static_cast<size_t>(scheme.size()));
    result.visibility.resize(static_cast<size_t>(scheme.size()), Visibility::NotLabelled);
    for (size_t i = 0; i < place_of.size(); ++i) {
        if (place_of[i] < 0)
            continue;
        const auto place = static_cast<size_t>(place_of[i]);
        result.points[place] = predicted.points.at(i);
        result.visibility[place] = predicted.visibility.at(i);
    }
    return result;
}

std::optional<double> disagreement(const Landmarks& fitted, const Landmarks& annotated,
                                   const LandmarkScheme& scheme) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < std::min(fitted.size(), annotated.size()); ++i) {
        if (!fitted.is_labelled(i) || !annotated.is_labelled(i))
            continue;
        const auto k = static_cast<size_t>(i);
        sum += cv::norm(fitted.points[k] - annotated.points[k]);
        ++count;
    }
    if (count == 0 || annotated.size() != scheme.size())
        return std::nullopt;
    double distance = scheme.normalising_distance(annotated);
    if (distance <= 0) {  // eye corners that are not labelled yet
        const Box box = bounding_box(annotated);
        distance = std::sqrt(box.width * box.height);
    }
    if (distance <= 0)
        return std::nullopt;
    return sum / count / distance;
}

}  // namespace

std::vector<int> points_in_scheme(const ModelInfo& model, const LandmarkScheme& scheme) {
    std::vector<int> places;
    bool any = false;
    for (const int i : model.indices) {
        const std::string& name = model.scheme.point_names.at(static_cast<size_t>(i));
        const auto found = std::find(scheme.point_names.begin(), scheme.point_names.end(), name);
        const bool there = found != scheme.point_names.end();
        any = any || there;
        places.push_back(there ? static_cast<int>(found - scheme.point_names.begin()) : -1);
    }
    if (any)
        return places;
    if (model.scheme.size() == scheme.size())
        return model.indices;
    throw Error("the model finds points of '" + model.scheme.name + "', and the faces have '" +
                    scheme.name + "': no point has the same name",
                {}, "choose a model that was trained on faces with this scheme");
}

void fit_faces(Predictor& predictor, const Dataset& dataset, const LandmarkScheme& scheme,
               const std::vector<int>& samples, const std::function<void(FaceFit)>& found,
               std::vector<Problem>& problems, const CancelToken& cancel,
               const ProgressCallback& progress) {
    const std::vector<int> places = points_in_scheme(predictor.info(), scheme);
    std::int64_t done = 0;
    for (const int i : samples) {
        cancel.throw_if_cancelled();
        const Sample& face = dataset.samples.at(static_cast<size_t>(i));
        try {
            const FacePicture picture =
                read_whole_face_picture(face.image, face.box, face.points_in_image);
            const auto answers = ask_model(
                predictor, {{&picture.source, first_crop_from_image(predictor.info(), picture)}});
            const Landmarks points = in_scheme(answers.front().points_in_image, places, scheme);
            found({i, points, disagreement(points, face.points_in_image, scheme)});
        } catch (const Error& error) {
            problems.push_back(problem_from(error, face.image, face.id));
        }
        if (progress)
            progress({++done, static_cast<std::int64_t>(samples.size())});
    }
}

}  // namespace rudolph

#include "core/predict/suggest_faces.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/spread.h"
#include "core/geometry/shape.h"
#include "core/predict/confidence.h"

namespace rudolph {
namespace {

constexpr int kGreySide = 16;
/// The small picture shows the box grown by so much: hair and what is around count, too.
constexpr double kGreyOverBox = 1.3;
/// What a face counts of which the model is certain: it may be of a kind that is not there yet.
constexpr double kLeastDoubt = 0.1;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// So many pairs tell how far two faces are apart on average.
constexpr int kMostPairs = 2000;

/// One face ready to be compared: its points on the mean shape, in face sizes.
struct ComparedLook {
    Landmarks shape;
    const std::vector<float>* grey = nullptr;
};

std::vector<ComparedLook> compared(const std::vector<const FaceLook*>& looks) {
    std::vector<const Landmarks*> shapes;
    for (const FaceLook* look : looks)
        if (!look->points.empty())
            shapes.push_back(&look->points);
    const Landmarks mean = mean_shape(shapes);
    std::vector<ComparedLook> result;
    for (const FaceLook* look : looks) {
        ComparedLook& one = result.emplace_back();
        one.grey = &look->grey;
        if (const auto mean_from_face = align(look->points, mean))
            one.shape = transformed(*mean_from_face, look->points);
    }
    return result;
}

/// NaN where there is nothing to compare.
double shape_distance(const ComparedLook& a, const ComparedLook& b) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < std::min(a.shape.size(), b.shape.size()); ++i) {
        if (!a.shape.is_labelled(i) || !b.shape.is_labelled(i))
            continue;
        const auto k = static_cast<size_t>(i);
        const Point apart = a.shape.points[k] - b.shape.points[k];
        sum += apart.dot(apart);
        ++count;
    }
    return count == 0 ? kUnknown : std::sqrt(sum / count);
}

double grey_distance(const ComparedLook& a, const ComparedLook& b) {
    if (a.grey->empty() || a.grey->size() != b.grey->size())
        return kUnknown;
    double sum = 0;
    for (size_t i = 0; i < a.grey->size(); ++i) {
        const double apart = (*a.grey)[i] - (*b.grey)[i];
        sum += apart * apart;
    }
    return std::sqrt(sum / static_cast<double>(a.grey->size()));
}

/// What two faces are apart on average; 0 where no two can be compared.
template <class Distance>
double usual(const std::vector<ComparedLook>& looks, const Distance& distance) {
    const std::vector<size_t> some = spread_places(looks.size(), 64);
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < some.size(); ++i)
        for (size_t j = 0; j < i && count < kMostPairs; ++j)
            if (const double apart = distance(looks[some[i]], looks[some[j]]);
                std::isfinite(apart)) {
                sum += apart;
                ++count;
            }
    return count == 0 ? 0 : sum / count;
}

struct Yardsticks {
    double shape = 0;
    double grey = 0;
};

/// The mean of both, each over what is usual; 1 where neither can be told.
double distance_between(const ComparedLook& a, const ComparedLook& b, const Yardsticks& usual) {
    double sum = 0;
    int count = 0;
    const auto add = [&](double apart, double is_usual) {
        if (std::isfinite(apart) && is_usual > 0) {
            sum += apart / is_usual;
            ++count;
        }
    };
    add(shape_distance(a, b), usual.shape);
    add(grey_distance(a, b), usual.grey);
    return count == 0 ? 1 : sum / count;
}

std::vector<float> grey_of(const FacePicture& picture, const Landmarks& points) {
    const Box box = points.empty() ? picture.box : crop_box({}, points, picture.image_size);
    const double side = kGreyOverBox * std::max(box.width, box.height);
    if (!(side > 0) || !std::isfinite(side))
        return {};
    const Point centre = box.centre();
    const double middle = (kGreySide - 1) / 2.0;
    const Affine small_from_image = Affine::translation(middle, middle) *
                                    Affine::scaling(kGreySide / side, kGreySide / side) *
                                    Affine::translation(-centre.x, -centre.y);
    const cv::Mat small = cut_out(picture.source, small_from_image, {kGreySide, kGreySide});
    std::vector<float> grey;
    for (int y = 0; y < small.rows; ++y)
        for (int x = 0; x < small.cols; ++x)
            grey.push_back(static_cast<float>(small.at<std::uint8_t>(y, x)) / 255);
    return grey;
}

std::vector<int> unmarked(const Dataset& dataset) {
    std::vector<int> faces;
    for (int i = 0; i < static_cast<int>(dataset.samples.size()); ++i) {
        const Sample& face = dataset.samples[static_cast<size_t>(i)];
        if (!face.has_truth() && face.state != FaceState::Done)
            faces.push_back(i);
    }
    return faces;
}

/// What the faces look like that are marked already.
std::vector<FaceLook> marked_looks(const Dataset& dataset, std::vector<Problem>& problems,
                                   const std::function<void()>& step) {
    const std::vector<int> labelled = dataset.labelled();
    std::vector<FaceLook> looks;
    for (const size_t place : spread_places(labelled.size(), kMostMarkedLooks)) {
        const Sample& face = dataset.samples[static_cast<size_t>(labelled[place])];
        try {
            const FacePicture picture =
                read_whole_face_picture(face.image, face.box, face.points_in_image);
            looks.push_back(
                {face.id, 0, face.points_in_image, grey_of(picture, face.points_in_image)});
        } catch (const Error& error) {
            problems.push_back(problem_from(error, face.image, face.id));
        }
        step();
    }
    return looks;
}

}  // namespace

std::vector<ChosenLook> choose_looks(const std::vector<FaceLook>& looks,
                                     const std::vector<FaceLook>& marked, int count) {
    std::vector<const FaceLook*> all;
    for (const FaceLook& look : looks)
        all.push_back(&look);
    for (const FaceLook& look : marked)
        all.push_back(&look);
    const std::vector<ComparedLook> faces = compared(all);
    const Yardsticks is_usual{usual(faces, shape_distance), usual(faces, grey_distance)};
    std::vector<double> nearest(looks.size(), std::numeric_limits<double>::infinity());
    const auto keep_away_from = [&](size_t other) {
        for (size_t i = 0; i < looks.size(); ++i)
            nearest[i] = std::min(nearest[i], distance_between(faces[i], faces[other], is_usual));
    };
    for (size_t i = looks.size(); i < faces.size(); ++i)
        keep_away_from(i);
    std::vector<ChosenLook> chosen;
    std::vector<bool> is_chosen(looks.size());
    const size_t wanted = std::min(looks.size(), static_cast<size_t>(std::max(0, count)));
    while (chosen.size() < wanted) {
        std::optional<size_t> best;
        const auto worth = [&](size_t i) {
            const double distance = std::isfinite(nearest[i]) ? nearest[i] : 1;
            return (looks[i].doubt + kLeastDoubt) * distance;
        };
        for (size_t i = 0; i < looks.size(); ++i)
            if (!is_chosen[i] && (!best || worth(i) > worth(*best) ||
                                  (worth(i) == worth(*best) && looks[i].id < looks[*best].id)))
                best = i;
        is_chosen[*best] = true;
        chosen.push_back(
            {static_cast<int>(*best), std::isfinite(nearest[*best]) ? nearest[*best] : 1});
        keep_away_from(*best);
    }
    return chosen;
}

Suggestions suggest_faces(Predictor& predictor, FaceDetector* detector, const Dataset& dataset,
                          const LandmarkScheme& scheme, int count, const CancelToken& cancel,
                          const ProgressCallback& progress) {
    FaceFitter fitter(predictor, scheme, detector);
    const std::vector<int> faces = unmarked(dataset);
    Suggestions result;
    result.candidates = static_cast<int>(faces.size());
    const auto total = static_cast<std::int64_t>(
        faces.size() + std::min<size_t>(dataset.labelled().size(), kMostMarkedLooks));
    std::int64_t done = 0;
    const auto step = [&] {
        if (progress)
            progress({++done, total});
        cancel.throw_if_cancelled();
    };
    std::vector<FaceLook> marked;
    std::vector<FaceLook> looks;
    std::vector<FaceFit> fits;
    try {
        marked = marked_looks(dataset, result.problems, step);
        for (const int i : faces) {
            const Sample& face = dataset.samples[static_cast<size_t>(i)];
            // A proposal is not looked at yet: the face is asked about as if it had no points.
            Sample plain = face;
            plain.points_in_image = {};
            try {
                FacePicture picture;
                FaceFit fit = fitter.fit(plain, i, cancel, &picture);
                ++result.looked_at;
                if (!fit.is_found && fit.confidence.value_or(0) < kDoubtful) {
                    ++result.without_face;
                } else {
                    looks.push_back({face.id, 1 - fit.confidence.value_or(0), fit.points_in_image,
                                     grey_of(picture, fit.points_in_image)});
                    fits.push_back(std::move(fit));
                }
            } catch (const Error& error) {
                result.problems.push_back(problem_from(error, face.image, face.id));
            }
            step();
        }
    } catch (const Cancelled&) {
        result.cancelled = true;
    }
    result.marked = static_cast<int>(marked.size());
    for (const ChosenLook& one : choose_looks(looks, marked, count))
        result.faces.push_back({fits[static_cast<size_t>(one.look)], one.distance});
    return result;
}

}  // namespace rudolph

#include "core/dataset/inspect_faces.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include "core/base/parallel.h"
#include "core/dataset/face_statistics.h"
#include "core/dataset/inspect_frames.h"
#include "core/dataset/inspect_jaw.h"
#include "core/dataset/inspect_order.h"
#include "core/dataset/inspect_set.h"
#include "core/dataset/inspect_twins.h"
#include "core/dataset/mend.h"
#include "core/dataset/problems.h"

namespace rudolph {
namespace {

constexpr int kFacesAtOnce = 256;
/// A point this far outside is no matter of rounding.
constexpr double kOutside = 1;
/// Points of a closed mouth may coincide; those whose usual distance is this part of the face's
/// size may not.
constexpr double kApart = 0.12;
/// A pair is the wrong way round when its direction is turned by more than a quarter circle and it
/// is at least this part of its usual width: profiles turn narrow pairs a little.
constexpr double kWrongWayWidth = 0.4;
/// Narrower pairs lie any way round in a profile.
constexpr double kWidePair = 0.06;
/// No face is nearer than that and an outlier: turned ones may be this far from the mean.
constexpr double kFarFromMean = 0.1;
constexpr double kFarFromUsual = 0.02;

/// Looks at one face after another.
class FaceInspector {
public:
    FaceInspector(const Dataset& dataset, const FaceStatistics& statistics)
        : scheme_(dataset.scheme),
          statistics_(statistics),
          swapped_(dataset.scheme.mirror_permutation()) {}

    void inspect(const Sample& sample, std::vector<Problem>& found) const;

private:
    std::string name(int point) const { return "'" + scheme_.point_names[at(point)] + "'"; }
    std::optional<std::string> coinciding(const Landmarks& face, int& point) const;
    std::optional<std::string> outside(const Sample& sample, int& point) const;
    bool all_swapped(const Landmarks& face, const Landmarks& placed) const;
    /// `order` exchanges the pairs, see FaceMend.
    std::optional<std::string> wrong_side(const Landmarks& placed, int& point,
                                          std::vector<int>& order) const;
    std::optional<std::string> outlier(const Landmarks& placed, int& point) const;

    const LandmarkScheme& scheme_;
    const FaceStatistics& statistics_;
    std::vector<int> swapped_;
};

std::optional<std::string> FaceInspector::coinciding(const Landmarks& face, int& point) const {
    std::vector<int> order;
    for (int i = 0; i < face.size(); ++i)
        if (face.is_labelled(i))
            order.push_back(i);
    const auto less = [&face](int a, int b) {
        const Point& p = face.points[at(a)];
        const Point& q = face.points[at(b)];
        return std::tuple(p.x, p.y, a) < std::tuple(q.x, q.y, b);
    };
    std::sort(order.begin(), order.end(), less);
    int pairs = 0;
    std::string first;
    for (size_t i = 1; i < order.size(); ++i) {
        const int a = order[i - 1];
        const int b = order[i];
        if (face.points[at(a)] != face.points[at(b)])
            continue;
        const auto& mean = statistics_.mean;
        if (mean.size() > std::max(a, b) &&
            cv::norm(mean.points[at(a)] - mean.points[at(b)]) < kApart)
            continue;
        if (pairs++ == 0) {
            first = name(a) + " and " + name(b);
            point = b;
        }
    }
    if (pairs == 0)
        return std::nullopt;
    if (order.size() > 2 && face.points[at(order.front())] == face.points[at(order.back())])
        return "all points are at the same place";
    return first + " are at the same place" +
           (pairs > 1 ? fmt::format(", and {} more", pairs - 1) : "");
}

std::optional<std::string> FaceInspector::outside(const Sample& sample, int& point) const {
    if (sample.image_size.area() == 0)
        return std::nullopt;
    double farthest = kOutside;
    int count = 0;
    for (int i = 0; i < sample.points_in_image.size(); ++i) {
        if (!sample.points_in_image.is_labelled(i))
            continue;
        const Point& p = sample.points_in_image.points[at(i)];
        const double out = std::max({-p.x, -p.y, p.x - (sample.image_size.width - 1),
                                     p.y - (sample.image_size.height - 1)});
        if (out <= kOutside)
            continue;
        ++count;
        if (out > farthest) {
            farthest = out;
            point = i;
        }
    }
    if (count == 0)
        return std::nullopt;
    if (count == 1)
        return fmt::format("{} lies {:.1f} px outside the picture", name(point), farthest);
    return fmt::format("{} points lie outside the picture, {} by {:.1f} px", count, name(point),
                       farthest);
}

std::optional<std::string> box_missing(const Sample& sample) {
    if (!sample.box)
        return std::nullopt;
    if (sample.box->empty())
        return "the box has no area";
    int labelled = 0;
    int inside = 0;
    for (int i = 0; i < sample.points_in_image.size(); ++i) {
        if (!sample.points_in_image.is_labelled(i))
            continue;
        const Point& p = sample.points_in_image.points[at(i)];
        ++labelled;
        inside += p.x >= sample.box->left && p.x <= sample.box->right() && p.y >= sample.box->top &&
                          p.y <= sample.box->bottom()
                      ? 1
                      : 0;
    }
    if (2 * inside >= labelled)
        return std::nullopt;
    return fmt::format("the box misses its points: {} of {} lie in it", inside, labelled);
}

bool FaceInspector::all_swapped(const Landmarks& face, const Landmarks& placed) const {
    if (!scheme_.has_mirror_pairs || face.size() != scheme_.size())
        return false;
    const auto other = aligned_to(statistics_.mean, subset(face, swapped_));
    return other && rms_distance(*other, statistics_.mean) <
                        kBetterSwapped * rms_distance(placed, statistics_.mean);
}

std::optional<std::string> FaceInspector::wrong_side(const Landmarks& placed, int& point,
                                                     std::vector<int>& order) const {
    int pairs = 0;
    order.resize(at(scheme_.size()));
    std::iota(order.begin(), order.end(), 0);
    std::string first;
    const std::vector<Point>& mean = statistics_.mean.points;
    for (const auto& [a, b] : scheme_.mirror_pairs) {
        if (!placed.is_labelled(a) || !placed.is_labelled(b) || !statistics_.mean.is_labelled(a) ||
            !statistics_.mean.is_labelled(b))
            continue;
        const Point usual = mean[at(b)] - mean[at(a)];
        const Point found = placed.points[at(b)] - placed.points[at(a)];
        if (cv::norm(usual) < kWidePair || usual.dot(found) > -kWrongWayWidth * usual.dot(usual))
            continue;
        std::swap(order[at(a)], order[at(b)]);
        if (pairs++ == 0) {
            first = name(a) + " and " + name(b);
            point = a;
        }
    }
    if (pairs == 0)
        return std::nullopt;
    return "on the wrong side: " + first + " lie the other way round than on other faces" +
           (pairs > 1 ? fmt::format(", and {} more pairs", pairs - 1) : "");
}

std::optional<std::string> FaceInspector::outlier(const Landmarks& placed, int& point) const {
    if (!statistics_.has_spread)
        return std::nullopt;
    const Landmarks expected = statistics_.explained(placed);
    const FarPoint farthest = farthest_point(placed, expected);
    const Spread& usual = statistics_.residual[at(farthest.point)];
    if (farthest.is_to_blame() && farthest.distance > usual.limit) {
        point = farthest.point;
        return fmt::format(
            "{} lies {:.0f} % of the face's size from where the face's other points suggest "
            "(usual: {:.0f} %)",
            name(point), 100 * farthest.distance, 100 * usual.typical);
    }
    const double distance = rms_distance(placed, expected);
    const double floor = statistics_.variations.empty() ? kFarFromMean : kFarFromUsual;
    if (distance <= std::max(statistics_.distance.limit, floor))
        return std::nullopt;
    return fmt::format(
        "{}: on average its points lie {:.1f} % of the face's size from any usual face (other "
        "faces: {:.1f} %)",
        kOutlierShape, 100 * distance, 100 * statistics_.distance.typical);
}

/// What puts the order of a face's points right.
std::shared_ptr<const Mend> reordering(MendKind kind, const Sample& sample,
                                       std::vector<int> order) {
    auto mend = std::make_shared<Mend>();
    mend->kind = kind;
    mend->faces.push_back({sample.id, sample.points_in_image, {}, std::move(order)});
    return mend;
}

void FaceInspector::inspect(const Sample& sample, std::vector<Problem>& found) const {
    const Landmarks& face = sample.points_in_image;
    const auto check = [&](auto&& look) {
        int point = -1;
        std::optional<std::string> message = look(point);
        if (message)
            found.push_back({sample.image, 0, std::move(*message), sample.id,
                             point >= 0 ? std::optional(point) : std::nullopt});
        return message.has_value();
    };
    check([&](int& point) { return coinciding(face, point); });
    check([&](int& point) { return outside(sample, point); });
    check([&](int& /*point*/) { return box_missing(sample); });
    if (face.size() != statistics_.mean.size())
        return;
    auto placed = aligned_to(statistics_.mean, face);
    if (!placed)
        return;
    const auto wrong = wrong_order(face, scheme_, statistics_);
    if (wrong) {
        const auto first = std::find_if(wrong->order.begin(), wrong->order.end(),
                                        [i = 0](int from) mutable { return from != i++; });
        found.push_back({sample.image, 0, wrong->message, sample.id,
                         static_cast<int>(first - wrong->order.begin()), false,
                         reordering(MendKind::Order, sample, wrong->order)});
        placed = aligned_to(statistics_.mean, subset(face, wrong->order));
        if (!placed)
            return;
    } else if (all_swapped(face, *placed)) {
        found.push_back({sample.image, 0,
                         "on the wrong side: all points, left and right are swapped", sample.id,
                         std::nullopt, 0, reordering(MendKind::Side, sample, swapped_)});
        return;
    }
    int point = -1;
    std::vector<int> order;
    if (auto message = wrong_side(*placed, point, order)) {
        found.push_back({sample.image, 0, std::move(*message), sample.id, point});
        if (!wrong)  // else their order comes first
            found.back().mend = reordering(MendKind::Side, sample, std::move(order));
    } else {
        check([&](int& at_point) { return outlier(*placed, at_point); });
    }
}

}  // namespace

std::vector<Problem> inspect_faces(const Dataset& dataset, const CancelToken& cancel,
                                   const ProgressCallback& progress) {
    return inspect_faces(dataset, {}, cancel, progress);
}

std::vector<Problem> inspect_faces(const Dataset& as_it_is, const CheckedPictures& pictures,
                                   const CancelToken& cancel, const ProgressCallback& progress) {
    const std::vector<int> faces = as_it_is.labelled();
    std::vector<Problem> of_faces = inspect_frames(as_it_is, faces, pictures);
    std::optional<Dataset> in_right_frame;
    if (!of_faces.empty()) {
        in_right_frame = as_it_is;
        apply_mends(*in_right_frame, of_faces, {MendKind::Frame});
    }
    const Dataset& dataset = in_right_frame ? *in_right_frame : as_it_is;
    const FaceStatistics statistics = face_statistics(dataset, faces);
    cancel.throw_if_cancelled();
    std::vector<Problem> found = inspect_set(dataset, faces, statistics);
    if (std::optional<Problem> jaw = inspect_jaw(dataset, faces))
        found.push_back(std::move(*jaw));
    for (const auto& look :
         {inspect_twin_faces(dataset, faces), inspect_twin_pictures(dataset, faces, pictures)})
        of_faces.insert(of_faces.end(), look.begin(), look.end());
    const FaceInspector inspector(dataset, statistics);
    const int count = static_cast<int>(faces.size());
    const int blocks = (count + kFacesAtOnce - 1) / kFacesAtOnce;
    std::vector<std::vector<Problem>> of_block(at(blocks));
    parallel_for(
        blocks,
        [&](int block) {
            for (int i = block * kFacesAtOnce; i < std::min(count, (block + 1) * kFacesAtOnce); ++i)
                inspector.inspect(dataset.samples[at(faces[at(i)])], of_block[at(block)]);
        },
        cancel, progress);
    for (Problem& missing : missing_annotations(dataset))
        of_faces.push_back(std::move(missing));
    for (std::vector<Problem>& block : of_block)
        std::move(block.begin(), block.end(), std::back_inserter(of_faces));
    std::unordered_map<std::string, size_t> place;
    for (size_t i = 0; i < dataset.samples.size(); ++i)
        place.emplace(dataset.samples[i].id, i);
    // Findings without a face are of the set.
    const auto rank = [&place](const Problem& problem) {
        const auto sample = place.find(problem.sample_id);
        return sample == place.end() ? 0 : sample->second + 1;
    };
    std::stable_sort(of_faces.begin(), of_faces.end(),
                     [&](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
    std::move(of_faces.begin(), of_faces.end(), std::back_inserter(found));
    return shortened(std::move(found));
}

}  // namespace rudolph

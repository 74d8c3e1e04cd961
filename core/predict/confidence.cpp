#include "core/predict/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

/// Signs smaller than that are nothing: an eighth of a pixel of a crop of 128.
constexpr double kLeastSign = 0.001;
constexpr int kMostSteps = 50;
constexpr double kRidge = 1e-3;  ///< of standardised features, in rows
constexpr size_t kBins = 10;

constexpr size_t kFaceFeatures = kFaceWeights - 1;
constexpr size_t kPointFeatures = kPointWeights - 1;
static_assert(kPointFeatures == 3 + kFaceFeatures);
using FaceRow = std::array<double, kFaceFeatures>;
using PointRow = std::array<double, kPointFeatures>;

double magnitude(double sign) {
    return std::isfinite(sign) ? std::log(std::max(0.0, sign) + kLeastSign) : 0.0;
}

double mean_magnitude(const std::vector<double>& signs) {
    double sum = 0;
    for (const double sign : signs)
        sum += magnitude(sign);
    return signs.empty() ? 0 : sum / static_cast<double>(signs.size());
}

FaceRow face_row(const FaceSigns& signs) {
    double widest = 0;
    for (const double spread : signs.spread)
        widest = std::max(widest, spread);
    return {mean_magnitude(signs.spread), mean_magnitude(signs.mirror),
            mean_magnitude(signs.change), magnitude(signs.strangeness), magnitude(widest)};
}

PointRow point_row(const FaceSigns& signs, const FaceRow& face, size_t point) {
    PointRow row = {magnitude(signs.spread.at(point)), magnitude(signs.mirror.at(point)),
                    magnitude(signs.change.at(point))};
    std::copy(face.begin(), face.end(), row.begin() + 3);
    return row;
}

template <typename Row>
double chance(const std::vector<double>& weights, const Row& row) {
    double sum = weights.front();
    for (size_t i = 0; i < row.size(); ++i)
        sum += weights[i + 1] * row[i];
    return 1 / (1 + std::exp(-sum));
}

template <typename Row>
struct Judged {
    Row row;
    bool right = false;
    double weight = 1;
};

/// Bias first. Newton's steps on standardised rows; two made-up rows in the middle, one right and
/// one wrong.
template <typename Row>
std::vector<double> fit(const std::vector<Judged<Row>>& judged) {
    constexpr size_t kFeatures = std::tuple_size_v<Row>;
    constexpr int kWeights = static_cast<int>(kFeatures) + 1;
    double total = 0;
    Row mean{};
    Row deviation{};
    for (const auto& one : judged) {
        total += one.weight;
        for (size_t i = 0; i < kFeatures; ++i)
            mean[i] += one.weight * one.row[i];
    }
    for (double& value : mean)
        value /= total;
    for (const auto& one : judged)
        for (size_t i = 0; i < kFeatures; ++i)
            deviation[i] += one.weight * (one.row[i] - mean[i]) * (one.row[i] - mean[i]);
    for (double& value : deviation)
        value = std::sqrt(value / total) > 1e-9 ? std::sqrt(value / total) : 1;

    cv::Mat weights = cv::Mat::zeros(kWeights, 1, CV_64F);
    const auto add = [&](const Row& row, bool right, double weight, cv::Mat& gradient,
                         cv::Mat& hessian) {
        std::array<double, kFeatures + 1> x{1};
        for (size_t i = 0; i < kFeatures; ++i)
            x[i + 1] = (row[i] - mean[i]) / deviation[i];
        double sum = 0;
        for (int i = 0; i < kWeights; ++i)
            sum += weights.at<double>(i) * x[static_cast<size_t>(i)];
        const double said = 1 / (1 + std::exp(-sum));
        for (int i = 0; i < kWeights; ++i) {
            gradient.at<double>(i) += weight * ((right ? 1 : 0) - said) * x[static_cast<size_t>(i)];
            for (int j = 0; j <= i; ++j)
                hessian.at<double>(i, j) += weight * said * (1 - said) * x[static_cast<size_t>(i)] *
                                            x[static_cast<size_t>(j)];
        }
    };
    for (int step = 0; step < kMostSteps; ++step) {
        cv::Mat gradient = cv::Mat::zeros(kWeights, 1, CV_64F);
        cv::Mat hessian = cv::Mat::zeros(kWeights, kWeights, CV_64F);
        for (const auto& one : judged)
            add(one.row, one.right, one.weight, gradient, hessian);
        add(mean, true, 1, gradient, hessian);
        add(mean, false, 1, gradient, hessian);
        cv::completeSymm(hessian, true);
        for (int i = 1; i < kWeights; ++i) {
            gradient.at<double>(i) -= kRidge * total * weights.at<double>(i);
            hessian.at<double>(i, i) += kRidge * total;
        }
        cv::Mat move;
        if (!cv::solve(hessian, gradient, move, cv::DECOMP_CHOLESKY))
            break;
        weights += move;
        if (cv::norm(move) < 1e-8)
            break;
    }
    std::vector<double> result(kFeatures + 1, weights.at<double>(0));
    for (size_t i = 0; i < kFeatures; ++i) {
        result[i + 1] = weights.at<double>(static_cast<int>(i) + 1) / deviation[i];
        result[0] -= result[i + 1] * mean[i];
    }
    return result;
}

/// Mean of the known errors; NaN when none is.
double mean_error(const JudgedFace& face) {
    double sum = 0;
    int known = 0;
    for (const double error : face.errors)
        if (!std::isnan(error)) {
            sum += error;
            ++known;
        }
    return sum / known;
}

struct PointTally {
    std::vector<ReliabilityBin> bins{kBins};

    void add(double claimed, bool right) {
        ReliabilityBin& bin =
            bins[std::min(kBins - 1, static_cast<size_t>(claimed * static_cast<double>(kBins)))];
        bin.claimed += claimed;
        bin.right += right ? 1 : 0;
        ++bin.count;
    }

    /// Sums become means; returns the calibration error.
    double finish() {
        double off = 0;
        long long total = 0;
        for (ReliabilityBin& bin : bins) {
            if (bin.count == 0)
                continue;
            off += std::abs(bin.claimed - bin.right);
            total += bin.count;
            bin.claimed /= static_cast<double>(bin.count);
            bin.right /= static_cast<double>(bin.count);
        }
        return total > 0 ? off / static_cast<double>(total) : 0;
    }
};

struct ConfidenceTallies {
    PointTally points;
    PointTally faces;
    Reliability result;

    void add(const Calibration& calibration, const JudgedFace& face) {
        const double error = mean_error(face);
        if (std::isnan(error))
            return;
        const FaceConfidence said = confidence_of(calibration, face.signs);
        faces.add(said.face, error <= kRightWithin);
        DoubtCount& doubts = error <= kRightWithin ? result.right
                             : error <= kFarOff    ? result.off
                                                   : result.far_off;
        ++doubts.faces;
        doubts.doubtful += said.face < kDoubtful ? 1 : 0;
        for (size_t i = 0; i < face.errors.size(); ++i)
            if (!std::isnan(face.errors[i]))
                points.add(said.points.at(i), face.errors[i] <= kRightWithin);
    }

    Reliability finish() {
        result.points_error = points.finish();
        result.faces_error = faces.finish();
        result.points = std::move(points.bins);
        result.faces = std::move(faces.bins);
        return std::move(result);
    }
};

bool in_first_half(const std::string& person) {
    return Random(stable_hash(person)).uniform() < 0.5;
}

}  // namespace

FaceConfidence confidence_of(const Calibration& calibration, const FaceSigns& signs) {
    const FaceRow face = face_row(signs);
    FaceConfidence confidence;
    confidence.face = chance(calibration.face_weights, face);
    for (size_t i = 0; i < signs.spread.size(); ++i)
        confidence.points.push_back(chance(calibration.point_weights, point_row(signs, face, i)));
    return confidence;
}

bool can_calibrate(const std::vector<JudgedFace>& faces) {
    return std::any_of(faces.begin(), faces.end(),
                       [](const JudgedFace& face) { return !std::isnan(mean_error(face)); });
}

Calibration calibrate(const std::vector<JudgedFace>& faces) {
    std::array<double, 2> counts{};
    for (const JudgedFace& face : faces)
        counts[face.hard ? 1 : 0] += std::isnan(mean_error(face)) ? 0 : 1;
    if (counts[0] + counts[1] == 0)
        throw Error("there is no face with a known error to calibrate on");
    const double most = std::max(counts[0], counts[1]);
    std::vector<Judged<FaceRow>> judged_faces;
    std::vector<Judged<PointRow>> judged_points;
    for (const JudgedFace& face : faces) {
        const double error = mean_error(face);
        if (std::isnan(error))
            continue;
        const double weight = most / counts[face.hard ? 1 : 0];
        const FaceRow row = face_row(face.signs);
        judged_faces.push_back({row, error <= kRightWithin, weight});
        for (size_t i = 0; i < face.errors.size(); ++i)
            if (!std::isnan(face.errors[i]))
                judged_points.push_back({point_row(face.signs, row, i),
                                         face.errors[i] <= kRightWithin,
                                         weight / static_cast<double>(face.errors.size())});
    }
    return {fit(judged_points), fit(judged_faces), static_cast<int>(counts[0])};
}

Reliability reliability(const Calibration& calibration, const std::vector<JudgedFace>& faces,
                        bool hard) {
    ConfidenceTallies tallies;
    for (const JudgedFace& face : faces)
        if (face.hard == hard)
            tallies.add(calibration, face);
    return tallies.finish();
}

Reliability cross_reliability(const std::vector<JudgedFace>& faces, bool hard) {
    ConfidenceTallies tallies;
    for (const bool first : {true, false}) {
        std::vector<JudgedFace> learnt;
        for (const JudgedFace& face : faces)
            if (in_first_half(face.person) == first)
                learnt.push_back(face);
        if (!can_calibrate(learnt))
            continue;
        const Calibration calibration = calibrate(learnt);
        for (const JudgedFace& face : faces)
            if (in_first_half(face.person) != first && face.hard == hard)
                tallies.add(calibration, face);
    }
    return tallies.finish();
}

}  // namespace rudolph

#include "core/detect/dnn_yunet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

#include "core/base/error.h"
#include "core/detect/sized_detector.h"
#include "core/detect/yunet_file.h"
#include "core/geometry/box_overlap.h"

namespace rudolph {
namespace {

constexpr std::array<int, 3> kStrides = {8, 16, 32};
/// The network halves its picture five times.
constexpr int kSideOf = 32;
/// On narrower pictures OpenCV 4.6's answers are no numbers now and then.
constexpr int kLeastSide = 160;
constexpr double kMostBoxSide = 1e5;
constexpr double kOverlap = 0.3;
/// Boxes of dlib's extent, from the middle between the eyes' and the mouth's centres and the size
/// √(width · height) of YuNet's box: medians over every eighth face of iBUG 300-W with dlib's
/// boxes. These points stay in the middle of turned heads, YuNet's box does
/// not.
constexpr double kSide = 0.925;
constexpr double kDown = -0.02;  ///< of the size, along the face

/// As the network gives it, in pixels of its picture.
struct ScoredBox {
    double score = 0;
    Box box;
    std::array<Point, 5> points;  ///< viewer's left and right eye, nose, mouth's left and right
};

/// What one of the three grids of answers says; row r and column c stand at (c, r) · stride.
struct Grid {
    int stride = 0;
    int columns = 0;
    cv::Mat classes;  ///< cells × 1, that it is a face
    cv::Mat objects;  ///< cells × 1, that the box fits
    cv::Mat boxes;    ///< cells × 4: centre from the cell, logarithms of the sides; in strides
    cv::Mat points;   ///< cells × 10: five points from the cell, in strides

    int cells() const { return classes.rows; }

    double score(int cell) const {
        const double face = std::clamp(classes.at<float>(cell, 0), 0.0F, 1.0F);
        const double object = std::clamp(objects.at<float>(cell, 0), 0.0F, 1.0F);
        return std::sqrt(face * object);
    }

    Point place(int cell, const cv::Mat& offsets, int x) const {
        const int row = cell / columns;
        const int column = cell % columns;
        return {(column + offsets.at<float>(cell, x)) * stride,
                (row + offsets.at<float>(cell, x + 1)) * stride};
    }

    ScoredBox candidate(int cell) const {
        ScoredBox candidate{score(cell), {}, {}};
        const double width = std::exp(boxes.at<float>(cell, 2)) * stride;
        const double height = std::exp(boxes.at<float>(cell, 3)) * stride;
        const Point centre = place(cell, boxes, 0);
        candidate.box = {centre.x - width / 2, centre.y - height / 2, width, height};
        for (size_t i = 0; i < candidate.points.size(); ++i)
            candidate.points[i] = place(cell, points, 2 * static_cast<int>(i));
        return candidate;
    }
};

/// Of candidates that overlap, the best. Best first.
std::vector<ScoredBox> suppressed(std::vector<ScoredBox> candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const ScoredBox& a, const ScoredBox& b) { return a.score > b.score; });
    std::vector<ScoredBox> kept;
    for (const ScoredBox& candidate : candidates)
        if (std::none_of(kept.begin(), kept.end(), [&](const ScoredBox& other) {
                return intersection_over_union(candidate.box, other.box) > kOverlap;
            }))
            kept.push_back(candidate);
    return kept;
}

/// In the same pixels, but with a box of dlib's extent.
DetectedFace face_of(const ScoredBox& candidate) {
    const auto& [left_eye, right_eye, nose, mouth_left, mouth_right] = candidate.points;
    const Point eyes = right_eye - left_eye;
    const double roll = std::atan2(eyes.y, eyes.x);
    const double size = std::sqrt(candidate.box.width * candidate.box.height);
    const Point down(-std::sin(roll), std::cos(roll));
    const Point centre =
        (left_eye + right_eye + mouth_left + mouth_right) / 4 + kDown * size * down;
    const double side = kSide * size;
    return {{centre.x - side / 2, centre.y - side / 2, side, side},
            candidate.score,
            roll * 180 / CV_PI};
}

std::vector<std::string> output_names() {
    std::vector<std::string> names;
    for (const int stride : kStrides)
        for (const char* kind : {"cls_", "obj_", "bbox_", "kps_"})
            names.push_back(kind + std::to_string(stride));
    return names;
}

class YuNet final : public SizedDetector {
public:
    YuNet(const std::filesystem::path& file, const YuNetSettings& settings)
        : SizedDetector(settings.longer_side, settings.most_enlargement),
          least_score_(settings.least_score) {
        const std::string bytes = read_with_sha256(file, yunet_file().sha256);
        try {
            net_ = cv::dnn::readNetFromONNX(bytes.data(), bytes.size());
        } catch (const cv::Exception& error) {
            throw Error("OpenCV cannot load this network: " + error.err, {file});
        }
    }

    DetectorKind kind() const override { return DetectorKind::YuNet; }

private:
    std::vector<DetectedFace> detect_in(const Look& look) override {
        std::vector<DetectedFace> faces;
        for (const ScoredBox& candidate : suppressed(candidates_in(look.bgr)))
            faces.push_back(in_image(look, face_of(candidate)));
        return faces;
    }

    std::vector<ScoredBox> candidates_in(const cv::Mat& bgr) {
        const auto whole = [](int side) {
            return std::max(kLeastSide, (side + kSideOf - 1) / kSideOf * kSideOf);
        };
        cv::Mat padded;
        cv::copyMakeBorder(bgr, padded, 0, whole(bgr.rows) - bgr.rows, 0,
                           whole(bgr.cols) - bgr.cols, cv::BORDER_CONSTANT);
        std::vector<cv::Mat> outputs;
        try {
            net_.setInput(cv::dnn::blobFromImage(padded));
            net_.forward(outputs, names_);
        } catch (const cv::Exception& error) {
            throw Error("OpenCV cannot run the face detector: " + error.err);
        }
        std::vector<ScoredBox> candidates;
        for (size_t i = 0; i < kStrides.size(); ++i)
            collect(grid_of(kStrides[i], padded.size(), &outputs[4 * i]), candidates);
        return candidates;
    }

    /// `outputs`: the four of a stride, in the order of output_names().
    static Grid grid_of(int stride, cv::Size size, const cv::Mat* outputs) {
        const int cells = (size.width / stride) * (size.height / stride);
        const auto rows_of = [&](const cv::Mat& output, int columns) {
            if (output.total() != static_cast<size_t>(cells) * static_cast<size_t>(columns))
                throw Error("the face detector's answer has another shape than expected");
            return output.reshape(1, cells);
        };
        return {stride,
                size.width / stride,
                rows_of(outputs[0], 1),
                rows_of(outputs[1], 1),
                rows_of(outputs[2], 4),
                rows_of(outputs[3], 10)};
    }

    void collect(const Grid& grid, std::vector<ScoredBox>& candidates) const {
        for (int cell = 0; cell < grid.cells(); ++cell)
            if (grid.score(cell) >= least_score_) {
                const ScoredBox candidate = grid.candidate(cell);
                // What is no number or endless is no face.
                if (candidate.box.width < kMostBoxSide && candidate.box.height < kMostBoxSide)
                    candidates.push_back(candidate);
            }
    }

    double least_score_;
    cv::dnn::Net net_;
    std::vector<std::string> names_ = output_names();
};

}  // namespace

std::unique_ptr<FaceDetector> load_yunet(const std::filesystem::path& file,
                                         const YuNetSettings& settings) {
    return std::make_unique<YuNet>(file, settings);
}

}  // namespace rudolph

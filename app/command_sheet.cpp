#include "app/command_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/command_output.h"
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/decode.h"
#include "core/image/draw.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kCellSide = 260;
constexpr int kColumns = 4;

/// The part of a picture about a face, enlarged for drawing.
struct CloseUp {
    cv::Mat bgr;
    Affine closeup_from_image;
};

CloseUp close_up(const cv::Mat& image, const Landmarks& points_in_image) {
    const Box wanted = squared(bounding_box(points_in_image), 1.5);
    const cv::Rect whole(0, 0, image.cols, image.rows);
    cv::Rect part = whole;
    if (!wanted.empty() && wanted.width < 1e5)
        part = cv::Rect(cv::Point(static_cast<int>(std::floor(wanted.left)),
                                  static_cast<int>(std::floor(wanted.top))),
                        cv::Point(static_cast<int>(std::ceil(wanted.right())),
                                  static_cast<int>(std::ceil(wanted.bottom())))) &
               whole;
    if (part.empty())
        part = whole;
    const double scale = static_cast<double>(kCellSide) / std::max(part.width, part.height);
    const cv::Size size(std::max(1, cvRound(part.width * scale)),
                        std::max(1, cvRound(part.height * scale)));
    CloseUp result;
    cv::resize(image(part), result.bgr, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    result.closeup_from_image =
        Affine::resize(part.size(), size) * Affine::translation(-part.x, -part.y);
    return result;
}

double marker_radius(int points) {
    return points > 5 ? 2.0 : 5.0;
}

/// The letters that the sheet's font has.
std::string ascii(std::string text) {
    for (char& c : text)
        if (c < ' ' || c > '~')
            c = '?';
    return text;
}

/// `count` of `total` places, drawn so that no pattern of the order (six views a person) shows.
std::vector<int> drawn_places(int total, int count) {
    std::vector<int> places(static_cast<size_t>(total));
    std::iota(places.begin(), places.end(), 0);
    Random random(1);
    shuffle(places, random);
    places.resize(static_cast<size_t>(std::min(total, count)));
    std::sort(places.begin(), places.end());
    return places;
}

/// Which faces may be drawn.
class DrawnFaces {
public:
    DrawnFaces(const Dataset& dataset, const std::vector<fs::path>& not_drawn) {
        const std::set<fs::path> pictures(not_drawn.begin(), not_drawn.end());
        for (const Sample& sample : dataset.samples)
            if (pictures.contains(sample.image))
                left_out_.insert(sample.id);
    }

    bool hold(const std::string& id) const { return !left_out_.contains(id); }

private:
    std::unordered_set<std::string> left_out_;
};

void require_some(bool some, const Dataset& dataset) {
    if (!some)
        throw Error("the pictures of all faces lie outside the data set's folder", {dataset.source},
                    "say that they may be drawn (--follow-outside)");
}

/// Places in report.results, the worst first.
std::vector<int> worst_first(const EvaluationReport& report, const DrawnFaces& drawn) {
    std::vector<int> order(report.results.size());
    std::iota(order.begin(), order.end(), 0);
    std::erase_if(order, [&](int i) {
        return !drawn.hold(report.results[static_cast<size_t>(i)].sample_id);
    });
    const auto error = [&](int i) { return ranking_error(report.results[static_cast<size_t>(i)]); };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return error(a) > error(b); });
    return order;
}

SheetCell case_cell(const Dataset& dataset, const FaceResult& result,
                    const LandmarkScheme& predicted) {
    const auto index = dataset.find(result.sample_id);
    if (!index)
        throw Error("the data set has no face called " + result.sample_id);
    const Sample& sample = dataset.samples[static_cast<size_t>(*index)];
    Landmarks shown = sample.points_in_image;
    for (int i = 0; i < result.predicted_in_image.size(); ++i) {
        shown.points.push_back(result.predicted_in_image.points[static_cast<size_t>(i)]);
        shown.visibility.push_back(Visibility::Visible);
    }
    CloseUp face = close_up(decode_image(sample.image), shown);
    const double radius = marker_radius(predicted.size());
    draw_landmarks(face.bgr, transformed(face.closeup_from_image, result.truth_in_image), predicted,
                   kTruthColour, Marker::Circle, radius);
    draw_landmarks(face.bgr, transformed(face.closeup_from_image, result.predicted_in_image),
                   predicted, kPredictionColour, Marker::Cross, radius);
    // The figures first: long ids are cut at the end.
    std::string caption = pixels_text(result.error_px) + "  ";
    if (std::isfinite(result.nme))
        caption += percent_text(result.nme) + "  ";
    caption += sample.id;
    return {face.bgr, ascii(caption)};
}

}  // namespace

void write_truth_sheet(const fs::path& file, const Dataset& dataset, int faces,
                       const std::vector<fs::path>& not_drawn) {
    std::vector<int> labelled = dataset.labelled();
    if (labelled.empty())
        throw Error("no face has points to draw", {dataset.source});
    const DrawnFaces drawn(dataset, not_drawn);
    std::erase_if(labelled, [&](int sample) {
        return !drawn.hold(dataset.samples[static_cast<size_t>(sample)].id);
    });
    require_some(!labelled.empty(), dataset);
    std::vector<SheetCell> cells;
    for (const int place : drawn_places(static_cast<int>(labelled.size()), faces)) {
        const Sample& sample =
            dataset.samples[static_cast<size_t>(labelled[static_cast<size_t>(place)])];
        CloseUp face = close_up(decode_image(sample.image), sample.points_in_image);
        draw_landmarks(face.bgr, transformed(face.closeup_from_image, sample.points_in_image),
                       dataset.scheme, kTruthColour, Marker::Circle,
                       marker_radius(dataset.scheme.size()));
        cells.push_back({face.bgr, ascii(sample.id)});
    }
    const std::string title =
        fmt::format("{}: {} of {} faces, {}", dataset.name, cells.size(), labelled.size(),
                    count_text(dataset.scheme.size(), "point"));
    write_image(file, picture_sheet(cells, kColumns, {kCellSide, kCellSide}, ascii(title)));
}

void write_case_sheet(const fs::path& file, const Dataset& dataset, const EvaluationReport& report,
                      const LandmarkScheme& predicted, int faces, const std::string& experiment,
                      const std::string& measured, const std::vector<fs::path>& not_drawn) {
    if (report.results.empty())
        throw Error("there is no face to draw");
    std::vector<int> order = worst_first(report, DrawnFaces(dataset, not_drawn));
    require_some(!order.empty(), dataset);
    const int total = static_cast<int>(order.size());
    const int best = total > faces ? faces / 2 : 0;
    const int worst = std::min(faces, total) - best;
    std::vector<int> chosen(order.begin(), order.begin() + worst);
    chosen.insert(chosen.end(), order.rbegin(), order.rbegin() + best);
    std::vector<SheetCell> cells;
    cells.reserve(chosen.size());
    for (const int i : chosen)
        cells.push_back(case_cell(dataset, report.results[static_cast<size_t>(i)], predicted));
    const std::string which =
        best > 0 ? fmt::format("{} worst, {} best of", worst, best) : "worst first,";
    const std::string title = fmt::format("{}: {} {}; mean {}", experiment, which, measured,
                                          pixels_text(report.error_px));
    write_image(file, picture_sheet(cells, kColumns, {kCellSide, kCellSide}, ascii(title)));
}

}  // namespace rudolph

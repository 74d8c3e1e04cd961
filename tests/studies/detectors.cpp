// Compares detectors of faces on the annotated faces beside the checkout:
//     detector_bench DATA_FOLDER [--yunet FILE] [--every N] [--set NAME] [--draw FOLDER]
// A face is hit when a found box and the square about its points overlap by kHit (intersection over
// union); whatever else is found is a false alarm, or, in photos, one of the faces that nobody
// annotated. Then: hits and false alarms by the score that is asked for, how found boxes differ
// from those of dlib's list, and how heads are rolled of which a detector says what. The cascades
// are in Debian's opencv-data.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>
#include <memory>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/detect/dlib_hog_detector.h"
#include "core/detect/dnn_yunet.h"
#include "core/detect/find_faces.h"
#include "core/formats/open_dataset.h"
#include "core/geometry/box_overlap.h"
#include "core/image/decode.h"
#include "tests/studies/cascade_detector.h"

namespace rudolph::bench {
namespace {

constexpr double kHit = 0.4;
constexpr const char* kCascades = "/usr/share/opencv4/";

struct Options {
    std::filesystem::path data;
    std::filesystem::path yunet;
    std::filesystem::path draw;
    std::string set;
    int every = 1;
};

/// One way to look for faces.
struct Method {
    std::string name;
    std::shared_ptr<FaceDetector> detector;
    Effort effort = Effort::Quick;
    std::vector<double> scores;  ///< to be tried as thresholds, above the detector's own
};

/// What one method made of one picture.
struct Outcome {
    std::optional<DetectedFace> hit;
    std::vector<double> other_scores;
    double wall_ms = 0;
    double processor_ms = 0;
    std::optional<Box> listed;  ///< dlib's box of the face
    double true_roll = 0;       ///< degrees, by the eyes; NaN where the scheme has none
    std::string id;
};

double quantile(std::vector<double> values, double share) {
    if (values.empty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
}

std::string spread(const std::vector<double>& values, int decimals = 3) {
    std::string text;
    for (const double share : {0.05, 0.25, 0.5, 0.75, 0.95})
        text += fmt::format("{:8.{}f}", quantile(values, share), decimals);
    return text;
}

/// From the viewer's left to the right eye of the 68 points.
double roll_of(const Landmarks& points) {
    if (points.size() != 68)
        return std::nan("");
    Point between(0, 0);
    for (size_t i = 0; i < 6; ++i)
        between += points.points[42 + i] - points.points[36 + i];
    return std::atan2(between.y, between.x) * 180 / CV_PI;
}

void draw_faces(cv::Mat picture, const std::vector<DetectedFace>& faces, const Box& truth,
                const std::filesystem::path& file) {
    const auto rectangle = [&](const Box& box, const cv::Scalar& colour) {
        cv::rectangle(picture, cv::Point2d(box.left, box.top),
                      cv::Point2d(box.right(), box.bottom()), colour, 2, cv::LINE_AA);
    };
    rectangle(truth, {132, 220, 61});
    for (const DetectedFace& face : faces) {
        rectangle(face.box, {48, 59, 255});
        cv::putText(picture, fmt::format("{:.2f} {:.0f}", face.score, face.roll_deg),
                    cv::Point2d(face.box.left, face.box.top - 4), cv::FONT_HERSHEY_SIMPLEX, 0.6,
                    {48, 59, 255}, 2, cv::LINE_AA);
    }
    write_image(file, picture);
}

Outcome look_at(const Method& method, const Sample& sample, const cv::Mat& picture,
                const Options& options) {
    Outcome outcome;
    outcome.id = sample.id;
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    const std::vector<DetectedFace> faces = find_faces(*method.detector, picture, method.effort);
    outcome.processor_ms = 1e3 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    outcome.wall_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const Box truth = squared(bounding_box(sample.points_in_image));
    outcome.listed = sample.box;
    outcome.true_roll = roll_of(sample.points_in_image);
    double best = kHit;
    for (const DetectedFace& face : faces)
        if (const double overlap = intersection_over_union(face.box, truth); overlap >= best) {
            best = overlap;
            outcome.hit = face;
        }
    for (const DetectedFace& face : faces)
        if (!outcome.hit || face != *outcome.hit)
            outcome.other_scores.push_back(face.score);
    if (!options.draw.empty())
        draw_faces(
            picture.clone(), faces, truth,
            options.draw / fmt::format("{}-{}.jpg", sample.image.stem().string(), method.name));
    return outcome;
}

void print_row(const std::string& set, const std::string& method,
               const std::vector<Outcome>& outcomes) {
    size_t hits = 0;
    size_t others = 0;
    std::vector<double> wall;
    std::vector<double> processor;
    std::string missed;
    for (const Outcome& outcome : outcomes) {
        hits += outcome.hit.has_value() ? 1 : 0;
        others += outcome.other_scores.size();
        wall.push_back(outcome.wall_ms);
        processor.push_back(outcome.processor_ms);
        if (!outcome.hit && outcomes.size() < 200)
            missed += " " + outcome.id;
    }
    const auto count = static_cast<double>(outcomes.size());
    fmt::print(
        "| {:<11} | {:<14} | {:>5} | {:>5} | {:>6.1f} % | {:>6.3f} | {:>7.0f} | {:>7.0f} |{}\n",
        set, method, outcomes.size(), hits, 100 * static_cast<double>(hits) / count,
        static_cast<double>(others) / count, quantile(wall, 0.5), quantile(processor, 0.5),
        missed.empty() ? "" : " missed:" + missed);
    std::fflush(stdout);
}

void print_thresholds(const Method& method, const std::vector<Outcome>& outcomes) {
    for (const double least : method.scores) {
        long hits = 0;
        long others = 0;
        for (const Outcome& outcome : outcomes) {
            hits += outcome.hit && outcome.hit->score >= least ? 1 : 0;
            others += std::count_if(outcome.other_scores.begin(), outcome.other_scores.end(),
                                    [&](double score) { return score >= least; });
        }
        fmt::print("    score from {:5.2f}: {:5} hits, {:5} others\n", least, hits, others);
    }
}

/// Shifts in widths of the listed box, down and to the right for positive ones.
void print_boxes(const std::vector<Outcome>& outcomes) {
    std::vector<double> right;
    std::vector<double> down;
    std::vector<double> ratio;
    for (const Outcome& outcome : outcomes)
        if (outcome.hit && outcome.listed) {
            const Point shift = outcome.hit->box.centre() - outcome.listed->centre();
            right.push_back(shift.x / outcome.listed->width);
            down.push_back(shift.y / outcome.listed->width);
            ratio.push_back(outcome.hit->box.width / outcome.listed->width);
        }
    if (right.empty())
        return;
    fmt::print(
        "    against the listed boxes (5, 25, 50, 75, 95 %):\n      right {}\n      down  {}\n"
        "      size  {}\n",
        spread(right), spread(down), spread(ratio));
}

void print_rolls(const std::vector<Outcome>& outcomes) {
    std::map<double, std::vector<double>> true_rolls;
    for (const Outcome& outcome : outcomes)
        if (outcome.hit && std::isfinite(outcome.true_roll))
            true_rolls[outcome.hit->roll_deg].push_back(outcome.true_roll);
    if (true_rolls.size() <= 10) {
        for (const auto& [said, rolls] : true_rolls)
            fmt::print("    roll said {:6.1f}: {:5} faces, true {}\n", said, rolls.size(),
                       spread(rolls, 1));
        return;
    }
    std::vector<double> differences;
    for (const auto& [said, rolls] : true_rolls)
        for (const double roll : rolls)
            differences.push_back(said - roll);
    fmt::print("    roll said less true: {}\n", spread(differences, 1));
}

void measure(const std::string& set, const Options& options, const std::vector<Method>& methods) {
    if (!options.set.empty() && options.set != set)
        return;
    const Dataset dataset = open_dataset(options.data / set);
    std::vector<std::vector<Outcome>> outcomes(methods.size());
    for (size_t i = 0; i < dataset.samples.size();
         i += set == "ibug300w" ? static_cast<size_t>(options.every) : 1) {
        const Sample& sample = dataset.samples[i];
        const cv::Mat picture = decode_image(sample.image);
        for (size_t m = 0; m < methods.size(); ++m)
            outcomes[m].push_back(look_at(methods[m], sample, picture, options));
    }
    for (size_t m = 0; m < methods.size(); ++m) {
        print_row(set, methods[m].name, outcomes[m]);
        print_thresholds(methods[m], outcomes[m]);
        print_boxes(outcomes[m]);
        print_rolls(outcomes[m]);
    }
}

std::vector<Method> all_methods(const Options& options) {
    std::vector<Method> methods;
    const std::shared_ptr<FaceDetector> hog = make_hog_detector();
    methods.push_back({"hog", hog, Effort::Quick, {}});
    methods.push_back({"hog thorough", hog, Effort::Thorough, {}});
    methods.push_back({"hog unsure",
                       make_hog_detector({.least_score = -0.4}),
                       Effort::Quick,
                       {-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2}});
    if (!options.yunet.empty()) {
        const std::shared_ptr<FaceDetector> yunet = load_yunet(options.yunet);
        methods.push_back({"yunet", yunet, Effort::Quick, {}});
        methods.push_back({"yunet thorough", yunet, Effort::Thorough, {}});
        methods.push_back({"yunet unsure",
                           load_yunet(options.yunet, {.least_score = 0.3}),
                           Effort::Quick,
                           {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}});
    }
    const auto add_cascade = [&](const std::string& name, const std::string& file) {
        methods.push_back(
            {name, std::make_shared<CascadeDetector>(kCascades + file), Effort::Quick, {}});
    };
    add_cascade("haar default", "haarcascades/haarcascade_frontalface_default.xml");
    add_cascade("haar alt2", "haarcascades/haarcascade_frontalface_alt2.xml");
    add_cascade("lbp", "lbpcascades/lbpcascade_frontalface_improved.xml");
    return methods;
}

std::optional<Options> options_of(const std::vector<std::string>& arguments) {
    if (arguments.size() % 2 != 1)
        return std::nullopt;
    Options options;
    options.data = arguments.front();
    for (size_t i = 1; i < arguments.size(); i += 2) {
        const std::string& value = arguments[i + 1];
        if (arguments[i] == "--yunet")
            options.yunet = value;
        else if (arguments[i] == "--draw")
            options.draw = value;
        else if (arguments[i] == "--set")
            options.set = value;
        else if (arguments[i] == "--every")
            options.every = static_cast<int>(parse_integer(value).value_or(1));
        else
            return std::nullopt;
    }
    return options;
}

int run(const std::vector<std::string>& arguments) {
    const auto options = options_of(arguments);
    if (!options) {
        fmt::print(stderr,
                   "detector_bench DATA_FOLDER [--yunet FILE] [--every N] [--set NAME] [--draw "
                   "FOLDER]\n");
        return 2;
    }
    try {
        const std::vector<Method> methods = all_methods(*options);
        fmt::print(
            "| set         | detector       | faces |  hits |     rate | others | wall ms | proc "
            "ms "
            "|\n|---|---|---:|---:|---:|---:|---:|---:|\n");
        for (const char* set : {"photos", "imm_face_db", "imm_frontal", "ibug300w"})
            measure(set, *options, methods);
    } catch (const Error& error) {
        fmt::print(stderr, "detector_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}

}  // namespace
}  // namespace rudolph::bench

int main(int argc, char** argv) {
    return rudolph::bench::run({argv + 1, argv + argc});
}

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <opencv2/imgproc.hpp>
#include <set>

#include "app/command.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/image/decode.h"
#include "core/image/draw.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct PredictOptions {
    std::string model;
    std::vector<std::string> photos;
    std::string out;
    std::string box_text;
    std::optional<Box> box;
    std::string json;
    std::string device = "auto";
};

Box parse_box(const std::string& text) {
    const auto parts = split(text, ',');
    std::vector<double> values;
    for (const auto part : parts)
        if (const auto value = parse_number(trimmed(part)); value && std::isfinite(*value))
            values.push_back(*value);
    if (parts.size() != 4 || values.size() != 4 || values[2] < 1 || values[3] < 1)
        throw UsageError("--box: '" + text + "' is not x,y,width,height in pixels");
    return {values[0], values[1], values[2], values[3]};
}

/// The whole pixels of a photograph that a box covers.
cv::Rect pixels_of(const Box& box, const cv::Size& photo, const fs::path& file) {
    const cv::Rect2d inside = cv::Rect2d(box.left, box.top, box.width, box.height) &
                              cv::Rect2d({0, 0}, cv::Size2d(photo));
    const cv::Rect pixels = cv::Rect(cvRound(inside.x), cvRound(inside.y), cvRound(inside.width),
                                     cvRound(inside.height)) &
                            cv::Rect({0, 0}, photo);
    if (pixels.empty())
        throw Error("the box lies outside the photo", {file},
                    fmt::format("the photo has {}×{} pixels", photo.width, photo.height));
    return pixels;
}

/// Networks that look at whole pictures get the box as their picture.
Landmarks find_points(Predictor& predictor, const cv::Mat& grey, const std::optional<Box>& box,
                      const fs::path& file) {
    if (!box)
        return predictor.predict(grey, std::nullopt);
    const cv::Rect pixels = pixels_of(*box, grey.size(), file);
    if (predictor.info().input.crop == CropKind::FaceBox)
        return predictor.predict(grey, box);
    const Landmarks in_part = predictor.predict(grey(pixels).clone(), std::nullopt);
    return transformed(Affine::translation(pixels.x, pixels.y), in_part);
}

double marker_radius(const Landmarks& points, const cv::Size& photo) {
    const Box box = bounding_box(points);
    const double face = points.size() > 5 ? std::max(box.width, box.height)
                                          : 0.4 * std::min(photo.width, photo.height);
    return std::max(2.0, face * (points.size() > 5 ? 0.012 : 0.03));
}

Json points_json(const Landmarks& landmarks, const LandmarkScheme& scheme) {
    Json points = Json::array();
    for (int i = 0; i < landmarks.size(); ++i) {
        const Point& point = landmarks.points[static_cast<size_t>(i)];
        points.push_back({{"name", scheme.point_names[static_cast<size_t>(i)]},
                          {"x", json_number(point.x)},
                          {"y", json_number(point.y)}});
    }
    return points;
}

/// "face-points" for "face.jpg"; a second face.png of the same call becomes "face-points-2".
std::string output_stem(const fs::path& photo, std::set<std::string>& taken) {
    const std::string stem = photo.stem().string() + "-points";
    std::string name = stem;
    for (int i = 2; !taken.insert(name).second; ++i)
        name = fmt::format("{}-{}", stem, i);
    return name;
}

Json predict_photo(Predictor& predictor, const PredictOptions& options, const fs::path& photo,
                   const fs::path& picture) {
    cv::Mat bgr = decode_image(photo);
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    const Landmarks points = find_points(predictor, grey, options.box, photo);
    const LandmarkScheme scheme = predictor.info().predicted_scheme();
    draw_landmarks(bgr, points, scheme, kPredictionColour, Marker::Cross,
                   marker_radius(points, bgr.size()));
    write_image(picture, bgr);
    Json box = nullptr;
    if (options.box)
        box = {options.box->left, options.box->top, options.box->width, options.box->height};
    return {{"photo", fs::absolute(photo).string()},
            {"width", bgr.cols},
            {"height", bgr.rows},
            {"model", options.model},
            {"scheme", scheme.name},
            {"box", box},
            {"picture", picture.string()},
            {"points", points_json(points, scheme)}};
}

int predict(const PredictOptions& options) {
    create_folder(options.out);
    const auto engine = open_engine_for_person();
    const auto predictor = engine->load_model(options.model, device_choice(options.device));
    if (predictor->info().input.crop == CropKind::FaceBox && !options.box)
        print_to_person(
            "note: this model looks at a face's box; without --box the whole photo is the face");
    std::set<std::string> taken;
    Json all = Json::array();
    int failed = 0;
    for (const std::string& photo : options.photos) {
        interrupt_token().throw_if_cancelled();
        try {
            const std::string stem = output_stem(photo, taken);
            const fs::path folder(options.out);
            Json found = predict_photo(*predictor, options, photo, folder / (stem + ".jpg"));
            write_file(folder / (stem + ".json"), json_text(found));
            if (options.json != "-")
                print(
                    fmt::format("{}: {} drawn in {}\n", photo,
                                count_text(static_cast<long long>(found["points"].size()), "point"),
                                (folder / (stem + ".jpg")).string()));
            all.push_back(std::move(found));
        } catch (const Error& error) {
            ++failed;
            print_to_person(error.what());
        }
    }
    if (!options.json.empty())
        write_json_to(options.json, all);
    if (failed > 0 && options.photos.size() > 1)
        print_to_person(fmt::format("{} of {} photos failed", failed, options.photos.size()));
    return failed > 0 ? kJobFailed : kSuccess;
}

}  // namespace

void add_predict_command(CLI::App& app, Action& action) {
    auto options = std::make_shared<PredictOptions>();
    CLI::App* command = app.add_subcommand(
        "predict", "Find the points on photographs; draws them in red and writes them as JSON");
    command->add_option("MODEL", options->model, "A run folder or a .safetensors file")->required();
    command->add_option("PHOTO", options->photos, "Photographs")->required()->expected(1, -1);
    command->add_option("--out", options->out, "The folder for PHOTO-points.jpg and .json")
        ->required();
    command->add_option("--box", options->box_text,
                        "x,y,width,height of the face in pixels, for each photo");
    command->add_option("--json", options->json,
                        "Write all the points into one file; - prints them");
    add_device_option(*command, options->device);
    command->footer(
        "\nPoints are in pixels of the upright photo; the centre of its top-left pixel is 0,0.\n\n"
        "Example: rudolph predict runs/nose-tip-20250131-101500 a.jpg b.jpg --out found");
    command->callback([options, &action] {
        if (!options->box_text.empty())
            options->box = parse_box(options->box_text);
        action = [options] { return predict(*options); };
    });
}

}  // namespace rudolph

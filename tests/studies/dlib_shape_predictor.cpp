// Trains dlib's shape_predictor on the training faces of a run and measures it on the validation
// faces, in Rudolph's way, to compare with that run:
//     dlib_shape_predictor DATA RUN/split.json [--oversampling 20] [--depth 4] [--nu 0.1]
//                          [--threads 2]
// Kazemi, Sullivan: One Millisecond Face Alignment with an Ensemble of Regression Trees, CVPR 2014.

#include <dlib/image_processing.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/split.h"
#include "core/eval/metrics.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"

namespace rudolph {
namespace {

using Picture = dlib::array2d<unsigned char>;

struct Options {
    std::string data;
    std::string split;
    unsigned long oversampling = 20;
    unsigned long depth = 4;
    double nu = 0.1;
    unsigned long threads = 2;
};

/// dlib's rectangles name the first and the last pixel, and its points are whole pixels.
dlib::rectangle rectangle_of(const Box& box) {
    return {std::lround(box.left + 0.5), std::lround(box.top + 0.5), std::lround(box.right() - 0.5),
            std::lround(box.bottom() - 0.5)};
}

void copy_pixels(const std::filesystem::path& file, Picture& picture) {
    const cv::Mat grey = decode_image(file, Colour::Grey);
    picture.set_size(grey.rows, grey.cols);
    for (int row = 0; row < grey.rows; ++row)
        std::copy_n(grey.ptr<unsigned char>(row), grey.cols, &picture[row][0]);
}

dlib::full_object_detection detection_of(const Sample& sample) {
    std::vector<dlib::point> parts;
    for (const Point& point : sample.points_in_image.points)
        parts.emplace_back(std::lround(point.x), std::lround(point.y));
    return {rectangle_of(sample.box.value()), parts};
}

/// Only faces with a box and all their points can be compared.
std::vector<const Sample*> usable(const Dataset& dataset, const std::vector<int>& indices) {
    std::vector<const Sample*> samples;
    for (const int index : indices) {
        const Sample& sample = dataset.samples.at(static_cast<size_t>(index));
        bool whole = sample.box.has_value();
        for (int i = 0; i < sample.points_in_image.size(); ++i)
            whole = whole && sample.points_in_image.is_labelled(i);
        if (whole)
            samples.push_back(&sample);
    }
    return samples;
}

dlib::shape_predictor train(const std::vector<const Sample*>& samples, const Options& options) {
    dlib::array<Picture> pictures(samples.size());
    std::vector<std::vector<dlib::full_object_detection>> faces;
    for (size_t i = 0; i < samples.size(); ++i) {
        copy_pixels(samples[i]->image, pictures[i]);
        faces.push_back({detection_of(*samples[i])});
    }
    dlib::shape_predictor_trainer trainer;
    trainer.set_oversampling_amount(options.oversampling);
    trainer.set_tree_depth(options.depth);
    trainer.set_nu(options.nu);
    trainer.set_num_threads(options.threads);
    return trainer.train(pictures, faces);
}

Landmarks predicted(const dlib::shape_predictor& predictor, const Sample& sample) {
    Picture picture;
    copy_pixels(sample.image, picture);
    const auto found = predictor(picture, rectangle_of(sample.box.value()));
    std::vector<Point> points;
    for (unsigned long i = 0; i < found.num_parts(); ++i)
        points.emplace_back(static_cast<double>(found.part(i).x()),
                            static_cast<double>(found.part(i).y()));
    return Landmarks(std::move(points));
}

void compare(const Options& options) {
    const Dataset dataset = open_dataset(options.data);
    const Split split =
        split_from_json(parse_json(read_file(options.split), options.split), dataset);
    const std::vector<const Sample*> training = usable(dataset, split.train);
    const auto start = std::chrono::steady_clock::now();
    const dlib::shape_predictor predictor = train(training, options);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::vector<FaceResult> results;
    for (const Sample* sample : usable(dataset, split.validation)) {
        const double distance = dataset.scheme.normalising_distance(sample->points_in_image);
        results.push_back(face_result(sample->id, predicted(predictor, *sample),
                                      sample->points_in_image, distance, Affine(), {1, 1}));
    }
    const EvaluationReport report = evaluation_report(std::move(results), "");
    fmt::print(
        "{{\"train_faces\": {}, \"validation_faces\": {}, \"oversampling\": {}, \"depth\": "
        "{}, \"nu\": {}, \"train_seconds\": {:.1f}, \"nme\": {:.5f}, \"auc_08\": {:.4f}, "
        "\"fr_08\": {:.4f}}}\n",
        training.size(), report.faces, options.oversampling, options.depth, options.nu, seconds,
        report.nme, report.auc_08, report.fr_08);
}

Options options_of(int argc, char** argv) {
    if (argc < 3 || argc % 2 == 0)
        throw Error("the faces and a split.json are needed, then options with their values");
    Options options{argv[1], argv[2]};
    for (int i = 3; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const auto value = parse_number(argv[i + 1]);
        if (!value || *value <= 0)
            throw Error(name + " is no number above 0");
        if (name == "--oversampling")
            options.oversampling = static_cast<unsigned long>(*value);
        else if (name == "--depth")
            options.depth = static_cast<unsigned long>(*value);
        else if (name == "--nu")
            options.nu = *value;
        else if (name == "--threads")
            options.threads = static_cast<unsigned long>(*value);
        else
            throw Error("there is no option " + name);
    }
    return options;
}

}  // namespace
}  // namespace rudolph

int main(int argc, char** argv) {
    try {
        rudolph::compare(rudolph::options_of(argc, argv));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}

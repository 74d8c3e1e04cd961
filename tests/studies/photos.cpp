// How a model does on photographs as people have them: photo_bench FOLDER [MODEL]
//
// Each photograph of FOLDER has the points of one of its faces beside it (.pts). It is scaled to
// 1400 pixels on its longer side, faces are found and predicted, and a line says whether the
// annotated one was found and how far its points are off. Then the medians of the times.
//
// photo_bench --jitter DATA [MODEL]: how much the points of validation faces depend on the box: NME
// with the data's own boxes and with boxes moved and resized by 20 %, after one look and until
// steady.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/dataset/split.h"
#include "core/detect/find_faces.h"
#include "core/detect/yunet_file.h"
#include "core/engine/engine.h"
#include "core/eval/metrics.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "core/predict/look.h"
#include "core/predict/photo.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kLongerSide = 1400;
constexpr double kMoved = 0.2;

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::nth_element(values.begin(), values.begin() + static_cast<long>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

double milliseconds(Clock::time_point from) {
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double nme(const Landmarks& found, const Landmarks& truth, const LandmarkScheme& scheme) {
    double sum = 0;
    for (size_t i = 0; i < truth.points.size(); ++i)
        sum += cv::norm(found.points.at(i) - truth.points[i]);
    return sum / static_cast<double>(truth.points.size()) / scheme.normalising_distance(truth);
}

struct Times {
    std::vector<double> decode;
    std::vector<double> detect;
    std::vector<double> predict_each;
};

void measure_photo(FaceDetector& detector, Predictor& predictor, const Sample& sample,
                   const LandmarkScheme& scheme, Times& times) {
    auto start = Clock::now();
    const cv::Mat whole = decode_image(sample.image);
    times.decode.push_back(milliseconds(start));
    const double scale = double(kLongerSide) / std::max(whole.cols, whole.rows);
    cv::Mat bgr;
    cv::resize(whole, bgr, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    const Landmarks truth =
        transformed(Affine::resize(whole.size(), bgr.size()), sample.points_in_image);
    start = Clock::now();
    const std::vector<DetectedFace> found = find_faces(detector, bgr);
    times.detect.push_back(milliseconds(start));
    start = Clock::now();
    const std::vector<PhotoFace> faces = predict_faces_of(predictor, bgr, found);
    if (!faces.empty())
        times.predict_each.push_back(milliseconds(start) / static_cast<double>(faces.size()));
    const PhotoFace* nearest = nullptr;
    for (const PhotoFace& face : faces)
        if (nearest == nullptr ||
            nme(face.points_in_image, truth, scheme) < nme(nearest->points_in_image, truth, scheme))
            nearest = &face;
    const double error = nearest == nullptr ? 1 : nme(nearest->points_in_image, truth, scheme);
    // A face beside the annotated one is off by more than its own size.
    if (error < 0.5)
        fmt::print("{:<22} {:2} faces  NME {:5.2f} %  sure {:3.0f} %\n", sample.id, faces.size(),
                   100 * error, nearest->confidence ? 100 * nearest->confidence->face : 0.0);
    else
        fmt::print("{:<22} {:2} faces  the annotated one is MISSED\n", sample.id, faces.size());
}

void measure_photos(const std::string& folder, const std::string& model) {
    const auto engine = open_engine();
    const auto predictor = engine->load_model(model, DeviceChoice::Cpu);
    const Dataset photos = open_dataset(folder);
    std::vector<DetectorKind> kinds = {DetectorKind::Hog};
    if (!find_yunet().empty())
        kinds.push_back(DetectorKind::YuNet);
    for (const DetectorKind kind : kinds) {
        const auto detector = engine->load_detector(kind);
        fmt::print("\n{} and {}\n", to_string(kind), model);
        Times times;
        for (const Sample& sample : photos.samples)
            measure_photo(*detector, *predictor, sample, photos.scheme, times);
        fmt::print("median ms: decode {:.1f}, find faces {:.1f}, points {:.1f} a face\n",
                   median(times.decode), median(times.detect), median(times.predict_each));
    }
}

std::vector<Box> moved_boxes(const Box& box) {
    std::vector<Box> boxes;
    const double step = kMoved * std::max(box.width, box.height);
    for (const auto& [x, y] :
         std::vector<std::pair<double, double>>{{-1, 0}, {1, 0}, {0, -1}, {0, 1}})
        boxes.push_back({box.left + x * step, box.top + y * step, box.width, box.height});
    for (const double factor : {1 - kMoved, 1 + kMoved})
        boxes.push_back({box.centre().x - box.width * factor / 2,
                         box.centre().y - box.height * factor / 2, box.width * factor,
                         box.height * factor});
    return boxes;
}

void measure_jitter(const std::string& data, const std::string& model) {
    const auto engine = open_engine();
    const auto predictor = engine->load_model(model, DeviceChoice::Cpu);
    const Dataset dataset = open_dataset(data);
    struct Sums {
        double own = 0, moved = 0, worst = 0;
    };
    Sums once;
    Sums steady;
    int faces = 0;
    double looks = 0;
    for (const int i : make_split(dataset, {}).validation) {
        const Sample& sample = dataset.samples[static_cast<size_t>(i)];
        if (!sample.has_truth() || !sample.box)
            continue;
        const cv::Mat grey = decode_image(sample.image, Colour::Grey);
        std::vector<Box> boxes = {*sample.box};
        for (const Box& box : moved_boxes(*sample.box))
            boxes.push_back(box);
        std::vector<Affine> crops;
        std::vector<DetectedFace> found;
        for (const Box& box : boxes) {
            crops.push_back(first_crop_from_image(predictor->info(), box, 0));
            found.push_back({box, 1, 0});
        }
        const CropSource source = whole_crop_source(grey);
        std::vector<cv::Mat> cut;
        for (const Affine& crop : crops)
            cut.push_back(cut_out(source, crop, predictor->info().input.size()));
        std::vector<Landmarks> one_look = predictor->predict_crops(cut);
        for (size_t k = 0; k < crops.size(); ++k)
            one_look[k] = transformed(crops[k].inverse(), one_look[k]);
        std::vector<Landmarks> until_steady;
        for (const PhotoFace& face : predict_faces_of(*predictor, grey, found)) {
            until_steady.push_back(face.points_in_image);
            looks += face.looks;
        }
        const auto add = [&](Sums& sums, const std::vector<Landmarks>& points) {
            double worst = 0;
            sums.own += nme(points[0], sample.points_in_image, dataset.scheme);
            for (size_t k = 1; k < points.size(); ++k) {
                const double error = nme(points[k], sample.points_in_image, dataset.scheme);
                sums.moved += error / static_cast<double>(points.size() - 1);
                worst = std::max(worst, error);
            }
            sums.worst += worst;
        };
        add(once, one_look);
        add(steady, until_steady);
        ++faces;
    }
    const auto line = [&](const char* name, const Sums& sums) {
        fmt::print(
            "{:<14} own box {:5.2f} %, moved or resized by 20 % {:5.2f} % ({:.2f} times), "
            "worst of six {:5.2f} %\n",
            name, 100 * sums.own / faces, 100 * sums.moved / faces, sums.moved / sums.own,
            100 * sums.worst / faces);
    };
    fmt::print("{} validation faces, NME\n", faces);
    line("one look", once);
    line("until steady", steady);
    fmt::print("{:.2f} looks on average\n", looks / faces / 7);
}

int measure(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const bool jitter = !words.empty() && words[0] == "--jitter";
    const size_t first = jitter ? 1 : 0;
    if (words.size() <= first) {
        fmt::print(stderr, "photo_bench FOLDER [MODEL], or photo_bench --jitter DATA [MODEL]\n");
        return 2;
    }
    const std::string model = words.size() > first + 1 ? words[first + 1] : "face68";
    (jitter ? measure_jitter : measure_photos)(words[first], model);
    return 0;
}

}  // namespace
}  // namespace rudolph

int main(int count, char** arguments) {
    try {
        return rudolph::measure(count, arguments);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

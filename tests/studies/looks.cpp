// What each look at a face says, for choosing the rule by which looks follow each other and one of
// them counts: looks_bench DATA [MODEL] [BOXES] [turned] > looks.csv
//
// A line for each look: the face, the box (0: its own, others moved and resized by up to a fifth,
// BOXES of them in all, 1 if not said), with "turned" the quarter turn of the first crop, the look
// (0: the first crop), the error by the eyes' distance and by the root of the box's area, the
// confidence, where the crop lies compared with the first one (distance of the centres and scale,
// by the first one's side; turn in degrees), the signs' means, and the error of the mean of all
// looks but the first. Looks go on seven times, wherever they lead.

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/predict/confidence.h"
#include "core/predict/look.h"
#include "core/predict/yardstick.h"

namespace rudolph {
namespace {

constexpr int kLooks = 7;
constexpr double kMoved = 0.2;

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(std::max<size_t>(1, values.size()));
}

class Looks {
public:
    Looks(Predictor& predictor, const Dataset& dataset)
        : predictor_(predictor),
          info_(predictor.info()),
          yardstick_(info_, dataset),
          mean_(mean_in_crop(info_)) {}

    void follow(const Sample& sample, int number_of_box, double turn, const CropSource& source,
                const Affine& first) {
        const Landmarks truth = yardstick_.truth_in_image(sample);
        Gaze gaze;
        gaze.crop_from_image = first;
        sum_.assign(truth.points.size(), {});
        for (int look = 0; look < kLooks; ++look) {
            const cv::Mat crop = cut_out(source, gaze.crop_from_image, info_.input.size());
            gaze.answer = predictor_.answer_crops({crop}).front();
            tell(sample, number_of_box, turn, look, gaze, first, truth);
            // As it is done: what leads to the second crop is a glance.
            const Landmarks points =
                look == 0 ? predictor_.glance_at_crops({crop}).front() : gaze.answer.points_in_crop;
            const auto next = centring(points, mean_);
            if (!next)
                return;
            gaze.before_in_crop = transformed(*next, points);
            gaze.crop_from_image = *next * gaze.crop_from_image;
        }
    }

private:
    static double mean_distance(const Landmarks& found, const Landmarks& truth) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < truth.size(); ++i)
            if (truth.is_labelled(i)) {
                sum += cv::norm(found.points[static_cast<size_t>(i)] -
                                truth.points[static_cast<size_t>(i)]);
                ++count;
            }
        return sum / std::max(1, count);
    }

    void tell(const Sample& sample, int number_of_box, double turn, int look, const Gaze& gaze,
              const Affine& first, const Landmarks& truth) {
        const Landmarks found = points_in_image(gaze);
        const double error = mean_distance(found, truth);
        Landmarks mean_found = found;
        for (size_t i = 0; look > 0 && i < sum_.size(); ++i) {
            sum_[i] += found.points[i];
            mean_found.points[i] = sum_[i] / look;
        }
        const Box box = bounding_box(truth);
        const FaceSigns signs = signs_of(gaze, info_);
        const double confidence =
            info_.calibration ? confidence_of(*info_.calibration, signs).face : 0;
        const Affine from_first = gaze.crop_from_image * first.inverse();
        const Point middle((info_.input.width - 1) / 2.0, (info_.input.height - 1) / 2.0);
        const Point moved = from_first.inverse()(middle) - middle;
        const Point along = from_first(middle + Point(1, 0)) - from_first(middle);
        fmt::print(
            "{},{},{},{},{:.5f},{:.5f},{:.4f},{:.4f},{:.4f},{:.1f},{:.5f},{:.5f},{:.5f},{:.5f},{:."
            "5f}\n",
            sample.id, number_of_box, turn, look, error / yardstick_.distance(sample),
            error / std::sqrt(box.width * box.height), confidence,
            cv::norm(moved) / info_.input.width, 1 / from_first.scale(),
            std::atan2(along.y, along.x) * 180 / std::numbers::pi, signs.strangeness,
            mean_of(signs.spread), mean_of(signs.mirror), mean_of(signs.change),
            mean_distance(mean_found, truth) / yardstick_.distance(sample));
    }

    Predictor& predictor_;
    std::vector<Point> sum_;  ///< of the points of the looks after the first
    const ModelInfo& info_;
    Yardstick yardstick_;
    Landmarks mean_;
};

int study(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    if (words.empty()) {
        fmt::print(stderr, "looks_bench DATA [MODEL] [BOXES] [turned] > looks.csv\n");
        return 2;
    }
    const auto engine = open_engine();
    const auto predictor =
        engine->load_model(words.size() > 1 ? words[1] : "face68", DeviceChoice::Cpu);
    const std::vector<double> turns =
        words.size() > 3 ? std::vector<double>{0, 90, -90, 180} : std::vector<double>{0};
    const int boxes = words.size() > 2 ? std::stoi(words[2]) : 1;
    const Dataset dataset = open_dataset(words[0]);
    const ModelInfo& info = predictor->info();
    if (!can_centre(info))
        throw Error("this model does not cut faces out", {words[1]});
    Looks looks(*predictor, dataset);
    const Point middle((info.input.width - 1) / 2.0, (info.input.height - 1) / 2.0);
    fmt::print(
        "face,box,turn,look,nme,by_box,confidence,moved,scale,rolled,strange,spread,mirror,"
        "change,averaged\n");
    for (const Sample& sample : dataset.samples) {
        if (!sample.has_truth())
            continue;
        FacePicture picture =
            read_whole_face_picture(sample.image, sample.box, sample.points_in_image);
        const Box own = picture.box;
        std::seed_seq seed(sample.id.begin(), sample.id.end());
        std::mt19937 random(seed);
        // Not std::uniform_real_distribution, which differs from library to library.
        const auto any = [&] { return kMoved * (2.0 * random() / std::mt19937::max() - 1); };
        for (int number = 0; number < boxes; ++number) {
            if (number > 0) {
                const double zoom = 1 + any();
                const Point centre = own.centre() + Point(any() * own.width, any() * own.height);
                picture.box = {centre.x - own.width * zoom / 2, centre.y - own.height * zoom / 2,
                               own.width * zoom, own.height * zoom};
            }
            const Affine first = first_crop_from_image(info, picture);
            for (const double turn : turns)
                looks.follow(sample, number, turn, picture.source,
                             Affine::rotation(turn, middle) * first);
        }
    }
    return 0;
}

}  // namespace
}  // namespace rudolph

int main(int count, char** arguments) {
    try {
        return rudolph::study(count, arguments);
    } catch (const std::exception& error) {
        fmt::print(stderr, "looks_bench: {}\n", error.what());
        return 1;
    }
}

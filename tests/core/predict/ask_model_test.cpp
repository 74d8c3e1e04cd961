#include "core/predict/ask_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/image/decode.h"
#include "core/predict/evaluate.h"
#include "core/predict/fit_faces.h"
#include "core/predict/photo.h"
#include "core/predict/stress.h"
#include "tests/support/dotted_face.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::DotPredictor;
using test::kMean;

/// Says of every face that it is doubtful, the less so the more the signs move.
Calibration doubting() {
    Calibration calibration{std::vector<double>(kPointWeights, 0.1),
                            std::vector<double>(kFaceWeights, 0.1), 10};
    calibration.face_weights[0] = -3;
    return calibration;
}

/// A data set of one face, of which `file` is the picture.
Dataset set_of(const std::filesystem::path& file, const Box& box, const Landmarks& points) {
    Dataset dataset;
    dataset.scheme = numbered_points(3);
    Sample sample;
    sample.id = "face";
    sample.image = file;
    sample.box = box;
    sample.points_in_image = points;
    dataset.samples.push_back(sample);
    return dataset;
}

/// What each way of asking says of the one face.
void expect_one_answer(Predictor& predictor, const std::filesystem::path& file, const Box& box,
                       const Landmarks& truth) {
    const cv::Mat picture = decode_image(file);
    const Landmarks photo =
        predict_faces_of(predictor, picture, {{box, 1, 0}}).front().points_in_image;
    EXPECT_EQ(predictor.predict(picture, box), photo);
    const Dataset dataset = set_of(file, box, truth);
    std::vector<Problem> problems;
    const EvaluationReport report = evaluate(predictor, dataset, {0}, problems);
    ASSERT_EQ(report.results.size(), 1U);
    EXPECT_EQ(report.results[0].predicted_in_image, photo);
    const auto rows = evaluate_stress(predictor, dataset, {0}, problems);
    EXPECT_EQ(rows.front().error_px, report.error_px) << "the plain face among hard ones";
    std::vector<FaceFit> fits;
    fit_faces(
        predictor, dataset, dataset.scheme, {0},
        [&fits](const FaceFit& fit) { fits.push_back(fit); }, problems);
    ASSERT_EQ(fits.size(), 1U);
    EXPECT_EQ(fits[0].points_in_image, photo);
    EXPECT_TRUE(problems.empty());
}

TEST(AskModel, GivesTheSamePointsForPhotographsHelpAndCases) {
    const test::TempDir dir;
    for (const double roll : {0.0, 35.0, 170.0})
        for (const char* name : {"face.png", "face.jpg"}) {
            SCOPED_TRACE(std::string(name) + " rolled by " + std::to_string(roll));
            const test::DottedFace face = test::dotted_face(1.1, roll, {104, 84});
            cv::Mat bgr;
            cv::cvtColor(face.grey, bgr, cv::COLOR_GRAY2BGR);
            cv::add(bgr, cv::Scalar(9, 3, 0), bgr);
            write_image(dir / name, bgr);
            const Box box{88, 64, 40, 40};
            DotPredictor plain(1);
            expect_one_answer(plain, dir / name, box, face.points);
            DotPredictor doubtful(1);
            doubtful.set_calibration(doubting());
            expect_one_answer(doubtful, dir / name, box, face.points);
        }
}

TEST(AskModel, LooksUntilTheCropIsSteadyHoweverOftenTheModelWasTrainedToLook) {
    const test::DottedFace face = test::dotted_face(1, 25, {104, 84});
    const CropSource source = whole_crop_source(face.grey);
    for (const int looks : {1, 2, 4}) {
        DotPredictor predictor(looks);
        const Affine first = first_crop_from_image(predictor.info(), {92, 70, 40, 40}, 0);
        const ModelAnswer answer = ask_model(predictor, {{&source, first}}).front();
        EXPECT_LT(test::farthest(answer.points_in_image, face.points), 1);
        EXPECT_GE(answer.looks, 2);
        EXPECT_LE(answer.looks, 5);
        EXPECT_FALSE(answer.confidence.has_value());
        EXPECT_EQ(answer.turned_deg, 0);
    }
}

TEST(AskModel, AnswersAboutTheCropItWasAskedForWhereLooksLeadAstray) {
    const test::DottedFace face = test::dotted_face(1, 0, {84, 84});
    const CropSource source = whole_crop_source(face.grey);
    DotPredictor predictor(1);
    constexpr double kWavering = 6;
    predictor.wavering_px = kWavering;
    const Affine first = first_crop_from_image(predictor.info(), {64, 64, 40, 40}, 0);
    const ModelAnswer answer = ask_model(predictor, {{&source, first}}, Asking::Upright).front();
    EXPECT_EQ(answer.looks, 6);
    const Landmarks at_first = transformed(first.inverse(), predictor.looked_at.back().front());
    EXPECT_LT(test::farthest(answer.points_in_image, at_first), 1e-6);
    for (const double change : answer.signs.change)
        EXPECT_GT(change, kWavering / predictor.info().input.width);
}

/// Draws the same face everywhere, and is as sure as it is told where it sees the dots upright, and
/// where it sees them upside down.
class SurePredictor : public DotPredictor {
public:
    SurePredictor(double upright, double upside_down)
        : DotPredictor(1), upright_(upright), upside_down_(upside_down) {
        Calibration calibration{std::vector<double>(kPointWeights, 0.0),
                                std::vector<double>(kFaceWeights, 0.0), 10};
        calibration.face_weights[1] = 1;  // The chance is the odds' own, and these are the spread.
        set_calibration(calibration);
    }

    std::vector<CropAnswer> answer_crops(const std::vector<cv::Mat>& grey_crops) override {
        std::vector<CropAnswer> answers;
        for (const Landmarks& dots : predict_crops(grey_crops)) {
            const double below = dots.points[2].y - dots.points[0].y;
            const double chance = below > 10 ? upright_ : below < -10 ? upside_down_ : 0.01;
            const double spread = 64 * chance / (1 - chance);
            answers.push_back({Landmarks(kMean), std::vector<float>(3, spread), {}});
        }
        return answers;
    }

    std::vector<Landmarks> glance_at_crops(const std::vector<cv::Mat>& grey_crops) override {
        return std::vector<Landmarks>(grey_crops.size(), Landmarks(kMean));
    }

private:
    double upright_;
    double upside_down_;
};

TEST(AskModel, PrefersATurnedAnswerOnlyWhereItIsVerySure) {
    const test::DottedFace face = test::dotted_face(1, 0, {84, 84});
    const CropSource source = whole_crop_source(face.grey);
    const auto turn_of = [&](double upright, double upside_down) {
        SurePredictor predictor(upright, upside_down);
        const Affine first = first_crop_from_image(predictor.info(), {64, 64, 40, 40}, 0);
        const ModelAnswer answer = ask_model(predictor, {{&source, first}}).front();
        EXPECT_NEAR(answer.confidence->face, answer.turned_deg == 0 ? upright : upside_down, 0.01);
        return answer.turned_deg;
    };
    EXPECT_EQ(turn_of(0.1, 0.99), 180);
    EXPECT_EQ(turn_of(0.45, 0.99), 180);
    EXPECT_EQ(turn_of(0.1, 0.4), 0) << "both are doubtful";
    EXPECT_EQ(turn_of(0.45, 0.9), 0) << "a weak network was as sure of heads upside down";
    EXPECT_EQ(turn_of(0.6, 0.99), 0) << "it is not doubtful";
}

TEST(AskModel, LooksAtWholePicturesAsOftenAsTheModelSays) {
    const test::DottedFace face = test::dotted_face(1, 0, {104, 84});
    for (const int looks : {1, 2}) {
        DotPredictor predictor(looks);
        predictor.take_whole_pictures();
        predictor.at_one_place = true;
        predictor.predict(face.grey, std::nullopt);
        EXPECT_EQ(predictor.looked_at.size(), static_cast<size_t>(looks));
    }
}

TEST(AskModel, TurnsDoubtfulFacesOnlyWhenItIsAskedFully) {
    const test::DottedFace face = test::dotted_face(1, 0, {104, 84});
    const CropSource source = whole_crop_source(face.grey);
    DotPredictor predictor(1);
    const AskedFace asked{&source, first_crop_from_image(predictor.info(), {84, 64, 40, 40}, 0)};
    const ModelAnswer uncalibrated = ask_model(predictor, {asked}, Asking::Upright).front();
    EXPECT_EQ(uncalibrated.signs.change.size(), 3U) << "what a calibration is made of";
    predictor.set_calibration(doubting());
    predictor.looked_at.clear();
    const ModelAnswer upright = ask_model(predictor, {asked}, Asking::Upright).front();
    const size_t looks = predictor.looked_at.size();
    EXPECT_TRUE(upright.doubtful());
    EXPECT_EQ(upright.turned_deg, 0);
    EXPECT_EQ(upright.points_in_image, uncalibrated.points_in_image);
    predictor.looked_at.clear();
    const ModelAnswer kept = ask_model(predictor, {asked}).front();
    EXPECT_GT(predictor.looked_at.size(), looks) << "three more ways to see it";
    EXPECT_EQ(kept.points_in_image, upright.points_in_image) << "all four are doubtful";
    EXPECT_TRUE(ask_model(predictor, {}).empty());
}

}  // namespace
}  // namespace rudolph

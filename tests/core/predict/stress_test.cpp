#include "core/predict/stress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/predict/evaluate.h"
#include "tests/support/temp_dir.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

/// Always answers the middle of the crop and a fixed shape about it, `light` times larger.
class SameFacePredictor : public Predictor {
public:
    SameFacePredictor(const Dataset& dataset, CropKind kind) {
        info_.scheme = dataset.scheme;
        for (int i = 0; i < dataset.scheme.size(); ++i)
            info_.indices.push_back(i);
        info_.input.crop = kind;
        info_.input.width = info_.input.height = 64;
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        batches.push_back(grey_crops.size());
        // Half the size in the dark, so that errors grow there.
        std::vector<Landmarks> found;
        for (const cv::Mat& crop : grey_crops) {
            const double scale = cv::mean(crop)[0] < 30 ? 0.25 : 0.5;
            found.push_back(
                transformed(Affine::translation(31.5, 31.5) * Affine::scaling(scale, scale),
                            test::turned_head(0)));
        }
        return found;
    }

    void calibrate_on(const std::vector<JudgedFace>& judged) {
        info_.calibration = calibrate(judged);
    }

    std::vector<size_t> batches;

private:
    ModelInfo info_;
};

Dataset turning_faces(const std::filesystem::path& folder, int count) {
    Dataset dataset;
    dataset.source = folder;
    dataset.scheme = test::head_scheme();
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.id = "face-" + std::to_string(i);
        sample.image = folder / (sample.id + ".png");
        sample.points_in_image = transformed(Affine::translation(100, 90),
                                             test::turned_head(-30 + 60.0 * i / (count - 1)));
        sample.box = Box{40, 40, 120, 120};
        write_image(sample.image, cv::Mat(200, 200, CV_8UC1, cv::Scalar(100)));
        dataset.samples.push_back(sample);
    }
    return dataset;
}

const StressRow& row(const std::vector<StressRow>& rows, const std::string& name) {
    for (const StressRow& candidate : rows)
        if (candidate.degradation.name == name)
            return candidate;
    throw Error("no row " + name);
}

TEST(EvaluateStress, HasARowForEachWayThatApplies) {
    const test::TempDir folder;
    const Dataset dataset = turning_faces(folder.path(), 40);
    std::vector<Problem> problems;
    std::vector<Progress> seen;
    SameFacePredictor boxed(dataset, CropKind::FaceBox);
    const auto rows = evaluate_stress(boxed, dataset, dataset.labelled(), problems, {},
                                      [&](const Progress& step) { seen.push_back(step); });
    ASSERT_EQ(rows.size(), stress_degradations().size());
    EXPECT_TRUE(problems.empty());
    for (size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].degradation, stress_degradations()[i]);
        EXPECT_EQ(rows[i].faces, 40);
    }
    EXPECT_EQ(seen, (std::vector<Progress>{{16, 40}, {32, 40}, {40, 40}}));
    EXPECT_LE(*std::max_element(boxed.batches.begin(), boxed.batches.end()), 32U);
    SameFacePredictor whole(dataset, CropKind::WholeImage);
    EXPECT_EQ(evaluate_stress(whole, dataset, dataset.labelled(), problems).size(), 10U);
}

TEST(EvaluateStress, MeasuresAsEvaluateDoesAndRelativeToThePlainFaces) {
    const test::TempDir folder;
    const Dataset dataset = turning_faces(folder.path(), 24);
    std::vector<Problem> problems;
    SameFacePredictor predictor(dataset, CropKind::FaceBox);
    const EvaluationReport report = evaluate(predictor, dataset, dataset.labelled(), problems);
    const auto rows = evaluate_stress(predictor, dataset, dataset.labelled(), problems);
    const StressRow& plain = rows.front();
    EXPECT_DOUBLE_EQ(plain.nme, report.nme);
    EXPECT_DOUBLE_EQ(plain.error_px, report.error_px);
    EXPECT_DOUBLE_EQ(plain.fr_08, report.fr_08);
    EXPECT_EQ(plain.over_plain, 1);
    EXPECT_NEAR(plain.collapse.shape_variance_ratio, 0, 1e-9);
    const StressRow& dark = row(rows, "dark-20");
    EXPECT_GT(dark.over_plain, 1.2);
    EXPECT_DOUBLE_EQ(dark.over_plain, dark.nme / plain.nme);
    // The answer moves with the box, by a fifth of its side: most of it is error.
    EXPECT_GT(row(rows, "box-shifted-20").error_px, plain.error_px + 8);
    // Noise does not change this model's answers.
    EXPECT_DOUBLE_EQ(row(rows, "noisy").nme, plain.nme);
}

TEST(EvaluateStress, SaysHowSureACalibratedModelIsOfEachKindOfFace) {
    const test::TempDir folder;
    const Dataset dataset = turning_faces(folder.path(), 24);
    std::vector<Problem> problems;
    SameFacePredictor predictor(dataset, CropKind::FaceBox);
    std::vector<JudgedFace> judged;
    for (const StressRow& plain :
         evaluate_stress(predictor, dataset, dataset.labelled(), judged, problems))
        EXPECT_TRUE(std::isnan(plain.confidence)) << plain.degradation.name;
    predictor.calibrate_on(judged);
    double sum = 0;
    int plain_faces = 0;
    for (const JudgedFace& face : judged)
        if (!face.hard) {
            sum += confidence_of(*predictor.info().calibration, face.signs).face;
            ++plain_faces;
        }
    ASSERT_EQ(plain_faces, 24);
    const auto rows = evaluate_stress(predictor, dataset, dataset.labelled(), problems);
    EXPECT_NEAR(rows.front().confidence, sum / plain_faces, 1e-12);
    for (const StressRow& each : rows) {
        EXPECT_GE(each.confidence, 0) << each.degradation.name;
        EXPECT_LE(each.confidence, 1) << each.degradation.name;
    }
}

TEST(EvaluateStress, LeavesFacesOutThatCannotBeMadeHard) {
    const test::TempDir folder;
    Dataset dataset = turning_faces(folder.path(), 12);
    dataset.samples[3].points_in_image.visibility[4] = Visibility::NotLabelled;
    write_file(dataset.samples[5].image, "no picture");
    std::vector<Problem> problems;
    SameFacePredictor predictor(dataset, CropKind::FaceBox);
    const auto rows = evaluate_stress(predictor, dataset, dataset.labelled(), problems);
    EXPECT_EQ(rows.front().faces, 11);
    EXPECT_EQ(row(rows, "eyes-covered").faces, 10);
    EXPECT_GT(row(rows, "eyes-covered").over_plain, 0);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].sample_id, "face-5");
}

TEST(EvaluateStress, StopsWhenCancelledAndRefusesSchemesWithoutThePoints) {
    const test::TempDir folder;
    Dataset dataset = turning_faces(folder.path(), 40);
    SameFacePredictor predictor(dataset, CropKind::FaceBox);
    std::vector<Problem> problems;
    const CancelToken cancel;
    EXPECT_THROW(evaluate_stress(predictor, dataset, dataset.labelled(), problems, cancel,
                                 [&](const Progress&) { cancel.cancel(); }),
                 Cancelled);
    dataset.scheme = builtin_scheme("hand-21");
    EXPECT_THROW(evaluate_stress(predictor, dataset, dataset.labelled(), problems), Error);
}

TEST(EvaluateStress, HasOneEmptyRowWithoutFaces) {
    const test::TempDir folder;
    Dataset dataset;
    dataset.scheme = test::head_scheme();
    SameFacePredictor predictor(dataset, CropKind::FaceBox);
    std::vector<Problem> problems;
    const auto rows = evaluate_stress(predictor, dataset, {}, problems);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().faces, 0);
    EXPECT_TRUE(std::isnan(rows.front().nme));
    EXPECT_TRUE(std::isnan(rows.front().over_plain));
}

}  // namespace
}  // namespace rudolph

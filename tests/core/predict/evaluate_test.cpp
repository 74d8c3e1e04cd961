#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/predict/evaluate.h"
#include "core/predict/predictor.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

const cv::Size kTruthPicture(64, 48);

/// Knows the truth of each face by the brightness of its picture, and misses it by an offset.
class TruthPredictor : public Predictor {
public:
    TruthPredictor(const Dataset& dataset, InputSpec input, std::vector<int> indices,
                   const Point& offset_in_image)
        : dataset_(dataset), offset_(offset_in_image) {
        info_.scheme = dataset.scheme;
        info_.indices = std::move(indices);
        info_.input = input;
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }

    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        batches.push_back(grey_crops.size());
        std::vector<Landmarks> found;
        for (const cv::Mat& crop : grey_crops) {
            EXPECT_EQ(crop.size(), info_.input.size());
            const Sample& sample =
                dataset_.samples.at(crop.at<unsigned char>(crop.rows / 2, crop.cols / 2));
            const Box box = crop_box(sample.box, sample.points_in_image, kTruthPicture);
            Landmarks in_image = subset(sample.points_in_image, info_.indices);
            for (Point& point : in_image.points)
                point += offset_;
            found.push_back(
                transformed(crop_from_image(info_.input, kTruthPicture, box), in_image));
        }
        return found;
    }

    std::vector<size_t> batches;

private:
    const Dataset& dataset_;
    ModelInfo info_;
    Point offset_;
};

/// Faces with three points, whose pictures are as bright as their number.
Dataset shaded_faces(const std::filesystem::path& folder, int count) {
    Dataset dataset;
    dataset.source = folder;
    dataset.scheme = numbered_points(3);
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.id = "face-" + std::to_string(i);
        sample.image = folder / (sample.id + ".png");
        sample.points_in_image = Landmarks({{20.0 + i % 7, 10}, {30.0 + i % 7, 10}, {25, 30}});
        sample.box = Box{15, 5, 25, 30};
        write_image(sample.image, cv::Mat(kTruthPicture, CV_8UC3, cv::Scalar::all(i)));
        dataset.samples.push_back(sample);
    }
    return dataset;
}

InputSpec face_box_input() {
    InputSpec input;
    input.crop = CropKind::FaceBox;
    input.width = input.height = 40;
    input.box_scale = 1.3;
    return input;
}

TEST(Evaluate, MeasuresAnOffsetInPixelsOfTheImage) {
    const test::TempDir folder;
    const Dataset dataset = shaded_faces(folder.path(), 3);
    for (const InputSpec& input : {InputSpec(), face_box_input()}) {
        TruthPredictor predictor(dataset, input, {0, 1, 2}, {3, 4});
        std::vector<Problem> problems;
        const EvaluationReport report = evaluate(predictor, dataset, dataset.labelled(), problems);
        EXPECT_TRUE(problems.empty());
        EXPECT_EQ(report.faces, 3);
        EXPECT_NEAR(report.error_px, 5, 1e-9);
        // The box about the points is 10 × 20.
        EXPECT_NEAR(report.results[1].nme, 5 / std::sqrt(200.0), 1e-9);
        EXPECT_EQ(report.normaliser, dataset.scheme.normaliser_name());
        EXPECT_EQ(report.results[2].sample_id, "face-2");
        EXPECT_EQ(report.results[2].truth_in_image, dataset.samples[2].points_in_image);
    }
}

TEST(Evaluate, MeasuresThePointsThatTheModelPredictsByTheWholeFace) {
    const test::TempDir folder;
    const Dataset dataset = shaded_faces(folder.path(), 2);
    TruthPredictor predictor(dataset, {}, {2}, {0, 1});
    std::vector<Problem> problems;
    const EvaluationReport report = evaluate(predictor, dataset, {1}, problems);
    ASSERT_EQ(report.faces, 1);
    EXPECT_EQ(report.results[0].predicted_in_image.size(), 1);
    EXPECT_NEAR(report.results[0].nme, 1 / std::sqrt(200.0), 1e-9);
}

TEST(Evaluate, KeepsTheOrderOverManyBatchesAndReportsProgress) {
    const test::TempDir folder;
    const Dataset dataset = shaded_faces(folder.path(), 150);
    TruthPredictor predictor(dataset, {}, {0, 1, 2}, {});
    std::vector<Problem> problems;
    std::vector<Progress> seen;
    std::vector<int> order = dataset.labelled();
    std::reverse(order.begin(), order.end());
    const EvaluationReport report = evaluate(predictor, dataset, order, problems, {},
                                             [&](const Progress& step) { seen.push_back(step); });
    ASSERT_EQ(report.faces, 150);
    EXPECT_NEAR(report.error_px, 0, 1e-9);
    for (size_t i = 0; i < 150; ++i)
        EXPECT_EQ(report.results[i].sample_id, "face-" + std::to_string(149 - i));
    EXPECT_LE(*std::max_element(predictor.batches.begin(), predictor.batches.end()), 32U);
    EXPECT_EQ(seen.back(), (Progress{150, 150}));
    for (size_t i = 1; i < seen.size(); ++i)
        EXPECT_GT(seen[i].done, seen[i - 1].done);
}

TEST(Evaluate, NamesThePicturesItLeavesOut) {
    const test::TempDir folder;
    Dataset dataset = shaded_faces(folder.path(), 5);
    write_file(dataset.samples[1].image, "no picture");
    std::filesystem::remove(dataset.samples[2].image);
    dataset.samples[3].points_in_image = {};
    TruthPredictor predictor(dataset, {}, {0, 1, 2}, {});
    std::vector<Problem> problems;
    std::vector<Progress> seen;
    const EvaluationReport report = evaluate(predictor, dataset, {0, 1, 2, 3, 4}, problems, {},
                                             [&](const Progress& step) { seen.push_back(step); });
    EXPECT_EQ(report.faces, 2);
    EXPECT_EQ(report.results[1].sample_id, "face-4");
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].sample_id, "face-1");
    EXPECT_EQ(problems[1].file, dataset.samples[2].image);
    EXPECT_THAT(problems[2].message, HasSubstr("no points"));
    EXPECT_EQ(seen.back(), (Progress{5, 5}));
}

TEST(Evaluate, RefusesFacesOfAnotherScheme) {
    const test::TempDir folder;
    Dataset dataset = shaded_faces(folder.path(), 1);
    const Dataset trained_on = dataset;
    TruthPredictor predictor(trained_on, {}, {0, 1, 2}, {});
    dataset.scheme = builtin_scheme("ibug-68");
    std::vector<Problem> problems;
    EXPECT_THAT(test::error_of([&] { evaluate(predictor, dataset, {0}, problems); }).what(),
                testing::AllOf(HasSubstr("points-3"), HasSubstr("ibug-68")));
}

TEST(Evaluate, StopsWhenCancelled) {
    const test::TempDir folder;
    const Dataset dataset = shaded_faces(folder.path(), 100);
    TruthPredictor predictor(dataset, {}, {0, 1, 2}, {});
    std::vector<Problem> problems;
    const CancelToken cancel;
    EXPECT_THROW(evaluate(predictor, dataset, dataset.labelled(), problems, cancel,
                          [&](const Progress&) { cancel.cancel(); }),
                 Cancelled);
    EXPECT_EQ(predictor.batches.size(), 1U);
}

TEST(Evaluate, IsEmptyWithoutFaces) {
    const Dataset dataset;
    TruthPredictor predictor(dataset, {}, {}, {});
    std::vector<Problem> problems;
    EXPECT_EQ(evaluate(predictor, dataset, {}, problems).faces, 0);
}

}  // namespace
}  // namespace rudolph

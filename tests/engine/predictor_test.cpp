#include "core/predict/torch_predictor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/demo/demo_faces.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "core/model/torch_weights.h"
#include "core/predict/evaluate.h"
#include "core/predict/fit_faces.h"
#include "core/predict/model_file.h"
#include "core/predict/photo.h"
#include "tests/support/dot_faces.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

/// Networks with random weights: what they predict matters less than that it is the same.
class Predictors : public testing::Test {
protected:
    Predictors() : picture_(36, 48, CV_8UC1) {
        cv::theRNG().state = 5;
        cv::randu(picture_, 0, 256);
        info_.scheme = numbered_points(3);
        info_.indices = {2, 0};
        info_.input.width = 32;
        info_.input.height = 24;
        info_.model.channels = {4};
        info_.model.kernels = {5};
        info_.model.hidden = {8};
    }

    std::filesystem::path write_model() const {
        const auto network = make_network(info_.model, info_.input, 4, 3);
        const auto file = dir_ / "mödel.safetensors";
        write_safetensors(file, {stored_state(*network), model_metadata(info_)});
        return file;
    }
    std::unique_ptr<Predictor> predictor() const {
        return load_predictor(write_model(), DeviceChoice::Cpu);
    }

    test::TempDir dir_;
    ModelInfo info_;
    cv::Mat picture_;
};

void expect_near(const Landmarks& a, const Landmarks& b, double tolerance) {
    ASSERT_EQ(a.size(), b.size());
    for (size_t i = 0; i < a.points.size(); ++i)
        EXPECT_LT(cv::norm(a.points[i] - b.points[i]), tolerance) << i;
}

TEST_F(Predictors, MapsSayHowSureTheyAre) {
    info_.scheme = builtin_scheme("ibug-68");
    info_.indices = {36, 45};
    info_.input.width = info_.input.height = 64;
    info_.input.crop = CropKind::FaceBox;
    info_.model = {};
    info_.model.family = NetworkFamily::Light;
    info_.model.width = 8;
    info_.model.head = HeadKind::Heatmap;
    const auto model = predictor();
    cv::Mat crop;
    cv::resize(picture_, crop, {64, 64});
    const CropAnswer plain = model->answer_crops({crop}).at(0);
    ASSERT_EQ(plain.spread_px.size(), 2U);
    // An untrained map is spread over the whole crop: a uniform one by 64 / √12.
    EXPECT_NEAR(plain.spread_px[0], 64 / std::sqrt(12.0), 2);
    EXPECT_EQ(plain.points_in_crop, model->predict_crops({crop}).at(0));
    ASSERT_EQ(plain.mirror_px.size(), 2U);
    EXPECT_GE(plain.mirror_px[0], 0);
    EXPECT_EQ(model->glance_at_crops({crop}).at(0), plain.points_in_crop);
    // The mirror image says the same of the mirrored points.
    cv::Mat mirrored;
    cv::flip(crop, mirrored, 1);
    const CropAnswer other = model->answer_crops({mirrored}).at(0);
    EXPECT_NEAR(other.mirror_px[1], plain.mirror_px[0], 1e-3);
    EXPECT_NEAR(other.spread_px[1], plain.spread_px[0], 1e-3);
}

TEST_F(Predictors, AGlanceDoesNotAskTheMirrorImage) {
    info_.scheme = builtin_scheme("ibug-68");
    info_.indices = {36, 45};
    const auto plain = predictor();
    info_.model.flip_average = Switch::On;
    const auto averaging = predictor();
    cv::Mat crop;
    cv::resize(picture_, crop, {32, 24});
    const Landmarks glance = averaging->glance_at_crops({crop}).at(0);
    EXPECT_EQ(glance, plain->predict_crops({crop}).at(0));
    EXPECT_NE(glance, averaging->predict_crops({crop}).at(0));
    EXPECT_TRUE(averaging->glance_at_crops({}).empty());
}

TEST_F(Predictors, WithoutMapsOnlyTheMirrorTells) {
    const auto model = predictor();
    cv::Mat crop;
    cv::resize(picture_, crop, {32, 24});
    const CropAnswer answer = model->answer_crops({crop}).at(0);
    EXPECT_TRUE(answer.spread_px.empty());
    EXPECT_TRUE(answer.mirror_px.empty());  // numbered points have no mirror pairs
    EXPECT_EQ(answer.points_in_crop, model->predict_crops({crop}).at(0));
    EXPECT_TRUE(model->answer_crops({}).empty());
}

TEST_F(Predictors, ReadBackWhatWasWritten) {
    const auto network = make_network(info_.model, info_.input, 4, 3);
    network->eval();
    const CropSource source = make_crop_source(picture_, info_.input, {});
    const Crop crop = make_crop(source, info_.input, picture_.size(), {}, {});
    std::vector<float> numbers(static_cast<size_t>(info_.input.size().area()));
    write_input(crop.grey, info_.input, numbers.data());
    const auto points_in_crop =
        predicted_in_crops(*network, numbers, info_.input, torch::Device(torch::kCPU));
    EXPECT_EQ(predictor()->predict(picture_, std::nullopt),
              transformed(crop.crop_from_image.inverse(), points_in_crop.at(0)));
}

TEST_F(Predictors, TakeThePictureAsTheFaceWithoutABox) {
    info_.input.crop = CropKind::FaceBox;
    const auto model = predictor();
    EXPECT_EQ(model->predict(picture_, std::nullopt),
              model->predict(picture_, Box{-0.5, -0.5, 48, 36}));
    EXPECT_EQ(model->predict(picture_, std::nullopt), model->predict(picture_, Box{}));
    EXPECT_NE(model->predict(picture_, std::nullopt),
              model->predict(picture_, Box{10, 10, 14, 14}));
}

TEST_F(Predictors, FollowTheFaceWithItsBox) {
    info_.input = {CropKind::FaceBox, 32, 24, 3, 1.1, 0.4, 0.3};
    const auto model = predictor();
    cv::Mat larger(100, 120, CV_8UC1, cv::Scalar(77));
    picture_.copyTo(larger(cv::Rect(30, 20, 48, 36)));
    Landmarks here = model->predict(picture_, Box{18, 12, 12, 12});
    for (Point& point : here.points)
        point += Point(30, 20);
    expect_near(model->predict(larger, Box{48, 32, 12, 12}), here, 1e-4);
}

TEST_F(Predictors, DoNotMindBoxesThatLeaveThePicture) {
    info_.input.crop = CropKind::FaceBox;
    const auto model = predictor();
    for (const Box& box : {Box{-30, -30, 40, 40}, Box{200, 200, 10, 10}, Box{5, 5, 0.25, 0.25},
                           Box{-5000, -5000, 10000, 10000}})
        for (const Point& point : model->predict(picture_, box).points)
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    const cv::Mat one_pixel(1, 1, CV_8UC1, cv::Scalar(9));
    EXPECT_EQ(model->predict(one_pixel, std::nullopt).size(), 2);
}

TEST_F(Predictors, SayTheSameOfAFaceWhoeverAsks) {
    write_demo_faces(dir_ / "faces", {DemoFormat::Ibug, 1, 3});
    const Dataset dataset = open_dataset(dir_ / "faces");
    const auto model = load_predictor(kDefaultModel, DeviceChoice::Cpu);
    for (const int i : {0, 2, 5}) {
        const Sample& face = dataset.samples.at(static_cast<size_t>(i));
        std::vector<Problem> problems;
        const Landmarks photo =
            predict_faces_of(*model, decode_image(face.image), {{face.box.value(), 1, 0}})
                .front()
                .points_in_image;
        EXPECT_EQ(evaluate(*model, dataset, {i}, problems).results.at(0).predicted_in_image, photo);
        Landmarks fitted;
        fit_faces(
            *model, dataset, dataset.scheme, {i},
            [&fitted](const FaceFit& fit) { fitted = fit.points_in_image; }, problems);
        EXPECT_EQ(fitted, photo);
        EXPECT_TRUE(problems.empty());
    }
}

TEST_F(Predictors, SayTheSameOfManyCropsAsOfEach) {
    const auto model = predictor();
    std::vector<cv::Mat> crops;
    for (int i = 0; i < 5; ++i) {
        crops.emplace_back(info_.input.size(), CV_8UC1);
        cv::randu(crops.back(), 0, 256);
    }
    const std::vector<Landmarks> together = model->predict_crops(crops);
    ASSERT_EQ(together.size(), 5U);
    for (size_t i = 0; i < crops.size(); ++i)
        expect_near(together[i], model->predict_crops({crops[i]}).at(0), 1e-3);
}

TEST_F(Predictors, RefusePicturesOfAnotherKind) {
    const auto model = predictor();
    EXPECT_THROW(model->predict({}, std::nullopt), Error);
    EXPECT_THROW(model->predict(cv::Mat(36, 48, CV_32FC1, cv::Scalar()), std::nullopt), Error);
    EXPECT_THROW(model->predict_crops({cv::Mat(24, 31, CV_8UC1, cv::Scalar())}), Error);
}

TEST_F(Predictors, RefuseForeignFilesAndNameThem) {
    const auto file = dir_ / "phöto.png";
    write_image(file, picture_);
    for (const auto& path : {file, dir_ / "missing.safetensors"}) {
        EXPECT_THAT(test::error_of([&] { load_predictor(path, DeviceChoice::Cpu); }).what(),
                    HasSubstr(path.string()));
    }
}

TEST_F(Predictors, RefuseModelsCutOffAnywhere) {
    const std::string whole = read_file(write_model());
    const auto file = dir_ / "part.safetensors";
    for (size_t length = 0; length < whole.size(); length += whole.size() / 20) {
        write_file(file, whole.substr(0, length));
        EXPECT_THROW(load_predictor(file, DeviceChoice::Cpu), Error) << length;
    }
}

TEST_F(Predictors, LoadARunThatWasStoppedBeforeItsFirstEpoch) {
    const CancelToken cancel;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport&) { cancel.cancel(); };
    const TrainJob job{test::dot_experiment(),
                       std::make_shared<const Dataset>(test::dot_faces(dir_ / "faces", 4)),
                       dir_ / "runs"};
    const TrainResult result = train(job, observer, cancel);
    const auto model = load_predictor(result.run.folder, DeviceChoice::Cpu);
    EXPECT_EQ(model->info().epoch, 0);
    EXPECT_EQ(model->predict(picture_, std::nullopt).size(), 2);
}

}  // namespace
}  // namespace rudolph

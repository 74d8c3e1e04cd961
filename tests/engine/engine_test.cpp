#include "core/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/engine/torch_speed.h"
#include "core/model/safetensors.h"
#include "core/predict/evaluate.h"
#include "core/runs/run_reader.h"
#include "tests/support/dot_faces.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;

/// A run of one epoch, trained once for all tests here.
class Engines : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dir_ = new test::TempDir;
        engine_ = open_engine().release();
        dataset_ = new Dataset(test::dot_faces(*dir_ / "faces", 8));
        TrainJob job{test::dot_experiment(), std::make_shared<const Dataset>(*dataset_),
                     *dir_ / "runs"};
        job.experiment.epochs = 2;
        run_ = new RunRecord(engine_->train(job, {}, {}).run);
    }
    static void TearDownTestSuite() {
        delete dataset_;
        delete run_;
        delete engine_;
        delete dir_;
    }

    std::string message_for(const std::filesystem::path& file) {
        const auto load = [&] { engine_->load_model(file, DeviceChoice::Cpu); };
        return test::error_of(file, load).message();
    }

    static test::TempDir* dir_;
    static Engine* engine_;
    static RunRecord* run_;
    static Dataset* dataset_;
};
test::TempDir* Engines::dir_ = nullptr;
Engine* Engines::engine_ = nullptr;
RunRecord* Engines::run_ = nullptr;
Dataset* Engines::dataset_ = nullptr;

TEST_F(Engines, EstimatesWhatAnEpochTakesFromStepsOnMadeUpFaces) {
    Experiment experiment = test::dot_experiment();
    experiment.batch_size = 4;
    const TrainingEstimate estimate = engine_->estimate_training(experiment, 2, 40, 0, {});
    EXPECT_GT(estimate.epoch_seconds, 0);
    EXPECT_GE(estimate.threads, 1);
    long long weights = 0;
    for (const LayerSummary& layer : engine_->summarise(experiment.model, experiment.input, 2))
        weights += layer.parameters;
    // Weights, gradients and Adam's two moments at the least.
    EXPECT_GE(estimate.bytes, 4 * 4 * weights);
    experiment.batch_size = 40;
    EXPECT_GT(engine_->estimate_training(experiment, 2, 40, 0, {}).bytes, estimate.bytes);
    const CancelToken not_wanted_any_more;
    not_wanted_any_more.cancel();
    EXPECT_THROW(engine_->estimate_training(experiment, 2, 40, 0, not_wanted_any_more), Cancelled);
}

TEST_F(Engines, ModelFilesPredictWhatTrainingSaw) {
    const auto predictor = engine_->load_model(run_->folder, DeviceChoice::Cpu);
    const auto cases = read_predictions(run_->folder);
    ASSERT_FALSE(cases.empty());
    for (const CasePrediction& face : cases) {
        const cv::Mat grey = decode_image(face.image, Colour::Grey);
        const Landmarks points_in_image = predictor->predict(grey, std::nullopt);
        for (int i = 0; i < points_in_image.size(); ++i) {
            const auto place = static_cast<size_t>(i);
            const Point& saved = face.result.predicted_in_image.points[place];
            EXPECT_NEAR(points_in_image.points[place].x, saved.x, 1e-3);
            EXPECT_NEAR(points_in_image.points[place].y, saved.y, 1e-3);
        }
    }
}

TEST_F(Engines, ModelFilesSayWhatTheyAre) {
    const auto predictor =
        engine_->load_model(run_->folder / "best.safetensors", DeviceChoice::Cpu);
    const ModelInfo& info = predictor->info();
    EXPECT_EQ(info.scheme, dataset_->scheme);
    EXPECT_EQ(info.indices, (std::vector<int>{0, 1}));
    EXPECT_EQ(info.input, run_->experiment.input);
    EXPECT_EQ(info.model, run_->experiment.model);
    EXPECT_EQ(info.experiment, "dots");
    EXPECT_EQ(info.epoch, run_->summary.best_epoch);
    EXPECT_EQ(predictor->device(), "cpu");
}

TEST_F(Engines, LoadingTwiceGivesIdenticalPredictions) {
    const cv::Mat grey = decode_image(dataset_->samples[0].image, Colour::Grey);
    const auto a = engine_->load_model(run_->folder, DeviceChoice::Cpu);
    const auto b = engine_->load_model(run_->folder, DeviceChoice::Cpu);
    EXPECT_EQ(a->predict(grey, std::nullopt), b->predict(grey, std::nullopt));
    EXPECT_TRUE(a->predict_crops({}).empty());
}

TEST_F(Engines, EvaluatingARunRepeatsItsFigures) {
    const auto predictor = engine_->load_model(run_->folder, DeviceChoice::Cpu);
    const Split split = make_split(*dataset_, run_->experiment.split);
    std::vector<Problem> problems;
    const EvaluationReport report = evaluate(*predictor, *dataset_, split.validation, problems);
    EXPECT_NEAR(report.mse, run_->summary.mse, 1e-6);
    EXPECT_NEAR(report.error_px, run_->summary.error_px, 1e-3);
    EXPECT_TRUE(problems.empty());
}

TEST_F(Engines, RefuseDamagedModelsAndNameThem) {
    const std::string whole = read_file(run_->folder / "best.safetensors");
    const auto file = *dir_ / "damaged.safetensors";
    for (const size_t length : {size_t{0}, size_t{20}, whole.size() / 2, whole.size() - 1}) {
        write_file(file, whole.substr(0, length));
        EXPECT_NE(message_for(file), "no error") << length;
    }
    EXPECT_NE(message_for(*dir_ / "missing.safetensors"), "no error");
    EXPECT_NE(message_for(dir_->path()), "no error");
}

TEST_F(Engines, RefuseModelsWhoseDescriptionIsWrong) {
    const Safetensors model = read_safetensors(run_->folder / "best.safetensors");
    const auto file = *dir_ / "changed.safetensors";
    const auto with = [&](const std::string& from, const std::string& to) {
        Safetensors changed = model;
        std::string& text = changed.metadata.at("rudolph");
        const size_t place = text.find(from);
        EXPECT_NE(place, std::string::npos) << from;
        text.replace(place, from.size(), to);
        write_safetensors(file, changed);
        return message_for(file);
    };
    EXPECT_THAT(with("\"version\":1", "\"version\":99"), HasSubstr("newer version"));
    EXPECT_THAT(with("\"indices\":[0,1]", "\"indices\":[0,7]"), HasSubstr("points"));
    EXPECT_THAT(with("\"indices\":[0,1]", "\"indices\":[0]"), HasSubstr("weights 'fc2.weight'"));
    EXPECT_THAT(with("\"indices\"", "\"other\""), HasSubstr("lacks something"));
    EXPECT_THAT(with("\"kernels\":[5,3]", "\"kernels\":[5,99]"), HasSubstr("cannot be built"));
    EXPECT_NE(with("\"channels\":[6,8]", "\"channels\":[6,7]"), "no error");

    Safetensors bare = model;
    bare.metadata.clear();
    write_safetensors(file, bare);
    EXPECT_THAT(message_for(file), HasSubstr("without a description"));
}

TEST_F(Engines, SummariseNetworksLayerByLayer) {
    const Experiment experiment = preset("full-face");
    const auto layers = engine_->summarise(experiment.model, experiment.input, 116);
    ASSERT_EQ(layers.size(), 7U);
    EXPECT_EQ(layers[0].name, "conv1");
    EXPECT_EQ(layers[0].description, "12 channels, 7×7, ReLU, 2×2 max-pool");
    EXPECT_EQ(layers[0].output_shape, (std::vector<int>{12, 57, 77}));
    EXPECT_EQ(layers[0].parameters, 12 * 49 + 12);
    EXPECT_EQ(layers[6].description, "100 → 116");
    EXPECT_EQ(layers[6].parameters, 100 * 116 + 116);

    const Experiment resnet = preset("resnet18-ibug");
    long long parameters = 0;
    for (const LayerSummary& layer : engine_->summarise(resnet.model, resnet.input, 136))
        parameters += layer.parameters;
    EXPECT_EQ(parameters, 11246280);
}

TEST_F(Engines, SayWhatTheyRunOn) {
    const EngineInfo info = engine_->info();
    EXPECT_FALSE(info.torch_version.empty());
    EXPECT_GE(info.threads, 1);
    const std::string warning = engine_->slow_matrix_warning();
    EXPECT_THAT(warning, AnyOf(IsEmpty(), HasSubstr("install libopenblas0-openmp")));
    EXPECT_EQ(warning.find('\n'), std::string::npos);
}

TEST(MatrixSpeed, WarnsOfASlowBlasOnly) {
    EXPECT_THAT(slow_matrix_warning({6.0, 5.0}), HasSubstr("install libopenblas0-openmp"));
    EXPECT_EQ(slow_matrix_warning({60.0, 5.0}), "");
    EXPECT_GT(measure_matrix_speed().torch_gflops, 0);
}

}  // namespace
}  // namespace rudolph

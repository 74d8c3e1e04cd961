#include "ui/session/model_cache.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/error.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

struct NoPredictor : Predictor {
    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>&) override { return {}; }

    ModelInfo info_;
};

struct NoDetector : FaceDetector {
    DetectorKind kind() const override { return DetectorKind::Hog; }
    std::vector<DetectedFace> detect(const cv::Mat&) override { return {}; }
};

struct ModelCacheTest : testing::Test {
    void write(const char* name, const std::string& text) const {
        std::ofstream(folder / name) << text;
    }
    QString run() const { return toQString(folder.path()); }

    test::TempDir folder;
    QStringList loaded;
    int detectors = 0;
    ModelCache cache{{[this](DetectorKind, const std::filesystem::path&) {
                          ++detectors;
                          return std::make_unique<NoDetector>();
                      },
                      [this](const QString& model) -> std::unique_ptr<Predictor> {
                          if (model == "broken")
                              throw Error("this model is broken");
                          loaded << model;
                          return std::make_unique<NoPredictor>();
                      }}};
};

TEST_F(ModelCacheTest, KeepsWhatItHasLoaded) {
    write("best.safetensors", "one");
    const auto first = cache.predictor(run());
    EXPECT_EQ(cache.predictor(run()), first);
    EXPECT_NE(cache.predictor("face68"), first);
    EXPECT_EQ(cache.predictor("face68"), cache.predictor("face68"));
    EXPECT_EQ(loaded, QStringList({run(), "face68"}));
    cache.keepOnly({"face68"});
    cache.predictor("face68");
    EXPECT_EQ(loaded.size(), 2);
    cache.predictor(run());
    EXPECT_EQ(loaded.size(), 3);
}

TEST_F(ModelCacheTest, LoadsAModelAgainWhenItsFileHasChanged) {
    write("last.safetensors", "before the first epoch");
    const auto last = cache.predictor(run());
    write("best.safetensors", "first epoch");
    const auto best = cache.predictor(run());
    EXPECT_NE(best, last);
    write("best.safetensors", "a better one, of another size");
    EXPECT_NE(cache.predictor(run()), best);
    EXPECT_EQ(loaded.size(), 3);
}

TEST_F(ModelCacheTest, AnErrorLeavesNothingBehind) {
    EXPECT_THROW(cache.predictor("broken"), Error);
    EXPECT_THROW(cache.predictor("broken"), Error);
    EXPECT_NE(cache.predictor("face68"), nullptr);
}

TEST_F(ModelCacheTest, OneDetectorIsKept) {
    const auto hog = cache.detector(DetectorKind::Hog, {});
    EXPECT_EQ(cache.detector(DetectorKind::Hog, "yunet.onnx"), hog) << "it has no file";
    const auto yunet = cache.detector(DetectorKind::YuNet, {});
    EXPECT_NE(cache.detector(DetectorKind::YuNet, "yunet.onnx"), yunet);
    EXPECT_EQ(detectors, 3);
}

}  // namespace
}  // namespace rudolph

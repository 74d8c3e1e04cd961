#include "core/predict/fit_faces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::Optional;

/// Answers with the same points for every face, and remembers the boxes.
class FixedPredictor : public Predictor {
public:
    explicit FixedPredictor(const LandmarkScheme& scheme, std::vector<int> indices,
                            std::vector<Point> answer)
        : answer_(std::move(answer)) {
        info_.scheme = scheme;
        info_.indices = std::move(indices);
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    Landmarks predict(const cv::Mat& /*grey*/, const std::optional<Box>& box) override {
        boxes.push_back(box);
        return answer_;
    }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& /*crops*/) override {
        return {};
    }
    void crop(CropKind kind) { info_.input.crop = kind; }

    std::vector<std::optional<Box>> boxes;

private:
    ModelInfo info_;
    Landmarks answer_;
};

std::vector<FaceFit> fits(Predictor& predictor, const Dataset& dataset,
                          const std::vector<int>& samples, std::vector<Problem>& problems,
                          const CancelToken& cancel = {}) {
    std::vector<FaceFit> found;
    fit_faces(
        predictor, dataset, dataset.scheme, samples,
        [&found](FaceFit fit) { found.push_back(std::move(fit)); }, problems, cancel);
    return found;
}

class FitFaces : public testing::Test {
protected:
    test::TempDir folder_;
    Dataset dataset_ = test::dot_faces(folder_.path(), 2, 2);
    std::vector<Problem> problems_;
};

TEST_F(FitFaces, GivesThePointsOfTheWholeScheme) {
    FixedPredictor predictor(dataset_.scheme, {1}, {{7, 8}});
    const auto found = fits(predictor, dataset_, {2}, problems_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].sample, 2);
    EXPECT_FALSE(found[0].points_in_image.is_labelled(0)) << "the model does not find it";
    EXPECT_EQ(found[0].points_in_image.points[1], Point(7, 8));
}

TEST_F(FitFaces, MeasuresTheDistanceToWhatIsAnnotated) {
    dataset_.samples[0].points_in_image = Landmarks({{10, 10}, {20, 10}});
    FixedPredictor predictor(dataset_.scheme, {0, 1}, {{10, 13}, {20, 11}});
    const auto found = fits(predictor, dataset_, {0}, problems_);
    EXPECT_THAT(found.at(0).disagreement, Optional(DoubleEq(0.2))) << "2 px of a distance of 10";
    dataset_.samples[0].points_in_image = {};
    EXPECT_FALSE(fits(predictor, dataset_, {0}, problems_).at(0).disagreement);
}

TEST_F(FitFaces, CropsAboutTheBoxOrThePoints) {
    FixedPredictor predictor(dataset_.scheme, {0, 1}, {{1, 1}, {2, 2}});
    fits(predictor, dataset_, {0}, problems_);
    EXPECT_FALSE(predictor.boxes.back()) << "a model of whole pictures needs none";
    predictor.crop(CropKind::FaceBox);
    fits(predictor, dataset_, {0}, problems_);
    ASSERT_TRUE(predictor.boxes.back()) << "about the points";
    dataset_.samples[0].box = Box{1, 2, 30, 30};
    fits(predictor, dataset_, {0}, problems_);
    EXPECT_EQ(predictor.boxes.back(), dataset_.samples[0].box);
}

TEST_F(FitFaces, BrokenPicturesAreProblemsAndTheRestGoesOn) {
    write_file(dataset_.samples[1].image, "no picture");
    FixedPredictor predictor(dataset_.scheme, {0, 1}, {{1, 1}, {2, 2}});
    EXPECT_EQ(fits(predictor, dataset_, {0, 1, 2}, problems_).size(), 2U);
    ASSERT_EQ(problems_.size(), 1U);
    EXPECT_EQ(problems_[0].sample_id, dataset_.samples[1].id);
}

TEST_F(FitFaces, StopsWhenAsked) {
    FixedPredictor predictor(dataset_.scheme, {0, 1}, {{1, 1}, {2, 2}});
    CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(fits(predictor, dataset_, {0}, problems_, cancel), Cancelled);
    EXPECT_TRUE(predictor.boxes.empty());
}

TEST(PointsInScheme, AreFoundByNameThenByNumber) {
    ModelInfo model;
    model.scheme.point_names = {"nose", "chin"};
    model.indices = {0, 1};
    LandmarkScheme scheme;
    scheme.point_names = {"brow", "chin", "nose"};
    EXPECT_THAT(points_in_scheme(model, scheme), ElementsAre(2, 1));
    scheme.point_names = {"chin", "ear"};
    EXPECT_THAT(points_in_scheme(model, scheme), ElementsAre(-1, 0));
    scheme.point_names = {"a", "b"};
    EXPECT_THAT(points_in_scheme(model, scheme), ElementsAre(0, 1));
    scheme.point_names = {"a", "b", "c"};
    EXPECT_THROW(points_in_scheme(model, scheme), Error);
}

}  // namespace
}  // namespace rudolph

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

/// Answers with the same points of every crop. Its crop is the whole picture, pixel by pixel,
/// unless it crops about faces.
class FixedPredictor : public Predictor {
public:
    explicit FixedPredictor(const LandmarkScheme& scheme, std::vector<int> indices,
                            std::vector<Point> answer)
        : answer_(std::move(answer)) {
        info_.scheme = scheme;
        info_.indices = std::move(indices);
        info_.input.width = 48;
        info_.input.height = 36;
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& crops) override {
        asked += static_cast<int>(crops.size());
        return std::vector<Landmarks>(crops.size(), answer_);
    }
    void crop_about_faces() { info_.input.crop = CropKind::FaceBox; }

    int asked = 0;

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
    const Point middle_of_crop(23.5, 17.5);
    FixedPredictor predictor(dataset_.scheme, {0, 1}, {middle_of_crop, middle_of_crop});
    const auto middle = [&] {
        return fits(predictor, dataset_, {0}, problems_).at(0).points_in_image.points[0];
    };
    Sample& face = dataset_.samples[0];
    face.points_in_image = Landmarks({{10, 10}, {20, 14}});
    EXPECT_LT(cv::norm(middle() - middle_of_crop), 1e-9) << "of whole pictures: needs no box";
    predictor.crop_about_faces();
    EXPECT_LT(cv::norm(middle() - Point(15, 12)), 1e-9) << "about the points";
    face.box = Box{1, 2, 30, 30};
    EXPECT_LT(cv::norm(middle() - face.box->centre()), 1e-9);
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
    EXPECT_EQ(predictor.asked, 0);
}

TEST(PointsInScheme, AreFoundByNameThenByNumber) {
    ModelInfo model;
    model.scheme.point_names = {"nose", "chin"};
    model.indices = {0, 1};
    model.scheme.name = "trained";
    LandmarkScheme scheme;
    scheme.name = "faces";
    scheme.point_names = {"brow", "chin", "nose"};
    using Points = std::vector<int>;
    EXPECT_THAT(map_of_model(model, scheme).sources, ElementsAre(Points{}, Points{1}, Points{0}));
    scheme.point_names = {"chin", "ear"};
    EXPECT_THAT(map_of_model(model, scheme).sources, ElementsAre(Points{1}, Points{}));
    // As many points, but others.
    scheme.point_names = {"a", "b"};
    EXPECT_THROW(map_of_model(model, scheme), Error);
    scheme.name = model.scheme.name;  // one's own scheme, with points called otherwise since
    EXPECT_THAT(map_of_model(model, scheme).sources, ElementsAre(Points{0}, Points{1}));
    scheme.name = "other";
    model.scheme = numbered_points(2);
    EXPECT_THAT(map_of_model(model, scheme).sources, ElementsAre(Points{0}, Points{1}));
}

TEST(PointsPlaced, OfThe68PointModelInPublishedSchemes) {
    ModelInfo model;
    model.scheme = builtin_scheme("ibug-68");
    for (int i = 0; i < model.scheme.size(); ++i)
        model.indices.push_back(i);
    const auto placed = [&model](const char* scheme) {
        return points_placed(model, builtin_scheme(scheme));
    };
    EXPECT_EQ(placed("ibug-68"), 68);
    EXPECT_EQ(placed("ibug-51"), 51);
    EXPECT_EQ(placed("celeba-5"), 5);
    EXPECT_GT(placed("cofw-29"), 10);
    EXPECT_LT(placed("cofw-29"), 29);
    EXPECT_GT(placed("aflw-19"), 5);
    EXPECT_EQ(placed("cats-9"), 0);
    EXPECT_EQ(placed("hand-21"), 0);
    model.indices = {30};  // one that finds the nose tip alone
    EXPECT_EQ(placed("ibug-68"), 1);
    EXPECT_EQ(placed("celeba-5"), 1);
    model.indices = {0};
    EXPECT_EQ(placed("celeba-5"), 0) << "the jaw is not among CelebA's points";
}

}  // namespace
}  // namespace rudolph

#include "core/predict/suggest_faces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Three points, the last at `x`, in a frame of its own.
Landmarks look_points(double x, double scale = 1, const Point& shift = {}) {
    return Landmarks({shift, Point(scale, 0) + shift, Point(scale * x, scale) + shift});
}

FaceLook look_of(const std::string& id, double doubt, double x, float grey) {
    return {id, doubt, look_points(x), {grey, grey, grey, grey}};
}

std::vector<std::string> ids(const std::vector<FaceLook>& looks,
                             const std::vector<ChosenLook>& chosen) {
    std::vector<std::string> ids;
    for (const ChosenLook& one : chosen)
        ids.push_back(looks.at(static_cast<size_t>(one.look)).id);
    return ids;
}

TEST(ChooseLooks, TakesTheMostDoubtfulFirstAndThenWhatIsDifferent) {
    const std::vector<FaceLook> looks = {
        look_of("sure", 0.1, 0.5, 0.5F), look_of("unsure", 0.9, 0.5, 0.2F),
        look_of("twin of unsure", 0.89, 0.5, 0.2F), look_of("other shape", 0.5, 0.9, 0.25F)};
    const auto chosen = choose_looks(looks, {}, 3);
    EXPECT_THAT(ids(looks, chosen), ElementsAre("unsure", "other shape", "sure"));
    EXPECT_GT(chosen[1].distance, 0);
    // The twin comes last, as there is nothing new in it.
    const auto all = choose_looks(looks, {}, 10);
    ASSERT_EQ(all.size(), 4U) << "no more than there are";
    EXPECT_EQ(all[3].look, 2);
    EXPECT_EQ(all[3].distance, 0);
}

TEST(ChooseLooks, KeepsAwayFromWhatIsMarked) {
    const std::vector<FaceLook> looks = {look_of("like a marked one", 1, 0.1, 0.1F),
                                         look_of("new", 0.5, 0.8, 0.9F)};
    EXPECT_THAT(ids(looks, choose_looks(looks, {}, 1)), ElementsAre("like a marked one"));
    EXPECT_THAT(ids(looks, choose_looks(looks, {look_of("marked", 0, 0.1, 0.1F)}, 1)),
                ElementsAre("new"));
}

TEST(ChooseLooks, PlaceAndSizeAreNoDifferenceAndNeitherIsTheOrderOfTheFaces) {
    std::vector<FaceLook> looks = {{"b", 0.5, look_points(0.5), {}},
                                   {"a", 0.5, look_points(0.5, 3, {100, 20}), {}},
                                   {"c", 0.5, look_points(0.9, 2, {7, 8}), {}}};
    EXPECT_THAT(ids(looks, choose_looks(looks, {}, 2)), ElementsAre("a", "c"))
        << "of equals the name";
    std::reverse(looks.begin(), looks.end());
    EXPECT_THAT(ids(looks, choose_looks(looks, {}, 2)), ElementsAre("a", "c"));
}

TEST(ChooseLooks, DoesWithoutShapesOrPictures) {
    const std::vector<FaceLook> bare = {{"b", 0.2, {}, {}}, {"a", 0.9, {}, {}}, {"c", 0.5, {}, {}}};
    EXPECT_THAT(ids(bare, choose_looks(bare, {}, 3)), ElementsAre("a", "c", "b"));
    Landmarks one_point({{3, 4}});
    const std::vector<FaceLook> points = {{"b", 0.2, one_point, {0.1F}},
                                          {"a", 0.2, one_point, {0.1F}},
                                          {"c", 0.2, one_point, {0.9F}}};
    EXPECT_THAT(ids(points, choose_looks(points, {}, 2)), ElementsAre("a", "c"));
    EXPECT_THAT(choose_looks({}, {}, 3), IsEmpty());
    EXPECT_THAT(choose_looks(bare, {}, 0), IsEmpty());
    EXPECT_THAT(choose_looks(bare, {}, -1), IsEmpty());
}

/// Answers with the middle of the crop and a second point beside it.
class MiddlePredictor : public Predictor {
public:
    explicit MiddlePredictor(const LandmarkScheme& scheme) {
        info_.scheme = scheme;
        info_.indices = {0, 1};
        info_.input.width = info_.input.height = 32;
        info_.input.crop = CropKind::FaceBox;
    }
    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& crops) override {
        asked += static_cast<int>(crops.size());
        if (on_asked)
            on_asked();
        return std::vector<Landmarks>(crops.size(), Landmarks({{10, 16}, {22, 16}}));
    }

    int asked = 0;
    std::function<void()> on_asked;

private:
    ModelInfo info_;
};

/// Finds the one face that it is told, or none.
class SeeingDetector : public FaceDetector {
public:
    DetectorKind kind() const override { return DetectorKind::Hog; }
    std::vector<DetectedFace> detect(const cv::Mat&) override {
        ++asked;
        return faces;
    }

    std::vector<DetectedFace> faces;
    int asked = 0;
};

class SuggestFaces : public testing::Test {
protected:
    SuggestFaces() {
        for (const size_t i : {1U, 3U, 5U})
            dataset_.samples.at(i).points_in_image = {};
    }
    Suggestions suggest(int count, FaceDetector* detector = nullptr,
                        const CancelToken& cancel = {}) {
        return suggest_faces(predictor_, detector, dataset_, dataset_.scheme, count, cancel);
    }
    std::vector<int> samples(const Suggestions& found) {
        std::vector<int> samples;
        for (const SuggestedFace& face : found.faces)
            samples.push_back(face.fit.sample);
        std::sort(samples.begin(), samples.end());
        return samples;
    }

    test::TempDir folder_;
    Dataset dataset_ = test::dot_faces(folder_.path(), 4, 2);
    MiddlePredictor predictor_{dataset_.scheme};
};

TEST_F(SuggestFaces, ChoosesAmongFacesWithoutTrueThatAreNotDone) {
    ASSERT_EQ(dataset_.samples.size(), 8U);
    dataset_.samples[4].proposed_by = "a model";
    dataset_.samples[5].state = FaceState::Done;  // nothing to be marked in it
    const Suggestions found = suggest(20);
    EXPECT_THAT(samples(found), ElementsAre(1, 3, 4));
    EXPECT_EQ(found.candidates, 3);
    EXPECT_EQ(found.looked_at, 3);
    EXPECT_EQ(found.marked, 4);
    EXPECT_FALSE(found.cancelled);
    EXPECT_EQ(predictor_.asked, 3) << "faces with points are not asked about";
    EXPECT_EQ(found.faces[0].fit.points_in_image.size(), 2);
    EXPECT_EQ(suggest(2).faces.size(), 2U);
    EXPECT_EQ(samples(suggest(2)), samples(suggest(2)));
}

TEST_F(SuggestFaces, FacesWithoutABoxAreLookedForAndThoseNotFoundAreCounted) {
    SeeingDetector detector;
    detector.faces = {{Box{4, 5, 20, 20}, 1, 0}, {Box{1, 1, 10, 10}, 0.5, 0}};
    dataset_.samples[1].box = Box{2, 2, 30, 30};
    Suggestions found = suggest(20, &detector);
    EXPECT_EQ(detector.asked, 2) << "one has a box of its own";
    ASSERT_EQ(found.faces.size(), 3U);
    for (const SuggestedFace& face : found.faces) {
        EXPECT_EQ(face.fit.box.has_value(), face.fit.sample != 1);
        EXPECT_EQ(face.fit.others, face.fit.sample == 1 ? 0 : 1);
        if (face.fit.box) {
            EXPECT_EQ(face.fit.box, detector.faces[0].box) << "the surest";
        }
    }
    detector.faces.clear();
    found = suggest(20, &detector);
    EXPECT_THAT(samples(found), ElementsAre(1));
    EXPECT_EQ(found.without_face, 2);
    EXPECT_EQ(found.looked_at, 3);
}

TEST_F(SuggestFaces, BrokenPicturesAreProblemsAndTheRestGoesOn) {
    write_file(dataset_.samples[0].image, "no picture");
    write_file(dataset_.samples[3].image, "no picture");
    const Suggestions found = suggest(20);
    EXPECT_THAT(samples(found), ElementsAre(1, 5));
    ASSERT_EQ(found.problems.size(), 2U);
    EXPECT_EQ(found.problems[1].sample_id, dataset_.samples[3].id);
    EXPECT_EQ(found.looked_at, 2);
    EXPECT_EQ(found.marked, 4);
}

TEST_F(SuggestFaces, WhenStoppedChoosesAmongWhatItHasSeen) {
    CancelToken cancel;
    predictor_.on_asked = [&] {
        if (predictor_.asked == 2)
            cancel.cancel();
    };
    const Suggestions found = suggest(20, nullptr, cancel);
    EXPECT_TRUE(found.cancelled);
    EXPECT_THAT(samples(found), ElementsAre(1, 3));
    EXPECT_EQ(found.candidates, 3);
}

TEST_F(SuggestFaces, NothingLeftAndModelsOfOtherPoints) {
    for (Sample& face : dataset_.samples)
        face.state = FaceState::Done;
    EXPECT_THAT(suggest(20).faces, IsEmpty());
    EXPECT_EQ(suggest(20).candidates, 0);
    EXPECT_THROW(suggest_faces(predictor_, nullptr, dataset_, builtin_scheme("ibug-68"), 3), Error);
}

}  // namespace
}  // namespace rudolph

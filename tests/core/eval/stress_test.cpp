#include "core/eval/stress.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <set>

#include "core/base/random.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

const cv::Size kHeadPicture(400, 300);

InputSpec head_input(CropKind kind) {
    InputSpec input;
    input.crop = kind;
    input.width = input.height = 128;
    input.box_scale = 1.4;
    return input;
}

/// A head about (200, 150), rolled counter-clockwise.
Landmarks head(double roll_deg = 0) {
    return transformed(Affine::translation(200, 150) * Affine::rotation(roll_deg, {}),
                       test::turned_head(0));
}

const Box kBox{140, 110, 120, 110};

FacePicture shown(const cv::Mat& grey, const InputSpec& input) {
    return {make_crop_source(grey, input, kBox), kHeadPicture, kBox};
}

FacePicture white(const InputSpec& input) {
    return shown(cv::Mat(kHeadPicture, CV_8UC1, cv::Scalar(200)), input);
}

std::optional<PresentedFace> hard(const std::string& name, const Landmarks& points = head(),
                                  const std::string& id = "face-1",
                                  const LandmarkScheme& scheme = test::head_scheme(),
                                  CropKind kind = CropKind::FaceBox) {
    const InputSpec input = head_input(kind);
    for (const Degradation& degradation : stress_degradations())
        if (degradation.name == name)
            return hard_face(degradation, id, scheme, input, white(input), points);
    ADD_FAILURE() << "there is no " << name;
    return std::nullopt;
}

/// As a model sees it at first.
cv::Mat first_crop(const PresentedFace& face) {
    const InputSpec input = head_input(CropKind::FaceBox);
    return cut_out(face.picture.source, crop_from_image(input, kHeadPicture, face.picture.box),
                   input.size());
}

double roll_of(const PresentedFace& face) {
    const auto& matrix = face.picture_from_image.matrix;
    return std::round(std::atan2(matrix(0, 1), matrix(0, 0)) * 180 / std::numbers::pi);
}

TEST(HardFace, LeavesThePlainFaceAlone) {
    EXPECT_EQ(stress_degradations().front().name, "plain");
    const auto plain = hard("plain");
    EXPECT_EQ(plain->picture.box, kBox);
    EXPECT_EQ(plain->picture_from_image, Affine());
    EXPECT_EQ(cv::countNonZero(first_crop(*plain) != 200), 0);
}

TEST(HardFace, HasNamesThatDiffer) {
    std::set<std::string> names;
    for (const Degradation& degradation : stress_degradations())
        EXPECT_TRUE(names.insert(degradation.name).second) << degradation.name;
    EXPECT_EQ(names.size(), 14U);
}

TEST(HardFace, DarkensTheWholeOrOneHalfOfTheFace) {
    EXPECT_EQ(first_crop(*hard("dark-20")).at<uchar>(64, 64), 40);
    EXPECT_EQ(first_crop(*hard("dark-10")).at<uchar>(64, 64), 20);
    const Landmarks points = head();
    int right = 0;
    for (int i = 0; i < 20; ++i) {
        const cv::Mat crop = first_crop(*hard("half-shaded", points, std::to_string(i)));
        const int one = crop.at<uchar>(64, 20);
        const int other = crop.at<uchar>(64, 108);
        EXPECT_EQ(std::max(one, other), 200);
        EXPECT_EQ(std::min(one, other), 50);
        right += other == 50 ? 1 : 0;
    }
    EXPECT_GT(right, 3);
    EXPECT_LT(right, 17);
}

TEST(HardFace, CoversTheEyesAlongTheirLine) {
    for (const double roll : {0.0, 25.0, -40.0}) {
        const Landmarks points = head(roll);
        const auto face = hard("eyes-covered", points);
        ASSERT_TRUE(face.has_value());
        const cv::Mat crop = first_crop(*face);
        const Landmarks in_crop =
            transformed(crop_from_image(head_input(CropKind::FaceBox), kHeadPicture, kBox), points);
        for (int i = 0; i < in_crop.size(); ++i) {
            const Point& point = in_crop.points[static_cast<size_t>(i)];
            const bool eye = i >= 3 && i <= 6;
            EXPECT_EQ(crop.at<uchar>(cvRound(point.y), cvRound(point.x)), eye ? 20 : 200)
                << "point " << i << ", rolled by " << roll;
        }
    }
}

TEST(HardFace, FindsEyesInTheSchemesThatHaveThem) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (!scheme.normaliser)
            continue;
        Random random(4);
        Landmarks points(std::vector<Point>(static_cast<size_t>(scheme.size())));
        for (Point& point : points.points)
            point = {random.uniform(150, 250), random.uniform(100, 200)};
        EXPECT_TRUE(hard("eyes-covered", points, "a", scheme).has_value()) << scheme.name;
        points.visibility[static_cast<size_t>(scheme.normaliser->from[0])] =
            Visibility::NotLabelled;
        EXPECT_FALSE(hard("eyes-covered", points, "a", scheme).has_value()) << scheme.name;
    }
    LandmarkScheme five = numbered_points(5);
    const Landmarks points({{170, 130}, {230, 130}, {200, 150}, {180, 180}, {220, 180}});
    EXPECT_FALSE(hard("eyes-covered", points, "a", five).has_value());
    five.point_names[0] = "left eye";
    five.point_names[1] = "right eye";
    five.mirror_pairs = {{0, 1}};
    EXPECT_TRUE(hard("eyes-covered", points, "a", five).has_value());
}

TEST(HardFace, RollsToTheSameSideAndMovesTheBoxAsFarAsItSays) {
    std::set<double> seen;
    std::set<std::pair<double, double>> shifts;
    std::set<double> sizes;
    for (int i = 0; i < 40; ++i) {
        const std::string id = "face-" + std::to_string(i);
        const double roll = roll_of(*hard("rolled-15", head(), id));
        seen.insert(roll);
        const auto rolled = hard("rolled-45", head(), id);
        EXPECT_EQ(roll_of(*rolled), 3 * roll);
        EXPECT_NEAR(cv::norm(rolled->picture_from_image(kBox.centre()) - kBox.centre()), 0, 1e-9);
        const Box shifted = hard("box-shifted-20", head(), id)->picture.box;
        EXPECT_EQ(shifted.width, kBox.width);
        shifts.insert({shifted.left - kBox.left, shifted.top - kBox.top});
        const Box scaled = hard("box-scaled-10", head(), id)->picture.box;
        EXPECT_NEAR(cv::norm(scaled.centre() - kBox.centre()), 0, 1e-9);
        sizes.insert(std::round(1e6 * scaled.width / kBox.width) / 1e6);
    }
    EXPECT_EQ(seen, (std::set<double>{-15, 15}));
    EXPECT_EQ(shifts, (std::set<std::pair<double, double>>{{-24, 0}, {24, 0}, {0, -24}, {0, 24}}));
    EXPECT_EQ(sizes, (std::set<double>{0.9, 1.1}));
}

TEST(HardFace, LeavesBoxesAloneWhereTheWholePictureIsTheInput) {
    for (const char* name : {"box-shifted-10", "box-shifted-20", "box-scaled-10", "box-scaled-20"})
        EXPECT_FALSE(hard(name, head(), "a", test::head_scheme(), CropKind::WholeImage));
    EXPECT_TRUE(hard("rolled-15", head(), "a", test::head_scheme(), CropKind::WholeImage));
}

TEST(HardFace, TurnsPictureAndTruthAlike) {
    cv::Mat dot(kHeadPicture, CV_8UC1, cv::Scalar(0));
    const Point place(230, 140);
    cv::circle(dot, place, 2, cv::Scalar(255), cv::FILLED);
    const InputSpec input = head_input(CropKind::FaceBox);
    for (const Degradation& way : stress_degradations()) {
        if (way.kind != DegradationKind::Roll)
            continue;
        const auto face =
            hard_face(way, "a", test::head_scheme(), input, shown(dot, input), head());
        const cv::Moments bright = cv::moments(first_crop(*face));
        const Point expected =
            (crop_from_image(input, kHeadPicture, kBox) * face->picture_from_image)(place);
        EXPECT_NEAR(bright.m10 / bright.m00, expected.x, 0.15) << way.name;
        EXPECT_NEAR(bright.m01 / bright.m00, expected.y, 0.15) << way.name;
    }
}

TEST(HardFace, BlursByAShareOfTheBox) {
    // The box of 120 px is grown by 1.4 and then 128 px wide.
    const double sigma = 0.02 * 128 / 1.4;
    cv::Mat edge(kHeadPicture, CV_8UC1, cv::Scalar(0));
    edge.colRange(200, kHeadPicture.width).setTo(200);
    const InputSpec input = head_input(CropKind::FaceBox);
    const auto spread = [&](const Degradation& way) {
        const cv::Mat crop = first_crop(
            *hard_face(way, "a", test::head_scheme(), input, shown(edge, input), head()));
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int x = 1; x < crop.cols; ++x) {
            const double step = crop.at<uchar>(64, x) - crop.at<uchar>(64, x - 1);
            sum += step;
            first += step * x;
            second += step * x * x;
        }
        return second / sum - first * first / sum / sum;
    };
    const double sharp = spread({"plain", "", DegradationKind::None, 0});
    EXPECT_NEAR(spread({"blurred", "", DegradationKind::Blur, 0.02}) - sharp, sigma * sigma, 0.1);
}

TEST(HardFace, IsNoisyInItsOwnWay) {
    const cv::Mat one = first_crop(*hard("noisy", head(), "a"));
    EXPECT_EQ(cv::countNonZero(one != first_crop(*hard("noisy", head(), "a"))), 0);
    EXPECT_GT(cv::countNonZero(one != first_crop(*hard("noisy", head(), "b"))), 10000);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(one, mean, deviation);
    EXPECT_NEAR(deviation[0], 20, 1.5);
}

}  // namespace
}  // namespace rudolph

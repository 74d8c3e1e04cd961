#include "core/eval/stress.h"

#include <gtest/gtest.h>

#include <set>

#include "core/base/random.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

const cv::Size kPicture(400, 300);

InputSpec input_of(CropKind kind) {
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

std::optional<HardFace> hard(const std::string& name, const Landmarks& points = head(),
                             const std::string& id = "face-1",
                             const LandmarkScheme& scheme = test::head_scheme(),
                             CropKind kind = CropKind::FaceBox) {
    for (const Degradation& degradation : stress_degradations())
        if (degradation.name == name)
            return hard_face(degradation, id, scheme, input_of(kind), kPicture, kBox, points);
    ADD_FAILURE() << "there is no " << name;
    return std::nullopt;
}

/// The crop of a white picture.
cv::Mat crop_of(const HardFace& face, const Landmarks& points = head()) {
    const cv::Mat white(kPicture, CV_8UC1, cv::Scalar(200));
    const InputSpec input = input_of(CropKind::FaceBox);
    return make_crop(make_cropping_source(white, input, kBox), input, kPicture, face.box, points,
                     face.draw)
        .grey;
}

TEST(HardFace, LeavesThePlainFaceAlone) {
    EXPECT_EQ(stress_degradations().front().name, "plain");
    const auto plain = hard("plain");
    EXPECT_EQ(plain->box, kBox);
    EXPECT_EQ(plain->draw, AugmentationDraw());
}

TEST(HardFace, HasNamesThatDiffer) {
    std::set<std::string> names;
    for (const Degradation& degradation : stress_degradations())
        EXPECT_TRUE(names.insert(degradation.name).second) << degradation.name;
    EXPECT_EQ(names.size(), 14U);
}

TEST(HardFace, DarkensTheWholeOrOneHalfOfTheFace) {
    EXPECT_EQ(crop_of(*hard("dark-20")).at<uchar>(64, 64), 40);
    EXPECT_EQ(crop_of(*hard("dark-10")).at<uchar>(64, 64), 20);
    const Landmarks points = head();
    int right = 0;
    for (int i = 0; i < 20; ++i) {
        const cv::Mat crop = crop_of(*hard("half-shaded", points, std::to_string(i)));
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
        ASSERT_TRUE(face && face->draw.occluder);
        EXPECT_NEAR(face->draw.occluder->angle_deg, roll, 1e-6);
        const cv::Mat crop = crop_of(*face, points);
        const Landmarks in_crop =
            transformed(crop_from_image(input_of(CropKind::FaceBox), kPicture, kBox), points);
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
        Random random(4);
        Landmarks points(std::vector<Point>(static_cast<size_t>(scheme.size())));
        for (Point& point : points.points)
            point = {random.uniform(150, 250), random.uniform(100, 200)};
        EXPECT_TRUE(hard("eyes-covered", points, "a", scheme).has_value()) << scheme.name;
        points.visibility[static_cast<size_t>(scheme.normaliser->from[0])] =
            Visibility::NotLabelled;
        EXPECT_FALSE(hard("eyes-covered", points, "a", scheme).has_value()) << scheme.name;
    }
    LandmarkScheme five = scheme_for_point_count(5);
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
        const double roll = hard("rolled-15", head(), id)->draw.rotation_deg;
        seen.insert(roll);
        EXPECT_EQ(hard("rolled-45", head(), id)->draw.rotation_deg, 3 * roll);
        const Box shifted = hard("box-shifted-20", head(), id)->box;
        EXPECT_EQ(shifted.width, kBox.width);
        shifts.insert({shifted.left - kBox.left, shifted.top - kBox.top});
        const Box scaled = hard("box-scaled-10", head(), id)->box;
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

TEST(HardFace, BlursByAShareOfTheBoxAndIsNoisyInItsOwnWay) {
    // The box of 120 px is grown by 1.4 and then 128 px wide.
    EXPECT_NEAR(hard("blurred")->draw.blur_px, 0.02 * 128 / 1.4, 1e-9);
    EXPECT_EQ(hard("noisy")->draw.noise, 20);
    EXPECT_EQ(hard("noisy")->draw, hard("noisy")->draw);
    EXPECT_NE(hard("noisy", head(), "a")->draw.seed, hard("noisy", head(), "b")->draw.seed);
}

}  // namespace
}  // namespace rudolph

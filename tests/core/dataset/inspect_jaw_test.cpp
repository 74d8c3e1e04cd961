#include "core/dataset/inspect_jaw.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "core/dataset/inspect_faces.h"
#include "core/dataset/mend.h"
#include "core/dataset/reference_shape.h"
#include "core/formats/open_dataset.h"
#include "tests/support/shared_data.h"

namespace rudolph::test {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kBridge = 27;

/// Faces of iBUG's 68 points; in every second one the jaw's side at the viewer's right has moved
/// across the nose, as in heads that were turned by computer.
Dataset turned_faces(double angle) {
    Dataset dataset;
    dataset.source = dataset.root = "/set";
    dataset.scheme = builtin_scheme("ibug-68");
    for (int i = 0; i < 10; ++i) {
        Sample face;
        face.id = "face" + std::to_string(i);
        face.image = dataset.root / (face.id + ".jpg");
        face.image_size = {300, 300};
        face.points_in_image = reference_shape(dataset.scheme);
        const double nose = face.points_in_image.points[kBridge].x;
        if (i % 2 == 1)
            for (int point = 9; point <= 16; ++point)
                face.points_in_image.points[at(point)].x = nose - 0.02;
        face.points_in_image =
            transformed(Affine::translation(150, 150) * Affine::rotation(angle, {0, 0}) *
                            Affine::scaling(80, 80),
                        face.points_in_image);
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

TEST(InspectJaw, FindsThePointsAcrossTheFaceHoweverItIsRolled) {
    for (const double angle : {0.0, 40.0, 180.0}) {
        const Dataset dataset = turned_faces(angle);
        EXPECT_THAT(jaw_points_across_face(dataset.samples[0].points_in_image, dataset.scheme),
                    IsEmpty());
        const std::vector<int> across =
            jaw_points_across_face(dataset.samples[1].points_in_image, dataset.scheme);
        EXPECT_THAT(across, testing::Contains(16)) << angle;
        EXPECT_THAT(across, testing::Contains(13)) << angle;
        EXPECT_THAT(across, Each(testing::Ge(10))) << "chin and the other side stay";
    }
}

TEST(InspectJaw, MendingTakesTheirLabelsAndNothingElse) {
    Dataset dataset = turned_faces(10);
    const Dataset before = dataset;
    std::vector<Problem> found;
    for (const Problem& finding : inspect_faces(dataset))
        if (finding.mend && finding.mend->kind == MendKind::Jaw)
            found.push_back(finding);
    ASSERT_THAT(found, testing::SizeIs(1)) << "one for all faces";
    EXPECT_THAT(found[0].message, HasSubstr("across the face on 5 faces"));
    EXPECT_EQ(found[0].sample_id, "face1");
    EXPECT_THAT(points_to_mend(found[0]), testing::Contains(16));
    EXPECT_EQ(apply_mends(dataset, found, {MendKind::Jaw}), 5);
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Landmarks& now = dataset.samples[i].points_in_image;
        EXPECT_EQ(now.points, before.samples[i].points_in_image.points);
        const std::vector<int> across =
            jaw_points_across_face(before.samples[i].points_in_image, dataset.scheme);
        for (int point = 0; point < now.size(); ++point)
            EXPECT_EQ(now.is_labelled(point),
                      std::find(across.begin(), across.end(), point) == across.end());
    }
    EXPECT_FALSE(inspect_jaw(dataset, dataset.labelled())) << "nothing is left to mend";
}

TEST(InspectJaw, IsSilentWhereTheJawIsMeantToLieOnTheHeadOrHasNoName) {
    Dataset dataset = turned_faces(0);
    dataset.scheme = builtin_scheme("ibug-68-3d");
    EXPECT_FALSE(inspect_jaw(dataset, dataset.labelled()));
    dataset.scheme = numbered_points(68);
    EXPECT_FALSE(inspect_jaw(dataset, dataset.labelled()));
}

TEST(InspectJaw, TakesNoFaceWhoseSidesAreExchangedForATurnedOne) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    const Landmarks face = reference_shape(scheme);
    EXPECT_THAT(jaw_points_across_face(subset(face, scheme.mirror_permutation()), scheme),
                IsEmpty());
}

TEST(InspectJaw, KnowsEverySchemeWithAJaw) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        const auto jaw = std::find_if(scheme.lines.begin(), scheme.lines.end(),
                                      [](const Polyline& line) { return line.name == "jaw"; });
        if (jaw == scheme.lines.end() || scheme.name == "ibug-68-3d")
            continue;
        Landmarks face = reference_shape(scheme);
        EXPECT_THAT(jaw_points_across_face(face, scheme), IsEmpty()) << scheme.name;
        for (Point& point : face.points)
            point.x *= 100;
        for (Point& point : face.points)
            point.y *= 100;
        for (const int i : jaw->points)
            face.points[at(i)].x -= 100;
        EXPECT_THAT(jaw_points_across_face(face, scheme), testing::Contains(jaw->points.back()))
            << scheme.name;
    }
}

TEST(InspectJaw, LeavesFacesAlonePeopleHaveMarked) {
    SKIP_WITHOUT_SHARED_DATA(folder, "ibug300w");
    const Dataset dataset = open_dataset(folder);
    const auto found = inspect_jaw(dataset, dataset.labelled());
    ASSERT_TRUE(found) << "one of AFW, in profile";
    EXPECT_EQ(found->mend->faces.size(), 1U);
}

TEST(InspectJaw, FindsHeadsThatWereTurnedByComputer) {
    SKIP_WITHOUT_SHARED_DATA(folder, "turned_afw");
    Dataset dataset = open_dataset(folder);
    dataset.scheme = builtin_scheme("ibug-68");
    const auto found = inspect_jaw(dataset, dataset.labelled());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mend->faces.size(), 681U);
}

}  // namespace
}  // namespace rudolph::test

#include "core/dataset/inspect_faces.h"

#include <gmock/gmock.h>

#include <set>

#include "core/base/random.h"
#include "core/dataset/mend.h"
#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "tests/support/comma_locale.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Faces as people have them: the reference with noise of 1 % of its size, turned and moved, in
/// the middle of pictures of 200×200.
Dataset usual_faces(int count, const std::string& scheme = "ibug-68") {
    Dataset dataset;
    dataset.source = dataset.root = "/set";
    dataset.scheme = builtin_scheme(scheme);
    const Landmarks reference = reference_shape(dataset.scheme);
    Random random(11);
    for (int i = 0; i < count; ++i) {
        Sample face;
        face.id = "face" + std::to_string(1000 + i);
        face.image = dataset.root / (face.id + ".jpg");
        face.image_size = {200, 200};
        const double size = random.uniform(60, 90);
        const Affine image_from_shape =
            Affine::translation(random.uniform(90, 110), random.uniform(90, 110)) *
            Affine::rotation(random.uniform(-20, 20), {0, 0}) * Affine::scaling(size, size);
        face.points_in_image = reference;
        for (Point& point : face.points_in_image.points)
            point = image_from_shape(point + Point(random.normal(), random.normal()) * 0.01);
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

std::vector<Point>& points(Dataset& dataset, int face) {
    return dataset.samples[static_cast<size_t>(face)].points_in_image.points;
}

const std::string& id(const Dataset& dataset, int face) {
    return dataset.samples[static_cast<size_t>(face)].id;
}

void swap_points(Dataset& dataset, int face, int a, int b) {
    std::swap(points(dataset, face)[static_cast<size_t>(a)],
              points(dataset, face)[static_cast<size_t>(b)]);
}

void move_all(Dataset& dataset, double by) {
    for (Sample& sample : dataset.samples)
        for (Point& point : sample.points_in_image.points)
            point += Point(by, by);
}

TEST(InspectFaces, FindsNothingInGoodFaces) {
    EXPECT_THAT(inspect_faces(usual_faces(50)), IsEmpty());
    EXPECT_THAT(inspect_faces(usual_faces(50, "imm-58")), IsEmpty());
    EXPECT_THAT(inspect_faces(usual_faces(3)), IsEmpty());
    EXPECT_THAT(inspect_faces({}), IsEmpty());
}

TEST(InspectFaces, NamesPicturesWithoutPointsAndFacesWithoutSome) {
    Dataset dataset = usual_faces(20);
    dataset.samples[3].points_in_image = {};
    dataset.samples[5].points_in_image.visibility[7] = Visibility::NotLabelled;
    dataset.samples[6].points_in_image.visibility[7] = Visibility::Hidden;
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].sample_id, id(dataset, 3));
    EXPECT_EQ(found[0].file, dataset.samples[3].image);
    EXPECT_EQ(found[1].sample_id, id(dataset, 5));
    EXPECT_EQ(found[1].point, 7);
}

TEST(InspectFaces, SaysOnceWhatIsTheRule) {
    Dataset dataset = usual_faces(30);
    for (size_t i = 4; i < 30; ++i)
        dataset.samples[i].points_in_image = {};
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].message, HasSubstr("26 of 30"));
    EXPECT_EQ(found[0].sample_id, "");
    EXPECT_EQ(found[0].file, dataset.source);
}

TEST(InspectFaces, FindsPointsAtTheSamePlace) {
    Dataset dataset = usual_faces(20);
    points(dataset, 2)[30] = points(dataset, 2)[8];
    points(dataset, 4)[61] = points(dataset, 4)[67];  // a closed mouth
    std::fill(points(dataset, 9).begin(), points(dataset, 9).end(), Point(100, 100));
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(testing::Ge(2)));
    EXPECT_EQ(found.front().sample_id, id(dataset, 2));
    EXPECT_THAT(found.front().message, HasSubstr("at the same place"));
    EXPECT_EQ(found.back().sample_id, id(dataset, 9));
    EXPECT_THAT(found.back().message, HasSubstr("all points"));
    for (const Problem& problem : found)
        EXPECT_NE(problem.sample_id, id(dataset, 4));
}

TEST(InspectFaces, FindsPointsOutsideThePictureWhereItsSizeIsKnown) {
    Dataset dataset = usual_faces(20);
    points(dataset, 1)[0].x = -0.9;  // no more than rounding
    for (Point& point : points(dataset, 2))
        point += Point(0, 75);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(testing::Ge(1)));
    const Problem& outside = found.back();
    EXPECT_EQ(outside.sample_id, id(dataset, 2));
    EXPECT_THAT(outside.message, HasSubstr("outside the picture"));
    for (Sample& sample : dataset.samples)
        sample.image_size = {};
    for (const Problem& problem : inspect_faces(dataset))
        EXPECT_THAT(problem.message, testing::Not(HasSubstr("outside")));
}

TEST(InspectFaces, FindsBoxesThatMissTheirPoints) {
    Dataset dataset = usual_faces(10);
    dataset.samples[1].box = bounding_box(dataset.samples[1].points_in_image);
    dataset.samples[2].box = Box{0, 0, 20, 20};
    dataset.samples[3].box = Box{100, 100, 0, 20};
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].sample_id, id(dataset, 2));
    EXPECT_THAT(found[0].message, HasSubstr("of 68"));
    EXPECT_EQ(found[1].sample_id, id(dataset, 3));
}

TEST(InspectFaces, FindsEverySwappedPairThatIsNotNarrow) {
    for (const char* name : {"ibug-68", "imm-58"}) {
        const LandmarkScheme scheme = builtin_scheme(name);
        const Dataset right = usual_faces(40, scheme.name);
        Dataset dataset = right;
        const Landmarks reference = reference_shape(scheme);
        int face = 0;
        std::set<std::pair<std::string, int>> planted;
        for (const auto& [a, b] : scheme.mirror_pairs) {
            if (cv::norm(reference.points[static_cast<size_t>(a)] -
                         reference.points[static_cast<size_t>(b)]) < 0.1)
                continue;
            swap_points(dataset, face, a, b);
            planted.emplace(id(dataset, face++), a);
        }
        ASSERT_GT(face, 15);
        std::set<std::pair<std::string, int>> found;
        const std::vector<Problem> findings = inspect_faces(dataset);
        for (const Problem& problem : findings) {
            EXPECT_THAT(problem.message, HasSubstr("wrong side"));
            found.emplace(problem.sample_id, problem.point.value_or(-1));
        }
        EXPECT_EQ(found, planted) << scheme.name;
        EXPECT_EQ(apply_mends(dataset, findings, {MendKind::Order, MendKind::Frame}), 0);
        EXPECT_EQ(apply_mends(dataset, findings, {MendKind::Side}), face) << scheme.name;
        EXPECT_EQ(dataset, right) << scheme.name;
    }
}

TEST(InspectFaces, FindsFacesWithLeftAndRightSwapped) {
    const Dataset right = usual_faces(40);
    Dataset dataset = right;
    for (const int face : {3, 17})
        for (const auto& [a, b] : dataset.scheme.mirror_pairs)
            swap_points(dataset, face, a, b);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(2));
    Dataset mended_set = dataset;
    EXPECT_EQ(apply_mends(mended_set, found, {MendKind::Side}), 2);
    EXPECT_EQ(mended_set, right);
    EXPECT_EQ(found[0].sample_id, id(dataset, 3));
    EXPECT_EQ(found[1].sample_id, id(dataset, 17));
    EXPECT_THAT(found[0].message, HasSubstr("left and right are swapped"));
}

TEST(InspectFaces, FindsAWholeSetWithLeftAndRightSwapped) {
    Dataset dataset = usual_faces(20);
    for (int face = 0; face < 20; ++face)
        for (const auto& [a, b] : dataset.scheme.mirror_pairs)
            swap_points(dataset, face, a, b);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].file, dataset.source);
    EXPECT_THAT(found[0].message, HasSubstr("whole data set"));
}

TEST(InspectFaces, FindsASwappedPairInAFaceOfItsOwn) {
    Dataset dataset = usual_faces(1);
    swap_points(dataset, 0, 36, 45);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].point, 36);
}

TEST(InspectFaces, FindsAPointThatLiesElsewhere) {
    const CommaLocale commas;
    Dataset dataset = usual_faces(50);
    points(dataset, 8)[30] += Point(0, 25);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].sample_id, id(dataset, 8));
    EXPECT_EQ(found[0].point, 30);
    EXPECT_THAT(found[0].message, HasSubstr("'nose tip'"));
}

TEST(InspectFaces, FindsShapesThatAreOutliers) {
    Dataset dataset = usual_faces(50);
    Random random(4);
    for (Point& point : points(dataset, 5))
        point += Point(random.normal(), random.normal()) * 12;
    for (Point& point : points(dataset, 6))
        point.x = 100 + (point.x - 100) * 2;
    const auto found = inspect_faces(dataset);
    std::set<std::string> ids;
    for (const Problem& problem : found)
        ids.insert(problem.sample_id);
    EXPECT_EQ(ids, (std::set<std::string>{id(dataset, 5), id(dataset, 6)}));
}

TEST(InspectFaces, SuspectsAShiftWherePointsPileUpBesideTheEdge) {
    for (const double shift : {-1.0, 0.0, 1.0}) {
        Dataset dataset = usual_faces(20);
        for (int face = 0; face < 8; ++face) {
            points(dataset, face)[0].x = 0;
            points(dataset, face)[8].y = 199;
        }
        move_all(dataset, shift);
        int suspected = 0;
        for (const Problem& problem : inspect_faces(dataset))
            if (problem.message.find("0/1-base") != std::string::npos) {
                ++suspected;
                EXPECT_EQ(problem.sample_id, "");
                EXPECT_THAT(problem.message, HasSubstr(shift < 0 ? "+1 px" : "-1 px"));
            }
        EXPECT_EQ(suspected, shift == 0 ? 0 : 1) << shift;
    }
}

TEST(InspectFaces, SuspectsAShiftWhereMirrorTwinsDoNotFit) {
    for (const double shift : {-1.0, 0.0, 1.0}) {
        Dataset dataset = usual_faces(10);
        for (int face = 0; face < 10; ++face) {
            Sample twin = dataset.samples[static_cast<size_t>(face)];
            twin.id += "_mirror";
            twin.points_in_image = mirrored(twin.points_in_image, dataset.scheme);
            const double middle = bounding_box(twin.points_in_image).centre().x;
            for (Point& point : twin.points_in_image.points)
                point.x += 199 - 2 * middle;
            dataset.samples.push_back(twin);
        }
        move_all(dataset, shift);
        const auto found = inspect_faces(dataset);
        ASSERT_THAT(found, SizeIs(shift == 0 ? 0 : 1)) << shift;
        if (shift != 0) {
            EXPECT_THAT(found[0].message, HasSubstr(shift < 0 ? "+1.0 px" : "-1.0 px"));
        }
    }
}

TEST(InspectFaces, DoesNotLookAtProposals) {
    Dataset dataset = usual_faces(20);
    dataset.samples[3].proposed_by = "a model";
    for (Point& point : points(dataset, 3))
        point = {0, 0};
    EXPECT_THAT(inspect_faces(dataset), IsEmpty());
}

TEST(InspectFaces, LooksAtSchemesWithoutPairsAndFacesWithoutShape) {
    Dataset dataset = usual_faces(12);
    dataset.scheme = numbered_points(1);
    for (Sample& sample : dataset.samples)
        sample.points_in_image = Landmarks({{100, 100}});
    EXPECT_THAT(inspect_faces(dataset), IsEmpty());
    dataset = usual_faces(30);
    dataset.scheme.mirror_pairs.clear();
    dataset.scheme.has_mirror_pairs = false;
    EXPECT_THAT(inspect_faces(dataset), IsEmpty());
    for (Sample& sample : dataset.samples)
        sample.points_in_image.visibility.assign(68, Visibility::NotLabelled);
    EXPECT_THAT(inspect_faces(dataset), SizeIs(1));
}

TEST(InspectFaces, StopsWhenAsked) {
    const Dataset dataset = usual_faces(20);
    CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(inspect_faces(dataset, cancel), Cancelled);
    Progress last;
    inspect_faces(usual_faces(600), {}, [&](const Progress& progress) { last = progress; });
    EXPECT_GT(last.total, 0);
    EXPECT_EQ(last.done, last.total);
}

}  // namespace
}  // namespace rudolph::test

#include "core/dataset/inspect_frames.h"

#include <gmock/gmock.h>

#include "core/base/random.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/mend.h"
#include "core/dataset/reference_shape.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "core/image/eight_bits.h"
#include "tests/support/oriented_jpeg.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const cv::Size kStored(240, 200);

/// Faces in photographs that are turned by `orientation`, annotated on the upright ones; what was
/// found of their pictures goes to `pictures`.
Dataset turned_faces(int count, int orientation, CheckedPictures& pictures,
                     const LandmarkScheme& scheme = builtin_scheme("ibug-68"), double size = 60) {
    Dataset dataset;
    dataset.root = dataset.source = "/set";
    dataset.scheme = scheme;
    const Landmarks reference = reference_shape(scheme);
    const cv::Size upright = orientation >= 5 ? cv::Size(kStored.height, kStored.width) : kStored;
    Random random(5);
    for (int i = 0; i < count; ++i) {
        Sample face;
        face.id = "p" + std::to_string(i);
        face.image = dataset.root / (face.id + ".jpg");
        face.image_size = upright;
        const Affine place = Affine::translation(upright.width / 2.0 + random.uniform(-9, 9),
                                                 upright.height / 2.0 + random.uniform(-9, 9)) *
                             Affine::rotation(random.uniform(-15, 15), {0, 0}) *
                             Affine::scaling(size, size);
        face.points_in_image = transformed(place, reference);
        face.box = bounding_box(face.points_in_image);
        pictures[face.image.native()] = {{upright, orientation}, {}, {}, {}, {}};
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

void move_all(Dataset& dataset, const Affine& affine) {
    for (Sample& face : dataset.samples)
        face = mended(face, {face.id, face.points_in_image, affine, {}});
}

double farthest(const Dataset& a, const Dataset& b) {
    double most = 0;
    for (size_t i = 0; i < a.samples.size(); ++i)
        for (size_t k = 0; k < a.samples[i].points_in_image.points.size(); ++k)
            most = std::max(most, cv::norm(a.samples[i].points_in_image.points[k] -
                                           b.samples[i].points_in_image.points[k]));
    return most;
}

TEST(InspectFrames, RightPointsInTurnedPhotographsAreNoFinding) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CheckedPictures pictures;
        const Dataset dataset = turned_faces(12, orientation, pictures);
        EXPECT_THAT(inspect_frames(dataset, dataset.labelled(), pictures), IsEmpty())
            << orientation;
    }
}

TEST(InspectFrames, PointsOfTheStoredPhotographAreFoundAndPutRight) {
    for (const int orientation : {2, 3, 4, 5, 6, 7, 8}) {
        CheckedPictures pictures;
        const Dataset right = turned_faces(12, orientation, pictures);
        Dataset wrong = right;
        move_all(wrong, upright_from_stored(kStored, orientation).inverse());
        const auto found = inspect_faces(wrong, pictures);
        ASSERT_THAT(found, SizeIs(1)) << orientation;
        EXPECT_THAT(found[0].message, HasSubstr("12 faces"));
        EXPECT_THAT(found[0].message, HasSubstr("240×200"));
        EXPECT_EQ(found[0].sample_id, "p0");
        EXPECT_EQ(apply_mends(wrong, found, {MendKind::Order}), 0);
        EXPECT_EQ(apply_mends(wrong, found, {MendKind::Frame}), 12);
        EXPECT_LT(farthest(right, wrong), 1e-9) << orientation;
        EXPECT_NEAR(wrong.samples[3].box->left, right.samples[3].box->left, 1e-9);
        EXPECT_EQ(apply_mends(wrong, found, {MendKind::Frame}), 0) << "not twice";
    }
}

TEST(InspectFrames, AFewWrongOnesAmongManyAreFoundWhereTheyLeaveThePicture) {
    CheckedPictures pictures;
    Dataset dataset = turned_faces(20, 6, pictures);
    const Affine wrong = upright_from_stored(kStored, 6).inverse() * Affine::translation(0, 85);
    dataset.samples[4] = mended(
        dataset.samples[4], {dataset.samples[4].id, dataset.samples[4].points_in_image, wrong, {}});
    const auto found = inspect_frames(dataset, dataset.labelled(), pictures);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].sample_id, "p4");
    EXPECT_THAT(found[0].message, HasSubstr("this face"));
}

TEST(InspectFrames, PointsWithoutAKnownSchemeTellByBeingAlikeLeftAndRight) {
    LandmarkScheme scheme = scheme_for_point_count(5);
    CheckedPictures pictures;
    Dataset dataset = turned_faces(4, 8, pictures, scheme);
    for (Sample& face : dataset.samples)
        face.points_in_image =
            Landmarks({{72, 104}, {128, 105}, {100, 144}, {80, 175}, {123, 176}});
    EXPECT_THAT(inspect_frames(dataset, dataset.labelled(), pictures), IsEmpty());
    move_all(dataset, upright_from_stored(kStored, 8).inverse());
    EXPECT_THAT(inspect_frames(dataset, dataset.labelled(), pictures), SizeIs(1));
}

TEST(InspectFrames, ASizeOfTheListsThatIsAMultipleTellsOfScaledPoints) {
    for (const double factor : {0.5, 2.0}) {
        CheckedPictures pictures;
        const Dataset right = turned_faces(6, 1, pictures);
        const cv::Size listed(int(kStored.width * factor), int(kStored.height * factor));
        for (auto& [path, picture] : pictures)
            picture.listed = listed;
        EXPECT_THAT(inspect_frames(right, right.labelled(), pictures), IsEmpty()) << factor;
        Dataset wrong = right;
        move_all(wrong, Affine::resize(kStored, listed) * Affine::translation(70, 60));
        if (factor < 1)
            wrong = right, move_all(wrong, Affine::resize(kStored, listed));
        const auto found = inspect_frames(wrong, wrong.labelled(), pictures);
        ASSERT_THAT(found, SizeIs(1)) << factor;
        EXPECT_THAT(found[0].message, HasSubstr("at the size that the data set says"));
        EXPECT_EQ(apply_mends(wrong, found, {MendKind::Frame}), 6);
        if (factor < 1)
            EXPECT_LT(farthest(right, wrong), 1e-9);
    }
}

TEST(CheckImages, AListsSizeThatIsNotThePicturesIsARemarkWithAGuess) {
    CheckedPictures pictures;
    Dataset dataset = turned_faces(5, 6, pictures);
    for (auto& [path, picture] : pictures)
        picture.listed = kStored;
    pictures["/set/p3.jpg"].listed = {400, 480};
    pictures["/set/p4.jpg"].listed = {99, 7};
    for (Sample& face : dataset.samples)
        face.image_size = kStored;
    apply_check(dataset, pictures);
    ASSERT_THAT(dataset.problems, SizeIs(3));
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("3 pictures have another size"));
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("before its EXIF orientation turns it"));
    EXPECT_THAT(dataset.problems[1].message, HasSubstr("2 times its size"));
    EXPECT_THAT(dataset.problems[2].message, HasSubstr("cropped or replaced"));
    for (const Sample& face : dataset.samples)
        EXPECT_EQ(face.image_size, cv::Size(200, 240)) << "the picture counts";
}

TEST(WriteDataset, RelativePlacesAreOfThePictureAndNotOfAListsSize) {
    const TempDir dir;
    write_oriented_jpeg(dir / "p.jpg", cv::Mat(200, 240, CV_8UC3, cv::Scalar(9, 90, 200)), 6);
    write_file(dir / "list.json",
               R"({"images":[{"id":1,"file_name":"p.jpg","width":240,"height":200}],
                   "annotations":[{"id":1,"image_id":1,"category_id":1,"num_keypoints":2,
                                   "keypoints":[73.25,104.5,2,128.5,230,2],"bbox":[50,60,100,175]}],
                   "categories":[{"id":1,"name":"face","keypoints":["a","b"],"skeleton":[]}]})");
    const Dataset read = open_dataset(dir / "list.json");
    ASSERT_EQ(read.samples.at(0).image_size, cv::Size(240, 200));
    for (const DatasetFormat format : {DatasetFormat::Yolo, DatasetFormat::Imm}) {
        const Dataset back = open_dataset(write_dataset(
            read, {format, dir / to_string(format), PictureHandling::Copy, {}, false}));
        EXPECT_LT(farthest(read, back), 1e-3) << to_string(format);
    }
}

}  // namespace
}  // namespace rudolph::test

#include "core/train/face_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/dot_faces.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FaceStores : public testing::Test {
protected:
    FaceStores() : dataset_(test::dot_faces(dir_ / "fäces", 3)) {
        input_.width = 32;
        input_.height = 24;
    }

    std::vector<int> prepare(FaceStore& store, const std::vector<int>& samples) {
        notes_.clear();
        return store.prepare(samples, notes_, {}, {});
    }

    test::TempDir dir_;
    Dataset dataset_;  ///< six faces of three people
    InputSpec input_;
    std::vector<std::string> notes_;
};

void expect_same_crop(const Crop& a, const Crop& b) {
    EXPECT_EQ(cv::norm(a.grey, b.grey, cv::NORM_INF), 0);
    EXPECT_EQ(a.crop_from_image, b.crop_from_image);
    EXPECT_EQ(a.points_in_crop, b.points_in_crop);
}

TEST_F(FaceStores, CropsAsTheCropStageDoes) {
    FaceStore store(dataset_, input_, {0, 1});
    EXPECT_THAT(prepare(store, {4, 0, 5}), ElementsAre(4, 0, 5));
    EXPECT_THAT(notes_, IsEmpty());
    const AugmentationDraw draw{1.1, 0.9, 2, -1.5, 10};
    for (const int index : {4, 0, 5}) {
        const Sample& sample = dataset_.samples[static_cast<size_t>(index)];
        const cv::Mat grey = decode_image(sample.image, Colour::Grey);
        const Box box = crop_box(sample.box, sample.points_in_image, grey.size());
        const CropSource source = make_crop_source(grey, input_, box);
        expect_same_crop(store.crop(index, draw),
                         make_crop(source, input_, grey.size(), box, sample.points_in_image, draw));
        EXPECT_EQ(store.crop_from_image(index), store.crop(index).crop_from_image);
        EXPECT_EQ(store.truth_in_image(index), sample.points_in_image);
    }
}

TEST_F(FaceStores, GivesTheSameCropsWhenItMayKeepNothing) {
    for (const CropKind kind : {CropKind::WholeImage, CropKind::FaceBox}) {
        input_.crop = kind;
        FaceStore keeps(dataset_, input_, {1});
        FaceStore keeps_one(dataset_, input_, {1}, 2000);
        FaceStore keeps_none(dataset_, input_, {1}, 0);
        const std::vector<int> all = {0, 1, 2, 3, 4, 5};
        for (FaceStore* store : {&keeps, &keeps_one, &keeps_none})
            EXPECT_EQ(prepare(*store, all), all);
        for (const int index : all) {
            const AugmentationDraw draw{0.8, 1.2, 0.5, 0.5, -20};
            expect_same_crop(keeps_one.crop(index, draw), keeps.crop(index, draw));
            expect_same_crop(keeps_none.crop(index, draw), keeps.crop(index, draw));
        }
        EXPECT_EQ(make_batch(keeps_none, all), make_batch(keeps, all));
    }
}

TEST_F(FaceStores, LeavesOutWhatDoesNotDecodeAndSaysSo) {
    write_file(dataset_.samples[1].image, "no picture");
    const std::string whole = read_file(dataset_.samples[2].image);
    write_file(dataset_.samples[2].image, whole.substr(0, 40));
    fs::remove(dataset_.samples[4].image);
    FaceStore store(dataset_, input_, {0, 1});
    EXPECT_THAT(prepare(store, {0, 1, 2, 3, 4, 5}), ElementsAre(0, 3, 5));
    EXPECT_THAT(notes_, ElementsAre(HasSubstr("face101.png"), HasSubstr("face102.png"),
                                    HasSubstr("face104.png")));
}

TEST_F(FaceStores, SaysWhichPictureIsGoneSincePreparing) {
    FaceStore keeps(dataset_, input_, {0});
    FaceStore keeps_none(dataset_, input_, {0}, 0);
    prepare(keeps, {3});
    prepare(keeps_none, {3});
    fs::remove(dataset_.samples[3].image);
    EXPECT_NO_THROW(keeps.crop(3));
    EXPECT_EQ(test::error_of([&] { keeps_none.crop(3); }).place().file, dataset_.samples[3].image);
}

TEST_F(FaceStores, ReportsProgressAndStopsWhenCancelled) {
    FaceStore store(dataset_, input_, {0});
    Progress last;
    store.prepare({0, 1, 2, 3}, notes_, {}, [&](const Progress& progress) { last = progress; });
    EXPECT_EQ(last, (Progress{4, 4}));
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(store.prepare({0, 1}, notes_, cancel, {}), Cancelled);
}

TEST_F(FaceStores, MakesBatchesOfTheWantedPoints) {
    input_.channels = 3;
    FaceStore store(dataset_, input_, {1, 0});
    prepare(store, {0, 1, 2});
    EXPECT_EQ(store.outputs(), 4);
    const Batch batch = make_batch(store, {2, 0});
    EXPECT_THAT(batch.samples, ElementsAre(2, 0));
    EXPECT_EQ(batch.size(), 2);
    ASSERT_EQ(batch.inputs.size(), 2U * 3 * 24 * 32);
    ASSERT_EQ(batch.labels.size(), 2U * 4);
    const Landmarks& points = dataset_.samples[0].points_in_image;
    const Landmarks wanted({points.points[1], points.points[0]});
    EXPECT_EQ(store.truth_in_image(0), wanted);
    const std::vector<float> labels =
        normalised_labels(transformed(store.crop_from_image(0), wanted), input_.size());
    EXPECT_EQ(std::vector<float>(batch.labels.begin() + 4, batch.labels.end()), labels);
    std::vector<float> numbers(3 * 24 * 32);
    write_input(store.crop(0).grey, input_, numbers.data());
    EXPECT_EQ(std::vector<float>(batch.inputs.begin() + 3 * 24 * 32, batch.inputs.end()), numbers);
}

TEST_F(FaceStores, DrawsAugmentationForEachSampleOfABatch) {
    FaceStore store(dataset_, input_, {0, 1});
    prepare(store, {0, 1});
    std::vector<int> asked;
    const auto draw = [&](int sample) {
        asked.push_back(sample);
        return AugmentationDraw{.shift_x_px = sample == 1 ? 8.0 : 0.0};
    };
    const Batch moved = make_batch(store, {0, 1}, draw);
    const Batch plain = make_batch(store, {0, 1});
    EXPECT_THAT(asked, ElementsAre(0, 1));
    EXPECT_FLOAT_EQ(moved.labels[0], plain.labels[0]);
    EXPECT_NEAR(moved.labels[4], plain.labels[4] + 8.0 / 32, 1e-6);
    EXPECT_FLOAT_EQ(moved.labels[5], plain.labels[5]);
}

TEST_F(FaceStores, FlipsPointsToTheirPartners) {
    const AugmentationDraw flip{.flip = true};
    FaceStore unknown(dataset_, input_, {0, 1});
    prepare(unknown, {0});
    EXPECT_THROW(unknown.crop(0, flip), Error);
    dataset_.scheme.has_mirror_pairs = true;
    dataset_.scheme.mirror_pairs = {{0, 1}};
    FaceStore store(dataset_, input_, {1, 0});
    prepare(store, {0});
    const Crop plain = store.crop(0);
    const Crop flipped = store.crop(0, flip);
    for (const size_t point : {0U, 1U}) {
        const Point& partner = plain.points_in_crop.points[1 - point];
        EXPECT_NEAR(flipped.points_in_crop.points[point].x, 31 - partner.x, 1e-9);
        EXPECT_NEAR(flipped.points_in_crop.points[point].y, partner.y, 1e-9);
    }
}

}  // namespace
}  // namespace rudolph

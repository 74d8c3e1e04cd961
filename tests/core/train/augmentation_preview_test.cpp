#include "core/train/augmentation_preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/train/epoch_batches.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class AugmentationPreviews : public testing::Test {
protected:
    AugmentationPreviews() : dataset_(test::dot_faces(dir_ / "fäces", 3)) {
        dataset_.scheme.has_mirror_pairs = true;
        dataset_.scheme.mirror_pairs = {{0, 1}};
        experiment_ = test::dot_experiment();
        AugmentationSpec& spec = experiment_.augmentation;
        spec = {0.3, 0.3, 3, 30};
        spec.flip = spec.shade_probability = spec.occlusion_probability = 0.5;
        spec.scale = 0.2;
        spec.gamma = 0.4;
        spec.shade = 0.8;
        spec.blur_px = 1;
        spec.noise = 10;
        spec.jpeg_quality = 30;
        spec.occlusion = 0.6;
    }

    std::vector<PreviewFace> faces(const std::vector<int>& indices) const {
        std::vector<PreviewFace> faces;
        for (const int index : indices)
            faces.push_back({index, dataset_.samples[static_cast<size_t>(index)]});
        return faces;
    }
    AugmentationCheck check(const AugmentationSpec& spec, const std::vector<int>& indices) const {
        AugmentationPreview preview(dataset_.scheme, faces(indices), experiment_.input,
                                    experiment_.target);
        preview.prepare();
        return preview.check(spec, 1, 600);
    }

    test::TempDir dir_;
    Dataset dataset_;  ///< six faces of three people
    Experiment experiment_;
};

/// The numbers that go into the network and those that it shall answer.
void expect_training_gets(const Crop& crop, const InputSpec& input, const Batch& batch,
                          size_t place) {
    const size_t values =
        static_cast<size_t>(input.channels) * static_cast<size_t>(input.size().area());
    std::vector<float> numbers(values);
    write_input(crop.grey, input, numbers.data());
    const auto given = batch.inputs.begin() + static_cast<long>(place * values);
    EXPECT_TRUE(std::equal(numbers.begin(), numbers.end(), given));
    const std::vector<float> labels = normalised_labels(crop.points_in_crop, input.size());
    const auto wanted = batch.labels.begin() + static_cast<long>(place * labels.size());
    EXPECT_TRUE(std::equal(labels.begin(), labels.end(), wanted));
}

TEST_F(AugmentationPreviews, ShowPixelForPixelWhatTrainingGetsInAnEpoch) {
    for (const CropKind kind : {CropKind::WholeImage, CropKind::FaceBox}) {
        for (const Normalisation normalisation : {Normalisation::Fixed, Normalisation::Local}) {
            experiment_.input.crop = kind;
            experiment_.input.normalisation = normalisation;
            experiment_.seed = 5;
            const std::vector<int> target = target_indices(experiment_.target, dataset_.scheme);
            FaceStore store(dataset_, experiment_.input, target);
            std::vector<std::string> notes;
            const std::vector<int> samples = store.prepare({0, 1, 2, 3, 4, 5}, notes, {}, {});
            const int epoch = 3;
            const EpochBatches batches(store, experiment_, epoch,
                                       epoch_order(samples, {}, experiment_.seed, epoch), 0, 4);

            AugmentationPreview preview(dataset_.scheme, faces({4, 1, 5}), experiment_.input,
                                        experiment_.target);
            preview.prepare();
            int compared = 0;
            for (int b = 0; b < batches.count(); ++b) {
                const Batch batch = batches(b);
                for (size_t place = 0; place < batch.samples.size(); ++place)
                    for (int face = 0; face < preview.size(); ++face) {
                        if (preview.index(face) != batch.samples[place])
                            continue;
                        const AugmentationDraw draw = draw_in_epoch(
                            experiment_.augmentation, experiment_.seed, epoch, preview.index(face));
                        EXPECT_NE(draw, AugmentationDraw());
                        expect_training_gets(preview.crop(face, draw), experiment_.input, batch,
                                             place);
                        ++compared;
                    }
            }
            EXPECT_EQ(compared, 3);
        }
    }
}

TEST_F(AugmentationPreviews, SayWhichFacesTrainingWouldLeaveOut) {
    dataset_.samples[0].proposed_by = "a network";
    dataset_.samples[1].points_in_image.visibility[1] = Visibility::NotLabelled;
    dataset_.samples[2].points_in_image = {};
    write_file(dataset_.samples[3].image, "no picture");
    AugmentationPreview preview(dataset_.scheme, faces({0, 1, 2, 3, 4}), experiment_.input,
                                experiment_.target);
    preview.prepare();
    EXPECT_THAT(preview.problem(0), HasSubstr("proposal"));
    EXPECT_THAT(preview.problem(1), HasSubstr("lacks points"));
    EXPECT_THAT(preview.problem(2), HasSubstr("lacks points"));
    EXPECT_THAT(preview.problem(3), HasSubstr("face103.png"));
    EXPECT_THAT(preview.problem(4), IsEmpty());
    EXPECT_EQ(preview.crop(4).grey.size(), experiment_.input.size());
}

TEST_F(AugmentationPreviews, FindNothingWrongWithARightFlip) {
    const AugmentationCheck found = check(experiment_.augmentation, {0, 1, 2});
    EXPECT_TRUE(found.can_flip);
    EXPECT_TRUE(found.flips_back()) << found.flip_pixel_error << " " << found.flip_point_error;
    EXPECT_EQ(found.sided_points, 6);
    EXPECT_EQ(found.changed_sides, 0);
    EXPECT_EQ(found.draws, 600);
}

TEST_F(AugmentationPreviews, FindPointsOfBothSidesThatHaveNoPartner) {
    dataset_.scheme.mirror_pairs.clear();
    const AugmentationCheck found = check({}, {0, 1, 2});
    EXPECT_TRUE(found.can_flip);
    EXPECT_EQ(found.sided_points, 6);
    EXPECT_EQ(found.changed_sides, 6);
}

TEST_F(AugmentationPreviews, DoNotFlipWhatHasNoMirror) {
    dataset_.scheme.has_mirror_pairs = false;
    dataset_.scheme.mirror_pairs.clear();
    experiment_.augmentation.shift_px = 20;
    const AugmentationCheck found = check(experiment_.augmentation, {0});
    EXPECT_FALSE(found.can_flip);
    EXPECT_EQ(found.draws, 600);
    EXPECT_GT(found.outside, 0);
}

TEST_F(AugmentationPreviews, CountThePointsThatLeaveTheCrop) {
    EXPECT_EQ(check({}, {0, 1}).outside, 0);
    AugmentationSpec far;
    far.shift_px = 500;
    const AugmentationCheck lost = check(far, {0, 1});
    EXPECT_GT(lost.outside, 0.9);
    EXPECT_EQ(lost.outside_plain, 0);
    dataset_.samples[0].points_in_image.points[0] = {-10, 5};
    EXPECT_DOUBLE_EQ(check({}, {0}).outside_plain, 0.5);
}

TEST_F(AugmentationPreviews, HaveNothingToCheckWithoutAFaceAndStopWhenCancelled) {
    EXPECT_EQ(check({}, {}).draws, 0);
    AugmentationPreview preview(dataset_.scheme, faces({0}), experiment_.input, experiment_.target);
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(preview.prepare(cancel), Cancelled);
    preview.prepare();
    EXPECT_THROW(preview.check({}, 1, 100, cancel), Cancelled);
}

}  // namespace
}  // namespace rudolph

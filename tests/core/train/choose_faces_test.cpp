#include "core/train/choose_faces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Faces of as many persons with three points each; there are no pictures.
Dataset three_point_faces(int count) {
    Dataset dataset;
    dataset.format = DatasetFormat::Pts;
    dataset.scheme = numbered_points(3);
    dataset.scheme.nose_tip = 2;
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.id = sample.person = "face" + std::to_string(100 + i);
        sample.points_in_image = Landmarks({{1, 2}, {3, 4}, {5, 6}});
        dataset.samples.push_back(sample);
    }
    return dataset;
}

Experiment half_and_half() {
    Experiment experiment;
    experiment.split = {SplitMethod::Share, 0.5, 1};
    return experiment;
}

void unlabel(Dataset& dataset, int sample, const std::vector<int>& points) {
    for (const int point : points)
        dataset.samples[static_cast<size_t>(sample)]
            .points_in_image.visibility[static_cast<size_t>(point)] = Visibility::NotLabelled;
}

TEST(ChooseFaces, TakesTheSplitAsItIsWhenAllPointsAreThere) {
    const Dataset dataset = three_point_faces(10);
    std::vector<std::string> notes;
    const ChosenFaces chosen = choose_faces(half_and_half(), dataset, notes);
    EXPECT_EQ(chosen.split, make_split(dataset, half_and_half().split));
    EXPECT_THAT(chosen.target_indices, ElementsAre(0, 1, 2));
    EXPECT_THAT(notes, IsEmpty());
}

TEST(ChooseFaces, KeepsTrainingFacesThatHaveSomeWantedPointAndCountsThem) {
    Dataset dataset = three_point_faces(10);
    Experiment experiment = half_and_half();
    const Split split = make_split(dataset, experiment.split);
    const int partly = split.train[1];
    unlabel(dataset, partly, {0});
    std::vector<std::string> notes;
    EXPECT_EQ(choose_faces(experiment, dataset, notes).split, split);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_THAT(notes[0], HasSubstr("1 of 5 training faces lack some points"));

    experiment.target = TargetPoints::NoseTip;
    notes.clear();
    const ChosenFaces noses = choose_faces(experiment, dataset, notes);
    EXPECT_EQ(noses.split, split);
    EXPECT_THAT(noses.target_indices, ElementsAre(2));
    EXPECT_THAT(notes, IsEmpty());
}

TEST(ChooseFaces, LeavesOutTrainingFacesThatLackAllWantedPoints) {
    Dataset dataset = three_point_faces(10);
    const Split split = make_split(dataset, half_and_half().split);
    const int spoilt = split.train[1];
    unlabel(dataset, spoilt, {0, 1, 2});
    std::vector<std::string> notes;
    const ChosenFaces chosen = choose_faces(half_and_half(), dataset, notes);
    EXPECT_EQ(chosen.split.train.size() + 1, split.train.size());
    EXPECT_THAT(chosen.split.train, Not(Contains(spoilt)));
    EXPECT_EQ(chosen.split.validation, split.validation);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_THAT(notes[0], HasSubstr(dataset.samples[static_cast<size_t>(spoilt)].id));
    EXPECT_THAT(notes[0], HasSubstr("1 face lacks points"));
}

TEST(ChooseFaces, RefusesAPointThatNoTrainingFaceHas) {
    Dataset dataset = three_point_faces(10);
    for (const int sample : make_split(dataset, half_and_half().split).train)
        unlabel(dataset, sample, {1});
    std::vector<std::string> notes;
    EXPECT_THAT(test::error_of([&] { choose_faces(half_and_half(), dataset, notes); }).message(),
                AllOf(HasSubstr(dataset.scheme.point_names[1]), HasSubstr("1 of 3")));
}

TEST(ChooseFaces, KeepsValidationFacesThatHaveSomeWantedPoint) {
    Dataset dataset = three_point_faces(10);
    const Split split = make_split(dataset, half_and_half().split);
    unlabel(dataset, split.validation[0], {0, 1});
    unlabel(dataset, split.validation[1], {0, 1, 2});
    std::vector<std::string> notes;
    const ChosenFaces chosen = choose_faces(half_and_half(), dataset, notes);
    EXPECT_THAT(chosen.split.validation, Contains(split.validation[0]));
    EXPECT_THAT(chosen.split.validation, Not(Contains(split.validation[1])));
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_THAT(notes[0], HasSubstr("not used for validation"));
}

TEST(ChooseFaces, NamesOnlySomeOfMany) {
    Dataset dataset = three_point_faces(40);
    const Split split = make_split(dataset, half_and_half().split);
    for (size_t i = 1; i < split.train.size(); ++i)
        unlabel(dataset, split.train[i], {0, 1, 2});
    std::vector<std::string> notes;
    EXPECT_EQ(choose_faces(half_and_half(), dataset, notes).split.train.size(), 1U);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_THAT(notes[0], HasSubstr(std::to_string(split.train.size() - 1) + " faces lack"));
    EXPECT_THAT(notes[0], HasSubstr(", …"));
    EXPECT_LT(notes[0].size(), 150U);
}

TEST(ChooseFaces, RefusesASideWithoutFaces) {
    Dataset dataset = three_point_faces(10);
    for (const int sample : make_split(dataset, half_and_half().split).train)
        unlabel(dataset, sample, {0, 1, 2});
    std::vector<std::string> notes;
    EXPECT_THAT(test::error_of([&] { choose_faces(half_and_half(), dataset, notes); }).message(),
                HasSubstr("training"));
}

TEST(ChooseFaces, RefusesANoseTipThatTheSchemeDoesNotHave) {
    Dataset dataset = three_point_faces(10);
    dataset.scheme.nose_tip.reset();
    Experiment experiment = half_and_half();
    experiment.target = TargetPoints::NoseTip;
    std::vector<std::string> notes;
    EXPECT_THROW(choose_faces(experiment, dataset, notes), Error);
    EXPECT_THROW(choose_faces(half_and_half(), Dataset{}, notes), Error);
}

TEST(KeepOnly, KeepsTheOrderOfWhatIsLeft) {
    Split split{{0, 2, 4, 6}, {1, 3, 5}};
    keep_only(split, {6, 5, 3, 2, 99});
    EXPECT_THAT(split.train, ElementsAre(2, 6));
    EXPECT_THAT(split.validation, ElementsAre(3, 5));
}

TEST(KeepOnly, RefusesASideWithoutFaces) {
    Split split{{0, 2}, {1, 3}};
    EXPECT_THROW(keep_only(split, {0, 2}), Error);
    split = {{0, 2}, {1, 3}};
    EXPECT_THROW(keep_only(split, {}), Error);
}

TEST(ChooseFaces, RefusesFlippingWhenLeftAndRightAreNotKnown) {
    Dataset dataset = three_point_faces(10);
    Experiment experiment = half_and_half();
    experiment.augmentation.flip = 0.5;
    std::vector<std::string> notes;
    EXPECT_THAT(test::error_of([&] { choose_faces(experiment, dataset, notes); }).what(),
                HasSubstr("augmentation.flip"));
    dataset.scheme.has_mirror_pairs = true;
    dataset.scheme.mirror_pairs = {{0, 1}};
    EXPECT_NO_THROW(choose_faces(experiment, dataset, notes));
    experiment.target = TargetPoints::NoseTip;
    EXPECT_NO_THROW(choose_faces(experiment, dataset, notes));
}

}  // namespace
}  // namespace rudolph

#include "core/dataset/split.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/set_part.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::ElementsAre;

Sample face_of(const std::string& id, const std::string& person) {
    Sample sample;
    sample.id = id;
    sample.person = person;
    sample.points_in_image = Landmarks({{1, 1}});
    return sample;
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

Dataset imm_people(int first, int last) {
    Dataset dataset;
    for (int person = first; person <= last; ++person)
        for (int view = 1; view <= 6; ++view)
            dataset.samples.push_back(
                face_of(two_digits(person) + "-" + std::to_string(view) + "m", two_digits(person)));
    return dataset;
}

Dataset photos_with_twins(int count) {
    Dataset dataset;
    dataset.format = DatasetFormat::DlibXml;
    for (int i = 0; i < count; ++i) {
        const std::string id = "p" + std::to_string(i);
        dataset.samples.push_back(face_of(id, id));
        dataset.samples.push_back(face_of(id + "_mirror", id));
    }
    return dataset;
}

std::set<std::string> people(const Dataset& dataset, const std::vector<int>& indices) {
    std::set<std::string> found;
    for (const int i : indices)
        found.insert(dataset.samples[static_cast<size_t>(i)].person);
    return found;
}

std::set<std::string> ids_of(const Dataset& dataset, const std::vector<int>& indices) {
    std::set<std::string> found;
    for (const int i : indices)
        found.insert(dataset.samples[static_cast<size_t>(i)].id);
    return found;
}

void expect_disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
    for (const std::string& item : a)
        EXPECT_FALSE(b.contains(item)) << item;
}

TEST(MakeSplit, ImmFollowsTheOriginalExperiment) {
    const Dataset dataset = imm_people(1, 40);
    for (const SplitMethod method : {SplitMethod::Automatic, SplitMethod::ImmPersons}) {
        const Split split = make_split(dataset, {method});
        EXPECT_EQ(split.train.size(), 32U * 6);
        EXPECT_EQ(split.validation.size(), 8U * 6);
        EXPECT_EQ(*people(dataset, split.train).rbegin(), "32");
        EXPECT_EQ(*people(dataset, split.validation).begin(), "33");
    }
}

TEST(MakeSplit, PeopleBeyondFortyTrain) {
    const Dataset dataset = imm_people(30, 45);
    const Split split = make_split(dataset, {SplitMethod::ImmPersons});
    EXPECT_EQ(people(dataset, split.validation).size(), 8U);
    EXPECT_TRUE(people(dataset, split.train).contains("45"));
}

TEST(MakeSplit, AutomaticSharesWhereImmWouldLeaveASideEmpty) {
    const Dataset dataset = imm_people(1, 12);
    const Split split = make_split(dataset, {});
    EXPECT_FALSE(split.validation.empty());
    expect_disjoint(people(dataset, split.train), people(dataset, split.validation));
    EXPECT_THROW(make_split(dataset, {SplitMethod::ImmPersons}), Error);
}

TEST(MakeSplit, AutomaticSharesWherePeopleHaveNames) {
    Dataset dataset = imm_people(1, 40);
    dataset.samples.push_back(face_of("anna", "anna"));
    EXPECT_NE(people(dataset, make_split(dataset, {}).validation).size(), 8U + 6);
    EXPECT_THROW(make_split(dataset, {SplitMethod::ImmPersons}), Error);
}

TEST(MakeSplit, ShareKeepsTwinsTogetherAndHitsTheShare) {
    const Dataset dataset = photos_with_twins(50);
    for (const double share : {0.1, 0.2, 0.5, 0.9}) {
        const Split split = make_split(dataset, {SplitMethod::Share, share, 3});
        EXPECT_EQ(split.validation.size(), static_cast<size_t>(std::lround(share * 100)));
        EXPECT_EQ(split.train.size() + split.validation.size(), 100U);
        expect_disjoint(people(dataset, split.train), people(dataset, split.validation));
        EXPECT_TRUE(std::is_sorted(split.train.begin(), split.train.end()));
        EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
    }
}

TEST(MakeSplit, SeedsDrawDifferently) {
    const Dataset dataset = photos_with_twins(50);
    const SplitSpec spec{SplitMethod::Share, 0.2, 1};
    EXPECT_EQ(make_split(dataset, spec), make_split(dataset, spec));
    EXPECT_NE(make_split(dataset, spec), make_split(dataset, {SplitMethod::Share, 0.2, 2}));
}

TEST(MakeSplit, DoesNotDependOnTheOrderOfTheSamples) {
    const Dataset dataset = photos_with_twins(30);
    Dataset turned = dataset;
    std::reverse(turned.samples.begin(), turned.samples.end());
    const SplitSpec spec{SplitMethod::Share, 0.3, 9};
    EXPECT_EQ(ids_of(dataset, make_split(dataset, spec).validation),
              ids_of(turned, make_split(turned, spec).validation));
}

TEST(MakeSplit, OverAllFoldsEveryFaceValidatesOnceAndNoPersonIsOnBothSides) {
    const Dataset dataset = imm_people(1, 40);
    std::set<std::string> seen;
    for (int fold = 1; fold <= 8; ++fold) {
        const Split split = make_split(dataset, {SplitMethod::Folds, 0.2, 1, 8, fold});
        EXPECT_EQ(people(dataset, split.validation).size(), 5U);
        EXPECT_EQ(split.train.size() + split.validation.size(), 240U);
        expect_disjoint(people(dataset, split.train), people(dataset, split.validation));
        expect_disjoint(ids_of(dataset, split.validation), seen);
        seen.merge(ids_of(dataset, split.validation));
    }
    EXPECT_EQ(seen.size(), 240U);
    EXPECT_NE(make_split(dataset, {SplitMethod::Folds, 0.2, 1, 8, 1}),
              make_split(dataset, {SplitMethod::Folds, 0.2, 2, 8, 1}));
}

TEST(MakeSplit, FoldsAreOfLikeSizeThoughPeopleAreNot) {
    Dataset dataset;
    for (int person = 0; person < 12; ++person)
        for (int picture = 0; picture <= person; ++picture)
            dataset.samples.push_back(
                face_of(two_digits(person) + "-" + std::to_string(picture), two_digits(person)));
    for (int fold = 1; fold <= 3; ++fold) {
        const auto size =
            make_split(dataset, {SplitMethod::Folds, 0.2, 1, 3, fold}).validation.size();
        EXPECT_NEAR(static_cast<double>(size), 26, 1);
    }
}

TEST(MakeSplit, RefusesMoreFoldsThanPeople) {
    const Dataset dataset = imm_people(1, 4);
    const auto error = [&](int folds, int fold) {
        return test::error_of({},
                              [&] {
                                  make_split(dataset, {SplitMethod::Folds, 0.2, 1, folds, fold});
                              })
            .message();
    };
    EXPECT_EQ(error(5, 1), "there are 4 people for 5 folds");
    EXPECT_EQ(error(4, 5), "there is no fold 5 of 4");
    EXPECT_EQ(error(1, 1), "there is no fold 1 of 1");
}

TEST(MakeSplit, LeavesOutFacesWithoutPoints) {
    Dataset dataset = photos_with_twins(10);
    dataset.samples[4].points_in_image = {};
    const Split split = make_split(dataset, {});
    EXPECT_EQ(split.train.size() + split.validation.size(), 19U);
    EXPECT_FALSE(ids_of(dataset, split.train).contains("p2"));
    EXPECT_FALSE(ids_of(dataset, split.validation).contains("p2"));
}

TEST(MakeSplit, TwoPeopleAreOneOnEitherSide) {
    Dataset dataset;
    dataset.samples = {face_of("a", "a"), face_of("b", "b")};
    for (const double share : {0.01, 0.2, 0.9}) {
        const Split split = make_split(dataset, {SplitMethod::Share, share, 1});
        EXPECT_EQ(split.train.size(), 1U);
        EXPECT_EQ(split.validation.size(), 1U);
    }
}

/// Each picture is another person's.
Dataset photos_of_many(int count) {
    Dataset dataset;
    dataset.format = DatasetFormat::DlibXml;
    for (int i = 0; i < count; ++i) {
        dataset.samples.push_back(face_of("face" + two_digits(i), "face" + two_digits(i)));
        dataset.samples.back().image = "/set/" + two_digits(i) + ".jpg";
    }
    return dataset;
}

TEST(MakeSplit, KeepsTwinPicturesOnOneSide) {
    const Dataset dataset = photos_of_many(30);
    const TwinPictures twins = {{0, 7, 20}, {3, 20}, {5, 6}};
    for (std::uint64_t seed = 1; seed < 40; ++seed) {
        const Split split = make_split(dataset, {SplitMethod::Share, 0.3, seed}, twins);
        for (const std::vector<int>& group : {std::vector{0, 7, 20, 3}, std::vector{5, 6}}) {
            const auto validating = std::count_if(group.begin(), group.end(), [&](int face) {
                return std::binary_search(split.validation.begin(), split.validation.end(), face);
            });
            EXPECT_TRUE(validating == 0 || validating == std::ssize(group)) << seed;
        }
        EXPECT_EQ(split.train.size() + split.validation.size(), 30U);
    }
}

TEST(MakeSplit, PicturesThatAllLookAlikeAreStillParted) {
    const Dataset dataset = photos_of_many(6);
    const Split alike = make_split(dataset, {}, {{0, 1, 2, 3, 4, 5}});
    EXPECT_EQ(alike, make_split(dataset, {}));
}

TEST(MakeSplit, HalfOfAllPicturesMayLookAlikeAndStayTogether) {
    const Dataset dataset = photos_of_many(6);
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const Split split = make_split(dataset, {SplitMethod::Share, 0.5, seed}, {{0, 2, 4}});
        const auto validating = std::count_if(split.validation.begin(), split.validation.end(),
                                              [](int i) { return i % 2 == 0; });
        EXPECT_TRUE(validating == 0 || validating == 3) << seed;
    }
}

TEST(MakeSplit, OwnPartsDrawNoShare) {
    Dataset dataset = photos_of_many(6);
    EXPECT_TRUE(draws_share(dataset, {}));
    dataset.samples[4].attributes[kSetPart] = kTestPart;
    EXPECT_FALSE(draws_share(dataset, {}));
    EXPECT_TRUE(draws_share(dataset, {SplitMethod::Share}));
    EXPECT_FALSE(draws_share(imm_people(30, 36), {SplitMethod::ImmPersons}));
    EXPECT_THAT(make_split(dataset, {}, {{3, 4}}).validation, ElementsAre(4));
}

TEST(MakeSplit, RefusesASideWithoutFaces) {
    const Dataset dataset = photos_with_twins(10);
    EXPECT_THROW(make_split(dataset, {SplitMethod::Share, 0.0, 1}), Error);
    EXPECT_THROW(make_split(dataset, {SplitMethod::Share, 1.0, 1}), Error);
    EXPECT_THROW(make_split(dataset, {SplitMethod::Share, -0.1, 1}), Error);
    EXPECT_THROW(make_split(photos_with_twins(1), {}), Error);
    EXPECT_THROW(make_split(Dataset{}, {}), Error);
}

TEST(SplitJson, SurvivesTheWayThereAndBack) {
    const Dataset dataset = photos_with_twins(10);
    const Split split = make_split(dataset, {});
    const Json json = parse_json(to_json(split, dataset).dump(), "split.json");
    EXPECT_EQ(split_from_json(json, dataset), split);
}

TEST(SplitJson, FindsFacesByIdAndSkipsThoseThatAreGone) {
    Dataset dataset;
    dataset.samples = {face_of("b", "b"), face_of("a", "a"), face_of("unlabelled", "c")};
    dataset.samples[2].points_in_image = {};
    const Json json = {{"train", {"a", "gone"}}, {"validation", {"b", "unlabelled"}}};
    const Split split = split_from_json(json, dataset);
    EXPECT_THAT(split.train, ElementsAre(1));
    EXPECT_THAT(split.validation, ElementsAre(0));
}

TEST(SplitJson, RefusesWhatIsNoSplitOfTheseFaces) {
    Dataset dataset;
    dataset.samples = {face_of("a", "a")};
    for (const char* text :
         {"[]", "3", "{}", R"({"train": ["a"]})", R"({"train": [1], "validation": []})",
          R"({"train": "a", "validation": []})", R"({"train": ["a"], "validation": ["a"]})",
          R"({"train": ["x"], "validation": ["y"]})", R"({"train": [], "validation": []})"})
        EXPECT_THROW(split_from_json(parse_json(text, "split.json"), dataset), Error) << text;
}

}  // namespace
}  // namespace rudolph

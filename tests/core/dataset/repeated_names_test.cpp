#include "core/dataset/repeated_names.h"

#include <gtest/gtest.h>

#include "core/dataset/split.h"

namespace rudolph {
namespace {

TEST(RepeatedNames, NumbersBehindTheNumberOfAPhotographAreRepetitions) {
    EXPECT_EQ(photograph_in("18489332_2"), "18489332");
    EXPECT_EQ(photograph_in("afw/18489332_17"), "afw/18489332");
    EXPECT_EQ(photograph_in("AFW_1139324862_1_12"), "AFW_1139324862");
    EXPECT_EQ(photograph_in("image_003_1"), "image_003");
    for (const char* name : {"image_0001", "frame_000123", "04-1m", "12_03", "a_1", "18489332",
                             "S005_001_00000011", "2012_03_05_1234", "001/000001", "", "_1", "1_"})
        EXPECT_EQ(photograph_in(name), std::nullopt) << name;
}

std::vector<Sample> samples_of(const std::vector<std::string>& names) {
    std::vector<Sample> samples;
    for (const std::string& name : names) {
        Sample& sample = samples.emplace_back();
        sample.id = sample.person = name;
        sample.points_in_image = Landmarks({Point(1, 1)});
    }
    return samples;
}

TEST(RepeatedNames, TheAutomaticSplitKeepsFacesOfOnePhotographTogether) {
    std::vector<std::string> names;
    for (int photograph = 0; photograph < 20; ++photograph)
        for (int face = 1; face <= 3; ++face)
            names.push_back(std::to_string(18489300 + photograph) + "_" + std::to_string(face));
    Dataset dataset;
    dataset.samples = samples_of(names);
    join_repetitions(dataset.samples);
    const Split split = make_split(dataset, {});
    std::set<std::string> train;
    for (const int i : split.train)
        train.insert(dataset.samples[static_cast<size_t>(i)].person);
    EXPECT_LT(train.size(), 20);
    for (const int i : split.validation)
        EXPECT_FALSE(train.contains(dataset.samples[static_cast<size_t>(i)].person));
}

TEST(RepeatedNames, OneNumberBeforeMostNamesCountsSomethingElse) {
    std::vector<Sample> samples = samples_of({"set_2021_1", "set_2021_2", "set_2021_3", "other"});
    join_repetitions(samples);
    EXPECT_EQ(samples[1].person, "set_2021_2");
}

TEST(RepeatedNames, NumbersInANumberedFoldersImgsAreFramesOfOneVideo) {
    EXPECT_EQ(video_of_frame("/a/001/imgs/000012.jpg"), "/a/001");
    EXPECT_EQ(video_of_frame("/a/7/frames/3.png"), "/a/7");
    for (const char* path :
         {"/a/imgs/000012.jpg", "/a/001/imgs/anna.jpg", "/a/001/images/000012.jpg",
          "/a/001/imgs/image_0012.jpg", "/a/001/000012.jpg", "000012.jpg", ""})
        EXPECT_EQ(video_of_frame(path), "") << path;
    std::vector<Sample> samples =
        samples_of({"001/imgs/000006", "001/imgs/000009", "b/401/imgs/000731", "faces/000731"});
    for (Sample& sample : samples)
        sample.image = "/data/" + sample.id + ".jpg";
    join_repetitions(samples);
    EXPECT_EQ(samples[0].person, "001");
    EXPECT_EQ(samples[1].person, "001");
    EXPECT_EQ(samples[2].person, "b/401");
    EXPECT_EQ(samples[3].person, "faces/000731");
    // The folder of one video alone.
    samples = samples_of({"imgs/000006"});
    samples[0].image = "/data/001/imgs/000006.jpg";
    join_repetitions(samples);
    EXPECT_EQ(samples[0].person, "001");
}

}  // namespace
}  // namespace rudolph

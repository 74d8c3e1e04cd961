#include "core/experiment/pretrained.h"

#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::EnvironmentVariable;
using testing::HasSubstr;
using testing::SizeIs;

/// With a data folder of its own.
class Pretrained : public testing::Test {
protected:
    test::TempDir dir_;
    EnvironmentVariable data_{"XDG_DATA_HOME", (dir_ / "dätä").string()};
    EnvironmentVariable instead_{"RUDOLPH_RESNET18", ""};
};

TEST_F(Pretrained, FilesAreCalledByTheFirstDigitsOfTheirSums) {
    for (const PretrainedWeights& weights : pretrained_weights()) {
        const OfferedFile& file = weights.file;
        EXPECT_THAT(file.sha256, SizeIs(8));
        EXPECT_EQ(file.name, weights.name + "-" + file.sha256 + ".pth");
        EXPECT_EQ(file.url, "https://download.pytorch.org/models/" + file.name);
        EXPECT_EQ(find_pretrained(weights.name), &weights);
    }
    EXPECT_EQ(find_pretrained("resnet19"), nullptr);
    EXPECT_EQ(find_pretrained(""), nullptr);
}

TEST_F(Pretrained, WeightsAreLookedForAmongWhatWasDownloaded) {
    const PretrainedWeights& weights = *find_pretrained("resnet18");
    EXPECT_FALSE(is_here(weights));
    EXPECT_TRUE(starting_weights_file("resnet18").empty());
    write_file(downloaded_models_folder() / weights.file.name, "weights");
    EXPECT_TRUE(is_here(weights));
    EXPECT_EQ(starting_weights_file("resnet18"), downloaded_models_folder() / weights.file.name);
    EXPECT_EQ(pretrained_sha256(weights), "f37072fd");
}

TEST_F(Pretrained, AnotherFileMayStandInForThem) {
    write_file(dir_ / "own.pth", "weights");
    const EnvironmentVariable own("RUDOLPH_RESNET18", (dir_ / "own.pth").string());
    EXPECT_EQ(starting_weights_file("resnet18"), dir_ / "own.pth");
    EXPECT_EQ(pretrained_sha256(*find_pretrained("resnet18")), "");
    EXPECT_FALSE(is_here(*find_pretrained("resnet34")));
}

TEST_F(Pretrained, WeightsMayBeAFileOrTheNetworkOfARun) {
    EXPECT_TRUE(starting_weights_file("").empty());
    write_file(dir_ / "w.pth", "weights");
    EXPECT_EQ(starting_weights_file((dir_ / "w.pth").string()), dir_ / "w.pth");
    write_file(dir_ / "rün" / "last.safetensors", "weights");
    EXPECT_EQ(starting_weights_file((dir_ / "rün").string()), dir_ / "rün" / "last.safetensors");
    write_file(dir_ / "rün" / "best.safetensors", "weights");
    EXPECT_EQ(starting_weights_file((dir_ / "rün").string()), dir_ / "rün" / "best.safetensors");
    EXPECT_THAT(test::error_of([&] { starting_weights_file((dir_ / "nowhere").string()); }).what(),
                HasSubstr("nowhere"));
    EXPECT_THROW(starting_weights_file(dir_.path().string()), Error);
}

}  // namespace
}  // namespace rudolph

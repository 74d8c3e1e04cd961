#include <gmock/gmock.h>

#include "core/base/file.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// The program with a data folder of its own.
class WeightsCommand : public testing::Test {
protected:
    ProgramResult run(std::vector<std::string> arguments, const std::string& instead = {}) const {
        arguments.insert(arguments.begin(), "weights");
        return run_program(
            arguments, dir_.path(),
            {"XDG_DATA_HOME=" + (dir_ / "data").string(), "RUDOLPH_RESNET18=" + instead});
    }
    std::filesystem::path kept() const {
        return dir_ / "data" / "rudolph" / "models" / "resnet18-f37072fd.pth";
    }

    TempDir dir_;
};

TEST_F(WeightsCommand, ListsWhatThereIsAndHowToGetIt) {
    const ProgramResult result = run({"list"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("ResNet-18, ImageNet: not here yet"),
                                  HasSubstr("rudolph weights fetch resnet18 (46.8 MB"),
                                  HasSubstr("https://download.pytorch.org/models/resnet34-")));
    EXPECT_EQ(run({}).status, 2);
}

TEST_F(WeightsCommand, NamesADamagedFileAndOneThatStandsIn) {
    write_file(kept(), "damaged");
    EXPECT_THAT(run({"list"}).out, AllOf(HasSubstr(kept().filename().string()),
                                         HasSubstr("should begin with f37072fd"),
                                         HasSubstr("next: rudolph weights fetch resnet18")));
    write_file(dir_ / "own.pth", "own");
    EXPECT_THAT(run({"list"}, (dir_ / "own.pth").string()).out,
                AllOf(HasSubstr("own.pth"), HasSubstr("not checked")));
}

TEST_F(WeightsCommand, KeepsNothingThatIsNotTheFile) {
    write_file(dir_ / "other", "other weights");
    for (const std::vector<std::string>& way :
         std::vector<std::vector<std::string>>{{"--from", "other"},
                                               {"--from", "nowhere"},
                                               {"--url", "file:///nowhere"},
                                               {"--url", "file://" + (dir_ / "other").string()}}) {
        const ProgramResult result = run({"fetch", "resnet18", way[0], way[1]});
        EXPECT_EQ(result.status, 1) << way.back();
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
        EXPECT_FALSE(std::filesystem::exists(kept()));
    }
}

TEST_F(WeightsCommand, NamesWhatThereIsWhereANameIsWrong) {
    const ProgramResult result = run({"fetch", "resnet19"});
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, HasSubstr("resnet18, resnet34"));
    EXPECT_EQ(run({"fetch"}).status, 2);
}

}  // namespace
}  // namespace rudolph::test

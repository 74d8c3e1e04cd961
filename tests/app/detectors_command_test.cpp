#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/detect/yunet_file.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The program with a data folder of its own.
class DetectorsCommand : public testing::Test {
protected:
    ProgramResult run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "detectors");
        return run_program(arguments, dir_.path(),
                           {"XDG_DATA_HOME=" + (dir_ / "data").string(), "RUDOLPH_YUNET="});
    }
    std::filesystem::path kept() const {
        return dir_ / "data" / "rudolph" / "models" / yunet_file().name;
    }
    static std::filesystem::path shared() {
        return std::filesystem::path(RUDOLPH_SHARED_FOLDER) / "models" / yunet_file().name;
    }

    TempDir dir_;
};

TEST_F(DetectorsCommand, ListsWhatFindsFaces) {
    const ProgramResult result = run({});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("hog"));
    EXPECT_THAT(result.out, HasSubstr("not here yet"));
    EXPECT_THAT(result.out, HasSubstr("rudolph detectors fetch"));
}

TEST_F(DetectorsCommand, NamesADamagedFile) {
    write_file(kept(), "damaged");
    const ProgramResult result = run({});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, HasSubstr(yunet_file().name));
    EXPECT_THAT(result.out, HasSubstr("damaged"));
}

TEST_F(DetectorsCommand, KeepsNothingThatIsNotTheFile) {
    write_file(dir_ / "other", "other weights");
    for (const std::vector<std::string>& way : std::vector<std::vector<std::string>>{
             {"fetch", "--from", "other"},
             {"fetch", "--from", "nowhere"},
             {"fetch", "--url", "file:///nowhere"},
             {"fetch", "--url", "file://" + (dir_ / "other").string()}}) {
        const ProgramResult result = run(way);
        EXPECT_EQ(result.status, 1) << way.back();
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
        EXPECT_FALSE(std::filesystem::exists(kept()));
    }
    EXPECT_EQ(run({"fetch", "--from", "other", "--url", "file:///nowhere"}).status, 2);
}

TEST_F(DetectorsCommand, TakesACopyFromHereOrAnAddress) {
    if (!std::filesystem::exists(shared()))
        GTEST_SKIP() << "YuNet's weights are not here, nothing was tested";
    // A damaged file that was there is replaced.
    write_file(kept(), "damaged");
    const ProgramResult copied = run({"fetch", "--from", shared().string()});
    EXPECT_EQ(copied.status, 0) << copied.err;
    EXPECT_EQ(read_file(kept()), read_file(shared()));
    EXPECT_THAT(run({}).out, Not(HasSubstr("fetch")));
    EXPECT_THAT(run({"fetch"}).out, HasSubstr("already here"));

    std::filesystem::remove(kept());
    const auto absolute = std::filesystem::canonical(shared());
    const ProgramResult fetched = run({"fetch", "--url", "file://" + absolute.string()});
    EXPECT_EQ(fetched.status, 0) << fetched.err;
    EXPECT_EQ(read_file(kept()), read_file(shared()));
}

}  // namespace
}  // namespace rudolph::test

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

class CalibrateCommand : public testing::Test {
protected:
    void SetUp() override { run_ = trained_run(dir_, "full-face", "4"); }

    ProgramResult calibrate(const std::vector<std::string>& more) const {
        std::vector<std::string> command = {"calibrate", run_.string(), "--data", "faces"};
        command.insert(command.end(), more.begin(), more.end());
        return run_program(command, dir_.path());
    }

    TempDir dir_;
    std::filesystem::path run_;
};

TEST_F(CalibrateCommand, TrainingsEndCalibratedAndChecksWriteNothing) {
    const std::string before = read_file(run_ / "best.safetensors");
    const ProgramResult checked = calibrate({"--all", "--check"});
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_THAT(checked.out, HasSubstr("plain faces: off by"));
    EXPECT_THAT(checked.out, HasSubstr("is right"));
    EXPECT_THAT(checked.out, HasSubstr("called doubtful"));
    EXPECT_EQ(read_file(run_ / "best.safetensors"), before);
}

TEST_F(CalibrateCommand, OtherFacesTeachAModelAnew) {
    const std::string before = read_file(run_ / "best.safetensors");
    const ProgramResult done = calibrate({"--all", "--json", "-"});
    EXPECT_EQ(done.status, 0) << done.err;
    const Json json = parse_json(done.out, "standard output");
    ASSERT_EQ(json["plain"]["points"].size(), 10U);
    long long count = 0;
    for (const Json& bin : json["plain"]["points"])
        count += bin["count"].get<long long>();
    EXPECT_EQ(count, 4 * 6 * 58);
    long long faces = 0;
    for (const char* group : {"right", "off", "far_off"}) {
        const Json& doubts = json["plain"][group];
        EXPECT_LE(doubts["doubtful"].get<long long>(), doubts["faces"].get<long long>());
        faces += doubts["faces"].get<long long>();
    }
    EXPECT_EQ(faces, 4 * 6);
    EXPECT_NE(read_file(run_ / "best.safetensors"), before);
    EXPECT_EQ(calibrate({"--all", "--check"}).status, 0);
}

TEST_F(CalibrateCommand, OfNoModelOrNoFacesFails) {
    EXPECT_EQ(run_program({"calibrate", "nowhere", "--data", "faces"}, dir_.path()).status, 1);
    EXPECT_EQ(run_program({"calibrate", run_.string(), "--data", "nothing"}, dir_.path()).status,
              1);
    EXPECT_EQ(run_program({"calibrate", run_.string()}, dir_.path()).status, 2);
}

}  // namespace
}  // namespace rudolph::test

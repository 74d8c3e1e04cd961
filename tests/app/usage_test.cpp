#include <gmock/gmock.h>

#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

void expect_wrong_use(const std::vector<std::string>& arguments, const std::string& said) {
    const ProgramResult result = run_program(arguments);
    EXPECT_EQ(result.status, 2) << result.out << result.err;
    EXPECT_EQ(count_lines(result.err), 1) << result.err;
    EXPECT_THAT(result.err, StartsWith("rudolph: "));
    EXPECT_THAT(result.err, HasSubstr(said));
    EXPECT_EQ(result.out, "");
}

TEST(Usage, HelpNamesEveryCommandAndGivesExamples) {
    const ProgramResult result = run_program({"--help"});
    EXPECT_EQ(result.status, 0);
    for (const char* command :
         {"demo-faces", "inspect", "train", "evaluate", "predict", "export", "detectors", "runs"})
        EXPECT_THAT(result.out, HasSubstr(command));
    EXPECT_THAT(result.out, HasSubstr("Examples:"));
    EXPECT_EQ(result.err, "");
}

TEST(Usage, EveryCommandExplainsItself) {
    for (const char* command :
         {"demo-faces", "inspect", "train", "evaluate", "predict", "export", "detectors", "runs"}) {
        const ProgramResult result = run_program({command, "--help"});
        EXPECT_EQ(result.status, 0) << command;
        EXPECT_THAT(result.out, HasSubstr("Example")) << command;
    }
}

TEST(Usage, VersionIsOneLine) {
    const ProgramResult result = run_program({"--version"});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, StartsWith("rudolph "));
    EXPECT_EQ(count_lines(result.out), 1);
}

TEST(Usage, NothingAskedShowsTheHelp) {
    const ProgramResult result = run_program({});
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, HasSubstr("Examples:"));
}

TEST(Usage, WrongUseIsOneLine) {
    expect_wrong_use({"paint"}, "paint");
    expect_wrong_use({"inspect"}, "DATA");
    expect_wrong_use({"inspect", "here", "--jason"}, "--jason");
    expect_wrong_use({"demo-faces"}, "rudolph demo-faces --help");
    expect_wrong_use({"demo-faces", "d", "--people", "0"}, "--people");
    expect_wrong_use({"demo-faces", "d", "--people", "two"}, "--people");
    expect_wrong_use({"demo-faces", "d", "--seed", "-1"}, "--seed");
    expect_wrong_use({"demo-faces", "d", "--format", "coco"}, "--format");
    expect_wrong_use({"evaluate", "model"}, "--data");
    expect_wrong_use({"predict", "--out", "d"}, "PHOTO");
    expect_wrong_use({"predict", "p.jpg"}, "--out");
    expect_wrong_use({"predict", "p.jpg", "--json", "--draw"}, "--out");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--box", "1,2,3"}, "--box");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--box", "1,2,0,5"}, "--box");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--box", "1,2,nan,5"}, "--box");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--box", "1,2,3,4", "--detector", "hog"},
                     "--box");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--detector", "eyes"}, "--detector");
    expect_wrong_use({"predict", "p.jpg", "--out", "d", "--format", "csv,gif"}, "--format");
    expect_wrong_use({"export", "model"}, "FILE");
    expect_wrong_use({"export", "model", "out.onnx", "--json=x", "y"}, "export --help");
    expect_wrong_use({"runs"}, "runs --help");
    expect_wrong_use({"runs", "show"}, "RUN");
}

TEST(Usage, TrainingIsCheckedBeforeAnythingIsOpened) {
    expect_wrong_use({"train"}, "nose-tip");
    expect_wrong_use({"train", "nose-tip"}, "--data");
    expect_wrong_use({"train", "nose-tap", "--data", "d"}, "full-face");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "epochs"}, "'epochs'");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "epoch=3"}, "near it: epochs");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "learning_rate=1"},
                     "optimiser.learning_rate");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "qqqqqqqq=1"},
                     "the settings are");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "epochs=many"}, "epochs");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "epochs=0"}, "epochs");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--set", "optimiser.learning_rate=0,5"},
                     "optimiser.learning_rate");
    expect_wrong_use({"train", "nose-tip", "--data", "d", "--device", "tpu"}, "--device");
}

TEST(Usage, MissingThingsFailTheJobWithAdvice) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"inspect", "nowhere"},
                                               {"train", "nose-tip", "--data", "nowhere"},
                                               {"train", "nowhere.json", "--data", "d"},
                                               {"evaluate", "nowhere", "--data", "nowhere"},
                                               {"runs", "list", "nowhere"},
                                               {"runs", "show", "nowhere"}}) {
        const ProgramResult result = run_program(arguments);
        EXPECT_EQ(result.status, 1) << arguments[0] << result.err;
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
        EXPECT_THAT(result.err, HasSubstr("nowhere"));
        EXPECT_EQ(result.out, "");
    }
}

}  // namespace
}  // namespace rudolph::test

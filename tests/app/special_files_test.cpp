#include <gmock/gmock.h>

#include <algorithm>

#include "core/base/file.h"
#include "tests/app/run_program.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/special_files.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// Words with PIPE for the pipe of this name.
struct Use {
    std::string name;
    std::vector<std::string> words;
};

TEST(SpecialFiles, PipesAreRefusedAtOnceWhateverTheyAreGivenFor) {
    const TempDir dir;
    fs::create_directory(dir / "faces");
    write_drawn_face(dir / "faces", "a");
    const std::string faces = (dir / "faces").string();
    const std::vector<Use> uses = {
        {"photo.jpg", {"predict", "PIPE", "--json"}},
        {"video.mp4", {"predict", "PIPE", "--json"}},
        {"model.safetensors", {"predict", faces, "--json", "--model", "PIPE"}},
        {"model.pth", {"evaluate", "PIPE", "--data", faces, "--all"}},
        {"model", {"export", "PIPE", (dir / "out.onnx").string()}},
        {"labels.xml", {"inspect", "PIPE"}},
        {"labels.csv", {"inspect", "PIPE"}},
        {"labels.json", {"inspect", "PIPE"}},
        {"labels.yaml", {"inspect", "PIPE"}},
        {"labels.mat", {"inspect", "PIPE"}},
        {"labels.txt", {"recipe", "suggest", "PIPE"}},
        {"project.rudolph", {"convert", "PIPE", (dir / "out").string(), "--to", "pts"}},
        {"recipe.json", {"inspect", faces, "--recipe", "PIPE"}},
        {"scheme.json", {"inspect", faces, "--scheme", "PIPE"}},
        {"experiment.json", {"train", "PIPE", "--data", faces}},
        {"yunet.onnx", {"detectors", "fetch", "--from", "PIPE"}}};
    for (const Use& use : uses) {
        const fs::path pipe = dir / use.name;
        make_pipe(pipe);
        std::vector<std::string> words = use.words;
        std::replace(words.begin(), words.end(), std::string("PIPE"), pipe.string());
        const ProgramResult result =
            run_program(words, dir.path(), {"XDG_DATA_HOME=" + dir.path().string()});
        EXPECT_EQ(result.status, 1) << use.name << ": " << result.err;
        EXPECT_THAT(result.err, HasSubstr("this is a pipe, not a file")) << use.name;
    }
    EXPECT_THAT(run_program({"inspect", "/dev/zero"}).err, HasSubstr("this is a device"));
}

TEST(SpecialFiles, PipesAmongOtherFilesAreSaidAndTheOthersRead) {
    const TempDir dir;
    write_drawn_face(dir.path(), "a");
    write_drawn_face(dir.path(), "b");
    fs::remove(dir / "b.png");
    make_pipe(dir / "b.png");
    make_pipe(dir / "c.pts");
    cv::imwrite((dir / "c.png").string(), cv::Mat(40, 40, CV_8UC3, cv::Scalar(1, 2, 3)));
    const ProgramResult inspected = run_program({"inspect", dir.path().string(), "--json"});
    EXPECT_THAT(inspected.out, HasSubstr("b.png"));
    EXPECT_THAT(inspected.out, HasSubstr("this is a pipe"));
    const ProgramResult predicted =
        run_program({"predict", dir.path().string(), "--json", "--detector", "none"});
    EXPECT_EQ(predicted.status, 1);
    EXPECT_THAT(predicted.out, HasSubstr("a.png"));
    EXPECT_THAT(predicted.out, HasSubstr("c.png"));
    EXPECT_THAT(predicted.err, HasSubstr("this is a pipe"));
}

TEST(SpecialFiles, PipesInARunFolderAreRefused) {
    const TempDir dir;
    fs::create_directories(dir / "runs/run");
    make_pipe(dir / "runs/run/experiment.json");
    make_pipe(dir / "runs/run/best.safetensors");
    const std::string run = (dir / "runs/run").string();
    for (const std::vector<std::string>& words : {std::vector<std::string>{"runs", "show", run},
                                                  {"train", "--resume", run},
                                                  {"export", run, (dir / "out.onnx").string()}})
        EXPECT_EQ(run_program(words, dir.path()).status, 1);
    const ProgramResult listed = run_program({"runs", "list"}, dir.path());
    EXPECT_EQ(listed.status, 0);
    EXPECT_THAT(listed.err, HasSubstr("this is a pipe"));
}

}  // namespace
}  // namespace rudolph::test

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

TEST(ExportCommand, WritesTheModelOfARunAndSaysWhatItTakes) {
    const TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "faces", "--people", "2"}, dir.path()).status, 0);
    const ProgramResult trained = run_program(
        {"train", "nose-tip", "--data", "faces", "--runs", "läufe", "--set", "epochs=1"},
        dir.path());
    ASSERT_EQ(trained.status, 0) << trained.err;
    const auto run = std::filesystem::directory_iterator(dir / "läufe")->path().string();
    const ProgramResult said = run_program({"export", run, "näse.onnx"}, dir.path());
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("faces × 1 × 60 × 80"));
    const std::string bytes = read_file(dir / "näse.onnx");
    EXPECT_GT(bytes.size(), 100000U);
    const ProgramResult again =
        run_program({"export", run, "näse.onnx", "--json", "-"}, dir.path());
    const Json json = parse_json(again.out, "standard output");
    EXPECT_EQ(json["bytes"], bytes.size());
    EXPECT_EQ(json["input"]["name"], "input");
    EXPECT_EQ(json["output"]["shape"][1], 2);
    EXPECT_EQ(json["points"].size(), 1U);
    EXPECT_EQ(read_file(dir / "näse.onnx"), bytes);
}

TEST(ExportCommand, WritesACompactModelThatPredicts) {
    const TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "faces", "--people", "2"}, dir.path()).status, 0);
    ASSERT_EQ(
        run_program({"train", "nose-tip", "--data", "faces", "--runs", "runs", "--set", "epochs=1"},
                    dir.path())
            .status,
        0);
    const auto run = std::filesystem::directory_iterator(dir / "runs")->path();
    const ProgramResult said =
        run_program({"export", run.string(), "klein.safetensors"}, dir.path());
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_LT(3 * std::filesystem::file_size(dir / "klein.safetensors"),
              std::filesystem::file_size(run / "best.safetensors"));
    const auto error_of = [&](const std::string& model) {
        const ProgramResult measured =
            run_program({"evaluate", model, "--data", "faces", "--all", "--json", "-"}, dir.path());
        return parse_json(measured.out, "standard output")["error_px"].get<double>();
    };
    EXPECT_NEAR(error_of("klein.safetensors"), error_of(run.string()), 0.5);
}

TEST(ExportCommand, OfWhatIsNoModelFailsTheJob) {
    const TempDir dir;
    write_file(dir / "photo.jpg", "no model");
    for (const char* model : {"nowhere", "photo.jpg", "."}) {
        const ProgramResult result = run_program({"export", model, "out.onnx"}, dir.path());
        EXPECT_EQ(result.status, 1) << model;
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
    }
    EXPECT_FALSE(std::filesystem::exists(dir / "out.onnx"));
}

}  // namespace
}  // namespace rudolph::test

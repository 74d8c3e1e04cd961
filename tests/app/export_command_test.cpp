#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

TEST(ExportCommand, WritesTheModelOfARunAndSaysWhatItTakes) {
    const TempDir dir;
    const std::string run = trained_run(dir, "nose-tip", "2").string();
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
    const auto run = trained_run(dir, "nose-tip", "2");
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

#include <gmock/gmock.h>

#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/image/decode.h"
#include "core/runs/run.h"
#include "core/runs/run_writer.h"
#include "tests/app/run_program.h"
#include "tests/core/runs/example_runs.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct RunsCommands : testing::Test {
    RunsCommands() : first(add("nose-tip", 0.04)), second(add("nose-tip-wide", 0.03)) {}

    std::string add(const std::string& preset_name, double nme) const {
        const RunWriter writer(folder / "runs", preset(preset_name), two_faces(), kSplit);
        writer.write_summary(finished_summary());
        writer.write_metrics({{1, 0.5, 0.25, 8, nme, 0.001, 1.5, 0.5}});
        std::vector<CasePrediction> cases = {some_case("a"), some_case("b")};
        for (CasePrediction& face : cases)
            face.result.nme = nme;
        writer.write_predictions(cases);
        return writer.folder().filename().string();
    }
    ProgramResult run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "runs");
        return run_program(arguments, folder.path());
    }

    TempDir folder;
    std::string first;
    std::string second;
};

TEST_F(RunsCommands, CompareTellsTheDifferenceInSentences) {
    const ProgramResult result = run({"compare", first, second});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr(second + " against " + first));
    EXPECT_THAT(result.out, HasSubstr("1.00 points better NME: 3.00 against 4.00 %"));
    EXPECT_THAT(result.out, HasSubstr("most improved"));
    const ProgramResult json = run({"compare", first, second, "--json"});
    EXPECT_EQ(parse_json(json.out, "out").at(0).at("better"), 2);
    EXPECT_EQ(run({"compare", first}).status, 2);
}

TEST_F(RunsCommands, ReportIsOneHtmlFile) {
    const ProgramResult result =
        run({"report", first, second, "--out", "r.html", "--title", "<T>"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("r.html"));
    EXPECT_THAT(read_file(folder / "r.html"), HasSubstr("<h1>&lt;T&gt;</h1>"));
}

TEST_F(RunsCommands, AReportShowsNoFaceFromElsewhereUnasked) {
    write_image(folder / "elsewhere/secret.png", cv::Mat(50, 100, CV_8UC3, cv::Scalar(9, 9, 9)));
    Experiment experiment = preset("nose-tip");
    experiment.data = (folder / "data").string();
    const RunWriter writer(folder / "runs", experiment, two_faces(), kSplit);
    writer.write_summary(finished_summary());
    std::vector<CasePrediction> cases = {some_case("a")};
    cases.front().image = folder / "elsewhere/secret.png";
    writer.write_predictions(cases);
    const std::string name = writer.folder().filename().string();
    const ProgramResult left_out = run({"report", name, "--out", "r.html"});
    EXPECT_EQ(left_out.status, 0) << left_out.err;
    EXPECT_THAT(left_out.err, HasSubstr("not drawn: a picture lies outside"));
    EXPECT_THAT(read_file(folder / "r.html"), Not(HasSubstr("<img ")));
    const ProgramResult shown = run({"report", name, "--out", "r.html", "--follow-outside"});
    EXPECT_EQ(shown.status, 0) << shown.err;
    EXPECT_EQ(shown.err.find("not drawn"), std::string::npos);
    EXPECT_THAT(read_file(folder / "r.html"), HasSubstr("<img "));
}

TEST_F(RunsCommands, ListAsCsvNamesItsColumns) {
    const ProgramResult result = run({"list", "--csv"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, StartsWith("name,"));
    EXPECT_EQ(count_lines(result.out), 3);
    EXPECT_EQ(run({"list", "--csv", "--json"}).status, 2);
}

TEST_F(RunsCommands, TensorboardEventsGoIntoTheRun) {
    const ProgramResult result = run({"export-tensorboard", first});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("tfevents"));
    const ProgramResult missing = run({"export-tensorboard", "none"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.err, Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace rudolph::test

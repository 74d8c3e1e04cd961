#include <gmock/gmock.h>
#include <signal.h>

#include <algorithm>
#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/processor.h"
#include "core/base/text.h"
#include "core/image/decode.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

void make_faces(const TempDir& dir, const std::string& people) {
    const ProgramResult made = run_program({"demo-faces", kFaces, "--people", people}, dir.path());
    ASSERT_EQ(made.status, 0) << made.err;
}

/// Two people with numbers that other demo faces do not have.
void make_other_faces(const TempDir& dir, const std::string& folder) {
    ASSERT_EQ(run_program({"demo-faces", folder, "--people", "2"}, dir.path()).status, 0);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(dir / folder))
        files.push_back(entry.path());
    for (const fs::path& file : files)
        fs::rename(file, file.parent_path() / ("9" + file.filename().string().substr(1)));
}

/// Whether red, as predictions are drawn, is seen within a few pixels of a place.
bool red_near(const cv::Mat& bgr, double x, double y) {
    for (int row = std::max(0, cvRound(y) - 4); row < std::min(bgr.rows, cvRound(y) + 5); ++row)
        for (int column = std::max(0, cvRound(x) - 4); column < std::min(bgr.cols, cvRound(x) + 5);
             ++column) {
            const auto& pixel = bgr.at<cv::Vec3b>(row, column);
            if (pixel[2] > 150 && pixel[2] - std::max(pixel[0], pixel[1]) > 70)
                return true;
        }
    return false;
}

void expect_whole_run(const fs::path& run) {
    for (const char* file : {"experiment.json", "split.json", "metrics.csv", "best.safetensors",
                             "last.safetensors", "predictions.csv", "summary.json"})
        EXPECT_TRUE(fs::exists(run / file)) << file;
}

TEST(TrainingCommands, TrainsMeasuresAndListsInALocaleWithDecimalComma) {
    TempDir dir;
    make_faces(dir, "8");
    const std::vector<std::string> german = {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"};
    const ProgramResult trained =
        run_program({"train", "nose-tip", "--data", kFaces, "--set", "epochs=1",
                     "optimiser.learning_rate=0.002", "--device", "cpu"},
                    dir.path(), german);
    ASSERT_EQ(trained.status, 0) << trained.err;
    EXPECT_THAT(trained.out, HasSubstr("epoch 1/1  train 0."));
    EXPECT_THAT(trained.out, HasSubstr("always answering the training mean"));
    EXPECT_THAT(trained.out, HasSubstr("next: rudolph evaluate "));
    EXPECT_THAT(trained.out, testing::Not(HasSubstr("\r")));
    const fs::path run = only_run(dir / "runs");
    expect_whole_run(run);
    const Json experiment = read_json(run / "experiment.json");
    EXPECT_EQ(experiment["optimiser"]["learning_rate"], 0.002);
    EXPECT_EQ(experiment["data"], kFaces);
    EXPECT_EQ(read_json(run / "private.json")["data"], (dir.path() / kFaces).string());

    const ProgramResult measured =
        run_program({"evaluate", run.string(), "--data", kFaces, "--json", "-", "--per-face",
                     "faces.csv", "--sheet", "s.png"},
                    dir.path(), german);
    ASSERT_EQ(measured.status, 0) << measured.err;
    const Json figures = parse_json(measured.out, "standard output");
    const Json summary = read_json(run / "summary.json");
    EXPECT_EQ(figures["side"], "validation");
    EXPECT_EQ(figures["points"], 1);
    EXPECT_EQ(figures["faces"], read_json(run / "split.json")["validation"].size());
    EXPECT_NEAR(figures["error_px"].get<double>(), summary["error_px"].get<double>(), 1e-3);
    EXPECT_FALSE(figures["normaliser"].get<std::string>().empty());
    EXPECT_GT(figures["median_nme"].get<double>(), 0);
    EXPECT_TRUE(figures["box_nme"].is_null()) << "one point has no box";
    EXPECT_EQ(count_lines(read_file(dir / "faces.csv")), figures["faces"].get<int>() + 1);
    EXPECT_FALSE(decode_image(dir / "s.png").empty());

    EXPECT_TRUE(figures["shape_variance_ratio"].is_null()) << "one point has no shape";
    EXPECT_FALSE(figures.contains("stress"));

    const ProgramResult all = run_program({"evaluate", (run / "best.safetensors").string(),
                                           "--data", kFaces, "--all", "--json", "all.json"},
                                          dir.path(), german);
    ASSERT_EQ(all.status, 0) << all.err;
    EXPECT_THAT(all.out, HasSubstr("AUC@0.08"));
    EXPECT_EQ(read_json(dir / "all.json")["faces"], 48);

    // A list elsewhere that names them does not get them into a picture unasked.
    ASSERT_EQ(
        run_program({"convert", kFaces, "list/faces.csv", "--to", "csv", "--pictures", "refer"},
                    dir.path())
            .status,
        0);
    std::vector<std::string> drawn = {"evaluate", run.string(), "--data",  "list/faces.csv",
                                      "--all",    "--sheet",    "list.png"};
    const ProgramResult refused = run_program(drawn, dir.path());
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("48 pictures lie outside"));
    EXPECT_FALSE(std::filesystem::exists(dir / "list.png"));
    drawn.emplace_back("--follow-outside");
    EXPECT_EQ(run_program(drawn, dir.path()).status, 0);
    EXPECT_FALSE(decode_image(dir / "list.png").empty());

    // Other faces: their names are not the run's, so the experiment splits them anew.
    make_other_faces(dir, "few");
    const ProgramResult elsewhere =
        run_program({"evaluate", run.string(), "--data", "few", "--json", "-"}, dir.path(), german);
    ASSERT_EQ(elsewhere.status, 0) << elsewhere.err;
    EXPECT_EQ(parse_json(elsewhere.out, "standard output")["split"],
              "a new split by the rule of the experiment");

    const ProgramResult listed = run_program({"runs", "list", "--json"}, dir.path(), german);
    ASSERT_EQ(listed.status, 0) << listed.err;
    EXPECT_EQ(parse_json(listed.out, "list")["runs"][0]["summary"]["state"], "finished");
    EXPECT_EQ(run_program({"runs", "list"}, dir.path()).status, 0);
    const ProgramResult shown =
        run_program({"runs", "show", run.filename().string(), "--json"}, dir.path(), german);
    ASSERT_EQ(shown.status, 0) << shown.err;
    EXPECT_EQ(parse_json(shown.out, "show")["epochs"].size(), 1U);
    EXPECT_EQ(run_program({"runs", "show", run.string()}, dir.path()).status, 0);
}

TEST(TrainingCommands, ARunOpensItsFacesAsTheyWereOpenedForIt) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "drawn", "--people", "4"}, dir.path()).status, 0);
    ASSERT_EQ(run_program({"convert", "drawn", "faces", "--to", "pts"}, dir.path()).status, 0);
    const ProgramResult trained =
        run_program({"train", "nose-tip", "--data", "faces", "--set", "epochs=1", "--device", "cpu",
                     "--pts-first-pixel", "0"},
                    dir.path());
    ASSERT_EQ(trained.status, 0) << trained.err;
    const fs::path run = only_run(dir / "runs");
    EXPECT_EQ(read_json(run / "experiment.json")["opening"], (Json{{"pts_first_pixel", 0}}));
    const auto mse = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments = {"evaluate", run.string(), "--json", "-"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const ProgramResult measured = run_program(arguments, dir.path());
        EXPECT_EQ(measured.status, 0) << measured.err;
        return parse_json(measured.out, "standard output")["mse"].get<double>();
    };
    const double own = mse({"--data", "faces"});
    EXPECT_EQ(own, read_json(run / "summary.json")["mse"].get<double>());
    EXPECT_EQ(own, mse({})) << "a run knows its faces";
    EXPECT_EQ(own, mse({"--data", "faces", "--pts-first-pixel", "0"}));
    EXPECT_NE(own, mse({"--data", "faces", "--pts-first-pixel", "1"})) << "by hand goes first";
    fs::copy(dir / "faces", dir / "others");
    EXPECT_NE(own, mse({"--data", "others", "--all"})) << "other data are opened as they look";
    // A run that goes on does so with the same points.
    const ProgramResult resumed =
        run_program({"train", "--resume", run.string(), "--epochs", "2"}, dir.path());
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_EQ(read_json(run / "experiment.json")["opening"], (Json{{"pts_first_pixel", 0}}));
    EXPECT_EQ(mse({}), read_json(run / "summary.json")["mse"].get<double>());
}

TEST(TrainingCommands, TrainPrintsOneJsonObjectALineAndPredictDrawsRedPoints) {
    TempDir dir;
    make_faces(dir, "2");
    const ProgramResult trained = run_program(
        {"train", "--set", "epochs=12", "nose-tip", "--data", kFaces, "--json", "--runs", "läufe"},
        dir.path());
    ASSERT_EQ(trained.status, 0) << trained.err;
    const std::vector<Json> events = json_lines(trained.out);
    ASSERT_EQ(events.size(), 14U);
    EXPECT_EQ(events[0]["event"], "start");
    EXPECT_EQ(events[1]["epoch"], 1);
    EXPECT_EQ(events[12]["epoch"], 12);
    EXPECT_EQ(events[13]["event"], "end");
    EXPECT_EQ(events[13]["stopped"], false);

    const std::string run = only_run(dir / "läufe").string();
    std::string photo;
    for (const auto& entry : fs::directory_iterator(dir / kFaces))
        if (entry.path().extension() == ".jpg" && (photo.empty() || entry.path().string() < photo))
            photo = entry.path().string();
    const ProgramResult predicted =
        run_program({"predict", photo, photo, "missing.jpg", "--model", run, "--detector", "none",
                     "--out", "gefunden", "--draw", "--json"},
                    dir.path());
    EXPECT_EQ(predicted.status, 1);  // for the missing one; the others are done
    EXPECT_THAT(predicted.err, HasSubstr("missing.jpg"));
    const std::vector<Json> found = json_lines(predicted.out);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[0]["drawn"], found[1]["drawn"]);
    const Json point = found[0]["faces"].at(0)["points"].at(0);
    const double x = point["x"].get<double>();
    const double y = point["y"].get<double>();
    EXPECT_TRUE(x > 0 && x < 640 && y > 0 && y < 480) << x << ", " << y;
    const cv::Mat drawn = decode_image(dir.path() / found[0]["drawn"].get<std::string>());
    EXPECT_EQ(drawn.size(), cv::Size(640, 480));
    EXPECT_TRUE(red_near(drawn, x, y));
    EXPECT_FALSE(red_near(decode_image(photo), x, y));

    const ProgramResult boxed = run_program(
        {"predict", photo, "--model", run, "--box", "320,240,320,240", "--json"}, dir.path());
    // After so short a training the model knows that it knows little.
    ASSERT_TRUE(boxed.status == 0 || boxed.status == 3) << boxed.err;
    EXPECT_EQ(json_lines(boxed.out).at(0)["faces"].at(0)["box"],
              Json({320.0, 240.0, 320.0, 240.0}));
    const ProgramResult outside = run_program(
        {"predict", photo, "--model", run, "--out", "boxed", "--box", "900,0,50,50"}, dir.path());
    EXPECT_EQ(outside.status, 1);
    EXPECT_THAT(outside.err, HasSubstr("640×480"));
}

TEST(TrainingCommands, ExactFiguresDoNotDependOnTheUnitsThatMayBeUsed) {
    if (!this_processor().avx2)
        GTEST_SKIP() << "this processor has not the units that exact figures need";
    TempDir dir;
    make_faces(dir, "4");
    const auto losses = [&](const std::vector<std::string>& limits) {
        const ProgramResult result =
            run_program({"train", "full-face", "--data", kFaces, "--json", "--set", "epochs=1",
                         "precision=exact", "split.method=share"},
                        dir.path(), limits);
        EXPECT_EQ(result.status, 0) << result.err;
        std::vector<double> found;
        for (const Json& line : json_lines(result.out))
            if (line.at("event") == "start")
                EXPECT_EQ(line.at("precision"), "exact");
            else if (line.at("event") == "epoch")
                found = {line.at("train_loss"), line.at("validation_loss")};
        return found;
    };
    const auto figures = losses({});
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(losses({"ATEN_CPU_CAPABILITY=default", "DNNL_MAX_CPU_ISA=SSE41",
                      "ONEDNN_MAX_CPU_ISA=SSE41", "OPENBLAS_CORETYPE=Nehalem"}),
              figures);
}

TEST(TrainingCommands, CtrlCStopsTheTrainingAndKeepsTheRun) {
    TempDir dir;
    make_faces(dir, "3");
    Program training({"train", "nose-tip", "--data", kFaces, "--set", "epochs=100000"}, dir.path());
    ASSERT_TRUE(training.wait_for_output("epoch ")) << training.wait().err;
    ASSERT_TRUE(training.wait_for_output("train 0."));
    training.send(SIGINT);
    const ProgramResult result = training.wait();
    EXPECT_EQ(result.status, 130) << result.err;
    const fs::path run = only_run(dir / "runs");
    EXPECT_THAT(result.out,
                HasSubstr("the run is kept in " + (fs::path("runs") / run.filename()).string()));
    expect_whole_run(run);
    EXPECT_EQ(read_json(run / "summary.json")["state"], "stopped");
}

TEST(TrainingCommands, RunsThatCannotBeWrittenFailTheJob) {
    TempDir dir;
    make_faces(dir, "2");
    write_file(dir / "file", "");
    const ProgramResult trained = run_program(
        {"train", "nose-tip", "--data", kFaces, "--set", "epochs=1", "--runs", "file/runs"},
        dir.path());
    EXPECT_EQ(trained.status, 1);
    EXPECT_THAT(trained.err, HasSubstr("file/runs"));
    EXPECT_EQ(trained.out, "");
}

TEST(TrainingCommands, AModelThatIsNoneFailsTheJob) {
    TempDir dir;
    make_faces(dir, "2");
    write_file(dir / "model.safetensors", "not a model");
    const ProgramResult measured =
        run_program({"evaluate", "model.safetensors", "--data", kFaces}, dir.path());
    EXPECT_EQ(measured.status, 1);
    EXPECT_THAT(measured.err, HasSubstr("model.safetensors"));
}

TEST(TrainingCommands, MeasuresOnHardFaces) {
    TempDir dir;
    make_faces(dir, "8");
    const std::vector<std::string> german = {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"};
    const ProgramResult trained = run_program(
        {"train", "full-face", "--data", kFaces, "--set", "epochs=1", "--device", "cpu"},
        dir.path(), german);
    ASSERT_EQ(trained.status, 0) << trained.err;
    EXPECT_THAT(trained.out, HasSubstr("darkened to 20 %"));
    const std::string run = only_run(dir / "runs").string();
    EXPECT_EQ(read_json(only_run(dir / "runs") / "summary.json")["stress"].size(), 10U);
    const ProgramResult measured =
        run_program({"evaluate", run, "--data", kFaces, "--all", "--stress", "--json", "all.json"},
                    dir.path(), german);
    ASSERT_EQ(measured.status, 0) << measured.err;
    EXPECT_THAT(measured.out, HasSubstr("of the true variance"));
    EXPECT_THAT(measured.out, HasSubstr("darkened to 20 %"));
    EXPECT_THAT(measured.out, HasSubstr("turns right"));
    EXPECT_THAT(measured.out, HasSubstr("is sure"));
    const Json figures = read_json(dir / "all.json");
    EXPECT_GT(figures["shape_variance_ratio"].get<double>(), 0);
    EXPECT_GT(figures["turned_faces"].get<int>(), 0);
    // The whole picture is the input: there is no box to shift or to scale.
    ASSERT_EQ(figures["stress"].size(), 10U);
    const Json& plain = figures["stress"][0];
    EXPECT_EQ(plain["name"], "plain");
    EXPECT_EQ(plain["faces"], 48);
    EXPECT_NEAR(plain["nme"].get<double>(), figures["nme"].get<double>(), 1e-6);
    EXPECT_EQ(plain["over_plain"], 1.0);
    EXPECT_GT(plain["confidence"].get<double>(), 0.0);
    EXPECT_LT(plain["confidence"].get<double>(), 1.0);
    // After one epoch every face gets about the same answer, which a roll makes worse.
    EXPECT_EQ(figures["stress"][7]["name"], "rolled-45");
    EXPECT_GT(figures["stress"][7]["over_plain"].get<double>(), 1.1);
}

}  // namespace
}  // namespace rudolph::test

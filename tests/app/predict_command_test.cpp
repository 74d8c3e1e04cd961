#include <gmock/gmock.h>
#include <signal.h>

#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"
#include "tests/support/files_in.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::vector<std::string> kGerman = {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"};

/// Demo faces, and a network for the nose tip that was trained on them for an epoch.
class PredictCommand : public testing::Test {
protected:
    void SetUp() override {
        model_ = trained_run(dir_, "nose-tip", "2").string();
        for (const auto& entry : fs::directory_iterator(dir_ / "faces"))
            if (entry.path().extension() == ".jpg")
                photo_ = entry.path();
    }

    ProgramResult predict(std::vector<std::string> arguments,
                          const std::vector<std::string>& environment = {}) {
        arguments.insert(arguments.begin(), "predict");
        arguments.insert(arguments.end(), {"--model", model_, "--device", "cpu"});
        return run_program(arguments, dir_.path(), environment);
    }

    void copy_photo(const std::string& name) const {
        fs::create_directories((dir_ / name).parent_path());
        if (fs::path(name).extension() == ".jpg")
            fs::copy_file(photo_, dir_ / name);
        else
            write_image(dir_ / name, decode_image(photo_));
    }

    TempDir dir_;
    std::string model_;
    fs::path photo_;
};

TEST_F(PredictCommand, GoesThroughFoldersAndPassesOverBrokenFiles) {
    copy_photo("fotos/a.jpg");
    copy_photo("fotos/a.png");
    copy_photo("fotos/Straße/für.jpg");
    write_image(dir_ / "fotos/one.png", cv::Mat(1, 1, CV_8UC3, cv::Scalar(9, 9, 9)));
    const std::string whole = read_file(photo_);
    write_file(dir_ / "fotos/broken.jpg", whole.substr(0, whole.size() / 2));
    write_file(dir_ / "fotos/readme.txt", "no photo");
    write_file(dir_ / "fotos/.hidden.jpg", "not looked at");
    fs::create_directory(dir_ / "fotos/empty");
    const ProgramResult done =
        predict({"fotos", "--detector", "none", "--out", "fotos/gefunden", "--draw", "--format",
                 "csv,jsonl", "--format", "pts", "--format", "project", "--json"},
                kGerman);
    EXPECT_EQ(done.status, 1) << "a file is broken";
    EXPECT_THAT(done.err, HasSubstr("broken.jpg"));
    EXPECT_THAT(done.err, HasSubstr("cut off"));
    EXPECT_THAT(done.err, HasSubstr("5 files: 4 faces, 1 failed"));
    const std::vector<Json> found = json_lines(done.out);
    ASSERT_EQ(found.size(), 5U);
    std::vector<std::string> names;
    for (const Json& photo : found)
        names.push_back(photo["file"]);
    EXPECT_THAT(names, testing::ElementsAre("fotos/Straße/für.jpg", "fotos/a.jpg", "fotos/a.png",
                                            "fotos/broken.jpg", "fotos/one.png"));
    EXPECT_TRUE(found[3].contains("problem"));
    EXPECT_EQ(found[0]["faces"].size(), 1U);
    EXPECT_EQ(found[0]["width"], 640);
    EXPECT_EQ(found[0]["model"], fs::path(model_).filename().string());

    EXPECT_THAT(
        files_in(dir_ / "fotos/gefunden"),
        UnorderedElementsAre("predictions.csv", "predictions.jsonl", "faces.rudolph", "a.pts",
                             "a-2.pts", "Straße/für.pts", "one.pts", "a-points.jpg",
                             "a-2-points.jpg", "Straße/für-points.jpg", "one-points.jpg"));
    const std::string table = read_file(dir_ / "fotos/gefunden/predictions.csv");
    const auto rows = lines(table);
    ASSERT_GE(rows.size(), 5U);
    EXPECT_THAT(std::string(rows[0]), testing::StartsWith("file,face,left,top,"));
    const auto fields = csv_fields(rows[1]);
    EXPECT_EQ(fields.size(), csv_fields(rows[0]).size());
    EXPECT_EQ(fields[0], "fotos/Straße/für.jpg");
    const double x = found[0]["faces"][0]["points"][0]["x"];
    EXPECT_EQ(parse_number(fields[12]), x);
    EXPECT_EQ(json_lines(read_file(dir_ / "fotos/gefunden/predictions.jsonl")).size(), 5U);

    const Dataset project = open_dataset(dir_ / "fotos/gefunden/faces.rudolph");
    ASSERT_EQ(project.samples.size(), 4U);
    EXPECT_TRUE(project.samples[0].is_proposal());
    EXPECT_NEAR(project.samples[0].points_in_image.points.at(0).x, x, 0.001);
    EXPECT_TRUE(fs::exists(project.samples[0].image));

    // Once more: what was drawn is no photo, and annotations are not written over.
    const ProgramResult again = predict(
        {"fotos/a.jpg", "--detector", "none", "--out", "fotos/gefunden", "--format", "pts"});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("--overwrite"));
    const ProgramResult over = predict({"fotos", "--detector", "none", "--out", "fotos/gefunden",
                                        "--format", "pts", "--overwrite"});
    EXPECT_THAT(over.err, HasSubstr("5 files"));
}

TEST_F(PredictCommand, FollowsLinkedFoldersOnceAndNotIntoWhatItWrites) {
    copy_photo("platte/a.jpg");
    copy_photo("fotos/b.jpg");
    fs::create_directory_symlink(dir_ / "platte", dir_ / "fotos/link");
    fs::create_directory_symlink(dir_ / "fotos", dir_ / "platte/zurück");
    for (int time = 0; time < 2; ++time) {
        const ProgramResult done = predict({"fotos", "--detector", "none", "--out", "fotos/aus",
                                            "--draw", "--format", "csv", "--overwrite"});
        EXPECT_EQ(done.status, 0) << done.err;
        EXPECT_THAT(done.err, HasSubstr("2 files: 2 faces"));
    }
}

TEST_F(PredictCommand, EndsWithAStatusOfItsOwnWhenAFaceIsMissing) {
    write_image(dir_ / "wall.png", cv::Mat(300, 400, CV_8UC3, cv::Scalar(90, 90, 90)));
    const ProgramResult done =
        predict({"wall.png", "--detector", "hog", "--quick", "--out", "out", "--draw"});
    EXPECT_EQ(done.status, 3) << done.err;
    EXPECT_THAT(done.out, HasSubstr("wall.png: no face"));
    EXPECT_THAT(done.err, HasSubstr("1 without a face"));
    EXPECT_EQ(count_lines(read_file(dir_ / "out/predictions.csv")), 1) << "the header only";
    EXPECT_EQ(decode_image(dir_ / "out/wall-points.jpg").size(), cv::Size(400, 300));
}

TEST_F(PredictCommand, PredictsEachFrameOfAVideo) {
    const cv::Mat picture = decode_image(photo_);
    {
        const auto engine = open_engine();
        const auto writer = engine->write_video(dir_ / "clip ü.avi", picture.size(), 10);
        for (int i = 0; i < 5; ++i)
            writer->write(picture);
        writer->finish();
    }
    write_file(dir_ / "broken.mp4", "no video");
    const ProgramResult done =
        predict({"clip ü.avi", "broken.mp4", "--detector", "none", "--out", "out", "--draw",
                 "--video", "avi", "--format", "csv", "--json"},
                kGerman);
    EXPECT_EQ(done.status, 1) << done.err;
    EXPECT_THAT(done.err, HasSubstr("broken.mp4"));
    EXPECT_THAT(done.err, testing::Not(HasSubstr("0 faces")));
    const std::vector<Json> frames = json_lines(done.out);
    ASSERT_EQ(frames.size(), 6U);
    EXPECT_EQ(frames[3]["frame"], 3);
    EXPECT_NEAR(frames[3]["seconds"].get<double>(), 0.3, 0.01);
    EXPECT_EQ(frames[3]["faces"].size(), 1U);
    EXPECT_EQ(frames[3]["faces"][0]["face"], frames[0]["faces"][0]["face"]);
    EXPECT_TRUE(frames[5].contains("problem"));
    EXPECT_THAT(files_in(dir_ / "out"),
                UnorderedElementsAre("predictions.csv", "clip ü-points.avi"));
    const std::string table = read_file(dir_ / "out/predictions.csv");
    EXPECT_THAT(table, testing::StartsWith("file,frame,seconds,face,"));
    EXPECT_EQ(count_lines(table), 6);
    const auto drawn = open_engine()->open_video(dir_ / "out/clip ü-points.avi");
    cv::Mat bgr;
    double seconds = 0;
    ASSERT_TRUE(drawn->read(bgr, seconds));
    EXPECT_EQ(bgr.size(), picture.size());
}

TEST_F(PredictCommand, WhereAPhotoWasTakenIsInNoOutput) {
    const std::string secret = "48.137154 N 11.576124 E";
    std::string bytes = read_file(photo_);
    const std::string block = std::string("Exif\0\0", 6) + secret;
    bytes.insert(2, std::string("\xff\xe1\0", 3) + static_cast<char>(block.size() + 2) + block);
    write_file(dir_ / "in/a.jpg", bytes);
    ASSERT_THAT(read_file(dir_ / "in/a.jpg"), HasSubstr(secret));
    const ProgramResult done =
        predict({"in", "--detector", "none", "--out", "out", "--draw", "--format",
                 "csv,jsonl,pts,dlib,coco,ljson,project,asf", "--json"});
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, Not(HasSubstr("48.137")));
    const auto names = files_in(dir_ / "out");
    EXPECT_THAT(names, SizeIs(9));
    for (const std::string& name : names) {
        EXPECT_THAT(read_file(dir_ / "out" / name), Not(HasSubstr("48.137"))) << name;
        EXPECT_THAT(read_file(dir_ / "out" / name), Not(HasSubstr("Exif"))) << name;
    }
    // YOLO wants its pictures beside the labels: these are links.
    const ProgramResult yolo =
        predict({"in", "--detector", "none", "--out", "yolo", "--format", "yolo"});
    EXPECT_EQ(yolo.status, 0) << yolo.err;
    for (const std::string& name : files_in(dir_ / "yolo")) {
        const bool is_picture = name.ends_with(".jpg");
        EXPECT_EQ(fs::is_symlink(dir_ / "yolo" / name), is_picture) << name;
    }
}

TEST_F(PredictCommand, CtrlCLeavesNothingHalfWritten) {
    for (int i = 0; i < 400; ++i)
        copy_photo("many/" + std::to_string(i) + ".jpg");
    Program predicting({"predict", "many", "--model", model_, "--detector", "none", "--out", "out",
                        "--format", "csv,jsonl,coco"},
                       dir_.path());
    ASSERT_TRUE(predicting.wait_for_output("1 face")) << predicting.wait().err;
    predicting.send(SIGINT);
    const ProgramResult result = predicting.wait();
    EXPECT_EQ(result.status, 130) << result.err;
    EXPECT_LT(count_lines(result.out), 400);
    EXPECT_THAT(files_in(dir_ / "out"), IsEmpty());
}

TEST_F(PredictCommand, NothingToDoAndNowhereToWriteFailTheJob) {
    fs::create_directory(dir_ / "empty");
    const ProgramResult empty = predict({"empty", "--out", "out"});
    EXPECT_EQ(empty.status, 1);
    EXPECT_THAT(empty.err, HasSubstr("no photos"));
    EXPECT_FALSE(fs::exists(dir_ / "out"));
    write_file(dir_ / "file", "");
    const ProgramResult nowhere =
        predict({photo_.string(), "--detector", "none", "--out", "file/out"});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_THAT(nowhere.err, HasSubstr("file/out"));
    const ProgramResult no_model = run_program(
        {"predict", photo_.string(), "--model", "nowhere", "--out", "out"}, dir_.path());
    EXPECT_EQ(no_model.status, 1);
    EXPECT_THAT(no_model.err, HasSubstr("nowhere"));
}

TEST_F(PredictCommand, DrawnPicturesNeverReplaceAPhoto) {
    copy_photo("a.jpg");
    write_image(dir_ / "a-points.jpg", cv::Mat(30, 40, CV_8UC3, cv::Scalar(9, 9, 9)));
    const std::string before = read_file(dir_ / "a-points.jpg");
    const ProgramResult done =
        predict({"a.jpg", "a-points.jpg", "--detector", "none", "--out", ".", "--draw"});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(read_file(dir_ / "a-points.jpg"), before);
    EXPECT_TRUE(fs::exists(dir_ / "a-2-points.jpg"));
    EXPECT_TRUE(fs::exists(dir_ / "a-points-points.jpg"));
}

}  // namespace
}  // namespace rudolph::test

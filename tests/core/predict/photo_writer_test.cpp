#include "core/predict/photo_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class PhotoWriters : public testing::Test {
protected:
    PhotoWriters() {
        for (const char* name : {"a/one.png", "b/one.png", "b/none.jpg"})
            write_image(dir_ / "photos" / name, cv::Mat(60, 80, CV_8UC3, cv::Scalar(60, 90, 120)));
        photos_ = {photo("a/one.png"), photo("b/one.png"), photo("b/none.jpg")};
        photos_[2].faces.clear();
        PhotoResult broken;
        broken.file = dir_ / "photos/broken.jpg";
        broken.problem = "was not looked at yet";
        photos_.push_back(broken);
        model_.scheme = numbered_points(3);
        files_.folder = dir_ / "results";
        files_.formats_in = "points";
    }

    PhotoResult photo(const char* name) const {
        PhotoFace face;
        face.found.box = {20, 10, 30, 30};
        face.points_in_image = Landmarks({{25, 15}, {40, 15}, {32, 30}});
        return {dir_ / "photos" / name, {80, 60}, {face}, {}, {}, {}};
    }
    SavedPhotos save(const CancelToken& cancel = {}) {
        return save_photos(photos_, model_, files_, cancel,
                           [this](const Progress& step) { steps_.push_back(step); });
    }

    test::TempDir dir_;
    std::vector<PhotoResult> photos_;
    PhotoModel model_{"face3", {}};
    PhotoFiles files_;
    std::vector<Progress> steps_;
};

TEST_F(PhotoWriters, WriteAllThatIsWanted) {
    files_.drawn_in = "drawn";
    files_.table = "faces.csv";
    files_.json = "faces.jsonl";
    files_.formats = {DatasetFormat::Coco};
    const SavedPhotos saved = save();
    EXPECT_THAT(saved.written, ElementsAre("drawn", "points", "faces.csv", "faces.jsonl"));
    EXPECT_EQ(saved.left_out, 1);
    EXPECT_THAT(saved.notes, testing::Contains(HasSubstr("1 picture without any annotation")));
    EXPECT_EQ(steps_.back(), (Progress{5, 5}));
    for (const char* name : {"one.png", "one-2.png", "none.jpg"})
        EXPECT_TRUE(fs::exists(files_.folder / "drawn" / name)) << name;
    EXPECT_GT(cv::norm(decode_image(files_.folder / "drawn/one.png"),
                       decode_image(dir_ / "photos/a/one.png")),
              0);
    EXPECT_EQ(lines(trimmed(read_file(files_.folder / "faces.csv"))).size(), 3U);
    EXPECT_EQ(lines(trimmed(read_file(files_.folder / "faces.jsonl"))).size(), 4U)
        << "with the one that was not looked at";
    EXPECT_EQ(open_dataset(files_.folder / "points").labelled().size(), 2U);
}

TEST_F(PhotoWriters, WriteOverNothingUnasked) {
    files_.table = "faces.csv";
    save();
    EXPECT_THROW(save(), Error);
    files_.overwrite_tables = true;
    EXPECT_NO_THROW(save());
    files_.formats = {DatasetFormat::Pts};
    save();
    EXPECT_THROW(PhotoWriter(files_, model_).require_free({"a/one"}), Error);
    EXPECT_NO_THROW(PhotoWriter(files_, model_).require_free({"a/two"}));
    EXPECT_THROW(save(), Error);
    files_.overwrite = true;
    EXPECT_NO_THROW(save());
}

TEST_F(PhotoWriters, NameFilesOfOnePhotographAsTheyAreToldTo) {
    files_.formats = {DatasetFormat::Pts};
    files_.formats_in = "";
    PhotoWriter writer(files_, model_);
    writer.add(photos_[0], "first");
    writer.add(photos_[1], "below/second");
    writer.finish();
    EXPECT_TRUE(fs::exists(files_.folder / "first.pts"));
    EXPECT_TRUE(fs::exists(files_.folder / "below/second.pts"));
}

TEST_F(PhotoWriters, SayWhereNoFaceWasFound) {
    photos_ = {photos_[2]};
    files_.formats = {DatasetFormat::Coco, DatasetFormat::Project};
    const SavedPhotos saved = save();
    EXPECT_THAT(saved.notes, testing::Contains(HasSubstr("no face was found")));
    EXPECT_FALSE(fs::exists(files_.folder / "points/keypoints.json"));
    EXPECT_TRUE(fs::exists(files_.folder / "points/faces.rudolph"));
}

TEST_F(PhotoWriters, LeaveNoTableBehindWhenTheyAreCancelled) {
    files_.table = "faces.csv";
    const CancelToken cancel;
    EXPECT_THROW(
        save_photos(photos_, model_, files_, cancel, [&](const Progress&) { cancel.cancel(); }),
        Cancelled);
    EXPECT_TRUE(fs::is_empty(files_.folder));
}

class VideoWithoutFrames : public VideoReader {
public:
    const VideoInfo& info() const override { return info_; }
    bool read(cv::Mat&, double&) override { return false; }
    void seek(double) override {}

private:
    VideoInfo info_{{80, 60}, 25, 10};
};

TEST_F(PhotoWriters, LeaveNoEmptyFolderBehindWhenAVideoIsCancelled) {
    files_.drawn_in = "drawn";
    photos_.clear();
    VideosToSave videos;
    videos.files = {dir_ / "a.mp4"};
    videos.open = [](const fs::path&) { return std::make_unique<VideoWithoutFrames>(); };
    videos.create = [this](const fs::path&, cv::Size, double) -> std::unique_ptr<VideoWriter> {
        EXPECT_TRUE(fs::exists(files_.folder / "drawn"));
        throw Cancelled();
    };
    EXPECT_THROW(save_photos(photos_, model_, files_, {}, {}, videos), Cancelled);
    EXPECT_TRUE(fs::is_empty(files_.folder));
    fs::create_directories(files_.folder / "drawn");
    EXPECT_THROW(save_photos(photos_, model_, files_, {}, {}, videos), Cancelled);
    EXPECT_TRUE(fs::exists(files_.folder / "drawn")) << "it was there before";
}

TEST_F(PhotoWriters, NameVideosThatCannotBeReadAndGoOn) {
    files_.json = "faces.jsonl";
    files_.with_frames = true;
    VideosToSave videos;
    videos.files = {dir_ / "a.mp4"};
    videos.open = [](const fs::path& file) -> std::unique_ptr<VideoReader> {
        throw Error("this is no video", {file});
    };
    const SavedPhotos saved = save_photos(
        photos_, model_, files_, {}, [this](const Progress& step) { steps_.push_back(step); },
        videos);
    ASSERT_EQ(saved.broken_videos.size(), 1U);
    EXPECT_THAT(saved.broken_videos[0], HasSubstr("a.mp4"));
    EXPECT_THAT(read_file(files_.folder / "faces.jsonl"), HasSubstr("this is no video"));
    EXPECT_EQ(steps_.back().done, steps_.back().total);
}

TEST_F(PhotoWriters, LookAtNoVideoWhoseDrawingIsThereAlready) {
    files_.drawn_in = "drawn";
    write_file(files_.folder / "drawn" / "a.mp4", "kept");
    VideosToSave videos;
    videos.files = {dir_ / "a.mov"};
    videos.open = [](const fs::path&) -> std::unique_ptr<VideoReader> {
        ADD_FAILURE() << "it was opened";
        return nullptr;
    };
    EXPECT_THROW(save_photos(photos_, model_, files_, {}, {}, videos), Error);
    EXPECT_EQ(read_file(files_.folder / "drawn" / "a.mp4"), "kept");
}

}  // namespace
}  // namespace rudolph

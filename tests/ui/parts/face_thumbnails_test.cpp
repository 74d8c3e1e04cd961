#include "ui/parts/face_thumbnails.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

using test::waitFor;

constexpr int kThumbnailSide = 48;

QStringList filesIn(const std::filesystem::path& folder) {
    QStringList files;
    for (QDirIterator file(toQString(folder), QDir::Files, QDirIterator::Subdirectories);
         file.hasNext();)
        files << file.next();
    return files;
}

struct FaceThumbnailsTest : testing::Test {
    FaceThumbnailsTest() {
        for (const char* name : {"a", "b", "c"})
            test::write_drawn_face(dir.path(), name);
    }

    /// Asks until it is there.
    FaceThumbnail wait(FaceThumbnails& thumbnails, const ThumbnailRequest& request) {
        FaceThumbnail got;
        EXPECT_TRUE(waitFor([&] {
            got = thumbnails.thumbnail(request);
            return !got.image.isNull();
        }));
        return got;
    }
    QString cache() const { return toQString(dir / "cache"); }

    test::TempDir dir;
};

TEST_F(FaceThumbnailsTest, ShowWholePicturesAndFaces) {
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, {});
    const FaceThumbnail whole = wait(thumbnails, {dir / "a.png", std::nullopt});
    EXPECT_EQ(whole.image.size(), QSize(48, 36));
    EXPECT_EQ(whole.crop_in_image, QRectF(0, 0, 160, 120));
    const FaceThumbnail face = wait(thumbnails, {dir / "a.png", Box{0, 40, 40, 40}});
    EXPECT_EQ(face.image.size(), QSize(kThumbnailSide, kThumbnailSide));
    EXPECT_EQ(face.crop_in_image, QRectF(-10, 31, 60, 60));
    EXPECT_EQ(face.image.pixelColor(2, 24), QColor(Qt::black)) << "outside the picture";
    EXPECT_EQ(face.image.pixelColor(30, 24), QColor(60, 50, 40)) << "the background";
}

TEST_F(FaceThumbnailsTest, BoxesFarOutsideShowTheWholePictureOrNothing) {
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, {});
    EXPECT_EQ(wait(thumbnails, {dir / "a.png", Box{0, 0, 1e30, 5}}).image.size(), QSize(48, 36));
    EXPECT_EQ(wait(thumbnails, {dir / "a.png", Box{9000, 9000, 50, 50}}).image.pixelColor(9, 9),
              QColor(Qt::black));
}

TEST_F(FaceThumbnailsTest, AreMadeOnceAndReadFromDiskNextTime) {
    const ThumbnailRequest request{dir / "a.png", Box{40, 30, 80, 60}};
    FaceThumbnail made;
    {
        FaceThumbnails thumbnails(kThumbnailSide, nullptr, cache());
        made = wait(thumbnails, request);
    }
    ASSERT_EQ(filesIn(dir / "cache").size(), 1);
    // What is on disk is shown, so that it can be told from what would be made.
    QImage other(kThumbnailSide, kThumbnailSide, QImage::Format_RGB32);
    other.fill(Qt::magenta);
    ThumbnailStore store(cache());
    store.write(store.nameOf(request, kThumbnailSide), {other, made.crop_in_image});
    FaceThumbnails again(kThumbnailSide, nullptr, cache());
    const FaceThumbnail read = wait(again, request);
    EXPECT_GT(read.image.pixelColor(20, 20).red(), 200);
    EXPECT_LT(read.image.pixelColor(20, 20).green(), 60);
    EXPECT_EQ(read.crop_in_image, made.crop_in_image);
}

TEST_F(FaceThumbnailsTest, AreMadeAnewForAPictureThatChanged) {
    ThumbnailStore store(cache());
    const ThumbnailRequest request{dir / "a.png", std::nullopt};
    const QString before = store.nameOf(request, kThumbnailSide);
    EXPECT_NE(before, store.nameOf(request, kThumbnailSide + 1));
    EXPECT_NE(before, store.nameOf({dir / "a.png", Box{1, 2, 3, 4}}, kThumbnailSide));
    std::filesystem::last_write_time(
        dir / "a.png", std::filesystem::last_write_time(dir / "a.png") + std::chrono::seconds(5));
    EXPECT_NE(before, store.nameOf(request, kThumbnailSide));
    EXPECT_TRUE(store.nameOf({dir / "gone.png", std::nullopt}, kThumbnailSide).isEmpty());
}

TEST_F(FaceThumbnailsTest, BrokenFilesOnDiskAreMadeAnew) {
    const ThumbnailRequest request{dir / "a.png", std::nullopt};
    {
        FaceThumbnails thumbnails(kThumbnailSide, nullptr, cache());
        wait(thumbnails, request);
    }
    const QStringList files = filesIn(dir / "cache");
    ASSERT_EQ(files.size(), 1);
    const auto whole = std::filesystem::file_size(toPath(files.front()));
    for (const char* broken : {"", "no picture"}) {
        std::ofstream(toPath(files.front())) << broken;
        FaceThumbnails thumbnails(kThumbnailSide, nullptr, cache());
        EXPECT_EQ(wait(thumbnails, request).image.size(), QSize(48, 36));
        ASSERT_TRUE(
            waitFor([&] { return std::filesystem::file_size(toPath(files.front())) == whole; }));
    }
}

TEST_F(FaceThumbnailsTest, WorkWithoutAFolderThatCanBeWritten) {
    std::ofstream(dir / "file") << "no folder";
    FaceThumbnails blocked(kThumbnailSide, nullptr, toQString(dir / "file"));
    EXPECT_FALSE(wait(blocked, {dir / "a.png", std::nullopt}).image.isNull());
    if (::geteuid() == 0)
        return;  // root writes everywhere
    std::filesystem::create_directory(dir / "locked");
    std::filesystem::permissions(dir / "locked", std::filesystem::perms::owner_read);
    FaceThumbnails locked(kThumbnailSide, nullptr, toQString(dir / "locked"));
    EXPECT_FALSE(wait(locked, {dir / "a.png", std::nullopt}).image.isNull());
}

TEST_F(FaceThumbnailsTest, TheOldestGoWhenTheFolderIsFull) {
    QImage image(kThumbnailSide, kThumbnailSide, QImage::Format_RGB32);
    image.fill(Qt::red);
    const FaceThumbnail thumbnail{image, QRectF(0, 0, 10, 10)};
    ThumbnailStore(cache()).write("aa/size.jpg", thumbnail);
    const auto bytes =
        static_cast<long long>(std::filesystem::file_size(dir / "cache" / "aa" / "size.jpg"));
    ThumbnailStore store(cache(), 10 * bytes);
    for (int i = 0; i < 30; ++i) {
        const std::string name = std::to_string(i);
        store.write(QString::fromStdString("bb/" + name + ".jpg"), thumbnail);
        std::filesystem::last_write_time(
            dir / "cache" / "bb" / (name + ".jpg"),
            std::filesystem::file_time_type::clock::now() - std::chrono::seconds(100 - i));
    }
    const QStringList left = filesIn(dir / "cache");
    EXPECT_LE(left.size(), 11);
    EXPECT_GE(left.size(), 8);
    EXPECT_TRUE(left.contains(cache() + "/bb/29.jpg"));
    EXPECT_FALSE(left.contains(cache() + "/bb/5.jpg"));
    EXPECT_TRUE(store.read("bb/29.jpg").has_value());
}

TEST_F(FaceThumbnailsTest, GiveNothingForABrokenPictureAndAskOnlyOnce) {
    std::ofstream(dir / "broken.jpg") << "no picture";
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, cache());
    QSignalSpy loaded(&thumbnails, &FaceThumbnails::loaded);
    EXPECT_TRUE(thumbnails.thumbnail({dir / "broken.jpg", std::nullopt}).image.isNull());
    ASSERT_TRUE(waitFor([&] { return !loaded.isEmpty(); }));
    EXPECT_TRUE(thumbnails.isBroken(dir / "broken.jpg"));
    EXPECT_TRUE(thumbnails.thumbnail({dir / "broken.jpg", std::nullopt}).image.isNull());
    wait(thumbnails, {dir / "a.png", std::nullopt});
    EXPECT_EQ(loaded.size(), 2);
}

TEST_F(FaceThumbnailsTest, WhatLeftTheNeighbourhoodIsDropped) {
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, {});
    QSignalSpy loaded(&thumbnails, &FaceThumbnails::loaded);
    std::vector<ThumbnailRequest> far;
    for (int i = 0; i < 60; ++i) {
        const std::string name = "far" + std::to_string(i);
        test::write_drawn_face(dir.path(), name);
        far.push_back({dir / (name + ".png"), std::nullopt});
    }
    thumbnails.want(far);
    thumbnails.want({{dir / "a.png", std::nullopt}, {dir / "b.png", std::nullopt}});
    ASSERT_TRUE(waitFor([&] {
        return !thumbnails.thumbnail({dir / "b.png", std::nullopt}).image.isNull() &&
               !thumbnails.thumbnail({dir / "a.png", std::nullopt}).image.isNull();
    }));
    // Only those that were being made when they were dropped.
    EXPECT_LE(loaded.size(), 4);
}

TEST_F(FaceThumbnailsTest, APictureIsDecodedOnceForAllOfItsFaces) {
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, {});
    QSignalSpy loaded(&thumbnails, &FaceThumbnails::loaded);
    std::vector<ThumbnailRequest> faces = {{dir / "b.png", std::nullopt},
                                           {dir / "c.png", std::nullopt}};
    for (int i = 0; i < 20; ++i)
        faces.push_back({dir / "a.png", Box{5.0 * i, 20, 30, 30}});
    thumbnails.want(faces);
    ASSERT_TRUE(waitFor([&] { return loaded.size() >= 3; }));
    for (const ThumbnailRequest& face : faces)
        EXPECT_FALSE(thumbnails.thumbnail(face).image.isNull());
    EXPECT_EQ(loaded.size(), 3);
}

TEST_F(FaceThumbnailsTest, MayGoWhileTheyAreMade) {
    FaceThumbnails thumbnails(kThumbnailSide, nullptr, cache());
    for (const char* name : {"a.png", "b.png", "c.png"})
        thumbnails.thumbnail({dir / name, std::nullopt});
}

TEST(ThumbnailOf, IsAboutTheBoxElseThePointsElseThePicture) {
    Sample face;
    face.image = "/a.png";
    EXPECT_FALSE(thumbnailOf(face).focus.has_value());
    face.points_in_image = Landmarks({{100, 100}, {140, 160}, {0, 0}});
    face.points_in_image.visibility[2] = Visibility::NotLabelled;
    ASSERT_TRUE(thumbnailOf(face).focus.has_value());
    EXPECT_NEAR(thumbnailOf(face).focus->centre().x, 120, 5);
    EXPECT_NEAR(thumbnailOf(face).focus->width, 60, 8);
    face.points_in_image.visibility[1] = Visibility::NotLabelled;
    EXPECT_FALSE(thumbnailOf(face).focus.has_value()) << "only a beginning";
    face.box = Box{300, 300, 100, 100};
    EXPECT_NEAR(thumbnailOf(face).focus->centre().y, 350, 8);
    face.box = Box{0, 0, 1e300, 1};
    EXPECT_FALSE(thumbnailOf(face).focus.has_value());
}

TEST(ThumbnailOf, RarelyChangesWithSmallEdits) {
    Sample face;
    face.points_in_image = Landmarks({{101, 100}, {141, 160}});
    int changes = 0;
    for (int step = 0; step < 20; ++step) {
        const auto before = thumbnailOf(face).focus;
        face.points_in_image.points[0].x += 0.5;
        changes += thumbnailOf(face).focus != before ? 1 : 0;
    }
    EXPECT_LE(changes, 2);
}

}  // namespace
}  // namespace rudolph

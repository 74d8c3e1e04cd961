#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QUndoStack>

#include "ui/base/number_text.h"
#include "ui/photos/photo_edits.h"
#include "ui/photos/photo_order.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

using testing::ElementsAre;

std::vector<std::filesystem::path> files(int count) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < count; ++i)
        files.push_back("/photos/" + std::to_string(1000 + i) + ".jpg");
    return files;
}

PhotoFace photoFace(double confidence) {
    PhotoFace face;
    face.found.box = {10, 20, 30, 40};
    face.found.score = 1;  // a box without a score equals no other
    face.points_in_image = Landmarks({{1, 2}});
    face.confidence = FaceConfidence{confidence, {confidence}};
    return face;
}

void finish(PhotoListModel& photos, int id, std::vector<PhotoFace> faces) {
    photos.change(id, [&faces](PhotoEntry& entry) {
        entry.state = PhotoState::Done;
        entry.reading.faces = std::move(faces);
    });
}

struct PhotoModels : testing::Test {
    std::vector<int> shown() const {
        std::vector<int> ids;
        for (int row = 0; row < order.rowCount(); ++row)
            ids.push_back(order.idAt(row));
        return ids;
    }

    PhotoListModel photos;
    QAbstractItemModelTester photos_tester{&photos,
                                           QAbstractItemModelTester::FailureReportingMode::Fatal};
    PhotoOrder order{&photos};
    QAbstractItemModelTester order_tester{&order,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PhotoModels, AddEachFileOnce) {
    EXPECT_THAT(photos.add(files(3)), ElementsAre(1, 2, 3));
    EXPECT_THAT(photos.add(files(5)), ElementsAre(4, 5));
    EXPECT_EQ(photos.rowCount(), 5);
    EXPECT_EQ(photos.idOf("/photos/1003.jpg"), 4);
    EXPECT_EQ(photos.idOf("/photos/none.jpg"), -1);
    EXPECT_EQ(photos.rowOf(5), 4);
    EXPECT_EQ(photos.index(0).data().toString(), "1000.jpg");
}

TEST_F(PhotoModels, KnowVideos) {
    photos.add({"/photos/holiday.mp4", "/photos/a.jpg"});
    EXPECT_TRUE(photos.entry(0).isVideo());
    EXPECT_FALSE(photos.entry(1).isVideo());
    EXPECT_EQ(photos.counts().videos, 1);
    EXPECT_EQ(photos.counts().waiting, 1);
}

TEST_F(PhotoModels, TakeThousandsAtOnce) {
    QSignalSpy inserted(&photos, &QAbstractItemModel::rowsInserted);
    photos.add(files(20000));
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(order.rowCount(), 20000);
    EXPECT_EQ(photos.rowOf(20000), 19999);
    std::vector<int> every_second;
    for (int id = 2; id <= 20000; id += 2)
        every_second.push_back(id);
    QSignalSpy removed(&photos, &QAbstractItemModel::modelReset);
    const auto taken = photos.take(every_second);
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(photos.rowCount(), 10000);
    photos.restore(taken);
    EXPECT_EQ(photos.rowCount(), 20000);
    EXPECT_EQ(photos.entry(777).id, 778);
}

TEST_F(PhotoModels, GiveBackWhatWasTakenWhereItWas) {
    photos.add(files(5));
    const auto taken = photos.take({2, 5});
    EXPECT_THAT(shown(), ElementsAre(1, 3, 4));
    EXPECT_EQ(photos.find(2), nullptr);
    photos.restore(taken);
    EXPECT_THAT(shown(), ElementsAre(1, 2, 3, 4, 5));
    const auto one = photos.take({3});
    EXPECT_THAT(shown(), ElementsAre(1, 2, 4, 5));
    photos.restore(one);
    EXPECT_THAT(shown(), ElementsAre(1, 2, 3, 4, 5));
    EXPECT_EQ(photos.rowOf(3), 2);
}

TEST_F(PhotoModels, GiveBackNothingThatWasAddedAgainMeanwhile) {
    photos.add(files(2));
    const auto taken = photos.take({1, 2});
    photos.add(files(1));
    photos.restore(taken);
    EXPECT_EQ(photos.rowCount(), 2);
    EXPECT_EQ(photos.idOf("/photos/1000.jpg"), 3);
}

TEST_F(PhotoModels, FilterByWhatWasFound) {
    photos.add(files(4));
    finish(photos, 1, {photoFace(0.9)});
    finish(photos, 2, {});
    finish(photos, 3, {photoFace(0.9), photoFace(0.3)});
    photos.change(4, [](PhotoEntry& entry) { entry.state = PhotoState::Broken; });
    order.setWhich(PhotoOrder::Which::WithoutFace);
    EXPECT_THAT(shown(), ElementsAre(2));
    order.setWhich(PhotoOrder::Which::Doubtful);
    EXPECT_THAT(shown(), ElementsAre(3));
    order.setWhich(PhotoOrder::Which::Broken);
    EXPECT_THAT(shown(), ElementsAre(4));
    order.setWhich(PhotoOrder::Which::All);
    EXPECT_THAT(shown(), ElementsAre(1, 2, 3, 4));
}

TEST_F(PhotoModels, KeepInViewWhatStopsMatchingUntilTheFilterIsSetAgain) {
    photos.add(files(3));
    finish(photos, 1, {});
    order.setWhich(PhotoOrder::Which::WithoutFace);
    finish(photos, 2, {});
    EXPECT_THAT(shown(), ElementsAre(1, 2)) << "what comes to match is added";
    finish(photos, 1, {photoFace(0.9)});
    EXPECT_THAT(shown(), ElementsAre(1, 2));
    order.setWhich(PhotoOrder::Which::WithoutFace);
    EXPECT_THAT(shown(), ElementsAre(2));
}

TEST_F(PhotoModels, SortByNameAndByConfidence) {
    photos.add({"/x/c.jpg", "/y/a.jpg", "/x/b.jpg"});
    finish(photos, 1, {photoFace(0.9)});
    finish(photos, 3, {photoFace(0.8), photoFace(0.2)});
    order.setBy(PhotoOrder::By::Name);
    EXPECT_THAT(shown(), ElementsAre(2, 3, 1));
    order.setBy(PhotoOrder::By::Confidence);
    EXPECT_THAT(shown(), ElementsAre(3, 1, 2));
    finish(photos, 3, {photoFace(0.95)});
    EXPECT_THAT(shown(), ElementsAre(3, 1, 2)) << "an edit moves nothing";
    order.setBy(PhotoOrder::By::Added);
    EXPECT_THAT(shown(), ElementsAre(1, 2, 3));
}

TEST_F(PhotoModels, SayWhatTheyHold) {
    photos.add({"/x/c.jpg", "/y/a.jpg", "/x/b.jpg", "/x/v.mp4", "/x/w.jpg"});
    finish(photos, 1, {photoFace(0.9), photoFace(0.3)});
    finish(photos, 2, {});
    photos.change(3, [](PhotoEntry& entry) {
        entry.state = PhotoState::Broken;
        entry.problem = "It is cut off <here>.";
    });
    EXPECT_EQ(countsText(photos.counts()),
              "4 photographs · 1 video · 2 faces · 1 doubtful · 1 without a face · 1 broken · "
              "1 waiting");
    EXPECT_EQ(photoSummary(*photos.find(1)), "2 faces, 1 doubtful");
    EXPECT_EQ(photoSummary(*photos.find(2)), "no face found");
    EXPECT_EQ(photoSummary(*photos.find(4)), "video");
    EXPECT_EQ(photoSummary(*photos.find(5)), "waiting");
    EXPECT_TRUE(photoTip(*photos.find(3)).contains("It is cut off <here>."));
}

TEST(PhotoWords, TellConfidencesAndHeads) {
    EXPECT_EQ(confidenceText(0.934), "93 %");
    EXPECT_EQ(confidenceText(1), "99 %");
    EXPECT_EQ(confidenceText(0), "1 %");
    EXPECT_EQ(faceLabel(2, photoFace(0.93)), "Face 2 · 93 %");
    EXPECT_EQ(faceLabel(1, photoFace(0.41)), "Face 1 · 41 %, doubtful");
    EXPECT_EQ(faceLabel(1, PhotoFace()), "Face 1");
    EXPECT_EQ(poseText({0, 3, -4}), "straight into the camera");
    EXPECT_EQ(poseText({23.4, 0, 0}), "turned 23° to the right");
    EXPECT_EQ(poseText({-30, -12, 15}),
              "turned 30° to the left, 12° down, tilted 15° to the right");
}

TEST_F(PhotoModels, UndoBringsBoxesBack) {
    photos.add(files(2));
    finish(photos, 1, {photoFace(0.9)});
    QUndoStack undo;
    std::vector<int> told;
    const auto push = [&](std::vector<PhotoFace> after, const QString& merge) {
        PhotoReading reading = photos.find(1)->reading;
        PhotoReading before = reading;
        reading.faces = std::move(after);
        undo.push(new EditPhotoFaces(&photos, {1, before, reading, merge}, "Edit",
                                     [&told](int photo) { told.push_back(photo); }));
    };
    push({photoFace(0.9), photoFace(0.5)}, {});
    EXPECT_TRUE(photos.find(1)->by_person);
    EXPECT_EQ(photos.find(1)->revision, 1);
    push({photoFace(0.1)}, "0");
    push({photoFace(0.2)}, "0");
    EXPECT_EQ(undo.count(), 2) << "steps of one key become one";
    undo.undo();
    EXPECT_EQ(photos.find(1)->reading.faces.size(), 2U);
    undo.undo();
    EXPECT_EQ(photos.find(1)->reading.faces, std::vector{photoFace(0.9)});
    EXPECT_FALSE(photos.find(1)->by_person);
    undo.redo();
    undo.redo();
    EXPECT_EQ(photos.find(1)->reading.faces, std::vector{photoFace(0.2)});
    EXPECT_THAT(told, ElementsAre(1, 1, 1, 1, 1, 1, 1));
}

}  // namespace
}  // namespace rudolph

#include "ui/documents/annotation_document.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {
namespace {

Sample faceIn(const std::string& picture, double x) {
    Sample face;
    face.id = picture;
    face.image = "/pictures/" + picture + ".png";
    face.points_in_image = Landmarks({{x, 1}, {x + 1, 2}});
    return face;
}

std::shared_ptr<const Dataset> threePictures() {
    auto dataset = std::make_shared<Dataset>();
    dataset->scheme = numbered_points(2);
    dataset->samples = {faceIn("a", 1), faceIn("b", 2), faceIn("c", 3)};
    return dataset;
}

Sample shifted(Sample face, double by) {
    face.points_in_image.points.front().x += by;
    return face;
}

TEST(AnnotationDocument, UndoesAndRedoesAnEditByName) {
    AnnotationDocument document(threePictures());
    QSignalSpy changed(&document, &AnnotationDocument::faceChanged);
    const Sample before = document.face(1);
    document.setFace(1, shifted(before, 5), "Move nose tip");
    EXPECT_EQ(document.face(1).points_in_image.points.front().x, 7);
    EXPECT_EQ(document.undoStack()->undoText(), "Move nose tip");
    EXPECT_TRUE(document.isModified());
    document.undoStack()->undo();
    EXPECT_EQ(document.face(1), before);
    EXPECT_FALSE(document.isModified());
    document.undoStack()->redo();
    EXPECT_EQ(document.face(1), shifted(before, 5));
    EXPECT_EQ(changed.count(), 3);
    EXPECT_EQ(changed.back().front().toInt(), 1);
}

TEST(AnnotationDocument, AChangeThatChangesNothingIsNoStep) {
    AnnotationDocument document(threePictures());
    document.setFace(0, document.face(0), "Nothing");
    EXPECT_EQ(document.undoStack()->count(), 0);
    document.setFace(0, shifted(document.face(0), 1), "Nudge", "nudge 0");
    document.setFace(0, shifted(document.face(0), -1), "Nudge", "nudge 0");
    EXPECT_EQ(document.undoStack()->count(), 0) << "there and back again";
}

TEST(AnnotationDocument, StepsOfOneKeyBecomeOne) {
    AnnotationDocument document(threePictures());
    for (int i = 0; i < 5; ++i)
        document.setFace(0, shifted(document.face(0), 0.5), "Nudge", "nudge 0");
    document.setFace(0, shifted(document.face(0), 0.5), "Nudge", "nudge 1");
    EXPECT_EQ(document.undoStack()->count(), 2);
    document.undoStack()->undo();
    document.undoStack()->undo();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST(AnnotationDocument, SnapshotsDoNotChange) {
    AnnotationDocument document(threePictures());
    const auto before = document.snapshot();
    document.setFace(2, shifted(document.face(2), 1), "Move");
    EXPECT_EQ(*before, *threePictures());
    EXPECT_NE(*document.snapshot(), *before);
}

TEST(AnnotationDocument, APictureGetsASecondFaceAndLosesIt) {
    AnnotationDocument document(threePictures());
    QSignalSpy reset(&document, &AnnotationDocument::facesReset);
    Sample second;
    second.box = Box{1, 2, 3, 4};
    EXPECT_EQ(document.addFace(1, second, "Add face"), 2);
    ASSERT_EQ(document.faceCount(), 4);
    EXPECT_EQ(document.face(2).id, "b#2");
    EXPECT_EQ(document.face(2).image, document.face(1).image);
    document.removeFace(1, "Remove face");
    EXPECT_EQ(document.face(1).id, "b#2");
    document.removeFace(1, "Remove face");
    EXPECT_EQ(document.faceCount(), 3);
    EXPECT_TRUE(document.face(1).points_in_image.empty());
    EXPECT_FALSE(document.face(1).box);
    EXPECT_EQ(document.addFace(1, second, "Add face"), 1) << "into the picture without a face";
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    EXPECT_EQ(document.dataset(), *threePictures());
    EXPECT_GE(reset.count(), 4);
}

TEST(AnnotationDocument, AnotherSchemeKeepsPointsByNameAndIsUndone) {
    AnnotationDocument document(threePictures());
    LandmarkScheme scheme = document.scheme();
    scheme.name = "mine";
    std::swap(scheme.point_names[0], scheme.point_names[1]);
    scheme.point_names.push_back("new");
    document.setScheme(scheme);
    const Landmarks& points = document.face(0).points_in_image;
    ASSERT_EQ(points.size(), 3);
    EXPECT_EQ(points.points[1], Point(1, 1));
    EXPECT_EQ(points.visibility[2], Visibility::NotLabelled);
    document.undoStack()->undo();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST(AnnotationDocument, ASchemeOfThePublishedOnesMapsPointsOrOnlyNamesThemAnew) {
    auto dataset = std::make_shared<Dataset>();
    dataset->scheme = builtin_scheme("fgnet-68");
    Sample face;
    face.id = "a";
    face.image = "/pictures/a.png";
    for (int i = 0; i < 68; ++i)
        face.points_in_image.points.emplace_back(i, 2 * i);
    face.points_in_image.visibility.assign(68, Visibility::Visible);
    dataset->samples.push_back(face);
    AnnotationDocument document(dataset);
    // As many points: they were taken for the wrong ones.
    document.setScheme(builtin_scheme("ibug-68"));
    EXPECT_EQ(document.face(0).points_in_image, face.points_in_image);
    document.setScheme(builtin_scheme("celeba-5"));
    const Landmarks& five = document.face(0).points_in_image;
    ASSERT_EQ(five.size(), 5);
    EXPECT_EQ(five.points[2], Point(30, 60));
    EXPECT_EQ(five.points[0], Point(38.5, 77)) << "the middle of six points";
    document.undoStack()->undo();
    EXPECT_EQ(document.face(0).points_in_image, face.points_in_image);
}

TEST(AnnotationDocument, APreviewIsShownButIsNoStep) {
    AnnotationDocument document(threePictures());
    document.preview(0, shifted(document.face(0), 9));
    EXPECT_EQ(document.shownFace(0).points_in_image.points.front().x, 10);
    EXPECT_EQ(document.face(0).points_in_image.points.front().x, 1);
    document.endPreview();
    EXPECT_EQ(document.shownFace(0), document.face(0));
    EXPECT_EQ(document.undoStack()->count(), 0);
}

TEST(AnnotationDocument, EditsDuringASaveStayUnsaved) {
    AnnotationDocument document(threePictures());
    document.setFace(0, shifted(document.face(0), 1), "Move");
    const auto first = document.beginSave();
    EXPECT_EQ(first.changed, std::vector<std::filesystem::path>{"/pictures/a.png"});
    document.setFace(1, shifted(document.face(1), 1), "Move");
    document.saved(first);
    EXPECT_TRUE(document.isModified());
    const auto second = document.beginSave();
    EXPECT_EQ(second.changed, std::vector<std::filesystem::path>{"/pictures/b.png"});
    document.saveFailed(second);
    EXPECT_TRUE(document.isModified());
    const auto third = document.beginSave();
    EXPECT_EQ(third.changed, second.changed);
    document.saved(third);
    EXPECT_FALSE(document.isModified());
}

TEST(AnnotationDocument, EditsThatWereAllUndoneLeaveNothingToSave) {
    AnnotationDocument document(threePictures());
    document.setFace(0, shifted(document.face(0), 1), "Move");
    document.undoStack()->undo();
    document.setFace(1, shifted(document.face(1), 1), "Move");
    const auto point = document.beginSave();
    EXPECT_EQ(point.changed, std::vector<std::filesystem::path>{"/pictures/b.png"});
    // Undone while it is being saved: the files will have it all the same.
    document.undoStack()->undo();
    document.saved(point);
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(document.beginSave().changed, std::vector<std::filesystem::path>{"/pictures/b.png"});
}

}  // namespace
}  // namespace rudolph

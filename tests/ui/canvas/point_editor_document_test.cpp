#include <QLineEdit>
#include <QVBoxLayout>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "tests/ui/support/canvas_fixture.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(PointEditorTest, AClickOnAnotherFaceOfThePictureAsksForIt) {
    editor.setFace(1);
    QSignalSpy chosen(&editor, &PointEditor::faceChosen);
    const Sample& other = document.face(2);
    click(at(other.points_in_image.points[0]));
    click(at(other.box->left, other.box->top + 60));
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[0][0].toInt(), 2);
    EXPECT_EQ(chosen[1][0].toInt(), 2);
    EXPECT_EQ(steps(), 0);
}

TEST_F(PointEditorTest, FollowsItsFaceWhenOthersComeAndGo) {
    editor.setFace(2);
    editor.setSelection({1, 2});
    document.removeFace(1, "Remove face");
    EXPECT_EQ(editor.face(), 1);
    EXPECT_EQ(face().id, "b#2");
    EXPECT_THAT(editor.selection(), ElementsAre(1, 2));
    document.undoStack()->undo();
    EXPECT_EQ(editor.face(), 2);
    QSignalSpy chosen(&editor, &PointEditor::faceChosen);
    document.removeFace(2, "Remove face");
    EXPECT_EQ(editor.face(), 1) << "the other one of the picture";
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(PointEditorTest, AnUndoInTheMiddleOfADragEndsIt) {
    drag(at(pointOf(0)), at(250, 180));
    const QPoint from = at(pointOf(0));
    press(from);
    moveTo(from + QPoint(30, 30));
    document.undoStack()->undo();
    EXPECT_FALSE(editor.isDragging());
    moveTo(from + QPoint(40, 40));
    release(from + QPoint(40, 40));
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(PointEditorTest, AnotherSchemeStartsTheGuideAnew) {
    editor.setSelection({4});
    LandmarkScheme scheme = document.scheme();
    scheme.point_names.push_back("chin");
    document.setScheme(scheme);
    EXPECT_THAT(editor.selection(), IsEmpty());
    EXPECT_EQ(editor.nextPoint(), 5);
    click(at(240, 290));
    EXPECT_EQ(lastStep(), "Place chin");
    undoAll();
    EXPECT_EQ(editor.nextPoint(), std::nullopt);
}

TEST_F(PointEditorTest, WithoutDocumentOrFaceNothingHappens) {
    editor.setFace(-1);
    click(at(300, 300));
    drag(at(100, 100), at(200, 200));
    key(Qt::Key_Right);
    editor.nudge(1, 1);
    editor.selectAll();
    editor.deleteSelection();
    editor.turnSelection(5);
    editor.mirrorSelectionOrFace();
    EXPECT_EQ(editor.hint(), "");
    editor.setDocument(nullptr);
    editor.setFace(0);
    click(at(300, 300));
    grabbed();
    EXPECT_EQ(editor.face(), -1);
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(PointEditorTest, AnEditElsewhereDuringADragDoesNotEndIt) {
    editor.setFace(3);
    press(at(300, 200));
    Sample other = document.face(0);
    other.note = "from a worker";
    document.setFace(0, other, "Note");
    EXPECT_FALSE(document.isPreviewing());
    grabbed();  // with nothing to show of the drag just now
    moveTo(at(320, 200));
    EXPECT_TRUE(document.isPreviewing());
    release(at(320, 200));
    EXPECT_LT(distance(pointOf(0), placeAt(at(320, 200))), 1e-9);
    EXPECT_EQ(steps(), 2);
}

TEST_F(PointEditorTest, ADragEndsWithTheToolTheModeOrTheFace) {
    const QPoint from = at(pointOf(0));
    const auto begin = [&] {
        press(from);
        moveTo(from + QPoint(30, 30));
        EXPECT_TRUE(document.isPreviewing());
    };
    const auto expect_nothing_done = [&] {
        EXPECT_FALSE(document.isPreviewing());
        EXPECT_FALSE(editor.isDragging());
        release(from + QPoint(30, 30));
        EXPECT_EQ(document.undoStack()->count(), 0);
    };
    begin();
    view.setTool(nullptr);
    expect_nothing_done();
    view.setTool(&editor);
    begin();
    editor.setMode(PointEditor::Mode::Boxes);
    expect_nothing_done();
    editor.setMode(PointEditor::Mode::Points);
    begin();
    editor.setFace(1);
    expect_nothing_done();
}

TEST_F(PointEditorTest, ADragEndsWithItsOwnButtonWhileThePictureIsPanned) {
    const QPoint from = at(pointOf(0));
    press(from);
    moveTo(from + QPoint(20, 0));
    QTest::mousePress(view.viewport(), Qt::MiddleButton, {}, from + QPoint(20, 0));
    release(from + QPoint(20, 0));
    EXPECT_FALSE(editor.isDragging());
    EXPECT_EQ(steps(), 1);
    EXPECT_TRUE(view.isPanning());
    QTest::mouseRelease(view.viewport(), Qt::MiddleButton, {}, from);
    EXPECT_FALSE(view.isPanning());
}

TEST_F(PointEditorTest, TabStaysInThePictureWhileThereArePoints) {
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit field;
    layout.addWidget(&view);
    layout.addWidget(&field);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    view.setFocus();
    key(Qt::Key_Tab);
    EXPECT_TRUE(view.hasFocus());
    EXPECT_THAT(editor.selection(), ElementsAre(0));
    editor.setFace(3);
    key(Qt::Key_Tab);
    EXPECT_TRUE(field.hasFocus()) << "a face without points has nothing for Tab to go to";
    view.setParent(nullptr);
}

TEST_F(PointEditorTest, TheViewsOwnTruthIsNotDrawnBesideTheEditedFace) {
    const QImage edited = grabbed();
    const Landmarks old({{500, 400}, {520, 400}, {500, 420}, {520, 420}, {510, 430}});
    view.setTruth(PointLayer{old, document.scheme()});
    view.setBox(Box{480, 380, 60, 60});
    EXPECT_EQ(grabbed(), edited);
    editor.setFace(-1);
    EXPECT_NE(grabbed(), edited);
    EXPECT_EQ(colourAt(at(500, 400)), colourOf(PointRole::Truth));
}

TEST_F(PointEditorTest, SettingTheSameFaceAgainKeepsTheSelection) {
    editor.setSelection({1, 2});
    editor.setFace(0);
    EXPECT_THAT(editor.selection(), ElementsAre(1, 2));
    editor.setFace(1);
    EXPECT_THAT(editor.selection(), IsEmpty());
}

TEST_F(PointEditorTest, SixtyEightClicksMarkAFaceWithAClosedMouth) {
    document.setScheme(builtin_scheme("ibug-68"));
    editor.setFace(3);
    Landmarks truth = fitted_to_box(reference_shape(document.scheme()), {220, 130, 200, 220});
    for (const auto& [upper, lower] : {std::pair<size_t, size_t>{61, 67}, {62, 66}, {63, 65}})
        truth.points[lower] = truth.points[upper];
    const int before = steps();
    for (const Point& point : truth.points)
        click(at(point));
    EXPECT_EQ(steps(), before + 68);
    EXPECT_EQ(editor.nextPoint(), std::nullopt);
    for (int i = 0; i < 68; ++i)
        EXPECT_LT(distance(pointOf(i), truth.points[static_cast<size_t>(i)]), 0.8) << i;
}

}  // namespace
}  // namespace rudolph::test

#include "tests/ui/support/canvas_fixture.h"

namespace rudolph::test {
namespace {

using testing::IsEmpty;

class BoxEditingTest : public PointEditorTest {
protected:
    BoxEditingTest() { editor.setMode(PointEditor::Mode::Boxes); }

    Box box() const { return face().box.value_or(Box()); }
    QPoint corner(double right, double down) const {
        return at(box().left + right * box().width, box().top + down * box().height);
    }
};

TEST_F(BoxEditingTest, DrawsTheBoxOfAFaceWithoutOne) {
    editor.setFace(3);
    // From the lower right to the upper left: a box all the same.
    drag(at(400, 350), at(200, 100));
    EXPECT_EQ(document.faceCount(), 4);
    EXPECT_EQ(editor.face(), 3);
    EXPECT_EQ(lastStep(), "Draw box");
    const Point low = placeAt(at(200, 100));
    const Point high = placeAt(at(400, 350));
    EXPECT_NEAR(box().left, low.x, 1e-6);
    EXPECT_NEAR(box().top, low.y, 1e-6);
    EXPECT_NEAR(box().right(), high.x, 1e-6);
    EXPECT_NEAR(box().bottom(), high.y, 1e-6);
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(BoxEditingTest, ASecondBoxIsASecondFaceAndItsPointsComeNext) {
    QSignalSpy added(&editor, &PointEditor::faceAdded);
    drag(at(420, 100), at(600, 300));
    ASSERT_EQ(document.faceCount(), 5);
    ASSERT_EQ(added.count(), 1);
    EXPECT_EQ(added[0][0].toInt(), 1);
    EXPECT_EQ(editor.face(), 1);
    EXPECT_EQ(face().id, "a#2");
    EXPECT_EQ(steps(), 1);
    EXPECT_EQ(document.face(0), threePictures()->samples[0]);

    editor.setMode(PointEditor::Mode::Points);
    EXPECT_EQ(editor.nextPoint(), 0);
    click(at(470, 170));
    EXPECT_TRUE(face().points_in_image.is_labelled(0));
    EXPECT_EQ(document.face(0), threePictures()->samples[0]);

    QSignalSpy chosen(&editor, &PointEditor::faceChosen);
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
    EXPECT_EQ(editor.face(), 0) << "the drawn face is gone, the other one is edited";
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(BoxEditingTest, MovesTheBoxAloneAndWithItsPoints) {
    const Sample before = face();
    const QPoint inside = corner(0.5, 0.4);
    drag(inside, inside + QPoint(30, 20));
    const Point by = placeAt(inside + QPoint(30, 20)) - placeAt(inside);
    EXPECT_NEAR(box().left, before.box->left + by.x, 1e-9);
    EXPECT_NEAR(box().top, before.box->top + by.y, 1e-9);
    EXPECT_EQ(face().points_in_image, before.points_in_image);
    EXPECT_EQ(lastStep(), "Move box");
    document.undoStack()->undo();

    drag(inside, inside + QPoint(30, 20), Qt::ControlModifier);
    EXPECT_NEAR(box().left, before.box->left + by.x, 1e-9);
    EXPECT_LT(distance(pointOf(2), before.points_in_image.points[2] + by), 1e-9);
    EXPECT_EQ(lastStep(), "Move face");
    EXPECT_EQ(document.undoStack()->count(), 1);
}

TEST_F(BoxEditingTest, ResizesByItsHandles) {
    const Box before = box();
    const QPoint from = corner(1, 1);
    drag(from, from + QPoint(22, -15));
    const Point by = placeAt(from + QPoint(22, -15)) - placeAt(from);
    EXPECT_NEAR(box().width, before.width + by.x, 1e-6);
    EXPECT_NEAR(box().height, before.height + by.y, 1e-6);
    EXPECT_EQ(box().left, before.left);
    EXPECT_EQ(lastStep(), "Resize box");
    const QPoint left = corner(0, 0.5);
    drag(left, left + QPoint(900, 0));
    EXPECT_NEAR(box().width, 1, 1e-9) << "a box stays a box";
}

TEST_F(BoxEditingTest, TinyDragsAndClicksDrawNothing) {
    click(at(500, 100));
    drag(at(500, 100), at(500, 100) + QPoint(4, 60));
    EXPECT_EQ(document.undoStack()->count(), 0);
    press(at(500, 100));
    moveTo(at(600, 200));
    key(Qt::Key_Escape);
    release(at(600, 200));
    EXPECT_EQ(document.undoStack()->count(), 0);
    EXPECT_EQ(document.faceCount(), 4);
}

TEST_F(BoxEditingTest, DeleteTakesTheBoxAndThenTheFace) {
    editor.setFace(1);
    QSignalSpy chosen(&editor, &PointEditor::faceChosen);
    editor.deleteSelection();
    EXPECT_EQ(lastStep(), "Remove box");
    EXPECT_FALSE(face().box);
    EXPECT_EQ(face().points_in_image.size(), 5);
    editor.deleteSelection();
    EXPECT_EQ(lastStep(), "Remove face");
    EXPECT_EQ(document.faceCount(), 3);
    EXPECT_EQ(face().id, "b#2");
    EXPECT_EQ(chosen.count(), 1);
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(BoxEditingTest, AClickInAnotherBoxAsksForThatFace) {
    editor.setFace(1);
    QSignalSpy chosen(&editor, &PointEditor::faceChosen);
    click(at(document.face(2).box->centre() + Point(10, 25)));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 2);
    key(Qt::Key_Tab);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0].toInt(), 2);
    EXPECT_EQ(document.undoStack()->count(), 0);
}

TEST_F(BoxEditingTest, ShiftDrawsABoxInsideAnother) {
    const QPoint inside = corner(0.3, 0.3);
    drag(inside, inside + QPoint(50, 50), Qt::ShiftModifier);
    EXPECT_EQ(document.faceCount(), 5);
}

TEST_F(BoxEditingTest, ArrowsNudgeTheBoxInOneStep) {
    const Box before = box();
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(box().left, before.left + 1);
    EXPECT_EQ(box().top, before.top + 5);
    EXPECT_EQ(steps(), 1);
}

TEST_F(BoxEditingTest, TellsItsMode) {
    QSignalSpy changed(&editor, &PointEditor::modeChanged);
    QSignalSpy hint(&editor, &PointEditor::hintChanged);
    editor.setMode(PointEditor::Mode::Points);
    editor.setMode(PointEditor::Mode::Points);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(hint.count(), 1);
    EXPECT_THAT(editor.selection(), IsEmpty());
}

}  // namespace
}  // namespace rudolph::test

#include "ui/canvas/point_editor.h"

#include <QWheelEvent>

#include "tests/ui/support/canvas_fixture.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr Qt::KeyboardModifier kCtrl = Qt::ControlModifier;

TEST_F(PointEditorTest, PlacesPointsInOrderAndTakesThemBackExactly) {
    editor.setFace(3);
    QSignalSpy next(&editor, &PointEditor::nextPointChanged);
    EXPECT_EQ(editor.nextPoint(), 0);
    EXPECT_EQ(editor.hint(), "Click: left eye (1 of 5)");
    std::vector<Point> placed;
    for (int i = 0; i < 5; ++i) {
        const QPoint pixel = at(100 + 60 * i, 200 + 20 * (i % 2));
        click(pixel);
        placed.push_back(placeAt(pixel));
        EXPECT_EQ(steps(), i + 1);
        EXPECT_THAT(editor.selection(), ElementsAre(i));
    }
    EXPECT_EQ(face().points_in_image, Landmarks(placed));
    EXPECT_EQ(editor.nextPoint(), std::nullopt);
    EXPECT_EQ(next.count(), 5);
    EXPECT_EQ(lastStep(), "Place right mouth corner");
    const Dataset after = document.dataset();

    document.undoStack()->undo();
    EXPECT_EQ(editor.nextPoint(), 4) << "the guide goes back with it";
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
    EXPECT_EQ(editor.nextPoint(), 0);
    while (document.undoStack()->canRedo())
        document.undoStack()->redo();
    EXPECT_EQ(document.dataset(), after);
    EXPECT_EQ(editor.nextPoint(), std::nullopt);
}

TEST_F(PointEditorTest, ADragCarriesOnWithThePointThatItsPressPlaced) {
    editor.setFace(3);
    press(at(100, 100));
    EXPECT_TRUE(document.isPreviewing());
    EXPECT_EQ(steps(), 0) << "nothing is done before the release";
    moveTo(at(150, 120));
    release(at(150, 120));
    EXPECT_EQ(steps(), 1);
    EXPECT_LT(distance(pointOf(0), placeAt(at(150, 120))), 1e-9);
    EXPECT_FALSE(face().points_in_image.is_labelled(1));
}

TEST_F(PointEditorTest, AnyPointCanBeMadeTheNextOne) {
    editor.setNextPoint(2);
    click(at(300, 300));
    EXPECT_LT(distance(pointOf(2), placeAt(at(300, 300))), 1e-9);
    EXPECT_EQ(editor.nextPoint(), std::nullopt) << "all points have places";
    editor.setSelection({1, 3});
    editor.deleteSelection();
    EXPECT_EQ(editor.nextPoint(), 1);
    editor.setNextPoint(3);
    click(at(220, 300));
    EXPECT_EQ(editor.nextPoint(), 1) << "from the start again";
    editor.setNextPoint(std::nullopt);
    const int before = steps();
    click(at(500, 300));
    EXPECT_EQ(steps(), before) << "no point is due";
}

TEST_F(PointEditorTest, WhileAPointIsDueAClickPlacesItUponAnotherAndADragMovesTheOther) {
    editor.setSelection({1});
    editor.deleteSelection();
    ASSERT_EQ(editor.nextPoint(), 1);
    click(at(pointOf(0)), kShift);
    EXPECT_THAT(editor.selection(), ElementsAre(0));
    click(at(pointOf(0)), kCtrl);
    EXPECT_THAT(editor.selection(), IsEmpty());
    drag(at(pointOf(0)), at(pointOf(0)) + QPoint(12, 0));
    EXPECT_EQ(lastStep(), "Move left eye");
    EXPECT_THAT(editor.selection(), ElementsAre(0));
    drag(at(pointOf(0)), at(pointOf(0)) + QPoint(4, 0));  // a hand in haste
    EXPECT_EQ(lastStep(), "Place right eye");
    EXPECT_LT(distance(pointOf(1), pointOf(0)), 1);
    EXPECT_THAT(editor.selection(), ElementsAre(1));
}

TEST_F(PointEditorTest, DragsAPointInOneStepByName) {
    const Dataset before = document.dataset();
    const Point from = pointOf(0);
    drag(at(from), at(250, 180));
    EXPECT_EQ(steps(), 1);
    EXPECT_EQ(lastStep(), "Move left eye");
    // What was grabbed beside its middle stays beside the cursor.
    const Point by = placeAt(at(250, 180)) - placeAt(at(from));
    EXPECT_LT(distance(pointOf(0), from + by), 1e-9);
    const Dataset after = document.dataset();
    document.undoStack()->undo();
    EXPECT_EQ(document.dataset(), before);
    document.undoStack()->redo();
    EXPECT_EQ(document.dataset(), after);
}

TEST_F(PointEditorTest, APressWithoutMovementSelectsAndIsNoStep) {
    click(at(pointOf(2)));
    EXPECT_THAT(editor.selection(), ElementsAre(2));
    click(at(pointOf(0)), kShift);
    click(at(pointOf(1)), kCtrl);
    EXPECT_THAT(editor.selection(), ElementsAre(2, 0, 1));
    click(at(pointOf(0)), kShift);
    EXPECT_THAT(editor.selection(), ElementsAre(2, 1));
    click(at(pointOf(2)));
    EXPECT_THAT(editor.selection(), ElementsAre(2)) << "of several, the one clicked";
    click(at(600, 440));
    EXPECT_THAT(editor.selection(), IsEmpty());
    EXPECT_EQ(steps(), 0);
}

TEST_F(PointEditorTest, MovesTheWholeSelection) {
    editor.setSelection({0, 1});
    const Landmarks before = face().points_in_image;
    const QPoint from = at(pointOf(1));
    drag(from, from + QPoint(20, -10));
    const Point by = placeAt(from + QPoint(20, -10)) - placeAt(from);
    for (const int i : {0, 1})
        EXPECT_LT(distance(pointOf(i), before.points[static_cast<size_t>(i)] + by), 1e-9);
    EXPECT_EQ(pointOf(2), before.points[2]);
    EXPECT_EQ(lastStep(), "Move 2 points");
    EXPECT_THAT(editor.selection(), ElementsAre(0, 1));
    // From inside the frame, away from every point.
    const QPoint inside = at((pointOf(0) + pointOf(1)) / 2);
    drag(inside, inside + QPoint(0, 30));
    EXPECT_EQ(steps(), 2);
}

TEST_F(PointEditorTest, ARubberBandSelects) {
    drag(at(180, 130), at(300, 170));
    EXPECT_THAT(editor.selection(), UnorderedElementsAre(0, 1));
    drag(at(180, 290), at(320, 230), kShift);
    EXPECT_THAT(editor.selection(), UnorderedElementsAre(0, 1, 3, 4)) << "Shift adds";
    drag(at(400, 300), at(500, 400));
    EXPECT_THAT(editor.selection(), IsEmpty());
    EXPECT_EQ(steps(), 0);
}

TEST_F(PointEditorTest, ShiftDragsARubberBandWhileAPointIsDue) {
    editor.setSelection({2});
    editor.deleteSelection();
    ASSERT_EQ(editor.nextPoint(), 2);
    drag(at(180, 130), at(300, 170), kShift);
    EXPECT_THAT(editor.selection(), UnorderedElementsAre(0, 1));
    EXPECT_EQ(steps(), 1);
}

TEST_F(PointEditorTest, EscapeGivesADragUpAndThenTheSelection) {
    editor.setSelection({0, 1});
    const QPoint from = at(pointOf(0));
    press(from);
    moveTo(from + QPoint(50, 50));
    EXPECT_TRUE(document.isPreviewing());
    key(Qt::Key_Escape);
    EXPECT_FALSE(document.isPreviewing());
    EXPECT_THAT(editor.selection(), ElementsAre(0, 1));
    moveTo(from + QPoint(60, 60));
    release(from + QPoint(60, 60));
    EXPECT_EQ(document.dataset(), *threePictures());
    EXPECT_EQ(steps(), 0);
    key(Qt::Key_Escape);
    EXPECT_THAT(editor.selection(), IsEmpty());

    press(at(180, 130));
    moveTo(at(300, 170));
    EXPECT_EQ(editor.selection().size(), 2);
    key(Qt::Key_Escape);
    release(at(300, 170));
    EXPECT_THAT(editor.selection(), IsEmpty()) << "a band that is given up selects nothing";
}

TEST_F(PointEditorTest, NudgesOfOneSelectionAreOneStep) {
    editor.setSelection({2});
    const Point before = pointOf(2);
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Right);
    key(Qt::Key_Up, kShift);
    EXPECT_EQ(pointOf(2), before + Point(1.5, -5));
    EXPECT_EQ(steps(), 1);
    EXPECT_EQ(lastStep(), "Move nose tip");
    editor.setSelection({1});
    key(Qt::Key_Left);
    editor.setSelection({2});
    key(Qt::Key_Left);
    EXPECT_EQ(steps(), 3) << "another selection, another step";
    key(Qt::Key_Right);
    EXPECT_EQ(steps(), 2) << "there and back again is no step";
    editor.clearSelection();
    key(Qt::Key_Down);
    EXPECT_EQ(steps(), 2);
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(PointEditorTest, TabGoesFromPointToPoint) {
    key(Qt::Key_Tab);
    EXPECT_THAT(editor.selection(), ElementsAre(0));
    key(Qt::Key_Tab);
    EXPECT_THAT(editor.selection(), ElementsAre(1));
    key(Qt::Key_Backtab, kShift);
    key(Qt::Key_Backtab, kShift);
    EXPECT_THAT(editor.selection(), ElementsAre(4)) << "round the end";
    EXPECT_TRUE(view.hasFocus());
}

TEST_F(PointEditorTest, HidesAndRemovesPoints) {
    editor.setSelection({0, 2});
    editor.setVisibilityOfSelection(Visibility::Hidden);
    EXPECT_EQ(face().points_in_image.visibility[2], Visibility::Hidden);
    EXPECT_EQ(lastStep(), "Mark 2 points as hidden");
    const QPoint pixel = at(pointOf(1));
    EXPECT_EQ(colourAt(pixel), colourOf(PointRole::Truth));
    editor.clearSelection();
    EXPECT_NE(colourAt(at(pointOf(2))), colourOf(PointRole::Truth))
        << "a hidden point is open in its middle";
    editor.setSelection({2});
    editor.deleteSelection();
    EXPECT_FALSE(face().points_in_image.is_labelled(2));
    EXPECT_EQ(lastStep(), "Remove nose tip");
    EXPECT_THAT(editor.selection(), IsEmpty());
    EXPECT_EQ(editor.nextPoint(), 2);
    editor.selectAll();
    editor.deleteSelection();
    EXPECT_TRUE(face().points_in_image.empty()) << "no point is left: the face has none";
    undoAll();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(PointEditorTest, AProposalIsRedUntilThePersonCorrectsIt) {
    Sample proposal = face();
    proposal.proposed_by = "run 7";
    document.setFace(0, proposal, "Fit");
    const QPoint pixel = at(pointOf(0));
    EXPECT_EQ(colourAt(pixel), colourOf(PointRole::Prediction));
    click(pixel);
    EXPECT_TRUE(face().is_proposal()) << "to look is not to correct";
    press(pixel);
    moveTo(pixel + QPoint(9, 9));
    key(Qt::Key_Escape);
    release(pixel + QPoint(9, 9));
    EXPECT_TRUE(face().is_proposal());
    drag(pixel, pixel + QPoint(9, 9));
    EXPECT_FALSE(face().is_proposal());
    EXPECT_EQ(steps(), 2);
    document.undoStack()->undo();
    EXPECT_EQ(face(), proposal);

    editor.setMode(PointEditor::Mode::Boxes);
    const QPoint inside = at(face().box->centre());
    drag(inside, inside + QPoint(10, 0));
    EXPECT_TRUE(face().is_proposal()) << "its points were not touched";
}

TEST_F(PointEditorTest, WorksZoomedAndPanned) {
    QWheelEvent wheel(at(240, 200), view.viewport()->mapToGlobal(QPointF(at(240, 200))), {},
                      QPoint(0, 120 * 8), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
    QTest::mousePress(view.viewport(), Qt::MiddleButton, {}, {300, 200});
    moveTo({350, 230});
    QTest::mouseRelease(view.viewport(), Qt::MiddleButton, {}, {350, 230});
    EXPECT_EQ(steps(), 0);
    ASSERT_GT(view.scaleNow(), 4);
    const Point from = pointOf(2);
    ASSERT_TRUE(view.viewport()->rect().contains(at(from)));
    drag(at(from), at(from) + QPoint(31, -17));
    EXPECT_LT(distance(pointOf(2), from + Point(31, -17) / view.scaleNow()), 1e-6);
    editor.setNextPoint(0);
    const QPoint pixel = at(from) + QPoint(-80, 60);
    click(pixel);
    EXPECT_LT(distance(pointOf(0), placeAt(pixel)), 1e-9) << "sub-pixel";

    editor.clearSelection();
    key(Qt::Key_Tab);
    key(Qt::Key_Tab);
    EXPECT_TRUE(view.viewport()->rect().contains(at(pointOf(1)))) << "Tab brings it into view";
}

TEST_F(PointEditorTest, ThePictureMovesUnderADragWithoutEndingIt) {
    const Point from = pointOf(0);
    press(at(from));
    moveTo(at(from) + QPoint(20, 0));
    const QPoint cursor = at(from) + QPoint(20, 0);
    QTest::mousePress(view.viewport(), Qt::MiddleButton, {}, cursor);
    moveTo(cursor + QPoint(30, 0));
    QTest::mouseRelease(view.viewport(), Qt::MiddleButton, {}, cursor + QPoint(30, 0));
    release(cursor + QPoint(30, 0));
    EXPECT_EQ(steps(), 1);
    EXPECT_NEAR(pointOf(0).x, from.x + 20 / view.scaleNow(), 1.5);
}

TEST_F(PointEditorTest, DoubleClicksPlaceTwicePointsButFitElsewhere) {
    editor.setFace(3);
    click(at(100, 100));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at(140, 100));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(140, 100));
    EXPECT_EQ(steps(), 2);
    editor.setFace(0);
    view.zoomIn();
    const double zoomed = view.scaleNow();
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at(500, 400));
    EXPECT_LT(view.scaleNow(), zoomed);
}

TEST_F(PointEditorTest, TheMagnifierShowsWhilePlacingAndCanBeSwitchedOff) {
    editor.setFace(3);
    press(at(300, 200));
    const QImage with = grabbed();
    editor.setMagnifierShown(false);
    const QImage without = grabbed();
    EXPECT_NE(with, without);
    // Beside the cursor, never upon it.
    for (int dx = -10; dx <= 10; ++dx)
        for (int dy = -10; dy <= 10; ++dy) {
            const QPoint pixel = at(300, 200) + QPoint(dx, dy);
            ASSERT_EQ(with.pixel(pixel), without.pixel(pixel));
        }
    release(at(300, 200));
}

}  // namespace
}  // namespace rudolph::test

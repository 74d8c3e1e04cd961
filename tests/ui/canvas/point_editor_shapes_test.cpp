#include <QLineF>

#include "core/geometry/shape.h"
#include "tests/ui/support/canvas_fixture.h"
#include "ui/canvas/face_edit.h"
#include "ui/canvas/handle_frame.h"

namespace rudolph::test {
namespace {

using testing::ElementsAre;

class SelectionFrameTest : public PointEditorTest {
protected:
    SelectionFrameTest() { editor.selectAll(); }

    Box bounds() const { return bounding_box(face().points_in_image); }

    /// Where a person sees a handle of the frame around the selection: 15 px outside the points.
    QPoint handle(Handle which) const {
        const QPointF low = view.viewFromImage({bounds().left, bounds().top});
        const QPointF high = view.viewFromImage({bounds().right(), bounds().bottom()});
        const HandleFrame frame(QRectF(low, high).adjusted(-15, -15, 15, 15),
                                view.viewport()->rect(), HandleFrame::Turning::Yes);
        return frame.placeOf(which).value_or(QPointF(-1, -1)).toPoint();
    }
};

TEST_F(SelectionFrameTest, ACornerScalesBothSidesAndTheOppositeCornerStays) {
    const Box before = bounds();
    const QPoint from = handle(Handle::BottomRight);
    drag(from, from + QPoint(40, 25));
    EXPECT_EQ(steps(), 1);
    EXPECT_EQ(lastStep(), "Scale face");
    EXPECT_NEAR(bounds().left, before.left, 1e-9);
    EXPECT_NEAR(bounds().top, before.top, 1e-9);
    EXPECT_NEAR(bounds().width, before.width + 40 / view.scaleNow(), 1e-6);
    EXPECT_NEAR(bounds().height, before.height + 25 / view.scaleNow(), 1e-6);
    document.undoStack()->undo();
    EXPECT_EQ(document.dataset(), *threePictures());
}

TEST_F(SelectionFrameTest, ShiftKeepsTheAspect) {
    const Box before = bounds();
    const QPoint from = handle(Handle::TopLeft);
    drag(from, from - QPoint(40, 3), kShift);
    EXPECT_GT(bounds().width, before.width + 10);
    EXPECT_NEAR(bounds().width / bounds().height, before.width / before.height, 1e-9);
    EXPECT_NEAR(bounds().right(), before.right(), 1e-9);
}

TEST_F(SelectionFrameTest, AnEdgeScalesOneSideAndNeverTurnsAFaceInsideOut) {
    const Box before = bounds();
    const QPoint from = handle(Handle::Right);
    drag(from, from - QPoint(600, 0));
    EXPECT_NEAR(bounds().width, 1, 1e-9);
    EXPECT_NEAR(bounds().height, before.height, 1e-9);
    EXPECT_LT(pointOf(0).x, pointOf(1).x);
}

TEST_F(SelectionFrameTest, TurnsAboutItsMiddleAndSnapsWithShift) {
    const Point centre = bounds().centre();
    const Landmarks before = face().points_in_image;
    const QPoint from = handle(Handle::Turn);
    const QPointF middle = view.viewFromImage({centre.x, centre.y});
    QLineF arm(middle, from);
    arm.setAngle(arm.angle() + 33);
    drag(from, arm.p2().toPoint(), kShift);
    EXPECT_EQ(lastStep(), "Turn face");
    const Landmarks turned = transformed(Affine::rotation(30, centre), before);
    for (int i = 0; i < 5; ++i)
        EXPECT_LT(distance(pointOf(i), turned.points[static_cast<size_t>(i)]), 1e-9);
    EXPECT_THAT(editor.selection(), ElementsAre(0, 1, 2, 3, 4));
}

TEST_F(SelectionFrameTest, ADragThatEndsWhereItBeganIsNoStep) {
    Sample crooked = face();  // rounding would show
    for (Point& point : crooked.points_in_image.points)
        point = (point - Point(199, 149)) * 3.3166247903554 + Point(1.0 / 3, 7.1);
    document.setFace(0, crooked, "Make crooked");
    for (const Handle which : {Handle::BottomRight, Handle::Turn, Handle::Left}) {
        const QPoint from = handle(which);
        press(from);
        moveTo(from + QPoint(30, 30));
        moveTo(from);
        release(from);
    }
    const QPoint inside = at(bounds().centre() - Point(20, 0));
    press(inside);
    moveTo(inside + QPoint(30, 30));
    moveTo(inside);
    release(inside);
    EXPECT_EQ(document.undoStack()->count(), 1);
    EXPECT_EQ(face(), crooked);
}

TEST_F(SelectionFrameTest, EscapeDuringATurnLeavesThePointsAlone) {
    const QPoint from = handle(Handle::Turn);
    press(from);
    moveTo(from + QPoint(60, 20));
    EXPECT_NE(document.shownFace(0), document.face(0));
    key(Qt::Key_Escape);
    release(from + QPoint(60, 20));
    EXPECT_EQ(document.shownFace(0), document.face(0));
    EXPECT_EQ(document.undoStack()->count(), 0);
}

TEST_F(PointEditorTest, TurnsScalesAndMirrorsTheWholeShapeWhenNothingIsSelected) {
    const Landmarks before = face().points_in_image;
    const Point centre = bounding_box(before).centre();
    editor.turnSelection(90);
    EXPECT_EQ(lastStep(), "Turn face");
    EXPECT_LT(distance(pointOf(0), Affine::rotation(90, centre)(before.points[0])), 1e-9);
    document.undoStack()->undo();
    editor.scaleSelection(2);
    EXPECT_NEAR(bounding_box(face().points_in_image).width, 160, 1e-9);
    document.undoStack()->undo();
    editor.setSelection({0});
    editor.nudge(5, 3);  // until now the face is its own mirror image
    editor.clearSelection();
    const Landmarks askew = face().points_in_image;
    editor.mirrorSelectionOrFace();
    EXPECT_EQ(lastStep(), "Mirror face");
    EXPECT_EQ(face().points_in_image, mirrored(askew, document.scheme()));
    EXPECT_LT(pointOf(0).x, pointOf(1).x) << "left stays left";
}

TEST_F(PointEditorTest, ChangesOnlyTheSelection) {
    editor.setSelection({0, 1});
    const Landmarks before = face().points_in_image;
    editor.turnSelection(180);
    EXPECT_EQ(lastStep(), "Turn 2 points");
    EXPECT_LT(distance(pointOf(0), before.points[1]), 1e-9);
    EXPECT_EQ(pointOf(3), before.points[3]);
    document.undoStack()->undo();
    editor.mirrorSelectionOrFace();
    EXPECT_EQ(document.undoStack()->count(), 1) << "they mirror into each other";
    editor.setSelection({0, 3});
    editor.mirrorSelectionOrFace();
    EXPECT_DOUBLE_EQ(pointOf(0).x, before.points[3].x);
    EXPECT_EQ(lastStep(), "Mirror 2 points");
    editor.setSelection({2});
    editor.turnSelection(10);
    EXPECT_EQ(document.undoStack()->count(), 1) << "one point has nothing to turn about";
}

TEST_F(PointEditorTest, DoesNotMirrorWithoutPairs) {
    LandmarkScheme scheme = document.scheme();
    scheme.mirror_pairs.clear();
    scheme.has_mirror_pairs = false;
    document.setScheme(scheme);
    const Sample before = face();
    editor.mirrorSelectionOrFace();
    EXPECT_EQ(face(), before);
}

TEST(HandleFrame, LeavesOutHandlesThatHaveNoRoom) {
    const QRectF viewport(0, 0, 500, 400);
    const HandleFrame narrow({100, 100, 30, 200}, viewport, HandleFrame::Turning::Yes);
    EXPECT_FALSE(narrow.placeOf(Handle::Top));
    EXPECT_TRUE(narrow.placeOf(Handle::Left));
    EXPECT_EQ(narrow.placeOf(Handle::Turn), QPointF(115, 74));
    const HandleFrame high({100, 10, 80, 200}, viewport, HandleFrame::Turning::Yes);
    EXPECT_EQ(high.placeOf(Handle::Turn), QPointF(140, 236)) << "no room above";
    const HandleFrame box({100, 100, 80, 80}, viewport, HandleFrame::Turning::No);
    EXPECT_EQ(box.handleAt({183, 178}), Handle::BottomRight);
    EXPECT_EQ(box.handleAt({140, 140}), Handle::None);
}

TEST(HandleFrame, ResizedSidesStopBeforeTheyPassEachOther) {
    const Box box{10, 20, 30, 40};
    EXPECT_EQ(resized(box, Handle::TopLeft, {5, -5}, false, 1), (Box{15, 15, 25, 45}));
    EXPECT_EQ(resized(box, Handle::Left, {100, 0}, false, 1), (Box{39, 20, 1, 40}));
    EXPECT_EQ(resized(box, Handle::Bottom, {0, 20}, true, 1), (Box{2.5, 20, 45, 60}));
    EXPECT_EQ(resized({10, 20, 0, 40}, Handle::Right, {5, 0}, false, 1), (Box{10, 20, 0, 40}))
        << "points above each other cannot be spread";
    EXPECT_EQ(resized({1, 1, 0, 0}, Handle::TopLeft, {5, 5}, true, 1), (Box{1, 1, 0, 0}));
}

TEST(FaceEdit, FindsTheNextPointWithoutAPlace) {
    EXPECT_EQ(nextUnlabelled({}, 3, 0), 0);
    EXPECT_EQ(nextUnlabelled({}, 0, 0), std::nullopt);
    Landmarks points({{1, 1}, {2, 2}, {3, 3}});
    EXPECT_EQ(nextUnlabelled(points, 3, 1), std::nullopt);
    points.visibility[0] = Visibility::NotLabelled;
    EXPECT_EQ(nextUnlabelled(points, 3, 2), 0);
    EXPECT_EQ(nextUnlabelled(points, 3, 3), 0);
}

}  // namespace
}  // namespace rudolph::test

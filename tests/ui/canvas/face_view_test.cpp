#include "ui/canvas/face_view.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

QImage plainImage(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(90, 90, 90));
    return image;
}

PointLayer onePoint(double x, double y) {
    return {Landmarks({{x, y}}), numbered_points(1)};
}

void turnWheel(FaceView& view, QPointF at, int notches) {
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
}

double scaleOf(const FaceView& view) {
    return view.viewFromImage({1, 0}).x() - view.viewFromImage({0, 0}).x();
}

int pixelsLike(const QImage& image, QColor wanted) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == wanted ? 1 : 0;
    return count;
}

class FaceViewTest : public testing::Test {
protected:
    FaceViewTest() {
        view.resize(500, 400);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setImage(plainImage(640, 480));
    }

    QImage grabbed() { return view.viewport()->grab().toImage(); }

    FaceView view;
};

TEST_F(FaceViewTest, FitsAPictureIntoView) {
    const QPointF top_left = view.viewFromImage({-0.5, -0.5});
    const QPointF bottom_right = view.viewFromImage({639.5, 479.5});
    EXPECT_GE(top_left.x(), 0);
    EXPECT_GE(top_left.y(), 0);
    EXPECT_LE(bottom_right.x(), view.viewport()->width());
    EXPECT_LE(bottom_right.y(), view.viewport()->height());
    EXPECT_GT(bottom_right.x() - top_left.x(), 0.9 * view.viewport()->width());
}

TEST_F(FaceViewTest, WheelKeepsThePointUnderTheCursor) {
    const QPointF cursor(123, 77);
    const QPointF before = view.imageFromView(cursor);
    const double scale_before = scaleOf(view);
    for (int i = 0; i < 6; ++i)
        turnWheel(view, cursor, 1);
    EXPECT_GT(scaleOf(view), 3 * scale_before);
    const QPointF after = view.viewFromImage(before);
    // Views scroll by whole pixels: every notch may lose half a one.
    EXPECT_NEAR(after.x(), cursor.x(), 4);
    EXPECT_NEAR(after.y(), cursor.y(), 4);

    for (int i = 0; i < 40; ++i)
        turnWheel(view, cursor, -1);
    EXPECT_LT(scaleOf(view), scale_before);
    EXPECT_GT(scaleOf(view), 0.1);
}

TEST_F(FaceViewTest, KeepsTheZoomForPicturesOfTheSameSizeAndFitsOthers) {
    turnWheel(view, {250, 200}, 4);
    const double zoomed = scaleOf(view);
    view.setImage(plainImage(640, 480));
    EXPECT_DOUBLE_EQ(scaleOf(view), zoomed);
    view.setImage(plainImage(320, 240));
    EXPECT_GE(view.viewFromImage({-0.5, -0.5}).x(), 0);
    EXPECT_LE(view.viewFromImage({319.5, 239.5}).x(), view.viewport()->width());
}

TEST_F(FaceViewTest, MiddleButtonPansAndDoubleClickFits) {
    turnWheel(view, {250, 200}, 3);
    const QPointF held = view.imageFromView({250, 200});
    QTest::mousePress(view.viewport(), Qt::MiddleButton, {}, {250, 200});
    QTest::mouseMove(view.viewport(), {290, 170});
    QTest::mouseRelease(view.viewport(), Qt::MiddleButton, {}, {290, 170});
    EXPECT_NEAR(view.viewFromImage(held).x(), 290, 2);
    EXPECT_NEAR(view.viewFromImage(held).y(), 170, 2);

    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {250, 200});
    EXPECT_NEAR(view.viewFromImage({319.5, 239.5}).x(), view.viewport()->width() / 2.0, 1);
}

TEST_F(FaceViewTest, SpaceWithTheLeftButtonPans) {
    turnWheel(view, {250, 200}, 3);
    const QPointF held = view.imageFromView({250, 200});
    QTest::keyPress(&view, Qt::Key_Space);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {250, 200});
    QTest::mouseMove(view.viewport(), {200, 220});
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, {200, 220});
    QTest::keyRelease(&view, Qt::Key_Space);
    EXPECT_NEAR(view.viewFromImage(held).x(), 200, 2);
    EXPECT_NEAR(view.viewFromImage(held).y(), 220, 2);
}

TEST_F(FaceViewTest, KeysZoomAndFit) {
    const double fitted = scaleOf(view);
    QTest::keyClick(&view, Qt::Key_Plus);
    EXPECT_NEAR(scaleOf(view), 1.25 * fitted, 1e-6);
    QTest::keyClick(&view, Qt::Key_Minus);
    EXPECT_NEAR(scaleOf(view), fitted, 1e-6);
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_F);
    EXPECT_NEAR(scaleOf(view), fitted, 1e-6);
}

TEST_F(FaceViewTest, PutsTruthInGreenWhereItBelongs) {
    view.setTruth(onePoint(200, 300));
    const QPoint place = view.viewFromImage({200, 300}).toPoint();
    EXPECT_EQ(grabbed().pixelColor(place), colourOf(PointRole::Truth));
    view.setTruth({});
    EXPECT_NE(grabbed().pixelColor(place), colourOf(PointRole::Truth));
}

TEST_F(FaceViewTest, PutsPredictionsInRed) {
    view.setPrediction(onePoint(200, 300));
    const QPoint place = view.viewFromImage({200, 300}).toPoint();
    EXPECT_EQ(grabbed().pixelColor(place), colourOf(PointRole::Prediction));
}

TEST_F(FaceViewTest, PointsKeepTheirSizeAtAnyZoom) {
    view.setTruth(onePoint(319.5, 239.5));
    const int fitted = pixelsLike(grabbed(), colourOf(PointRole::Truth));
    turnWheel(view, {250, 200}, 6);
    const int zoomed = pixelsLike(grabbed(), colourOf(PointRole::Truth));
    EXPECT_GT(fitted, 10);
    EXPECT_NEAR(zoomed, fitted, 8);
}

TEST(PointRadius, ShrinksWithAFaceOfManyPointsAndNoFurtherThanOneSees) {
    const auto radius = [](int points, double side) {
        std::vector<Point> circle;
        for (int i = 0; i < points; ++i)
            circle.push_back({side / 2 * std::cos(2 * CV_PI * i / points),
                              side / 2 * std::sin(2 * CV_PI * i / points)});
        return pointRadius(
            Landmarks(circle), [](const Point& p) { return QPointF(p.x, p.y); }, 3.5);
    };
    EXPECT_EQ(radius(68, 600), 3.5);
    EXPECT_NEAR(radius(68, 120), 2, 0.1);
    EXPECT_EQ(radius(68, 20), radius(68, 10));
    EXPECT_GT(radius(68, 10), 1);
    EXPECT_EQ(radius(5, 20), 3.5) << "few do not hide each other";
    EXPECT_EQ(radius(0, 0), 3.5);
}

TEST_F(FaceViewTest, LeavesUnlabelledPointsOut) {
    PointLayer layer = onePoint(200, 300);
    layer.points_in_image.visibility = {Visibility::NotLabelled};
    view.setTruth(layer);
    EXPECT_EQ(pixelsLike(grabbed(), colourOf(PointRole::Truth)), 0);
}

TEST_F(FaceViewTest, NumbersAppearOnDemand) {
    view.setTruth(onePoint(200, 300));
    const QImage without = grabbed();
    view.setNumbersShown(true);
    EXPECT_NE(grabbed(), without);
    view.setNumbersShown(false);
    EXPECT_EQ(grabbed(), without);
}

TEST_F(FaceViewTest, SaysWhyThereIsNoPicture) {
    view.setTruth(onePoint(200, 300));
    view.setMessage("The file is broken.");
    EXPECT_FALSE(view.hasImage());
    EXPECT_EQ(view.accessibleDescription(), "The file is broken.");
    EXPECT_EQ(pixelsLike(grabbed(), colourOf(PointRole::Truth)), 0);
    turnWheel(view, {100, 100}, 3);  // nothing to zoom, nothing to fall over
    view.setImage(plainImage(640, 480));
    EXPECT_TRUE(view.hasImage());
}

TEST_F(FaceViewTest, TellsWhereTheCursorIs) {
    QSignalSpy moved(&view, &FaceView::cursorMoved);
    QTest::mouseMove(view.viewport(), {100, 100});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !moved.isEmpty(); }));
    const QPointF said = moved.last().first().toPointF();
    EXPECT_NEAR(said.x(), view.imageFromView({100, 100}).x(), 0.01);
}

}  // namespace
}  // namespace rudolph

#pragma once

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <memory>

#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"

namespace rudolph::test {

inline constexpr Qt::KeyboardModifier kShift = Qt::ShiftModifier;

/// A shown view of a picture of 640×480 with an editor on a document of three pictures: "a" with
/// one face of five points and a box, "b" with two such faces, "c" with none.
class PointEditorTest : public testing::Test {
protected:
    static Sample faceIn(const std::string& id, const std::string& picture, double x, double y) {
        Sample face;
        face.id = id;
        face.image = "/pictures/" + picture + ".png";
        face.image_size = {640, 480};
        face.points_in_image =
            Landmarks({{x, y}, {x + 80, y}, {x + 40, y + 50}, {x + 10, y + 90}, {x + 70, y + 90}});
        face.box = Box{x - 30, y - 40, 140, 170};
        return face;
    }

    static std::shared_ptr<const Dataset> threePictures() {
        auto dataset = std::make_shared<Dataset>();
        dataset->scheme.name = "five";
        dataset->scheme.point_names = {"left eye", "right eye", "nose tip", "left mouth corner",
                                       "right mouth corner"};
        dataset->scheme.mirror_pairs = {{0, 1}, {3, 4}};
        dataset->scheme.has_mirror_pairs = true;
        dataset->samples = {faceIn("a", "a", 200, 150), faceIn("b", "b", 100, 150),
                            faceIn("b#2", "b", 400, 150), Sample()};
        dataset->samples.back().id = "c";
        dataset->samples.back().image = "/pictures/c.png";
        return dataset;
    }

    PointEditorTest() : document(threePictures()), editor(&view) {
        view.resize(700, 540);
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(QColor(90, 90, 90));
        view.setImage(image);
        view.setTool(&editor);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        editor.setDocument(&document);
        editor.setFace(0);
    }

    const Sample& face() const { return document.face(editor.face()); }
    Point pointOf(int index) const {
        return face().points_in_image.points[static_cast<size_t>(index)];
    }
    int steps() { return document.undoStack()->index(); }
    QString lastStep() { return document.undoStack()->undoText(); }
    void undoAll() {
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
    }

    /// The pixel of the viewport at a place of the image.
    QPoint at(double x, double y) const { return view.viewFromImage({x, y}).toPoint(); }
    QPoint at(const Point& place) const { return at(place.x, place.y); }
    /// The place of the image at a pixel of the viewport.
    Point placeAt(QPoint pixel) const {
        const QPointF place = view.imageFromView(pixel);
        return {place.x(), place.y()};
    }

    void press(QPoint pixel, Qt::KeyboardModifiers with = {}) {
        QTest::mousePress(view.viewport(), Qt::LeftButton, with, pixel);
    }
    void moveTo(QPoint pixel, Qt::KeyboardModifiers with = {}) {
        QTest::mouseEvent(QTest::MouseMove, view.viewport(), Qt::NoButton, with, pixel);
    }
    void release(QPoint pixel, Qt::KeyboardModifiers with = {}) {
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, with, pixel);
    }
    void click(QPoint pixel, Qt::KeyboardModifiers with = {}) {
        press(pixel, with);
        release(pixel, with);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers with = {}) {
        press(from, with);
        moveTo((from + to) / 2, with);
        moveTo(to, with);
        release(to, with);
    }
    void key(Qt::Key code, Qt::KeyboardModifiers with = {}) { QTest::keyClick(&view, code, with); }
    QColor colourAt(QPoint pixel) {
        const QImage image = grabbed();
        const double ratio = image.devicePixelRatio();
        return image.pixelColor((QPointF(pixel) * ratio + QPointF(ratio, ratio) / 3).toPoint());
    }
    QImage grabbed() { return view.viewport()->grab().toImage(); }

    AnnotationDocument document;
    FaceView view;
    PointEditor editor;
};

/// How far two places are from each other.
inline double distance(const Point& a, const Point& b) {
    return cv::norm(a - b);
}

}  // namespace rudolph::test

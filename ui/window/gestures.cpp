#include "ui/window/gestures.h"

#include <QCoreApplication>

#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

struct Gestures {
    Q_DECLARE_TR_FUNCTIONS(Gestures)
};

}  // namespace

void addGestures(Shortcuts* shortcuts) {
    const auto gesture = [shortcuts](const QString& section, const QString& what,
                                     const QString& how, const QList<QKeySequence>& keys = {}) {
        shortcuts->addGesture({section, what, how, keys});
    };
    const QString picture = Gestures::tr("Picture");
    gesture(picture, Gestures::tr("Zoom about the cursor"), Gestures::tr("Wheel"));
    gesture(picture, Gestures::tr("Move the picture"),
            Gestures::tr("Middle button, or Space and drag"), {QKeySequence(Qt::Key_Space)});
    gesture(picture, Gestures::tr("Show the whole picture"), Gestures::tr("Double click"));
    const QString points = Gestures::tr("Points");
    gesture(points, Gestures::tr("Place the next point"), Gestures::tr("Click on an empty place"));
    gesture(points, Gestures::tr("Select a point; add one"),
            Gestures::tr("Click; Shift and click"));
    gesture(points, Gestures::tr("Select many"),
            Gestures::tr("Drag a frame; with Shift while points are due"));
    gesture(points, Gestures::tr("Move the selection"), Gestures::tr("Drag"));
    gesture(points, Gestures::tr("Nudge the selection by half a pixel, by 5 pixels"),
            Gestures::tr("Arrow keys, with Shift"));
    gesture(points, Gestures::tr("Scale or turn the selection"),
            Gestures::tr("Drag a handle of its frame"));
    gesture(points, Gestures::tr("Next and previous point"), Gestures::tr("Tab, Shift+Tab"));
    gesture(points, Gestures::tr("Stop a drag, select nothing"), Gestures::tr("Esc"));
    const QString queue = Gestures::tr("Queue of trainings");
    gesture(queue, Gestures::tr("Earlier, later"), Gestures::tr("Drag; Alt with the arrow keys"));
    gesture(queue, Gestures::tr("Take out"), Gestures::tr("Delete"));
    const QString cases = Gestures::tr("Cases");
    gesture(cases, Gestures::tr("Show a case large"), Gestures::tr("Enter, click"));
    gesture(cases, Gestures::tr("Previous and next case"), QStringLiteral("← →"));
    gesture(cases, Gestures::tr("Back to all cases"), Gestures::tr("Esc"));
    gesture(cases, Gestures::tr("Mend the truth of the case"), QStringLiteral("M"));
    const QString photos = Gestures::tr("Photos");
    gesture(photos, Gestures::tr("Choose a face; next and previous"),
            Gestures::tr("Click; Tab, Shift+Tab"));
    gesture(photos, Gestures::tr("Move a box, resize it"),
            Gestures::tr("Drag it, or a handle of its frame"));
    gesture(photos, Gestures::tr("The same by keys; in larger steps"),
            Gestures::tr("Arrow keys, with Ctrl; with Shift"));
    gesture(photos, Gestures::tr("Put a new box into the middle"),
            Gestures::tr("Enter, while drawing"));
    gesture(photos, Gestures::tr("Stop drawing or dragging, choose no face"), Gestures::tr("Esc"));
    gesture(photos, Gestures::tr("Play a video, pause"), QStringLiteral("P"));
    const QString charts = Gestures::tr("Charts");
    gesture(charts, Gestures::tr("Zoom; one axis alone"), Gestures::tr("Wheel; over the axis"));
    gesture(charts, Gestures::tr("Move"), Gestures::tr("Middle button and drag"));
    gesture(charts, Gestures::tr("Show all"), Gestures::tr("Double click"));
    gesture(charts, Gestures::tr("Save or copy the picture"), Gestures::tr("Right click"));
    gesture(charts, Gestures::tr("Choose a point; add one"),
            Gestures::tr("Click; Shift or Ctrl and click"));
    gesture(charts, Gestures::tr("Choose many"), Gestures::tr("Drag a frame"));
    gesture(charts, Gestures::tr("From point to point; choose it"), Gestures::tr("← →, Space"));
    gesture(charts, Gestures::tr("Choose none"), Gestures::tr("Esc"));
}

}  // namespace rudolph

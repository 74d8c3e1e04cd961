// Annotating in the studio's window with the mouse and the keys, as a person does it.
#include <gmock/gmock.h>

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>
#include <fstream>

#include "core/formats/open_dataset.h"
#include "tests/ui/support/annotating_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/canvas/point_editor.h"
#include "ui/data/sample_details.h"
#include "ui/parts/page_actions.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

using test::Annotating;
using test::waitFor;

/// A face of 68 points in a picture of 320 × 240, on whole pixels.
std::vector<Point> drawnFace(double shift) {
    std::vector<Point> points;
    for (int i = 0; i < 68; ++i)
        points.push_back({std::round(160 + shift + 80 * std::cos(2 * CV_PI * i / 68)),
                          std::round(120 + 70 * std::sin(2 * CV_PI * i / 68))});
    return points;
}

TEST_F(Annotating, SixtyEightPointsPlacedMovedUndoneSavedAndReadAgain) {
    test::write_drawn_face(faces(), "annotated", {320, 240});
    addPhotograph("fresh");
    open(faces());
    ASSERT_EQ(document()->faceCount(), 2);
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_D);
    ASSERT_TRUE(waitFor([&] { return shows(1); }));

    const std::vector<Point> wanted = drawnFace(0);
    for (const Point& point : wanted)
        click(point);
    Landmarks placed = document()->face(1).points_in_image;
    ASSERT_EQ(placed.size(), 68);
    for (int i = 0; i < 68; ++i) {
        ASSERT_TRUE(placed.is_labelled(i)) << i;
        EXPECT_LT(cv::norm(placed.points[static_cast<size_t>(i)] - wanted[static_cast<size_t>(i)]),
                  0.6)
            << i;
    }
    EXPECT_EQ(document()->undoStack()->count(), 68);

    drag(placed.points[30], placed.points[30] + Point(0, 12));
    const Landmarks dragged = document()->face(1).points_in_image;
    EXPECT_NEAR(dragged.points[30].y, placed.points[30].y + 12, 1.1);
    EXPECT_EQ(document()->undoStack()->count(), 69);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(document()->face(1).points_in_image, placed);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(document()->face(1).points_in_image, dragged);

    save();
    open(faces());
    const Landmarks read = document()->face(1).points_in_image;
    ASSERT_EQ(read.size(), 68);
    for (size_t i = 0; i < 68; ++i)
        EXPECT_LT(cv::norm(read.points[i] - dragged.points[i]), 1e-5) << i;
    EXPECT_FALSE(document()->isModified());
}

TEST_F(Annotating, ZoomsToAFaceThatIsSmallInACrowdUnlessThePersonZooms) {
    test::write_drawn_face(faces(), "a-large", {320, 240});
    for (const char* name : {"near", "far"})
        addPhotograph(name, {3200, 2400});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    const int near = *document()->dataset().find("near");
    const int far = *document()->dataset().find("far");
    const auto mark = [&](int index, double scale, Point corner) {
        Sample face = document()->face(index);
        face.points_in_image =
            transformed(Affine::translation(corner.x, corner.y) * Affine::scaling(scale, scale),
                        document()->face(0).points_in_image);
        document()->setFace(index, face, "Mark");
    };
    const auto show = [&](int index) {
        list->showFinding(index, -1);
        ASSERT_TRUE(waitFor([&] { return shows(index); }));
    };
    ASSERT_EQ(document()->face(0).id, "a-large");
    mark(near, 8, {0, 0});
    mark(far, 1, {2500, 1500});
    show(near);
    EXPECT_TRUE(view->isFitted());
    const double fitting = view->scaleNow();
    show(far);
    EXPECT_GT(view->scaleNow(), 3 * fitting);
    const Box box = bounding_box(document()->face(far).points_in_image);
    const QRectF shown(view->imageFromView({0, 0}),
                       view->imageFromView(view->viewport()->rect().bottomRight()));
    EXPECT_TRUE(shown.contains(QRectF(box.left, box.top, box.width, box.height)));
    show(near);
    EXPECT_TRUE(view->isFitted()) << "a large face is shown with its picture again";
    view->zoomIn();
    const double mine = view->scaleNow();
    show(far);
    EXPECT_DOUBLE_EQ(view->scaleNow(), mine);
}

TEST_F(Annotating, EnterAcceptsAProposalAndGoesOnToTheNextDoubtfulOne) {
    test::write_drawn_face(faces(), "a", {320, 240});
    for (const char* name : {"b", "c", "d"})
        addPhotograph(name);
    open(faces());
    ASSERT_EQ(document()->faceCount(), 4);
    QTest::keyClick(&page(), Qt::Key_E);
    const Landmarks points = document()->face(0).points_in_image;
    for (const auto& [face, confidence] : {std::pair(1, 0.3), {2, 0.9}, {3, 0.1}}) {
        Sample proposed = document()->face(face);
        proposed.points_in_image = points;
        proposed.proposed_by = "net";
        proposed.confidence = confidence;
        document()->setFace(face, proposed, "Fit");
    }
    key(Qt::Key_D);
    ASSERT_TRUE(waitFor([&] { return shows(1); }));
    const QList<QLabel*> labels = page().findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains("30 %");
    })) << "how sure the model is";
    key(Qt::Key_Return);
    EXPECT_TRUE(document()->face(1).has_truth());
    EXPECT_EQ(document()->face(1).confidence, std::nullopt);
    ASSERT_TRUE(waitFor([&] { return shows(3); })) << "the next doubtful one";
    key(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return shows(2); })) << "then those that are not doubtful";
    key(Qt::Key_Return);
    EXPECT_EQ(document()->dataset().labelled().size(), 4U);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(document()->face(2).confidence, 0.9) << "undone with all that it was";
}

TEST_F(Annotating, AFolderOfPhotographsBecomesAProject) {
    addPhotograph("a");
    addPhotograph("ü");
    open(faces());
    EXPECT_TRUE(page().isAnnotating());
    EXPECT_EQ(document()->scheme().size(), 68);
    EXPECT_FALSE(document()->isModified()) << "opening is no edit";
    // A box, then the mean shape in it, hidden points, a state and a note.
    key(Qt::Key_X);
    drag({60, 40}, {200, 180});
    ASSERT_TRUE(document()->face(0).box.has_value());
    EXPECT_NEAR(document()->face(0).box->width, 140, 1.5);
    key(Qt::Key_P);
    key(Qt::Key_R);
    ASSERT_EQ(document()->face(0).points_in_image.size(), 68);
    const Box around = bounding_box(document()->face(0).points_in_image);
    EXPECT_NEAR(around.centre().x, 130, 3);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_H);
    EXPECT_EQ(document()->face(0).points_in_image.visibility[5], Visibility::Hidden);
    key(Qt::Key_4);
    key(Qt::Key_T);
    QTest::keyClicks(QApplication::focusWidget(), "hair");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(document()->face(0).note, "hair");
    EXPECT_EQ(document()->face(0).state, FaceState::Doubtful);

    pressSave();
    auto* dialog = page().findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr) << "photographs alone have nowhere to be saved to";
    dialog->findChild<QLineEdit*>()->setText(toQString(folder / "work.rudolph"));
    QMetaObject::invokeMethod(dialog, "accept");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    EXPECT_EQ(document()->dataset().format, DatasetFormat::Project);
    const Sample first = document()->face(0);

    open(folder / "work.rudolph");
    EXPECT_EQ(document()->face(0), first);
    EXPECT_EQ(document()->faceCount(), 2);
    // What was saved as a project is saved there from now on.
    key(Qt::Key_3);
    save();
    EXPECT_EQ(open_dataset(folder / "work.rudolph").samples[0].state, FaceState::Done);
}

TEST_F(Annotating, CopiesThePointsOfTheFaceBefore) {
    test::write_drawn_face(faces(), "a", {320, 240});
    addPhotograph("b");
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_D);
    ASSERT_TRUE(waitFor([&] { return shows(1); }));
    key(Qt::Key_C);
    EXPECT_EQ(document()->face(1).points_in_image, document()->face(0).points_in_image);
    EXPECT_EQ(document()->undoStack()->undoText(), "Copy points from the previous face");
}

TEST_F(Annotating, AProblemOpensItsFaceAtItsPoint) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    std::ofstream(faces() / "c.pts") << [] {
        std::string text = "version: 1\nn_points: 68\n{\n";
        for (int i = 0; i < 68; ++i)
            text += i == 7 ? "700 100\n" : std::to_string(100 + i) + " 100\n";
        return text + "}\n";
    }();
    addPhotograph("c");
    open(faces());
    list->showProblems();
    auto* problems = list->findChild<QListView*>("problems");
    const auto row_of = [&](const QString& text) {
        for (int row = 0; row < problems->model()->rowCount(); ++row)
            if (problems->model()->index(row, 0).data().toString().contains(text))
                return row;
        return -1;
    };
    const int row = row_of("outside");
    ASSERT_GE(row, 0);
    QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
                      problems->visualRect(problems->model()->index(row, 0)).center());
    ASSERT_TRUE(waitFor([&] { return shows(2) && view->marked().has_value(); }));
    EXPECT_NEAR(view->marked()->x(), 699, 0.01);

    QTest::keyClick(&page(), Qt::Key_E);
    QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
                      problems->visualRect(problems->model()->index(row, 0)).center());
    auto* editor = page().findChild<PointEditor*>();
    EXPECT_TRUE(waitFor([&] { return editor->selection() == std::vector<int>{7}; }));
}

TEST_F(Annotating, EscapeAndReturnLeaveTheNoteForThePicture) {
    test::write_drawn_face(faces(), "a", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    for (const auto& [leave, note] :
         {std::pair(Qt::Key_Escape, "beard"), std::pair(Qt::Key_Return, "glasses")}) {
        key(Qt::Key_T);
        ASSERT_FALSE(view->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), note);
        QTest::keyClick(QApplication::focusWidget(), leave);
        EXPECT_TRUE(view->hasFocus()) << note;
        EXPECT_EQ(document()->face(0).note, note);
    }
}

TEST_F(Annotating, UndoAndRedoAreGreyWhenThereIsNothingAndCtrlYRedoes) {
    QAction* undo = page().actions()->at("annotate/undo");
    QAction* redo = page().actions()->at("annotate/redo");
    EXPECT_FALSE(undo->isEnabled() || redo->isEnabled());
    test::write_drawn_face(faces(), "a", {320, 240});
    open(faces());
    EXPECT_FALSE(undo->isEnabled() || redo->isEnabled());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_3);
    EXPECT_EQ(undo->text(), "Undo Mark as done");
    EXPECT_TRUE(undo->isEnabled());
    EXPECT_FALSE(redo->isEnabled());
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(undo->isEnabled());
    EXPECT_TRUE(redo->isEnabled());
    key(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(document()->face(0).state, FaceState::Done);
    EXPECT_FALSE(redo->isEnabled());
}

TEST_F(Annotating, TheKeysThatOpenFacesWorkOnEveryPageWithFacesOpen) {
    test::write_drawn_face(faces(), "a", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    const Sample before = document()->face(0);
    for (int number = 1; number <= 6; ++number)
        for (const Qt::KeyboardModifiers shift : {Qt::NoModifier, Qt::ShiftModifier}) {
            activate();
            const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number);
            QTest::keyClick(&window, digit, Qt::ControlModifier);
            QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier | shift);
            auto* dialog = page().findChild<QFileDialog*>();
            ASSERT_NE(dialog, nullptr) << "page " << number;
            EXPECT_TRUE(dialog->isVisible());
            EXPECT_EQ(dialog->fileMode(),
                      shift == Qt::NoModifier ? QFileDialog::Directory : QFileDialog::ExistingFile);
            EXPECT_TRUE(page().isVisible()) << "the page that asks";
            dialog->close();
            QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
        }
    EXPECT_EQ(document()->face(0), before);
}

TEST_F(Annotating, TheEditMenuHasEverythingThatEdits) {
    const QList<QAction*> menus = window.menuBar()->actions();
    const auto edit = std::find_if(menus.begin(), menus.end(),
                                   [](const QAction* menu) { return menu->text() == "&Edit"; });
    ASSERT_NE(edit, menus.end());
    for (const Shortcuts::Entry& entry : window.shortcuts()->entries()) {
        const QString group = entry.id.section('/', 0, 0);
        if (QStringList{"annotate", "points", "face", "network"}.contains(group)) {
            EXPECT_TRUE((*edit)->menu()->actions().contains(entry.action))
                << entry.id.toStdString();
        }
    }
}

TEST_F(Annotating, WhatIsKnownOfTheFaceFollowsItsPoints) {
    addPhotograph("fresh");
    open(faces());
    ASSERT_TRUE(page().isAnnotating());
    auto* details = page().findChild<SampleDetails*>();
    const auto says = [&](const QString& text) {
        for (const auto* label : details->findChildren<QLabel*>())
            if (label->text() == text)
                return true;
        return false;
    };
    EXPECT_TRUE(says("none"));
    click({100, 100});
    EXPECT_FALSE(says("none"));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(says("none"));
}

}  // namespace
}  // namespace rudolph

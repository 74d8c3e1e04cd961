// Annotating in the studio's window with the mouse and the keys, as a person does it.
#include <gmock/gmock.h>
#include <unistd.h>

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolButton>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/geometry/shape.h"
#include "tests/ui/studio_fixture.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"
#include "ui/documents/annotation_document.h"
#include "ui/pages/annotate_panel.h"
#include "ui/pages/sample_list_panel.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::kWaitMs;

class Annotating : public testing::Test {
protected:
    Annotating() {
        std::filesystem::create_directories(faces());
        window.session()->setRunsFolder(toQString(folder / "runs"));
        window.resize(1280, 800);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        view = window.findChild<FaceView*>("face");
        list = window.findChild<SampleListPanel*>();
    }
    ~Annotating() override {
        if (document() != nullptr)
            document()->setJournal(nullptr);
    }

    std::filesystem::path faces() const { return folder / "Köpfe"; }
    void addPhotograph(const std::string& name, cv::Size size = {320, 240}) {
        cv::imwrite((faces() / (name + ".png")).string(),
                    cv::Mat(size, CV_8UC3, cv::Scalar(90, 110, 130)));
    }
    AnnotationDocument* document() { return window.session()->document(); }
    DataPage& page() { return *window.dataPage(); }
    bool waitFor(const std::function<bool()>& condition) {
        return QTest::qWaitFor(condition, kWaitMs);
    }
    bool shows(int face) {
        return document() != nullptr && view->hasImage() &&
               view->accessibleDescription().toStdString() == document()->face(face).id;
    }
    void open(const std::filesystem::path& path) {
        AnnotationDocument* before = document();
        QSignalSpy changed(window.session(), &Session::datasetChanged);
        window.openData(toQString(path));
        ASSERT_TRUE(waitFor([&] { return !changed.empty(); })) << before;
        ASSERT_TRUE(waitFor([&] { return shows(0); }));
        waitUntilIdle();
    }
    void waitUntilIdle() {
        auto* cancel = window.statusBar()->findChild<QToolButton*>();
        ASSERT_TRUE(waitFor([&] { return !cancel->isVisible(); }));
    }
    void click(const Point& in_image) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->viewFromImage({in_image.x, in_image.y}).toPoint());
    }
    void drag(const Point& from, const Point& to) {
        QWidget* canvas = view->viewport();
        QTest::mousePress(canvas, Qt::LeftButton, {},
                          view->viewFromImage({from.x, from.y}).toPoint());
        QTest::mouseMove(canvas, view->viewFromImage({(from.x + to.x) / 2, to.y}).toPoint());
        QTest::mouseMove(canvas, view->viewFromImage({to.x, to.y}).toPoint());
        QTest::mouseRelease(canvas, Qt::LeftButton, {},
                            view->viewFromImage({to.x, to.y}).toPoint());
    }
    /// Without a window manager nobody makes the window active again when a dialog has closed.
    void activate() {
        if (window.isActiveWindow())
            return;
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        activate();
        QTest::keyClick(view, key, modifiers);
    }
    void pressSave() {
        activate();
        QTest::keyClick(&page(), Qt::Key_S, Qt::ControlModifier);
    }
    QMessageBox* question() {
        for (QMessageBox* box : window.findChildren<QMessageBox*>())
            if (box->isVisible())
                return box;
        return nullptr;
    }
    void answer(const QString& button_text) {
        ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
        for (QAbstractButton* button : question()->buttons())
            if (button->text().remove('&') == button_text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        FAIL() << "no button " << button_text.toStdString();
    }
    /// Ctrl+S until the edits are in their files.
    void save() {
        pressSave();
        ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    }

    test::TempDir folder;
    MainWindow window;
    FaceView* view;
    SampleListPanel* list;
};

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

TEST_F(Annotating, SaysWhatSavingWouldLoseAndSavesAnywayWhenToldSo) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_3);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    EXPECT_THAT(question()->informativeText().toStdString(), testing::HasSubstr("done"));
    answer("Save anyway");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    const Dataset read = open_dataset(faces());
    EXPECT_LT(cv::norm(read.samples[0].points_in_image.points[0] -
                       document()->face(0).points_in_image.points[0]),
              1e-5);
}

TEST_F(Annotating, DoesNotWriteOverSomebodyElsesChangesWithoutAsking) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[3],
         document()->face(0).points_in_image.points[3] + Point(-5, 5));
    test::write_drawn_face(faces(), "a", {300, 200});
    const std::string theirs = read_file(faces() / "a.pts");
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    EXPECT_THAT(question()->informativeText().toStdString(), testing::HasSubstr("a.pts"));
    EXPECT_EQ(read_file(faces() / "a.pts"), theirs);
    answer("Cancel");
    EXPECT_TRUE(document()->isModified());
    EXPECT_EQ(read_file(faces() / "a.pts"), theirs);

    pressSave();
    answer("Overwrite");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    EXPECT_NE(read_file(faces() / "a.pts"), theirs);
}

TEST_F(Annotating, AFailedSaveLeavesEverythingUnsavedAndSaysWhy) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[3],
         document()->face(0).points_in_image.points[3] + Point(-5, 5));
    const Sample edited = document()->face(0);
    // Nothing can be renamed onto a folder.
    std::filesystem::remove(faces() / "a.pts");
    std::filesystem::create_directories(faces() / "a.pts" / "in the way");
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    if (question()->text().contains("Someone else")) {
        answer("Overwrite");
        ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    }
    EXPECT_THAT(question()->text().toStdString(), testing::HasSubstr("could not be saved"));
    answer("Close");
    EXPECT_TRUE(document()->isModified());
    EXPECT_EQ(document()->face(0), edited);
    std::filesystem::remove_all(faces() / "a.pts");
}

TEST_F(Annotating, ClosingAsksAboutUnsavedEdits) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    const Point edited = document()->face(0).points_in_image.points[0];
    EXPECT_TRUE(window.isWindowModified());
    window.close();
    EXPECT_TRUE(window.isVisible());
    answer("Cancel");
    EXPECT_TRUE(window.isVisible());
    window.close();
    answer("Save");
    ASSERT_TRUE(waitFor([&] { return !window.isVisible(); }));
    EXPECT_LT(cv::norm(open_dataset(faces()).samples[0].points_in_image.points[0] - edited), 1e-5);
}

TEST_F(Annotating, DiscardedEditsAreNotOfferedAgain) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    window.openData(toQString(faces()));
    answer("Discard");
    ASSERT_TRUE(waitFor([&] { return document() != nullptr && !document()->isModified(); }));
    waitUntilIdle();
    EXPECT_EQ(question(), nullptr);
    EXPECT_TRUE(find_journals(faces(), folder / "none").empty());
}

TEST_F(Annotating, AReadOnlyFolderIsAnnotatedIntoAProject) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    std::filesystem::permissions(faces(), std::filesystem::perms(0555));
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    ASSERT_NE(document()->journal(), nullptr);
    EXPECT_NE(document()->journal()->file().parent_path(), faces());
    pressSave();
    auto* dialog = page().findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QLineEdit*>()->setText(toQString(folder / "work.rudolph"));
    QMetaObject::invokeMethod(dialog, "accept");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    EXPECT_EQ(open_dataset(folder / "work.rudolph").samples[0].points_in_image,
              document()->face(0).points_in_image);
    std::filesystem::permissions(faces(), std::filesystem::perms(0755));
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

TEST_F(Annotating, ABrowsedSetIsNotWrittenTo) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    std::set<std::filesystem::path> before;
    for (const auto& entry : std::filesystem::directory_iterator(faces()))
        before.insert(entry.path());
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_D);
    std::set<std::filesystem::path> after;
    for (const auto& entry : std::filesystem::directory_iterator(faces()))
        after.insert(entry.path());
    EXPECT_EQ(before, after);
}

}  // namespace
}  // namespace rudolph

#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <opencv2/imgcodecs.hpp>

#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/canvas/face_view.h"
#include "ui/data/sample_list_panel.h"
#include "ui/documents/annotation_document.h"

namespace rudolph::test {

/// The studio's window, and a folder for photographs whose name is not ASCII, to annotate with the
/// mouse and the keys.
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
    DataPage& page() { return *window.findChild<DataPage*>(); }
    bool shows(int face) {
        return document() != nullptr && view->hasImage() &&
               view->accessibleDescription().toStdString() == document()->face(face).id;
    }
    void open(const std::filesystem::path& path) {
        AnnotationDocument* before = document();
        QSignalSpy changed(window.session(), &Session::datasetChanged);
        window.session()->opener().open(toQString(path));
        ASSERT_TRUE(waitFor([&] { return !changed.empty(); })) << before;
        ASSERT_TRUE(waitFor([&] { return shows(0); }));
        waitUntilIdle();
    }
    void waitUntilIdle() {
        ASSERT_TRUE(waitFor([&] { return window.session()->activities().active().empty(); }));
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

}  // namespace rudolph::test

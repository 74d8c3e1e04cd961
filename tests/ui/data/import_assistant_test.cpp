// Data that no reader knows, from a dropped folder to drawn points, by mouse and keys.
#include "ui/data/import_assistant.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTest>

#include "core/base/json.h"
#include "core/formats/recipe_store.h"
#include "tests/support/made_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/tab_walk.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/data/data_page.h"
#include "ui/data/recipe_form.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/session/data_opener.h"
#include "ui/session/session.h"
#include "ui/window/main_window.h"

namespace rudolph {
namespace {

using test::MadeFaces;
using test::waitFor;

class ImportAssistantTest : public testing::Test {
protected:
    ImportAssistantTest() {
        std::filesystem::remove_all(recipes_folder());
        page.resize(1280, 800);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&page));
        QApplication::setActiveWindow(&page);
        assistant = page.findChild<ImportAssistant*>();
    }
    ~ImportAssistantTest() override { std::filesystem::remove_all(recipes_folder()); }

    /// Pictures in one folder and points in another, y before x, under names of their own.
    std::filesystem::path writeFaces(const std::string& name, bool y_first = false) {
        std::filesystem::path folder = dir / name;
        made.write_pictures([&](int i) {
            std::filesystem::create_directories(folder / "photos");
            return folder / "photos" / ("face_" + std::to_string(i) + ".png");
        });
        for (int i = 0; i < made.size(); ++i)
            test::write_text(folder / "marks" / ("face_" + std::to_string(i) + "_marks.dat"),
                             made.text(i, [y_first](int, Point p) {
                                 return y_first ? test::decimal(p.y) + " " + test::decimal(p.x)
                                                : test::decimal(p.x) + " " + test::decimal(p.y);
                             }));
        return folder;
    }
    void drop(const std::filesystem::path& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(toQString(path))});
        const QPoint at(600, 400);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &enter);
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &dropped);
        settle();
    }
    void settle() {
        ASSERT_TRUE(waitFor(
            [&] { return session.activities().active().empty() && assistant->isSettled(); }));
        QTest::qWait(0);
    }
    QPushButton* button(const char* name) { return assistant->findChild<QPushButton*>(name); }
    template <class Widget>
    Widget* field(const char* name) {
        auto* found = assistant->findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name;
        assistant->findChild<QScrollArea*>()->ensureWidgetVisible(found);
        return found;
    }
    void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }
    void clickTick(const char* name) {
        auto* tick = field<QCheckBox>(name);
        QTest::mouseClick(tick, Qt::LeftButton, {}, {8, tick->height() / 2});
        settle();
    }
    QString words(const char* name) { return assistant->findChild<QLabel*>(name)->text(); }
    QListWidget* proposals() { return assistant->findChild<QListWidget*>("proposals"); }
    FaceView* example(int number) {
        return assistant->findChild<FaceView*>(QStringLiteral("example %1").arg(number));
    }
    /// The points that are drawn on an example; which face it is, its file's name tells.
    void expectDrawn(int number, bool swapped = false) {
        const FaceView* view = example(number);
        ASSERT_TRUE(view->hasImage());
        ASSERT_TRUE(view->truth().has_value());
        const QString name = view->accessibleDescription();
        const int face = name.mid(5, name.indexOf('.') - 5).toInt();
        const std::vector<Point>& expected = made.points(face);
        const std::vector<Point>& drawn = view->truth()->points_in_image.points;
        ASSERT_EQ(drawn.size(), expected.size());
        for (size_t i = 0; i < drawn.size(); ++i) {
            const Point wanted = swapped ? Point(expected[i].y, expected[i].x) : expected[i];
            ASSERT_NEAR(drawn[i].x, wanted.x, 0.01) << name.toStdString() << ", point " << i;
            ASSERT_NEAR(drawn[i].y, wanted.y, 0.01) << name.toStdString() << ", point " << i;
        }
    }

    MadeFaces made{5};
    test::TempDir dir;
    Session session;
    DataPage page{&session};
    ImportAssistant* assistant;
};

TEST_F(ImportAssistantTest, AnUnknownFolderBecomesDrawnPointsByMouseAlone) {
    drop(writeFaces("unknown"));
    ASSERT_TRUE(assistant->isVisible());
    EXPECT_TRUE(words("found").contains("photos")) << words("found").toStdString();
    EXPECT_TRUE(words("verdict").contains("iBUG")) << words("verdict").toStdString();
    EXPECT_TRUE(words("doubt").isEmpty()) << words("doubt").toStdString();
    ASSERT_GE(proposals()->count(), 1);
    EXPECT_EQ(proposals()->currentRow(), 0);
    for (const int number : {1, 2, 3})
        expectDrawn(number);

    click(button("open"));
    settle();
    ASSERT_NE(session.document(), nullptr);
    EXPECT_FALSE(assistant->isVisible());
    EXPECT_EQ(session.document()->faceCount(), made.size());
    EXPECT_EQ(session.dataset()->format, DatasetFormat::Recipe);
    auto* view = page.findChild<FaceView*>("face");
    ASSERT_TRUE(waitFor([&] { return view->hasImage() && view->truth().has_value(); }));
    EXPECT_NEAR(view->truth()->points_in_image.points[30].x, made.points(0)[30].x, 0.01);
}

TEST_F(ImportAssistantTest, ChangingWhichNumberIsXChangesTheDrawnPoints) {
    drop(writeFaces("unknown"));
    expectDrawn(1);
    clickTick("y first");
    expectDrawn(1, true);
    EXPECT_FALSE(words("doubt").isEmpty());
    EXPECT_TRUE(button("open")->isEnabled());
    clickTick("y first");
    expectDrawn(1);
    EXPECT_TRUE(words("doubt").isEmpty()) << words("doubt").toStdString();
}

TEST_F(ImportAssistantTest, FindsThatYComesFirst) {
    drop(writeFaces("unknown", true));
    EXPECT_TRUE(field<QCheckBox>("y first")->isChecked());
    expectDrawn(1);
}

TEST_F(ImportAssistantTest, CountsPixelsFromOneWhenToldTo) {
    drop(writeFaces("unknown"));
    ASSERT_TRUE(example(1)->truth().has_value());
    const double before = example(1)->truth()->points_in_image.points[0].x;
    auto* first = field<QComboBox>("first pixel");
    first->setFocus();
    QTest::keyClick(first, first->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    settle();
    ASSERT_TRUE(example(1)->truth().has_value());
    const double after = example(1)->truth()->points_in_image.points[0].x;
    EXPECT_NEAR(std::abs(after - before), 1, 0.01);
}

TEST_F(ImportAssistantTest, WhatIsRememberedOpensByItselfTheNextTime) {
    drop(writeFaces("first"));
    EXPECT_TRUE(field<QCheckBox>("remember")->isChecked());
    auto* name = field<QLineEdit>("recipe name");
    EXPECT_EQ(name->text(), "first");
    name->selectAll();
    QTest::keyClicks(name, "our marks");
    click(button("open"));
    settle();
    ASSERT_EQ(remembered_recipes().size(), 1U);
    EXPECT_EQ(remembered_recipes()[0].name, "our marks");

    drop(writeFaces("second"));
    EXPECT_FALSE(assistant->isVisible());
    ASSERT_NE(session.dataset(), nullptr);
    EXPECT_EQ(session.dataset()->name, "second");
    EXPECT_EQ(session.dataset()->recipe, "our marks");
}

TEST_F(ImportAssistantTest, IsNotRememberedWhenTheTickIsTakenAway) {
    drop(writeFaces("once"));
    click(button("open"));
    settle();
    std::filesystem::remove_all(recipes_folder());
    drop(writeFaces("twice"));
    ASSERT_TRUE(assistant->isVisible());
    auto* remember = field<QCheckBox>("remember");
    QTest::mouseClick(remember, Qt::LeftButton, {}, {8, remember->height() / 2});
    click(button("open"));
    settle();
    EXPECT_EQ(session.dataset()->name, "twice");
    EXPECT_TRUE(remembered_recipes().empty());
}

TEST_F(ImportAssistantTest, ARecipeThatReadsNothingSaysWhyAndBlocksNothing) {
    drop(writeFaces("unknown"));
    auto* files = field<QLineEdit>("files");
    files->setFocus();
    files->selectAll();
    QTest::keyClicks(files, "*.abc");
    settle();
    EXPECT_FALSE(button("open")->isEnabled());
    EXPECT_TRUE(words("doubt").contains("abc")) << words("doubt").toStdString();
    EXPECT_FALSE(example(1)->hasImage());
    files->selectAll();
    QTest::keyClick(files, Qt::Key_Delete);
    settle();
    EXPECT_FALSE(words("doubt").isEmpty());
    QTest::keyClicks(files, "*.dat");
    settle();
    EXPECT_TRUE(button("open")->isEnabled());
    expectDrawn(1);
}

TEST_F(ImportAssistantTest, SavesARecipeAndReadsByIt) {
    drop(writeFaces("unknown", true));
    click(button("save recipe"));
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    const std::filesystem::path file = dir / "ours.json";
    dialog->selectFile(toQString(file));
    static_cast<QDialog*>(dialog)->accept();
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(file); }));
    const Recipe saved = read_recipe(file);
    EXPECT_EQ(saved.points.order, "yx");
    EXPECT_EQ(saved.recognise.points, 68);

    // What opens by itself may be read by it, too.
    QTest::keyClick(assistant, Qt::Key_Escape);
    EXPECT_FALSE(assistant->isVisible());
    session.opener().openByRecipe(toQString(dir / "unknown"), saved);
    settle();
    ASSERT_NE(session.document(), nullptr);
    page.actions()->at("data/recipe")->trigger();
    settle();
    EXPECT_TRUE(assistant->isVisible());
    EXPECT_EQ(assistant->path(), toQString(dir / "unknown"));
    click(button("back"));
    EXPECT_FALSE(assistant->isVisible());
    EXPECT_NE(session.document(), nullptr);
}

TEST_F(ImportAssistantTest, OpensThePhotographsAlone) {
    drop(writeFaces("unknown"));
    click(button("pictures only"));
    settle();
    ASSERT_NE(session.document(), nullptr);
    EXPECT_EQ(session.dataset()->format, DatasetFormat::Pictures);
    EXPECT_EQ(session.document()->faceCount(), made.size());
}

TEST_F(ImportAssistantTest, AsksWhatToReadWhileNothingIsOpen) {
    page.actions()->at("data/recipe")->trigger();
    ASSERT_TRUE(assistant->isVisible());
    auto* panel = qobject_cast<MessagePanel*>(assistant->currentWidget());
    ASSERT_NE(panel, nullptr);
    EXPECT_EQ(panel->title(), "Say how faces are read");
    std::filesystem::create_directories(dir / "empty");
    test::write_text(dir / "empty" / "readme.txt", "Nothing but words.\n");
    assistant->setData(toQString(dir / "empty"));
    settle();
    EXPECT_TRUE(panel->title().startsWith("There are no points in"))
        << panel->title().toStdString();
    assistant->setData(toQString(dir / "gone"));
    settle();
    EXPECT_TRUE(panel->title().contains("cannot be read")) << panel->title().toStdString();
    QTest::keyClick(assistant, Qt::Key_Escape);
    EXPECT_FALSE(assistant->isVisible());
}

TEST_F(ImportAssistantTest, CancellingLeavesWhatWasOpen) {
    const std::filesystem::path folder = writeFaces("unknown");
    page.actions()->at("data/recipe")->trigger();
    assistant->setData(toQString(folder));
    EXPECT_FALSE(assistant->isSettled());
    QTest::keyClick(assistant, Qt::Key_Escape);
    ASSERT_TRUE(waitFor([&] { return assistant->isSettled(); }));
    // It may have been done before the wish came through.
    EXPECT_TRUE(!assistant->isVisible() || proposals()->count() > 0);
}

TEST_F(ImportAssistantTest, EveryControlIsReachedByTab) {
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    QApplication::setActiveWindow(&window);
    window.session()->opener().open(toQString(writeFaces("unknown")));
    auto* shown = window.findChild<ImportAssistant*>();
    ASSERT_TRUE(waitFor([&] {
        return window.session()->activities().active().empty() && shown->isVisible() &&
               shown->isSettled();
    }));
    QTest::qWait(50);
    const test::TabWalk walk(window);
    EXPECT_GE(walk.visited().size(), 12U);
    for (const QString& problem : walk.problems())
        ADD_FAILURE() << problem.toStdString();
}

TEST_F(ImportAssistantTest, ATableIsReadFromItsColumns) {
    const std::filesystem::path folder = dir / "table";
    std::filesystem::create_directories(folder);
    made.write_pictures([&](int i) { return folder / ("face_" + std::to_string(i) + ".png"); });
    std::string text;
    for (int i = 0; i < made.size(); ++i)
        text += "face_" + std::to_string(i) + ".png|" +
                made.text(
                    i, [](int, Point p) { return test::decimal(p.x) + "|" + test::decimal(p.y); },
                    "|") +
                "\n";
    test::write_text(folder / "points.dat", text);
    drop(folder / "points.dat");
    ASSERT_TRUE(assistant->isVisible());
    expectDrawn(1);
    EXPECT_FALSE(button("pictures only")->isVisible());
    click(button("open"));
    settle();
    ASSERT_NE(session.document(), nullptr);
    EXPECT_EQ(session.document()->faceCount(), made.size());
}

}  // namespace
}  // namespace rudolph

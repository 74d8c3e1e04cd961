#include "ui/session/watched_faces.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

void forgetWatched(const QString& data) {
    WatchedFaces faces;
    faces.watch(data, faces.ids(data), false);
}

struct WatchedFacesTest : testing::Test {
    ~WatchedFacesTest() override { forgetWatched("/faces"); }

    QAction* action(const QStringList& ids) {
        menu.clear();
        faces.fillMenu(&menu, "/faces", ids);
        return menu.actions().front();
    }

    WatchedFaces faces;
    QMenu menu;
};

TEST_F(WatchedFacesTest, RemembersTheFacesOfEachSetInTheirOrder) {
    const QSignalSpy changed(&faces, &WatchedFaces::changed);
    faces.watch("/faces", {"b", "a"}, true);
    faces.watch("/faces", {"a"}, true);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(WatchedFaces().ids("/faces"), QStringList({"b", "a"}));
    EXPECT_TRUE(faces.ids("/other").isEmpty());
    faces.watch("/faces", {"b"}, false);
    EXPECT_EQ(faces.ids("/faces"), QStringList({"a"}));
}

TEST_F(WatchedFacesTest, TheMenuWatchesAndLetsGo) {
    EXPECT_FALSE(action({"a", "b"})->isChecked());
    action({"a", "b"})->trigger();
    EXPECT_EQ(faces.ids("/faces"), QStringList({"a", "b"}));
    EXPECT_TRUE(action({"a"})->isChecked());
    EXPECT_FALSE(action({"a", "c"})->isChecked());
    action({"a"})->trigger();
    EXPECT_EQ(faces.ids("/faces"), QStringList({"b"}));
}

TEST_F(WatchedFacesTest, TakesNoMoreThanAreKept) {
    QStringList many;
    for (int i = 0; i < WatchedFaces::kMost; ++i)
        many << QString::number(i);
    faces.watch("/faces", many, true);
    EXPECT_FALSE(action({"one more"})->isEnabled());
    EXPECT_TRUE(action({"3"})->isEnabled());
    faces.watch("/faces", {"one more"}, true);
    EXPECT_EQ(faces.ids("/faces").size(), WatchedFaces::kMost);
}

struct WatchingTest : test::StudioFixture {
    ~WatchingTest() override { forgetWatched(toQString(folder / "faces")); }

    QStringList shown() {
        QStringList ids;
        for (const StripFace& face : epochFaces().strip()->faces())
            ids << QString::fromStdString(face.result.sample_id);
        return ids;
    }
    QAction* openMenu() {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        return menu == nullptr ? nullptr : menu->actions().back();
    }
};

TEST_F(WatchingTest, TheStripShowsTheFacesThatAreWatched) {
    startTraining("3");
    waitForEnd();
    const QStringList spread = shown();
    ASSERT_GE(spread.size(), 2);
    FaceStrip* strip = epochFaces().strip();
    // The second one, by keys alone.
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Right);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(strip, &event);
    ASSERT_NE(openMenu(), nullptr);
    openMenu()->trigger();
    QApplication::activePopupWidget()->close();
    EXPECT_EQ(shown(), QStringList({spread[1]}));
    EXPECT_EQ(epochFaces().orderBox()->currentText(), "Those I watch");
    // The next training has it from its first epoch on, and again when it is let go.
    QTest::mouseClick(startButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(shown(), QStringList({spread[1]}));
    window.session()->watchedFaces().watch(toQString(folder / "faces"), {spread[1]}, false);
    EXPECT_EQ(shown().size(), spread.size());
}

TEST_F(WatchingTest, AFaceOfTheDataPageIsWatchedFromTheNextEpochOn) {
    openFaces();
    startTraining("100000");
    waitForEpochs(1);
    const int validated = static_cast<int>(window.session()->split().validation.size());
    ASSERT_GT(validated, 0);
    const auto index = window.session()->split().validation.back();
    const Sample& face = window.session()->dataset()->samples[static_cast<size_t>(index)];
    const QString id = QString::fromStdString(face.id);
    window.session()->watchedFaces().watch(toQString(folder / "faces"), {id, "no such face"}, true);
    EXPECT_TRUE(waitFor([&] { return shown() == QStringList({id}); }));
    trainings().stop();
    waitForEnd();
}

}  // namespace
}  // namespace rudolph

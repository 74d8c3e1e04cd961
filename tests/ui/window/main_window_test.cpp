#include "ui/window/main_window.h"

#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

using test::waitFor;

struct MainWindowTest : test::StudioFixture {
    /// Beside the pages.
    void dropOnItsCorner(const QList<QUrl>& urls) {
        QMimeData mime;
        mime.setUrls(urls);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
    }
};

TEST_F(MainWindowTest, OpensOnTheDataPageWithARailOfItsPages) {
    EXPECT_EQ(window.page(), StudioPage::Data);
    auto* rail = window.findChild<QToolBar*>("rail");
    ASSERT_NE(rail, nullptr);
    QStringList words;
    for (const QAction* action : rail->actions())
        words << action->text();
    EXPECT_EQ(words, QStringList({"Data", "Augment", "Train", "Runs", "Cases", "Photos"}));
}

TEST_F(MainWindowTest, SwitchesPagesByKeyAndByClick) {
    showPage(Qt::Key_5);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    showPage(Qt::Key_4);
    EXPECT_EQ(window.page(), StudioPage::Runs);
    showPage(Qt::Key_3);
    EXPECT_EQ(window.page(), StudioPage::Train);
    showPage(Qt::Key_2);
    EXPECT_EQ(window.page(), StudioPage::Augment);
    showPage(Qt::Key_1);
    EXPECT_EQ(window.page(), StudioPage::Data);
    auto* rail = window.findChild<QToolBar*>("rail");
    QTest::mouseClick(rail->widgetForAction(rail->actions().at(4)), Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    EXPECT_TRUE(rail->actions().at(4)->isChecked());
    EXPECT_FALSE(rail->actions().at(0)->isChecked());
}

TEST_F(MainWindowTest, OpensAFolderThatIsDroppedOnIt) {
    showPage(Qt::Key_5);
    dropOnItsCorner({QUrl::fromLocalFile(toQString(folder / "faces"))});
    ASSERT_TRUE(waitFor([&] { return window.session()->dataset() != nullptr; }));
    EXPECT_EQ(window.session()->dataset()->samples.size(), 12U);
    EXPECT_EQ(window.page(), StudioPage::Data);
}

TEST_F(MainWindowTest, GivesWhatIsDroppedBesideThePhotosPageToIt) {
    window.findChild<PhotoPage*>()->setTools(
        test::fakePhotoTools(std::make_shared<test::PhotoCalls>()));
    showPage(Qt::Key_6);
    QList<QUrl> urls;
    for (const char* name : {"one.png", "two.png"}) {
        cv::imwrite((folder / name).string(), test::discs({{150, 200}}));
        urls << QUrl::fromLocalFile(toQString(folder / name));
    }
    dropOnItsCorner(urls);
    ASSERT_TRUE(waitFor([&] {
        return window.findChild<PhotoPage*>()->photos().list().rowCount() == 2 &&
               window.findChild<PhotoPage*>()->isSettled();
    }));
    EXPECT_EQ(window.page(), StudioPage::Photos);
    EXPECT_EQ(window.session()->dataset(), nullptr);
    const auto shown = [&](const QString& words) {
        for (auto* label : window.statusBar()->findChildren<QLabel*>())
            if (label->text() == words)
                return true;
        return false;
    };
    EXPECT_TRUE(waitFor([&] { return shown("2 photographs · 2 faces"); }));
    showPage(Qt::Key_1);
    EXPECT_TRUE(shown("Nothing loaded"));
}

TEST_F(MainWindowTest, NoFactoryKeyIsInTheWayOfAnother) {
    const Shortcuts& shortcuts = *window.shortcuts();
    ASSERT_GT(shortcuts.entries().size(), 50U);
    for (const Shortcuts::Entry& entry : shortcuts.entries())
        for (const QKeySequence& key : entry.defaults)
            for (const Shortcuts::Conflict& other : shortcuts.conflicts(entry.id, key))
                ADD_FAILURE() << entry.id.toStdString() << " and " << other.name.toStdString()
                              << ": " << key.toString().toStdString();
}

TEST_F(MainWindowTest, RemembersItsGeometry) {
    window.resize(1011, 707);
    QTest::qWait(50);
    window.close();
    MainWindow again;
    // No wider than the screen of tests, where newer Qt restores it.
    EXPECT_EQ(again.height(), 707);
    EXPECT_TRUE(again.width() == 1011 || again.width() < again.screen()->size().width())
        << again.width();
}

TEST_F(MainWindowTest, SaysWhichDeviceComputesOnceTheEngineIsThere) {
    QSignalSpy ready(&trainings(), &Trainings::engineReady);
    QSignalSpy missing(&trainings(), &Trainings::engineMissing);
    ASSERT_TRUE(waitFor([&] { return !ready.isEmpty() || !missing.isEmpty(); }));
    ASSERT_TRUE(missing.isEmpty()) << missing.first().first().toString().toStdString();
    QStringList texts;
    for (const QLabel* label : window.statusBar()->findChildren<QLabel*>())
        texts << label->text();
    EXPECT_FALSE(texts.filter(QRegularExpression("^(CPU|CUDA)")).isEmpty())
        << texts.join(", ").toStdString();
}

TEST_F(MainWindowTest, ShowsItsDialogsWithoutWaitingForThem) {
    for (QAction* menu : window.menuBar()->actions())
        if (menu->text() == "&Help")
            for (QAction* entry : menu->menu()->actions())
                entry->trigger();
    EXPECT_EQ(window.findChildren<QDialog*>().size(), 3);
}

TEST_F(MainWindowTest, ClosingMidTrainingKeepsTheRunAndThenCloses) {
    startTraining("100000");
    waitForEpochs(1);
    window.close();
    EXPECT_TRUE(window.isVisible());
    EXPECT_FALSE(window.centralWidget()->isEnabled());
    ASSERT_TRUE(waitFor([&] { return !window.isVisible(); }));
    const RunRecord run = onlyRun();
    EXPECT_EQ(run.summary.state, RunState::Stopped);
    EXPECT_GE(run.summary.epochs_done, 1);
    EXPECT_TRUE(std::filesystem::exists(run.folder / "best.safetensors"));
}

}  // namespace
}  // namespace rudolph

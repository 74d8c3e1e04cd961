#include "ui/cases/cases_page.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QToolButton>

#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/ui/support/cases_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/canvas/face_view.h"
#include "ui/session/data_opener.h"

namespace rudolph {
namespace {

using test::waitFor;

struct CasesPageTest : test::CasesFixture {
    QListWidget& runList() { return *cases().findChild<QListWidget*>("runs"); }
    NoticeBar& lostNotice() { return *cases().findChild<NoticeBar*>("lost"); }
    void showCases() {
        showPage(Qt::Key_5);
        ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
    }
};

TEST_F(CasesPageTest, WithoutRunsSaysWhatWillBeHere) {
    showPage(Qt::Key_5);
    auto* message = cases().findChild<MessagePanel*>();
    EXPECT_TRUE(message->isVisible());
    EXPECT_EQ(message->title(), "No runs yet");
}

TEST_F(CasesPageTest, ShowsTheLatestRunByItself) {
    writeRun(8);
    showCases();
    EXPECT_EQ(runList().count(), 1);
    EXPECT_EQ(caseOrder().rowCount(), 8);
    EXPECT_FALSE(isViewing());
}

TEST_F(CasesPageTest, FollowsRunsThatGoOnWhileItIsVisible) {
    const auto run = writeRun(8, RunState::Running);
    showCases();
    EXPECT_TRUE(runList().item(0)->text().contains("running"));
    const QString id = runList().item(0)->data(Qt::UserRole).toString();
    RunSummary summary = read_run(run).summary;
    summary.state = RunState::Finished;
    summary.error_px = 1.5;
    RunWriter(run, preset("nose-tip")).write_summary(summary);
    ASSERT_TRUE(waitFor([&] { return runList().item(0)->text().contains("finished · 1.5 px"); }))
        << runList().item(0)->text().toStdString();
    EXPECT_TRUE(cases().findChild<QLabel*>("state")->text().startsWith("Finished"));
    EXPECT_EQ(runList().currentRow(), 0);
    // A new one comes while the old one stays chosen.
    writeRun(3);
    window.session()->runs().refresh();
    ASSERT_TRUE(waitFor([&] { return runList().count() == 2; }));
    EXPECT_EQ(runList().currentItem()->data(Qt::UserRole).toString(), id);
    EXPECT_EQ(caseOrder().rowCount(), 8);
}

TEST_F(CasesPageTest, ShowsACaseLargeAndGoesThroughThemByKey) {
    writeRun(8);
    showCases();
    clickCase(1);
    EXPECT_TRUE(isViewing());
    const QString second = title();
    EXPECT_TRUE(
        caseOrder().index(1, 0).data(CaseListModel::SearchRole).toString().startsWith(second));
    ASSERT_TRUE(waitFor([&] { return caseViewer().view()->hasImage(); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    EXPECT_NE(title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    EXPECT_EQ(title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(isViewing());
    EXPECT_TRUE(gallery().hasFocus());
    QTest::keyClick(&gallery(), Qt::Key_Return);
    EXPECT_TRUE(isViewing());
    EXPECT_EQ(title(), second);
}

TEST_F(CasesPageTest, FiltersByWhatIsTyped) {
    writeRun(8);
    showCases();
    auto* search = cases().findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, "face12");
    EXPECT_EQ(caseOrder().rowCount(), 1);
    QTest::keyClicks(search, "zzz");
    EXPECT_EQ(caseOrder().rowCount(), 0);
}

TEST_F(CasesPageTest, ExplainsARunThatHasMeasuredNoFaceYet) {
    const auto run = writeRun(0, RunState::Stopped);
    openCases(run);
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(waitFor([&] { return message->title() == "No faces to look at"; }));
    EXPECT_TRUE(message->isVisible());
}

TEST_F(CasesPageTest, SaysWhatIsWrongWithABrokenRun) {
    const auto run = writeRun(8);
    write_file(run / "predictions.csv", "what is this\n1,2,3\n");
    openCases(run);
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(waitFor([&] { return message->title() == "The run cannot be read"; }));
    EXPECT_TRUE(message->text().contains("predictions.csv")) << message->text().toStdString();
}

TEST_F(CasesPageTest, ShowsAFaceWhosePictureIsGoneAsSuch) {
    writeRun(3);
    std::filesystem::remove(folder / "faces" / "face10.png");
    showCases();
    ASSERT_TRUE(waitFor([&] { return caseModel().thumbnail(0), caseModel().isBroken(0); }));
    EXPECT_FALSE(gallery().grab().isNull());
}

TEST_F(CasesPageTest, FindsPicturesAgainThatHaveMoved) {
    writeRun(3);
    const auto now = folder / "Gesichter, jetzt hier";
    std::filesystem::rename(folder / "faces", now);
    showCases();
    EXPECT_TRUE(lostNotice().isVisible());
    EXPECT_TRUE(lostNotice().text().startsWith("3 pictures of this run are not in "))
        << lostNotice().text().toStdString();
    EXPECT_TRUE(lostNotice().text().contains(toQString(folder / "faces")));
    EXPECT_TRUE(lostNotice().actionButton()->isVisible());
    QSignalSpy wanted(&window.session()->navigation(), &Navigation::facesWanted);
    QTest::mouseClick(lostNotice().actionButton(), Qt::LeftButton);
    EXPECT_EQ(wanted.size(), 1);
    EXPECT_EQ(window.page(), StudioPage::Data);
    auto* dialog = window.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->close();
    window.session()->opener().open(toQString(now));
    ASSERT_TRUE(waitFor([&] { return window.session()->dataset() != nullptr; }));
    showCases();
    ASSERT_TRUE(waitFor([&] { return !lostNotice().isVisible(); }));
    for (int row = 0; row < 3; ++row)
        ASSERT_TRUE(waitFor([&] { return !caseModel().thumbnail(row).image.isNull(); }));
    EXPECT_EQ(caseModel().caseAt(0).image.parent_path(), now);
}

}  // namespace
}  // namespace rudolph

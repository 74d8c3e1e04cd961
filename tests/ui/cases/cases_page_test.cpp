#include "ui/cases/cases_page.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QToolButton>

#include "core/base/file.h"
#include "tests/ui/support/cases_fixture.h"
#include "ui/canvas/face_view.h"

namespace rudolph {
namespace {

using test::kWaitMs;

struct CasesPageTest : test::CasesFixture {
    void showCases() {
        showPage(Qt::Key_5);
        ASSERT_TRUE(QTest::qWaitFor([&] { return cases().order()->rowCount() > 0; }, kWaitMs));
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
    EXPECT_EQ(cases().runList()->count(), 1);
    EXPECT_EQ(cases().order()->rowCount(), 8);
    EXPECT_FALSE(cases().isViewing());
}

TEST_F(CasesPageTest, ShowsACaseLargeAndGoesThroughThemByKey) {
    writeRun(8);
    showCases();
    QListView* gallery = cases().gallery();
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {},
                      gallery->visualRect(cases().order()->index(1, 0)).center());
    EXPECT_TRUE(cases().isViewing());
    const QString second = cases().viewer()->title();
    EXPECT_TRUE(
        cases().order()->index(1, 0).data(CaseListModel::SearchRole).toString().startsWith(second));
    ASSERT_TRUE(QTest::qWaitFor([&] { return cases().viewer()->view()->hasImage(); }, kWaitMs));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    EXPECT_NE(cases().viewer()->title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    EXPECT_EQ(cases().viewer()->title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(cases().isViewing());
    EXPECT_TRUE(gallery->hasFocus());
    QTest::keyClick(gallery, Qt::Key_Return);
    EXPECT_TRUE(cases().isViewing());
    EXPECT_EQ(cases().viewer()->title(), second);
}

TEST_F(CasesPageTest, FiltersByWhatIsTyped) {
    writeRun(8);
    showCases();
    auto* search = cases().findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, "face12");
    EXPECT_EQ(cases().order()->rowCount(), 1);
    QTest::keyClicks(search, "zzz");
    EXPECT_EQ(cases().order()->rowCount(), 0);
}

TEST_F(CasesPageTest, ExplainsARunThatHasMeasuredNoFaceYet) {
    const auto run = writeRun(0, RunState::Stopped);
    window.openRun(toQString(run));
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return message->title() == "No faces to look at"; }, kWaitMs));
    EXPECT_TRUE(message->isVisible());
}

TEST_F(CasesPageTest, SaysWhatIsWrongWithABrokenRun) {
    const auto run = writeRun(8);
    write_file(run / "predictions.csv", "what is this\n1,2,3\n");
    window.openRun(toQString(run));
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return message->title() == "The run cannot be read"; }, kWaitMs));
    EXPECT_TRUE(message->text().contains("predictions.csv")) << message->text().toStdString();
}

TEST_F(CasesPageTest, ShowsAFaceWhosePictureIsGoneAsSuch) {
    writeRun(3);
    std::filesystem::remove(folder / "faces" / "face10.png");
    showCases();
    auto* model = cases().model();
    ASSERT_TRUE(QTest::qWaitFor([&] { return model->thumbnail(0), model->isBroken(0); }, kWaitMs));
    EXPECT_FALSE(cases().gallery()->grab().isNull());
}

TEST_F(CasesPageTest, FindsPicturesAgainThatHaveMoved) {
    writeRun(3);
    const auto now = folder / "Gesichter, jetzt hier";
    std::filesystem::rename(folder / "faces", now);
    showCases();
    EXPECT_TRUE(cases().lostNotice()->isVisible());
    EXPECT_TRUE(cases().lostNotice()->text().startsWith("3 pictures of this run are not in "))
        << cases().lostNotice()->text().toStdString();
    EXPECT_TRUE(cases().lostNotice()->text().contains(toQString(folder / "faces")));
    EXPECT_TRUE(cases().lostNotice()->actionButton()->isVisible());
    QSignalSpy wanted(&cases(), &CasesPage::openFolderRequested);
    QTest::mouseClick(cases().lostNotice()->actionButton(), Qt::LeftButton);
    EXPECT_EQ(wanted.size(), 1);
    EXPECT_EQ(window.page(), StudioPage::Data);
    auto* dialog = window.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->close();
    window.openData(toQString(now));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session()->dataset() != nullptr; }, kWaitMs));
    showCases();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !cases().lostNotice()->isVisible(); }, kWaitMs));
    auto* model = cases().model();
    for (int row = 0; row < 3; ++row)
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return !model->thumbnail(row).image.isNull(); }, kWaitMs));
    EXPECT_EQ(model->caseAt(0).image.parent_path(), now);
}

}  // namespace
}  // namespace rudolph

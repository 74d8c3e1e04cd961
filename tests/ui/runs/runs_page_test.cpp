#include "ui/runs/runs_page.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/ui/support/runs_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/runs/run_exports.h"

namespace rudolph {
namespace {

using test::waitFor;

struct RunsPageTest : test::RunsFixture {
    MessagePanel& message() { return *page().findChild<MessagePanel*>(); }
    RunExports& exports() { return *page().findChild<RunExports*>(); }
};

QPushButton* buttonOf(QWidget* parent, const QString& text) {
    for (auto* button : parent->findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

TEST_F(RunsPageTest, WithoutRunsSaysWhatWillBeHereAndHowToBegin) {
    showPage(Qt::Key_4);
    ASSERT_TRUE(waitFor([&] { return message().title() == "No runs yet"; }));
    EXPECT_TRUE(message().isVisible());
    // Without faces nothing can be trained, and that is said.
    const QSignalSpy reported(&window.session()->navigation(), &Navigation::reported);
    QTest::mouseClick(buttonOf(&page(), "Compare the three nose-tip experiments"), Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Train);
    ASSERT_EQ(reported.count(), 1);
    EXPECT_TRUE(reported.first().first().toString().startsWith("Training did not start"));
    EXPECT_EQ(queue().rowCount(), 0);
}

TEST_F(RunsPageTest, ListsRunsNewestFirstAndSortsNumbersAsNumbers) {
    writeRun("nose-tip", 9, 1);
    writeRun("nose-tip-wide", 10, 2);
    writeRun("nose-tip-fast-lr", 100, 3);
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    showRuns(3);
    EXPECT_TRUE(cell(0, RunColumn::Name).data().toString().startsWith("nose-tip-fast-lr"));
    table().sortByColumn(static_cast<int>(RunColumn::Nme), Qt::AscendingOrder);
    EXPECT_EQ(cell(0, RunColumn::Preset).data(), "nose-tip");
    EXPECT_EQ(cell(1, RunColumn::Preset).data(), "nose-tip-wide");
    EXPECT_EQ(cell(0, RunColumn::Nme).data(), QLocale().toString(18.0, 'f', 2) + " %");
}

TEST_F(RunsPageTest, WhatIsNotKnownIsLastWhicheverWayRound) {
    std::filesystem::remove(writeRun("nose-tip", 9, 1) / "summary.json");
    writeRun("nose-tip-wide", 10, 2);
    writeRun("nose-tip-fast-lr", 4, 3);
    showRuns(3);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table().sortByColumn(static_cast<int>(RunColumn::Nme), order);
        EXPECT_EQ(cell(2, RunColumn::Nme).data(), "–");
    }
}

TEST_F(RunsPageTest, StarsTagsAndNotesAreKeptAndCanBeUndone) {
    const auto run = writeRun("nose-tip", 5, 1);
    showRuns(1);
    click(0, RunColumn::Star);
    ASSERT_TRUE(waitFor([&] { return marksOf(run).starred; }));
    doubleClick(0, RunColumn::Tags);
    auto* editor = table().findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    QTest::keyClicks(editor, "imm, best");
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] {
        return marksOf(run).tags == std::vector<std::string>{"imm", "best"};
    }));
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return marksOf(run) == RunMarks{}; }));
    EXPECT_EQ(cell(0, RunColumn::Star).data(), "☆");
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitFor([&] { return marksOf(run).starred; }));
}

TEST_F(RunsPageTest, AMarkThatCannotBeKeptIsTakenBackAndSaid) {
    const auto run = writeRun("nose-tip", 5, 1);
    showRuns(1);
    write_file(run / "marks.json", "{");
    click(0, RunColumn::Star);
    ASSERT_TRUE(waitFor([&] { return notice().isVisible(); }));
    EXPECT_TRUE(notice().text().contains("marks.json"));
    EXPECT_EQ(cell(0, RunColumn::Star).data(), "☆");
    EXPECT_EQ(read_file(run / "marks.json"), "{");
}

TEST_F(RunsPageTest, FiltersByWordsStateStarAndTag) {
    writeRun("nose-tip", 5, 1);
    write_marks(writeRun("nose-tip-wide", 6, 2, RunState::Stopped), {true, {"größer"}, "a note"});
    showRuns(2);
    auto* search = page().findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, "wide note");
    EXPECT_EQ(filter().rowCount(), 1);
    search->clear();
    QTest::keyClicks(search, "nothing like that");
    EXPECT_EQ(filter().rowCount(), 0);
    search->clear();
    filter().setState(RunState::Stopped);
    EXPECT_EQ(filter().rowCount(), 1);
    filter().setState(std::nullopt);
    filter().setStarredOnly(true);
    EXPECT_EQ(filter().rowCount(), 1);
    filter().setStarredOnly(false);
    for (auto* box : page().findChildren<QComboBox*>())
        if (box->accessibleName() == "Tag") {
            EXPECT_EQ(box->count(), 2);
            box->setCurrentIndex(1);
        }
    EXPECT_EQ(filter().rowCount(), 1);
}

TEST_F(RunsPageTest, RemembersWhichColumnsThePersonWants) {
    writeRun("nose-tip", 5, 1);
    showRuns(1);
    QHeaderView* header = table().horizontalHeader();
    header->moveSection(header->visualIndex(static_cast<int>(RunColumn::Note)), 1);
    header->resizeSection(static_cast<int>(RunColumn::Note), 123);
    RunsPage again(window.session());
    EXPECT_EQ(again.findChild<RunsTable*>()->horizontalHeader()->visualIndex(
                  static_cast<int>(RunColumn::Note)),
              1);
    EXPECT_EQ(again.findChild<RunsTable*>()->columnWidth(static_cast<int>(RunColumn::Note)), 123);
}

TEST_F(RunsPageTest, ARunThatGoesOnIsFollowedWithoutLosingTheChoice) {
    const auto run = writeRun("nose-tip", 5, 1, RunState::Running);
    writeRun("nose-tip-wide", 6, 2);
    showRuns(2);
    click(1, RunColumn::Name);
    const QStringList chosen = table().chosenFolders();
    ASSERT_EQ(chosen, QStringList{toQString(run)});
    RunSummary summary = read_run(run).summary;
    summary.nme = 0.02;
    RunWriter(run, preset("nose-tip")).write_summary(summary);
    shelf().refresh();
    const QString now = QLocale().toString(2.0, 'f', 2) + " %";
    ASSERT_TRUE(waitFor([&] { return cell(1, RunColumn::Nme).data() == now; }));
    EXPECT_EQ(table().chosenFolders(), chosen);
}

TEST_F(RunsPageTest, ADoubleClickOrEnterShowsTheCases) {
    const auto run = writeRun("nose-tip", 5, 1);
    showRuns(1);
    const QSignalSpy cases_requested(&window.session()->navigation(), &Navigation::casesWanted);
    doubleClick(0, RunColumn::Name);
    ASSERT_EQ(cases_requested.count(), 1);
    EXPECT_EQ(cases_requested.first().first().toString(), toQString(run));
    EXPECT_EQ(window.page(), StudioPage::Cases);
    showPage(Qt::Key_4);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    EXPECT_EQ(cases_requested.count(), 2);
}

TEST_F(RunsPageTest, ARunWithoutAnEpochIsNotOfferedToBeTrainedFurther) {
    const auto run = writeRun("nose-tip", 5, 1, RunState::Failed);
    RunSummary summary = read_run(run).summary;
    summary.epochs_done = summary.best_epoch = 0;
    const RunWriter writer(run, preset("nose-tip"));
    writer.write_metrics({});
    writer.write_summary(summary);
    writeRun("nose-tip-wide", 6, 2);
    showRuns(2);
    auto* further = page().findChild<QAction*>("runs/further");
    click(0, RunColumn::Name);
    EXPECT_TRUE(further->isEnabled());
    click(1, RunColumn::Name);
    EXPECT_FALSE(further->isEnabled());
    // Why not is said in the menu, below what cannot be done.
    emit table().customContextMenuRequested(placeOf(1, RunColumn::Name));
    auto* menu = page().findChild<QMenu*>("row");
    ASSERT_NE(menu, nullptr);
    const QList<QAction*> actions = menu->actions();
    const auto place = actions.indexOf(further);
    ASSERT_GE(place, 0);
    EXPECT_TRUE(actions[place + 1]->text().startsWith("This run ended before its first epoch"))
        << actions[place + 1]->text().toStdString();
    menu->close();
}

TEST_F(RunsPageTest, RunsGoToTheTrashOnlyAfterAQuestionAndNotWhileTheyGoOn) {
    const auto running = writeRun("nose-tip", 5, 1, RunState::Running);
    const auto done = writeRun("nose-tip-wide", 6, 2);
    showRuns(2);
    table().selectAll();
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Delete);
    auto* box = page().findChild<QMessageBox*>("remove");
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(toQString(done.filename()))) << box->text().toStdString();
    EXPECT_TRUE(notice().text().contains("stop its training"));
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QTest::qWait(50);
    EXPECT_TRUE(std::filesystem::exists(done));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Delete);
    box = nullptr;
    ASSERT_TRUE(
        waitFor([&] { return (box = page().findChild<QMessageBox*>("remove")) != nullptr; }));
    QTest::mouseClick(qobject_cast<QPushButton*>(box->defaultButton()), Qt::LeftButton);
    // A temporary folder may have no trash: then it says so, and the run stays.
    ASSERT_TRUE(waitFor([&] {
        return !std::filesystem::exists(done) || notice().text().contains("Not moved to the trash");
    }));
    EXPECT_TRUE(std::filesystem::exists(running));
}

TEST_F(RunsPageTest, ExportsTheTableAReportAndEventsAndSaysWhere) {
    writeRun("nose-tip", 5, 1);
    const auto wide = writeRun("nose-tip-wide", 4, 2);
    showRuns(2);
    table().selectAll();
    const QString csv = toQString(folder / "räns.csv");
    exports().writeTable(table().chosenRuns(), csv);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains(csv); }));
    EXPECT_NE(read_file(folder / "räns.csv").find("nose-tip-wide"), std::string::npos);
    const QString html = toQString(folder / "report.html");
    exports().writeReport(table().chosenRuns(), html);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains(html); }));
    EXPECT_NE(read_file(folder / "report.html").find("points better"), std::string::npos);
    exports().writeEvents(table().chosenRuns());
    ASSERT_TRUE(waitFor([&] { return notice().text().contains("tfevents"); }));
    const auto files = std::filesystem::directory_iterator(wide);
    EXPECT_TRUE(std::any_of(begin(files), end(files), [](const auto& file) {
        return file.path().filename().string().find("tfevents") != std::string::npos;
    }));
    // Into a folder that cannot be.
    write_file(folder / "file", "x");
    exports().writeTable(table().chosenRuns(), toQString(folder / "file" / "t.csv"));
    ASSERT_TRUE(waitFor([&] { return !notice().text().contains("Written to"); }));
}

TEST_F(RunsPageTest, AReportShowsFacesFromElsewhereOnlyWhenThePersonSaysSo) {
    const auto run = writeRun("nose-tip", 5, 1);
    std::filesystem::create_directories(folder / "elsewhere");
    write_image(folder / "elsewhere/secret.png", cv::Mat(60, 80, CV_8UC3, cv::Scalar(90, 90, 90)));
    std::vector<CasePrediction> cases = read_predictions(run);
    cases[0].image = folder / "elsewhere/secret.png";
    RunWriter(run, read_run(run).experiment).write_predictions(cases);
    showRuns(1);
    table().selectAll();
    const auto pictures = [this] {
        const std::string html = read_file(folder / "report.html");
        int found = 0;
        for (size_t at = 0; (at = html.find("<img ", at)) != std::string::npos; ++at)
            ++found;
        return found;
    };
    const auto ask = [this]() -> QMessageBox* {
        exports().writeReport(table().chosenRuns(), toQString(folder / "report.html"));
        QMessageBox* box = nullptr;
        waitFor([&] { return (box = page().findChild<QMessageBox*>("faces outside")) != nullptr; });
        return box;
    };
    QMessageBox* box = ask();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().contains("secret.png"));
    EXPECT_FALSE(std::filesystem::exists(folder / "report.html"));
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    EXPECT_TRUE(
        waitFor([&] { return page().findChild<QMessageBox*>("faces outside") == nullptr; }));
    EXPECT_FALSE(std::filesystem::exists(folder / "report.html"));

    const int all = static_cast<int>(cases.size());
    for (const auto& [name, count] : {std::pair("leave outside", all - 1), {"show outside", all}}) {
        box = ask();
        ASSERT_NE(box, nullptr);
        QTest::mouseClick(box->findChild<QPushButton*>(name), Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return notice().text().contains("report.html"); }));
        EXPECT_EQ(pictures(), count);
        notice().setText({});
        EXPECT_TRUE(
            waitFor([&] { return page().findChild<QMessageBox*>("faces outside") == nullptr; }));
    }
}

TEST_F(RunsPageTest, RunsAreSharedWithoutWhereTheirDataLieAndNeverOverAnother) {
    const auto run = writeRun("nose-tip", 5, 1);
    write_file(run / "checkpoint.safetensors", "to go on");
    showRuns(1);
    click(0, RunColumn::Name);
    const auto share = [this]() -> QFileDialog* {
        page().findChild<QAction*>("runs/share")->trigger();
        QMessageBox* box = nullptr;
        waitFor([&] { return (box = page().findChild<QMessageBox*>("share")) != nullptr; });
        if (box == nullptr)
            return nullptr;
        EXPECT_TRUE(box->informativeText().contains("private.json"));
        QTest::mouseClick(qobject_cast<QPushButton*>(box->defaultButton()), Qt::LeftButton);
        return page().findChild<QFileDialog*>();
    };
    // It is offered where one looks for it.
    emit table().customContextMenuRequested(placeOf(0, RunColumn::Name));
    auto* menu = page().findChild<QMenu*>("row");
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().contains(page().findChild<QAction*>("runs/share")));
    menu->close();

    std::filesystem::create_directories(folder / "weiter gegeben");
    for (const bool again : {false, true}) {
        QFileDialog* dialog = share();
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QLineEdit*>()->setText(toQString(folder / "weiter gegeben"));
        QMetaObject::invokeMethod(dialog, "accept");
        const QString wanted =
            again ? QStringLiteral("there already") : QStringLiteral("Copied to");
        ASSERT_TRUE(waitFor([&] { return notice().text().contains(wanted); }))
            << notice().text().toStdString();
        QTest::qWait(0);
    }
    const auto copy = folder / "weiter gegeben" / run.filename();
    EXPECT_TRUE(std::filesystem::exists(copy / "experiment.json"));
    EXPECT_FALSE(std::filesystem::exists(copy / "private.json"));
    EXPECT_FALSE(std::filesystem::exists(copy / "checkpoint.safetensors"));
}

TEST_F(RunsPageTest, AnExportThatTakesLongCanBeCancelled) {
    writeRun("nose-tip", 5, 1);
    showRuns(1);
    table().selectAll();
    // A picture that takes far longer to decode than it takes to cancel.
    cv::Mat noise(6000, 6000, CV_8UC3);
    cv::randu(noise, 0, 255);
    write_image(folder / "faces" / "face10.png", noise);
    exports().writeReport(table().chosenRuns(), toQString(folder / "report.html"));
    const auto& active = window.session()->activities().active();
    ASSERT_EQ(active.size(), 1U);
    EXPECT_EQ(active.front()->what(), "Writing the report");
    QSignalSpy status(&window.session()->navigation(), &Navigation::reported);
    active.front()->cancel();
    ASSERT_TRUE(waitFor([&] { return !status.isEmpty(); }));
    EXPECT_EQ(status.last().front(), "Nothing was written");
    ASSERT_TRUE(waitFor([&] { return active.empty(); }));
    EXPECT_FALSE(std::filesystem::exists(folder / "report.html"));
    // And the next export works.
    const QString csv = toQString(folder / "runs.csv");
    exports().writeTable(table().chosenRuns(), csv);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains(csv); }));
}

TEST_F(RunsPageTest, AFolderOfRunsCanBeDropped) {
    const auto run = writeRun("nose-tip", 5, 1);
    std::filesystem::rename(folder / "runs", folder / "andere läufe");
    showPage(Qt::Key_4);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(toQString(folder / "andere läufe" / run.filename()))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page(), &drop);
    ASSERT_TRUE(waitFor([&] { return model().rowCount() == 1; }));
    EXPECT_EQ(window.session()->runsFolder(), toQString(folder / "andere läufe"));
    EXPECT_EQ(table().chosenFolders().size(), 1);
}

TEST_F(RunsPageTest, NamesRunsThatCannotBeReadOnce) {
    writeRun("nose-tip", 5, 1);
    write_file(writeRun("nose-tip-wide", 5, 2) / "summary.json", "{");
    showRuns(1);
    ASSERT_TRUE(waitFor([&] { return notice().isVisible(); }));
    EXPECT_TRUE(notice().text().contains("cannot be read"));
    notice().hide();
    const QSignalSpy read(&model(), &QAbstractItemModel::rowsInserted);
    writeRun("nose-tip", 5, 3);
    shelf().refresh();
    ASSERT_TRUE(waitFor([&] { return model().rowCount() == 2; }));
    EXPECT_FALSE(notice().isVisible());
}

}  // namespace
}  // namespace rudolph

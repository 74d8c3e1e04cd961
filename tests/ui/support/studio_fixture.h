#pragma once

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "core/runs/run_reader.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/cases/case_list_model.h"
#include "ui/cases/case_viewer.h"
#include "ui/cases/cases_page.h"
#include "ui/charts/training_chart.h"
#include "ui/data/data_page.h"
#include "ui/parts/face_strip.h"
#include "ui/parts/message_panel.h"
#include "ui/session/data_opener.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/trainings.h"
#include "ui/train/epoch_faces.h"
#include "ui/train/train_page.h"
#include "ui/window/main_window.h"

namespace rudolph::test {

/// With Ctrl: the training page.
inline constexpr Qt::Key kTrainKey = Qt::Key_3;

/// The studio's window on twelve drawn faces, with a runs folder of its own.
struct StudioFixture : testing::Test {
    StudioFixture() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < 12; ++i)
            write_drawn_face(folder / "faces", "face" + std::to_string(10 + i),
                             {160 + 4 * i, 120 + 2 * i}, 90 + 8 * i);
        // A queue that another test has left.
        while (queue().rowCount() > 0)
            queue().remove(0);
        window.session()->setRunsFolder(runs());
        window.resize(1280, 800);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }

    QString runs() const { return toQString(folder / "runs"); }
    ExperimentDraft& draft() { return window.session()->draft(); }
    Trainings& trainings() { return window.session()->trainings(); }
    TrainingQueue& queue() { return *trainings().queue(); }
    TrainPage& train() { return *window.findChild<TrainPage*>(); }
    /// By its object name.
    QPushButton* trainButton(const char* name) { return train().findChild<QPushButton*>(name); }
    QPushButton* startButton() { return trainButton("start"); }
    TrainingChart& chart() { return *train().findChild<TrainingChart*>(); }
    EpochFaces& epochFaces() { return *train().findChild<EpochFaces*>(); }
    NoticeBar& trainNotice() { return *train().findChild<NoticeBar*>(); }
    QString progressText() { return train().findChild<QLabel*>("progress")->text(); }
    CasesPage& cases() { return *window.findChild<CasesPage*>(); }
    /// The faces of the Cases page, and those that it shows.
    CaseListModel& caseModel() { return *cases().findChild<CaseListModel*>(); }
    CaseOrder& caseOrder() { return *cases().findChild<CaseOrder*>(); }
    QListView& gallery() { return *cases().findChild<QListView*>("gallery"); }
    CaseViewer& caseViewer() { return *cases().findChild<CaseViewer*>(); }
    /// Whether one of them is shown large.
    bool isViewing() { return caseViewer().isVisibleTo(&cases()); }
    void clickCase(int place) {
        QTest::mouseClick(gallery().viewport(), Qt::LeftButton, {},
                          gallery().visualRect(caseOrder().index(place, 0)).center());
    }
    void openCases(const std::filesystem::path& run) {
        window.session()->navigation().showCases(toQString(run));
    }

    void openFaces() {
        window.session()->opener().open(toQString(folder / "faces"));
        ASSERT_TRUE(waitFor([&] { return window.session()->dataset() != nullptr; }));
    }
    void showPage(Qt::Key digit) { QTest::keyClick(&window, digit, Qt::ControlModifier); }
    void type(const char* key, const QString& text) {
        auto* line = train().findChild<QLineEdit*>(key);
        ASSERT_NE(line, nullptr);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    /// Opens the faces and clicks the button that trains for so many epochs.
    void startTraining(const QString& epochs) {
        openFaces();
        showPage(kTrainKey);
        type("epochs", epochs);
        QTest::mouseClick(startButton(), Qt::LeftButton);
        ASSERT_TRUE(trainings().isTraining());
    }
    void waitForEpochs(int count) {
        ASSERT_TRUE(waitFor([&] { return chart().trainingLosses().size() >= count; }))
            << trainNotice().text().toStdString();
    }
    void waitForEnd() {
        ASSERT_TRUE(waitFor([&] { return !trainings().isTraining(); }));
    }
    RunRecord onlyRun() const {
        const RunList list = list_runs(folder / "runs");
        EXPECT_EQ(list.runs.size(), 1U);
        EXPECT_TRUE(list.problems.empty());
        return list.runs.empty() ? RunRecord{} : list.runs.front();
    }

    TempDir folder;
    MainWindow window;
};

}  // namespace rudolph::test

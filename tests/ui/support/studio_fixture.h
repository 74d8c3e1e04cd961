#pragma once

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "core/runs/run_reader.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/cases/case_viewer.h"
#include "ui/cases/cases_page.h"
#include "ui/charts/training_chart.h"
#include "ui/data/data_page.h"
#include "ui/parts/face_strip.h"
#include "ui/parts/message_panel.h"
#include "ui/train/epoch_faces.h"
#include "ui/train/experiment_form.h"
#include "ui/train/queue_panel.h"
#include "ui/train/train_page.h"
#include "ui/train/train_setup.h"
#include "ui/train/training_view.h"
#include "ui/window/main_window.h"

namespace rudolph::test {

inline constexpr int kWaitMs = 60000;
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
        while (train().queue()->rowCount() > 0)
            train().queue()->remove(0);
        window.session()->setRunsFolder(runs());
        window.resize(1280, 800);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }

    QString runs() const { return toQString(folder / "runs"); }
    TrainPage& train() { return *window.trainPage(); }
    CasesPage& cases() { return *window.casesPage(); }
    QPushButton* startButton() { return train().setup()->startButton(); }
    TrainingView& training() { return *train().view(); }

    void openFaces() {
        window.openData(toQString(folder / "faces"));
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return window.session()->dataset() != nullptr; }, kWaitMs));
    }
    void showPage(Qt::Key digit) { QTest::keyClick(&window, digit, Qt::ControlModifier); }
    void type(const char* key, const QString& text) {
        auto* line = qobject_cast<QLineEdit*>(train().setup()->form()->editor(key));
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
        ASSERT_TRUE(train().isTraining());
    }
    void waitForEpochs(int count) {
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return train().view()->chart()->trainingLosses().size() >= count; }, kWaitMs))
            << train().notice()->text().toStdString();
    }
    void waitForEnd() {
        ASSERT_TRUE(QTest::qWaitFor([&] { return !train().isTraining(); }, kWaitMs));
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

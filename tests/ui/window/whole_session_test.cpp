// A session from the first start to the worst case, with nothing but mouse and keys.
#include <QComboBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>

#include "tests/ui/support/studio_fixture.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/variant_model.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_findings.h"
#include "ui/runs/runs_page.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::kWaitMs;

struct WholeSession : test::StudioFixture {
    QPushButton* visibleButton(const QString& text) {
        for (auto* button : window.findChildren<QPushButton*>())
            if (button->isVisible() && button->text().remove('&') == text)
                return button;
        return nullptr;
    }
    void choosePreset(const QString& name) {
        QComboBox* presets = train().findChild<QComboBox*>("preset");
        presets->setFocus();
        while (presets->currentText() != name) {
            const bool below = presets->findText(name) > presets->currentIndex();
            QTest::keyClick(presets, below ? Qt::Key_Down : Qt::Key_Up);
        }
    }
};

TEST_F(WholeSession, FromDemoFacesToTheWorstCase) {
    // Demo faces, by the button of the empty page.
    QPushButton* demo = visibleButton("Make demo faces");
    ASSERT_NE(demo, nullptr);
    QTest::mouseClick(demo, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.session()->dataset() != nullptr; }, kWaitMs));

    // What augmentation does to them.
    showPage(Qt::Key_2);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return window.findChild<AugmentPage*>()->isSettled() && window.findChild<AugmentPage*>()->result() &&
                   !window.findChild<AugmentPage*>()->result()->variants.empty();
        },
        kWaitMs));

    // Three experiments into the queue.
    showPage(kTrainKey);
    for (const char* name : {"nose-tip", "nose-tip-wide", "nose-tip-fast-lr"}) {
        choosePreset(name);
        type("epochs", "3");
        QTest::mouseClick(trainButton("enqueue"), Qt::LeftButton);
    }
    QTest::mouseClick(trainButton("start queue"), Qt::LeftButton);
    waitForEpochs(1);
    QTest::mouseClick(trainButton("pause"), Qt::LeftButton);
    EXPECT_EQ(progressText(), "Paused");
    QTest::mouseClick(trainButton("pause"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return !trainings().isTraining() && queue().waitingCount() == 0; }, kWaitMs));
    for (const QueuedTraining& each : queue().trainings())
        EXPECT_EQ(each.state, QueuedTraining::State::Finished) << each.outcome.toStdString();

    // Compared.
    showPage(Qt::Key_4);
    RunsPage& runs = *window.runsPage();
    ASSERT_TRUE(QTest::qWaitFor([&] { return runs.model()->rowCount() == 3; }, kWaitMs));
    runs.table()->setFocus();
    QTest::keyClick(runs.table(), Qt::Key_A, Qt::ControlModifier);
    const auto words = [&] { return runs.comparison()->findings()->plainText(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return words().contains("faces better"); }, kWaitMs))
        << words().toStdString();
    EXPECT_TRUE(words().contains("Channels per layer")) << words().toStdString();
    EXPECT_TRUE(words().contains("Learning rate")) << words().toStdString();

    // The worst case of one of them.
    const QRect first = runs.table()->visualRect(runs.filter()->index(0, 1));
    QTest::mouseClick(runs.table()->viewport(), Qt::LeftButton, {}, first.center());
    QTest::mouseDClick(runs.table()->viewport(), Qt::LeftButton, {}, first.center());
    EXPECT_EQ(window.page(), StudioPage::Cases);
    ASSERT_TRUE(QTest::qWaitFor([&] { return cases().order()->rowCount() > 0; }, kWaitMs));
    const QRect worst = cases().gallery()->visualRect(cases().order()->index(0, 0));
    QTest::mouseClick(cases().gallery()->viewport(), Qt::LeftButton, {}, worst.center());
    EXPECT_TRUE(cases().isViewing());
}

}  // namespace
}  // namespace rudolph

// A session from the first start to the worst case, with nothing but mouse and keys.
#include <QComboBox>
#include <QLabel>
#include <QStandardPaths>
#include <QTabWidget>

#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/variant_model.h"
#include "ui/runs/runs_table.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::waitFor;

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
    window.session()->opener().setDemoFaces({.people = 10});
    QPushButton* demo = visibleButton("Make demo faces");
    ASSERT_NE(demo, nullptr);
    QTest::mouseClick(demo, Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return window.session()->dataset() != nullptr; }));

    // What augmentation does to them.
    showPage(Qt::Key_2);
    ASSERT_TRUE(waitFor([&] {
        return window.findChild<AugmentPage*>()->isSettled() &&
               window.findChild<AugmentPage*>()->result() &&
               !window.findChild<AugmentPage*>()->result()->variants.empty();
    }));

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
    ASSERT_TRUE(waitFor([&] { return !trainings().isTraining() && queue().waitingCount() == 0; }));
    for (const QueuedTraining& each : queue().trainings())
        EXPECT_EQ(each.state, QueuedTraining::State::Finished) << each.outcome.toStdString();

    // Compared.
    showPage(Qt::Key_4);
    auto* runs = window.findChild<RunsTable*>();
    ASSERT_TRUE(waitFor([&] { return runs->model()->rowCount() == 3; }));
    runs->setFocus();
    QTest::keyClick(runs, Qt::Key_A, Qt::ControlModifier);
    const auto words = [&] { return window.findChild<QLabel*>("words")->text(); };
    // Of the others with the first, each once its predictions are read.
    ASSERT_TRUE(waitFor([&] { return words().count("faces better") == 2; }))
        << words().toStdString();
    EXPECT_TRUE(words().contains("Channels per layer")) << words().toStdString();
    EXPECT_TRUE(words().contains("Learning rate")) << words().toStdString();

    // The worst case of one of them.
    const QPoint first = runs->visualRect(runs->model()->index(0, 1)).center();
    QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(runs->viewport(), Qt::LeftButton, {}, first);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
    clickCase(0);
    EXPECT_TRUE(isViewing());
}

}  // namespace
}  // namespace rudolph

#include "ui/train/rate_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <cmath>

#include "tests/ui/support/studio_fixture.h"
#include "ui/charts/line_chart.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::waitFor;

/// A valley at 0.0123, so deep.
RateCurve valley(double fall) {
    RateCurve curve;
    for (int i = 0; i < 60; ++i) {
        const double loss = 1 - fall * std::min(i, 40) / 40;
        curve.steps.push_back({1e-6 * std::pow(1.2, i), loss, loss});
    }
    curve.suggested = 0.0123;
    curve.fall = fall;
    return curve;
}

struct RateDialogTest : test::StudioFixture {
    RateDialogTest() { openFaces(); }

    /// Answers with this curve, or waits until it is cancelled where there are no steps.
    RateDialog* open(const RateCurve& curve) {
        dialog = new RateDialog(
            window.session(), &window,
            [curve](const TrainJob&, const ProgressCallback& progress, const CancelToken& cancel) {
                progress({1, 100});
                while (curve.steps.empty()) {
                    cancel.throw_if_cancelled();
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                return curve;
            });
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog;
    }
    ~RateDialogTest() override { delete dialog; }

    QString verdict() const { return dialog->findChild<QLabel*>("rate verdict")->text(); }
    QPushButton* use() const { return dialog->findChild<QPushButton*>("use rate"); }
    QPushButton* again() const { return dialog->findChild<QPushButton*>("rates again"); }
    bool saysIn(const char* text) {
        return waitFor([&] { return verdict().contains(text); });
    }

    RateDialog* dialog = nullptr;
};

TEST_F(RateDialogTest, ProposesARateAndPutsItIntoTheForm) {
    open(valley(0.5));
    ASSERT_TRUE(saysIn("fell by 50 %"));
    EXPECT_TRUE(verdict().contains("0.012"));
    EXPECT_EQ(dialog->chart()->ringOf(1), std::optional(0.0123));
    EXPECT_TRUE(dialog->chart()->isLogarithmic(Qt::Horizontal));
    ASSERT_TRUE(use()->isEnabled());
    QTest::mouseClick(use(), Qt::LeftButton);
    EXPECT_FALSE(dialog->isVisible());
    EXPECT_DOUBLE_EQ(draft().experiment().optimiser.learning_rate, 0.012);
    EXPECT_EQ(draft().changedKeys(), QStringList("optimiser.learning_rate"));
    auto* line = train().findChild<QLineEdit*>("optimiser.learning_rate");
    EXPECT_EQ(line->text(), "0.012");
    EXPECT_TRUE(line->isVisible());
    // As any other edit of the form.
    QTest::mouseClick(train().findChild<QToolButton*>("optimiser.learning_rate reset"),
                      Qt::LeftButton);
    EXPECT_TRUE(draft().changedKeys().isEmpty());
}

TEST_F(RateDialogTest, SaysWhereThereIsNoClearValley) {
    open(valley(0.02));
    ASSERT_TRUE(saysIn("No clear valley"));
    EXPECT_TRUE(use()->isEnabled());
    RateCurve none = valley(0);
    none.suggested = 0;
    delete dialog;
    open(none);
    ASSERT_TRUE(saysIn("no rate made the loss fall"));
    EXPECT_FALSE(use()->isEnabled());
}

TEST_F(RateDialogTest, CanBeCancelledAndTriedAgain) {
    open({});
    EXPECT_EQ(again()->text(), "Cancel");
    EXPECT_FALSE(use()->isEnabled());
    QTest::mouseClick(again(), Qt::LeftButton);
    ASSERT_TRUE(saysIn("Cancelled"));
    EXPECT_EQ(again()->text(), "Try again");
    QTest::mouseClick(again(), Qt::LeftButton);
    EXPECT_EQ(again()->text(), "Cancel");
}

TEST_F(RateDialogTest, SaysWhatWentWrong) {
    dialog =
        new RateDialog(window.session(), &window,
                       [](const TrainJob&, const ProgressCallback&,
                          const CancelToken&) -> RateCurve { throw Error("no picture here"); });
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    ASSERT_TRUE(saysIn("No picture here"));
    EXPECT_FALSE(use()->isEnabled());
}

TEST_F(RateDialogTest, SaysWhenSettingsHaveChangedSince) {
    open(valley(0.5));
    ASSERT_TRUE(saysIn("fell by 50 %"));
    Experiment other = draft().experiment();
    other.optimiser.learning_rate = 0.5;
    draft().change(other, nullptr);
    EXPECT_FALSE(verdict().contains("changed since"));
    other.batch_size = 3;
    draft().change(other, nullptr);
    EXPECT_TRUE(verdict().contains("changed since"));
}

TEST_F(RateDialogTest, ATrainingStopsItAndHasTheProcessorsToItself) {
    open({});
    showPage(kTrainKey);
    type("epochs", "100000");
    trainings().start();
    ASSERT_TRUE(saysIn("A training has begun"));
    EXPECT_FALSE(again()->isEnabled());
    auto* button = train().findChild<QToolButton*>("find rate");
    EXPECT_FALSE(button->isEnabled());
    EXPECT_FALSE(button->toolTip().isEmpty());
    trainings().stop();
    waitForEnd();
    EXPECT_TRUE(again()->isEnabled());
    EXPECT_TRUE(button->isEnabled());
}

TEST_F(RateDialogTest, OpensFromTheFormAndTriesTheNetworkThatStandsThere) {
    showPage(kTrainKey);
    auto* button = train().findChild<QToolButton*>("find rate");
    ASSERT_TRUE(button->isEnabled());
    button->click();
    dialog = train().findChild<RateDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    button->click();
    EXPECT_EQ(train().findChildren<RateDialog*>().size(), 1);
    ASSERT_TRUE(waitFor([&] { return again()->text() == "Try again"; }));
    EXPECT_GT(dialog->chart()->valuesOf(1).size(), 20) << verdict().toStdString();
    EXPECT_FALSE(verdict().isEmpty());
}

}  // namespace
}  // namespace rudolph

#include "ui/train/sweep_dialog.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include "ui/settings/settings.h"
#include "ui/train/sweep_axis_row.h"

namespace rudolph {
namespace {

/// Before the dialog, which remembers what the test before has chosen.
struct NothingChosen {
    NothingChosen() {
        for (const auto& kept : {settings::kSweepKind, settings::kSweepDraws,
                                 settings::kHalvingFactor, settings::kHalvingMinutes})
            Settings().set(kept, kept.by_default);
    }
};

struct SweepDialogTest : NothingChosen, testing::Test {
    SweepDialogTest() : dialog(new SweepDialog(preset("nose-tip"))) {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &SweepDialog::chosen,
                         [this](const std::vector<Experiment>& all) { chosen = all; });
        dialog->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(dialog.get()));
    }

    static void type(QLineEdit* edit, const char* text) {
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    std::string verdict() const {
        return dialog->findChild<QLabel*>("verdict")->text().toStdString();
    }
    QPushButton* accept() const { return dialog->findChild<QPushButton*>("add to queue"); }
    template <class Widget>
    static Widget* part(const SweepAxisRow* row, const char* name) {
        return row->findChild<Widget*>(name);
    }

    std::unique_ptr<SweepDialog> dialog;
    std::vector<Experiment> chosen;
};

TEST_F(SweepDialogTest, ProposesLearningRatesOnALogarithmicScale) {
    SweepAxisRow* row = dialog->rows().front();
    EXPECT_TRUE(part<QCheckBox>(row, "logarithmic")->isChecked());
    type(part<QLineEdit>(row, "from"), "0,0001");
    type(part<QLineEdit>(row, "to"), "0.01");
    QTest::mouseClick(accept(), Qt::LeftButton);
    ASSERT_EQ(chosen.size(), 3U);
    EXPECT_DOUBLE_EQ(chosen[1].optimiser.learning_rate, 0.001);
    EXPECT_EQ(chosen[1].name, "nose-tip learning_rate=0.001");
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(SweepDialogTest, CombinesSettingsAndListsOfValues) {
    SweepAxisRow* channels = dialog->addAxis("model.channels");
    type(part<QLineEdit>(channels, "values"), "4,4,4; 8,8,8");
    EXPECT_EQ(verdict(), "Experiments: 6");
    QTest::mouseClick(accept(), Qt::LeftButton);
    ASSERT_EQ(chosen.size(), 6U);
    EXPECT_EQ(chosen[5].model.channels, (std::vector<int>{8, 8, 8}));
}

TEST_F(SweepDialogTest, DrawsAtRandom) {
    QTest::mouseClick(dialog->findChild<QRadioButton*>("random"), Qt::LeftButton, {}, {8, 8});
    dialog->findChild<QSpinBox*>("draws")->setValue(25);
    EXPECT_FALSE(part<QSpinBox>(dialog->rows().front(), "steps")->isVisible());
    QTest::mouseClick(accept(), Qt::LeftButton);
    EXPECT_EQ(chosen.size(), 25U);
}

TEST_F(SweepDialogTest, NamesWhatIsWrongAndLeavesItOut) {
    SweepAxisRow* row = dialog->rows().front();
    type(part<QLineEdit>(row, "from"), "x");
    EXPECT_FALSE(accept()->isEnabled());
    EXPECT_NE(verdict().find("Learning rate"), std::string::npos) << verdict();
    part<QComboBox>(row, "how")->setCurrentIndex(0);
    type(part<QLineEdit>(row, "values"), "0.1; 99");
    EXPECT_TRUE(accept()->isEnabled());
    EXPECT_NE(verdict().find("Experiments: 1"), std::string::npos) << verdict();
    EXPECT_NE(verdict().find("left out"), std::string::npos) << verdict();
}

TEST_F(SweepDialogTest, SaysHowOftenEachIsTrained) {
    const SweepDialog studies(preset("nose-tip"), {StudyKind::Seeds, 5});
    EXPECT_EQ(studies.findChild<QLabel*>("verdict")->text(),
              "Experiments: 3, each a study of 5 seeds: 15 trainings");
    studies.findChild<QRadioButton*>("halving")->setChecked(true);
    EXPECT_TRUE(studies.findChild<QLabel*>("verdict")->text().endsWith("makes no studies."));
}

TEST_F(SweepDialogTest, RemembersWhatWasChosen) {
    dialog->findChild<QRadioButton*>("halving")->setChecked(true);
    dialog->findChild<QSpinBox*>("draws")->setValue(33);
    dialog->findChild<QSpinBox*>("factor")->setValue(4);
    dialog->findChild<QComboBox*>("budget unit")->setCurrentIndex(1);
    dialog->findChild<QSpinBox*>("budget")->setValue(12);
    QTest::mouseClick(accept(), Qt::LeftButton);
    const SweepDialog next(preset("nose-tip"));
    EXPECT_TRUE(next.findChild<QRadioButton*>("halving")->isChecked());
    EXPECT_EQ(next.findChild<QSpinBox*>("draws")->value(), 33);
    EXPECT_EQ(next.findChild<QSpinBox*>("factor")->value(), 4);
    EXPECT_EQ(next.findChild<QComboBox*>("budget unit")->currentIndex(), 1);
    EXPECT_EQ(next.findChild<QSpinBox*>("budget")->value(), 12);
}

TEST_F(SweepDialogTest, WithoutASettingThereIsNothingToAdd) {
    emit dialog->rows().front()->removeRequested();
    EXPECT_FALSE(accept()->isEnabled());
    EXPECT_TRUE(dialog->rows().empty());
}

TEST_F(SweepDialogTest, OffersOnlySettingsThatMatterHere) {
    QComboBox* fields = part<QComboBox>(dialog->rows().front(), "setting");
    EXPECT_GE(fields->findData("model.channels"), 0);
    EXPECT_EQ(fields->findData("model.width"), -1);
    EXPECT_EQ(fields->findData("name"), -1);
}

struct SweepHalvingTest : SweepDialogTest {
    SweepHalvingTest() {
        QObject::connect(dialog.get(), &SweepDialog::searchChosen,
                         [this](const HalvingSearch& chosen_search) { search = chosen_search; });
        QTest::mouseClick(dialog->findChild<QRadioButton*>("halving"), Qt::LeftButton, {}, {8, 8});
        dialog->findChild<QSpinBox*>("draws")->setValue(20);
    }
    QSpinBox* number(const char* name) const { return dialog->findChild<QSpinBox*>(name); }

    std::optional<HalvingSearch> search;
};

TEST_F(SweepHalvingTest, SaysWhatItCostsAndHandsTheSearchOver) {
    const int epochs = preset("nose-tip").epochs;
    EXPECT_EQ(number("first")->value(), (epochs + 8) / 9);
    const HalvingPlan usual{.first = number("first")->value(), .factor = 3, .epochs = epochs};
    EXPECT_EQ(number("budget")->value(), usual_halving_epochs(usual, 20));
    EXPECT_NE(verdict().find("one in 3 goes on"), std::string::npos) << verdict();
    number("factor")->setValue(4);
    number("budget")->setValue(77);
    EXPECT_NE(verdict().find("77 epochs at most"), std::string::npos) << verdict();
    // What the person has chosen stays.
    dialog->findChild<QSpinBox*>("draws")->setValue(21);
    EXPECT_EQ(number("budget")->value(), 77);
    QTest::mouseClick(accept(), Qt::LeftButton);
    ASSERT_TRUE(search);
    EXPECT_TRUE(chosen.empty());
    EXPECT_EQ(search->trials.size(), 21U);
    EXPECT_EQ(search->plan.factor, 4);
    EXPECT_EQ(search->plan.most_epochs, 77);
    EXPECT_EQ(search->plan.epochs, epochs);
    EXPECT_EQ(search->name, "nose-tip");
}

TEST_F(SweepHalvingTest, TakesMinutesInstead) {
    dialog->findChild<QComboBox*>("budget unit")->setCurrentIndex(1);
    number("budget")->setValue(90);
    EXPECT_NE(verdict().find("1 h 30 min"), std::string::npos) << verdict();
    QTest::mouseClick(accept(), Qt::LeftButton);
    ASSERT_TRUE(search);
    EXPECT_EQ(search->plan.most_seconds, 90 * 60);
    EXPECT_EQ(search->plan.most_epochs, 0);
}

TEST_F(SweepHalvingTest, CannotSearchAmongEpochsAndSaysWhenTheBudgetIsTooSmall) {
    SweepAxisRow* epochs = dialog->addAxis("epochs");
    EXPECT_FALSE(accept()->isEnabled());
    EXPECT_NE(verdict().find("successive halving itself"), std::string::npos) << verdict();
    QTest::mouseClick(epochs->findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_TRUE(accept()->isEnabled());
    number("budget")->setValue(1);
    EXPECT_FALSE(accept()->isEnabled());
    EXPECT_NE(verdict().find("budget"), std::string::npos) << verdict();
    EXPECT_TRUE(number("budget")->isVisible());
    QTest::mouseClick(dialog->findChild<QRadioButton*>("random"), Qt::LeftButton, {}, {8, 8});
    EXPECT_FALSE(number("budget")->isVisible());
    EXPECT_TRUE(accept()->isEnabled());
}

}  // namespace
}  // namespace rudolph

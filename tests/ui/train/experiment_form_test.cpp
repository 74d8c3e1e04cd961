#include "ui/train/experiment_form.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "tests/ui/support/in_language.h"

namespace rudolph {
namespace {

struct ExperimentFormTest : testing::Test {
    ExperimentFormTest() {
        form.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&form));
    }

    QLineEdit* line(const char* key) { return form.findChild<QLineEdit*>(key); }
    QComboBox* choice(const char* key) { return form.findChild<QComboBox*>(key); }
    QToolButton* section(const char* title) { return form.findChild<QToolButton*>(title); }
    /// The sentence that marks a wrong value.
    QString problem(const char* key) {
        return form.findChild<QLabel*>(QString(key) + " problem")->text();
    }
    void type(const char* key, const QString& text) {
        line(key)->selectAll();
        QTest::keyClicks(line(key), text);
    }

    ExperimentDraft draft;
    ExperimentForm form{&draft};
};

TEST_F(ExperimentFormTest, AChangeFromElsewhereLeavesTextsThatCannotBeReadAlone) {
    type("batch_size", "many");
    const QString wrong = problem("batch_size");
    ASSERT_FALSE(wrong.isEmpty());
    Experiment changed = draft.experiment();
    changed.augmentation.flip = 0.25;
    draft.change(changed, nullptr);
    EXPECT_EQ(line("augmentation.flip")->text(), "0.25");
    EXPECT_EQ(line("batch_size")->text(), "many");
    EXPECT_EQ(problem("batch_size"), wrong);
    // What is changed itself is shown.
    changed.batch_size = 7;
    draft.change(changed, nullptr);
    EXPECT_EQ(line("batch_size")->text(), "7");
    EXPECT_TRUE(draft.problems().empty());
}

TEST_F(ExperimentFormTest, LeavesWhatIsBeingTypedAlone) {
    // Each text is a number before its last figure is there.
    type("optimiser.learning_rate", "0.0020");
    EXPECT_EQ(line("optimiser.learning_rate")->text(), "0.0020");
    EXPECT_DOUBLE_EQ(draft.experiment().optimiser.learning_rate, 0.002);
}

TEST_F(ExperimentFormTest, HasARowForEveryFieldThatIsNotElsewhere) {
    QStringList expected;
    for (const Field& field : experiment_fields())
        expected << QString::fromStdString(field.key);
    EXPECT_EQ(form.keys(), expected);
    const ExperimentForm without(&draft, {"data"});
    expected.removeOne("data");
    EXPECT_EQ(without.keys(), expected);
    EXPECT_EQ(without.findChild<QLineEdit*>("data"), nullptr);
}

TEST_F(ExperimentFormTest, GivesBackTheExperimentThatItShows) {
    for (const std::string& name : preset_names()) {
        draft.choosePreset(QString::fromStdString(name));
        EXPECT_EQ(draft.experiment(), preset(name)) << name;
        EXPECT_TRUE(draft.changedKeys().isEmpty()) << name;
        EXPECT_TRUE(draft.problems().empty()) << name;
        EXPECT_EQ(line("epochs")->text().toInt(), preset(name).epochs);
    }
}

TEST_F(ExperimentFormTest, TakesWhatIsTyped) {
    type("optimiser.learning_rate", "0.02");
    type("model.channels", "8,16,32");
    EXPECT_DOUBLE_EQ(draft.experiment().optimiser.learning_rate, 0.02);
    EXPECT_EQ(draft.experiment().model.channels, (std::vector<int>{8, 16, 32}));
    EXPECT_EQ(draft.changedKeys(), QStringList({"model.channels", "optimiser.learning_rate"}));
}

TEST_F(ExperimentFormTest, ReadsADecimalCommaAsAPoint) {
    type("optimiser.learning_rate", "0,05");
    EXPECT_DOUBLE_EQ(draft.experiment().optimiser.learning_rate, 0.05);
}

TEST_F(ExperimentFormTest, WritesNumbersAsTheLocaleDoes) {
    const QLocale before;
    QLocale::setDefault(QLocale("de"));
    {
        ExperimentForm german(&draft);
        EXPECT_EQ(german.findChild<QLineEdit*>("optimiser.learning_rate")->text(), "0,001");
        EXPECT_EQ(german.findChild<QLineEdit*>("augmentation.brightness")->text(), "0,2");
        // Lists of whole numbers have no decimal sign.
        EXPECT_EQ(german.findChild<QLineEdit*>("model.channels")->text(), "12,12,12");
        EXPECT_TRUE(draft.changedKeys().isEmpty());
        german.findChild<QLineEdit*>("optimiser.learning_rate")->setText("0,0025");
        EXPECT_DOUBLE_EQ(draft.experiment().optimiser.learning_rate, 0.0025);
        EXPECT_TRUE(german.findChild<QToolButton*>("optimiser.learning_rate reset")
                        ->toolTip()
                        .endsWith("0,001"));
    }
    QLocale::setDefault(before);
}

TEST_F(ExperimentFormTest, DescribesPresetsInThePersonsLanguage) {
    const test::InLanguage german("de");
    for (const std::string& name : preset_names()) {
        draft.choosePreset(QString::fromStdString(name));
        EXPECT_NE(line("description")->text().toStdString(), preset(name).description) << name;
        EXPECT_TRUE(draft.changedKeys().isEmpty());
        EXPECT_EQ(draft.experiment().description, preset(name).description);
    }
}

TEST_F(ExperimentFormTest, MarksAValueOutOfRangeWhereItStands) {
    EXPECT_TRUE(problem("epochs").isEmpty());
    type("epochs", "0");
    EXPECT_FALSE(problem("epochs").isEmpty());
    EXPECT_FALSE(draft.problems().empty());
    type("epochs", "3");
    EXPECT_TRUE(problem("epochs").isEmpty());
    EXPECT_TRUE(draft.problems().empty());
}

TEST_F(ExperimentFormTest, CallsSettingsByTheirLabels) {
    type("model.kernels", "7,5");
    EXPECT_EQ(problem("model.kernels"),
              "Must have as many numbers as “Channels per layer”: it has 2, not 3");
}

TEST_F(ExperimentFormTest, MarksATextThatIsNoValueAndKeepsTheLastOne) {
    line("model.kernels")->setText("7,x");
    EXPECT_FALSE(problem("model.kernels").isEmpty());
    ASSERT_EQ(draft.problems().size(), 1U);
    EXPECT_EQ(draft.problems().front().key, "model.kernels");
    EXPECT_EQ(draft.experiment().model.kernels, preset("nose-tip").model.kernels);
    EXPECT_EQ(draft.changedKeys(), QStringList("model.kernels"));
    EXPECT_EQ(form.showFirstProblem(), line("model.kernels"));
}

TEST_F(ExperimentFormTest, HidesFieldsThatDoNotApply) {
    EXPECT_TRUE(line("model.channels")->isVisible());
    EXPECT_FALSE(choice("model.head")->isVisible());
    EXPECT_TRUE(choice("model.weights")->isVisible());
    QTest::keyClick(choice("model.family"), Qt::Key_Down);
    EXPECT_EQ(draft.experiment().model.family, NetworkFamily::ResNet18);
    EXPECT_FALSE(line("model.channels")->isVisible());
    EXPECT_TRUE(choice("model.head")->isVisible());
}

TEST_F(ExperimentFormTest, FoldsASectionAndSaysWhatIsInIt) {
    QToolButton* network = section("Network");
    type("model.channels", "8,8,8");
    QTest::mouseClick(network, Qt::LeftButton);
    EXPECT_FALSE(line("model.channels")->isVisible());
    EXPECT_TRUE(line("epochs")->isVisible());
    EXPECT_EQ(form.foldedSections(), QStringList("Network"));
    EXPECT_EQ(network->text(), "Network · 1 changed");
    QTest::keyClick(network, Qt::Key_Space);
    EXPECT_TRUE(line("model.channels")->isVisible());
    EXPECT_EQ(network->text(), "Network");
}

TEST_F(ExperimentFormTest, UnfoldsTheSectionOfTheFirstWrongValue) {
    line("model.kernels")->setText("7,x");
    form.setFoldedSections({"Network", "Data"});
    EXPECT_EQ(section("Network")->text(), "Network · 1 wrong");
    EXPECT_EQ(form.showFirstProblem(), line("model.kernels"));
    EXPECT_TRUE(line("model.kernels")->isVisible());
    EXPECT_EQ(form.foldedSections(), QStringList("Data"));
}

TEST_F(ExperimentFormTest, LayersStandForTheirShortWay) {
    ExperimentForm without(&draft, {"model.channels", "model.kernels", "model.activation",
                                    "model.pooling", "model.hidden"});
    without.show();
    auto* edit = without.findChild<QPushButton*>("model.layers");
    auto* reset = without.findChild<QToolButton*>("model.layers reset");
    ASSERT_NE(edit, nullptr);
    EXPECT_EQ(without.findChild<QLineEdit*>("model.channels"), nullptr);
    EXPECT_FALSE(reset->isVisible());
    int wanted = 0;
    QObject::connect(&without, &ExperimentForm::layersWanted, &without, [&] { ++wanted; });
    QTest::mouseClick(edit, Qt::LeftButton);
    EXPECT_EQ(wanted, 1);
    Experiment wide = draft.experiment();
    wide.model.channels = {12, 32, 22};
    wide.model.hidden = {20000};
    draft.change(wide, nullptr);
    EXPECT_TRUE(reset->isVisible());
    EXPECT_TRUE(reset->toolTip().contains("conv 12 7, relu, max-pool 2, conv 12 5"));
    EXPECT_EQ(without.showField("model.channels"), edit);
    EXPECT_EQ(without.showFirstProblem(), edit);
    EXPECT_FALSE(without.findChild<QLabel*>("model.layers problem")->text().isEmpty());
    QTest::mouseClick(reset, Qt::LeftButton);
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
    QTest::keyClick(without.findChild<QComboBox*>("model.family"), Qt::Key_Down);
    EXPECT_FALSE(edit->isVisible());
}

TEST_F(ExperimentFormTest, ScrollingTheWheelOverAChoiceChangesNothing) {
    QWheelEvent wheel({5, 5}, choice("target")->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(choice("target"), &wheel);
    EXPECT_EQ(draft.experiment().target, preset("nose-tip").target);
}

TEST_F(ExperimentFormTest, ResetsToTheBase) {
    type("epochs", "3");
    type("model.kernels", "x");
    choice("target")->setCurrentIndex(0);
    QTest::mouseClick(form.findChild<QToolButton*>("epochs reset"), Qt::LeftButton);
    EXPECT_EQ(line("epochs")->text().toInt(), preset("nose-tip").epochs);
    EXPECT_EQ(draft.changedKeys(), QStringList({"target", "model.kernels"}));
    draft.reset();
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
    EXPECT_TRUE(draft.changedKeys().isEmpty());
    EXPECT_TRUE(draft.problems().empty());
    EXPECT_EQ(line("model.kernels")->text(), "7,5,3");
}

}  // namespace
}  // namespace rudolph

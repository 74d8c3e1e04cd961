#include "ui/train/experiment_form.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/experiment/fields.h"

namespace rudolph {
namespace {

struct ExperimentFormTest : testing::Test {
    ExperimentFormTest() {
        form.setExperiment(preset("nose-tip"), preset("nose-tip"));
        form.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&form));
    }

    QLineEdit* line(const char* key) { return qobject_cast<QLineEdit*>(form.editor(key)); }
    QComboBox* choice(const char* key) { return qobject_cast<QComboBox*>(form.editor(key)); }
    void type(const char* key, const QString& text) {
        line(key)->selectAll();
        QTest::keyClicks(line(key), text);
    }

    ExperimentForm form;
};

TEST_F(ExperimentFormTest, AChangeFromElsewhereLeavesTextsThatCannotBeReadAlone) {
    type("batch_size", "many");
    const QString problem = form.problemText("batch_size");
    ASSERT_FALSE(problem.isEmpty());
    Experiment changed = form.experiment();
    changed.augmentation.flip = 0.25;
    form.changeExperiment(changed);
    EXPECT_EQ(line("augmentation.flip")->text(), "0.25");
    EXPECT_EQ(line("batch_size")->text(), "many");
    EXPECT_EQ(form.problemText("batch_size"), problem);
    // What is changed itself is shown.
    changed.batch_size = 7;
    form.changeExperiment(changed);
    EXPECT_EQ(line("batch_size")->text(), "7");
    EXPECT_TRUE(form.problems().empty());
}

TEST_F(ExperimentFormTest, HasARowForEveryFieldThatIsNotElsewhere) {
    QStringList expected;
    for (const Field& field : experiment_fields())
        expected << QString::fromStdString(field.key);
    EXPECT_EQ(form.keys(), expected);
    const ExperimentForm without({"data"});
    expected.removeOne("data");
    EXPECT_EQ(without.keys(), expected);
    EXPECT_EQ(without.editor("data"), nullptr);
}

TEST_F(ExperimentFormTest, GivesBackTheExperimentThatItShows) {
    for (const std::string& name : preset_names()) {
        form.setExperiment(preset(name), preset(name));
        EXPECT_EQ(form.experiment(), preset(name)) << name;
        EXPECT_TRUE(form.changedKeys().isEmpty()) << name;
        EXPECT_TRUE(form.problems().empty()) << name;
    }
}

TEST_F(ExperimentFormTest, TakesWhatIsTyped) {
    type("optimiser.learning_rate", "0.02");
    type("model.channels", "8,16,32");
    EXPECT_DOUBLE_EQ(form.experiment().optimiser.learning_rate, 0.02);
    EXPECT_EQ(form.experiment().model.channels, (std::vector<int>{8, 16, 32}));
    EXPECT_EQ(form.changedKeys(), QStringList({"model.channels", "optimiser.learning_rate"}));
}

TEST_F(ExperimentFormTest, ReadsADecimalCommaAsAPoint) {
    type("optimiser.learning_rate", "0,05");
    EXPECT_DOUBLE_EQ(form.experiment().optimiser.learning_rate, 0.05);
}

TEST_F(ExperimentFormTest, MarksAValueOutOfRangeWhereItStands) {
    EXPECT_TRUE(form.problemText("epochs").isEmpty());
    type("epochs", "0");
    EXPECT_FALSE(form.problemText("epochs").isEmpty());
    EXPECT_FALSE(form.problems().empty());
    type("epochs", "3");
    EXPECT_TRUE(form.problemText("epochs").isEmpty());
    EXPECT_TRUE(form.problems().empty());
}

TEST_F(ExperimentFormTest, MarksATextThatIsNoValueAndKeepsTheLastOne) {
    line("model.kernels")->setText("7,x");
    EXPECT_FALSE(form.problemText("model.kernels").isEmpty());
    ASSERT_EQ(form.problems().size(), 1U);
    EXPECT_EQ(form.problems().front().key, "model.kernels");
    EXPECT_EQ(form.experiment().model.kernels, preset("nose-tip").model.kernels);
    EXPECT_EQ(form.changedKeys(), QStringList("model.kernels"));
    EXPECT_EQ(form.showFirstProblem(), form.editor("model.kernels"));
}

TEST_F(ExperimentFormTest, HidesFieldsThatDoNotApply) {
    EXPECT_TRUE(line("model.channels")->isVisible());
    EXPECT_FALSE(line("model.weights")->isVisible());
    QTest::keyClick(choice("model.family"), Qt::Key_Down);
    EXPECT_EQ(form.experiment().model.family, NetworkFamily::ResNet18);
    EXPECT_FALSE(line("model.channels")->isVisible());
    EXPECT_TRUE(line("model.weights")->isVisible());
}

TEST_F(ExperimentFormTest, FoldsASectionAndSaysWhatIsInIt) {
    QToolButton* network = form.sectionButton("Network");
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
    EXPECT_EQ(form.sectionButton("Network")->text(), "Network · 1 wrong");
    EXPECT_EQ(form.showFirstProblem(), form.editor("model.kernels"));
    EXPECT_TRUE(line("model.kernels")->isVisible());
    EXPECT_EQ(form.foldedSections(), QStringList("Data"));
}

TEST_F(ExperimentFormTest, ScrollingTheWheelOverAChoiceChangesNothing) {
    QWheelEvent wheel({5, 5}, choice("target")->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(choice("target"), &wheel);
    EXPECT_EQ(form.experiment().target, preset("nose-tip").target);
}

TEST_F(ExperimentFormTest, ResetsToTheBase) {
    type("epochs", "3");
    type("model.kernels", "x");
    choice("target")->setCurrentIndex(0);
    form.reset();
    EXPECT_EQ(form.experiment(), preset("nose-tip"));
    EXPECT_TRUE(form.changedKeys().isEmpty());
    EXPECT_TRUE(form.problems().empty());
    EXPECT_EQ(line("model.kernels")->text(), "7,5,3");
}

}  // namespace
}  // namespace rudolph

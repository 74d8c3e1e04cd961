#include "ui/augment/augment_settings.h"

#include <QDoubleSpinBox>
#include <QSlider>
#include <QToolButton>
#include <cmath>

#include "core/base/json.h"
#include "tests/ui/support/augment_fixture.h"

namespace rudolph {
namespace {

using AugmentSettingsTest = test::AugmentFixture;

TEST_F(AugmentSettingsTest, HasASliderForEveryFieldOfTheAugmentation) {
    int fields = 0;
    for (const Field& field : experiment_fields()) {
        if (!field.key.starts_with("augmentation."))
            continue;
        ++fields;
        const std::string& key = field.key;
        ASSERT_NE(slider(key), nullptr) << key;
        const QDoubleSpinBox* number = this->number(key);
        EXPECT_EQ(number->minimum(), field.minimum.value()) << field.key;
        EXPECT_EQ(number->maximum(), field.maximum.value()) << field.key;
        EXPECT_FALSE(slider(key)->accessibleName().isEmpty());
        EXPECT_FALSE(slider(key)->toolTip().isEmpty());
        // The ends of the slider are those of the field.
        slider(key)->setValue(0);
        EXPECT_EQ(number->value(), field.minimum.value()) << field.key;
        slider(key)->setValue(slider(key)->maximum());
        EXPECT_EQ(number->value(), field.maximum.value()) << field.key;
        EXPECT_EQ(field_value(draft().experiment(), field.key).get<double>(),
                  field.maximum.value());
    }
    EXPECT_EQ(page().findChild<AugmentSettings*>()->findChildren<QSlider*>().size(), fields);
    EXPECT_GE(fields, 20);
}

TEST_F(AugmentSettingsTest, ChangesTheExperimentOfTheTrainingPageAndBack) {
    openPage();
    const std::string key = "augmentation.rotation_deg";
    slider(key)->setFocus();
    QTest::keyClick(slider(key), Qt::Key_Right);
    const double turned = number(key)->value();
    EXPECT_GT(turned, 50);
    EXPECT_EQ(draft().experiment().augmentation.rotation_deg, turned);
    EXPECT_EQ(draft().changedKeys(), QStringList{QString::fromStdString(key)});
    EXPECT_EQ(draft().base(), preset("face68-fast"));
    QDoubleSpinBox* number = this->number(key);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, "31");
    EXPECT_EQ(draft().experiment().augmentation.rotation_deg, 31);

    showPage(Qt::Key_3);
    type("augmentation.rotation_deg", "44");
    showPage(Qt::Key_2);
    EXPECT_EQ(number->value(), 44);
    EXPECT_EQ(draft().experiment().augmentation.rotation_deg, 44);
    settle();
    for (const AugmentVariant& variant : variants())
        EXPECT_LE(std::abs(variant.draw.rotation_deg), 44);
}

TEST_F(AugmentSettingsTest, KeepsValuesThatItsNumbersRound) {
    openPage();
    showPage(Qt::Key_3);
    type("augmentation.noise", "3.123456789");
    showPage(Qt::Key_2);
    slider("augmentation.flip")->setValue(0);
    EXPECT_EQ(draft().experiment().augmentation.noise, 3.123456789);
}

TEST_F(AugmentSettingsTest, MarksWhatDiffersFromThePresetAndResetsIt) {
    openPage();
    const std::string noise = "augmentation.noise";
    const std::string blur = "augmentation.blur_px";
    EXPECT_FALSE(resetButton(noise)->isVisible());
    slider(noise)->setValue(0);
    slider(blur)->setValue(200);
    EXPECT_TRUE(resetButton(noise)->isVisible());
    EXPECT_EQ(draft().changedKeys("augmentation.").size(), 2);
    QTest::mouseClick(resetButton(noise), Qt::LeftButton);
    EXPECT_FALSE(resetButton(noise)->isVisible());
    EXPECT_EQ(number(noise)->value(), preset("face68-fast").augmentation.noise);
    QTest::mouseClick(page().findChild<QPushButton*>("reset augmentation"), Qt::LeftButton);
    EXPECT_TRUE(draft().changedKeys("augmentation.").isEmpty());
    EXPECT_EQ(draft().experiment().augmentation, preset("face68-fast").augmentation);
}

TEST_F(AugmentSettingsTest, ChangesTheNextExperimentWhileOneIsTrained) {
    startTraining("100000");
    waitForEpochs(1);
    const double before = draft().experiment().augmentation.flip;
    showPage(Qt::Key_2);
    settle();
    number("augmentation.flip")->setValue(before + 0.25);
    EXPECT_DOUBLE_EQ(draft().experiment().augmentation.flip, before + 0.25);
    trainings().stop();
    waitForEnd();
    EXPECT_DOUBLE_EQ(onlyRun().experiment.augmentation.flip, before);
}

TEST_F(AugmentSettingsTest, SaysWhichSettingCannotBeDrawn) {
    openPage();
    showPage(Qt::Key_3);
    type("input.width", "0");
    showPage(Qt::Key_2);
    ASSERT_NE(shownMessage(), nullptr);
    // By the name that the form gives it.
    EXPECT_TRUE(shownMessage()->text().startsWith("Width: "))
        << shownMessage()->text().toStdString();
    showPage(Qt::Key_3);
    type("input.width", "64");
    showPage(Qt::Key_2);
    settle();
    EXPECT_EQ(shownMessage(), nullptr);
    EXPECT_EQ(variants().front().crop.width(), 64);
}

TEST_F(AugmentSettingsTest, EndsWithTheLatestOfManyChanges) {
    openPage();
    for (int step = 0; step <= 100; ++step)
        slider("augmentation.flip")->setValue(step);
    settle();
    EXPECT_EQ(draft().experiment().augmentation.flip, 1);
    for (const AugmentVariant& variant : variants())
        EXPECT_TRUE(variant.draw.flip);
}

TEST_F(AugmentSettingsTest, IsReachedFromTheTrainingPage) {
    openFaces();
    showPage(Qt::Key_3);
    for (auto* button : train().findChildren<QToolButton*>())
        if (button->text() == "See it")
            QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Augment);
}

}  // namespace
}  // namespace rudolph

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
        const QString key = QString::fromStdString(field.key);
        ASSERT_TRUE(settings().keys().contains(key)) << field.key;
        const QDoubleSpinBox* number = settings().number(key);
        EXPECT_EQ(number->minimum(), field.minimum.value()) << field.key;
        EXPECT_EQ(number->maximum(), field.maximum.value()) << field.key;
        EXPECT_FALSE(settings().slider(key)->accessibleName().isEmpty());
        EXPECT_FALSE(settings().slider(key)->toolTip().isEmpty());
        // The ends of the slider are those of the field.
        settings().slider(key)->setValue(0);
        EXPECT_EQ(number->value(), field.minimum.value()) << field.key;
        settings().slider(key)->setValue(settings().slider(key)->maximum());
        EXPECT_EQ(number->value(), field.maximum.value()) << field.key;
        EXPECT_EQ(field_value(train().experiment(), field.key).get<double>(),
                  field.maximum.value());
    }
    EXPECT_EQ(settings().keys().size(), fields);
    EXPECT_GE(fields, 20);
}

TEST_F(AugmentSettingsTest, ChangesTheExperimentOfTheTrainingPageAndBack) {
    openPage();
    const QString key = "augmentation.rotation_deg";
    QSlider* slider = settings().slider(key);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    const double turned = settings().number(key)->value();
    EXPECT_GT(turned, 50);
    EXPECT_EQ(train().experiment().augmentation.rotation_deg, turned);
    EXPECT_EQ(train().setup()->form()->changedKeys(), QStringList{key});
    EXPECT_EQ(train().baseExperiment(), preset("face68-fast"));
    QDoubleSpinBox* number = settings().number(key);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, "31");
    EXPECT_EQ(train().experiment().augmentation.rotation_deg, 31);

    showPage(Qt::Key_3);
    type("augmentation.rotation_deg", "44");
    showPage(Qt::Key_2);
    EXPECT_EQ(number->value(), 44);
    EXPECT_EQ(settings().experiment().augmentation.rotation_deg, 44);
    settle();
    for (const AugmentVariant& variant : variants())
        EXPECT_LE(std::abs(variant.draw.rotation_deg), 44);
}

TEST_F(AugmentSettingsTest, KeepsValuesThatItsNumbersRound) {
    openPage();
    showPage(Qt::Key_3);
    type("augmentation.noise", "3.123456789");
    showPage(Qt::Key_2);
    settings().slider("augmentation.flip")->setValue(0);
    EXPECT_EQ(train().experiment().augmentation.noise, 3.123456789);
}

TEST_F(AugmentSettingsTest, MarksWhatDiffersFromThePresetAndResetsIt) {
    openPage();
    const QString noise = "augmentation.noise";
    const QString blur = "augmentation.blur_px";
    EXPECT_FALSE(settings().resetButton(noise)->isVisible());
    settings().slider(noise)->setValue(0);
    settings().slider(blur)->setValue(200);
    EXPECT_TRUE(settings().resetButton(noise)->isVisible());
    EXPECT_EQ(settings().changedKeys().size(), 2);
    QTest::mouseClick(settings().resetButton(noise), Qt::LeftButton);
    EXPECT_FALSE(settings().resetButton(noise)->isVisible());
    EXPECT_EQ(settings().number(noise)->value(), preset("face68-fast").augmentation.noise);
    for (auto* button : settings().findChildren<QPushButton*>())
        if (button->text() == "Reset")
            QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(settings().changedKeys().isEmpty());
    EXPECT_EQ(train().experiment().augmentation, preset("face68-fast").augmentation);
}

TEST_F(AugmentSettingsTest, ChangesTheNextExperimentWhileOneIsTrained) {
    startTraining("100000");
    waitForEpochs(1);
    const double before = train().experiment().augmentation.flip;
    showPage(Qt::Key_2);
    settle();
    settings().number("augmentation.flip")->setValue(before + 0.25);
    EXPECT_DOUBLE_EQ(train().experiment().augmentation.flip, before + 0.25);
    train().stop();
    waitForEnd();
    EXPECT_DOUBLE_EQ(onlyRun().experiment.augmentation.flip, before);
}

TEST_F(AugmentSettingsTest, SaysWhichSettingCannotBeDrawn) {
    openPage();
    showPage(Qt::Key_3);
    type("input.width", "0");
    showPage(Qt::Key_2);
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_TRUE(shownMessage()->text().contains("input.width"));
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
        settings().slider("augmentation.flip")->setValue(step);
    settle();
    EXPECT_EQ(train().experiment().augmentation.flip, 1);
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

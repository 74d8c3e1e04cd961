#include "ui/parts/field_words.h"

#include <gtest/gtest.h>

#include <QLocale>

namespace rudolph {
namespace {

TEST(FieldWordsTest, CallsSettingsByTheirLabelsAndLeavesOtherWordsAlone) {
    EXPECT_EQ(fieldLabel("model.channels"), "Channels per layer");
    EXPECT_EQ(settingWords("model.channels: needs a number"), "Channels per layer: needs a number");
    EXPECT_EQ(settingWords("must have as many numbers as model.channels: it has 2, not 3"),
              "must have as many numbers as “Channels per layer”: it has 2, not 3");
    // "augmentation.scale" is part of another key.
    EXPECT_EQ(settingWords("set augmentation.scale_probability"),
              "set “" + fieldLabel("augmentation.scale_probability") + "”");
    EXPECT_EQ(settingWords("the seed of all epochs"), "the seed of all epochs");
    EXPECT_EQ(fieldLabel("no such key"), "no such key");
}

TEST(FieldWordsTest, SaysWhatIsWrongAsASentence) {
    EXPECT_EQ(problemSentence({"epochs", "epochs: must be a whole number, not \"x\""}),
              "Must be a whole number, not \"x\"");
    EXPECT_EQ(problemSentence({"epochs", "must be at least 1; it is 0"}),
              "Must be at least 1; it is 0");
}

TEST(FieldWordsTest, WritesAndReadsNumbersAsTheLocaleDoes) {
    const QLocale before;
    Experiment experiment = preset("nose-tip");
    const Field& rate = *findField("optimiser.learning_rate");
    const Field& channels = *findField("model.channels");
    for (const char* language : {"en", "de", "fr"}) {
        QLocale::setDefault(QLocale(language));
        const QString text = fieldText(experiment, rate);
        EXPECT_EQ(text, "0" + QLocale().decimalPoint() + "001");
        EXPECT_EQ(typedText(rate, text), "0.001");
        EXPECT_EQ(typedText(rate, "0,5"), "0.5");
        EXPECT_EQ(fieldText(experiment, channels), "12,12,12");
        EXPECT_EQ(typedText(channels, "12,8"), "12,8");
    }
    QLocale::setDefault(before);
}

}  // namespace
}  // namespace rudolph

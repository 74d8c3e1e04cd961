#include "ui/runs/run_words.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>
#include <cmath>

#include "core/base/nan.h"
#include "tests/ui/support/in_language.h"
#include "ui/runs/run_columns.h"

namespace rudolph {
namespace {

using Kind = RunFinding::Kind;

struct RunWordsTest : testing::Test {
    RunWordsTest() {
        QLocale::setDefault(QLocale(QLocale::English));
        summary().state = RunState::Finished;
        summary().epochs_done = 30;
        summary().best_epoch = 12;
        summary().train_faces = 1200;
        summary().validation_faces = 300;
        summary().parameters = 62'474;
        summary().seconds = 130;
        summary().nme = 0.0403;
        summary().error_px = 5.2;
        summary().constant_error_px = 42;
        summary().shape_variance_ratio = 0.9;
        entry.preset = "nose-tip";
    }
    RunSummary& summary() { return entry.run.summary; }
    bool says(const QString& text) { return runFacts(entry).join('\n').contains(text); }
    static QString text(Kind kind, double first, double second, int run = 0) {
        RunFinding finding;
        finding.kind = kind;
        finding.first = first;
        finding.second = second;
        finding.run = run;
        return findingText(finding, "old", "new");
    }

    RunEntry entry;
};

TEST_F(RunWordsTest, SaysWhatARunIs) {
    EXPECT_TRUE(says("The preset nose-tip, unchanged."));
    EXPECT_TRUE(says("1,200 faces to train, 300 to validate; 62,474 weights; 2 min 10 s."));
    EXPECT_TRUE(says("Best in epoch 12 of 30: NME 4.03 %, mean error 5.2 px."))
        << runFacts(entry).join('\n').toStdString();
    EXPECT_TRUE(says("8.1× better"));
    entry.changes = {{"batch_size", "Training", "Batch size", "", {"4", "8"}}};
    EXPECT_TRUE(says("The preset nose-tip with: Batch size 8 (4)."))
        << runFacts(entry).join('\n').toStdString();
}

TEST_F(RunWordsTest, SaysWhatIsWrongWithARun) {
    EXPECT_FALSE(says("learnt nothing"));
    summary().error_px = 41.9;
    EXPECT_TRUE(says("It has learnt nothing"));
    summary().shape_variance_ratio = 0.2;
    EXPECT_TRUE(says("It draws nearly the same face everywhere: its shapes vary 0.20 times"));
    summary().message = "the disk is full";
    EXPECT_TRUE(says("the disk is full"));
    summary().best_epoch = 0;
    EXPECT_EQ(runFacts(entry).back(), "It has not finished an epoch.");
}

TEST_F(RunWordsTest, SaysWhatItWasStartedFrom) {
    EXPECT_FALSE(says("Weights that"));
    summary().weights = {"60 of 62 tensors start from the weights in a.pth", "not in that file: b"};
    EXPECT_TRUE(says(
        "Weights that it started from: 60 of 62 tensors start from the weights in a.pth; not"));
}

TEST_F(RunWordsTest, SaysWhichWayAFigureWent) {
    EXPECT_EQ(text(Kind::Nme, 0.0449, 0.0387), "0.62 points better NME: 3.87 against 4.49 %.");
    EXPECT_EQ(text(Kind::Nme, 0.0387, 0.0449), "0.62 points worse NME: 4.49 against 3.87 %.");
    EXPECT_EQ(text(Kind::Nme, 0.04, 0.04), "The same NME: 4.00 %.");
    EXPECT_EQ(text(Kind::ErrorPx, 5, 4), "1.00 px less error: 4.0 px against 5.0 px.");
    EXPECT_EQ(text(Kind::ErrorPx, 4, 4.001), "The same mean error: 4.0 px.");
    EXPECT_EQ(text(Kind::Weights, 100, 250), "2.5 times the weights.");
    EXPECT_EQ(text(Kind::Weights, 100, 20), "0.20 times the weights.");
    EXPECT_TRUE(text(Kind::LearntNothing, 40, 41, 1).startsWith("new has learnt nothing"));
    EXPECT_TRUE(text(Kind::Collapsed, 0.3, 0, 0).startsWith("old draws nearly the same face"));
    EXPECT_EQ(text(Kind::SecondsPerEpoch, 2, 3), "An epoch takes 3.0 s instead of 2.0 s.");
}

TEST_F(RunWordsTest, SaysWhetherADifferenceOfFacesMayBeChance) {
    RunFinding finding;
    finding.kind = Kind::Faces;
    finding.better = 30;
    finding.worse = 10;
    finding.chance = 0.0004;
    EXPECT_EQ(findingText(finding, "a", "b"),
              "30 of 40 faces better, 10 worse. That is more than chance (p < 0.001).");
    finding.chance = 0.3;
    EXPECT_TRUE(findingText(finding, "a", "b").endsWith("may be chance (p = 0.300)."));
    finding.chance = kNaN;
    EXPECT_EQ(findingText(finding, "a", "b"), "30 of 40 faces better, 10 worse.");
}

TEST_F(RunWordsTest, WritesSettingsWithTheirUnits) {
    const SettingRow row{"x", "", "X", "px", {"3", std::nullopt, "", "0.10001"}};
    EXPECT_EQ(settingText(row, 0), "3 px");
    EXPECT_EQ(settingText(row, 1), "–");
    EXPECT_EQ(settingText(row, 2), "none");
    EXPECT_EQ(settingText(row, 3), "0.1 px");
}

TEST_F(RunWordsTest, WritesNumbersInThePersonsLanguage) {
    const SettingRow row{"optimiser.learning_rate", "", "Learning rate", "", {"0.001", "0.05"}};
    const SettingRow name{"data", "", "Data", "", {"0.5", "20240531"}};
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(settingText(row, 1), "0,05");
    // A folder that looks like a number, and a seed, stay as they are.
    EXPECT_EQ(settingText(name, 0), "0.5");
    EXPECT_EQ(settingText(name, 1), "20240531");
    entry.changes = {row};
    EXPECT_EQ(runChangesText(entry.changes), "Learning rate 0,05 (0,001)");
    QLocale::setDefault(QLocale(QLocale::English));
    EXPECT_EQ(runChangesText(entry.changes), "Learning rate 0.05 (0.001)");
}

TEST_F(RunWordsTest, SaysChangesInThePersonsLanguage) {
    entry.changes = {{"epochs", "Training", "Epochs", "", {"20", "5"}},
                     {"schedule.kind", "Training", "Schedule", "", {"constant", "cosine"}}};
    EXPECT_EQ(runChangesText(entry.changes), "Epochs 5 (20), Schedule Cosine (Constant)");
    const test::InLanguage spoken("de");
    const QString german = runChangesText(entry.changes);
    EXPECT_TRUE(german.startsWith("Epochen 5 (20), ")) << german.toStdString();
    EXPECT_FALSE(german.contains("Schedule")) << german.toStdString();
}

TEST_F(RunWordsTest, HasWordsForEveryKind) {
    for (int kind = 0; kind <= static_cast<int>(Kind::NoCommonFaces); ++kind) {
        const QString words = text(static_cast<Kind>(kind), 1, 2);
        EXPECT_TRUE(words.endsWith('.')) << kind << ": " << words.toStdString();
        EXPECT_FALSE(words.contains("%1")) << words.toStdString();
    }
}

}  // namespace
}  // namespace rudolph

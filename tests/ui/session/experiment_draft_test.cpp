#include "ui/session/experiment_draft.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/parts/field_words.h"

namespace rudolph {
namespace {

struct ExperimentDraftTest : testing::Test {
    QString text(const char* key) { return draft.text(*findField(key)); }

    ExperimentDraft draft;
    QObject me;
    QSignalSpy changed{&draft, &ExperimentDraft::changed};
    QSignalSpy failed{&draft, &ExperimentDraft::failed};
};

TEST_F(ExperimentDraftTest, BeginsWithThePresetOfTheNoseTip) {
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
    EXPECT_EQ(draft.base(), preset("nose-tip"));
    EXPECT_EQ(draft.preset(), "nose-tip");
    EXPECT_TRUE(draft.changedKeys().isEmpty());
    EXPECT_TRUE(draft.problems().empty());
}

TEST_F(ExperimentDraftTest, SaysOnceWhatHasChangedAndWhoChangedIt) {
    draft.setText("epochs", "7", &me);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.front().front().value<const QObject*>(), &me);
    EXPECT_EQ(draft.experiment().epochs, 7);
    EXPECT_EQ(draft.changedKeys(), QStringList("epochs"));
    draft.reset("epochs");
    ASSERT_EQ(changed.size(), 2);
    EXPECT_EQ(changed.back().front().value<const QObject*>(), nullptr);
    EXPECT_FALSE(draft.isChanged("epochs"));
}

TEST_F(ExperimentDraftTest, ResetsASettingAPartOrAll) {
    draft.setText("augmentation.scale", "0.3", &me);
    draft.setText("augmentation.scale_probability", "0.4", &me);
    draft.setText("epochs", "7", &me);
    draft.reset("augmentation.scale");
    EXPECT_EQ(draft.changedKeys(), QStringList({"augmentation.scale_probability", "epochs"}));
    EXPECT_EQ(draft.changedKeys("augmentation."), QStringList("augmentation.scale_probability"));
    draft.reset("augmentation.");
    EXPECT_EQ(draft.changedKeys(), QStringList("epochs"));
    draft.reset();
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
}

TEST_F(ExperimentDraftTest, KeepsATextThatCannotBeReadBesideTheLastValueThatCould) {
    draft.setText("batch_size", "12", &me);
    draft.setText("batch_size", "many", &me);
    EXPECT_EQ(text("batch_size"), "many");
    EXPECT_EQ(draft.experiment().batch_size, 12);
    ASSERT_EQ(draft.problems().size(), 1U);
    EXPECT_EQ(draft.problems().front().key, "batch_size");
    EXPECT_TRUE(draft.problemOf("batch_size").startsWith("Must be a whole number"))
        << draft.problemOf("batch_size").toStdString();
    EXPECT_TRUE(draft.problemOf("epochs").isEmpty());
    draft.setText("batch_size", "4", &me);
    EXPECT_TRUE(draft.problems().empty());
    EXPECT_EQ(text("batch_size"), "4");
}

TEST_F(ExperimentDraftTest, AChangeOfOthersDropsOnlyTextsOfWhatItChanges) {
    draft.setText("batch_size", "many", &me);
    draft.setText("epochs", "some", &me);
    Experiment other = draft.experiment();
    other.epochs = 3;
    draft.change(other, &me);
    EXPECT_EQ(text("batch_size"), "many");
    EXPECT_EQ(text("epochs"), "3");
}

TEST_F(ExperimentDraftTest, IsAlwaysOnTheDataThatIsOpen) {
    draft.setData("/faces");
    EXPECT_EQ(draft.experiment().data, "/faces");
    draft.choosePreset("full-face");
    EXPECT_EQ(draft.experiment().data, "/faces");
    EXPECT_EQ(draft.base(), preset("full-face"));
    // Which data are open is no change of the person's.
    EXPECT_TRUE(draft.changedKeys().isEmpty());
}

TEST_F(ExperimentDraftTest, SavesAndOpensExperimentFiles) {
    const test::TempDir dir;
    const QString file = toQString(dir / "mein versuch ä.json");
    QSignalSpy based(&draft, &ExperimentDraft::baseChanged);
    draft.setText("epochs", "7", &me);
    draft.save(file);
    draft.choosePreset("full-face");
    EXPECT_EQ(draft.experiment().epochs, preset("full-face").epochs);
    draft.open(file);
    EXPECT_EQ(draft.experiment().epochs, 7);
    EXPECT_TRUE(draft.changedKeys().isEmpty());
    EXPECT_EQ(draft.fileName(), "mein versuch ä.json");
    EXPECT_TRUE(draft.preset().isEmpty());
    EXPECT_EQ(based.size(), 2);
    EXPECT_TRUE(failed.isEmpty());
}

TEST_F(ExperimentDraftTest, WhatCannotBeOpenedOrSavedChangesNothing) {
    const test::TempDir dir;
    write_file(dir / "broken.json", "{ \"epochs\": ");
    draft.open(toQString(dir / "broken.json"));
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed.front().front().toString().contains("broken.json"));
    draft.choosePreset("no such preset");
    EXPECT_EQ(failed.size(), 2);
    draft.save(toQString(dir / "broken.json" / "experiment.json"));
    EXPECT_EQ(failed.size(), 3);
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
    EXPECT_TRUE(changed.isEmpty());
}

}  // namespace
}  // namespace rudolph

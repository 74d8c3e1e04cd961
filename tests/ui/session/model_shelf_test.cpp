#include "ui/session/model_shelf.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "core/runs/run.h"
#include "core/runs/run_writer.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/session/run_shelf.h"

namespace rudolph {
namespace {

using test::kWaitMs;

struct ModelShelfTest : testing::Test {
    /// A run that has some epochs behind it, without a network.
    QString writeRun(int epochs, const std::string& started) const {
        const Dataset dataset = test::dot_faces(folder.path(), 4);
        const RunWriter writer(folder / "runs", test::dot_experiment(), dataset,
                               make_split(dataset, {}));
        RunSummary summary;
        summary.state = RunState::Finished;
        summary.started = started;
        summary.epochs_done = summary.best_epoch = epochs;
        summary.nme = 0.053;
        summary.normaliser = "eyes";
        writer.write_summary(summary);
        return toQString(writer.folder());
    }
    void readRuns() {
        QSignalSpy refreshed(&runs, &RunShelf::refreshed);
        runs.setFolder(toQString(folder / "runs"));
        shelf.refresh();
        ASSERT_TRUE(refreshed.wait(kWaitMs));
    }
    /// As a training does: beside it, then renamed into place.
    static void replace(const std::filesystem::path& file, const std::string& text) {
        std::ofstream(file.string() + ".part") << text;
        std::filesystem::rename(file.string() + ".part", file);
    }

    test::TempDir folder;
    RunShelf runs;
    ModelShelf shelf{&runs};
};

TEST_F(ModelShelfTest, OffersTheShippedModelTheTrainedRunsAndTheChosenFile) {
    const QString early = writeRun(2, "2024-05-31T18:20:42+02:00");
    writeRun(0, "2024-05-31T18:21:42+02:00");
    const QString late = writeRun(3, "2024-05-31T18:22:42+02:00");
    QSignalSpy changed(&shelf, &ModelShelf::changed);
    readRuns();
    EXPECT_GE(changed.count(), 1);
    QStringList models;
    for (const ModelChoice& choice : shelf.choices("/elsewhere/mine.safetensors"))
        models << choice.model;
    EXPECT_EQ(models, QStringList({"face68", late, early, "/elsewhere/mine.safetensors"}));
    EXPECT_EQ(shelf.choices(late).size(), 3U) << "it is there already";
    ASSERT_EQ(shelf.runs().size(), 2U) << "a run without an epoch has no model";
    EXPECT_TRUE(shelf.runs()[0].name.endsWith("5.3 %")) << shelf.runs()[0].name.toStdString();
    EXPECT_FALSE(shelf.runs()[0].tip.isEmpty());
}

TEST_F(ModelShelfTest, CallsModelsByNamesForPeople) {
    EXPECT_EQ(ModelShelf::nameOf("face68"), "Rudolph’s own model");
    EXPECT_EQ(ModelShelf::nameOf("/models/nose.safetensors"), "nose.safetensors");
    const QString run = writeRun(1, "2024-05-31T18:20:42+02:00");
    EXPECT_EQ(ModelShelf::nameOf(run), QFileInfo(run).fileName());
    EXPECT_EQ(ModelShelf::nameOf(run + "/best.safetensors"), QFileInfo(run).fileName());
}

TEST_F(ModelShelfTest, TellsWhenATrainingHasWrittenABetterNetwork) {
    const auto run = folder / "run";
    std::filesystem::create_directories(run);
    replace(run / "best.safetensors", "first");
    QObject user;
    shelf.setInUse(&user, {toQString(run), "face68"});
    QSignalSpy renewed(&shelf, &ModelShelf::modelRenewed);
    std::ofstream(run / "metrics.csv") << "another file";
    EXPECT_FALSE(renewed.wait(600)) << "the network is the same";
    replace(run / "best.safetensors", "a better one");
    ASSERT_TRUE(renewed.wait(kWaitMs));
    EXPECT_EQ(renewed.front().front().toString(), toQString(run));
    replace(run / "best.safetensors", "calibrated at the end");
    ASSERT_TRUE(renewed.wait(kWaitMs)) << "again";
}

TEST_F(ModelShelfTest, WatchesOnlyWhatIsInUse) {
    const auto file = folder / "model.safetensors";
    replace(file, "first");
    auto user = std::make_unique<QObject>();
    QObject other;
    shelf.setInUse(user.get(), {toQString(file)});
    shelf.setInUse(&other, {"face68"});
    user.reset();
    QSignalSpy renewed(&shelf, &ModelShelf::modelRenewed);
    replace(file, "a second one");
    EXPECT_FALSE(renewed.wait(600));
}

}  // namespace
}  // namespace rudolph

#include "core/study/study_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/file.h"
#include "core/runs/run_files.h"
#include "core/runs/run_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

class StudyIndexes : public testing::Test {
protected:
    StudyIndexes() {
        dataset_.root = dataset_.source = dir_.path();
        dataset_.scheme.point_names = {"nose"};
        Sample face;
        face.id = "face";
        face.image = dir_ / "face.png";
        face.points_in_image = Landmarks({Point(1, 1)});
        dataset_.samples.push_back(face);
        study_.parts = 3;
        study_.experiment.name = "nose tip";
    }

    fs::path add_run(const fs::path& folder, int part, double nme, int minute,
                     RunState state = RunState::Finished) {
        const RunWriter writer(folder, experiment_of_part(study_, part), dataset_, {});
        RunSummary summary;
        summary.state = state;
        summary.started = "2024-05-31T18:1" + std::to_string(minute) + ":42+02:00";
        summary.nme = nme;
        summary.error_px = 5;
        summary.seconds = 10;
        summary.epochs_done = summary.best_epoch = 4;
        writer.write_summary(summary);
        return writer.folder();
    }
    StudyEntries read() { return studies_.read(dir_ / "runs", runs_.read(dir_ / "runs").runs); }

    test::TempDir dir_;
    Dataset dataset_;
    Study study_;
    RunIndex runs_;
    StudyIndex studies_;
};

TEST_F(StudyIndexes, ShowAStudyAsIfItWereOneRun) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    add_run(folder, 0, 0.10, 3);
    add_run(folder, 2, 0.14, 2);
    const fs::path failed = add_run(folder, 1, 0.9, 4, RunState::Failed);
    add_run(dir_ / "runs", 0, 0.5, 1);
    write_marks(folder, {true, {"x"}, "a note"});
    const StudyEntries entries = read();
    ASSERT_EQ(entries.studies.size(), 1U);
    const StudyEntry& study = *entries.studies.front();
    EXPECT_EQ(study.done(), 2);
    EXPECT_EQ(study.failed(), 1);
    EXPECT_EQ(study.runs.size(), 3U);
    EXPECT_EQ(study.parts[1]->run.folder, failed);
    EXPECT_NEAR(study.figures.spread.mean, 0.12, 1e-12);
    EXPECT_FALSE(study.lacks_runs());
    const RunEntry& as_run = *study.as_run;
    EXPECT_EQ(as_run.run.folder, folder);
    EXPECT_NEAR(as_run.run.summary.nme, 0.12, 1e-12);
    EXPECT_DOUBLE_EQ(as_run.run.summary.seconds, 30);
    EXPECT_EQ(as_run.run.summary.state, RunState::Finished);
    EXPECT_EQ(as_run.run.summary.started, "2024-05-31T18:12:42+02:00");
    EXPECT_TRUE(as_run.marks.starred);
}

TEST_F(StudyIndexes, KeepTheEntryOfAStudyThatHasNotChanged) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    add_run(folder, 0, 0.10, 3);
    const StudyEntryPtr first = read().studies.front();
    EXPECT_EQ(read().studies.front(), first);
    EXPECT_TRUE(first->lacks_runs());
    EXPECT_EQ(first->as_run->run.summary.state, RunState::Stopped);
    add_run(folder, 1, 0.12, 4);
    EXPECT_NE(read().studies.front(), first);
    write_marks(folder, {true, {}, ""});
    EXPECT_TRUE(read().studies.front()->as_run->marks.starred);
}

TEST_F(StudyIndexes, OfAStudyWithoutRunsKnowNoFigure) {
    make_study(dir_ / "runs", study_);
    const StudyEntries entries = read();
    ASSERT_EQ(entries.studies.size(), 1U);
    EXPECT_TRUE(std::isnan(entries.studies.front()->as_run->run.summary.nme));
    EXPECT_EQ(entries.studies.front()->done(), 0);
    EXPECT_TRUE(studies_.read(dir_ / "nowhere", {}).studies.empty());
}

TEST_F(StudyIndexes, SayWhatIsBroken) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    write_file(folder / kMarksFile, "broken");
    ASSERT_EQ(read().problems.size(), 1U);
    EXPECT_EQ(read().studies.size(), 1U);
    write_file(folder / kStudyFile, "broken");
    const StudyEntries entries = read();
    EXPECT_TRUE(entries.studies.empty());
    ASSERT_EQ(entries.problems.size(), 1U);
    EXPECT_EQ(entries.problems.front().file, folder / kStudyFile);
}

}  // namespace
}  // namespace rudolph

#include "core/study/study_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "core/study/study_text.h"
#include "core/study/study_trainer.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Faces of four persons, three each, whose errors a test sets.
class Studies : public testing::Test {
protected:
    Studies() {
        dataset_.root = dataset_.source = dir_.path();
        dataset_.scheme.point_names = {"nose"};
        for (int i = 0; i < 12; ++i) {
            Sample face;
            face.id = "face" + std::to_string(100 + i);
            face.person = std::to_string(i / 3);
            face.image = dir_ / (face.id + ".png");
            face.points_in_image = Landmarks({Point(1, 1)});
            dataset_.samples.push_back(face);
        }
        study_.parts = 3;
        study_.experiment.name = "nose tip";
        study_.experiment.data = (dir_ / "faces").string();
    }

    /// A finished run of a part; errors are `level` and the face's number in thousandths.
    fs::path add_run(const fs::path& folder, const Study& study, int part, double level,
                     RunState state = RunState::Finished) {
        const Experiment experiment = experiment_of_part(study, part);
        Split split;
        split.train = {0};
        split.validation = {1};
        RunWriter writer(folder, experiment, dataset_, split);
        std::vector<CasePrediction> cases;
        double sum = 0;
        for (size_t i = 0; i < dataset_.samples.size(); ++i) {
            const bool is_here =
                study.kind == StudyKind::Seeds || static_cast<int>(i) % study.parts == part;
            if (!is_here)
                continue;
            CasePrediction face;
            face.result.sample_id = dataset_.samples[i].id;
            face.result.nme = level + 0.001 * static_cast<double>(i);
            face.result.predicted_in_image = face.result.truth_in_image =
                dataset_.samples[i].points_in_image;
            face.image = dataset_.samples[i].image;
            face.person = dataset_.samples[i].person;
            sum += face.result.nme;
            cases.push_back(face);
        }
        writer.write_predictions(cases);
        RunSummary summary;
        summary.state = state;
        summary.nme = sum / static_cast<double>(cases.size());
        summary.epochs_done = summary.best_epoch = 1;
        summary.device = "cpu";
        summary.threads = 1;
        writer.write_summary(summary);
        return writer.folder();
    }

    fs::path study_with(const std::vector<double>& levels) {
        fs::path folder = make_study(dir_ / "runs", study_);
        for (size_t part = 0; part < levels.size(); ++part)
            add_run(folder, study_, static_cast<int>(part), levels[part]);
        return folder;
    }

    test::TempDir dir_;
    Dataset dataset_;
    Study study_;
};

TEST_F(Studies, AreFoldersThatAreReadBack) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    EXPECT_THAT(folder.filename().string(), HasSubstr("nose-tip-3-seeds-"));
    const Study read = read_study(folder);
    EXPECT_EQ(read.kind, StudyKind::Seeds);
    EXPECT_EQ(read.parts, 3);
    EXPECT_EQ(read.experiment, study_.experiment);
    // A study is no run, and its runs are found beside others.
    add_run(folder, study_, 0, 0.1);
    add_run(dir_ / "runs", study_, 0, 0.1);
    EXPECT_EQ(list_runs(dir_ / "runs").runs.size(), 2U);
    EXPECT_TRUE(list_runs(dir_ / "runs").problems.empty());
}

TEST_F(Studies, AreSharedWithoutWhereTheirDataLie) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    EXPECT_EQ(read_file(folder / kExperimentFile).find(dir_.path().string()), std::string::npos);
    EXPECT_EQ(read_file(folder / kStudyFile).find(dir_.path().string()), std::string::npos);
}

TEST_F(Studies, OfABrokenFileSayWhich) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    const auto error = [&] { return test::error_of([&] { read_study(folder); }); };
    for (const char* const text : {"{}", "{\"version\": 1, \"kind\": \"weeks\", \"parts\": 3}",
                                   "{\"version\": 1, \"kind\": \"seeds\", \"parts\": 1000000}"}) {
        write_file(folder / kStudyFile, text);
        EXPECT_THAT(error().what(), HasSubstr("the study is damaged")) << text;
        EXPECT_EQ(error().place().file, folder / kStudyFile);
    }
    write_file(folder / kStudyFile, "{\"version\": 9, \"kind\": \"seeds\", \"parts\": 3}");
    EXPECT_THAT(error().what(), HasSubstr("newer version"));
}

TEST_F(Studies, CountSeedsUpAndGiveEachGroupItsFold) {
    study_.experiment.seed = 7;
    EXPECT_EQ(experiment_of_part(study_, 2).seed, 9U);
    EXPECT_EQ(part_name(study_, 2), "seed 9");
    study_.kind = StudyKind::Folds;
    const Experiment fold = experiment_of_part(study_, 2);
    EXPECT_EQ(fold.seed, 7U);
    EXPECT_EQ(fold.split.method, SplitMethod::Folds);
    EXPECT_EQ(fold.split.folds, 3);
    EXPECT_EQ(fold.split.fold, 3);
    EXPECT_EQ(part_name(study_, 2), "fold 3 of 3");
}

TEST_F(Studies, TrainWhatIsMissingAndNothingTwice) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    const auto next = [&] { return next_training(folder, study_, runs_of_study(folder, study_)); };
    ASSERT_TRUE(next());
    EXPECT_EQ(next()->part, 0);
    add_run(folder, study_, 0, 0.1);
    EXPECT_EQ(next()->part, 1);
    EXPECT_EQ(next()->job.experiment.seed, 2U);
    EXPECT_EQ(next()->job.runs, folder);
    // A run that failed is an answer, too.
    add_run(folder, study_, 1, 0.1, RunState::Failed);
    EXPECT_EQ(next()->part, 2);
    // Stopped before its first checkpoint: from the start.
    add_run(folder, study_, 2, 0.1, RunState::Stopped);
    ASSERT_TRUE(next());
    EXPECT_EQ(next()->part, 2);
    EXPECT_TRUE(next()->job.resume.empty());
    add_run(folder, study_, 2, 0.1);
    EXPECT_FALSE(next());
    EXPECT_EQ(runs_of_study(folder, study_).done(), 2);
}

TEST_F(Studies, GiveAnotherRunToEachThatTrainsThem) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    const auto next = [&](const std::set<int>& taken) {
        return next_training(folder, study_, runs_of_study(folder, study_), taken);
    };
    EXPECT_EQ(next({0})->part, 1);
    EXPECT_EQ(next({0, 1})->part, 2);
    EXPECT_FALSE(next({0, 1, 2}));
}

TEST_F(Studies, TrainWhatHasFailedAnewWhenAsked) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    add_run(folder, study_, 0, 0.1);
    add_run(folder, study_, 1, 0.1, RunState::Failed);
    add_run(folder, study_, 2, 0.1);
    std::vector<int> ended;
    std::vector<int> failed;
    bool fails = true;
    const auto train = [&](bool failed_again) {
        StudyTrainingOptions options;
        options.failed_again = failed_again;
        return train_study(
            [&](const TrainJob& job, const TrainObserver&, const TrainControl&) -> TrainResult {
                const int part = *part_of(study_, job.experiment);
                const RunState state = fails ? RunState::Failed : RunState::Finished;
                const fs::path run = add_run(job.runs, study_, part, 0.1, state);
                if (fails)
                    throw Error("the disk is full");
                return {read_run(run), false};
            },
            folder, study_, nullptr, options,
            {[](const StudyRunStart&) { return TrainObserver(); },
             [&](int part, const TrainResult&) { ended.push_back(part); },
             [&](int part, const Error&) { failed.push_back(part); }},
            {});
    };
    EXPECT_TRUE(train(false));
    EXPECT_THAT(failed, testing::IsEmpty());
    // Once, however it ends.
    EXPECT_TRUE(train(true));
    EXPECT_THAT(failed, testing::ElementsAre(1));
    fails = false;
    EXPECT_TRUE(train(true));
    EXPECT_THAT(ended, testing::ElementsAre(1));
    EXPECT_EQ(runs_of_study(folder, study_).done(), 3);
    EXPECT_EQ(runs_of_study(folder, study_).failed(), 0);
}

TEST_F(Studies, GoOnWithARunThatReplacesAFailedOne) {
    const fs::path folder = make_study(dir_ / "runs", study_);
    const fs::path failed = add_run(folder, study_, 0, 0.1, RunState::Failed);
    const fs::path broken_off = add_run(folder, study_, 0, 0.1, RunState::Stopped);
    EXPECT_EQ(runs_of_study(folder, study_).parts[0]->folder, broken_off);
}

TEST_F(Studies, TrainBesideEachOtherAndTellOneThingAtATime) {
    study_.parts = 6;
    const fs::path folder = make_study(dir_ / "runs", study_);
    std::atomic<int> going = 0;
    std::atomic<int> most = 0;
    std::atomic<int> telling = 0;
    std::atomic<bool> at_one_time = true;
    const auto tell = [&] {
        at_one_time = at_one_time && ++telling == 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        --telling;
    };
    StudyTrainingOptions options;
    options.at_once = 2;
    std::vector<int> at_once;
    std::vector<int> ended;
    EXPECT_TRUE(train_study(
        [&](const TrainJob& job, const TrainObserver& observer, const TrainControl&) {
            most = std::max<int>(most, ++going);
            for (int i = 0; i < 5; ++i)
                observer.on_note("made up");
            const fs::path run = add_run(job.runs, study_, *part_of(study_, job.experiment), 0.1);
            --going;
            return TrainResult{read_run(run), false};
        },
        folder, study_, nullptr, options,
        {[&](const StudyRunStart& start) {
             at_once.push_back(start.at_once);
             TrainObserver watcher;
             watcher.on_note = [&](const std::string&) { tell(); };
             return watcher;
         },
         [&](int part, const TrainResult&) {
             tell();
             ended.push_back(part);
         },
         {}},
        {}));
    EXPECT_TRUE(at_one_time);
    EXPECT_EQ(most, 2);
    EXPECT_THAT(at_once, testing::ElementsAre(1, 2, 2, 2, 2, 2));
    EXPECT_THAT(ended, testing::UnorderedElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(TrainingsAtOnce, AreAsManyAsProcessorsOnceARunHasShownThatItNeedsNoMoreThanOne) {
    const auto at_once = [](RunState state, const char* device, int threads, bool split_batch) {
        StudyRuns runs;
        runs.parts.resize(3);
        RunRecord& run = runs.parts[1].emplace();
        run.summary.state = state;
        run.summary.device = device;
        run.summary.threads = threads;
        run.summary.split_batch = split_batch;
        return trainings_at_once(runs, 4);
    };
    EXPECT_EQ(trainings_at_once({std::vector<std::optional<RunRecord>>(3), {}}, 4), 1);
    EXPECT_EQ(at_once(RunState::Finished, "cpu", 1, false), 4);
    EXPECT_EQ(at_once(RunState::Finished, "cpu", 4, true), 4);
    // Threads that meet in every layer sum in an order of their own.
    EXPECT_EQ(at_once(RunState::Finished, "cpu", 4, false), 1);
    EXPECT_EQ(at_once(RunState::Finished, "cuda", 1, false), 1);
    EXPECT_EQ(at_once(RunState::Running, "cpu", 1, false), 1);
}

TEST_F(Studies, TellTheSpreadOfTheirRuns) {
    const fs::path folder = study_with({0.10, 0.12, 0.11});
    const StudyRuns runs = runs_of_study(folder, study_);
    const StudyFigures figures = study_figures(study_, runs);
    EXPECT_TRUE(figures.by_nme);
    ASSERT_EQ(figures.runs.size(), 3U);
    EXPECT_NEAR(figures.runs[1], 0.12 + 0.0055, 1e-12);
    EXPECT_NEAR(figures.spread.mean, 0.1155, 1e-12);
    EXPECT_NEAR(figures.spread.deviation, 0.01, 1e-12);
}

TEST_F(Studies, AreComparedSeedBySeed) {
    const fs::path first = study_with({0.10, 0.12, 0.11});
    const fs::path second = study_with({0.09, 0.11, 0.10});
    const StudyComparison comparison = compare_studies(study_, runs_of_study(first, study_), study_,
                                                       runs_of_study(second, study_));
    EXPECT_EQ(comparison.faces, 12);
    EXPECT_TRUE(comparison.difference.paired);
    EXPECT_NEAR(comparison.difference.mean, -0.01, 1e-9);
    EXPECT_TRUE(comparison.difference.is_certain());
    EXPECT_EQ(
        comparison_text(comparison),
        "1.00 points better, give or take 0.00 (12 faces of 4 persons): more than chance, with "
        "3 seeds each.");
}

TEST_F(Studies, SayWhereSeedsCannotTell) {
    const fs::path first = study_with({0.10, 0.12, 0.11});
    const fs::path second = study_with({0.11, 0.11, 0.10});
    const std::string text = comparison_text(compare_studies(
        study_, runs_of_study(first, study_), study_, runs_of_study(second, study_)));
    EXPECT_THAT(text, HasSubstr("0.33 points better, give or take"));
    EXPECT_THAT(text, HasSubstr("3 seeds each cannot tell; about"));
}

TEST_F(Studies, SayWhichRunsFailedAndAreInNoFigure) {
    study_.parts = 4;
    const fs::path first = study_with({0.10, 0.12, 0.11});
    const fs::path second = study_with({0.09, 0.11, 0.10});
    add_run(second, study_, 3, 0.9, RunState::Failed);
    const StudyRuns runs = runs_of_study(second, study_);
    EXPECT_EQ(runs.done(), 3);
    EXPECT_EQ(runs.failed(), 1);
    EXPECT_NEAR(study_figures(study_, runs).spread.mean, 0.1055, 1e-12);
    EXPECT_THAT(
        comparison_text(compare_studies(study_, runs_of_study(first, study_), study_, runs)),
        testing::EndsWith("Left out are runs that failed: 0 of the first study, 1 of the second."));
}

TEST_F(Studies, WithFewerThanThreeRunsSaySoOfOtherSeeds) {
    study_.parts = 2;
    const fs::path first = study_with({0.10, 0.12});
    const fs::path second = study_with({0.11, 0.11});
    EXPECT_THAT(comparison_text(compare_studies(study_, runs_of_study(first, study_), study_,
                                                runs_of_study(second, study_))),
                HasSubstr("of other seeds 2 seeds each say too little"));
}

TEST_F(Studies, OfFoldsAreComparedFaceByFaceAndSpeakOfPersonsAlone) {
    study_.kind = StudyKind::Folds;
    const fs::path first = study_with({0.10, 0.10, 0.10});
    const fs::path second = study_with({0.08, 0.08, 0.08});
    const StudyComparison comparison = compare_studies(study_, runs_of_study(first, study_), study_,
                                                       runs_of_study(second, study_));
    EXPECT_EQ(comparison.faces, 12);
    EXPECT_NEAR(comparison.difference.mean, -0.02, 1e-9);
    EXPECT_THAT(comparison_text(comparison), HasSubstr("Of other seeds folds say nothing."));
}

TEST_F(Studies, AreWordedInTheLanguageOfWhoShowsThem) {
    struct Shouted : FindingWords {
        std::string text(const std::string& english) const override { return "!" + english; }
        std::string number(double, int) const override { return "N"; }
    };
    const fs::path first = study_with({0.10, 0.12, 0.11});
    const fs::path second = study_with({0.09, 0.11, 0.10});
    EXPECT_EQ(comparison_text(compare_studies(study_, runs_of_study(first, study_), study_,
                                              runs_of_study(second, study_)),
                              Shouted()),
              "!N points better!, give or take N (12 faces of 4 persons)!: more than chance, with "
              "3 seeds each.");
}

TEST_F(Studies, SayWhatTheyFoundInSentences) {
    study_.parts = 4;
    const fs::path folder = study_with({0.10, 0.12, 0.11});
    add_run(folder, study_, 3, 0.9, RunState::Failed);
    const auto sentences = study_sentences(study_, runs_of_study(folder, study_));
    EXPECT_THAT(sentences, testing::ElementsAre(
                               "One experiment with 4 seeds, of which 3 are finished.",
                               "On average the NME is 11.55 %.",
                               "The mean of many such runs lies from 9.07 % to 14.03 % (95 %).",
                               "From run to run it varies by 1.00 % (standard deviation).",
                               "Runs whose training failed, and that are in no figure: 1."));
    const fs::path empty = make_study(dir_ / "runs", study_);
    EXPECT_EQ(study_sentences(study_, runs_of_study(empty, study_)).size(), 1U);
}

TEST_F(Studies, AreMadeOfARunThatMovesIntoThem) {
    const fs::path run = add_run(dir_ / "runs", study_, 0, 0.1);
    const fs::path folder = make_study_of_run(run, 3);
    EXPECT_FALSE(fs::exists(run));
    EXPECT_EQ(folder.parent_path(), dir_ / "runs");
    const Study study = read_study(folder);
    EXPECT_EQ(study.parts, 3);
    const StudyRuns runs = runs_of_study(folder, study);
    EXPECT_TRUE(runs.is_done(0));
    EXPECT_EQ(next_training(folder, study, runs)->part, 1);
    // Not twice, and not while it goes on.
    EXPECT_THAT(test::error_of([&] { make_study_of_run(folder / run.filename(), 3); }).what(),
                HasSubstr("belongs to a study already"));
    const fs::path stopped = add_run(dir_ / "runs", study_, 0, 0.1, RunState::Stopped);
    EXPECT_THAT(test::error_of([&] { make_study_of_run(stopped, 3); }).what(),
                HasSubstr("only a finished run"));
    EXPECT_TRUE(fs::exists(stopped));
}

TEST_F(Studies, ThatCannotBeSplitLeaveNothingBehind) {
    study_.kind = StudyKind::Folds;
    study_.parts = 50;
    EXPECT_THAT(test::error_of([&] { begin_study(dir_ / "runs", study_, dataset_); }).what(),
                HasSubstr("50 folds"));
    EXPECT_FALSE(fs::exists(dir_ / "runs"));
}

TEST_F(Studies, OfAnotherKindOrWithoutRunsAreNotCompared) {
    const fs::path first = study_with({0.10, 0.12, 0.11});
    const fs::path empty = make_study(dir_ / "runs", study_);
    EXPECT_THAT(test::error_of({},
                               [&] {
                                   compare_studies(study_, runs_of_study(first, study_), study_,
                                                   runs_of_study(empty, study_));
                               })
                    .what(),
                HasSubstr("without a finished run"));
    Study folds = study_;
    folds.kind = StudyKind::Folds;
    EXPECT_THAT(test::error_of({},
                               [&] {
                                   compare_studies(study_, runs_of_study(first, study_), folds,
                                                   runs_of_study(first, folds));
                               })
                    .what(),
                HasSubstr("one study repeats seeds"));
}

}  // namespace
}  // namespace rudolph

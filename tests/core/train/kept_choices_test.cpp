#include "core/train/kept_choices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "core/base/file.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

const ComputeTrial kOneThread{{false, 1, false}, 0.25};
const ComputeTrial kTwoThreads{{true, 2, true}, 0.125};

class KeptChoice : public testing::Test {
protected:
    static std::string question(const Experiment& experiment = {}, int outputs = 2) {
        return compute_question(experiment, outputs, 2, "1.13.1");
    }

    test::TempDir dir_;
    KeptChoices kept_{dir_ / "cäche" / "compute"};
};

TEST_F(KeptChoice, IsFoundAgain) {
    EXPECT_FALSE(kept_.find(question()));
    EXPECT_EQ(kept_.keep(question(), kTwoThreads).choice, kTwoThreads.choice);
    const auto found = kept_.find(question());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->choice, kTwoThreads.choice);
    EXPECT_EQ(found->seconds_per_face, 0.125);
    EXPECT_EQ(test::files_in(kept_.folder()).size(), 1U);
}

TEST_F(KeptChoice, IsTheFirstOfTwoThatTriedAtTheSameTime) {
    kept_.keep(question(), kOneThread);
    const ComputeTrial second = kept_.keep(question(), kTwoThreads);
    EXPECT_EQ(second.choice, kOneThread.choice);
    EXPECT_EQ(second.note, "");
    EXPECT_EQ(test::files_in(kept_.folder()).size(), 1U);
}

TEST_F(KeptChoice, IsTheSameForAllThatTryTogether) {
    std::vector<ComputeChoice> chosen(8);
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < chosen.size(); ++i)
            threads.emplace_back([&, i] {
                chosen[i] =
                    kept_.keep(question(), {{false, static_cast<int>(i) + 1, false}, 1}).choice;
            });
    }
    EXPECT_THAT(chosen, testing::Each(chosen.front()));
}

TEST_F(KeptChoice, IsReplacedByACarefulMeasurement) {
    kept_.keep(question(), kOneThread);
    kept_.replace(question(), kTwoThreads);
    EXPECT_EQ(kept_.find(question())->choice, kTwoThreads.choice);
}

TEST_F(KeptChoice, IsTriedAgainWhereItsFileIsBroken) {
    kept_.keep(question(), kOneThread);
    const auto file = std::filesystem::directory_iterator(kept_.folder())->path();
    for (const char* const text :
         {"", "[]", "{\"bfloat16\": 3}",
          "{\"question\": 1, \"bfloat16\": false, \"threads\": 1, \"split_batch\": false, "
          "\"seconds_per_face\": 1}"}) {
        write_file(file, text);
        EXPECT_FALSE(kept_.find(question())) << text;
    }
    EXPECT_EQ(kept_.keep(question(), kTwoThreads).choice, kTwoThreads.choice);
    EXPECT_EQ(kept_.find(question())->choice, kTwoThreads.choice);
    std::string text = read_file(file);
    text.replace(text.find("\"threads\": 2"), 12, "\"threads\": 0");
    write_file(file, text);
    EXPECT_FALSE(kept_.find(question()));
}

TEST_F(KeptChoice, SaysThatItCouldNotBeKept) {
    write_file(dir_ / "cäche", "a file where the folder should be");
    const ComputeTrial trial = kept_.keep(question(), kOneThread);
    EXPECT_EQ(trial.choice, kOneThread.choice);
    EXPECT_THAT(trial.note, testing::HasSubstr("could not be kept"));
}

TEST_F(KeptChoice, DependsOnWhatAStepComputesAndOnNothingElse) {
    const Experiment before;
    Experiment other = before;
    other.seed = 7;
    other.epochs = 3;
    other.name = "other";
    other.data = "faces";
    other.optimiser.learning_rate = 0.05;
    other.augmentation.shift_px = 3;
    other.model.weights = "resnet18.pth";
    other.model.looks = 3;
    // A trial is of steps in which all learns.
    other.optimiser.freeze_epochs = 2;
    other.optimiser.body_rate = 0.1;
    EXPECT_EQ(question(other), question());
    for (const auto& change : std::vector<std::function<void(Experiment&)>>{
             [](Experiment& e) {
                 e.model.channels = {12, 12};
             },
             [](Experiment& e) { e.input.width += 8; }, [](Experiment& e) { e.input.channels = 3; },
             [](Experiment& e) { e.batch_size = 16; }, [](Experiment& e) { e.threads = 1; },
             [](Experiment& e) { e.loss.kind = LossKind::Wing; },
             [](Experiment& e) { e.optimiser.kind = OptimiserKind::Sgd; },
             [](Experiment& e) { e.precision = Precision::Bfloat16; }}) {
        Experiment changed;
        change(changed);
        EXPECT_NE(question(changed), question());
    }
    EXPECT_NE(question(before, 116), question());
    EXPECT_NE(compute_question(before, 2, 4, "1.13.1"), question());
    EXPECT_NE(compute_question(before, 2, 2, "2.6.0"), question());
}

}  // namespace
}  // namespace rudolph

#include "core/train/torch_compute_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "core/base/error.h"
#include "core/model/torch_device.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::Each;
using testing::ElementsAre;

class Compute : public testing::Test {
protected:
    Compute() {
        experiment_.precision = Precision::Auto;
        experiment_.threads = 0;
    }

    std::vector<ComputeChoice> choices(bool bfloat16) const {
        return compute_choices(experiment_, 1e6, bfloat16);
    }

    test::TempDir dir_;
    KeptChoices kept_{dir_ / "kept"};
    Experiment experiment_ = test::dot_experiment();
};

TEST_F(Compute, IsWhatWasKeptWithoutATrial) {
    experiment_.threads = 3;
    // No trial would come to that.
    const ComputeTrial known{{true, 7, true}, 123};
    kept_.keep(compute_question(experiment_, 4), known);
    EXPECT_EQ(choose_compute(experiment_, 4, torch::kCPU, {}, kept_).choice,
              has_bfloat16(torch::kCPU) ? known.choice : (ComputeChoice{false, 3, true}));
}

TEST_F(Compute, IsKeptAfterATrial) {
    const ComputeTrial found = choose_compute(experiment_, 4, torch::kCPU, {}, kept_);
    if (processor_count() == 1 && !has_bfloat16(torch::kCPU))
        GTEST_SKIP() << "there is nothing to choose from on this machine";
    EXPECT_GT(found.seconds_per_face, 0);
    const auto kept = kept_.find(compute_question(experiment_, 4));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->choice, found.choice);
}

TEST_F(Compute, WantsNoBfloat16OfAProcessorWithoutItsUnits) {
    EXPECT_THAT(choices(false), Each(testing::Field(&ComputeChoice::bfloat16, false)));
    EXPECT_THAT(choices(true), testing::Contains(testing::Field(&ComputeChoice::bfloat16, true)));
    experiment_.precision = Precision::Bfloat16;
    EXPECT_THAT(choices(false), Each(testing::Field(&ComputeChoice::bfloat16, true)));
}

TEST_F(Compute, IsTheSameOnEveryMachineWhereItIsToBeExact) {
    experiment_.precision = Precision::Exact;
    EXPECT_THAT(choices(true), ElementsAre(ComputeChoice{false, 2, true}));
    EXPECT_EQ(choices(false), choices(true));
    experiment_.threads = 4;
    EXPECT_THAT(choices(true), ElementsAre(ComputeChoice{false, 4, true}));
    experiment_.threads = 1;
    EXPECT_THAT(choices(true), ElementsAre(ComputeChoice{false, 1, false}));
    experiment_.threads = 0;
    experiment_.model.family = NetworkFamily::Light;
    // Batch norm wants more faces of each share than this batch has.
    EXPECT_THAT(choices(true), ElementsAre(ComputeChoice{false, 2, false}));
    experiment_.batch_size = 16;
    EXPECT_THAT(choices(true), ElementsAre(ComputeChoice{false, 2, true}));
}

TEST_F(Compute, IsNotWhatFailsUnlessAllDo) {
    const auto fails_in_16_bits = [](const ComputeChoice& choice, double) {
        if (choice.bfloat16)
            throw std::runtime_error("could not create a primitive descriptor iterator");
        return 1.0;
    };
    const auto tried = choices(true);
    EXPECT_FALSE(tried[fastest_choice(time_choices(tried, fails_in_16_bits))].bfloat16);
    EXPECT_EQ(fastest_choice(time_choices({{true, 1, false}, {false, 1, false}}, fails_in_16_bits)),
              1U);
    EXPECT_THROW(time_choices({{true, 1, false}}, fails_in_16_bits), std::runtime_error);
    EXPECT_THROW(time_choices(tried,
                              [](const ComputeChoice& choice, double) -> double {
                                  if (choice.bfloat16)
                                      throw Cancelled();
                                  return 1.0;
                              }),
                 Cancelled);
}

TEST_F(Compute, IsTheFirstUnlessALaterOneIsClearlyFaster) {
    EXPECT_EQ(fastest_choice({1.0}), 0U);
    EXPECT_EQ(fastest_choice({1.0, 0.95, 0.92}), 0U);
    EXPECT_EQ(fastest_choice({1.0, 0.85, 0.8}), 1U);
    EXPECT_EQ(fastest_choice({1.0, 0.85, 0.5, 3.0}), 2U);
}

}  // namespace
}  // namespace rudolph

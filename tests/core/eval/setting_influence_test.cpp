#include "core/eval/setting_influence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

/// Runs with three settings: a rate that matters most, a kind that matters some, and a seed.
struct SettingInfluenceTest : testing::Test {
    void draw(int runs) {
        Random random(3);
        settings.assign(3, {});
        settings[2].is_category = true;
        errors.clear();
        for (int i = 0; i < runs; ++i) {
            const double seed = random.below(1000);
            const double exponent = random.uniform(-4, -1);
            const int kind = random.below(3);
            settings[0].values.push_back(seed);
            settings[1].values.push_back(std::pow(10, exponent));
            settings[2].values.push_back(kind);
            errors.push_back(std::exp(std::abs(exponent + 2.5) + (kind == 1 ? 0.4 : 0) +
                                      0.05 * random.normal()));
        }
    }

    std::vector<SettingValues> settings;
    std::vector<double> errors;
};

TEST_F(SettingInfluenceTest, OrdersSettingsByWhatTheyTell) {
    draw(60);
    const Influences found = setting_influences(settings, errors);
    ASSERT_EQ(found.settings.size(), 3U);
    EXPECT_EQ(found.settings[0].setting, 1);
    EXPECT_EQ(found.settings[1].setting, 2);
    EXPECT_EQ(found.settings[2].setting, 0);
    EXPECT_TRUE(found.settings[0].is_seen());
    EXPECT_TRUE(found.settings[1].is_seen());
    EXPECT_FALSE(found.settings[2].is_seen());
    EXPECT_GT(found.explained, 0.6);
    EXPECT_LE(found.explained, 1);
    EXPECT_GT(found.settings[0].share, 0.8);
    EXPECT_FALSE(found.too_few());
}

TEST_F(SettingInfluenceTest, GivesTheSameAnswerWheneverItIsAskedAndLeavesOthersDrawsAlone) {
    draw(40);
    cv::theRNG().state = 42;
    const Influences first = setting_influences(settings, errors);
    EXPECT_EQ(cv::theRNG().state, 42U);
    cv::theRNG().state = 43;
    EXPECT_EQ(setting_influences(settings, errors), first);
}

TEST_F(SettingInfluenceTest, NoiseExplainsNothing) {
    draw(60);
    Random random(11);
    for (double& error : errors)
        error = random.uniform(0.02, 0.2);
    const Influences found = setting_influences(settings, errors);
    EXPECT_LT(found.explained, 0.1);
    EXPECT_LT(found.settings[0].share, 0.3);
}

TEST_F(SettingInfluenceTest, OneDivergedRunDoesNotCountForAll) {
    draw(60);
    errors[7] = 1e6;
    const Influences found = setting_influences(settings, errors);
    EXPECT_EQ(found.settings[0].setting, 1);
}

TEST_F(SettingInfluenceTest, SaysThatRunsAreTooFew) {
    draw(5);
    const Influences few = setting_influences(settings, errors);
    EXPECT_TRUE(few.too_few());
    EXPECT_EQ(few.runs, 5);
    EXPECT_EQ(few.runs_needed, 12);
    EXPECT_TRUE(few.settings.empty());
    EXPECT_TRUE(std::isnan(few.explained));
    draw(11);
    const Influences some = setting_influences(settings, errors);
    EXPECT_TRUE(some.too_few());
    EXPECT_EQ(some.settings.size(), 3U);
    draw(12);
    EXPECT_FALSE(setting_influences(settings, errors).too_few());
}

TEST_F(SettingInfluenceTest, LeavesOutRunsWithoutAnErrorAndTakesSettingsThatDoNotApply) {
    draw(60);
    for (const size_t run : {1U, 5U})
        errors[run] = kNaN;
    errors[9] = 0;
    // A setting of some runs alone, which says that they are bad.
    SettingValues part;
    for (size_t run = 0; run < errors.size(); ++run) {
        part.values.push_back(run % 2 == 0 ? kNaN : 3.0);
        errors[run] *= run % 2 == 0 ? 20 : 1;
    }
    settings.push_back(part);
    const Influences found = setting_influences(settings, errors);
    EXPECT_EQ(found.runs, 57);
    EXPECT_EQ(found.settings[0].setting, 3);
    for (const SettingInfluence& each : found.settings)
        EXPECT_TRUE(std::isfinite(each.share));
}

TEST_F(SettingInfluenceTest, WhatIsTheSameEverywhereHasNone) {
    draw(20);
    settings[0].values.assign(20, 5.0);
    const Influences found = setting_influences(settings, errors);
    for (const SettingInfluence& each : found.settings)
        if (each.setting == 0)
            EXPECT_EQ(each.share, 0);
    errors.assign(20, 0.5);
    EXPECT_TRUE(setting_influences(settings, errors).settings.empty());
    EXPECT_TRUE(setting_influences({}, errors).settings.empty());
}

TEST_F(SettingInfluenceTest, CanBeCancelled) {
    draw(40);
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(setting_influences(settings, errors, cancel), Cancelled);
}

}  // namespace
}  // namespace rudolph

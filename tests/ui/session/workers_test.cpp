#include <gmock/gmock.h>

#include <QTest>
#include <atomic>
#include <thread>

#include "ui/parts/latest_job.h"

namespace rudolph {
namespace {

constexpr int kWaitMs = 30000;

TEST(LatestJob, SkipsWhatWasOvertakenAndEndsWithTheLast) {
    LatestJob jobs;
    std::atomic<bool> go = false;
    std::vector<int> seen;
    const auto job = [&](int number) {
        jobs.start([&, number]() -> LatestJob::Outcome {
            while (!go)
                std::this_thread::yield();
            return [&seen, number] { seen.push_back(number); };
        });
    };
    for (int i = 1; i <= 5; ++i)
        job(i);
    go = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.isBusy(); }, kWaitMs));
    EXPECT_THAT(seen, testing::ElementsAre(1, 5));
}

TEST(LatestJob, DropsTheOutcomeWhenClearedOrDestroyed) {
    bool seen = false;
    {
        LatestJob jobs;
        jobs.start([&]() -> LatestJob::Outcome { return [&] { seen = true; }; });
        jobs.clear();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.isBusy(); }, kWaitMs));
        jobs.start([&]() -> LatestJob::Outcome { return [&] { seen = true; }; });
    }
    QTest::qWait(10);
    EXPECT_FALSE(seen);
}

}  // namespace
}  // namespace rudolph

#include "core/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace rudolph {
namespace {

TEST(ParallelFor, DoesEverythingOnce) {
    for (const int threads : {0, 1, 3, 50}) {
        std::vector<int> times(20, 0);
        parallel_for(
            20, [&](int i) { ++times[static_cast<size_t>(i)]; }, {}, {}, threads);
        EXPECT_EQ(times, std::vector<int>(20, 1)) << threads << " threads";
    }
}

TEST(ParallelFor, NothingToDoIsDone) {
    bool called = false;
    parallel_for(0, [&](int) { called = true; });
    EXPECT_FALSE(called);
}

TEST(ParallelFor, ReportsEveryStepInOrder) {
    std::vector<Progress> reports;
    parallel_for(
        10, [](int) {}, {}, [&](const Progress& now) { reports.push_back(now); }, 4);
    ASSERT_EQ(reports.size(), 10U);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(reports[static_cast<size_t>(i)], (Progress{i + 1, 10}));
}

TEST(ParallelFor, ThrowsOnWhatWorkThrowsAndStopsTheRest) {
    std::atomic<int> done = 0;
    EXPECT_THROW(parallel_for(
                     100000,
                     [&](int i) {
                         if (i == 5)
                             throw Error("five");
                         ++done;
                     },
                     {}, {}, 2),
                 Error);
    EXPECT_LT(done, 100000);
}

TEST(ParallelFor, ThrowsOnWhatProgressThrows) {
    EXPECT_THROW(parallel_for(
                     5, [](int) {}, {}, [](const Progress&) { throw Error("no"); }, 2),
                 Error);
}

TEST(ParallelFor, StopsWhenCancelled) {
    const CancelToken cancel;
    std::atomic<int> done = 0;
    EXPECT_THROW(parallel_for(
                     100000,
                     [&](int) {
                         if (++done == 10)
                             cancel.cancel();
                     },
                     cancel, {}, 2),
                 Cancelled);
    EXPECT_LT(done, 100000);
}

TEST(ParallelFor, DoesNothingWhenCancelledBefore) {
    const CancelToken cancel;
    CancelToken copy;
    copy = cancel;
    copy.cancel();
    EXPECT_TRUE(cancel.is_cancelled());
    bool called = false;
    EXPECT_THROW(parallel_for(
                     3, [&](int) { called = true; }, cancel),
                 Cancelled);
    EXPECT_THROW(parallel_for(
                     0, [&](int) { called = true; }, cancel),
                 Cancelled);
    EXPECT_FALSE(called);
}

}  // namespace
}  // namespace rudolph

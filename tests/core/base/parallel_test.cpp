#include "core/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "core/base/cancel_scope.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/support/temp_dir.h"

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

CancelToken cancelled_token() {
    CancelToken token;
    token.cancel();
    return token;
}

TEST(CancelScope, EndsWhatReadsOneFile) {
    const test::TempDir dir;
    write_file(dir / "file.json", "[1, 2, 3]");
    const std::map<std::string, std::function<void()>> readers = {
        {"bytes", [&] { read_file(dir / "file.json"); }},
        {"json", [] { parse_json("[1, 2, 3]", "file.json"); }},
        {"rows", [] { csv_rows("a,b\n1,2\n"); }}};
    for (const auto& [name, read] : readers) {
        SCOPED_TRACE(name);
        read();
        {
            const CancelScope scope((CancelToken()));
            read();
            const CancelScope inner(cancelled_token());
            EXPECT_THROW(read(), Cancelled);
        }
        read();
    }
}

TEST(CancelScope, IsOfItsOwnThread) {
    const CancelScope scope(cancelled_token());
    bool was_cancelled = false;
    std::thread([&was_cancelled] {
        try {
            throw_if_scope_cancelled();
        } catch (const Cancelled&) {
            was_cancelled = true;
        }
    }).join();
    EXPECT_FALSE(was_cancelled);
    EXPECT_THROW(throw_if_scope_cancelled(), Cancelled);
}

}  // namespace
}  // namespace rudolph

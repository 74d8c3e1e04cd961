#include "core/train/loader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

namespace rudolph {
namespace {

Batch numbered(int index) {
    return {{index}, {static_cast<float>(index)}, {0.5F}};
}

TEST(Loader, GivesBatchesInOrderWhateverTheNumberOfThreads) {
    for (const int threads : {1, 2, 7}) {
        Loader loader(50, numbered, {}, {threads, 3});
        for (int i = 0; i < 50; ++i)
            EXPECT_EQ(loader.next(), numbered(i));
        EXPECT_EQ(loader.next(), std::nullopt);
        EXPECT_EQ(loader.next(), std::nullopt);
    }
}

TEST(Loader, EndsAtOnceWithoutBatches) {
    Loader loader(0, numbered);
    EXPECT_EQ(loader.next(), std::nullopt);
}

TEST(Loader, PreparesNoMoreThanItMay) {
    std::atomic<int> made = 0;
    const auto count = [&](int index) {
        ++made;
        return numbered(index);
    };
    Loader loader(100, count, {}, {2, 3});
    for (int i = 0; i < 20; ++i) {
        loader.next();
        EXPECT_LE(made, i + 1 + 3);
    }
}

TEST(Loader, HandsOnAnExceptionAtItsBatch) {
    const auto fails_at_3 = [](int index) {
        if (index == 3)
            throw std::runtime_error("picture gone");
        return numbered(index);
    };
    Loader loader(10, fails_at_3, {}, {2, 4});
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(loader.next(), numbered(i));
    EXPECT_THROW(loader.next(), std::runtime_error);
}

TEST(Loader, CanBeLeftBeforeItsEnd) {
    std::atomic<int> made = 0;
    {
        Loader loader(1000000, [&](int index) {
            ++made;
            return numbered(index);
        });
        loader.next();
    }
    EXPECT_LT(made, 100);
}

TEST(Loader, StopsWaitingWhenCancelled) {
    const CancelToken cancel;
    std::promise<void> release;
    const auto released = release.get_future().share();
    Loader loader(5,
                  [&](int index) {
                      released.wait();
                      return numbered(index);
                  },
                  cancel, {1, 2});
    cancel.cancel();
    EXPECT_THROW(loader.next(), Cancelled);
    release.set_value();
}

}  // namespace
}  // namespace rudolph

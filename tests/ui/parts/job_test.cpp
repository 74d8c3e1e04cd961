#include "ui/parts/job.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <future>

#include "core/base/error.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::waitFor;

struct JobTest : testing::Test {
    bool settles(Job& job) {
        return waitFor([&job] { return !job.isBusy(); });
    }
    /// Work that waits until it may go on, or is cancelled.
    auto held(int answer) {
        return [this, answer](JobContext& context) {
            ++begun;
            while (!released) {
                context.cancel().throw_if_cancelled();
                QThread::msleep(1);
            }
            return answer;
        };
    }
    auto taken() {
        return [this](int answer) { answers.push_back(answer); };
    }
    bool waitForBegun(int count) {
        return waitFor([this, count] { return begun == count; });
    }

    std::vector<int> answers;
    std::atomic<int> begun = 0;
    std::atomic<bool> released = false;
};

TEST_F(JobTest, WorksOffTheMainThreadAndAnswersOnIt) {
    Job job(JobOrder::Latest);
    QThread* worked_on = nullptr;
    QThread* answered_on = nullptr;
    job.start(
        [&](JobContext&) {
            worked_on = QThread::currentThread();
            return 1;
        },
        [&](int) { answered_on = QThread::currentThread(); });
    ASSERT_TRUE(settles(job));
    EXPECT_NE(worked_on, QThread::currentThread());
    EXPECT_EQ(answered_on, QThread::currentThread());
}

TEST_F(JobTest, BringsAnErrorAsTextAndNoAnswer) {
    Job job(JobOrder::Latest);
    QStringList told;
    QObject::connect(&job, &Job::failed, &job,
                     [&](const ErrorText& error) { told << error.what << error.advice; });
    job.start([](JobContext&) -> int { throw Error("it is broken", {}, "mend it"); }, taken());
    ASSERT_TRUE(settles(job));
    EXPECT_EQ(told, (QStringList{"it is broken", "mend it"}));
    EXPECT_TRUE(answers.empty());
}

TEST_F(JobTest, TellsThatItWasCancelled) {
    Job job(JobOrder::Latest);
    QSignalSpy cancelled(&job, &Job::cancelled);
    job.start(held(1), taken());
    ASSERT_TRUE(waitForBegun(1));
    job.cancel();
    ASSERT_TRUE(settles(job));
    EXPECT_EQ(cancelled.size(), 1);
    EXPECT_TRUE(answers.empty());
}

TEST_F(JobTest, AnswersTheLatestQuestionOnly) {
    Job job(JobOrder::Latest);
    QSignalSpy cancelled(&job, &Job::cancelled);
    for (int question = 1; question <= 3; ++question)
        job.start(held(question), taken());
    released = true;
    ASSERT_TRUE(settles(job));
    EXPECT_THAT(answers, testing::ElementsAre(3));
    EXPECT_EQ(cancelled.size(), 0) << "who asks again does not want to hear of it";
}

TEST_F(JobTest, TellsOfACancelThatMeetsAWaitingQuestion) {
    Job job(JobOrder::Latest);
    QSignalSpy cancelled(&job, &Job::cancelled);
    job.start(held(1), taken());
    ASSERT_TRUE(waitForBegun(1));
    job.start(held(2), taken());
    job.cancel();
    ASSERT_TRUE(settles(job));
    EXPECT_EQ(cancelled.size(), 1);
    EXPECT_TRUE(answers.empty());
    EXPECT_EQ(begun, 1);
}

TEST_F(JobTest, SteadyAnswersTheRunningAndTheLastQuestion) {
    Job job(JobOrder::Steady);
    job.start(held(1), taken());
    ASSERT_TRUE(waitForBegun(1));
    job.start(held(2), taken());
    job.start(held(3), taken());
    released = true;
    ASSERT_TRUE(settles(job));
    EXPECT_THAT(answers, testing::ElementsAre(1, 3));
}

TEST_F(JobTest, InTurnAnswersEveryQuestion) {
    Job job(JobOrder::InTurn);
    for (int question = 1; question <= 3; ++question)
        job.start(held(question), taken());
    released = true;
    ASSERT_TRUE(settles(job));
    EXPECT_THAT(answers, testing::ElementsAre(1, 2, 3));
}

TEST_F(JobTest, InTurnDoesAllThatWasAskedBeforeItGoes) {
    std::atomic<int> done = 0;
    {
        Job job(JobOrder::InTurn);
        for (int i = 0; i < 5; ++i)
            job.start([&done](JobContext&) { ++done; }, [] {});
    }
    EXPECT_EQ(done, 5);
}

TEST_F(JobTest, GoingCancelsWhatRuns) {
    {
        Job job(JobOrder::Latest);
        job.start(held(1), taken());
        ASSERT_TRUE(waitForBegun(1));
    }
    QCoreApplication::processEvents();
    EXPECT_TRUE(answers.empty());
}

TEST_F(JobTest, DropsAnAnswerThatNobodyWantsAnyMore) {
    Job job(JobOrder::Steady);
    QSignalSpy cancelled(&job, &Job::cancelled);
    QSignalSpy failed(&job, &Job::failed);
    job.start(held(1), taken());
    ASSERT_TRUE(waitForBegun(1));
    job.drop();
    ASSERT_TRUE(settles(job));
    EXPECT_TRUE(answers.empty());
    EXPECT_EQ(cancelled.size() + failed.size(), 0);
}

TEST_F(JobTest, ThrottlesProgressButTellsTheEnd) {
    Job job(JobOrder::Latest);
    QSignalSpy progressed(&job, &Job::progressed);
    job.start(
        [](JobContext& context) {
            const ProgressCallback progress = context.progress("counting");
            for (int i = 1; i <= 100000; ++i)
                progress({i, 100000});
        },
        [] {});
    ASSERT_TRUE(settles(job));
    EXPECT_LT(progressed.size(), 1000);
    EXPECT_EQ(progressed.back(), (QVariantList{"counting", 100000, 100000}));
}

TEST_F(JobTest, TellsWhatIsKnownBeforeTheEnd) {
    Job job(JobOrder::Latest);
    job.start(
        [this](JobContext& context) {
            context.tell([this] { answers.push_back(1); });
            return 2;
        },
        taken());
    ASSERT_TRUE(settles(job));
    EXPECT_THAT(answers, testing::ElementsAre(1, 2));
}

TEST_F(JobTest, StaysBusyWhenAnAnswerAsksTheNextQuestion) {
    Job job(JobOrder::Latest);
    QSignalSpy busy(&job, &Job::busyChanged);
    job.start([](JobContext&) { return 1; },
              [&](int) { job.start([](JobContext&) { return 2; }, taken()); });
    ASSERT_TRUE(settles(job));
    EXPECT_THAT(answers, testing::ElementsAre(2));
    EXPECT_EQ(busy.size(), 2) << "once on, once off";
}

}  // namespace
}  // namespace rudolph

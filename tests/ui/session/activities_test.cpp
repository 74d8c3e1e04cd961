#include "ui/session/activities.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>

#include "ui/parts/job.h"

namespace rudolph {
namespace {

TEST(Activities, ShowsWhatBeganLastFirst) {
    Activities all;
    Activity opening(&all, StudioPage::Data, nullptr);
    Activity training(&all, StudioPage::Train, nullptr);
    EXPECT_TRUE(all.active().empty());
    training.show("Training", 1, 10);
    opening.show("Opening");
    training.show("Training", 2, 10);
    EXPECT_THAT(all.active(), testing::ElementsAre(&opening, &training));
    opening.end();
    EXPECT_THAT(all.active(), testing::ElementsAre(&training));
    EXPECT_EQ(training.done(), 2);
    EXPECT_EQ(training.page(), StudioPage::Train);
}

TEST(Activities, LosesOneThatGoesAway) {
    Activities all;
    {
        Activity activity(&all, StudioPage::Photos, nullptr);
        activity.show("Looking");
    }
    EXPECT_TRUE(all.active().empty());
}

TEST(Activities, FollowsAJobAndCancelsIt) {
    Activities all;
    Job job(JobOrder::Latest);
    Activity activity(&all, StudioPage::Cases, nullptr);
    activity.follow(&job, "Measuring");
    QSignalSpy cancelled(&job, &Job::cancelled);
    job.start(
        [](JobContext& context) {
            context.progress("")({3, 7});
            while (true)
                context.cancel().throw_if_cancelled();
        },
        [] {});
    ASSERT_TRUE(activity.isActive());
    EXPECT_EQ(activity.what(), "Measuring");
    ASSERT_TRUE(QTest::qWaitFor([&] { return activity.done() == 3; }));
    EXPECT_EQ(activity.total(), 7);
    activity.cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !activity.isActive(); }));
    EXPECT_EQ(cancelled.size(), 1);
}

}  // namespace
}  // namespace rudolph

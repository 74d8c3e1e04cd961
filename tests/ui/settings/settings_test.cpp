#include "ui/settings/settings.h"

#include <gmock/gmock.h>

#include <QFile>

namespace rudolph {
namespace {

TEST(Settings, KeepsTheTenLatestDataSetsOnceEach) {
    Settings settings;
    for (int i = 0; i < 15; ++i)
        settings.addRecentDataset(QString("/faces/%1").arg(i));
    settings.addRecentDataset("/faces/9");
    const QStringList recent = Settings().get(settings::kRecentDatasets);
    EXPECT_EQ(recent.size(), 10);
    EXPECT_EQ(recent.first(), "/faces/9");
    EXPECT_EQ(recent.count("/faces/9"), 1);
    settings.forgetRecentDataset("/faces/9");
    EXPECT_FALSE(Settings().get(settings::kRecentDatasets).contains("/faces/9"));
}

TEST(Settings, RemembersLayoutsByName) {
    Settings().set(settings::kLayout / "a page", QByteArray("\x01\x00\x02", 3));
    EXPECT_EQ(Settings().get(settings::kLayout / "a page"), QByteArray("\x01\x00\x02", 3));
    EXPECT_TRUE(Settings().get(settings::kLayout / "another page").isEmpty());
}

TEST(Settings, HasAPlaceForRunsFromTheStart) {
    QFile::remove(Settings().file());  // of a test before, in the same process
    EXPECT_TRUE(Settings().runsFolder().endsWith("rudolph runs"));
    Settings().set(settings::kRunsFolder, "/elsewhere");
    EXPECT_EQ(Settings().runsFolder(), "/elsewhere");
}

}  // namespace
}  // namespace rudolph

#include "ui/session/run_colours.h"

#include <gtest/gtest.h>

#include <QApplication>

#include "ui/charts/series_colours.h"

namespace rudolph {
namespace {

QString folder(int run) {
    return QStringLiteral("/runs/%1").arg(run);
}

TEST(RunColours, KeepTheColourThatARunHasGot) {
    RunColours colours;
    const QPalette palette = QApplication::palette();
    const QColor first = colours.colour("/runs/a", palette);
    const QColor second = colours.colour("/runs/b", palette);
    EXPECT_NE(first, second);
    EXPECT_EQ(colours.colour("/runs/a", palette), first);
    EXPECT_EQ(colours.indexOf("/runs/b"), 1);
}

TEST(RunColours, AreAllDifferentWhileTheyLast) {
    RunColours colours;
    std::vector<QColor> seen;
    for (int run = 0; run < kSeriesColours; ++run) {
        const QColor colour = colours.colour(folder(run), QApplication::palette());
        EXPECT_EQ(std::find(seen.begin(), seen.end(), colour), seen.end());
        EXPECT_FALSE(colours.isDashed(folder(run)));
        seen.push_back(colour);
    }
}

TEST(RunColours, TellTheNextRoundApartByDashes) {
    RunColours colours;
    for (int run = 0; run < 2 * kSeriesColours; ++run)
        colours.indexOf(folder(run));
    EXPECT_EQ(colours.colour(folder(0), {}), colours.colour(folder(kSeriesColours), {}));
    EXPECT_FALSE(colours.isDashed(folder(0)));
    EXPECT_TRUE(colours.isDashed(folder(kSeriesColours)));
}

}  // namespace
}  // namespace rudolph

#include "ui/session/run_colours.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <set>

#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

class RunColoursTest : public testing::Test {
protected:
    RunColoursTest() { Settings().forget(settings::kRunColours); }

    QString folder(int run) const {
        const std::filesystem::path path = dir_ / std::to_string(run);
        std::filesystem::create_directory(path);
        return toQString(path);
    }
    static QColor colour(RunColours& colours, const QString& folder) {
        return colours.colour(folder, QApplication::palette());
    }

    test::TempDir dir_;
};

TEST_F(RunColoursTest, KeepTheColourThatARunHasGot) {
    RunColours colours;
    const QColor first = colour(colours, folder(0));
    const QColor second = colour(colours, folder(1));
    EXPECT_NE(first, second);
    EXPECT_EQ(colour(colours, folder(0)), first);
    EXPECT_EQ(colours.indexOf(folder(1)), 1);
}

TEST_F(RunColoursTest, AreTheSameAfterTheNextStartInWhateverOrderRunsAreDrawn) {
    std::vector<QColor> before;
    {
        RunColours colours;
        for (int run = 0; run < 5; ++run)
            before.push_back(colour(colours, folder(run)));
    }
    RunColours colours;
    colour(colours, folder(9));
    for (int run = 4; run >= 0; --run)
        EXPECT_EQ(colour(colours, folder(run)), before[static_cast<size_t>(run)]);
    EXPECT_EQ(colours.indexOf(folder(9)), 5) << "a new run takes none of theirs";
}

TEST_F(RunColoursTest, AreAllDifferentWhileTheyLast) {
    RunColours colours;
    for (const QColor& ground : {QColor(Qt::white), QColor(Qt::black)}) {
        QPalette palette;
        palette.setColor(QPalette::Base, ground);
        std::set<QRgb> seen;
        for (int run = 0; run < kSeriesStyles; ++run) {
            seen.insert(colours.colour(folder(run), palette).rgb());
            EXPECT_EQ(colours.isDashed(folder(run)), run >= kSeriesColours);
        }
        EXPECT_EQ(seen.size(), static_cast<size_t>(kSeriesStyles));
    }
}

TEST_F(RunColoursTest, BeginAgainInAnotherFolderOfRuns) {
    RunColours colours;
    colour(colours, folder(0));
    EXPECT_EQ(colours.indexOf("/elsewhere/run"), 0);
}

TEST_F(RunColoursTest, AreFreeAgainWhenTheirRunIsGone) {
    {
        RunColours colours;
        colour(colours, folder(0));
        colour(colours, folder(1));
    }
    const QString gone = folder(0);
    std::filesystem::remove(dir_ / "0");
    RunColours colours;
    EXPECT_EQ(colours.indexOf(folder(2)), 0);
    EXPECT_EQ(colours.indexOf(folder(1)), 1);
    EXPECT_EQ(colours.indexOf(gone), 0) << "should it come back";
}

}  // namespace
}  // namespace rudolph

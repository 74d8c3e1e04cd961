#include "core/base/walk_files.h"

#include <gmock/gmock.h>

#include <set>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

std::set<std::string> names_below(const fs::path& folder) {
    std::set<std::string> names;
    walk_files(folder, [&](const fs::path& file) {
        EXPECT_TRUE(names.insert(file.lexically_relative(folder).generic_string()).second);
    });
    return names;
}

TEST(WalkFiles, PassesOverWhatSystemsLeaveBehind) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "sub/b.jpg", "._a.jpg", ".ipynb_checkpoints/a.jpg",
                             "__MACOSX/a.jpg", "@eaDir/a.jpg"})
        write_file(dir / name, "x");
    EXPECT_THAT(names_below(dir.path()), ElementsAre("a.jpg", "sub/b.jpg"));
}

TEST(WalkFiles, AHiddenFolderThatIsAskedForIsWalked) {
    const TempDir dir;
    write_file(dir / ".data/a.jpg", "x");
    EXPECT_THAT(names_below(dir / ".data"), ElementsAre("a.jpg"));
}

TEST(WalkFiles, FollowsLinkedFoldersOnceAndWithoutLoops) {
    const TempDir dir;
    write_file(dir / "store/train/a.jpg", "x");
    write_file(dir / "set/own/b.jpg", "x");
    fs::create_directory_symlink(dir / "store/train", dir / "set/train");
    fs::create_directory_symlink(dir / "store/train", dir / "set/zzz");
    fs::create_directory_symlink(dir / "set", dir / "set/loop");
    fs::create_directory_symlink(dir / "set/own", dir / "set/again");
    fs::create_directory_symlink(dir / "gone", dir / "set/nowhere");
    const std::set<std::string> names = names_below(dir / "set");
    EXPECT_TRUE(names.contains("own/b.jpg"));
    EXPECT_TRUE(names.contains("train/a.jpg"));
    EXPECT_FALSE(names.contains("zzz/a.jpg"));
    EXPECT_FALSE(names.contains("again/b.jpg"));
    EXPECT_FALSE(names.contains("loop/own/b.jpg"));
}

TEST(WalkFiles, ALoopThroughTheFolderAboveEnds) {
    const TempDir dir;
    write_file(dir / "set/a.jpg", "x");
    write_file(dir / "other/b.jpg", "x");
    fs::create_directory_symlink(dir.path(), dir / "set/up");
    EXPECT_THAT(names_below(dir / "set"), ElementsAre("a.jpg", "up/other/b.jpg"));
}

}  // namespace
}  // namespace rudolph

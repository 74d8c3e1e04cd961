#include "ui/photos/find_photos.h"

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

TEST(FindPhotos, FilesOfAFolderComeBeforeThoseOfItsSubfoldersAndLinkedOnesOnce) {
    const test::TempDir dir;
    for (const char* name : {"set/z.jpg", "set/a/b.png", "set/.hidden.jpg", "set/._z.jpg",
                             "set/notes.txt", "disk/c.gif"})
        write_file(dir / name, "x");
    std::filesystem::create_directory_symlink(dir / "disk", dir / "set/b");
    std::filesystem::create_directory_symlink(dir / "set", dir / "disk/back");
    const FoundPhotos found = findPhotos({dir / "set", dir / "set/notes.txt", dir / "gone"}, {});
    EXPECT_THAT(found.files,
                testing::ElementsAre(dir / "set/z.jpg", dir / "set/a/b.png", dir / "set/b/c.gif"));
    EXPECT_EQ(found.others, 2);
}

}  // namespace
}  // namespace rudolph

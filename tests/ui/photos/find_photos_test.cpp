#include "ui/photos/find_photos.h"

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "tests/support/special_files.h"
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

TEST(FindPhotos, CountsWhatIsCalledLikeAPhotographAndIsNoFile) {
    const test::TempDir dir;
    write_file(dir / "set/a.jpg", "x");
    test::make_pipe(dir / "set/pipe.jpg");
    std::filesystem::create_symlink(dir / "gone", dir / "set/link.mp4");
    const FoundPhotos found = findPhotos({dir / "set"}, {});
    EXPECT_THAT(found.files, testing::ElementsAre(dir / "set/a.jpg"));
    EXPECT_EQ(found.others, 2);
}

}  // namespace
}  // namespace rudolph

#include "core/base/destination.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/special_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;

TEST(Destination, IsTheFileAtTheEndOfLinks) {
    const TempDir dir;
    const fs::path folder = fs::canonical(dir.path());
    write_file(folder / "real/file", "");
    fs::create_directory_symlink("real", folder / "folder");
    fs::create_symlink("folder/file", folder / "one");
    fs::create_symlink("one", folder / "two");
    fs::create_symlink("real/not yet", folder / "three");
    EXPECT_EQ(fs::canonical(destination_of(folder / "two")), folder / "real/file");
    EXPECT_FALSE(fs::is_symlink(destination_of(folder / "two")));
    EXPECT_EQ(destination_of(folder / "three"), folder / "real/not yet");
    EXPECT_EQ(destination_of(folder / "new"), folder / "new");
}

TEST(Destination, IsNothingButAFile) {
    const TempDir dir;
    const fs::path pipe = dir / "pipe";
    test::make_pipe(pipe);
    fs::create_symlink(pipe, dir / "link");
    const fs::path socket = dir / "socket";
    const test::Socket opened(socket);
    for (const fs::path& path :
         {pipe, dir / "link", socket, dir.path(), fs::path("/dev/null"), fs::path("/dev/stdout")}) {
        const Error error = test::error_of(path, [&] { write_file(path, "new"); });
        EXPECT_FALSE(error.advice().empty()) << path;
    }
    EXPECT_TRUE(fs::is_fifo(pipe));
    EXPECT_TRUE(fs::is_socket(socket));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(test::files_in(dir.path()).size(), 3U);
}

TEST(Destination, EndsWhereLinksLeadInACircle) {
    const TempDir dir;
    fs::create_symlink("b", dir / "a");
    fs::create_symlink("a", dir / "b");
    EXPECT_THROW(destination_of(dir / "a"), Error);
}

TEST(Destination, HiddenFilesAreOneProcesssAlone) {
    const TempDir dir;
    fs::path a;
    fs::path b;
    const Descriptor first = make_beside(dir.path(), a);
    const Descriptor second = make_beside(dir.path(), b, ".png");
    EXPECT_NE(a, b);
    EXPECT_EQ(b.extension(), ".png");
    EXPECT_EQ(fs::status(a).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    clear_leftovers(dir.path());
    EXPECT_TRUE(fs::exists(a));
    EXPECT_THROW(make_beside(dir / "gone", a), Error);
}

TEST(Destination, LeftoversOfProcessesThatRunNoMoreAreCleared) {
    const TempDir dir;
    write_file(dir / ".rudolph-notes", "somebody's");
    write_file(dir / "file", "somebody's");
    fs::path mine;
    const Descriptor here = make_beside(dir.path(), mine);
    // The name as a process that has ended would have made it.
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    std::string name = mine.filename().string();
    const std::string process = "-" + std::to_string(::getpid()) + "-";
    name.replace(name.find(process), process.size(), "-" + std::to_string(child) + "-");
    write_file(dir / name, "half");
    // On a shared disk another machine may have a process of this number, which runs.
    std::string elsewhere = name;
    const size_t host = std::string_view(".rudolph-").size();
    elsewhere.replace(host, 8, name.substr(host, 8) == "00000000" ? "11111111" : "00000000");
    write_file(dir / elsewhere, "half");
    clear_leftovers(dir.path());
    EXPECT_FALSE(fs::exists(dir / name));
    EXPECT_TRUE(fs::exists(dir / elsewhere));
    EXPECT_EQ(test::files_in(dir.path()).size(), 4U);
}

}  // namespace
}  // namespace rudolph

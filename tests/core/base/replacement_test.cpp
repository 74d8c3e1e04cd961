#include "core/base/replacement.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "core/base/descriptor.h"
#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "core/base/staged_files.h"
#include "core/base/write_trace.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

// That a replacement is whole wherever it breaks off is tested in tests/faults.

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Optional;

/// What a process leaves that is killed after its record and before its first rename.
class BrokenReplacement {
public:
    /// `file` below `folder` is to be replaced by `staged`, both named as in a record.
    BrokenReplacement(const fs::path& folder, const std::string& file, const std::string& staged) {
        const fs::path name = folder / ".rudolph-replacing";
        Descriptor record = Descriptor::new_file(name);
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        ::waitpid(child, nullptr, 0);
        std::array<char, 256> host{};
        ::gethostname(host.data(), host.size() - 1);
        std::string text = "rudolph-replacing 1\n" + std::to_string(record.file_number()) + "\t" +
                           std::to_string(child) + "\t1\t" + host.data() + "\n";
        text += "name\t" + file + "\t" + staged + "\t\n";
        record.write(text + sha256_of(text) + "\n");
    }
};

TEST(Replacement, ThatWasBrokenOffIsFinishedByWhoComesNext) {
    const TempDir dir;
    write_file(dir / "set/a b%", "old");
    write_file(dir / "set/below/.rudolph-1", "new");
    write_file(dir / "set/below/list", "old");
    const BrokenReplacement broken(dir / "set", "below/list", "below/.rudolph-1");
    EXPECT_THAT(settle_replacements(dir / "set/below"), Optional(HasSubstr("finished")));
    EXPECT_EQ(read_file(dir / "set/below/list"), "new");
    EXPECT_THAT(test::files_in(dir.path()), ElementsAre("set/a b%", "set/below/list"));
    EXPECT_EQ(settle_replacements(dir / "set"), std::nullopt);
}

TEST(Replacement, ThatWasCopiedIsNotBelieved) {
    const TempDir dir;
    write_file(dir / "set/.rudolph-1", "new");
    write_file(dir / "set/list", "old");
    const BrokenReplacement broken(dir / "set", "list", ".rudolph-1");
    fs::copy(dir / "set", dir / "copy");
    const Error error = test::error_of([&] { settle_replacements(dir / "copy"); });
    EXPECT_THAT(error.what(), HasSubstr("copied"));
    EXPECT_EQ(read_file(dir / "copy/list"), "old");
}

TEST(Replacement, NeverLeadsOutOfItsFolder) {
    for (const auto& [file, staged] :
         std::vector<std::pair<std::string, std::string>>{{"../list", "../.rudolph-1"},
                                                          {"link/list", "link/.rudolph-1"},
                                                          {"list", "other/.rudolph-1"},
                                                          {"list", "thesis.tex"},
                                                          {"/etc/hosts", "/etc/.rudolph-1"}}) {
        const TempDir dir;
        write_file(dir / "list", "mine");
        write_file(dir / ".rudolph-1", "theirs");
        write_file(dir / "set/list", "mine");
        write_file(dir / "set/thesis.tex", "mine");
        write_file(dir / "set/other/.rudolph-1", "theirs");
        fs::create_directory_symlink(dir.path(), dir / "set/link");
        const auto before = test::files_in(dir.path()).size();
        const BrokenReplacement broken(dir / "set", file, staged);
        EXPECT_THROW(settle_replacements(dir / "set"), Error) << file;
        EXPECT_EQ(read_file(dir / "list"), "mine");
        EXPECT_EQ(read_file(dir / "set/list"), "mine");
        EXPECT_EQ(test::files_in(dir.path()).size(), before + 1);
    }
}

TEST(Replacement, OfOtherPeopleIsLeftToThem) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root may give files to others";
    const TempDir dir;
    write_file(dir / "set/.rudolph-1", "new");
    write_file(dir / "set/list", "old");
    const BrokenReplacement broken(dir / "set", "list", ".rudolph-1");
    constexpr uid_t kOther = 12345;
    ASSERT_EQ(::chown((dir / "set/.rudolph-replacing").c_str(), kOther, kOther), 0);
    // In a folder that everyone writes into, it is nobody's business.
    EXPECT_EQ(settle_replacements(dir / "set"), std::nullopt);
    ASSERT_EQ(::chown((dir / "set").c_str(), kOther, kOther), 0);
    EXPECT_THAT(test::error_of([&] { settle_replacements(dir / "set"); }).what(),
                HasSubstr("another person"));
    EXPECT_EQ(read_file(dir / "set/list"), "old");
}

TEST(Replacement, IsFinishedByTheNextStart) {
    const TempDir dir;
    const test::EnvironmentVariable data("XDG_DATA_HOME", (dir / "user").string());
    write_file(dir / "set/.rudolph-1", "new");
    write_file(dir / "set/list", "old");
    const BrokenReplacement broken(dir / "set", "list", ".rudolph-1");
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    write_file(dir / "user/rudolph/writing" / ("1-" + std::string(host.data())),
               (dir / "set").string() + std::string(1, '\0') + "cut of");
    write_file(dir / "user/rudolph/writing/1-another.machine", "its own");
    EXPECT_THAT(settle_interrupted_writes(), ElementsAre(HasSubstr("finished")));
    EXPECT_EQ(read_file(dir / "set/list"), "new");
    EXPECT_THAT(test::files_in(dir / "user"), ElementsAre("rudolph/writing/1-another.machine"));
    EXPECT_THAT(settle_interrupted_writes(), IsEmpty());
}

TEST(Replacement, LeavesNamesWithDividersOfARecordAsTheyAre) {
    const TempDir dir;
    const std::string odd = "a\tb\nc%41 ä";
    write_file(dir / odd, "old");
    write_file(dir / "other", "old");
    {
        StagedFiles staged;
        staged.write(dir / odd, "new");
        staged.write(dir / "other", "new");
        staged.commit();
    }
    EXPECT_EQ(read_file(dir / odd), "new");
    EXPECT_EQ(test::files_in(dir.path()).size(), 2U);
}

}  // namespace
}  // namespace rudolph

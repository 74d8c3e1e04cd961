#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>

#include "core/base/file.h"
#include "core/base/sha256.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

// datasets/fetch.sh, with file:// addresses in place of the network.
namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::HasSubstr;

const fs::path kScript = fs::path(RUDOLPH_SOURCE_FOLDER) / "datasets/fetch.sh";

struct Outcome {
    int status = 0;
    std::string output;
};

Outcome run(const std::string& command) {
    Outcome outcome;
    FILE* pipe = ::popen(("LC_ALL=C; " + command + " 2>&1").c_str(), "r");
    if (pipe == nullptr)
        return {-1, "cannot start a shell"};
    char piece[4096];
    for (size_t length; (length = std::fread(piece, 1, sizeof piece, pipe)) > 0;)
        outcome.output.append(piece, length);
    const int status = ::pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

bool has_tools(const std::string& names) {
    return run("for tool in " + names + "; do command -v $tool || exit 1; done").status == 0;
}

#define SKIP_WITHOUT_TOOLS(names)                  \
    if (!fs::exists(kScript) || !has_tools(names)) \
    GTEST_SKIP() << "needs datasets/fetch.sh and these programs: " << (names)

class FetchScript : public testing::Test {
protected:
    /// A tiny archive like DTU's: the files lie at its top.
    void make_zip() const {
        write_file(dir / "in/01-1m.asf", "points");
        write_file(dir / "in/01-1m.jpg", "picture");
        ASSERT_EQ(run("cd '" + (dir / "in").string() + "' && zip -q ../set.zip *").status, 0);
    }

    /// A tiny archive like dlib's: one folder around everything.
    void make_tar() const {
        write_file(dir / "in/big_folder/labels_ibug_300W_train.xml", "list");
        write_file(dir / "in/big_folder/afw/a.jpg", "picture");
        ASSERT_EQ(
            run("cd '" + (dir / "in").string() + "' && tar -czf ../set.tar.gz big_folder").status,
            0);
    }

    Outcome fetch(const std::string& set, const std::string& archive,
                  const std::string& environment = {}) const {
        return run(environment + " RUDOLPH_FETCH_URL='file://" + (dir / archive).string() + "' " +
                   script() + " " + set + " '" + folder.string() + "'");
    }

    /// Keeps its checksums in the test's own folder.
    std::string script() const {
        return "XDG_DATA_HOME='" + (dir / "data").string() + "' '" + kScript.string() + "'";
    }

    std::vector<std::string> names_beside() const {
        std::vector<std::string> names;
        if (fs::exists(folder.parent_path()))
            for (const auto& entry : fs::directory_iterator(folder.parent_path()))
                names.push_back(entry.path().filename().string());
        return names;
    }

    const TempDir dir;
    const fs::path folder = dir / "out/new face set";
};

TEST_F(FetchScript, UnpacksAZipAndSaysWhatToDoNext) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    make_zip();
    const Outcome outcome = fetch("imm", "set.zip");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_EQ(read_file(folder / "01-1m.asf"), "points");
    EXPECT_THAT(outcome.output, HasSubstr("rudolph inspect '" + folder.string() + "'"));
    EXPECT_THAT(names_beside(), testing::ElementsAre("new face set"));
}

TEST_F(FetchScript, UnpacksATarWithoutItsOuterFolder) {
    SKIP_WITHOUT_TOOLS("curl tar gzip");
    make_tar();
    const Outcome outcome = fetch("ibug", "set.tar.gz");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_EQ(read_file(folder / "afw/a.jpg"), "picture");
    EXPECT_THAT(outcome.output, HasSubstr("labels_ibug_300W_train.xml'"));
    EXPECT_THAT(names_beside(), testing::ElementsAre("new face set"));
}

TEST_F(FetchScript, DoesNothingWhenTheFacesAreThere) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    make_zip();
    ASSERT_EQ(fetch("imm", "set.zip").status, 0);
    const Outcome again = fetch("imm", "missing.zip");
    EXPECT_EQ(again.status, 0) << again.output;
    EXPECT_THAT(again.output, HasSubstr("Already there"));
}

TEST_F(FetchScript, GoesOnWhereADownloadStopped) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    make_zip();
    const std::string whole = read_file(dir / "set.zip");
    write_file(folder.string() + ".zip.part", whole.substr(0, whole.size() / 2));
    const Outcome outcome = fetch("imm", "set.zip");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_EQ(read_file(folder / "01-1m.jpg"), "picture");
}

TEST_F(FetchScript, UsesAPartThatIsAlreadyWhole) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    make_zip();
    write_file(folder.string() + ".zip.part", read_file(dir / "set.zip"));
    const Outcome outcome = fetch("imm", "missing.zip");
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_EQ(read_file(folder / "01-1m.jpg"), "picture");
}

TEST_F(FetchScript, UnpacksNothingThatIsNotWhole) {
    SKIP_WITHOUT_TOOLS("curl tar gzip");
    make_tar();
    const std::string whole = read_file(dir / "set.tar.gz");
    write_file(dir / "cut.tar.gz", whole.substr(0, whole.size() - 9));
    const Outcome outcome = fetch("ibug", "cut.tar.gz");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("not a whole"));
    EXPECT_TRUE(names_beside().empty());
}

TEST_F(FetchScript, KeepsThePartWhenTheDownloadFails) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    write_file(folder.string() + ".zip.part", "the first half");
    const Outcome outcome = fetch("imm", "missing.zip");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("run this again"));
    EXPECT_EQ(read_file(folder.string() + ".zip.part"), "the first half");
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(FetchScript, LeavesOtherFilesAlone) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    make_zip();
    write_file(folder / "mine.txt", "mine");
    const Outcome outcome = fetch("imm", "set.zip");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("not empty"));
    EXPECT_EQ(read_file(folder / "mine.txt"), "mine");
}

TEST_F(FetchScript, ArchiveWithoutFacesIsRefused) {
    SKIP_WITHOUT_TOOLS("curl zip unzip");
    write_file(dir / "in/readme.txt", "x");
    ASSERT_EQ(run("cd '" + (dir / "in").string() + "' && zip -q ../set.zip *").status, 0);
    const Outcome outcome = fetch("imm", "set.zip");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("holds no"));
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(FetchScript, KeepsTheFirstChecksumAndRefusesAnotherArchiveLater) {
    SKIP_WITHOUT_TOOLS("curl zip unzip sha256sum");
    EXPECT_EQ(run(script() + " --print-sum imm").status, 1);
    make_zip();
    const std::string sum = sha256_of(read_file(dir / "set.zip"));
    EXPECT_THAT(fetch("imm", "set.zip").output, HasSubstr(sum));
    EXPECT_EQ(run(script() + " --print-sum imm").output, sum + "  imm\n");
    fs::remove_all(folder);
    EXPECT_EQ(fetch("imm", "set.zip").status, 0);
    fs::remove_all(folder);
    fs::remove(dir / "set.zip");
    write_file(dir / "in/02-1m.asf", "other points");
    make_zip();
    const Outcome other = fetch("imm", "set.zip");
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.output, HasSubstr("should have " + sum));
    EXPECT_TRUE(names_beside().empty());
    const std::string by_hand = "RUDOLPH_FETCH_SHA256=" + sha256_of(read_file(dir / "set.zip"));
    EXPECT_EQ(fetch("imm", "set.zip", by_hand).status, 0);
}

TEST_F(FetchScript, AsksOfficialAddressesByHttpsAlone) {
    ASSERT_TRUE(fs::exists(kScript));
    EXPECT_EQ(read_file(kScript).find("http://"), std::string::npos);
}

TEST_F(FetchScript, WrongUseIsToldInOneLine) {
    SKIP_WITHOUT_TOOLS("sh");
    for (const std::string arguments : {"", "lfw", "imm a b", "--print-sum"}) {
        const Outcome outcome = run("'" + kScript.string() + "' " + arguments);
        EXPECT_EQ(outcome.status, 2) << arguments;
        EXPECT_THAT(outcome.output, testing::StartsWith("usage:"));
    }
}

}  // namespace
}  // namespace rudolph

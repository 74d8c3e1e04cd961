#include "core/base/offered_file.h"

#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::EnvironmentVariable;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(OfferedFile, IsKeptInTheHomeFolderWithoutADataFolder) {
    const test::TempDir dir;
    const EnvironmentVariable home("HOME", dir.path().string());
    for (const char* data : {"", "relative/is/ignored"}) {
        const EnvironmentVariable variable("XDG_DATA_HOME", data);
        EXPECT_EQ(downloaded_models_folder(), dir / ".local" / "share" / "rudolph" / "models");
    }
}

TEST(OfferedFile, ThatIsDamagedIsNamed) {
    const test::TempDir dir;
    write_file(dir / "weights.onnx", "abc");
    EXPECT_EQ(read_with_sha256(dir / "weights.onnx", sha256_of("abc")), "abc");
    EXPECT_NO_THROW(require_sha256(dir / "weights.onnx", sha256_of("abc")));
    EXPECT_THAT(
        test::error_of([&] { require_sha256(dir / "weights.onnx", sha256_of("abd")); }).what(),
        AllOf(HasSubstr("weights.onnx"), HasSubstr(sha256_of("abc"))));
    EXPECT_THROW(require_sha256(dir / "nowhere.onnx", sha256_of("")), Error);
}

TEST(OfferedFile, MayBeKnownByTheFirstDigitsOfItsSumAlone) {
    const test::TempDir dir;
    const std::string sum = sha256_of("abc");
    write_file(dir / "w.pth", "abc");
    EXPECT_NO_THROW(require_sha256(dir / "w.pth", sum.substr(0, 8)));
    EXPECT_THAT(test::error_of([&] { require_sha256(dir / "w.pth", "00000000"); }).what(),
                HasSubstr("should begin with 00000000"));
    // No digits say nothing.
    EXPECT_FALSE(is_sha256(sum, ""));
}

TEST(OfferedFile, IsKeptWithItsWholeSumWhereThatWasNotKnown) {
    const test::TempDir dir;
    const std::string sum = sha256_of("abc");
    const auto whole = dir / "whole";
    keep_downloaded(whole / "yu.onnx", "abc", sum);
    EXPECT_THAT(test::files_in(whole), ElementsAre("yu.onnx"));
    EXPECT_EQ(known_sha256(whole / "yu.onnx", sum), sum);

    const auto short_sum = dir / "short";
    keep_downloaded(short_sum / "w.pth", "abc", sum.substr(0, 8));
    EXPECT_THAT(test::files_in(short_sum), ElementsAre("w.pth", "w.pth.sha256"));
    EXPECT_EQ(read_file(short_sum / "w.pth.sha256"), sum + "  w.pth\n");
    EXPECT_EQ(known_sha256(short_sum / "w.pth", sum.substr(0, 8)), sum);
    // A sum of something else beside it is none.
    write_file(short_sum / "w.pth.sha256", sha256_of("abd") + "  w.pth\n");
    EXPECT_EQ(known_sha256(short_sum / "w.pth", sum.substr(0, 8)), sum.substr(0, 8));
}

}  // namespace
}  // namespace rudolph

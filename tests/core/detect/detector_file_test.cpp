#include "core/detect/detector_file.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::EnvironmentVariable;
using testing::HasSubstr;

TEST(DetectorFile, IsLookedForAmongWhatWasDownloaded) {
    const test::TempDir dir;
    const EnvironmentVariable none("RUDOLPH_YUNET", "");
    const EnvironmentVariable data("XDG_DATA_HOME", dir.path().string());
    EXPECT_EQ(downloaded_models_folder(), dir / "rudolph" / "models");
    EXPECT_TRUE(find_yunet().empty());
    const auto file = downloaded_models_folder() / yunet_file().name;
    write_file(file, "weights");
    EXPECT_EQ(find_yunet(), file);
}

TEST(DetectorFile, MayBeElsewhere) {
    const test::TempDir dir;
    const EnvironmentVariable data("XDG_DATA_HOME", dir.path().string());
    const EnvironmentVariable where("RUDOLPH_YUNET", (dir / "yu.onnx").string());
    EXPECT_TRUE(find_yunet().empty());
    write_file(dir / "yu.onnx", "weights");
    EXPECT_EQ(find_yunet(), dir / "yu.onnx");
}

TEST(DetectorFile, ComesFromTheHomeFolderWithoutADataFolder) {
    const test::TempDir dir;
    const EnvironmentVariable home("HOME", dir.path().string());
    for (const char* data : {"", "relative/is/ignored"}) {
        const EnvironmentVariable variable("XDG_DATA_HOME", data);
        EXPECT_EQ(downloaded_models_folder(), dir / ".local" / "share" / "rudolph" / "models");
    }
}

TEST(DetectorFile, ThatIsDamagedIsNamed) {
    const test::TempDir dir;
    write_file(dir / "weights.onnx", "abc");
    EXPECT_EQ(read_with_sha256(dir / "weights.onnx", sha256_of("abc")), "abc");
    EXPECT_NO_THROW(require_sha256(dir / "weights.onnx", sha256_of("abc")));
    EXPECT_THAT(
        test::error_of([&] { require_sha256(dir / "weights.onnx", sha256_of("abd")); }).what(),
        AllOf(HasSubstr("weights.onnx"), HasSubstr(sha256_of("abc"))));
    EXPECT_THROW(require_sha256(dir / "nowhere.onnx", sha256_of("")), Error);
}

}  // namespace
}  // namespace rudolph

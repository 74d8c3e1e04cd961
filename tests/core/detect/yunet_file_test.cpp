#include "core/detect/yunet_file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "core/base/file.h"
#include "tests/support/environment.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::EnvironmentVariable;

TEST(YunetFile, IsLookedForAmongWhatWasDownloaded) {
    const test::TempDir dir;
    const EnvironmentVariable none("RUDOLPH_YUNET", "");
    const EnvironmentVariable data("XDG_DATA_HOME", dir.path().string());
    EXPECT_EQ(downloaded_models_folder(), dir / "rudolph" / "models");
    EXPECT_TRUE(find_yunet().empty());
    const auto file = downloaded_models_folder() / yunet_file().name;
    write_file(file, "weights");
    EXPECT_EQ(find_yunet(), file);
}

TEST(YunetFile, MayBeElsewhere) {
    const test::TempDir dir;
    const EnvironmentVariable data("XDG_DATA_HOME", dir.path().string());
    const EnvironmentVariable where("RUDOLPH_YUNET", (dir / "yu.onnx").string());
    EXPECT_TRUE(find_yunet().empty());
    write_file(dir / "yu.onnx", "weights");
    EXPECT_EQ(find_yunet(), dir / "yu.onnx");
}

}  // namespace
}  // namespace rudolph

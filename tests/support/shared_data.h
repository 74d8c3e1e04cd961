#pragma once

#include <gtest/gtest.h>

#include <filesystem>

/// Defines `variable` as a path in the folder of real faces, or skips the test where it is missing.
#define SKIP_WITHOUT_SHARED_DATA(variable, relative)                        \
    const std::filesystem::path variable =                                  \
        std::filesystem::path(RUDOLPH_SHARED_FOLDER) / "data" / (relative); \
    if (!std::filesystem::exists(variable))                                 \
    GTEST_SKIP() << "the real faces are not here (" << (relative) << "), nothing was tested"

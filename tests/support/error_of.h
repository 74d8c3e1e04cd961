#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "core/base/error.h"

namespace rudolph::test {

/// What `action` throws; an error that says "no error" where it throws none.
inline Error error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return Error("no error");
}

/// The same where an error must name `file`.
inline Error error_of(const std::filesystem::path& file, const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.place().file, file);
        return error;
    }
    return Error("no error");
}

}  // namespace rudolph::test

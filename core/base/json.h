#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/json_fwd.h"

namespace rudolph {

/// Parses a JSON file; throws Error with the line of a syntax error.
Json read_json(const std::filesystem::path& file);

/// Parses JSON text; NaN and Infinity, which Python writes, are read as null. `name` stands for the
/// file in errors. Of a key that an object has twice the last value counts; `repeated`, where
/// given, gets one that the outermost object has twice.
Json parse_json(std::string_view text, const std::filesystem::path& name,
                std::string* repeated = nullptr);

/// Writes indented JSON with a newline at the end, atomically.
void write_json(const std::filesystem::path& file, const Json& json);

}  // namespace rudolph

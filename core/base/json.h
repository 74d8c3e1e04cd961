#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json_fwd.h"

namespace rudolph {

/// Parses a JSON file; throws Error with the line of a syntax error.
Json read_json(const std::filesystem::path& file);

/// Parses JSON text; NaN and Infinity, which Python writes, are read as null. `name` stands for the
/// file in errors. Of a key that an object has twice the last value counts; `repeated`, where
/// given, gets one that the outermost object has twice.
Json parse_json(std::string_view text, const std::filesystem::path& name,
                std::string* repeated = nullptr);

/// The whole number that `json` is, 20.0 too, as some programs write; nothing where it is none or
/// does not fit into Integer. Json's own get() cuts 2.7 and what does not fit without a word.
template <class Integer>
std::optional<Integer> find_whole_number(const Json& json) {
    constexpr double kExact = 9007199254740992;  // up to 2^53 a double is whole for certain
    const auto fitting = [](auto number) {
        return std::in_range<Integer>(number) ? std::optional(static_cast<Integer>(number))
                                              : std::nullopt;
    };
    if (json.is_number_unsigned())
        return fitting(json.get<std::uint64_t>());
    if (json.is_number_integer())
        return fitting(json.get<std::int64_t>());
    if (!json.is_number_float())
        return std::nullopt;
    const double value = json.get<double>();
    if (std::abs(value) <= kExact && value == std::floor(value))
        return fitting(static_cast<std::int64_t>(value));
    return std::nullopt;
}

/// As find_whole_number(); throws Json::type_error, as get() does of another kind of value.
template <class Integer>
Integer whole_number(const Json& json) {
    if (const std::optional<Integer> number = find_whole_number<Integer>(json))
        return *number;
    constexpr int kWrongType = 302;  // as get() has it
    throw Json::type_error::create(kWrongType, "a whole number that fits is expected", &json);
}

/// As whole_number() of each entry of an array.
std::vector<int> whole_numbers(const Json& json);

/// Writes indented JSON with a newline at the end, atomically.
void write_json(const std::filesystem::path& file, const Json& json);

}  // namespace rudolph

#pragma once

#include <string>

#include "core/base/json_fwd.h"

namespace rudolph {

/// What the readers of annotation tools' JSON share: files of many versions, in which anything may
/// be missing or something else.

/// Null where `object` is none, or has no such key.
const Json& tool_member(const Json& object, const char* key);
/// A text, or what else stands there on one line; empty where there is nothing.
std::string tool_text(const Json& object, const char* key);
/// Throws Error where there is no finite number.
double tool_number(const Json& object, const char* key);
/// A whole number that may be a picture's size; else 0.
int tool_size(const Json& object, const char* key);
/// "a point", "3 points".
std::string tool_count(int count, const char* one, const char* many);

}  // namespace rudolph

#include "core/formats/tool_json.h"

#include <fmt/format.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/json.h"

namespace rudolph {

const Json& tool_member(const Json& object, const char* key) {
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string tool_text(const Json& object, const char* key) {
    const Json& value = tool_member(object, key);
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double tool_number(const Json& object, const char* key) {
    const Json& number = tool_member(object, key);
    if (!number.is_number() || !std::isfinite(number.get<double>()))
        throw Error(std::string("'") + key + "' is not a number");
    return number.get<double>();
}

int tool_size(const Json& object, const char* key) {
    const Json& number = tool_member(object, key);
    const double value = number.is_number() ? number.get<double>() : 0;
    return value >= 1 && value < 1e6 ? static_cast<int>(value) : 0;
}

std::string tool_count(int count, const char* one, const char* many) {
    return count == 1 ? std::string(one) : fmt::format("{} {}", count, many);
}

}  // namespace rudolph

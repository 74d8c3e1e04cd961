#include "core/base/json.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {

Json read_json(const std::filesystem::path& file) {
    return parse_json(read_file(file), file);
}

Json parse_json(std::string_view text, const std::filesystem::path& name) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto end = text.begin() + static_cast<long>(std::min(error.byte, text.size()));
        const int line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
        throw Error("not valid JSON", {name, line}, "check the brackets and commas there");
    }
}

void write_json(const std::filesystem::path& file, const Json& json) {
    write_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace rudolph

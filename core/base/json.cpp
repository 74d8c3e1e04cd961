#include "core/base/json.h"

#include <algorithm>
#include <vector>

#include "core/base/encoding.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace {

/// Values in values in values: beyond this they are no data, and would overflow the stack.
constexpr size_t kDeepest = 200;
/// Keys are looked for one after the other, so that time goes with the square of their number.
constexpr size_t kMostKeys = 10000;

/// Throws for text that takes absurdly long, or overflows the stack.
void require_reasonable(std::string_view text, const std::filesystem::path& name) {
    std::vector<size_t> keys;  // of each object that is open
    bool in_string = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            i += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            keys.push_back(0);
        } else if ((c == ']' || c == '}') && !keys.empty()) {
            keys.pop_back();
        } else if (c == ':' && !keys.empty()) {
            ++keys.back();
        }
        if (keys.size() > kDeepest || (!keys.empty() && keys.back() > kMostKeys)) {
            const auto end = text.begin() + static_cast<std::ptrdiff_t>(i);
            throw Error(keys.size() > kDeepest ? "values are nested too deeply"
                                               : "an object has too many keys",
                        {name, 1 + static_cast<int>(std::count(text.begin(), end, '\n'))});
        }
    }
}

/// JSON knows no such numbers, but Python writes them.
std::string with_null_for_nan(std::string_view text) {
    std::string plain;
    bool in_string = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        size_t word = 0;
        for (const std::string_view number : {"NaN", "-Infinity", "Infinity"})
            if (!in_string && rest.starts_with(number))
                word = number.size();
        if (word > 0) {
            plain += "null";
            i += word - 1;
            continue;
        }
        plain += text[i];
        if (text[i] == '"')
            in_string = !in_string;
        else if (in_string && text[i] == '\\' && i + 1 < text.size())
            plain += text[++i];
    }
    return plain;
}

}  // namespace

Json read_json(const std::filesystem::path& file) {
    return parse_json(read_text(file), file);
}

Json parse_json(std::string_view text, const std::filesystem::path& name) {
    require_reasonable(text, name);
    std::string plain;
    if (text.find("NaN") != std::string_view::npos ||
        text.find("Infinity") != std::string_view::npos)
        text = plain = with_null_for_nan(text);
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto end = text.begin() + static_cast<long>(std::min(error.byte, text.size()));
        const int line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
        throw Error("not valid JSON", {name, line}, "check the brackets and commas there");
    } catch (const Json::exception&) {
        throw Error("a number is too large", {name});
    }
}

void write_json(const std::filesystem::path& file, const Json& json) {
    write_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace rudolph

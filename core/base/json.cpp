#include "core/base/json.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancel_scope.h"
#include "core/base/encoding.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace {

/// Values in values in values: beyond this they are no data, and would overflow the stack.
constexpr size_t kDeepest = 200;

/// Makes the values of what a parser reads. Json's own way looks for each key among all that its
/// object has already, so that time would go with the square of their number.
class JsonBuilder : public nlohmann::json_sax<Json> {
public:
    /// As Json::parse() gives it: of a repeated key the last value.
    Json root;
    bool is_too_deep = false;
    bool has_too_large_number = false;
    size_t failed_at = 0;  ///< the byte, from 1
    std::string repeated;  ///< a key that the outermost object has twice

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return add(value);
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; }

    bool start_object(size_t /*count*/) override { return open(Json::object()); }
    bool start_array(size_t /*count*/) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Level& level = levels_.back();
        auto& members = level.value.get_ref<Json::object_t&>();
        level.place = place_of(name, level, members);
        if (level.place == members.size())
            members.emplace_back(std::move(name), nullptr);
        else if (levels_.size() == 1)
            repeated = name;
        return true;
    }

    bool parse_error(size_t place, const std::string& /*token*/,
                     const Json::exception& error) override {
        constexpr int out_of_range = 406;
        has_too_large_number = error.id == out_of_range;
        failed_at = place;
        return false;
    }

private:
    /// An object or an array that is not at its end.
    struct Level {
        Json value;
        std::map<std::string, size_t> places;  ///< of the keys of an object with many
        size_t place = 0;                      ///< of the key whose value comes next
    };

    /// Where the key is among the members, or will be as the last one.
    static size_t place_of(const std::string& name, Level& level, const Json::object_t& members) {
        constexpr size_t few = 16;
        if (members.size() < few) {
            const auto known = std::find_if(members.begin(), members.end(),
                                            [&name](const auto& own) { return own.first == name; });
            return static_cast<size_t>(known - members.begin());
        }
        if (level.places.empty())
            for (const auto& own : members)
                level.places.emplace(own.first, level.places.size());
        return level.places.try_emplace(name, members.size()).first->second;
    }

    bool add(Json&& value) {
        throw_if_scope_cancelled();
        if (levels_.empty()) {
            root = std::move(value);
            return true;
        }
        Level& level = levels_.back();
        if (level.value.is_array())
            level.value.get_ref<Json::array_t&>().push_back(std::move(value));
        else
            (level.value.get_ref<Json::object_t&>().begin() +
             static_cast<std::ptrdiff_t>(level.place))
                ->second = std::move(value);
        return true;
    }

    bool open(Json&& value) {
        is_too_deep = levels_.size() >= kDeepest;
        if (!is_too_deep)
            levels_.push_back({std::move(value), {}, 0});
        return !is_too_deep;
    }

    bool close() {
        Json value = std::move(levels_.back().value);
        levels_.pop_back();
        return add(std::move(value));
    }

    std::vector<Level> levels_;
};

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

Json parse_json(std::string_view text, const std::filesystem::path& name, std::string* repeated) {
    std::string plain;
    if (text.find("NaN") != std::string_view::npos ||
        text.find("Infinity") != std::string_view::npos)
        text = plain = with_null_for_nan(text);
    JsonBuilder builder;
    if (Json::sax_parse(text, &builder)) {
        if (repeated != nullptr)
            *repeated = std::move(builder.repeated);
        return std::move(builder.root);
    }
    if (builder.is_too_deep)
        throw Error("values are nested too deeply", {name});
    if (builder.has_too_large_number)
        throw Error("a number is too large", {name});
    const auto end = text.begin() + static_cast<long>(std::min(builder.failed_at, text.size()));
    const int line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
    throw Error("not valid JSON", {name, line}, "check the brackets and commas there");
}

std::vector<int> whole_numbers(const Json& json) {
    std::vector<int> numbers;
    for (const Json& entry : json.get_ref<const Json::array_t&>())
        numbers.push_back(whole_number<int>(entry));
    return numbers;
}

void write_json(const std::filesystem::path& file, const Json& json) {
    write_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace rudolph

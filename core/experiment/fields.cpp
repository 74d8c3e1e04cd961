#include "core/experiment/fields.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/experiment/visit_fields.h"

namespace rudolph {
namespace {

template <class T>
constexpr FieldType type_of(const FieldRecord& record) {
    if constexpr (std::is_enum_v<T>)
        return FieldType::Choice;
    else if constexpr (std::is_integral_v<T>)
        return FieldType::Integer;
    else if constexpr (std::is_floating_point_v<T>)
        return FieldType::Number;
    else if constexpr (std::is_same_v<T, std::vector<int>>)
        return FieldType::IntegerList;
    else if constexpr (std::is_same_v<T, std::vector<LayerSpec>>)
        return FieldType::LayerList;
    else
        return record.is_file ? FieldType::File : FieldType::Text;
}

/// Makes the public list.
struct FieldCollector {
    std::vector<Field> fields;
    std::string current;

    void section(std::string_view title) { current = title; }

    template <class T>
    void operator()(const FieldRecord& record, const T& value) {
        Field field;
        field.key = record.key;
        field.section = current;
        field.label = record.label;
        field.unit = record.unit;
        field.tip = record.tip;
        field.type = type_of<T>(record);
        if (std::isfinite(record.minimum))
            field.minimum = record.minimum;
        if (std::isfinite(record.maximum))
            field.maximum = record.maximum;
        if constexpr (std::is_enum_v<T>)
            field.choices.assign(names_of(value).begin(), names_of(value).end());
        if (!record.only_if_key.empty())
            field.only_if = {std::string(record.only_if_key), std::string(record.only_if_value)};
        fields.push_back(std::move(field));
    }
};

/// Calls `action` with the member of one key.
template <class Action>
struct MemberFinder {
    std::string_view key;
    Action action;
    bool found = false;

    void section(std::string_view) {}

    template <class T>
    void operator()(const FieldRecord& record, T& member) {
        if (record.key != key)
            return;
        found = true;
        action(member);
    }
};

std::string known_keys_like(const std::string& key) {
    const std::string last = lower(key.substr(key.rfind('.') + 1));
    std::string near;
    std::string all;
    for (const Field& field : experiment_fields()) {
        all += (all.empty() ? "" : ", ") + field.key;
        if (!last.empty() && field.key.find(last) != std::string::npos)
            near += (near.empty() ? "" : " or ") + field.key;
    }
    return near.empty() ? "the settings are " + all : "did you mean " + near + "?";
}

template <class E, class Action>
void with_member(E& experiment, const std::string& key, Action action) {
    MemberFinder<Action> finder{key, std::move(action)};
    visit_fields(experiment, finder);
    if (!finder.found)
        throw Error(key + ": there is no such setting", {}, known_keys_like(key));
}

[[noreturn]] void throw_wrong(const std::string& key, const std::string& wanted, const Json& got) {
    throw Error(key + ": must be " + wanted + ", not " +
                got.dump(-1, ' ', false, Json::error_handler_t::replace));
}

template <class Integer>
Integer integer_from(const std::string& key, const Json& json) {
    if (const std::optional<Integer> number = find_whole_number<Integer>(json))
        return *number;
    throw_wrong(
        key, std::is_unsigned_v<Integer> ? "a whole number that is not negative" : "a whole number",
        json);
}

std::vector<LayerSpec> layers_from(const std::string& key, const Json& json) {
    constexpr auto kWanted = "a list of layers, each a text such as \"conv 12 7\"";
    if (!json.is_array())
        throw_wrong(key, kWanted, json);
    std::vector<LayerSpec> layers;
    for (const Json& entry : json) {
        if (!entry.is_string())
            throw_wrong(key, kWanted, entry);
        try {
            layers.push_back(parse_layer(entry.get<std::string>()));
        } catch (const Error& error) {
            throw Error(key + ": layer " + std::to_string(layers.size() + 1) + ": " +
                        error.message());
        }
    }
    return layers;
}

template <class T>
T value_from(const std::string& key, const Json& json) {
    if constexpr (std::is_enum_v<T>) {
        const auto& names = names_of(T{});
        const auto found = json.is_string()
                               ? std::find(names.begin(), names.end(), json.get<std::string>())
                               : names.end();
        if (found != names.end())
            return static_cast<T>(found - names.begin());
        std::string wanted = "one of";
        for (const std::string_view name : names)
            wanted += (name == names.front() ? " " : ", ") + std::string(name);
        throw_wrong(key, wanted, json);
    } else if constexpr (std::is_integral_v<T>) {
        return integer_from<T>(key, json);
    } else if constexpr (std::is_floating_point_v<T>) {
        if (!json.is_number() || !std::isfinite(json.get<double>()))
            throw_wrong(key, "a number", json);
        return json.get<double>();
    } else if constexpr (std::is_same_v<T, std::vector<int>>) {
        if (!json.is_array())
            throw_wrong(key, "a list of whole numbers", json);
        std::vector<int> list;
        for (const Json& entry : json)
            list.push_back(integer_from<int>(key, entry));
        return list;
    } else if constexpr (std::is_same_v<T, std::vector<LayerSpec>>) {
        return layers_from(key, json);
    } else {
        if (!json.is_string())
            throw_wrong(key, "a text", json);
        return json.get<std::string>();
    }
}

template <class T>
Json json_from(const T& value) {
    if constexpr (std::is_enum_v<T>)
        return names_of(value).at(static_cast<size_t>(value));
    else if constexpr (std::is_same_v<T, std::vector<LayerSpec>>) {
        Json list = Json::array();
        for (const LayerSpec& layer : value)
            list.push_back(layer_text(layer));
        return list;
    } else {
        return value;
    }
}

Json number_from_text(const std::string& key, std::string_view text, const char* wanted) {
    if (const auto integer = parse_integer(trimmed(text)))
        return *integer;
    if (const auto number = parse_number(trimmed(text)))
        return *number;
    throw_wrong(key, wanted, std::string(text));
}

/// Without the brackets around a list.
std::string_view unbracketed(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('[') && text.ends_with(']'))
        text = trimmed(text.substr(1, text.size() - 2));
    return text;
}

/// Texts between commas, with or without quotes.
Json texts_from_text(std::string_view text) {
    text = unbracketed(text);
    Json list = Json::array();
    if (text.empty())
        return list;
    for (std::string_view entry : split(text, ',')) {
        entry = trimmed(entry);
        if (entry.size() > 1 && entry.starts_with('"') && entry.ends_with('"'))
            entry = entry.substr(1, entry.size() - 2);
        list.push_back(std::string(entry));
    }
    return list;
}

Json list_from_text(const std::string& key, std::string_view text) {
    text = unbracketed(text);
    Json list = Json::array();
    if (text.empty())
        return list;
    for (const std::string_view entry : split(text, ','))
        list.push_back(
            number_from_text(key, entry, "whole numbers separated by commas, such as 12,12,12"));
    return list;
}

}  // namespace

const std::vector<Field>& experiment_fields() {
    static const std::vector<Field> fields = [] {
        FieldCollector collector;
        const Experiment defaults;
        visit_fields(defaults, collector);
        return std::move(collector.fields);
    }();
    return fields;
}

const Field& field_of(const std::string& key) {
    for (const Field& field : experiment_fields())
        if (field.key == key)
            return field;
    throw Error(key + ": there is no such setting", {}, known_keys_like(key));
}

Json field_value(const Experiment& experiment, const std::string& key) {
    Json value;
    with_member(experiment, key, [&value](const auto& member) { value = json_from(member); });
    return value;
}

void set_field(Experiment& experiment, const std::string& key, const Json& value) {
    with_member(experiment, key, [&](auto& member) {
        member = value_from<std::remove_reference_t<decltype(member)>>(key, value);
    });
}

void set_field_text(Experiment& experiment, const std::string& key, const std::string& text) {
    switch (field_of(key).type) {
        case FieldType::Text:
        case FieldType::File:
            return set_field(experiment, key, text);
        case FieldType::Choice:
            return set_field(experiment, key, std::string(trimmed(text)));
        case FieldType::Integer:
            return set_field(experiment, key, number_from_text(key, text, "a whole number"));
        case FieldType::Number:
            return set_field(experiment, key, number_from_text(key, text, "a number"));
        case FieldType::IntegerList:
            return set_field(experiment, key, list_from_text(key, text));
        case FieldType::LayerList:
            return set_field(experiment, key, texts_from_text(text));
    }
}

std::string field_text(const Experiment& experiment, const std::string& key) {
    const Json value = field_value(experiment, key);
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number_float())
        return number_text(value.get<double>());
    if (!value.is_array())
        return value.dump();
    std::string text;
    for (const Json& entry : value)
        text += entry.is_string() ? (text.empty() ? "" : ", ") + entry.get<std::string>()
                                  : (text.empty() ? "" : ",") + entry.dump();
    return text;
}

bool field_applies(const Experiment& experiment, const Field& field) {
    if (!field.only_if)
        return true;
    const std::string value = field_text(experiment, field.only_if->first);
    const auto wanted = split(field.only_if->second, '|');
    return std::find(wanted.begin(), wanted.end(), value) != wanted.end() &&
           field_applies(experiment, field_of(field.only_if->first));
}

}  // namespace rudolph

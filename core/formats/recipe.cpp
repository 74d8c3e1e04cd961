#include "core/formats/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr int kRecipeVersion = 1;
constexpr int kMostCount = 100'000;

template <class Value>
using WordsFor = std::vector<std::pair<Value, const char*>>;

const WordsFor<RecipeLayout> kLayouts = {{RecipeLayout::FilePerFace, "file per face"},
                                         {RecipeLayout::RowPerFace, "row per face"},
                                         {RecipeLayout::RowPerPoint, "row per point"},
                                         {RecipeLayout::Blocks, "blocks"}};
const WordsFor<PictureFrom> kPicturesFrom = {{PictureFrom::FileName, "file name"},
                                             {PictureFrom::FirstLine, "first line"},
                                             {PictureFrom::Column, "column"},
                                             {PictureFrom::Pixels, "pixels"}};
const WordsFor<TableHead> kHeads = {{TableHead::Guess, "guess"},
                                    {TableHead::None, "none"},
                                    {TableHead::Names, "names"},
                                    {TableHead::DeepLabCut, "deeplabcut"}};
const WordsFor<RecipeFrame> kFrames = {{RecipeFrame::Pixels, "pixels"},
                                       {RecipeFrame::Picture, "picture"},
                                       {RecipeFrame::Centre, "centre"},
                                       {RecipeFrame::Box, "box"}};
const WordsFor<RecipeBoxKind> kBoxKinds = {{RecipeBoxKind::Corners, "corners"},
                                           {RecipeBoxKind::Size, "size"}};
const WordsFor<char> kSeparators = {{0, "guess"}, {' ', "space"}, {'\t', "tab"}, {'*', "any"},
                                    {',', ","},   {';', ";"},     {'|', "|"},    {':', ":"}};
const WordsFor<char> kDecimals = {{0, "guess"}, {'.', "."}, {',', ","}};

template <class Value>
std::string word_of(const WordsFor<Value>& words, Value value) {
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return {};
}

/// The members of one JSON object; what nobody asked for is an error.
class Members {
public:
    Members(const Json& json, std::string place) : json_(json), place_(std::move(place)) {
        if (!json.is_object())
            throw Error(named("should be an object"));
    }

    const Json* find(const char* key) {
        asked_.insert(key);
        const auto found = json_.find(key);
        return found == json_.end() ? nullptr : &*found;
    }
    template <class Value>
    void read(const char* key, Value& value) {
        if (const Json* json = find(key)) {
            try {
                value = json->template get<Value>();
            } catch (const Json::exception&) {
                throw Error(named(fmt::format("'{}' has the wrong kind of value", key)));
            }
        }
    }
    void read_number(const char* key, int& value, int lowest, int highest) {
        const Json* json = find(key);
        if (json == nullptr)
            return;
        const auto number = find_whole_number<int>(*json);
        if (!number || *number < lowest || *number > highest)
            throw Error(
                named(fmt::format("'{}' should be a number from {} to {}", key, lowest, highest)));
        value = *number;
    }
    template <class Value>
    void read_word(const char* key, Value& value, const WordsFor<Value>& words) {
        const Json* json = find(key);
        if (json == nullptr)
            return;
        std::string known;
        for (const auto& [meaning, word] : words) {
            if (json->is_string() && *json == word) {
                value = meaning;
                return;
            }
            known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", word);
        }
        throw Error(named(fmt::format("'{}' should be one of {}", key, known)));
    }
    void read_column(const char* key, RecipeColumn& column) {
        if (const Json* json = find(key))
            column = column_from(*json, key);
    }
    RecipeColumn column_from(const Json& json, const std::string& key) const {
        if (json.is_string() && !json.get_ref<const std::string&>().empty())
            return {json.get<std::string>(), 0};
        const auto number = find_whole_number<int>(json);
        if (!number || *number < -kMostCount || *number > kMostCount)
            throw Error(named(fmt::format("'{}' should be a column's name or its number", key)));
        return {{}, *number};
    }
    void end() const {
        for (const auto& [key, value] : json_.items())
            if (!asked_.contains(key))
                throw Error(named("unknown key '" + key + "'"));
    }
    std::string named(const std::string& message) const {
        return place_.empty() ? message : "in '" + place_ + "': " + message;
    }

private:
    const Json& json_;
    std::string place_;
    std::set<std::string> asked_;
};

RecipeText text_from(const Json& json) {
    RecipeText text;
    Members members(json, "text");
    members.read_word("separator", text.separator, kSeparators);
    members.read_word("decimal", text.decimal, kDecimals);
    members.read_number("skip_lines", text.skip_lines, 0, kMostCount);
    members.read_word("head", text.head, kHeads);
    members.read("count_first", text.count_first);
    members.read_number("skip_numbers", text.skip_numbers, 0, kMostCount);
    members.read("variables", text.variables);
    members.end();
    return text;
}

RecipePictures pictures_from(const Json& json) {
    RecipePictures pictures;
    Members members(json, "pictures");
    members.read_word("from", pictures.from, kPicturesFrom);
    members.read("prefix", pictures.prefix);
    members.read("suffix", pictures.suffix);
    members.read("picture_prefix", pictures.picture_prefix);
    members.read("picture_suffix", pictures.picture_suffix);
    members.read_column("column", pictures.column);
    members.read("folder", pictures.folder);
    members.end();
    return pictures;
}

void check_order(const std::string& order, const Members& members) {
    const bool known = order.find_first_not_of("xyvsocn-") == std::string::npos;
    if (!known || std::count(order.begin(), order.end(), 'x') != 1 ||
        std::count(order.begin(), order.end(), 'y') != 1 || order.size() > 16)
        throw Error(
            members.named("'order' should have one x and one y, beside v, s, o, c, n and - where "
                          "there are such"));
}

void check_missing(const std::vector<std::string>& missing, const Members& members) {
    for (const std::string& text : missing) {
        const auto parts = split(text, ',');
        const bool good =
            parts.size() <= 2 && std::all_of(parts.begin(), parts.end(), [](auto part) {
                return parse_number(trimmed(part)).has_value();
            });
        if (!good)
            throw Error(
                members.named("'missing' should hold numbers (\"-1\") and pairs (\"0,0\")"));
    }
}

RecipePoints points_from(const Json& json) {
    RecipePoints points;
    Members members(json, "points");
    members.read("order", points.order);
    check_order(points.order, members);
    members.read("in_blocks", points.in_blocks);
    members.read_number("first", points.first, 0, kMostCount);
    members.read_number("count", points.count, 0, kMostCount);
    if (const Json* columns = members.find("columns")) {
        Members of_columns(*columns, "points.columns");
        for (const char letter : std::string_view("xyvsoc")) {
            std::string pattern;
            of_columns.read(std::string(1, letter).c_str(), pattern);
            if (!pattern.empty())
                points.columns[letter] = pattern;
        }
        of_columns.end();
        if (!points.columns.contains('x') || !points.columns.contains('y'))
            throw Error(members.named("'columns' should have patterns for x and y"));
    }
    if (const Json* point = members.find("point")) {
        points.point = members.column_from(*point, "point");
        points.has_point_column = true;
    }
    members.read("missing", points.missing);
    check_missing(points.missing, members);
    members.end();
    return points;
}

RecipePlace place_from(const Json& json) {
    RecipePlace place;
    Members members(json, "place");
    members.read_word("frame", place.frame, kFrames);
    std::vector<double> size;
    members.read("size", size);
    if (!size.empty()) {
        if (size.size() != 2 || !(size[0] > 0 && size[0] < 1e9) || !(size[1] > 0 && size[1] < 1e9))
            throw Error(members.named("'size' should be a width and a height"));
        place.width = size[0];
        place.height = size[1];
    }
    members.read("first_pixel", place.first_pixel);
    if (!(place.first_pixel >= -10 && place.first_pixel <= 10))
        throw Error(members.named("'first_pixel' should be 0 or 1"));
    members.end();
    return place;
}

RecipeBox box_from(const Json& json) {
    RecipeBox box;
    Members members(json, "box");
    const Json* columns = members.find("columns");
    if (columns == nullptr || !columns->is_array() || columns->size() != 4)
        throw Error(members.named("'columns' should be four columns"));
    for (const Json& column : *columns)
        box.columns.push_back(members.column_from(column, "columns"));
    members.read_word("kind", box.kind, kBoxKinds);
    members.end();
    return box;
}

RecipeSigns signs_from(const Json& json) {
    RecipeSigns signs;
    Members members(json, "recognise");
    members.read("files", signs.files);
    members.read("columns", signs.columns);
    members.read_number("points", signs.points, 0, kMostCount);
    members.end();
    return signs;
}

/// Things that fit each member alone, but not each other.
void check(const Recipe& recipe) {
    if (recipe.name.empty() || recipe.name.size() > 100 ||
        recipe.name.find_first_of("/\\\n\r") != std::string::npos || recipe.name.starts_with('.'))
        throw Error("'name' should be a short name without / and \\");
    if (recipe.files.empty())
        throw Error("'files' should name the files that hold points, for example [\"*.txt\"]");
    const bool is_table =
        recipe.layout == RecipeLayout::RowPerFace || recipe.layout == RecipeLayout::RowPerPoint;
    if (!is_table && !recipe.points.columns.empty())
        throw Error("'points.columns' is for tables");
    if (!is_table && (!recipe.box.columns.empty() || !recipe.attributes.empty()))
        throw Error("'box' and 'attributes' are for tables");
    if (!is_table && recipe.pictures.from != PictureFrom::FileName &&
        recipe.pictures.from != PictureFrom::FirstLine)
        throw Error("'pictures.from' a column is for tables");
    if (recipe.place.frame == RecipeFrame::Box && recipe.box.columns.empty())
        throw Error("'place.frame' is \"box\", but no 'box' is given");
}

Recipe parse_recipe(const Json& json) {
    Recipe recipe;
    Members members(json, "");
    int version = 0;
    members.read("recipe", version);
    if (version != kRecipeVersion)
        throw Error(version > kRecipeVersion ? "it is of a newer version of the program"
                                             : "'recipe' should be 1, the version of its form");
    members.read("name", recipe.name);
    recipe.title = recipe.name;
    members.read("title", recipe.title);
    members.read_word("layout", recipe.layout, kLayouts);
    members.read("files", recipe.files);
    members.read("ignore", recipe.ignore);
    members.read("scheme", recipe.scheme);
    members.read("parts", recipe.parts);
    if (const Json* text = members.find("text"))
        recipe.text = text_from(*text);
    if (const Json* pictures = members.find("pictures"))
        recipe.pictures = pictures_from(*pictures);
    if (const Json* points = members.find("points"))
        recipe.points = points_from(*points);
    if (const Json* place = members.find("place"))
        recipe.place = place_from(*place);
    if (const Json* box = members.find("box"))
        recipe.box = box_from(*box);
    if (const Json* attributes = members.find("attributes")) {
        if (!attributes->is_object())
            throw Error("'attributes' should name columns");
        for (const auto& [name, column] : attributes->items())
            recipe.attributes.emplace_back(name, members.column_from(column, "attributes"));
    }
    if (const Json* signs = members.find("recognise"))
        recipe.recognise = signs_from(*signs);
    members.end();
    check(recipe);
    return recipe;
}

Json column_json(const RecipeColumn& column) {
    return column.name.empty() ? Json(column.index) : Json(column.name);
}

/// Adds what differs from the default.
template <class Value>
void put(Json& json, const char* key, const Value& value, const Value& usual) {
    if (value != usual)
        json[key] = value;
}
template <class Value>
void put_word(Json& json, const char* key, Value value, Value usual, const WordsFor<Value>& words) {
    if (value != usual)
        json[key] = word_of(words, value);
}
void put_part(Json& json, const char* key, Json part) {
    if (!part.empty())
        json[key] = std::move(part);
}

Json text_json(const RecipeText& text) {
    const RecipeText usual;
    Json json = Json::object();
    put_word(json, "separator", text.separator, usual.separator, kSeparators);
    put_word(json, "decimal", text.decimal, usual.decimal, kDecimals);
    put(json, "skip_lines", text.skip_lines, usual.skip_lines);
    put_word(json, "head", text.head, usual.head, kHeads);
    put(json, "count_first", text.count_first, usual.count_first);
    put(json, "skip_numbers", text.skip_numbers, usual.skip_numbers);
    put(json, "variables", text.variables, usual.variables);
    return json;
}

Json pictures_json(const RecipePictures& pictures) {
    const RecipePictures usual;
    Json json = Json::object();
    put_word(json, "from", pictures.from, usual.from, kPicturesFrom);
    put(json, "prefix", pictures.prefix, usual.prefix);
    put(json, "suffix", pictures.suffix, usual.suffix);
    put(json, "picture_prefix", pictures.picture_prefix, usual.picture_prefix);
    put(json, "picture_suffix", pictures.picture_suffix, usual.picture_suffix);
    if (pictures.from == PictureFrom::Column || pictures.from == PictureFrom::Pixels ||
        pictures.column != usual.column)
        json["column"] = column_json(pictures.column);
    put(json, "folder", pictures.folder, usual.folder);
    return json;
}

Json points_json(const RecipePoints& points) {
    const RecipePoints usual;
    Json json = Json::object();
    put(json, "order", points.order, usual.order);
    put(json, "in_blocks", points.in_blocks, usual.in_blocks);
    put(json, "first", points.first, usual.first);
    put(json, "count", points.count, usual.count);
    for (const auto& [letter, pattern] : points.columns)
        json["columns"][std::string(1, letter)] = pattern;
    if (points.has_point_column)
        json["point"] = column_json(points.point);
    put(json, "missing", points.missing, usual.missing);
    return json;
}

Json place_json(const RecipePlace& place) {
    const RecipePlace usual;
    Json json = Json::object();
    put_word(json, "frame", place.frame, usual.frame, kFrames);
    if (place.width != usual.width || place.height != usual.height)
        json["size"] = {place.width, place.height};
    put(json, "first_pixel", place.first_pixel, usual.first_pixel);
    return json;
}

Json box_json(const RecipeBox& box) {
    Json json = Json::object();
    for (const RecipeColumn& column : box.columns)
        json["columns"].push_back(column_json(column));
    if (!box.columns.empty())
        put_word(json, "kind", box.kind, RecipeBoxKind::Corners, kBoxKinds);
    return json;
}

Json signs_json(const RecipeSigns& signs) {
    const RecipeSigns usual;
    Json json = Json::object();
    put(json, "files", signs.files, usual.files);
    put(json, "columns", signs.columns, usual.columns);
    put(json, "points", signs.points, usual.points);
    return json;
}

/// The parts of a path between slashes, in lower case.
std::vector<std::string> lower_parts(const std::string& path) {
    std::vector<std::string> parts;
    const std::string small = lower(path);
    for (const std::string_view part : split(small, '/'))
        parts.emplace_back(part);
    return parts;
}

/// Time goes with the product of the lengths.
bool fits_name(std::string_view pattern, std::string_view name) {
    size_t p = 0;
    size_t n = 0;
    size_t star = std::string_view::npos;
    size_t after_star = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            after_star = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++after_star;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool fits_parts(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    // reached[k]: the patterns so far fit the first k parts of the path.
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (const std::string& part : pattern) {
        std::vector<bool> next(path.size() + 1, false);
        for (size_t k = 0; k <= path.size(); ++k) {
            if (part == "**")
                next[k] = reached[k] || (k > 0 && next[k - 1]);
            else
                next[k] = k > 0 && reached[k - 1] && fits_name(part, path[k - 1]);
        }
        reached = std::move(next);
    }
    return reached.back();
}

std::string order_text(const RecipePoints& points) {
    if (!points.columns.empty())
        return fmt::format("x in the columns {}, y in {}", points.columns.at('x'),
                           points.columns.at('y'));
    if (points.in_blocks)
        return points.order.find('x') < points.order.find('y') ? "first all x, then all y"
                                                               : "first all y, then all x";
    if (points.order == "xy")
        return "x and y in turn";
    return points.order == "yx" ? "y and x in turn" : "values in the order " + points.order;
}

}  // namespace

Recipe recipe_from_json(const Json& json, const std::filesystem::path& file) {
    try {
        return parse_recipe(json);
    } catch (const Error& error) {
        throw Error("not a recipe: " + error.message(), {file});
    } catch (const Json::exception& error) {
        throw Error(std::string("not a recipe: ") + error.what(), {file});
    }
}

Json to_json(const Recipe& recipe) {
    const Recipe usual;
    Json json{{"recipe", kRecipeVersion}, {"name", recipe.name}};
    put(json, "title", recipe.title, recipe.name);
    json["layout"] = word_of(kLayouts, recipe.layout);
    json["files"] = recipe.files;
    put(json, "ignore", recipe.ignore, usual.ignore);
    put_part(json, "text", text_json(recipe.text));
    put_part(json, "pictures", pictures_json(recipe.pictures));
    put_part(json, "points", points_json(recipe.points));
    put_part(json, "place", place_json(recipe.place));
    put_part(json, "box", box_json(recipe.box));
    for (const auto& [name, column] : recipe.attributes)
        json["attributes"][name] = column_json(column);
    put(json, "scheme", recipe.scheme, usual.scheme);
    put(json, "parts", recipe.parts, usual.parts);
    put_part(json, "recognise", signs_json(recipe.recognise));
    return json;
}

Recipe read_recipe(const std::filesystem::path& file) {
    return recipe_from_json(read_json(file), file);
}

bool fits_pattern(const std::string& pattern, const std::string& relative_path) {
    if (pattern.find('/') == std::string::npos && pattern != "**") {
        const std::string_view path = relative_path;
        return fits_name(lower(pattern), lower(path.substr(path.rfind('/') + 1)));
    }
    return fits_parts(lower_parts(pattern), lower_parts(relative_path));
}

bool fits_any(const std::vector<std::string>& patterns, const std::string& relative_path) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return fits_pattern(pattern, relative_path);
    });
}

std::string recipe_text(const Recipe& recipe) {
    std::string files;
    for (const std::string& pattern : recipe.files)
        files += (files.empty() ? "" : ", ") + pattern;
    std::string text;
    switch (recipe.layout) {
        case RecipeLayout::FilePerFace:
            text = "a file of numbers for each picture";
            break;
        case RecipeLayout::RowPerFace:
            text = "a table with a face in each row";
            break;
        case RecipeLayout::RowPerPoint:
            text = "a table with a point in each row";
            break;
        case RecipeLayout::Blocks:
            text = "one file with a block of lines for each picture";
            break;
    }
    text += " (" + files + "), ";
    if (!recipe.text.variables.empty())
        text += fmt::format("the variable {}, ", fmt::join(recipe.text.variables, " or "));
    text += order_text(recipe.points);
    if (recipe.points.count > 0)
        text += fmt::format(", {} points", recipe.points.count);
    if (recipe.place.frame == RecipeFrame::Picture)
        text += ", relative to the picture";
    if (recipe.place.frame == RecipeFrame::Centre)
        text += ", from the picture's middle";
    if (recipe.place.frame == RecipeFrame::Box)
        text += ", relative to the face's box";
    if (recipe.place.first_pixel != 0)
        text += ", the first pixel is 1";
    return text;
}

}  // namespace rudolph

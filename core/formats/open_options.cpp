#include "core/formats/open_options.h"

#include "core/base/error.h"
#include "core/base/json.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kUsualFirstPixel = 1;

/// A shipped scheme by its name, a person's own whole.
Json scheme_json(const LandmarkScheme& scheme) {
    for (const LandmarkScheme& shipped : builtin_schemes())
        if (shipped == scheme)
            return scheme.name;
    return to_json(scheme);
}

void set_option(OpenOptions& options, const std::string& key, const Json& value) {
    if (key == "pts_first_pixel")
        options.pts_first_pixel = whole_number<int>(value);
    else if (key == "images")
        options.pictures = value.get<std::string>();
    else if (key == "scheme")
        options.scheme =
            value.is_string() ? builtin_scheme(value.get<std::string>()) : scheme_from_json(value);
    else if (key == "recipe")
        options.recipe = recipe_from_json(value);
    else if (key == "pictures_only")
        options.pictures_only = value.get<bool>();
    else if (key == "keypoints")
        options.body_part = value.get<std::string>();
    else if (key == "every")
        options.every = whole_number<int>(value);
    else
        throw Error("there is no option '" + key + "'");
}

}  // namespace

int OpenOptions::first_pixel() const {
    return pts_first_pixel.value_or(kUsualFirstPixel);
}

std::string opening_text(const OpenOptions& options) {
    Json json = Json::object();
    if (options.first_pixel() != kUsualFirstPixel)
        json["pts_first_pixel"] = options.first_pixel();
    if (!options.pictures.empty())
        json["images"] = fs::absolute(options.pictures).lexically_normal().string();
    if (options.scheme)
        json["scheme"] = scheme_json(*options.scheme);
    if (options.recipe)
        json["recipe"] = to_json(*options.recipe);
    if (options.pictures_only)
        json["pictures_only"] = true;
    if (!options.body_part.empty())
        json["keypoints"] = options.body_part;
    if (options.every > 0)
        json["every"] = options.every;
    return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

OpenOptions open_options_from(const std::string& opening, const OpenOptions& by_hand) {
    OpenOptions options;
    if (!opening.empty()) {
        const Json json = parse_json(opening, {});
        std::string key;
        try {
            for (const auto& entry : json.items())
                set_option(options, key = entry.key(), entry.value());
        } catch (const Json::exception& error) {
            throw Error("how the data are opened cannot be read: " + key + ": " + error.what());
        }
    }
    // What lies in the folder is read in one way: by a recipe, or as pictures alone.
    if (by_hand.recipe || by_hand.pictures_only) {
        options.recipe = by_hand.recipe;
        options.pictures_only = by_hand.pictures_only;
    }
    if (by_hand.pts_first_pixel)
        options.pts_first_pixel = by_hand.pts_first_pixel;
    if (!by_hand.pictures.empty())
        options.pictures = by_hand.pictures;
    if (by_hand.scheme)
        options.scheme = by_hand.scheme;
    if (!by_hand.body_part.empty())
        options.body_part = by_hand.body_part;
    if (by_hand.every > 0)
        options.every = by_hand.every;
    if (by_hand.open_video)
        options.open_video = by_hand.open_video;
    return options;
}

}  // namespace rudolph

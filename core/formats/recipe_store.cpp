#include "core/formats/recipe_store.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/base/user_folders.h"

namespace rudolph {
namespace fs = std::filesystem;

const std::vector<Recipe>& shipped_recipes() {
    static const std::vector<Recipe> all = [] {
        std::vector<Recipe> recipes;
        for (const std::string& name : resource_names("recipes/"))
            recipes.push_back(recipe_from_json(parse_json(resource(name), name), name));
        return recipes;
    }();
    return all;
}

fs::path recipes_folder() {
    return user_data_folder() / "recipes";
}

std::vector<Recipe> remembered_recipes(const fs::path& folder, std::vector<Problem>* problems) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (entry->path().extension() == ".json" &&
            !entry->path().filename().string().starts_with('.'))
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    std::vector<Recipe> recipes;
    for (const fs::path& file : files) {
        try {
            recipes.push_back(read_recipe(file));
        } catch (const Error& error) {
            if (problems != nullptr)
                problems->push_back(problem_from(error, file));
        }
    }
    return recipes;
}

fs::path remember_recipe(const Recipe& recipe, const fs::path& folder) {
    const Json json = to_json(recipe);
    recipe_from_json(json);  // what is kept can be read
    fs::path file = folder / (recipe.name + ".json");
    write_json(file, json);
    return file;
}

Recipe recipe_named(const std::string& name_or_file) {
    std::error_code failed;
    if (const auto status = fs::status(name_or_file, failed);
        fs::exists(status) && !fs::is_directory(status))
        return read_recipe(name_or_file);
    std::string known;
    for (const auto& recipes : {remembered_recipes(), shipped_recipes()})
        for (const Recipe& recipe : recipes) {
            if (recipe.name == name_or_file)
                return recipe;
            known += (known.empty() ? "" : ", ") + recipe.name;
        }
    throw Error("there is no recipe '" + name_or_file + "', and no such file", {},
                "there are " + known);
}

}  // namespace rudolph

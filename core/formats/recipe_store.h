#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/formats/recipe.h"

namespace rudolph {

/// The recipes that come with the program: published layouts, the most particular first.
const std::vector<Recipe>& shipped_recipes();

/// Where a person's own recipes are: recipes/*.json in the user's data folder ($XDG_DATA_HOME, else
/// ~/.local/share).
std::filesystem::path recipes_folder();

/// A person's own recipes by name. Files that are none become problems.
std::vector<Recipe> remembered_recipes(const std::filesystem::path& folder = recipes_folder(),
                                       std::vector<Problem>* problems = nullptr);

/// Keeps a recipe under its name, in place of one that has it. Returns the file. Throws Error.
std::filesystem::path remember_recipe(const Recipe& recipe,
                                      const std::filesystem::path& folder = recipes_folder());

/// A recipe by what a command line says: a file's name, or the name of a remembered or a shipped
/// one. Throws Error naming those there are.
Recipe recipe_named(const std::string& name_or_file);

}  // namespace rudolph

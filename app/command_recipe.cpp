#include "app/command_recipe.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/recipe_store.h"
#include "core/formats/suggest_recipes.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kShown = 5;

struct RecipeOptions {
    std::string data;
    std::string name;
    std::string out;
    int choice = 1;
    bool json = false;
    bool remember = false;
};

std::string points_text(const RecipeSuggestion& suggestion) {
    const Plausibility& found = suggestion.plausibility;
    std::string text =
        fmt::format("{} of {} sampled, {}, {:.0f} % of them inside",
                    count_text(suggestion.faces, "face"), suggestion.faces + suggestion.left_out,
                    count_text(found.points, "point"), 100 * found.inside);
    if (!found.scheme.empty())
        text += fmt::format(", {:.2f} from {}", found.misfit, found.scheme);
    return text;
}

Json suggestion_json(const RecipeSuggestion& suggestion) {
    const Plausibility& found = suggestion.plausibility;
    return {{"score", suggestion.score},
            {"known", suggestion.known},
            {"clear", suggestion.is_clear()},
            {"faces", suggestion.faces},
            {"left_out", suggestion.left_out},
            {"points", found.points},
            {"inside", found.inside},
            {"scheme", found.scheme.empty() ? Json(nullptr) : Json(found.scheme)},
            {"misfit", found.misfit},
            {"text", recipe_text(suggestion.recipe)},
            {"recipe", to_json(suggestion.recipe)}};
}

void print_suggestions(const std::vector<RecipeSuggestion>& suggestions) {
    for (size_t i = 0; i < std::min(suggestions.size(), kShown); ++i) {
        const RecipeSuggestion& suggestion = suggestions[i];
        print(row_text(fmt::format("{}", i + 1),
                       fmt::format("{:.2f}  {}{}", suggestion.score, suggestion.recipe.title,
                                   suggestion.known ? " (known recipe)" : "")));
        print(row_text("", recipe_text(suggestion.recipe)));
        print(row_text("", points_text(suggestion)));
    }
}

int suggest(const RecipeOptions& options) {
    claim_standard_output({options.json ? "-" : "", options.out});
    const RecipeFiles files(survey_data(options.data, interrupt_token()), {}, interrupt_token());
    std::vector<RecipeSuggestion> suggestions;
    {
        ProgressReport progress("trying recipes");
        suggestions = suggest_recipes(files, interrupt_token(), progress.callback());
    }
    const auto count = static_cast<int>(suggestions.size());
    if (options.json) {
        Json list = Json::array();
        for (const RecipeSuggestion& suggestion : suggestions)
            list.push_back(suggestion_json(suggestion));
        write_standard_output(json_text({{"source", files.survey.source.string()},
                                         {"found", survey_text(files.survey)},
                                         {"suggestions", list}}));
    } else {
        print(row_text("found", survey_text(files.survey)));
        print_suggestions(suggestions);
    }
    if (suggestions.empty())
        throw Error("nothing here looks like points of pictures", {files.survey.source},
                    "it holds " + survey_text(files.survey));
    if (options.choice > count)
        throw UsageError(fmt::format("there are {} suggestions only", count));
    const Recipe& chosen = suggestions[static_cast<size_t>(options.choice - 1)].recipe;
    if (!options.out.empty())
        write_output(options.out, json_text(to_json(chosen)));
    if (options.remember) {
        const fs::path file = remember_recipe(chosen);
        if (!options.json)
            print(row_text("kept", file.string()));
    }
    if (!options.json && !options.out.empty())
        print(row_text("written", options.out));
    if (!options.json)
        print(fmt::format("next: rudolph inspect {} --recipe {} --sheet faces.png\n",
                          shell_quoted(options.data),
                          options.out.empty() ? "R.json" : shell_quoted(options.out)));
    return kSuccess;
}

void print_recipes(const char* where, const std::vector<Recipe>& recipes) {
    for (const Recipe& recipe : recipes)
        print(row_text(
            where, fmt::format("{:<18} {}: {}", recipe.name, recipe.title, recipe_text(recipe))));
}

int list_recipes(const RecipeOptions& options) {
    std::vector<Problem> problems;
    const std::vector<Recipe> own = remembered_recipes(recipes_folder(), &problems);
    if (options.json) {
        Json list = Json::array();
        for (const auto* recipes : {&own, &shipped_recipes()})
            for (const Recipe& recipe : *recipes)
                list.push_back({{"name", recipe.name},
                                {"title", recipe.title},
                                {"own", recipes == &own},
                                {"text", recipe_text(recipe)}});
        print(json_text({{"recipes", list},
                         {"folder", recipes_folder().string()},
                         {"problems", problems_json(problems)}}));
        return kSuccess;
    }
    print_recipes("own", own);
    print_recipes("shipped", shipped_recipes());
    for (const Problem& problem : problems)
        print_to_person("cannot be read: " + problem_text(problem));
    return kSuccess;
}

int show_recipe(const RecipeOptions& options) {
    print(json_text(to_json(recipe_named(options.name))));
    return kSuccess;
}

}  // namespace

void add_recipe_command(CLI::App& app, Action& action) {
    const auto [command, list_options] =
        add_command(app, action, "recipe",
                    "List the recipes for layouts that have no reader of their own", list_recipes);
    command->add_flag("--json", list_options->json, "Print JSON");
    command->footer(
        "\nA recipe says how pictures and files of points belong together and which numbers are "
        "what.\nThose of published sets come with the program and are found by themselves; others "
        "are\nsuggested, and kept in " +
        recipes_folder().string() +
        ".\n\nExamples:\n"
        "  rudolph recipe suggest faces --out mine.json\n"
        "  rudolph inspect faces --recipe mine.json --sheet faces.png\n"
        "  rudolph recipe show wflw");

    const auto [suggested, suggest_options] = add_command(
        *command, action, "suggest",
        "Say how a folder or a table may be read, the most plausible way first", suggest);
    suggested->add_option("DATA", suggest_options->data, "A folder or a table")->required();
    suggested->add_flag("--json", suggest_options->json, "Print JSON, with the recipes themselves");
    suggested->add_option("--out", suggest_options->out, "Write the recipe to this file");
    suggested
        ->add_option("--choose", suggest_options->choice, "Write or keep another than the first")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    suggested->add_flag("--remember", suggest_options->remember,
                        "Keep the recipe, so that such data open by themselves");

    const auto [listed, own_options] =
        add_command(*command, action, "list", "The same as rudolph recipe alone", list_recipes);
    listed->add_flag("--json", own_options->json, "Print JSON");

    const auto [shown, show_options] =
        add_command(*command, action, "show", "Print a recipe's JSON", show_recipe);
    shown->add_option("NAME", show_options->name, "Its name or its file")->required();
}

}  // namespace rudolph

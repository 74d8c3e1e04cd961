#include "core/formats/recipe_dataset.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/dataset/choose_scheme.h"

namespace rudolph {
namespace {

LandmarkScheme numbered_scheme(int points, const std::vector<std::string>& names) {
    LandmarkScheme scheme;
    scheme.name = fmt::format("points-{}", points);
    scheme.title = fmt::format("{} points", points);
    for (int i = 0; i < points; ++i)
        scheme.point_names.push_back(names.size() == at(points) ? names[at(i)]
                                                                : fmt::format("point {}", i));
    return scheme;
}

LandmarkScheme recipe_scheme(const Recipe& recipe, const RecipeReading& reading, int points,
                             std::vector<Problem>& problems, const std::filesystem::path& source) {
    std::optional<LandmarkScheme> wanted;
    if (!recipe.scheme.empty())
        for (const LandmarkScheme& scheme : builtin_schemes())
            if (scheme.name == recipe.scheme)
                wanted = scheme;
    if (wanted && wanted->size() == points)
        return *wanted;
    if (!recipe.scheme.empty())
        problems.push_back(
            {source, 0,
             wanted ? fmt::format("the scheme '{}' of the recipe has {} points, but the faces have "
                                  "{}; another is taken",
                                  recipe.scheme, wanted->size(), points)
                    : fmt::format("the scheme '{}' of the recipe is not known; one is found by the "
                                  "number of points",
                                  recipe.scheme),
             ""});
    SchemeChoice choice = choose_scheme(reading.result.samples, points, source.stem().string());
    if (!choice.remark.empty())
        problems.push_back({source, 0, std::move(choice.remark), ""});
    return choice.scheme.has_mirror_pairs || !choice.scheme.reference.empty()
               ? std::move(choice.scheme)
               : numbered_scheme(points, reading.point_names);
}

}  // namespace

ReaderResult read_recipe_data(const Recipe& recipe, const RecipeFiles& files, Dataset& dataset,
                              const CancelToken& cancel, const ProgressCallback& progress) {
    RecipeReading reading = read_by_recipe(recipe, files, {}, cancel, progress);
    dataset.format = DatasetFormat::Recipe;
    dataset.recipe = recipe.title;
    dataset.root = files.survey.root;
    const int points = usual_point_count(reading.result.samples);
    if (points == 0 && !reading.result.problems.empty())
        throw Error(fmt::format("the recipe '{}' reads no face; the first problem: {}", recipe.name,
                                reading.result.problems.front().message),
                    {reading.result.problems.front().file, reading.result.problems.front().line},
                    "rudolph recipe suggest shows what else may fit");
    dataset.scheme =
        recipe_scheme(recipe, reading, points, reading.result.problems, files.survey.source);
    if (recipe.pictures.from == PictureFrom::Pixels && !reading.result.samples.empty())
        reading.result.problems.push_back(
            {files.survey.source, 0,
             fmt::format("the pictures stand in the table itself; they were written to {}",
                         reading.result.samples.front().image.parent_path().string()),
             ""});
    if (reading.passed_by > 0)
        reading.result.problems.push_back(
            {files.survey.source, 0,
             fmt::format("{} faces or files are passed by, as the recipe '{}' says",
                         reading.passed_by, recipe.name),
             ""});
    for (const std::filesystem::path& folder : files.survey.unreadable)
        reading.result.problems.push_back({folder, 0, "this folder cannot be read", ""});
    return std::move(reading.result);
}

std::optional<Recipe> clear_recipe(const RecipeFiles& files, const CancelToken& cancel) {
    const std::vector<RecipeSuggestion> known = known_recipes_for(files, cancel);
    if (known.empty() || !known.front().is_clear())
        return std::nullopt;
    return known.front().recipe;
}

bool may_hold_points(const std::vector<RecipeSuggestion>& suggestions) {
    constexpr double plausible = 0.55;
    constexpr int fewest_points = 3;
    return !suggestions.empty() && suggestions.front().score > plausible &&
           suggestions.front().plausibility.points >= fewest_points;
}

UnknownLayout unknown_layout(const RecipeFiles& files,
                             const std::vector<RecipeSuggestion>& suggestions) {
    std::string message = fmt::format("no reader and no recipe knows this {}",
                                      files.survey.is_file ? "file" : "folder");
    if (!files.survey.is_file)
        message += ", which holds " + survey_text(files.survey);
    if (suggestions.empty())
        return UnknownLayout(
            message + "; nothing in it looks like points of these pictures", {files.survey.source},
            "write a recipe (rudolph recipe show wflw is one) and name it with --recipe");
    const RecipeSuggestion& best = suggestions.front();
    message += fmt::format("; it may be {}: {} points", recipe_text(best.recipe),
                           best.plausibility.points);
    return UnknownLayout(
        message, {files.survey.source},
        "rudolph recipe suggest DATA shows how it may be read and, with --remember, keeps "
        "the recipe; --recipe names one");
}

}  // namespace rudolph

#include "core/formats/suggest_recipes.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/formats/recipe_candidates.h"
#include "core/formats/recipe_columns.h"
#include "core/formats/recipe_source.h"
#include "core/formats/recipe_store.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kSampleFaces = 24;
constexpr size_t kExamples = 3;
constexpr size_t kMostSuggestions = 12;

bool has_file_like(const RecipeFiles& files, const std::string& pattern) {
    for (const SurveyGroup& group : files.survey.groups)
        for (const fs::path& file : group.files)
            if (fits_pattern(pattern, path_in(files.survey, file)))
                return true;
    return false;
}

/// The files of numbers that the recipe is for; a file that was opened itself must fit, too.
std::vector<fs::path> files_for(const Recipe& recipe, const RecipeFiles& files) {
    std::vector<fs::path> fitting;
    for (const fs::path& file : files.survey.numbers()) {
        const std::string path = path_in(files.survey, file);
        // A pattern's folders may lie above a file that was opened by itself.
        const bool fits = files.survey.is_file
                              ? std::any_of(recipe.files.begin(), recipe.files.end(),
                                            [&file](const std::string& pattern) {
                                                const size_t slash = pattern.rfind('/');
                                                return fits_pattern(slash == std::string::npos
                                                                        ? pattern
                                                                        : pattern.substr(slash + 1),
                                                                    file.filename().string());
                                            })
                              : fits_any(recipe.files, path);
        if (fits && !fits_any(recipe.ignore, path))
            fitting.push_back(file);
    }
    return fitting;
}

bool head_has(const std::vector<std::string>& columns, const Recipe& recipe, const fs::path& file) {
    const std::string start = recipe_source_start(file, recipe, 1 << 16);
    const auto all = lines(start);
    const TableNames names = table_names(recipe.text, all, splitter_for(recipe.text, all));
    return std::all_of(columns.begin(), columns.end(), [&](const std::string& wanted) {
        return !columns_like(wanted, names.names).empty();
    });
}

/// Whether all the signs that need no reading are there.
bool has_signs(const Recipe& recipe, const RecipeFiles& files) {
    if (recipe.recognise.empty())
        return false;
    const std::vector<fs::path> own = files_for(recipe, files);
    if (own.empty())
        return false;
    for (const std::string& pattern : recipe.recognise.files)
        if (!has_file_like(files, pattern))
            return false;
    return recipe.recognise.columns.empty() ||
           head_has(recipe.recognise.columns, recipe, own.front());
}

/// What a recipe reads decides whether two are the same to a person.
std::string reading_key(const RecipeSuggestion& suggestion) {
    std::string key = std::to_string(suggestion.plausibility.points);
    for (const Sample& face : suggestion.examples) {
        key += '|' + face.image.string();
        for (const Point& point : face.points_in_image.points)
            key += number_text(std::round(point.x * 4)) + ',' +
                   number_text(std::round(point.y * 4)) + ';';
    }
    return key;
}

}  // namespace

bool RecipeSuggestion::is_clear() const {
    constexpr double nearly_all = 0.9;
    // Without a number of points or names of columns the faces must look like such.
    constexpr double like_a_face = 0.6;
    if (!known || faces < 3 * left_out || faces == 0)
        return false;
    // A block a file is a file a face, with the picture's name in its first line.
    if (recipe.layout == RecipeLayout::Blocks && files > 1 && faces <= files)
        return false;
    const bool right_number = recipe.recognise.points > 0
                                  ? recipe.recognise.points == plausibility.points
                                  : !recipe.recognise.columns.empty() || score > like_a_face;
    return right_number && plausibility.same >= nearly_all && plausibility.inside >= nearly_all;
}

RecipeSuggestion tried_recipe(const Recipe& recipe, const RecipeFiles& files,
                              const CancelToken& cancel) {
    RecipeSuggestion tried;
    tried.recipe = recipe;
    RecipeReadOptions options;
    options.most_faces = kSampleFaces;
    RecipeReading reading;
    try {
        reading = read_by_recipe(recipe, files, options, cancel);
    } catch (const Error&) {
        return tried;
    }
    std::vector<Sample>& faces = reading.result.samples;
    std::erase_if(faces, [](const Sample& face) { return face.points_in_image.empty(); });
    tried.left_out = reading.left_out;
    tried.files = reading.files;
    for (Sample& face : faces) {
        cancel.throw_if_cancelled();
        if (face.image_size.empty())
            face.image_size = files.sizes->size(face.image);
    }
    tried.faces = static_cast<int>(faces.size());
    if (tried.faces == 0)
        return tried;
    tried.plausibility = plausibility(faces);
    tried.score = tried.plausibility.score * tried.faces / (tried.faces + tried.left_out);
    for (size_t i = 0; i < faces.size() && tried.examples.size() < kExamples; ++i)
        if (faces[i].points_in_image.size() == tried.plausibility.points)
            tried.examples.push_back(faces[i]);
    return tried;
}

std::vector<RecipeSuggestion> known_recipes_for(const RecipeFiles& files,
                                                const CancelToken& cancel) {
    std::vector<RecipeSuggestion> found;
    std::vector<Recipe> recipes = remembered_recipes();
    recipes.insert(recipes.end(), shipped_recipes().begin(), shipped_recipes().end());
    std::set<std::string> names;
    for (const Recipe& recipe : recipes) {
        cancel.throw_if_cancelled();
        if (!names.insert(recipe.name).second || !has_signs(recipe, files))
            continue;
        RecipeSuggestion tried = tried_recipe(recipe, files, cancel);
        tried.known = true;
        const int points = recipe.recognise.points;
        if (tried.faces > 0 && (points == 0 || points == tried.plausibility.points))
            found.push_back(std::move(tried));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        if (a.is_clear() != b.is_clear())
            return a.is_clear();
        return a.score > b.score + 0.05;
    });
    return found;
}

std::vector<RecipeSuggestion> suggest_recipes(const RecipeFiles& files, const CancelToken& cancel,
                                              const ProgressCallback& progress) {
    std::vector<RecipeSuggestion> known = known_recipes_for(files, cancel);
    const std::vector<RecipeCandidate> candidates = recipe_candidates(files, cancel);
    std::vector<RecipeSuggestion> general(candidates.size());
    parallel_for(
        static_cast<int>(candidates.size()),
        [&](int i) {
            const RecipeCandidate& candidate = candidates[static_cast<size_t>(i)];
            RecipeSuggestion& tried = general[static_cast<size_t>(i)];
            RecipeSuggestion result = tried_recipe(candidate.recipe, files, cancel);
            if (result.faces == 0)
                return;
            tried = std::move(result);
            tried.score = std::min(1.0, tried.score * candidate.prior);
            // Kept, it opens data like these by itself.
            tried.recipe.recognise.files = tried.recipe.files;
            tried.recipe.recognise.points = tried.plausibility.points;
        },
        cancel, progress);
    std::erase_if(general,
                  [](const auto& tried) { return tried.faces == 0 || tried.score < 0.02; });
    std::stable_sort(general.begin(), general.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    std::vector<RecipeSuggestion> all;
    std::set<std::string> seen;
    for (auto* part : {&known, &general})
        for (RecipeSuggestion& tried : *part)
            if (all.size() < kMostSuggestions && seen.insert(reading_key(tried)).second)
                all.push_back(std::move(tried));
    // A known recipe that hardly fits is no better than another.
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.is_clear() != b.is_clear() ? a.is_clear() : a.score > b.score;
    });
    return all;
}

}  // namespace rudolph

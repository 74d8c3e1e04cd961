#include "ui/data/recipe_trial.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/image/decode.h"
#include "ui/base/image_convert.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

constexpr int kFacesToFindTrouble = 24;
constexpr size_t kMostPictures = 24;

LandmarkScheme schemeToDraw(const RecipeSuggestion& tried) {
    const int points = tried.plausibility.points;
    for (const std::string& name : {tried.recipe.scheme, tried.plausibility.scheme})
        for (const LandmarkScheme& scheme : builtin_schemes())
            if (scheme.name == name && scheme.size() == points)
                return scheme;
    return numbered_points(points);
}

/// What tried_recipe() does not tell: why faces could not be read.
ErrorText troubleOf(const Recipe& recipe, const RecipeFiles& files, const CancelToken& cancel) {
    try {
        RecipeReadOptions options;
        options.most_faces = kFacesToFindTrouble;
        const RecipeReading reading = read_by_recipe(recipe, files, options, cancel);
        for (const Problem& problem : reading.result.problems) {
            QString what = QString::fromStdString(problem.message);
            if (!problem.file.empty())
                what = toQString(problem.file.filename()) +
                       (problem.line > 0 ? QStringLiteral(":%1: ").arg(problem.line)
                                         : QStringLiteral(": ")) +
                       what;
            return {what, {}};
        }
    } catch (const Error&) {
        return errorText(std::current_exception());
    }
    return {};
}

QImage pictureOf(const Sample& face, TrialPictures& pictures) {
    const std::string file = face.image.string();
    if (const auto known = pictures.find(file); known != pictures.end())
        return known->second;
    QImage image;
    try {
        image = toQImage(decode_image(face.image));
    } catch (const Error&) {  // the view says so
    }
    if (pictures.size() >= kMostPictures)
        pictures.clear();
    return pictures[file] = image;
}

}  // namespace

RecipeTrial tryRecipe(const Recipe& recipe, const RecipeFiles& files, TrialPictures& pictures,
                      const CancelToken& cancel) {
    RecipeTrial trial;
    trial.tried.recipe = recipe;
    try {
        recipe_from_json(to_json(recipe));  // its parts fit together
    } catch (const Error&) {
        trial.trouble = errorText(std::current_exception());
        return trial;
    }
    trial.tried = tried_recipe(recipe, files, cancel);
    if (trial.tried.faces == 0 || trial.tried.left_out > 0)
        trial.trouble = troubleOf(recipe, files, cancel);
    trial.scheme = schemeToDraw(trial.tried);
    for (const Sample& face : trial.tried.examples) {
        cancel.throw_if_cancelled();
        trial.pictures.push_back(pictureOf(face, pictures));
    }
    return trial;
}

}  // namespace rudolph

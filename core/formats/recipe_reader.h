#pragma once

#include <filesystem>
#include <memory>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/named_pictures.h"
#include "core/formats/picture_sizes.h"
#include "core/formats/reader.h"
#include "core/formats/recipe.h"
#include "core/formats/recipe_survey.h"

namespace rudolph {

/// The files that recipes are tried on, looked at once. May be shared by threads.
struct RecipeFiles {
    Survey survey;
    NamedPictures pictures;
    std::shared_ptr<PictureSizes> sizes;

    /// Where a table has no pictures below its folder, they are looked for below the folders that
    /// it lies in, three up at most. `more`: another folder with pictures, or empty.
    explicit RecipeFiles(Survey found, const std::filesystem::path& more = {},
                         const CancelToken& cancel = {});
};

struct RecipeReading {
    ReaderResult result;
    std::vector<std::string> point_names;  ///< where the files tell them
    int files = 0;                         ///< of points, that the recipe's patterns fit
    int left_out = 0;                      ///< faces that are there but could not be read
    int passed_by = 0;                     ///< faces that the recipe says to ignore
};

struct RecipeReadOptions {
    /// Stop after about so many faces, spread over the files, or a table's first; 0: all.
    int most_faces = 0;
    /// Where pictures are written whose pixels stand in a table; empty: recipe_pictures_folder().
    std::filesystem::path pictures_folder;
};

/// The faces that a recipe makes of the files. Files, rows and pictures that it cannot read become
/// problems. Throws Error when no file fits the recipe, or the table has not its columns.
RecipeReading read_by_recipe(const Recipe& recipe, const RecipeFiles& files,
                             const RecipeReadOptions& options = {}, const CancelToken& cancel = {},
                             const ProgressCallback& progress = {});

/// Where pictures are kept whose pixels stand in a table or in a video: rudolph/pictures in the
/// user's cache folder ($XDG_CACHE_HOME, else ~/.cache).
std::filesystem::path recipe_pictures_folder();

}  // namespace rudolph

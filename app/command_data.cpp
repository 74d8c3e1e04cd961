#include "app/command_data.h"

#include <CLI/CLI.hpp>

#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/base/json.h"
#include "core/dataset/left_out.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/formats/outside.h"
#include "core/formats/recipe_store.h"

namespace rudolph {

Dataset open_data(const std::string& path, const OpenOptions& options) {
    Dataset dataset;
    {
        ProgressReport progress("reading " + path);
        OpenOptions with_videos = options;
        with_videos.open_video = open_video_by_engine;
        const EndAtOnce end;
        dataset = open_dataset(path, with_videos, interrupt_token(), progress.callback());
    }
    if (const std::string text = left_out_text(dataset); !text.empty())
        print_to_person(text);
    return dataset;
}

void add_open_options(CLI::App& command, OpenOptions& options) {
    command
        .add_option("--pts-first-pixel", options.pts_first_pixel,
                    "What .pts files that are read call the top-left pixel: 1, as iBUG writes "
                    "them and where nothing is said, or 0")
        ->check(CLI::IsMember({0, 1}));
    command.add_option("--images", options.pictures,
                       "The folder of the pictures, where they are not where the list says");
    command.add_option_function<std::string>(
        "--scheme", [&options](const std::string& name) { options.scheme = scheme_named(name); },
        "What the points mean: a scheme that comes with the program, or a .json file; else it is "
        "chosen by their number and by what the faces look like");
    command.add_option_function<std::string>(
        "--recipe", [&options](const std::string& name) { options.recipe = recipe_named(name); },
        "How a layout is read that no reader knows: a recipe's file or name (rudolph recipe list)");
    command.add_flag("--pictures-only", options.pictures_only,
                     "Open a folder of pictures as such, though files beside them may hold points");
    command
        .add_option("--every", options.every,
                    "Of videos with files of points: take every Nth annotated frame; else all, or "
                    "of more than 3000 as many as make 3000")
        ->check(CLI::Range(1, 1000000));
    command
        .add_option("--keypoints", options.body_part,
                    "Which points of a whole-body COCO file; else the faces, where there are any")
        ->check(CLI::IsMember(
            {"keypoints", "face_kpts", "lefthand_kpts", "righthand_kpts", "foot_kpts"}));
}

void add_follow_outside(CLI::App& command, bool& follow) {
    command.add_flag("--follow-outside", follow,
                     "Draw faces, too, whose pictures do not lie in the data set's folder or in "
                     "that of --images");
}

std::vector<std::filesystem::path> not_drawn_unasked(const Dataset& dataset, bool follow) {
    if (follow)
        return {};
    std::vector<std::filesystem::path> outside = pictures_outside(dataset);
    print_not_drawn(outside);
    return outside;
}

void print_not_drawn(const std::vector<std::filesystem::path>& outside) {
    if (!outside.empty())
        print_to_person("not drawn: " + outside_text(outside) +
                        "; faces on such pictures are drawn with --follow-outside only");
}

LandmarkScheme scheme_named(const std::string& name) {
    if (!name.ends_with(".json"))
        return builtin_scheme(name);
    return scheme_from_json(read_json(name), name);
}

Json problem_json(const Problem& problem) {
    return {{"file", problem.file.string()},
            {"line", problem.line > 0 ? Json(problem.line) : Json(nullptr)},
            {"message", problem.message},
            {"sample", problem.sample_id.empty() ? Json(nullptr) : Json(problem.sample_id)},
            {"others", problem.others}};
}

Json problems_json(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const Problem& problem : problems)
        list.push_back(problem_json(problem));
    return list;
}

std::string problem_text(const Problem& problem) {
    std::string place = problem.file.string();
    if (problem.line > 0)
        place += ":" + std::to_string(problem.line);
    return place.empty() ? problem.message : place + ": " + problem.message;
}

}  // namespace rudolph

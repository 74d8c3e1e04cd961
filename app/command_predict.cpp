#include "app/command_predict.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

#include "app/command_add.h"
#include "app/command_model.h"
#include "app/command_predict_job.h"
#include "core/base/text.h"
#include "core/formats/format.h"

namespace rudolph {
namespace {

Box parse_box(const std::string& text) {
    const auto parts = split(text, ',');
    std::vector<double> values;
    for (const auto part : parts)
        if (const auto value = parse_number(trimmed(part)); value && std::isfinite(*value))
            values.push_back(*value);
    if (parts.size() != 4 || values.size() != 4 || values[2] < 1 || values[3] < 1)
        throw UsageError("--box: '" + text + "' is not x,y,width,height in pixels");
    return {values[0], values[1], values[2], values[3]};
}

/// The annotator's formats, but its table of points gives way to the one for everything.
std::vector<std::string> output_keys() {
    std::vector<std::string> keys = {"csv", "jsonl"};
    for (const FormatInfo& info : writable_formats())
        if (info.format != DatasetFormat::Csv)
            keys.push_back(info.key);
    return keys;
}

void complete(PredictOptions& options, const std::string& box_text) {
    if (!box_text.empty())
        options.box = parse_box(box_text);
    if (options.box && !options.detector.empty() && options.detector != "none")
        throw UsageError("--box says where the face is, so that --detector has nothing to do");
    if (options.numbers)
        options.draw = true;
    if (options.out.empty() && (options.draw || !options.formats.empty() || !options.json))
        throw UsageError("--out is missing: the folder to write to (only --json can do without)");
    if (!options.out.empty() && options.formats.empty())
        options.formats = {"csv"};
}

void add_output_options(CLI::App* command, PredictOptions& options) {
    command->add_option("--out", options.out, "The folder to write to; only --json needs none");
    command
        ->add_option("--format", options.formats,
                     "csv: one table for everything (the default); jsonl: the same as JSON lines; "
                     "or what annotators read; several with commas")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(output_keys()));
    command->add_flag("--draw", options.draw, "Draw the points: NAME-points.jpg, or a video");
    command->add_flag("--numbers", options.numbers, "As --draw, with the points' numbers");
    command->add_option("--video", options.video, "The kind of the videos that --draw writes")
        ->check(CLI::IsMember({"mp4", "mkv", "avi"}))
        ->capture_default_str();
    command->add_flag("--json,--jsonl", options.json,
                      "Print one JSON object a line for each photo or frame");
    command->add_flag("--overwrite", options.overwrite, "Write over annotations that are there");
}

}  // namespace

void add_predict_command(CLI::App& app, Action& action) {
    auto options = std::make_shared<PredictOptions>();
    auto box_text = std::make_shared<std::string>();
    CLI::App* command =
        add_command(app, action, "predict",
                    "Find the faces on photographs and in videos, and their points", [=] {
                        complete(*options, *box_text);
                        return predict(*options);
                    });
    command
        ->add_option("PHOTO", options->photos, "Photographs, videos, and folders with these below")
        ->required()
        ->expected(1, -1);
    command
        ->add_option("--model", options->model,
                     "A run folder or a .safetensors file; face68 comes with the program")
        ->capture_default_str();
    command
        ->add_option("--detector", options->detector,
                     "What finds faces: yunet, where its file is there, else hog; none: the whole "
                     "photo is the face")
        ->check(CLI::IsMember({"hog", "yunet", "none"}));
    command->add_option("--box", *box_text,
                        "x,y,width,height of the face in pixels, in each photo, instead");
    command->add_flag("--quick", options->quick,
                      "Look once for faces, not also at other scales, brighter and turned");
    add_output_options(command, *options);
    add_device_option(*command, options->device);
    command->footer(
        "\nPoints are in pixels of the upright photo; the centre of its top-left pixel is 0,0.\n"
        "Nothing leaves this computer, and no output holds what the camera wrote into a photo's\n"
        "file, such as where it was taken.\n\n"
        "Exit status: 0 every file has a face and none is doubtful; 1 something failed (broken\n"
        "files are named and skipped); 3 all files were read, but in some no face was found or "
        "one\n"
        "is doubtful. For a video: no frame has a face, or all are doubtful.\n\n"
        "Examples:\n"
        "  rudolph predict holiday --out found --draw\n"
        "  rudolph predict a.jpg b.heic --model runs/face68-20250131-101500 --json\n"
        "  rudolph predict clip.mp4 --out found --draw --format csv,jsonl\n"
        "  rudolph predict portraits --out found --format pts");
}

}  // namespace rudolph

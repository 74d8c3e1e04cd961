#include "app/command_convert.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/command_add.h"
#include "app/command_convert_job.h"
#include "app/command_convert_options.h"
#include "app/command_data.h"
#include "core/dataset/mend.h"

namespace rudolph {
namespace {

int convert(const ConvertOptions& options) {
    return ConvertJob(options).run();
}

/// "asf, pts, dlib, …"
std::vector<std::string> format_keys() {
    std::vector<std::string> keys;
    for (const FormatInfo& info : writable_formats())
        keys.push_back(info.key);
    return keys;
}

std::vector<std::string> mend_names() {
    std::vector<std::string> names;
    for (const MendKind kind : kMendKinds)
        names.push_back(to_string(kind));
    return names;
}

void add_conversion_options(CLI::App* command, ConvertOptions& options) {
    command->add_option("SRC", options.data, "The data set to read; its format is found")
        ->required();
    command
        ->add_option("DST", options.destination,
                     "A folder, or the list's file to write; - prints a list without pictures")
        ->required();
    command->add_option("--to", options.format, "The format to write")
        ->check(CLI::IsMember(format_keys()))
        ->required();
    command
        ->add_option("--pictures", options.pictures,
                     "copy: beside the points; link: the same, as symbolic links; refer: they "
                     "stay where they are, as always for -")
        ->check(CLI::IsMember({"copy", "link", "refer"}))
        ->default_str("copy");
    command->add_flag("--keep-unannotated", options.written.keep_unannotated,
                      "Write pictures on which nothing is annotated to coco, yolo and dlib, too, "
                      "where they count as pictures without a face; else they are left out");
    command->add_flag("--overwrite", options.overwrite,
                      "Write over annotations that are there; never over other pictures");
    command->add_flag("--keep-private-data", options.keep_private_data,
                      "Copy pictures as they are; else the copies do not tell where, when and with "
                      "which camera they were taken, and hold no remarks and previews");
    command->add_flag("--follow-outside", options.follow_outside,
                      "Copy pictures, too, that do not lie in the data set's folder or in that of "
                      "--images");
    command
        ->add_option("--mend", options.mends,
                     "Put right what inspect finds to mend: frame, points of the picture before "
                     "EXIF turned it or of one of another size; order, points of a part of the "
                     "face in another order; side, left and right exchanged; jaw, points of a "
                     "turned head's far jaw that lie across the face and lose their label; or "
                     "several with commas")
        ->delimiter(',')
        ->check(CLI::IsMember(mend_names()));
    command->add_flag("--dry-run", options.dry_run, "Say what would be lost, and write nothing");
    command->add_flag("--json", options.json, "Print JSON, with the faces of each loss");
}

}  // namespace

void add_convert_command(CLI::App& app, Action& action) {
    const auto [command, options] = add_command(
        app, action, "convert",
        "Write a data set in another format, and say first what that format cannot hold", convert);
    add_conversion_options(command, *options);
    command->add_option("--map", options->map,
                        "Write the points of this scheme instead: those that the faces lack are "
                        "not labelled");
    command
        ->add_option(
            "--with", options->with,
            "A further data set whose faces are written as well, in the points of --map or "
            "of SRC; may be given several times")
        ->allow_extra_args(false);
    add_open_options(*command, options->open);
    command
        ->add_option("--write-pts-first-pixel", options->written.pts_first_pixel,
                     "The same in the .pts files that are written")
        ->check(CLI::IsMember({0, 1}))
        ->capture_default_str();
    command
        ->add_option("--csv-columns", options->csv_columns,
                     "part: part_0_x, part_0_y, …; xy: x_0, …, y_0, … as OpenFace has them")
        ->check(CLI::IsMember({"part", "xy"}))
        ->capture_default_str();
    command->footer(
        "\nExamples:\n  rudolph convert faces faces-coco --to coco"
        "\n  rudolph convert faces labels.xml --to dlib --pictures refer --dry-run"
        "\n  rudolph convert faces - --to csv | head"
        "\n  rudolph convert wflw.json faces-68 --to pts --map ibug-68"
        "\n  rudolph convert faces better --to asf --mend order,frame");
}

}  // namespace rudolph

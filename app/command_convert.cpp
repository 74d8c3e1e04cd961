#include "app/command_convert.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/check_images.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/mend.h"
#include "core/dataset/problems.h"
#include "core/formats/join_datasets.h"
#include "core/formats/losses.h"
#include "core/formats/map_dataset.h"
#include "core/formats/outside.h"
#include "core/formats/write_dataset.h"

namespace rudolph {
namespace {

constexpr size_t kIdsInJson = 1000;

struct ConvertOptions {
    std::string data;
    std::string destination;
    std::string format;
    std::string map;
    std::vector<std::string> with;
    std::string csv_columns = "part";
    std::string pictures = "copy";
    std::vector<std::string> mends;
    OpenOptions open;
    FormatOptions written;
    bool overwrite = false;
    bool keep_private_data = false;
    bool follow_outside = false;
    bool dry_run = false;
    bool json = false;
};

WriteRequest request_of(const ConvertOptions& options) {
    WriteRequest request;
    request.format = format_named(options.format).format;
    request.destination = options.destination;
    request.options = options.written;
    request.options.csv_columns = options.csv_columns == "xy" ? CsvColumns::Xy : CsvColumns::Part;
    request.pictures = options.pictures == "copy"   ? PictureHandling::Copy
                       : options.pictures == "link" ? PictureHandling::Link
                                                    : PictureHandling::Refer;
    request.overwrite = options.overwrite;
    request.keep_private_data = options.keep_private_data;
    request.follow_outside = options.follow_outside;
    return request;
}

Json losses_json(const std::vector<Loss>& losses) {
    Json list = Json::array();
    for (const Loss& loss : losses) {
        Json samples = Json::array();
        for (size_t i = 0; i < std::min(loss.sample_ids.size(), kIdsInJson); ++i)
            samples.push_back(loss.sample_ids[i]);
        list.push_back({{"message", loss.message},
                        {"faces", loss.sample_ids.size()},
                        {"samples", std::move(samples)},
                        {"pixels", loss.pixels}});
    }
    return list;
}

void print_losses(const Dataset& dataset, const std::vector<Loss>& losses) {
    print(row_text("data", fmt::format("{} ({}), {}", dataset.name, to_string(dataset.format),
                                       count_text(dataset.samples.size(), "face"))));
    if (!dataset.problems.empty())
        print(row_text("problems", fmt::format("{}; rudolph inspect lists them",
                                               count_text(count_of(dataset.problems), "problem"))));
    if (losses.empty())
        print(row_text("lost", "nothing"));
    for (size_t i = 0; i < losses.size(); ++i)
        print(row_text(i == 0 ? "lost" : "", losses[i].message));
}

void print_map(const MappedDataset& map, const LandmarkScheme& from) {
    const auto points = static_cast<size_t>(map.dataset.scheme.size());
    print(row_text(
        "points", fmt::format("{} of {} points of {}, from {}", points - map.missing.size(), points,
                              map.dataset.scheme.name, from.name)));
    for (const std::string& remark : map.remarks())
        print(row_text("", remark));
}

/// The points are 0-based numbers in their schemes.
Json map_json(const MappedDataset& map, const LandmarkScheme& from) {
    return {{"from", from.name},
            {"to", map.dataset.scheme.name},
            {"missing", map.missing},
            {"unused", map.unused},
            {"faces_without_points", map.faces_without_points}};
}

/// In the points of --map, or of the first set.
JoinedDatasets joined_data(Dataset first, const ConvertOptions& options,
                           std::vector<std::filesystem::path>& folders) {
    const LandmarkScheme target = options.map.empty() ? first.scheme : scheme_named(options.map);
    std::vector<Dataset> sets;
    sets.push_back(std::move(first));
    for (const std::string& data : options.with)
        sets.push_back(open_data(data, options.open));
    for (const Dataset& set : sets)
        for (std::filesystem::path& folder : folders_of(set))
            folders.push_back(std::move(folder));
    return join_datasets(std::move(sets), target);
}

/// The pictures' own sizes count, whatever a list says of them. Returns what was said about that.
CheckedPictures use_true_sizes(Dataset& dataset, std::vector<std::string>& remarks) {
    ProgressReport progress("measuring pictures");
    CheckedPictures pictures =
        measure_pictures(pictures_of(dataset), interrupt_token(), progress.callback());
    const size_t known = dataset.problems.size();
    apply_check(dataset, pictures);
    for (size_t i = known; i < dataset.problems.size(); ++i)
        remarks.push_back(problem_text(dataset.problems[i]));
    dataset.problems.resize(known);
    return pictures;
}

/// Puts right what is asked for; returns how many faces that were.
int mend_faces(Dataset& dataset, const CheckedPictures& pictures,
               const std::vector<std::string>& wished) {
    std::vector<MendKind> kinds;
    for (const MendKind kind : {MendKind::Frame, MendKind::Order})
        if (std::find(wished.begin(), wished.end(), to_string(kind)) != wished.end())
            kinds.push_back(kind);
    ProgressReport progress("looking for what can be mended");
    const std::vector<Problem> findings =
        inspect_faces(dataset, pictures, interrupt_token(), progress.callback());
    return apply_mends(dataset, findings, kinds);
}

void print_copied(const CopiedPictures& copied) {
    if (copied.cleaned > 0)
        print(row_text("cleaned",
                       count_text(copied.cleaned, "picture") +
                           " told where or with what they were taken, or held previews or remarks; "
                           "the copies do not (--keep-private-data)"));
    if (!copied.not_cleaned.empty())
        print(row_text("not cleaned",
                       fmt::format("{} (TIFF, HEIC, AVIF, GIF) may tell where they were taken: {}",
                                   count_text(std::ssize(copied.not_cleaned), "picture"),
                                   path_text(copied.not_cleaned.front()))));
}

int convert(const ConvertOptions& options) {
    refuse_standard_output(options.destination);
    WriteRequest request = request_of(options);
    CopiedPictures copied;
    request.copied = &copied;
    Dataset dataset = open_data(options.data, options.open);
    std::vector<std::string> remarks;
    const CheckedPictures pictures = use_true_sizes(dataset, remarks);
    const int mended = options.mends.empty() ? 0 : mend_faces(dataset, pictures, options.mends);
    const LandmarkScheme read_scheme = dataset.scheme;
    const bool is_mapped = !options.map.empty() && options.with.empty();
    MappedDataset map;
    if (!options.with.empty()) {
        JoinedDatasets joined = joined_data(std::move(dataset), options, request.folders);
        dataset = std::move(joined.dataset);
        if (!options.json)
            for (const std::string& remark : joined.remarks)
                print(row_text("joined", remark));
    } else if (!options.map.empty()) {
        map = map_dataset(std::move(dataset), scheme_named(options.map));
        dataset = std::move(map.dataset);
        map.dataset.scheme = dataset.scheme;
    }
    const std::vector<std::filesystem::path> no_pictures =
        request.pictures == PictureHandling::Copy ? leave_out_no_pictures(dataset)
                                                  : std::vector<std::filesystem::path>();
    const std::vector<Loss> lost =
        losses(dataset, request.format, request.options, interrupt_token());
    if (!options.json) {
        if (is_mapped)
            print_map(map, read_scheme);
        print_losses(dataset, lost);
        for (const std::string& remark : remarks)
            print(row_text("sizes", remark));
        if (!no_pictures.empty())
            print(row_text(
                "left out",
                fmt::format("{}, the first is {}",
                            no_pictures.size() == 1
                                ? "a file that is no picture"
                                : fmt::format("{} files that are no pictures", no_pictures.size()),
                            path_text(no_pictures.front()))));
        if (!options.mends.empty())
            print(row_text("mended", count_text(static_cast<size_t>(mended), "face")));
    }
    Json result = {{"source", dataset.source.string()},
                   {"source_format", to_string(dataset.format)},
                   {"samples", dataset.samples.size()},
                   {"problems", count_of(dataset.problems)},
                   {"format", to_string(request.format)},
                   {"losses", losses_json(lost)},
                   {"scheme", dataset.scheme.name},
                   {"map", is_mapped ? map_json(map, read_scheme) : Json(nullptr)},
                   {"sizes", remarks},
                   {"mended", mended},
                   {"no_pictures", no_pictures.size()},
                   {"outside", pictures_outside(dataset, request.folders).size()},
                   {"written", nullptr}};
    if (!options.dry_run) {
        ProgressReport progress("writing " + options.destination);
        const std::filesystem::path written =
            write_dataset(dataset, request, interrupt_token(), progress.callback());
        progress.clear();
        result["written"] = written.string();
        result["cleaned_pictures"] = copied.cleaned;
        result["not_cleaned_pictures"] = copied.not_cleaned.size();
        if (!options.json)
            print_copied(copied);
        if (!options.json) {
            print(row_text("written",
                           fmt::format("{} ({})", path_text(written), to_string(request.format))));
            print(fmt::format("next: rudolph inspect {}\n", shell_quoted(path_text(written))));
        }
    }
    if (options.json)
        print(json_text(result));
    return kSuccess;
}

/// "asf, pts, dlib, …"
std::vector<std::string> format_keys() {
    std::vector<std::string> keys;
    for (const FormatInfo& info : writable_formats())
        keys.push_back(info.key);
    return keys;
}

void add_conversion_options(CLI::App* command, ConvertOptions& options) {
    command->add_option("SRC", options.data, "The data set to read; its format is found")
        ->required();
    command->add_option("DST", options.destination, "A folder, or the list's file to write")
        ->required();
    command->add_option("--to", options.format, "The format to write")
        ->check(CLI::IsMember(format_keys()))
        ->required();
    command
        ->add_option("--pictures", options.pictures,
                     "copy: beside the points; link: the same, as symbolic links; refer: they "
                     "stay where they are")
        ->check(CLI::IsMember({"copy", "link", "refer"}))
        ->capture_default_str();
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
                     "face in another order; or both with a comma")
        ->delimiter(',')
        ->check(CLI::IsMember({"frame", "order"}));
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
        "\n  rudolph convert wflw.json faces-68 --to pts --map ibug-68"
        "\n  rudolph convert faces better --to asf --mend order,frame");
}

}  // namespace rudolph

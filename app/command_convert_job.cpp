#include "app/command_convert_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/command.h"
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
#include "core/formats/outside.h"

namespace rudolph {
namespace {

constexpr size_t kIdsInJson = 1000;

/// What goes to standard output is one list, without pictures.
void require_fit_for_destination(const ConvertOptions& options) {
    if (options.destination != "-")
        return;
    if (!is_whole_in_one_file(format_named(options.format).format)) {
        std::vector<std::string> keys;
        for (const FormatInfo& info : writable_formats())
            if (is_whole_in_one_file(info.format))
                keys.push_back(info.key);
        throw UsageError(fmt::format(
            "several files are written in the format {}, which standard output cannot hold: name a "
            "folder, or choose {}",
            options.format, fmt::join(keys, ", ")));
    }
    if (options.pictures && *options.pictures != "refer")
        throw UsageError(
            "standard output cannot hold pictures: name a folder or a file, or leave "
            "out --pictures");
}

WriteRequest request_of(const ConvertOptions& options) {
    WriteRequest request;
    request.format = format_named(options.format).format;
    request.destination = options.destination;
    request.options = options.written;
    request.options.csv_columns = options.csv_columns == "xy" ? CsvColumns::Xy : CsvColumns::Part;
    const std::string pictures =
        options.pictures.value_or(options.destination == "-" ? "refer" : "copy");
    request.pictures = pictures == "copy"   ? PictureHandling::Copy
                       : pictures == "link" ? PictureHandling::Link
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
    for (const MendKind kind : kMendKinds)
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

}  // namespace

ConvertJob::ConvertJob(const ConvertOptions& options)
    : options_(options), request_(request_of(options)) {
    claim_standard_output({options.json ? "-" : "", options.destination});
    require_fit_for_destination(options);
    request_.copied = &copied_;
}

int ConvertJob::run() {
    read();
    change_points();
    if (request_.pictures == PictureHandling::Copy)
        no_pictures_ = leave_out_no_pictures(dataset_);
    lost_ = losses(dataset_, request_.format, request_.options, interrupt_token());
    if (!options_.json)
        tell();
    Json result = result_json();
    if (!options_.dry_run && options_.destination == "-")
        print_list();
    else if (!options_.dry_run)
        write(result);
    if (options_.json)
        write_standard_output(json_text(result));
    return kSuccess;
}

void ConvertJob::read() {
    dataset_ = open_data(options_.data, options_.open);
    const CheckedPictures pictures = use_true_sizes(dataset_, size_remarks_);
    if (!options_.mends.empty())
        mended_ = mend_faces(dataset_, pictures, options_.mends);
    read_scheme_ = dataset_.scheme;
}

void ConvertJob::change_points() {
    if (!options_.with.empty())
        join();
    else if (!options_.map.empty()) {
        map_ = map_dataset(std::move(dataset_), scheme_named(options_.map));
        dataset_ = std::move(map_->dataset);
        map_->dataset.scheme = dataset_.scheme;
    }
}

void ConvertJob::join() {
    const LandmarkScheme target =
        options_.map.empty() ? dataset_.scheme : scheme_named(options_.map);
    std::vector<Dataset> sets;
    sets.push_back(std::move(dataset_));
    for (const std::string& data : options_.with)
        sets.push_back(open_data(data, options_.open));
    for (const Dataset& set : sets)
        for (std::filesystem::path& folder : folders_of(set))
            request_.folders.push_back(std::move(folder));
    JoinedDatasets joined = join_datasets(std::move(sets), target);
    dataset_ = std::move(joined.dataset);
    if (!options_.json)
        for (const std::string& remark : joined.remarks)
            print(row_text("joined", remark));
}

void ConvertJob::tell() const {
    if (map_)
        print_map(*map_, read_scheme_);
    print_losses(dataset_, lost_);
    for (const std::string& remark : size_remarks_)
        print(row_text("sizes", remark));
    if (!no_pictures_.empty())
        print(row_text("left out", fmt::format("{}, the first is {}",
                                               no_pictures_.size() == 1
                                                   ? "a file that is no picture"
                                                   : fmt::format("{} files that are no pictures",
                                                                 no_pictures_.size()),
                                               path_text(no_pictures_.front()))));
    if (!options_.mends.empty())
        print(row_text("mended", count_text(static_cast<size_t>(mended_), "face")));
}

Json ConvertJob::result_json() const {
    return {{"source", dataset_.source.string()},
            {"source_format", to_string(dataset_.format)},
            {"samples", dataset_.samples.size()},
            {"problems", count_of(dataset_.problems)},
            {"format", to_string(request_.format)},
            {"losses", losses_json(lost_)},
            {"scheme", dataset_.scheme.name},
            {"map", map_ ? map_json(*map_, read_scheme_) : Json(nullptr)},
            {"sizes", size_remarks_},
            {"mended", mended_},
            {"no_pictures", no_pictures_.size()},
            {"outside", pictures_outside(dataset_, request_.folders).size()},
            {"written", nullptr}};
}

void ConvertJob::print_list() const {
    ProgressReport progress("making the list");
    // Names are relative to where the program runs, whose output mostly goes to a file there.
    const std::string text = text_of_list(dataset_, request_.format, request_.options,
                                          format_info(request_.format).list_name, interrupt_token(),
                                          progress.callback());
    progress.clear();
    write_standard_output(text);
}

void ConvertJob::write(Json& result) {
    ProgressReport progress("writing " + options_.destination);
    const std::filesystem::path written =
        write_dataset(dataset_, request_, interrupt_token(), progress.callback());
    progress.clear();
    result["written"] = written.string();
    result["cleaned_pictures"] = copied_.cleaned;
    result["not_cleaned_pictures"] = copied_.not_cleaned.size();
    if (options_.json)
        return;
    print_copied(copied_);
    print(row_text("written",
                   fmt::format("{} ({})", path_text(written), to_string(request_.format))));
    print(fmt::format("next: rudolph inspect {}\n", shell_quoted(path_text(written))));
}

}  // namespace rudolph

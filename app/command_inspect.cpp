#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <map>
#include <set>

#include "app/command.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_sheet.h"
#include "core/base/error.h"
#include "core/dataset/check_images.h"
#include "core/dataset/split.h"

namespace rudolph {
namespace {

constexpr size_t kProblemsShown = 20;
constexpr size_t kSizesShown = 5;

struct InspectOptions {
    std::string data;
    bool json = false;
    std::string sheet;
    int faces = 12;
};

/// What there is to say about a data set.
struct Inspection {
    int labelled = 0;
    int boxes = 0;
    std::set<std::string> persons;
    std::map<int, int> views;                  ///< view: how many
    std::map<std::pair<int, int>, int> sizes;  ///< width and height: how many
    std::optional<Split> split;
    std::string no_split;  ///< why there is none
};

Inspection look_at(const Dataset& dataset) {
    Inspection found;
    found.labelled = static_cast<int>(dataset.labelled().size());
    for (const Sample& sample : dataset.samples) {
        found.boxes += sample.box ? 1 : 0;
        found.persons.insert(sample.person);
        if (sample.view)
            ++found.views[*sample.view];
        ++found.sizes[{sample.image_size.width, sample.image_size.height}];
    }
    try {
        found.split = make_split(dataset, {});
    } catch (const Error& error) {
        found.no_split = error.what();
    }
    return found;
}

/// The most frequent sizes first.
std::vector<std::pair<int, cv::Size>> sizes_by_count(const Inspection& found) {
    std::vector<std::pair<int, cv::Size>> sizes;
    for (const auto& [size, count] : found.sizes)
        sizes.push_back({count, {size.first, size.second}});
    std::stable_sort(sizes.begin(), sizes.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return sizes;
}

Json inspection_json(const Dataset& dataset, const Inspection& found) {
    Json views = Json::object();
    for (const auto& [view, count] : found.views)
        views[std::to_string(view)] = count;
    Json sizes = Json::array();
    for (const auto& [count, size] : sizes_by_count(found))
        sizes.push_back({{"width", size.width}, {"height", size.height}, {"count", count}});
    Json problems = Json::array();
    for (const Problem& problem : dataset.problems)
        problems.push_back(problem_json(problem));
    Json split = nullptr;
    if (found.split)
        split = {{"train", found.split->train.size()},
                 {"validation", found.split->validation.size()}};
    return {{"name", dataset.name},
            {"source", dataset.source.string()},
            {"format", to_string(dataset.format)},
            {"scheme", dataset.scheme.name},
            {"points", dataset.scheme.size()},
            {"normaliser", dataset.scheme.normaliser_name()},
            {"samples", dataset.samples.size()},
            {"labelled", found.labelled},
            {"unlabelled", static_cast<int>(dataset.samples.size()) - found.labelled},
            {"boxes", found.boxes},
            {"persons", found.persons.size()},
            {"views", views},
            {"image_sizes", sizes},
            {"split", split},
            {"no_split", found.split ? Json(nullptr) : Json(found.no_split)},
            {"problems", problems}};
}

std::string sizes_text(const Inspection& found) {
    const auto sizes = sizes_by_count(found);
    std::vector<std::string> parts;
    for (size_t i = 0; i < std::min(sizes.size(), kSizesShown); ++i)
        parts.push_back(fmt::format("{}×{} ({})", sizes[i].second.width, sizes[i].second.height,
                                    sizes[i].first));
    if (sizes.size() > kSizesShown)
        parts.push_back(fmt::format("and {} more", sizes.size() - kSizesShown));
    return fmt::format("{}", fmt::join(parts, ", "));
}

void print_inspection(const Dataset& dataset, const Inspection& found) {
    const int all = static_cast<int>(dataset.samples.size());
    print(row_text("data", fmt::format("{} ({})", dataset.name, to_string(dataset.format))));
    print(row_text("scheme", fmt::format("{}, {}; NME divides by {}", dataset.scheme.name,
                                         count_text(dataset.scheme.size(), "point"),
                                         dataset.scheme.normaliser_name())));
    print(row_text("faces", fmt::format("{}: {} with points, {} without, {} with a box", all,
                                        found.labelled, all - found.labelled, found.boxes)));
    print(row_text(dataset.format == DatasetFormat::Imm ? "persons" : "groups",
                   std::to_string(found.persons.size())));
    if (!found.views.empty()) {
        std::vector<std::string> views;
        for (const auto& [view, count] : found.views)
            views.push_back(fmt::format("{} ({})", view, count));
        print(row_text("views", fmt::format("{}", fmt::join(views, ", "))));
    }
    print(row_text("pictures", sizes_text(found)));
    print(row_text("split", found.split
                                ? fmt::format("{} train, {} validation", found.split->train.size(),
                                              found.split->validation.size())
                                : "none: " + found.no_split));
    print(row_text("problems", dataset.problems.empty() ? std::string("none")
                                                        : std::to_string(dataset.problems.size())));
    for (size_t i = 0; i < std::min(dataset.problems.size(), kProblemsShown); ++i)
        print("  " + problem_text(dataset.problems[i]) + "\n");
    if (dataset.problems.size() > kProblemsShown)
        print(fmt::format("  and {} more (all of them with --json)\n",
                          dataset.problems.size() - kProblemsShown));
}

int inspect(const InspectOptions& options) {
    Dataset dataset = open_data(options.data);
    {
        ProgressReport progress("decoding pictures");
        check_images(dataset, interrupt_token(), progress.callback());
    }
    const Inspection found = look_at(dataset);
    if (options.json)
        print(json_text(inspection_json(dataset, found)));
    else
        print_inspection(dataset, found);
    if (!options.sheet.empty()) {
        write_truth_sheet(options.sheet, dataset, options.faces);
        if (!options.json)
            print(row_text("sheet", options.sheet));
    }
    return kSuccess;
}

}  // namespace

void add_inspect_command(CLI::App& app, Action& action) {
    auto options = std::make_shared<InspectOptions>();
    CLI::App* command = app.add_subcommand(
        "inspect", "Say what is in a data set and what is wrong with it; decodes every picture");
    command
        ->add_option("DATA", options->data,
                     "A folder of .asf or .pts files, or a dlib XML list; the format is found")
        ->required();
    command->add_flag("--json", options->json, "Print JSON, with all problems");
    command->add_option("--sheet", options->sheet,
                        "Write a picture of faces with their points (.png or .jpg)");
    command->add_option("--faces", options->faces, "How many faces on the sheet")
        ->check(CLI::Range(1, 400))
        ->capture_default_str();
    command->footer("\nExamples:\n  rudolph inspect faces\n  rudolph inspect labels.xml --json");
    command->callback([options, &action] { action = [options] { return inspect(*options); }; });
}

}  // namespace rudolph

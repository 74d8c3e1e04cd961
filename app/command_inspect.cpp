#include "app/command_inspect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <map>
#include <set>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "app/command_sheet.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/check_images.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/left_out.h"
#include "core/dataset/mend.h"
#include "core/dataset/problems.h"
#include "core/dataset/split.h"
#include "core/formats/outside.h"
#include "core/formats/project.h"

namespace rudolph {
namespace {

constexpr size_t kProblemsShown = 20;
constexpr size_t kSizesShown = 5;

struct InspectOptions {
    std::string data;
    OpenOptions open;
    bool json = false;
    std::string sheet;
    int faces = 12;
    bool follow_outside = false;
};

/// What there is to say about a data set.
struct Inspection {
    int labelled = 0;
    int proposals = 0;
    int boxes = 0;
    std::set<std::string> persons;
    std::map<FaceState, int> states;           ///< how many
    std::map<int, int> views;                  ///< view: how many
    std::map<std::pair<int, int>, int> sizes;  ///< width and height: how many
    std::optional<Split> split;
    std::string no_split;           ///< why there is none
    std::vector<Problem> findings;  ///< annotations that are probably wrong
};

Inspection look_at(const Dataset& dataset, const CheckedPictures& pictures) {
    Inspection found;
    found.labelled = static_cast<int>(dataset.labelled().size());
    for (const Sample& sample : dataset.samples) {
        found.proposals += sample.is_proposal() ? 1 : 0;
        found.boxes += sample.box ? 1 : 0;
        ++found.states[sample.state];
        found.persons.insert(sample.person);
        if (sample.view)
            ++found.views[*sample.view];
        ++found.sizes[{sample.image_size.width, sample.image_size.height}];
    }
    try {
        found.split = make_split(dataset, {}, twin_pictures(dataset, dataset.labelled(), pictures));
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

/// {"file", "line", "message", "sample", "point", "point_name", "mend", "points"}; points are
/// 0-based. "mend" is what `convert --mend` calls the remedy, "points" those of its first face
/// that it renumbers or takes the labels of.
Json finding_json(const Problem& finding, const LandmarkScheme& scheme) {
    Json json = problem_json(finding);
    json["mend"] = finding.mend ? Json(to_string(finding.mend->kind)) : Json(nullptr);
    json["point"] = finding.point ? Json(*finding.point) : Json(nullptr);
    json["point_name"] =
        finding.point ? Json(scheme.point_names.at(static_cast<size_t>(*finding.point))) : Json();
    json["points"] = points_to_mend(finding);
    return json;
}

/// What `rudolph convert` can put right.
void print_mends(const std::vector<Problem>& findings, const std::string& data) {
    size_t faces = 0;
    std::set<std::string> kinds;
    for (const Problem& finding : findings)
        if (finding.mend) {
            faces += finding.mend->faces.size();
            kinds.insert(to_string(finding.mend->kind));
        }
    if (faces > 0)
        print(row_text(
            "to mend",
            fmt::format("{}: rudolph convert {} DESTINATION --to FORMAT --mend {}",
                        count_text(faces, "face"), shell_quoted(data), fmt::join(kinds, ","))));
}

Json inspection_json(const Dataset& dataset, const Inspection& found) {
    Json views = Json::object();
    for (const auto& [view, count] : found.views)
        views[std::to_string(view)] = count;
    Json sizes = Json::array();
    for (const auto& [count, size] : sizes_by_count(found))
        sizes.push_back({{"width", size.width}, {"height", size.height}, {"count", count}});
    Json states = Json::object();
    for (const FaceState state :
         {FaceState::New, FaceState::InWork, FaceState::Done, FaceState::Doubtful})
        if (found.states.contains(state))
            states[to_string(state)] = found.states.at(state);
    Json findings = Json::array();
    for (const Problem& finding : found.findings)
        findings.push_back(finding_json(finding, dataset.scheme));
    Json split = nullptr;
    if (found.split)
        split = {{"train", found.split->train.size()},
                 {"validation", found.split->validation.size()}};
    return {{"name", dataset.name},
            {"source", dataset.source.string()},
            {"format", to_string(dataset.format)},
            {"recipe", dataset.recipe.empty() ? Json(nullptr) : Json(dataset.recipe)},
            {"scheme", dataset.scheme.name},
            {"points", dataset.scheme.size()},
            {"normaliser", dataset.scheme.normaliser_name()},
            {"samples", dataset.samples.size()},
            {"labelled", found.labelled},
            {"unlabelled", static_cast<int>(dataset.samples.size()) - found.labelled},
            {"proposals", found.proposals},
            {"states", states},
            {"boxes", found.boxes},
            {"persons", found.persons.size()},
            {"views", views},
            {"image_sizes", sizes},
            {"split", split},
            {"no_split", found.split ? Json(nullptr) : Json(found.no_split)},
            {"left_out", left_out_of(dataset).faces},
            {"outside", pictures_outside(dataset).size()},
            {"problem_count", count_of(dataset.problems)},
            {"problems", problems_json(dataset.problems)},
            {"finding_count", count_of(found.findings)},
            {"findings", findings}};
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

/// How many, and the first of them.
void print_list(const std::string& label, const std::vector<std::string>& entries, size_t count) {
    print(row_text(label, entries.empty() ? std::string("none") : std::to_string(count)));
    for (size_t i = 0; i < std::min(entries.size(), kProblemsShown); ++i)
        print("  " + entries[i] + "\n");
    if (entries.size() > kProblemsShown)
        print(fmt::format("  and {} more (more of them with --json)\n", count - kProblemsShown));
}

void print_states(const Inspection& found) {
    if (found.proposals > 0)
        print(row_text("proposed", count_text(found.proposals, "face") +
                                       " with points that a network placed and nobody accepted"));
    const bool all_new = found.states.size() == 1 && found.states.contains(FaceState::New);
    if (found.states.empty() || all_new)
        return;
    std::vector<std::string> states;
    for (const auto& [state, count] : found.states)
        states.push_back(fmt::format("{} ({})", to_string(state), count));
    print(row_text("states", fmt::format("{}", fmt::join(states, ", "))));
}

void print_inspection(const Dataset& dataset, const Inspection& found) {
    const int all = static_cast<int>(dataset.samples.size());
    print(row_text("data", fmt::format("{} ({}{})", dataset.name, to_string(dataset.format),
                                       dataset.recipe.empty() ? "" : " “" + dataset.recipe + "”")));
    print(row_text("scheme", fmt::format("{}, {}; NME divides by {}", dataset.scheme.name,
                                         count_text(dataset.scheme.size(), "point"),
                                         dataset.scheme.normaliser_name())));
    print(row_text("faces", fmt::format("{}: {} with points, {} without, {} with a box", all,
                                        found.labelled, all - found.labelled, found.boxes)));
    print(row_text(dataset.format == DatasetFormat::Imm ? "persons" : "groups",
                   std::to_string(found.persons.size())));
    print_states(found);
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
    std::vector<std::string> problems;
    for (const Problem& problem : dataset.problems)
        problems.push_back(problem_text(problem));
    print_list("problems", problems, count_of(dataset.problems));
    std::vector<std::string> findings;
    for (const Problem& finding : found.findings)
        findings.push_back((finding.sample_id.empty() ? "" : finding.sample_id + ": ") +
                           finding.message);
    print_list("odd points", findings, count_of(found.findings));
}

int inspect(const InspectOptions& options) {
    claim_standard_output({options.json ? "-" : "", options.sheet});
    Dataset dataset = open_data(options.data, options.open);
    CheckedPictures pictures;
    {
        ProgressReport progress("decoding pictures");
        pictures = check_images(dataset, interrupt_token(), progress.callback());
    }
    Inspection found = look_at(dataset, pictures);
    {
        ProgressReport progress("looking for odd annotations");
        found.findings = inspect_faces(dataset, pictures, interrupt_token(), progress.callback());
    }
    if (options.json)
        write_standard_output(json_text(inspection_json(dataset, found)));
    else {
        print_inspection(dataset, found);
        print_mends(found.findings, options.data);
    }
    if (!options.sheet.empty()) {
        const auto not_drawn = not_drawn_unasked(dataset, options.follow_outside);
        OutputTarget sheet(options.sheet, ".png");
        write_truth_sheet(sheet.path(), dataset, options.faces, not_drawn);
        sheet.finish();
        if (!options.json)
            print(row_text("sheet", options.sheet));
    }
    return kSuccess;
}

}  // namespace

void add_inspect_command(CLI::App& app, Action& action) {
    const auto [command, options] = add_command(
        app, action, "inspect",
        "Say what is in a data set and what is wrong with it; decodes every picture", inspect);
    command
        ->add_option(
            "DATA", options->data,
            "A folder of pictures or of files of points, a list, or a project; the format is "
            "found")
        ->required();
    command->add_flag(
        "--json", options->json,
        "Print JSON, with the problems and odd points, the first thousand of each kind");
    add_open_options(*command, options->open);
    command->add_option("--sheet", options->sheet,
                        "Write a picture of faces with their points (.png or .jpg)");
    command->add_option("--faces", options->faces, "How many faces on the sheet")
        ->check(CLI::Range(1, 400))
        ->capture_default_str();
    add_follow_outside(*command, options->follow_outside);
    command->footer("\nExamples:\n  rudolph inspect faces\n  rudolph inspect labels.xml --json");
}

}  // namespace rudolph

#include "app/command_completion.h"

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_output.h"
#include "app/manual_page.h"
#include "app/shell_completion.h"
#include "core/experiment/fields.h"
#include "core/formats/recipe_store.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {
namespace {

/// What the program knows by name where the command line takes other things, too.
std::vector<std::string> known_names(const std::string& option) {
    std::vector<std::string> names;
    if (option == "EXPERIMENT") {
        names = preset_names();
    } else if (option == "--scheme" || option == "--map") {
        for (const LandmarkScheme& scheme : builtin_schemes())
            names.push_back(scheme.name);
    } else if (option == "--recipe") {
        for (const Recipe& recipe : shipped_recipes())
            names.push_back(recipe.name);
    } else if (option == "--set") {
        for (const Field& field : experiment_fields())
            names.push_back(field.key + "=");
    }
    return names;
}

/// What stands between `begin` and `end` in a text.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const size_t from = text.find(begin);
    const size_t to = from == std::string::npos ? from : text.find(end, from + begin.size());
    return to == std::string::npos ? std::string()
                                   : text.substr(from + begin.size(), to - from - begin.size());
}

OptionDescription describe_option(const CLI::Option& option) {
    OptionDescription result;
    for (const std::string& name : option.get_snames())
        result.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        result.names.push_back("--" + name);
    if (!option.nonpositional())
        result.names.push_back(option.get_name(true));
    result.text = option.get_description();
    result.default_value = option.get_default_str();
    result.required = option.get_required();
    result.repeats = option.get_items_expected_max() > 1;
    // "TEXT:{asf,pts}" or "INT:INT in [1 - 99]".
    const std::string type = option.get_type_name();
    result.choices = CLI::detail::split(between(type, ":{", "}"), ',');
    if (result.choices == std::vector<std::string>{""})
        result.choices.clear();
    result.range = between(type, " in [", "]");
    result.known = known_names(result.names.back());
    if (option.get_items_expected_max() == 0)
        result.value = ValueKind::None;
    else if (!type.starts_with("TEXT"))
        result.value = ValueKind::Number;
    else if (result.names.back() == "--set" || result.names.back() == "--box")
        result.value = ValueKind::Text;
    else
        result.value = ValueKind::File;
    return result;
}

ProgramDescription describe_command(const CLI::App& app) {
    ProgramDescription result;
    result.name = app.get_name();
    result.text = app.get_description();
    while (result.text.ends_with('.'))
        result.text.pop_back();
    result.footer = app.get_footer();
    result.needs_command = app.get_require_subcommand_min() > 0;
    // An empty group is that of what the help does not show.
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty())
            (option->nonpositional() ? result.options : result.values)
                .push_back(describe_option(*option));
    for (const CLI::App* command :
         app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); }))
        result.commands.push_back(describe_command(*command));
    return result;
}

}  // namespace

void add_completion_command(CLI::App& app, Action& action) {
    auto kind = std::make_shared<std::string>();
    CLI::App* command = add_command(
        app, action, "completion", "Print what shells complete, or the manual page", [&app, kind] {
            const ProgramDescription program = describe_command(app);
            print(*kind == "bash"  ? bash_completion(program)
                  : *kind == "zsh" ? zsh_completion(program)
                                   : manual_page(program, RUDOLPH_VERSION, manual_day(),
                                                 "find keypoints in faces", "rudolph-studio"));
            return kSuccess;
        });
    command->add_option("KIND", *kind, "bash, zsh, or man for the manual page")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "man"}));
    command->group("");
}

}  // namespace rudolph

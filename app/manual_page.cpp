#include "app/manual_page.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string_view>

namespace rudolph {
namespace {

/// Backslashes, hyphens that are to be typed, and what starts a line of the formatter.
std::string escaped_for_man(std::string_view text) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            result += "\\e";
        else if (text[i] == '-')
            result += "\\-";
        else if ((text[i] == '.' || text[i] == '\'') && (i == 0 || text[i - 1] == '\n'))
            (result += "\\&") += text[i];
        else
            result += text[i];
    }
    return result;
}

std::string upper_case(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string value_word(const OptionDescription& option) {
    if (!option.choices.empty())
        // A line may be broken behind each bar.
        return escaped_for_man(option.choices.front()) + [&] {
            std::string rest;
            for (size_t i = 1; i < option.choices.size(); ++i)
                rest += "|\\:" + escaped_for_man(option.choices[i]);
            return rest;
        }();
    switch (option.value) {
        case ValueKind::None:
            return {};
        case ValueKind::Text:
            return "\\fItext\\fR";
        case ValueKind::Number:
            return "\\fInumber\\fR";
        case ValueKind::File:
            return "\\fIfile\\fR";
    }
    return {};
}

std::string option_heading(const OptionDescription& option) {
    std::string heading;
    for (const std::string& name : option.names)
        heading += fmt::format("{}\\fB{}\\fR", heading.empty() ? "" : ", ", escaped_for_man(name));
    const std::string value = value_word(option);
    return value.empty() ? heading : heading + " " + value;
}

std::string option_text(const OptionDescription& option) {
    std::string text = escaped_for_man(option.text) + ".";
    if (!option.range.empty())
        text += fmt::format(" One of {}.", escaped_for_man(option.range));
    if (!option.default_value.empty())
        text += fmt::format(" Default: {}.", escaped_for_man(option.default_value));
    if (option.required)
        text += " Must be given.";
    if (option.repeats)
        text += " May be given several times.";
    return text;
}

std::string usage(const std::string& path, const ProgramDescription& command) {
    std::string line = ".B " + escaped_for_man(path) + "\n";
    if (!command.options.empty())
        line += "[\\fIoptions\\fR]\n";
    for (const OptionDescription& value : command.values) {
        const std::string word = fmt::format("\\fI{}\\fR{}", escaped_for_man(value.names.front()),
                                             value.repeats ? " ..." : "");
        line += value.required ? word + "\n" : "[" + word + "]\n";
    }
    if (!command.commands.empty())
        line += command.needs_command ? "\\fIcommand\\fR ...\n" : "[\\fIcommand\\fR ...]\n";
    return line;
}

std::string options_list(const ProgramDescription& command) {
    std::string list;
    for (const OptionDescription& value : command.values)
        list += fmt::format(".TP\n\\fI{}\\fR\n{}\n", escaped_for_man(value.names.front()),
                            option_text(value));
    for (const OptionDescription& option : command.options)
        list += fmt::format(".TP\n{}\n{}\n", option_heading(option), option_text(option));
    return list;
}

/// Paragraphs are filled, but for those with indented lines.
std::string footer_text(std::string_view footer, bool begins_section) {
    std::string text;
    while (!footer.empty()) {
        const size_t end = footer.find("\n\n");
        std::string_view paragraph = footer.substr(0, end);
        footer.remove_prefix(end == std::string_view::npos ? footer.size() : end + 2);
        while (paragraph.starts_with('\n'))
            paragraph.remove_prefix(1);
        while (paragraph.ends_with('\n'))
            paragraph.remove_suffix(1);
        if (paragraph.empty())
            continue;
        const bool is_as_typed = paragraph.find("\n  ") != std::string_view::npos;
        if (!text.empty() || !begins_section)
            text += ".PP\n";
        text += is_as_typed ? ".nf\n" + escaped_for_man(paragraph) + "\n.fi\n"
                            : escaped_for_man(paragraph) + "\n";
    }
    return text;
}

/// The section of a command, and those of its own commands, whose footers may be the outer one's.
std::string command_sections(const std::string& path, const ProgramDescription& command,
                             const std::string& outer_footer) {
    std::string text = fmt::format(
        ".SS {}\n{}.PP\n{}.\n{}{}", escaped_for_man(path), usage(path, command),
        escaped_for_man(command.text), options_list(command),
        command.footer == outer_footer ? std::string() : footer_text(command.footer, false));
    for (const ProgramDescription& inner : command.commands)
        text += command_sections(path + " " + inner.name, inner, command.footer);
    return text;
}

}  // namespace

std::string manual_page(const ProgramDescription& program, const std::string& version,
                        const std::string& day, const std::string& summary,
                        const std::string& see_also) {
    std::string page = fmt::format(
        ".\\\" Made by the program itself from its command line.\n"
        ".TH {} 1 {} \"Rudolph {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n{}"
        ".SH DESCRIPTION\n{}.\n.SH OPTIONS\n{}",
        upper_case(escaped_for_man(program.name)), day, version, escaped_for_man(program.name),
        escaped_for_man(summary), usage(program.name, program), escaped_for_man(program.text),
        options_list(program));
    if (!program.commands.empty())
        page += ".SH COMMANDS\n";
    for (const ProgramDescription& command : program.commands)
        page += command_sections(program.name + " " + command.name, command, program.footer);
    if (!program.footer.empty())
        page += ".SH NOTES\n" + footer_text(program.footer, true);
    return page + fmt::format(".SH SEE ALSO\n.BR {} (1)\n", escaped_for_man(see_also));
}

std::string manual_day() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    const std::chrono::system_clock::time_point time =
        epoch == nullptr ? std::chrono::system_clock::now()
                         : std::chrono::system_clock::time_point(
                               std::chrono::seconds(std::strtoll(epoch, nullptr, 10)));
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                       unsigned(day.day()));
}

}  // namespace rudolph

#include "app/shell_completion.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace rudolph {
namespace {

/// As one word of a shell, between single quotes.
std::string single_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

/// What can be completed of an option's value.
std::vector<std::string> words_of(const OptionDescription& option) {
    return option.choices.empty() ? option.known : option.choices;
}

/// Whether files may be meant, besides what is known.
bool takes_files(const OptionDescription& option) {
    return option.choices.empty() && option.value == ValueKind::File;
}

// Bash: one function that finds out which command it is in, and asks tables for the rest. A table
// is a case of "COMMAND PATH|OPTION".

struct BashTables {
    std::string commands;  ///< which words lead from a command to one of its own
    std::string values;    ///< what may follow an option
    std::string words;     ///< what may stand in a command
};

std::string bash_option_patterns(const std::string& path, const OptionDescription& option) {
    std::vector<std::string> patterns;
    for (const std::string& name : option.names)
        patterns.push_back(single_quoted(std::string(path).append("|").append(name)));
    return fmt::format("{}", fmt::join(patterns, " | "));
}

void add_to_tables(BashTables& tables, const std::string& path, const ProgramDescription& command) {
    std::vector<std::string> options;
    std::vector<std::string> names;
    bool files = false;
    for (const OptionDescription& option : command.options) {
        options.insert(options.end(), option.names.begin(), option.names.end());
        if (option.value != ValueKind::None)
            tables.values += fmt::format(
                "        {}) words={} files={} ;;\n", bash_option_patterns(path, option),
                single_quoted(fmt::format("{}", fmt::join(words_of(option), " "))),
                takes_files(option) ? 1 : 0);
    }
    for (const OptionDescription& value : command.values) {
        const std::vector<std::string> words = words_of(value);
        names.insert(names.end(), words.begin(), words.end());
        files = files || takes_files(value);
    }
    for (const ProgramDescription& inner : command.commands) {
        names.push_back(inner.name);
        tables.commands +=
            fmt::format("            {}) path={} ;;\n", single_quoted(path + "|" + inner.name),
                        single_quoted(path + " " + inner.name));
        add_to_tables(tables, path + " " + inner.name, inner);
    }
    tables.words +=
        fmt::format("        {}) options={} words={} files={} ;;\n", single_quoted(path),
                    single_quoted(fmt::format("{}", fmt::join(options, " "))),
                    single_quoted(fmt::format("{}", fmt::join(names, " "))), files ? 1 : 0);
}

// Zsh: one function a command, whose _arguments describe it.

/// Inside a specification, where brackets and colons mean something.
std::string zsh_escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

std::string zsh_value(const OptionDescription& option) {
    const std::vector<std::string> words = words_of(option);
    const std::string known = fmt::format("({})", fmt::join(words, " "));
    if (takes_files(option))
        return words.empty()
                   ? "_files"
                   : fmt::format("{{_alternative \"known:known:{}\" \"files:file:_files\"}}",
                                 known);
    return words.empty() ? " " : known;
}

std::string zsh_function(const std::string& path) {
    std::string name = "_" + path;
    for (char& c : name)
        if (c == ' ' || c == '-')
            c = '_';
    return name;
}

std::string zsh_specifications(const ProgramDescription& command) {
    std::string lines;
    for (const OptionDescription& option : command.options)
        for (const std::string& name : option.names) {
            // One of several names stands for all of them.
            const std::string before =
                option.repeats ? "*" : fmt::format("({})", fmt::join(option.names, " "));
            std::string spec = before + name;
            if (option.value != ValueKind::None && name.starts_with("--"))
                spec += "=";
            spec += "[" + zsh_escaped(option.text) + "]";
            if (option.value != ValueKind::None)
                spec += ":value:" + zsh_value(option);
            lines += " \\\n        " + single_quoted(spec);
        }
    int place = 0;
    for (const OptionDescription& value : command.values)
        lines += " \\\n        " + single_quoted(fmt::format(
                                       "{}:{}:{}", value.repeats ? "*" : std::to_string(++place),
                                       zsh_escaped(value.names.front()), zsh_value(value)));
    return lines;
}

void add_zsh_functions(std::string& script, const std::string& path,
                       const ProgramDescription& command) {
    script += fmt::format("{}() {{\n", zsh_function(path));
    if (command.commands.empty()) {
        script += fmt::format("    _arguments -s{}\n}}\n\n", zsh_specifications(command));
        return;
    }
    script += fmt::format(
        "    local context state state_descr line\n    typeset -A opt_args\n"
        "    _arguments -s -C{} \\\n        '1: :->command' \\\n        '*:: :->rest'\n"
        "    case $state in\n    command)\n        local -a commands=(",
        zsh_specifications(command));
    for (const ProgramDescription& inner : command.commands)
        script += "\n            " + single_quoted(inner.name + ":" + zsh_escaped(inner.text));
    script +=
        "\n        )\n        _describe command commands\n        ;;\n"
        "    rest)\n        case $words[1] in\n";
    for (const ProgramDescription& inner : command.commands)
        script +=
            fmt::format("        {}) {} ;;\n", inner.name, zsh_function(path + " " + inner.name));
    script += "        esac\n        ;;\n    esac\n}\n\n";
    for (const ProgramDescription& inner : command.commands)
        add_zsh_functions(script, path + " " + inner.name, inner);
}

}  // namespace

std::string bash_completion(const ProgramDescription& program) {
    BashTables tables;
    add_to_tables(tables, program.name, program);
    return fmt::format(R"(# Completes {0} in bash. Made by the program itself from its command line.
{1}_value() {{
    # What may follow the option $2 of the command $1: sets words and files; fails where it takes nothing.
    case "$1|$2" in
{2}        *) return 1 ;;
    esac
}}

{1}() {{
    local path={0} words= files=0 options= word previous= i
    # "--option=value" comes as three words, as bash takes it apart at "=".
    local current=${{COMP_WORDS[COMP_CWORD]}} last=$((COMP_CWORD - 1))
    [[ $current == "=" ]] && current= last=$COMP_CWORD
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${{COMP_WORDS[i]}}
        if [[ $word == "=" ]]; then
            continue
        elif [[ -n $previous ]]; then
            previous=
            continue
        elif {1}_value "$path" "$word"; then
            previous=$word
            continue
        fi
        case "$path|$word" in
{3}        esac
    done
    words= files=0
    if [[ ${{COMP_WORDS[last]}} == "=" ]]; then
        ((--last))
    fi
    if [[ -n $previous && ${{COMP_WORDS[last]}} == "$previous" ]]; then
        {1}_value "$path" "$previous"
    else
        case "$path" in
{4}        esac
        [[ $current == -* ]] && words=$options files=0
    fi
    local IFS=$' \t\n'
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    # What ends with "=" wants its value at once.
    [[ ${{#COMPREPLY[@]}} == 1 && ${{COMPREPLY[0]}} == *= ]] && compopt -o nospace 2>/dev/null
    if [[ $files == 1 && ${{#COMPREPLY[@]}} == 0 ]]; then
        compopt -o default 2>/dev/null
    fi
}}
complete -F {1} {0}
)",
                       program.name, zsh_function(program.name), tables.values, tables.commands,
                       tables.words);
}

std::string zsh_completion(const ProgramDescription& program) {
    std::string script = fmt::format(
        "#compdef {}\n# Made by the program itself from its command line.\n\n", program.name);
    add_zsh_functions(script, program.name, program);
    // Loaded from $fpath, this file is the function itself; else it is read as a script.
    return script + fmt::format(
                        "if [[ $funcstack[1] == _{0} ]]; then\n    {1} \"$@\"\nelse\n"
                        "    compdef {1} {0}\nfi\n",
                        program.name, zsh_function(program.name));
}

}  // namespace rudolph

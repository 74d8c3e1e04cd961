#pragma once

#include <string>
#include <vector>

namespace rudolph {

/// What follows an option or stands alone, as manual pages and shells need to know it.
enum class ValueKind { None, Text, Number, File };

struct OptionDescription {
    /// "-h" and "--help"; of a value without an option its name alone, "DATA".
    std::vector<std::string> names;
    std::string text;  ///< one or two sentences, without the last full stop
    ValueKind value = ValueKind::None;
    std::string default_value;         ///< empty where nothing is said
    std::string range;                 ///< "1 - 99", of numbers that have one
    std::vector<std::string> choices;  ///< all that it takes; empty where that is open
    std::vector<std::string> known;    ///< what it takes among others, such as a preset
    bool required = false;
    bool repeats = false;
};

/// A program or one of its commands. It is made from what reads the command line, so that manual
/// pages and shells' completion never go stale.
struct ProgramDescription {
    std::string name;  ///< "rudolph", or "convert" of a command
    std::string text;
    std::vector<OptionDescription> options;
    std::vector<OptionDescription> values;  ///< that stand without an option
    std::vector<ProgramDescription> commands;
    bool needs_command = false;
    std::string footer;  ///< paragraphs apart by empty lines; indented lines stay as they are
};

}  // namespace rudolph

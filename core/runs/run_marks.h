#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

inline constexpr const char* kMarksFile = "marks.json";

/// What a person has written about a run; marks.json in its folder.
struct RunMarks {
    bool starred = false;
    std::vector<std::string> tags;  ///< as tags_from() makes them
    std::string note;
    bool baseline = false;  ///< what the runs beside it are compared with

    bool operator==(const RunMarks&) const = default;
};

/// No marks where the file is missing. Throws Error when it is broken.
RunMarks read_marks(const std::filesystem::path& run_folder);

/// Atomically. What the file holds besides (of a later version) is kept, and a file that cannot be
/// read is left alone: then, and where the folder cannot be written to, throws Error.
void write_marks(const std::filesystem::path& run_folder, const RunMarks& marks);

/// Tags from a text with commas between them: without the space around them, each once, in order.
std::vector<std::string> tags_from(std::string_view text);
std::string tags_text(const std::vector<std::string>& tags);  ///< "baseline, imm"

}  // namespace rudolph

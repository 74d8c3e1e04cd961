#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

enum class SurveyKind {
    Pictures,
    Numbers,  ///< text with lines of numbers: tables and files of points
    Text,     ///< other text
    Other     ///< all else
};

/// The files of one folder that end alike and are of one kind.
struct SurveyGroup {
    std::string folder;     ///< relative to the root, with / between folders; "" for the root
    std::string extension;  ///< in lower case, with its dot
    SurveyKind kind = SurveyKind::Other;
    std::vector<std::filesystem::path> files;  ///< absolute, sorted
};

/// What lies in a folder, or in the folder of a table. Hidden files are passed over, linked
/// folders are followed once.
struct Survey {
    std::filesystem::path source;  ///< what was asked about; absolute
    std::filesystem::path root;    ///< the folder
    bool is_file = false;          ///< `source` is one file: only it holds points
    std::vector<SurveyGroup> groups;
    std::vector<std::filesystem::path> unreadable;  ///< folders that could not be read

    std::vector<std::filesystem::path> pictures() const;
    /// The files of numbers: only the source where that is a file.
    std::vector<std::filesystem::path> numbers() const;
};

/// Looks at what lies there; of larger groups only some files are opened, to see their kind.
/// Throws Error when the folder or the file cannot be read.
Survey survey_data(const std::filesystem::path& source, const CancelToken& cancel = {});

/// "3 pictures (.jpg) in images, 3 files of numbers (.pts) in points"; at most `most` groups.
std::string survey_text(const Survey& survey, int most = 6);

/// A file's path relative to the survey's root, with / between folders.
std::string path_in(const Survey& survey, const std::filesystem::path& file);

/// Whether a text has lines of numbers.
bool holds_numbers(std::string_view text);

}  // namespace rudolph

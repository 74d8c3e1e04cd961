#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rudolph {

/// What a command does first with the names of all files that it may write: where one is "-", what
/// print() says goes to standard error, so that nothing mixes with the bytes. Throws UsageError
/// where several are.
void claim_standard_output(std::initializer_list<std::string> files);

/// A file that a command is to write, or standard output for "-".
class OutputTarget {
public:
    /// `extension` (".png") tells the kind of file where "-" does not; else that of the name
    /// counts.
    OutputTarget(const std::string& file_or_dash, const std::string& extension);
    ~OutputTarget();
    OutputTarget(const OutputTarget&) = delete;
    OutputTarget& operator=(const OutputTarget&) = delete;

    /// What is to be written: the file itself, or a temporary one.
    const std::filesystem::path& path() const { return path_; }
    /// Once the file is complete. Throws Error.
    void finish();

private:
    std::filesystem::path path_;
    bool is_temporary_ = false;
};

/// To a file (atomically), or to standard output for "-".
void write_output(const std::string& file_or_dash, std::string_view bytes);
/// Throws UsageError for "-": what a command writes is a folder, or needs one.
void refuse_standard_output(const std::string& destination);

}  // namespace rudolph

#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/json_fwd.h"
#include "core/base/progress.h"

namespace rudolph {

/// Writes to standard output and flushes, so that who reads a pipe sees each line when it is made.
void print(std::string_view text);
/// From now on print() writes to standard error: a file goes to standard output.
void keep_standard_output();
/// What a file would have held, to standard output.
void write_standard_output(std::string_view bytes);
/// One line on standard error, "rudolph: …".
void print_to_person(std::string_view line);
/// Throws Error when something that was printed could not be written, for example to a full disk.
void require_printed();

/// JSON as the program prints it; bytes of file names that are not UTF-8 are replaced.
std::string json_text(const Json& json, int indent = 2);
/// To a file (atomically), or to standard output for "-".
void write_json_to(const std::string& file_or_dash, const Json& json);
/// The number, or null when it is not known.
Json json_number(double value);

/// Figures for people, with a decimal point in every locale; "unknown" for NaN.
std::string pixels_text(double pixels);     ///< "4.1 px"
std::string percent_text(double fraction);  ///< "3.2 %"
std::string figure_text(double value);      ///< three digits: "0.00123"
std::string duration_text(double seconds);  ///< "12.3 s", "2 min 10 s", "1 h 05 min"
std::string count_text(long long count, const std::string& one);  ///< "1 face", "12 faces"
std::string grouped_text(long long number);                       ///< "58 123"
/// A line of a list: the label in a column of its own.
std::string row_text(std::string_view label, std::string_view value);
/// Relative where the path lies below the current folder, else absolute.
std::string path_text(const std::filesystem::path& path);
/// The word as a shell reads it back.
std::string shell_quoted(const std::string& word);

/// "[####------]"; `fraction` from 0 to 1.
std::string bar_text(double fraction, int width);

/// Whether a person watches standard error on a terminal that can redraw a line.
bool stderr_is_terminal();

/// The last line of the terminal (standard error), redrawn in place at most ten times a second.
/// Does nothing where there is no terminal.
class StatusLine {
public:
    StatusLine() : enabled_(stderr_is_terminal()) {}
    ~StatusLine() { clear(); }
    StatusLine(const StatusLine&) = delete;
    StatusLine& operator=(const StatusLine&) = delete;

    bool enabled() const { return enabled_; }
    /// Whether show() would draw now; asked first where making the text costs something.
    bool due() const;
    void show(const std::string& text);
    void clear();

private:
    bool enabled_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point last_{};
};

/// Progress of a long job: a bar on a terminal, elsewhere a line every few seconds on standard
/// error.
class ProgressReport {
public:
    explicit ProgressReport(std::string label) : label_(std::move(label)) {}
    /// Valid as long as this object.
    ProgressCallback callback() {
        return [this](const Progress& progress) { show(progress); };
    }
    void clear() { line_.clear(); }

private:
    void show(const Progress& progress);

    std::string label_;
    StatusLine line_;
    std::chrono::steady_clock::time_point last_line_ = std::chrono::steady_clock::now();
};

}  // namespace rudolph

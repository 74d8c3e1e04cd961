#include "app/command_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/system.h"

namespace rudolph {
namespace {

bool standard_output_is_kept = false;

constexpr auto kRedrawEvery = std::chrono::milliseconds(100);
constexpr auto kLineEvery = std::chrono::seconds(5);

/// At most `columns` characters of UTF-8 text.
std::string cut(const std::string& text, int columns) {
    int seen = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool starts_character = (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
        if (starts_character && ++seen > columns)
            return text.substr(0, i);
    }
    return text;
}

}  // namespace

void print(std::string_view text) {
    std::FILE* const where = standard_output_is_kept ? stderr : stdout;
    std::fwrite(text.data(), 1, text.size(), where);
    std::fflush(where);
}

void keep_standard_output() {
    standard_output_is_kept = true;
}

void write_standard_output(std::string_view bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

void print_to_person(std::string_view line) {
    fmt::print(stderr, "rudolph: {}\n", line);
}

void require_printed() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw Error("standard output cannot be written", {}, "is the disk full?");
}

std::string json_text(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

void write_json_to(const std::string& file_or_dash, const Json& json) {
    if (file_or_dash == "-")
        write_standard_output(json_text(json));
    else
        write_file(file_or_dash, json_text(json));
}

Json json_number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string pixels_text(double pixels) {
    return std::isfinite(pixels) ? fmt::format("{:.{}f} px", pixels, pixels < 10 ? 2 : 1)
                                 : "unknown";
}

std::string percent_text(double fraction) {
    return std::isfinite(fraction) ? fmt::format("{:.1f} %", fraction * 100) : "unknown";
}

std::string figure_text(double value) {
    return std::isfinite(value) ? fmt::format("{:.3g}", value) : "unknown";
}

std::string duration_text(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return "unknown";
    if (seconds < 59.95)
        return fmt::format("{:.1f} s", seconds);
    const long long whole = std::llround(seconds);
    if (whole < 3600)
        return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

std::string count_text(long long count, const std::string& one) {
    return fmt::format("{} {}{}", grouped_text(count), one, count == 1 ? "" : "s");
}

std::string grouped_text(long long number) {
    std::string digits = std::to_string(number);
    const auto first = static_cast<std::ptrdiff_t>(digits.front() == '-' ? 1 : 0);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
        digits.insert(static_cast<size_t>(at), " ");
    return digits;
}

std::string row_text(std::string_view label, std::string_view value) {
    return fmt::format("{:<12} {}\n", label, value);
}

std::string path_text(const std::filesystem::path& path) {
    std::error_code failed;
    const auto here = std::filesystem::current_path(failed);
    const auto relative = failed ? path : path.lexically_relative(here);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return (below ? relative : path).string();
}

std::string shell_quoted(const std::string& word) {
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 ||
               std::string_view("_-./,:=@%+").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), plain))
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string bar_text(double fraction, int width) {
    const double inside = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    const auto full = static_cast<size_t>(std::lround(inside * width));
    return "[" + std::string(full, '#') + std::string(static_cast<size_t>(width) - full, '-') + "]";
}

bool stderr_is_terminal() {
    const char* kind = std::getenv("TERM");
    return stderr_is_watched() && kind != nullptr && std::string_view(kind) != "dumb";
}

bool StatusLine::due() const {
    return enabled_ && std::chrono::steady_clock::now() - last_ >= kRedrawEvery;
}

void StatusLine::show(const std::string& text) {
    if (!due())
        return;
    last_ = std::chrono::steady_clock::now();
    shown_ = true;
    // The last column stays free: writing there makes some terminals begin a new line.
    fmt::print(stderr, "\r{}\x1b[K", cut(text, stderr_columns() - 1));
}

void StatusLine::clear() {
    if (shown_)
        fmt::print(stderr, "\r\x1b[K");
    shown_ = false;
}

void ProgressReport::show(const Progress& progress) {
    const auto amount = [&] {
        return progress.total > 0 ? fmt::format("{} of {}", progress.done, progress.total)
                                  : std::to_string(progress.done);
    };
    if (line_.enabled()) {
        if (!line_.due())
            return;
        const double share = progress.total > 0 ? static_cast<double>(progress.done) /
                                                      static_cast<double>(progress.total)
                                                : 0.0;
        line_.show(fmt::format("{} {} {}", label_, bar_text(share, 30), amount()));
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const bool finished = progress.total > 0 && progress.done >= progress.total;
    if (finished || now - last_line_ < kLineEvery)
        return;
    last_line_ = now;
    print_to_person(label_ + ": " + amount());
}

}  // namespace rudolph

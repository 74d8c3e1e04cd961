#include "app/command_fetch.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/engine/engine.h"

namespace rudolph {
namespace {

void download_offered(const OfferedFile& file, const std::string& url,
                      const std::filesystem::path& destination) {
    const auto engine = open_engine();
    ProgressReport progress("downloading");
    engine->download(url.empty() ? file.url : url, file.sha256, destination, progress.callback(),
                     interrupt_token());
    progress.clear();
}

}  // namespace

void add_fetch_options(CLI::App& command, FetchOptions& options) {
    auto* const from =
        command.add_option("--from", options.from, "A copy on this machine: no download");
    command.add_option("--url", options.url, "Another address of the same file")->excludes(from);
}

std::string what_is_wrong_with(const std::filesystem::path& place, const OfferedFile& file) {
    try {
        require_sha256(place, known_sha256(place, file.sha256));
        return {};
    } catch (const Error& error) {
        return error.message();
    }
}

std::string megabytes_text(std::uint64_t bytes) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void fetch_offered(const std::string& name, const OfferedFile& file, const FetchOptions& options) {
    const std::filesystem::path destination = downloaded_models_folder() / file.name;
    std::error_code ignored;
    if (std::filesystem::exists(destination, ignored) &&
        what_is_wrong_with(destination, file).empty()) {
        print(fmt::format("{} is already here: {}\n", name, destination.string()));
        return;
    }
    if (options.from.empty())
        download_offered(file, options.url, destination);
    else
        keep_downloaded(destination, read_with_sha256(options.from, file.sha256), file.sha256);
    print(fmt::format("{} is now here: {} ({}, {})\n", name, destination.string(),
                      megabytes_text(file.bytes), file.licence));
}

}  // namespace rudolph

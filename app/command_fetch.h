#pragma once

#include <string>

#include "app/command.h"
#include "core/base/offered_file.h"

namespace CLI {
class App;
}

namespace rudolph {

/// Where a file that is offered is fetched from, when not from where it is offered.
struct FetchOptions {
    std::string from;
    std::string url;
};

/// --from and --url.
void add_fetch_options(CLI::App& command, FetchOptions& options);

/// Downloads an offered file, or copies it, checks it, and keeps it among what was downloaded;
/// `name` is how the person knows it: "YuNet". Throws Error and Cancelled.
void fetch_offered(const std::string& name, const OfferedFile& file, const FetchOptions& options);

/// Empty when the file is what it should be, else what is wrong with it.
std::string what_is_wrong_with(const std::filesystem::path& place, const OfferedFile& file);

/// "46.8 MB"
std::string megabytes_text(std::uint64_t bytes);

}  // namespace rudolph

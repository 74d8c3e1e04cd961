#include "core/base/destination.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <functional>
#include <mutex>
#include <set>
#include <system_error>
#include <vector>

#include "core/base/process_mark.h"
#include "core/base/text.h"
#include "core/base/write_trace.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kPrefix = ".rudolph-";
constexpr int kMostLinks = 40;  ///< as the kernel has it

std::string host_code(const std::string& host) {
    std::uint32_t sum = 2166136261U;  // FNV-1a
    for (const char c : host)
        sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
    return fmt::format("{:08x}", sum);
}

/// ".rudolph-HOST-PROCESS-START-", before what tells files of one process apart.
const std::string& own_prefix() {
    static const std::string prefix = [] {
        const ProcessMark mark = this_process();
        return fmt::format("{}{}-{}-{}-", kPrefix, host_code(mark.host), mark.process,
                           mark.process_start);
    }();
    return prefix;
}

/// Of a process of this machine that runs no more.
bool is_leftover(const std::string& name) {
    if (!name.starts_with(kPrefix))
        return false;
    const auto parts = split(std::string_view(name).substr(std::string_view(kPrefix).size()), '-');
    if (parts.size() < 4)
        return false;
    const ProcessMark here = this_process();
    const auto process = parse_integer(parts[1]);
    const auto start = parse_integer(parts[2]);
    return process && start && parts[0] == host_code(here.host) &&
           is_gone({*process, here.host, *start});
}

/// The first time that this process writes into a folder is when it looks for leftovers.
void clear_leftovers_once(const fs::path& folder) {
    static std::mutex mutex;
    static std::set<fs::path> cleared;
    {
        const std::lock_guard lock(mutex);
        if (!cleared.insert(folder).second)
            return;
    }
    clear_leftovers(folder);
}

[[noreturn]] void refuse_kind(const fs::path& file, fs::file_type type) {
    if (type == fs::file_type::directory)
        throw Error("a folder has this name", {file}, "choose another name");
    const char* const kind = type == fs::file_type::fifo        ? "a pipe"
                             : type == fs::file_type::socket    ? "a socket"
                             : type == fs::file_type::character ? "a device"
                             : type == fs::file_type::block     ? "a device"
                                                                : "no regular file";
    throw Error(fmt::format("this is {}, and only files are written over", kind), {file},
                "name a file; where a command can print, '-' stands for standard output");
}

}  // namespace

fs::path destination_of(const fs::path& file) {
    if (file.empty())
        throw Error("no file is named");
    std::error_code failed;
    const auto refuse_unless_file = [&](const fs::path& path) {
        const fs::file_type type = fs::status(path, failed).type();
        if (type != fs::file_type::regular && type != fs::file_type::not_found &&
            type != fs::file_type::none && type != fs::file_type::unknown)
            refuse_kind(file, type);
        return type;
    };
    refuse_unless_file(file);
    fs::path place = fs::absolute(file);
    for (int links = 0; fs::is_symlink(fs::symlink_status(place, failed)); ++links) {
        // /dev/stdout leads to what some program has open, which no name can replace.
        if (place.native().starts_with("/proc/"))
            refuse_kind(file, fs::file_type::none);
        if (links == kMostLinks)
            throw Error("links lead in a circle here", {file}, "choose another name");
        place = place.parent_path() / fs::read_symlink(place, failed);
    }
    if (refuse_unless_file(place) == fs::file_type::regular && !may_write(place))
        throw Error("this file may not be changed: " + errno_text(), {file},
                    "check its permissions");
    return place;
}

Descriptor make_beside(const fs::path& folder, fs::path& name, const std::string& suffix) {
    clear_leftovers_once(folder);
    trace_writing_into(folder);
    static std::atomic<unsigned> number = 0;
    Descriptor made;
    do {
        name = folder / (own_prefix() + std::to_string(++number) + suffix);
        made = Descriptor::new_file(name);
    } while (!made.is_open() && (errno == EEXIST || errno == EINTR));
    if (!made.is_open())
        throw Error("cannot write into this folder: " + errno_text(), {folder},
                    "choose a folder that can be written to");
    return made;
}

void clear_leftovers(const fs::path& folder) {
    std::vector<fs::path> leftovers;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (is_leftover(entry->path().filename().string()) &&
            entry->symlink_status(failed).type() != fs::file_type::directory)
            leftovers.push_back(entry->path());
    for (const fs::path& leftover : leftovers)
        fs::remove(leftover, failed);
}

}  // namespace rudolph

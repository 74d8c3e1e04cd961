#include "core/base/walk_files.h"

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Where the name of a linked folder leads; empty: nowhere.
fs::path real_folder(const fs::path& folder) {
    std::error_code failed;
    fs::path real = fs::canonical(folder, failed);
    return failed ? fs::path() : real;
}

}  // namespace

bool is_hidden(const fs::path& path) {
    static constexpr std::array<std::string_view, 4> known = {"__MACOSX", "@eaDir", "$RECYCLE.BIN",
                                                              "System Volume Information"};
    const std::string name = path.filename().string();
    if (name.starts_with('.') && name != "." && name != "..")
        return true;
    for (const std::string_view other : known)
        if (name == other)
            return true;
    return false;
}

std::vector<fs::path> walk_files(const fs::path& folder,
                                 const std::function<void(const fs::path& file)>& visit,
                                 const CancelToken& cancel) {
    std::vector<fs::path> unreadable;
    std::set<fs::path> seen = {real_folder(folder)};
    std::vector<fs::path> open = {folder};
    // Links last: what also lies in the folder itself keeps its own name.
    std::set<fs::path> links;
    while (!open.empty() || !links.empty()) {
        if (open.empty()) {
            const fs::path link = links.extract(links.begin()).value();
            if (seen.insert(real_folder(link)).second)
                open.push_back(link);
            continue;
        }
        const fs::path here = std::move(open.back());
        open.pop_back();
        std::error_code failed;
        for (fs::directory_iterator entry(here, failed), end; !failed && entry != end;
             entry.increment(failed)) {
            cancel.throw_if_cancelled();
            if (is_hidden(entry->path()))
                continue;
            std::error_code ignored;
            if (!entry->is_directory(ignored)) {
                visit(entry->path());
            } else if (entry->is_symlink(ignored)) {
                links.insert(entry->path());
            } else if (seen.insert(real_folder(entry->path())).second) {
                open.push_back(entry->path());
            }
        }
        if (failed && here == folder)
            throw Error("the folder cannot be read: " + failed.message(), {folder},
                        "check its permissions");
        if (failed)
            unreadable.push_back(here);
    }
    return unreadable;
}

}  // namespace rudolph

#include "core/runs/run_folder.h"

#include <array>
#include <ctime>
#include <regex>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/system.h"
#include "core/runs/run_files.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kLongestFolderName = 100;  ///< bytes; file systems take 255

/// Letters (of any alphabet), digits, - and _ stay; the rest becomes single dashes.
std::string safe_name(const std::string& name) {
    std::string safe;
    for (const char c : name) {
        const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '_' || static_cast<signed char>(c) < 0;
        if (keep)
            safe += c;
        else if (!safe.empty() && safe.back() != '-')
            safe += '-';
    }
    if (safe.size() > kLongestFolderName) {
        size_t end = kLongestFolderName;
        // Not in the middle of a UTF-8 character: 10xxxxxx bytes continue one.
        while (end > 0 && (static_cast<unsigned char>(safe[end]) & 0xC0) == 0x80)
            --end;
        safe.resize(end);
    }
    while (safe.ends_with('-'))
        safe.pop_back();
    return safe.empty() ? "run" : safe;
}

std::string time_stamp() {
    const std::tm local = local_time(std::time(nullptr));
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &local)};
}

}  // namespace

fs::path make_run_folder(const fs::path& runs, const std::string& experiment) {
    create_folder(runs);
    const std::string name = safe_name(experiment) + "-" + time_stamp();
    for (int attempt = 1;; ++attempt) {
        fs::path folder =
            fs::absolute(runs) / (attempt == 1 ? name : name + "-" + std::to_string(attempt));
        std::error_code failed;
        // False without an error: another run took the name first.
        if (fs::create_directory(folder, failed))
            return folder;
        if (failed && !fs::exists(folder))
            throw Error("the folder cannot be created: " + failed.message(), {folder},
                        "choose a folder for runs that can be written to");
    }
}

std::vector<fs::path> run_folders(const fs::path& folder) {
    std::vector<fs::path> folders;
    if (!is_there(folder))
        return folders;
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (is_study(entry->path())) {
            const std::vector<fs::path> inner = run_folders(entry->path());
            folders.insert(folders.end(), inner.begin(), inner.end());
        } else if (fs::exists(entry->path() / kExperimentFile, ignored)) {
            folders.push_back(entry->path());
        }
    }
    if (failed)
        throw Error("the runs cannot be listed: " + failed.message(), {folder});
    return folders;
}

std::string short_run_name(const std::string& folder_name) {
    static const std::regex time("-[0-9]{8}-[0-9]{6}(-[0-9]+)?$");
    std::smatch found;
    return std::regex_search(folder_name, found, time) && found.position() > 0
               ? found.prefix().str()
               : folder_name;
}

bool is_study(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / kStudyFile, ignored);
}

}  // namespace rudolph

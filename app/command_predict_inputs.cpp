#include "app/command_predict_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/walk_files.h"
#include "core/image/decode.h"
#include "core/video/video_reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

fs::path comparable(const fs::path& path) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(path, failed);
    return failed ? fs::absolute(path).lexically_normal() : real;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto differ = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return differ.first == folder.end();
}

/// Photographs and videos of a folder and its subfolders, save what an earlier call has left in
/// `out` (comparable; empty: none).
void add_folder(const fs::path& start, const fs::path& out, PredictInputs& found) {
    std::vector<fs::path> files;
    const fs::path real_start = comparable(start);
    const bool has_output = !out.empty() && out != real_start && is_below(out, real_start);
    std::map<fs::path, bool> is_output;
    const auto add = [&](const fs::path& file) {
        if (!has_image_extension(file) && !has_video_extension(file))
            return;
        const fs::path folder = file.parent_path();
        const auto [known, is_new] = is_output.try_emplace(folder, false);
        if (is_new)
            known->second = has_output && is_below(comparable(folder), out);
        if (!known->second)
            files.push_back(file);
    };
    const auto tell = [&found](const fs::path& folder) {
        found.problems.emplace_back("the folder cannot be read", ErrorPlace{folder},
                                    "check its permissions");
    };
    try {
        for (const fs::path& unreadable : walk_files(start, add))
            tell(unreadable);
    } catch (const Error& error) {
        found.problems.push_back(error);
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        fs::path name = file.lexically_relative(start);
        found.inputs.push_back({file, has_video_extension(file), name.replace_extension()});
    }
}

/// Gives each a name of its own, with a number where it takes one.
void make_names_unique(PredictInputs& found, const fs::path& out,
                       const std::vector<std::string>& suffixes) {
    std::set<fs::path> originals;
    for (const PredictInput& input : found.inputs)
        originals.insert(comparable(input.file));
    std::set<fs::path> taken;
    const auto is_free = [&](const fs::path& name) {
        for (const std::string& suffix : suffixes)
            if (originals.contains(comparable((out / name).string() + suffix)))
                return false;
        return taken.insert(name).second;
    };
    for (PredictInput& input : found.inputs) {
        const fs::path wanted = input.output;
        for (int i = 2; !is_free(input.output); ++i)
            input.output = fmt::format("{}-{}", wanted.string(), i);
    }
}

}  // namespace

PredictInputs find_inputs(const std::vector<std::string>& named, const fs::path& out,
                          const std::vector<std::string>& suffixes) {
    PredictInputs found;
    const fs::path real_out = out.empty() ? fs::path() : comparable(out);
    for (const std::string& name : named) {
        const fs::path path(name);
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            found.inputs.push_back({path, has_video_extension(path), path.stem()});
            continue;
        }
        add_folder(path, real_out, found);
    }
    if (!out.empty())
        make_names_unique(found, out, suffixes);
    return found;
}

}  // namespace rudolph

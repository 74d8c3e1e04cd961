#include "app/command_predict_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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

class FolderWalk {
public:
    FolderWalk(fs::path start, const fs::path& out, PredictInputs& found)
        : start_(std::move(start)), out_(out), found_(found) {}

    void walk() { walk(start_); }

private:
    /// Links to folders are not followed: they may lead round in circles.
    void walk(const fs::path& folder) {
        std::error_code failed;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
             entry.increment(failed))
            entries.push_back(*entry);
        if (failed)
            found_.problems.emplace_back("the folder cannot be read: " + failed.message(),
                                         ErrorPlace{folder}, "check its permissions");
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            const fs::path& path = entry.path();
            if (path.filename().string().starts_with('.'))
                continue;
            if (entry.is_directory(failed)) {
                if (!entry.is_symlink(failed) && comparable(path) != out_)
                    walk(path);
            } else if (has_image_extension(path) || has_video_extension(path)) {
                add(path);
            }
        }
    }

    void add(const fs::path& path) {
        fs::path name = path.lexically_relative(start_);
        found_.inputs.push_back({path, has_video_extension(path), name.replace_extension()});
    }

    fs::path start_;
    const fs::path& out_;
    PredictInputs& found_;
};

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
        FolderWalk(path, real_out, found).walk();
    }
    if (!out.empty())
        make_names_unique(found, out, suffixes);
    return found;
}

}  // namespace rudolph

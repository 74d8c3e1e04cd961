#include "core/base/staged_files.h"

#include <system_error>
#include <utility>

#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Above this many files one flush of the file system is quicker than one for each.
constexpr size_t kMostSingleFlushes = 32;

fs::file_type kind_of(const fs::path& file) {
    std::error_code failed;
    return fs::symlink_status(file, failed).type();
}

}  // namespace

StagedFiles::~StagedFiles() {
    // Without taking memory, as it may be the lack of that which ends here.
    std::error_code ignored;
    for (const FileChange& change : changes_)
        for (const fs::path* hidden : {&change.staged, &change.before})
            if (!hidden->empty())
                fs::remove(*hidden, ignored);
    if (!committed_)
        while (!new_folders_.empty()) {
            fs::remove(new_folders_.back(), ignored);  // only when it is empty
            new_folders_.pop_back();
        }
}

fs::path StagedFiles::place_for(const fs::path& file) {
    fs::path place = destination_of(file);
    const fs::path folder = place.parent_path();
    if (!folders_.insert(folder).second)
        return place;
    std::vector<fs::path> missing;
    for (fs::path above = folder; !above.empty() && kind_of(above) == fs::file_type::not_found;
         above = above.parent_path())
        missing.push_back(above);
    new_folders_.insert(new_folders_.end(), missing.rbegin(), missing.rend());
    create_folder(folder);
    return place;
}

void StagedFiles::write(const fs::path& file, std::string_view bytes) {
    const fs::path place = place_for(file);
    fs::path beside;
    Descriptor written = make_beside(place.parent_path(), beside);
    const bool good = written.write(bytes);
    const Error failed = cannot_be_written(file);
    adopt(beside, std::move(written), place);
    if (!good)
        throw failed;
}

void StagedFiles::copy(const fs::path& from, const fs::path& file) {
    const fs::path place = place_for(file);
    fs::path beside;
    Descriptor written = make_beside(place.parent_path(), beside);
    std::error_code failed;
    fs::copy_file(from, beside, fs::copy_options::overwrite_existing, failed);
    adopt(beside, std::move(written), place);
    if (failed)
        throw Error("cannot be copied: " + failed.message(), {from},
                    "is it readable, and is there room on the disk?");
}

void StagedFiles::adopt(fs::path beside, Descriptor written, const fs::path& place) {
    FileChange change{place, std::move(beside)};
    change.in_place = !take_access(written, place) && kind_of(place) != fs::file_type::not_found;
    changes_.push_back(std::move(change));
}

void StagedFiles::link(const fs::path& target, const fs::path& file) {
    const fs::path place = place_for(file);
    fs::path beside;
    make_beside(place.parent_path(), beside);
    changes_.push_back({place, beside});
    std::error_code failed;
    fs::remove(beside, failed);
    fs::create_symlink(target, beside, failed);
    if (failed)
        throw Error("no link can be made here: " + failed.message(), {file},
                    "copy the pictures instead");
}

void StagedFiles::remove(const fs::path& file) {
    if (kind_of(file) != fs::file_type::not_found)
        changes_.push_back({fs::absolute(file), {}});
}

void StagedFiles::flush() const {
    std::vector<fs::path> files;
    for (const FileChange& change : changes_)
        if (!change.staged.empty() && kind_of(change.staged) != fs::file_type::symlink)
            files.push_back(change.staged);
    if (files.size() > kMostSingleFlushes) {
        flush_file_systems_of(files);
        return;
    }
    for (const fs::path& path : files) {
        const Descriptor file = Descriptor::to_read(path);
        if (!file.is_open() || !file.flush())
            throw cannot_be_written(path);
    }
}

void StagedFiles::commit() {
    flush();
    replace_files(changes_);
    committed_ = true;
}

}  // namespace rudolph

#include "core/formats/staged_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Above this many files one flush of the file system is quicker than one for each.
constexpr size_t kMostSingleFlushes = 32;

/// The names of files may be as long as names can be, so hidden ones do not hold theirs.
Descriptor make_hidden_beside(const fs::path& file, fs::path& name) {
    return Descriptor::make_hidden(file.parent_path(), "rudolph-", name);
}

bool has_entry(const fs::path& file) {
    std::error_code failed;
    return fs::exists(fs::symlink_status(file, failed));
}

/// Access like the file that it takes the place of, else like any new file.
void give_usual_access(const fs::path& staged, const fs::path& file) {
    struct stat before {};
    const bool replaces = ::stat(file.c_str(), &before) == 0;
    if (::chmod(staged.c_str(), replaces ? before.st_mode & 07777 : usual_access()) != 0)
        throw cannot_be_written(file);
}

void flush_one(const fs::path& path, bool whole_file_system) {
    const Descriptor file = Descriptor::open(path, O_RDONLY);
    if (!file.is_open() || (whole_file_system ? ::syncfs(file.get()) != 0 : !file.flush()))
        throw cannot_be_written(path);
}

}  // namespace

StagedFiles::~StagedFiles() {
    std::error_code ignored;
    for (const Change& change : changes_) {
        if (!change.staged.empty())
            fs::remove(change.staged, ignored);
        if (!change.before.empty())
            fs::remove(change.before, ignored);
    }
    if (!committed_)
        while (!new_folders_.empty()) {
            fs::remove(new_folders_.back(), ignored);  // only when it is empty
            new_folders_.pop_back();
        }
}

fs::path StagedFiles::place_for(const fs::path& file) {
    std::error_code failed;
    fs::path place = fs::absolute(file);
    if (fs::is_symlink(place, failed) && fs::exists(place, failed))
        place = fs::canonical(place);
    if (fs::is_directory(place, failed))
        throw Error("a folder has this name", {file}, "choose another name");
    if (has_entry(place) && ::access(place.c_str(), W_OK) != 0)
        throw Error("this file may not be changed: " + errno_text(), {file},
                    "check its permissions");
    const fs::path folder = place.parent_path();
    if (!folders_.insert(folder).second)
        return place;
    std::vector<fs::path> missing;
    for (fs::path above = folder; !above.empty() && !has_entry(above); above = above.parent_path())
        missing.push_back(above);
    new_folders_.insert(new_folders_.end(), missing.rbegin(), missing.rend());
    create_folder(folder);
    return place;
}

const fs::path& StagedFiles::stage(const fs::path& place, Descriptor* file) {
    Change change{place, {}, {}};
    Descriptor made = make_hidden_beside(place, change.staged);
    if (file != nullptr)
        *file = std::move(made);
    return changes_.emplace_back(std::move(change)).staged;
}

void StagedFiles::write(const fs::path& file, std::string_view bytes) {
    const fs::path place = place_for(file);
    Descriptor written;
    const fs::path& staged = stage(place, &written);
    if (!written.write(bytes))
        throw cannot_be_written(file);
    give_usual_access(staged, place);
}

void StagedFiles::copy(const fs::path& from, const fs::path& file) {
    const fs::path place = place_for(file);
    const fs::path& staged = stage(place);
    std::error_code failed;
    fs::copy_file(from, staged, fs::copy_options::overwrite_existing, failed);
    if (failed)
        throw Error("cannot be copied: " + failed.message(), {from},
                    "is it readable, and is there room on the disk?");
    give_usual_access(staged, place);
}

void StagedFiles::link(const fs::path& target, const fs::path& file) {
    const fs::path place = place_for(file);
    const fs::path& staged = stage(place);
    std::error_code failed;
    fs::remove(staged, failed);
    fs::create_symlink(target, staged, failed);
    if (failed)
        throw Error("no link can be made here: " + failed.message(), {file},
                    "copy the pictures instead");
}

void StagedFiles::remove(const fs::path& file) {
    if (has_entry(file))
        changes_.push_back({place_for(file), {}, {}});
}

void StagedFiles::flush() const {
    size_t files = 0;
    std::set<dev_t> devices;
    for (const Change& change : changes_)
        files += change.staged.empty() ? 0 : 1;
    for (const Change& change : changes_) {
        struct stat status {};
        if (change.staged.empty() || ::lstat(change.staged.c_str(), &status) != 0 ||
            S_ISLNK(status.st_mode))
            continue;
        if (files <= kMostSingleFlushes)
            flush_one(change.staged, false);
        else if (devices.insert(status.st_dev).second)
            flush_one(change.staged, true);
    }
}

void StagedFiles::apply(Change& change) const {
    const bool keep = has_entry(change.file) && (changes_.size() > 1 || change.staged.empty());
    if (keep) {
        make_hidden_beside(change.file, change.before);
        const fs::path& before = change.before;
        // A second name of the same file, so that its own is never without one.
        ::unlink(before.c_str());
        std::error_code failed;
        if (::link(change.file.c_str(), before.c_str()) != 0)
            fs::copy(change.file, before, fs::copy_options::copy_symlinks, failed);
        if (failed)
            throw Error("cannot be kept while it is replaced: " + failed.message(), {change.file});
    }
    const int result = change.staged.empty() ? ::unlink(change.file.c_str())
                                             : ::rename(change.staged.c_str(), change.file.c_str());
    if (result != 0) {
        const std::string why = errno_text();
        if (!change.before.empty())
            ::unlink(change.before.c_str());
        change.before.clear();
        throw Error("cannot be replaced: " + why, {change.file});
    }
    change.staged.clear();
}

void StagedFiles::put_back(const Change& change) {
    if (change.before.empty())
        ::unlink(change.file.c_str());
    else
        ::rename(change.before.c_str(), change.file.c_str());
}

void StagedFiles::commit() {
    flush();
    size_t done = 0;
    try {
        for (; done < changes_.size(); ++done)
            apply(changes_[done]);
    } catch (const Error&) {
        while (done-- > 0) {
            put_back(changes_[done]);
            changes_[done].before.clear();
        }
        throw;
    }
    committed_ = true;
    for (const fs::path& folder : folders_)
        flush_folder(folder);
}

}  // namespace rudolph

#include "core/base/replacement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>

#include "core/base/descriptor.h"
#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/is_below.h"
#include "core/base/process_mark.h"
#include "core/base/sha256.h"
#include "core/base/system.h"
#include "core/base/text.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kRecordName = ".rudolph-replacing";
constexpr const char* kHiddenPrefix = ".rudolph-";
constexpr const char* kFirstLine = "rudolph-replacing 1";
constexpr const char* kCheckAdvice =
    "compare the files beside it, then remove this one to go on without it";
constexpr auto kLongestWait = std::chrono::seconds(10);
constexpr auto kPause = std::chrono::milliseconds(20);

bool has_entry(const fs::path& file) {
    std::error_code failed;
    return fs::exists(fs::symlink_status(file, failed));
}

Error cannot_be_replaced(const fs::path& file) {
    return Error("cannot be replaced: " + errno_text(), {file});
}

void flush_folders_of(const std::vector<FileChange>& changes) {
    std::set<fs::path> folders;
    for (const FileChange& change : changes)
        if (folders.insert(change.file.parent_path()).second)
            flush_folder(change.file.parent_path());
}

/// Gives a file the bytes of another, without a moment at which a new file has its name.
void write_in_place(const fs::path& from, const fs::path& file) {
    const Descriptor source = Descriptor::to_read(from);
    const Descriptor target = Descriptor::to_write(file);
    const std::int64_t size = source.is_open() ? source.size() : -1;
    if (size < 0 || !target.is_open() || !target.write_from(source, 0, size, 0) ||
        !target.truncate(size) || !target.flush())
        throw cannot_be_replaced(file);
}

void take_place(const fs::path& from, const fs::path& to) {
    if (!rename_over(from, to))
        throw cannot_be_replaced(to);
}

void remove_entry(const fs::path& file) {
    if (!remove_name(file))
        throw cannot_be_replaced(file);
}

/// Keeps what is there under a second, hidden name.
void keep_before(FileChange& change) {
    if (!has_entry(change.file))
        return;
    std::error_code failed;
    if (fs::is_directory(fs::symlink_status(change.file, failed)))
        throw Error("a folder has this name", {change.file}, "choose another name");
    const Descriptor kept = make_beside(change.file.parent_path(), change.before);
    if (change.in_place) {
        write_in_place(change.file, change.before);
        return;
    }
    // A second name of the same file, so that its own is never without one.
    remove_name(change.before);
    if (!add_name(change.file, change.before))
        fs::copy(change.file, change.before, fs::copy_options::copy_symlinks, failed);
    if (failed)
        throw Error("cannot be kept while it is replaced: " + failed.message(), {change.file});
}

/// `again`: what a run that was broken off has done already is left as it is.
void carry_out(const FileChange& change, bool again) {
    if (change.staged.empty())
        remove_entry(change.file);
    else if (again && !has_entry(change.staged))
        return;
    else if (change.in_place)
        write_in_place(change.staged, change.file);
    else
        take_place(change.staged, change.file);
}

void put_back(const FileChange& change) {
    const bool is_done =
        change.staged.empty() ? !has_entry(change.file) : !has_entry(change.staged);
    if (!change.before.empty() && has_entry(change.before)) {
        if (change.in_place)
            write_in_place(change.before, change.file);
        else if (is_done)
            take_place(change.before, change.file);
    } else if (is_done && change.before.empty() && !change.staged.empty()) {
        remove_entry(change.file);
    }
}

void put_back_all(const std::vector<FileChange>& changes) {
    for (const FileChange& change : changes)
        put_back(change);
    flush_folders_of(changes);
}

/// As it stands in a record: below its folder, without the bytes that divide fields and lines.
std::string record_field(const fs::path& path, const fs::path& base) {
    std::string field;
    const std::string relative =
        path.empty() ? std::string() : path.lexically_relative(base).native();
    for (const char c : relative)
        if (c == '%' || c == '\t' || c == '\n')
            field += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            field += c;
    return field;
}

int digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Empty where it leads out of the folder.
std::optional<fs::path> path_of(std::string_view field, const fs::path& base) {
    std::string name;
    for (size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '%') {
            name += field[i];
            continue;
        }
        if (i + 2 >= field.size() || digit_of(field[i + 1]) < 0 || digit_of(field[i + 2]) < 0)
            return std::nullopt;
        name += static_cast<char>(digit_of(field[i + 1]) * 16 + digit_of(field[i + 2]));
        i += 2;
    }
    if (name.empty())
        return fs::path();
    const fs::path relative = name;
    const bool leads_out =
        relative.is_absolute() || std::any_of(relative.begin(), relative.end(),
                                              [](const fs::path& part) { return part == ".."; });
    return leads_out ? std::nullopt : std::optional(base / relative);
}

/// No link on the way leads elsewhere.
bool lies_below(const fs::path& file, const fs::path& base) {
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(file.parent_path(), failed);
    return is_below(folder, fs::weakly_canonical(base, failed)) && !failed;
}

/// Beside the file, and of the names that make_beside() gives.
bool is_hidden_of(const fs::path& file, const fs::path& hidden) {
    return hidden.empty() || (hidden.parent_path() == file.parent_path() &&
                              hidden.filename().native().starts_with(kHiddenPrefix));
}

/// Where records go that have no folder of their own: their paths are below the root.
fs::path folder_for_others() {
    return user_data_folder() / "rudolph" / "writing";
}

fs::path base_of(const fs::path& record) {
    const fs::path folder = record.parent_path();
    return folder == folder_for_others() ? folder.root_path() : folder;
}

struct Record {
    std::uint64_t file_number = 0;  ///< of the record itself: a copy of it is not believed
    ProcessMark process;
    std::vector<FileChange> changes;
};

std::string record_text(const Record& record, const fs::path& base) {
    std::string text =
        fmt::format("{}\n{}\t{}\t{}\t{}\n", kFirstLine, record.file_number, record.process.process,
                    record.process.process_start, record.process.host);
    for (const FileChange& change : record.changes)
        text += fmt::format("{}\t{}\t{}\t{}\n", change.in_place ? "bytes" : "name",
                            record_field(change.file, base), record_field(change.staged, base),
                            record_field(change.before, base));
    return text + sha256_of(text) + "\n";
}

std::optional<Record> parse_record(std::string_view text, const fs::path& base) {
    constexpr size_t kSumLine = 65;
    if (text.size() < kSumLine)
        return std::nullopt;
    const std::string_view body = text.substr(0, text.size() - kSumLine);
    if (text.substr(body.size()) != sha256_of(body) + "\n")
        return std::nullopt;
    const std::vector<std::string_view> rows = split(body, '\n');
    if (rows.size() < 3 || rows[0] != kFirstLine)
        return std::nullopt;
    const auto head = split(rows[1], '\t');
    const auto number = head.size() == 4 ? parse_integer(head[0]) : std::nullopt;
    const auto process = number ? parse_integer(head[1]) : std::nullopt;
    const auto start = process ? parse_integer(head[2]) : std::nullopt;
    if (!start)
        return std::nullopt;
    Record record{
        static_cast<std::uint64_t>(*number), {*process, std::string(head[3]), *start}, {}};
    for (size_t i = 2; i + 1 < rows.size(); ++i) {
        const auto fields = split(rows[i], '\t');
        if (fields.size() != 4)
            return std::nullopt;
        const auto file = path_of(fields[1], base);
        const auto staged = path_of(fields[2], base);
        const auto before = path_of(fields[3], base);
        if (!file || file->empty() || !staged || !before || !lies_below(*file, base) ||
            !is_hidden_of(*file, *staged) || !is_hidden_of(*file, *before))
            return std::nullopt;
        record.changes.push_back({*file, *staged, fields[0] == "bytes", *before});
    }
    return record;
}

/// The folder that holds all files.
fs::path common_folder(const std::vector<FileChange>& changes) {
    fs::path common = changes.front().file.parent_path();
    for (const FileChange& change : changes)
        while (change.file.native().compare(0, common.native().size(), common.native()) != 0 ||
               (common.has_relative_path() &&
                change.file.native()[common.native().size()] != fs::path::preferred_separator))
            common = common.parent_path();
    return common;
}

std::optional<std::string> settle(const fs::path& name);

/// The record of a replacement, durable and locked as long as this lives.
class OpenRecord {
public:
    explicit OpenRecord(const std::vector<FileChange>& changes) {
        const fs::path common = common_folder(changes);
        try {
            write(common, changes);
        } catch (const Error&) {
            if (!folder_for_others().is_absolute())
                throw;
            create_folder(folder_for_others());
            write(folder_for_others(), changes);
        }
    }

    void remove() {
        remove_name(name_);
        flush_folder(folder_);
        file_.close();
    }

private:
    void write(const fs::path& folder, const std::vector<FileChange>& changes) {
        fs::path beside;
        file_ = make_beside(folder, beside);
        name_ = folder / kRecordName;
        folder_ = folder;
        const std::string text =
            record_text({file_.file_number(), this_process(), changes}, base_of(name_));
        bool good = file_.lock() && file_.write(text) && file_.flush();
        while (good && !rename_to_free(beside, name_)) {
            good = errno == EEXIST;
            if (good)
                settle(name_);  // another program's: done when this returns
        }
        if (!good) {
            const Error error = cannot_be_written(name_);
            remove_name(beside);
            throw error;
        }
        flush_folder(folder);
    }

    fs::path name_;
    fs::path folder_;
    Descriptor file_;
};

/// The record, locked, once no other process is at it; not open when it is gone by then. Only one's
/// own is carried out: another person's could lead anywhere. Where that person owns the folder, the
/// files are theirs, and may be of two versions.
Descriptor take_over(const fs::path& name, Record& record) {
    const auto end = std::chrono::steady_clock::now() + kLongestWait;
    for (;; std::this_thread::sleep_for(kPause)) {
        Descriptor file = Descriptor::to_read(name);
        if (file.is_open() && !file.is_ours() && file.is_of_owner(name.parent_path()))
            throw Error(
                "another person was replacing files here when that was broken off: some "
                "may be new and some old",
                {name}, "let that person open them, which finishes it");
        if (!file.is_open() || !file.is_ours())
            return {};
        auto parsed = parse_record(read_file(name), base_of(name));
        if (!file.is_named(name))
            continue;
        if (!parsed || parsed->file_number != file.file_number())
            throw Error(
                "files here were being replaced when this folder was copied or this file "
                "was damaged: some may be new and some old",
                {name}, kCheckAdvice);
        const bool here = parsed->process.host == this_process().host;
        if (file.lock() && (!here || is_gone(parsed->process)) && file.is_named(name)) {
            record = std::move(*parsed);
            return file;
        }
        if (std::chrono::steady_clock::now() > end)
            throw Error("another program is replacing files here", {name},
                        "try again when it has done so");
    }
}

std::optional<std::string> settle(const fs::path& name) {
    Record record;
    const Descriptor lock = take_over(name, record);
    if (!lock.is_open())
        return std::nullopt;
    bool finished = true;
    try {
        for (const FileChange& change : record.changes)
            carry_out(change, true);
        flush_folders_of(record.changes);
    } catch (const Error& error) {
        finished = false;
        try {
            put_back_all(record.changes);
        } catch (const Error&) {
            throw Error(
                "replacing files here was broken off, and can neither be finished nor "
                "undone: " +
                    error.message(),
                error.place(), "let this folder be written to, then open it again");
        }
    }
    std::error_code ignored;
    for (const FileChange& change : record.changes)
        for (const fs::path* hidden : {&change.staged, &change.before})
            if (!hidden->empty())
                fs::remove(*hidden, ignored);
    remove_name(name);
    flush_folder(name.parent_path());
    return fmt::format("{}: replacing {} files was broken off, and is {} now",
                       name.parent_path().string(), record.changes.size(),
                       finished ? "finished" : "undone");
}

}  // namespace

void replace_files(std::vector<FileChange>& changes) {
    if (changes.size() == 1 && !changes.front().in_place) {
        // Nothing may fail once it is done.
        const fs::path folder = changes.front().file.parent_path();
        carry_out(changes.front(), false);
        changes.front().staged.clear();
        flush_folder(folder);
        return;
    }
    if (changes.empty())
        return;
    for (FileChange& change : changes)
        keep_before(change);
    flush_folders_of(changes);
    OpenRecord record(changes);
    try {
        for (const FileChange& change : changes)
            carry_out(change, false);
        flush_folders_of(changes);
    } catch (...) {  // memory may run out as well
        try {
            put_back_all(changes);
        } catch (...) {
            // The record stays, and what it needs: the next start tries again.
            changes.clear();
            throw;
        }
        record.remove();
        throw;
    }
    record.remove();
}

std::optional<std::string> settle_replacements(const fs::path& path) {
    std::error_code failed;
    fs::path folder = fs::weakly_canonical(path, failed);
    if (failed || folder.empty())
        folder = fs::absolute(path);
    std::optional<std::string> said;
    for (;; folder = folder.parent_path()) {
        if (has_entry(folder / kRecordName))
            if (auto finished = settle(folder / kRecordName))
                said = said ? *said + "\n" + *finished : *finished;
        if (folder == folder.parent_path())
            return said;
    }
}

}  // namespace rudolph

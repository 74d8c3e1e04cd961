#include "core/annotate/journal_reader.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "core/annotate/journal_file.h"
#include "core/annotate/journal_line.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/project.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Longer lines are no entries; so a foreign file of any size takes little memory.
constexpr size_t kLongestLine = size_t{1} << 26;

/// A regular file, open for reading and locked against whoever writes it.
class UnusedFile {
public:
    explicit UnusedFile(const fs::path& path)
        : file_(Descriptor::open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)) {
        struct stat found {};
        if (!file_.is_open() || ::fstat(file_.get(), &found) != 0 || !S_ISREG(found.st_mode))
            return;
        modified_ = std::chrono::system_clock::from_time_t(found.st_mtime);
        is_free_ = ::flock(file_.get(), LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    }

    bool is_free() const { return is_free_; }
    std::chrono::system_clock::time_point modified() const { return modified_; }

    /// Calls `use` with each line, until it returns false; lines that are too long come empty.
    void read_lines(const std::function<bool(std::string_view line)>& use) const;

private:
    Descriptor file_;
    bool is_free_ = false;
    std::chrono::system_clock::time_point modified_;
};

void UnusedFile::read_lines(const std::function<bool(std::string_view line)>& use) const {
    std::string piece(size_t{1} << 18, '\0');
    std::string line;
    bool too_long = false;
    const auto end_line = [&] {
        const bool go_on = use(too_long ? std::string_view() : std::string_view(line));
        line.clear();
        too_long = false;
        return go_on;
    };
    ssize_t got = 0;
    while ((got = ::read(file_.get(), piece.data(), piece.size())) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            break;
        std::string_view rest(piece.data(), static_cast<size_t>(got));
        for (size_t end = 0; (end = rest.find('\n')) != std::string_view::npos;) {
            line.append(rest.substr(0, end));
            if (!end_line())
                return;
            rest.remove_prefix(end + 1);
        }
        line.append(rest);
        if (line.size() > kLongestLine) {
            too_long = true;
            line.clear();
        }
    }
    if (too_long || !line.empty())
        end_line();
}

class JournalReader {
public:
    JournalReader(const fs::path& file, const fs::path& source)
        : folder_(data_folder(source)), source_(source) {
        contents_.file = file;
        contents_.source = source;
    }

    /// Empty when it belongs to another data set, is still written, or holds nothing of a journal.
    std::optional<JournalContents> read(bool name_is_enough);

private:
    enum class Owner { This, Other, Unknown };
    Owner owner(std::string_view first_line) const;
    void read_entry(std::string_view line);
    void take(JournalEntry entry);

    fs::path folder_;
    fs::path source_;
    JournalContents contents_;
    std::int64_t last_edit_ = 0;  ///< Unix, milliseconds
    /// Entries that mean nothing without those that follow.
    std::vector<JournalEntry> step_;
};

JournalReader::Owner JournalReader::owner(std::string_view first_line) const {
    const std::optional<Json> header = parse_journal_line(first_line);
    if (!header || !header->contains(kJournalKey))
        return Owner::Unknown;
    if ((*header)[kJournalKey] != kJournalVersion || !header->contains("source"))
        return Owner::Other;
    const fs::path named =
        (folder_ / path_from_json((*header)["source"], {contents_.file})).lexically_normal();
    const fs::path wanted = source_.lexically_normal();
    return named == wanted || named == wanted / "" ? Owner::This : Owner::Other;
}

std::optional<JournalContents> JournalReader::read(bool name_is_enough) {
    const UnusedFile file(contents_.file);
    if (!file.is_free())
        return std::nullopt;
    std::optional<Owner> found;
    file.read_lines([&](std::string_view line) {
        if (found) {
            read_entry(line);
            return true;
        }
        found = owner(line);
        if (*found != Owner::Unknown)
            return *found == Owner::This;
        ++contents_.damaged_lines;
        return name_is_enough;
    });
    if (!found || *found == Owner::Other || (*found == Owner::Unknown && contents_.edits == 0))
        return std::nullopt;
    // A step that a crash has cut off.
    contents_.damaged_lines += static_cast<int>(step_.size());
    if (contents_.edits == 0 && contents_.damaged_lines == 0)
        return std::nullopt;
    contents_.last_edit =
        last_edit_ > 0
            ? std::chrono::system_clock::time_point(std::chrono::milliseconds(last_edit_))
            : file.modified();
    return std::move(contents_);
}

void JournalReader::read_entry(std::string_view line) {
    const std::optional<Json> json = parse_journal_line(line);
    if (!json) {
        ++contents_.damaged_lines;
        return;
    }
    try {
        JournalEntry entry = journal_entry(*json, folder_, contents_.file);
        const bool goes_on = whole_number<long long>(json->value("left", Json(0))) > 0;
        last_edit_ = whole_number<std::int64_t>(json->value("time", Json(last_edit_)));
        if (goes_on) {
            step_.push_back(std::move(entry));
            return;
        }
        for (JournalEntry& earlier : step_)
            take(std::move(earlier));
        step_.clear();
        take(std::move(entry));
    } catch (const Error&) {
        ++contents_.damaged_lines;
    } catch (const Json::exception&) {
        ++contents_.damaged_lines;
    }
}

void JournalReader::take(JournalEntry entry) {
    ++contents_.edits;
    if (entry.scheme)
        contents_.scheme = std::move(entry.scheme);
    if (!entry.image.empty())
        contents_.pictures[entry.image] = std::move(entry.faces);
}

/// `name` or, of a second program, `name`-2.
bool is_named(const fs::path& file, const std::string& name) {
    const std::string text = file.filename().string();
    if (!text.starts_with(name))
        return false;
    const std::string_view rest = std::string_view(text).substr(name.size());
    return rest.empty() || (rest.starts_with('-') && rest.size() > 1 &&
                            rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

/// A folder may have got another name since, with its journals in it.
bool may_be_journal(const fs::path& file) {
    const std::string name = file.filename().string();
    const size_t ending = name.rfind(kJournalEnding);
    return name.starts_with('.') && ending != std::string::npos &&
           is_named(file, name.substr(0, ending + std::string_view(kJournalEnding).size()));
}

void add_journals(const fs::path& folder, const fs::path& source, const fs::path& name,
                  std::vector<JournalContents>& found) {
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (!may_be_journal(entry->path()))
            continue;
        auto contents =
            JournalReader(entry->path(), source).read(is_named(entry->path(), name.string()));
        if (contents)
            found.push_back(std::move(*contents));
    }
}

}  // namespace

std::vector<JournalContents> find_journals(const fs::path& source,
                                           const fs::path& fallback_folder) {
    const fs::path plain = plain_source(source);
    std::vector<JournalContents> found;
    add_journals(data_folder(plain), plain, journal_name(plain), found);
    add_journals(fallback_folder, plain, fallback_journal_name(plain), found);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::pair(a.last_edit, a.file) < std::pair(b.last_edit, b.file);
    });
    return found;
}

}  // namespace rudolph

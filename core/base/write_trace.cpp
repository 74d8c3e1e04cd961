#include "core/base/write_trace.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>

#include "core/base/descriptor.h"
#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/process_mark.h"
#include "core/base/replacement.h"
#include "core/base/system.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMostTraceBytes = 16 << 20;

/// The file of this process: a folder after the other, each with a zero byte at its end, as no
/// name holds one. It is locked as long as the process runs, and gone when that ends well.
class WriteTrace {
public:
    static WriteTrace& instance() {
        static WriteTrace trace;
        return trace;
    }
    ~WriteTrace() {
        const std::lock_guard lock(mutex_);
        if (file_.is_open())
            remove_name(name_);
    }
    WriteTrace(const WriteTrace&) = delete;
    WriteTrace& operator=(const WriteTrace&) = delete;

    void begin(const fs::path& folder) {
        const std::lock_guard lock(mutex_);
        folder_ = folder;
    }

    void note(const fs::path& folder) {
        const std::lock_guard lock(mutex_);
        if (folder_.empty() || !noted_.insert(folder).second)
            return;
        std::error_code failed;
        if (!file_.is_open()) {
            fs::create_directories(folder_, failed);
            const ProcessMark mark = this_process();
            name_ = folder_ / (std::to_string(mark.process) + "-" + mark.host);
            file_ = Descriptor::of_name(name_);
            if (!file_.is_open() || !file_.lock() || !file_.truncate(0))
                folder_.clear();
        }
        // What cannot be noted is still found by whoever opens the data or writes there again.
        if (file_.is_open())
            file_.write(fs::absolute(folder).string() + '\0');
    }

private:
    WriteTrace() = default;

    std::mutex mutex_;
    fs::path folder_;  ///< empty: nothing is noted
    fs::path name_;
    Descriptor file_;
    std::set<fs::path> noted_;
};

std::vector<fs::path> folders_in(const fs::path& trace) {
    const std::string text = read_file(trace, kMostTraceBytes);
    std::vector<fs::path> folders;
    for (size_t at = 0; at < text.size();) {
        const size_t end = text.find('\0', at);
        if (end == std::string::npos)
            break;  // a kill cut it off, before anything was written there
        folders.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return folders;
}

void settle_trace(const fs::path& trace, std::vector<std::string>& said) {
    if (!trace.filename().native().ends_with("-" + this_process().host))
        return;  // another machine's, which shares this person's folder
    const Descriptor file = Descriptor::to_read(trace);
    if (!file.is_open() || !file.lock() || !file.is_named(trace))
        return;  // of a process that runs
    bool settled = true;
    for (const fs::path& folder : folders_in(trace)) {
        try {
            if (const auto finished = settle_replacements(folder))
                said.push_back(*finished);
        } catch (const Error& error) {
            said.emplace_back(error.what());
            settled = false;
        }
        clear_leftovers(folder);
    }
    if (settled)
        remove_name(trace);
}

}  // namespace

std::vector<std::string> settle_interrupted_writes() {
    std::vector<std::string> said;
    const fs::path folder = user_data_folder() / "rudolph" / "writing";
    if (!folder.is_absolute())
        return said;
    WriteTrace::instance().begin(folder);
    std::vector<fs::path> traces;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        traces.push_back(entry->path());
    std::sort(traces.begin(), traces.end());
    for (const fs::path& trace : traces) {
        try {
            settle_trace(trace, said);
        } catch (const std::exception& error) {
            said.emplace_back(error.what());
        }
    }
    return said;
}

void trace_writing_into(const fs::path& folder) {
    WriteTrace::instance().note(folder);
}

}  // namespace rudolph

#include "tests/faults/power_loss.h"

#include <sys/stat.h>

#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "core/base/file.h"
#include "core/base/sha256.h"

namespace rudolph::test {
namespace fs = std::filesystem;
namespace {

constexpr const char* kRecord = ".rudolph-replacing";

struct Step {
    char what = 0;
    unsigned long inode = 0;
    long long place = 0;
    std::string bytes;

    std::string first() const { return bytes.substr(0, bytes.find('\0')); }
    std::string second() const { return bytes.substr(bytes.find('\0') + 1); }
    bool changes_names() const { return std::string("crlyu").find(what) != std::string::npos; }
    bool waits_for_names() const { return what == 'd' || what == 'S'; }
};

std::vector<Step> read_steps(const fs::path& log) {
    std::vector<Step> steps;
    std::ifstream file(log, std::ios::binary);
    Step step;
    size_t size = 0;
    while (file >> step.what >> step.inode >> step.place >> size) {
        file.get();
        step.bytes.resize(size);
        file.read(step.bytes.data(), static_cast<std::streamsize>(size));
        steps.push_back(step);
    }
    return steps;
}

struct Content {
    std::string latest;
    std::string on_disk;
};

/// The names and the contents, each as far as they have come.
struct Disk {
    std::map<std::string, unsigned long> names;  ///< by absolute path
    std::map<unsigned long, Content> contents;

    void change_names(const Step& step) {
        switch (step.what) {
            case 'c':
                names[step.bytes] = step.inode;
                break;
            case 'y':
                names[step.second()] = step.inode;
                break;
            case 'l':
            case 'r':
                if (const auto from = names.find(step.first()); from != names.end()) {
                    const unsigned long inode = from->second;
                    if (step.what == 'r')
                        names.erase(from);
                    names[step.second()] = inode;
                }
                break;
            default:
                names.erase(step.bytes);
        }
    }

    void change_contents(const Step& step) {
        Content& content = contents[step.inode];
        switch (step.what) {
            case 'c':
                content = {};
                break;
            case 'y':
                content.latest = content.on_disk = "-> " + step.first();
                break;
            case 't':
                content.latest.resize(static_cast<size_t>(step.place));
                break;
            case 'w': {
                const size_t end = static_cast<size_t>(step.place) + step.bytes.size();
                content.latest.resize(std::max(content.latest.size(), end));
                content.latest.replace(static_cast<size_t>(step.place), step.bytes.size(),
                                       step.bytes);
                break;
            }
            case 's':
                content.on_disk = content.latest;
                break;
            case 'S':
                for (auto& [inode, each] : contents)
                    each.on_disk = each.latest;
                break;
            default:
                break;
        }
    }
};

}  // namespace

std::map<std::string, unsigned long> inodes_of(const fs::path& folder) {
    std::map<std::string, unsigned long> inodes;
    for (const auto& [name, bytes] : tree_of(folder)) {
        struct stat found {};
        ::lstat((folder / name).c_str(), &found);
        inodes[name] = found.st_ino;
    }
    return inodes;
}

int each_state_after_power_loss(const fs::path& log, const fs::path& folder, const FileTree& before,
                                const std::map<std::string, unsigned long>& inodes,
                                const std::function<void(const FileTree&)>& visit) {
    Disk start;
    for (const auto& [name, bytes] : before) {
        start.names[(folder / name).string()] = inodes.at(name);
        start.contents[inodes.at(name)] = {bytes, bytes};
    }
    const std::vector<Step> steps = read_steps(log);
    const std::string prefix = folder.string() + "/";
    std::set<std::string> seen;
    int states = 0;
    const auto visit_state = [&](const Disk& names, const Disk& contents, bool latest) {
        FileTree tree;
        std::string key;
        for (const auto& [path, inode] : names.names) {
            if (!path.starts_with(prefix))
                continue;
            const auto content = contents.contents.find(inode);
            const std::string bytes = content == contents.contents.end() ? std::string()
                                      : latest                           ? content->second.latest
                                                                         : content->second.on_disk;
            tree[path.substr(prefix.size())] = bytes;
            key += path + '\0' + sha256_of(bytes);
        }
        if (!seen.insert(sha256_of(key)).second)
            return;
        ++states;
        visit(tree);
    };
    Disk now = start;
    Disk durable = start;  ///< its names are those that certainly have reached the disk
    size_t first_open = 0;
    for (size_t moment = 0; moment <= steps.size(); ++moment) {
        // Every prefix of the changes of names that nobody has waited for.
        Disk names = durable;
        for (size_t next = first_open;; ++next) {
            visit_state(names, now, false);
            visit_state(names, now, true);
            if (next == moment)
                break;
            if (steps[next].changes_names())
                names.change_names(steps[next]);
        }
        if (moment == steps.size())
            break;
        const Step& step = steps[moment];
        now.change_contents(step);
        if (step.waits_for_names()) {
            durable = names;
            first_open = moment + 1;
        }
    }
    return states;
}

void restore(const FileTree& tree, const fs::path& folder) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const auto& [name, bytes] : tree) {
        const fs::path file = folder / name;
        fs::create_directories(file.parent_path());
        if (bytes.starts_with("-> ")) {
            fs::create_symlink(bytes.substr(3), file);
            continue;
        }
        std::ofstream(file, std::ios::binary) << bytes;
        if (file.filename() != kRecord || bytes.empty())
            continue;
        struct stat found {};
        ::lstat(file.c_str(), &found);
        std::string record = bytes.substr(0, bytes.rfind('\n', bytes.size() - 2) + 1);
        const size_t begin = record.find('\n') + 1;
        record.replace(begin, record.find('\t', begin) - begin, std::to_string(found.st_ino));
        std::ofstream(file, std::ios::binary) << record << sha256_of(record) << "\n";
    }
}

}  // namespace rudolph::test

#include "tests/faults/faulty_program.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph::test {
namespace fs = std::filesystem;

FileTree tree_of(const fs::path& folder) {
    FileTree tree;
    if (!fs::exists(folder))
        return tree;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).string();
        if (entry.is_symlink())
            tree[name] = "-> " + fs::read_symlink(entry.path()).string();
        else if (entry.is_regular_file())
            tree[name] = read_file(entry.path());
    }
    return tree;
}

std::string differences(const FileTree& expected, const FileTree& found) {
    std::string text;
    for (const auto& [name, bytes] : expected)
        if (const auto other = found.find(name); other == found.end())
            text += name + " is missing\n";
        else if (other->second != bytes)
            text += name + " is another\n";
    for (const auto& [name, bytes] : found)
        if (!expected.contains(name))
            text += name + " is too much\n";
    return text;
}

void FaultyJob::put_back() const {
    fs::remove_all(folder);
    fs::copy(before, folder, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    fs::remove_all(user_data);
    prepare();
}

ProgramResult FaultyJob::run(const std::vector<std::string>& environment) const {
    std::vector<std::string> all = environment;
    all.push_back("XDG_DATA_HOME=" + user_data.string());
    return Program(arguments, where, all, program).wait();
}

std::map<std::string, long> FaultyJob::counts() const {
    put_back();
    const TempDir dir;
    const fs::path file = dir / "counts";
    const ProgramResult result =
        run({std::string("LD_PRELOAD=") + RUDOLPH_FAULTS, "RUDOLPH_FAULT_COUNTS=" + file.string()});
    std::map<std::string, long> counts;
    if (result.status != 0)
        throw std::runtime_error("the job fails without a fault: " + result.err);
    for (const std::string_view line : lines(read_file(file)))
        if (const auto parts = words(line); parts.size() == 2)
            counts[std::string(parts[0])] = static_cast<long>(parse_integer(parts[1]).value_or(0));
    return counts;
}

ProgramResult FaultyJob::run_with_fault(const std::string& kind, long number,
                                        const std::string& how) const {
    put_back();
    return run({std::string("LD_PRELOAD=") + RUDOLPH_FAULTS,
                "RUDOLPH_FAULT=" + kind + ":" + std::to_string(number) + ":" + how});
}

std::vector<long> some(long count, long most) {
    std::vector<long> chosen;
    for (long i = 0; i < std::min(count, most); ++i)
        chosen.push_back(count <= most ? i + 1 : 1 + i * (count - 1) / (most - 1));
    return chosen;
}

std::vector<long> numbers(long count, long most) {
    return some(count, std::getenv("RUDOLPH_EVERY_FAULT") != nullptr ? count : most);
}

}  // namespace rudolph::test

#include "core/base/offered_file.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "core/base/system.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDigits = 64;

fs::path sum_file(fs::path file) {
    return file += ".sha256";
}

}  // namespace

fs::path downloaded_models_folder() {
    return user_data_folder() / "rudolph" / "models";
}

bool is_sha256(const std::string& sum, const std::string& wanted) {
    return !wanted.empty() && sum.starts_with(wanted);
}

std::string read_with_sha256(const fs::path& file, const std::string& sha256) {
    std::string bytes = read_file(file);
    if (const std::string sum = sha256_of(bytes); !is_sha256(sum, sha256))
        throw Error("the file is damaged or another one: its SHA-256 is " + sum + " and should " +
                        (sha256.size() < kDigits ? "begin with " : "be ") + sha256,
                    {file}, "get it again");
    return bytes;
}

void keep_downloaded(const fs::path& file, std::string_view bytes, const std::string& sha256) {
    write_file(file, bytes);
    if (sha256.size() < kDigits)
        write_file(sum_file(file), sha256_of(bytes) + "  " + file.filename().string() + "\n");
}

std::string known_sha256(const fs::path& file, const std::string& sha256) {
    const std::string sum = read_part(sum_file(file), 0, kDigits);
    return sum.size() == kDigits && is_sha256(sum, sha256) ? sum : sha256;
}

}  // namespace rudolph

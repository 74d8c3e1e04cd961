#include "core/base/file.h"

#include <fstream>
#include <system_error>

#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/growing_file.h"

namespace rudolph {
namespace fs = std::filesystem;

std::string read_file(const fs::path& file, std::uint64_t max_bytes) {
    std::error_code failed;
    const auto status = fs::status(file, failed);
    if (!fs::exists(status))
        throw Error("the file does not exist", {file});
    if (fs::is_directory(status))
        throw Error("this is a folder, not a file", {file});
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error("cannot be opened: " + errno_text(), {file}, "check its permissions");
    // Read in pieces rather than by the size the file system claims: pipes and /proc claim none.
    std::string bytes;
    char piece[1 << 16];
    while (stream.read(piece, sizeof piece), stream.gcount() > 0) {
        bytes.append(piece, static_cast<size_t>(stream.gcount()));
        if (bytes.size() > max_bytes)
            throw Error("larger than " + std::to_string(max_bytes) + " bytes", {file});
    }
    if (stream.bad())
        throw Error("cannot be read: " + errno_text(), {file});
    return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
    GrowingFile growing(file);
    growing.append(bytes);
    growing.commit();
}

void create_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error("the folder cannot be created: " + failed.message(), {folder},
                    "choose a folder that can be written to");
}

}  // namespace rudolph

#include "app/command_output_target.h"

#include <algorithm>
#include <system_error>

#include "app/command.h"
#include "app/command_output.h"
#include "core/base/destination.h"
#include "core/base/file.h"

namespace rudolph {
namespace fs = std::filesystem;

void claim_standard_output(std::initializer_list<std::string> files) {
    const auto claims = std::count(files.begin(), files.end(), "-");
    if (claims > 1)
        throw UsageError("only one thing can go to standard output");
    if (claims == 1)
        keep_standard_output();
}

OutputTarget::OutputTarget(const std::string& file_or_dash, const std::string& extension)
    : path_(file_or_dash), is_temporary_(file_or_dash == "-") {
    if (!is_temporary_)
        return;
    make_beside(fs::temp_directory_path(), path_, extension);
}

OutputTarget::~OutputTarget() {
    std::error_code ignored;
    if (is_temporary_)
        fs::remove(path_, ignored);
}

void OutputTarget::finish() {
    if (is_temporary_)
        write_standard_output(read_file(path_));
}

void write_output(const std::string& file_or_dash, std::string_view bytes) {
    if (file_or_dash == "-")
        write_standard_output(bytes);
    else
        write_file(file_or_dash, bytes);
}

void refuse_standard_output(const std::string& destination) {
    if (destination == "-")
        throw UsageError(
            "several files are written here, which standard output cannot hold: name "
            "a folder or a file");
}

}  // namespace rudolph

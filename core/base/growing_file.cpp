#include "core/base/growing_file.h"

#include <utility>

#include "core/base/destination.h"
#include "core/base/file.h"
#include "core/base/staged_files.h"

namespace rudolph {
namespace fs = std::filesystem;

GrowingFile::GrowingFile(fs::path file) : file_(std::move(file)), place_(destination_of(file_)) {
    create_folder(place_.parent_path());
    descriptor_ = make_beside(place_.parent_path(), beside_);
}

GrowingFile::~GrowingFile() {
    descriptor_.close();
    std::error_code ignored;
    if (!beside_.empty())
        fs::remove(beside_, ignored);
}

void GrowingFile::append(std::string_view bytes) {
    if (!descriptor_.write(bytes))
        throw cannot_be_written(file_);
}

void GrowingFile::commit() {
    StagedFiles files;
    files.adopt(std::exchange(beside_, {}), std::move(descriptor_), place_);
    files.commit();
}

}  // namespace rudolph

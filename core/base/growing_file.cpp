#include "core/base/growing_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace fs = std::filesystem;

GrowingFile::GrowingFile(fs::path file) : file_(std::move(file)) {
    const fs::path folder = file_.has_parent_path() ? file_.parent_path() : fs::path(".");
    create_folder(folder);
    descriptor_ = Descriptor::make_hidden(folder, file_.filename().string() + ".", beside_);
}

GrowingFile::~GrowingFile() {
    descriptor_.close();
    if (!beside_.empty())
        ::unlink(beside_.c_str());
}

void GrowingFile::append(std::string_view bytes) {
    if (!descriptor_.write(bytes))
        throw cannot_be_written(file_);
}

void GrowingFile::commit() {
    // Hidden files are for their owner only.
    if (::fchmod(descriptor_.get(), usual_access()) != 0 || !descriptor_.flush())
        throw cannot_be_written(file_);
    descriptor_.close();
    if (::rename(beside_.c_str(), file_.c_str()) != 0)
        throw Error("cannot be replaced: " + errno_text(), {file_});
    beside_.clear();
}

}  // namespace rudolph

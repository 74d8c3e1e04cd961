#include "core/model/zip_archive.h"

#include <zip.h>

#include "core/base/error.h"

namespace rudolph {

struct ZipArchive::Handle {
    zip_t* archive = nullptr;

    Handle() = default;
    ~Handle() {
        if (archive != nullptr)
            zip_discard(archive);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

namespace {

std::string text_of(zip_error_t& error) {
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

struct CloseMember {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, const std::filesystem::path& name)
    : bytes_(bytes), name_(name), handle_(std::make_unique<Handle>()) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        throw Error("its zip archive cannot be read: " + text_of(error), {name}, kDamagedAdvice);
    handle_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (handle_->archive == nullptr) {
        zip_source_free(source);
        throw Error("its zip archive cannot be read: " + text_of(error), {name}, kDamagedAdvice);
    }
    zip_error_fini(&error);
    const zip_int64_t count = zip_get_num_entries(handle_->archive, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* member =
                zip_get_name(handle_->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW))
            members_.emplace_back(member);
}

ZipArchive::~ZipArchive() = default;

bool ZipArchive::contains(const std::string& member) const {
    return zip_name_locate(handle_->archive, member.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::string ZipArchive::read(const std::string& member) const {
    zip_stat_t about;
    if (zip_stat(handle_->archive, member.c_str(), ZIP_FL_ENC_RAW, &about) != 0)
        throw Error("its zip archive has no member '" + member + "'", {name_}, kDamagedAdvice);
    if (about.comp_method != ZIP_CM_STORE)
        throw Error("member '" + member + "' of its zip archive is compressed", {name_},
                    "PyTorch does not compress; save the weights again with torch.save");
    if (about.size > bytes_.size())
        throw Error("member '" + member + "' of its zip archive claims to be larger than the file",
                    {name_}, kDamagedAdvice);
    const std::unique_ptr<zip_file_t, CloseMember> stream(
        zip_fopen(handle_->archive, member.c_str(), ZIP_FL_ENC_RAW));
    std::string result(about.size, '\0');
    // libzip compares the checksum when it has read to the end, which one byte more asks for.
    char beyond = 0;
    if (stream == nullptr ||
        zip_fread(stream.get(), result.data(), about.size) !=
            static_cast<zip_int64_t>(about.size) ||
        zip_fread(stream.get(), &beyond, 1) != 0)
        throw Error("member '" + member + "' of its zip archive is cut off or damaged", {name_},
                    kDamagedAdvice);
    return result;
}

}  // namespace rudolph

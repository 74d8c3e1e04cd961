#include "core/model/weights_file.h"

#include "core/base/file.h"
#include "core/model/pth.h"

namespace rudolph {
namespace {

constexpr std::uint64_t kMaxFile = std::uint64_t{1} << 36;

}  // namespace

Safetensors parse_weights(std::string_view bytes, const std::filesystem::path& name) {
    return looks_like_pth(bytes) ? parse_pth(bytes, name) : parse_safetensors(bytes, name);
}

Safetensors read_weights(const std::filesystem::path& file) {
    return parse_weights(read_file(file, kMaxFile), file);
}

}  // namespace rudolph

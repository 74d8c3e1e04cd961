#include "core/model/weights_file.h"

#include "core/base/file.h"
#include "core/model/pth.h"
#include "core/model/quantised.h"

namespace rudolph {

Safetensors parse_weights(std::string_view bytes, const std::filesystem::path& name) {
    return looks_like_pth(bytes) ? parse_pth(bytes, name)
                                 : dequantised(parse_safetensors(bytes, name), name);
}

Safetensors read_weights(const std::filesystem::path& file) {
    return parse_weights(read_file(file, kMaxWeightsBytes), file);
}

}  // namespace rudolph

#pragma once

#include "core/model/safetensors.h"

namespace rudolph {

/// The tensors of a file of weights, whose content says what it is: .safetensors, those of 8 bits
/// turned back (see dequantised), or a state dictionary of PyTorch (.pth, .pt; see parse_pth).
/// Throws Error naming the file.
Safetensors read_weights(const std::filesystem::path& file);
/// From bytes in memory; `name` stands for the file in errors.
Safetensors parse_weights(std::string_view bytes, const std::filesystem::path& name);

}  // namespace rudolph

#pragma once

#include <filesystem>
#include <string_view>

#include "core/model/safetensors.h"

namespace rudolph {

/// Whether bytes begin as what torch.save writes: a zip archive, or the older form's magic number.
bool looks_like_pth(std::string_view bytes);

/// The tensors of a state dictionary that torch.save wrote, in its order: PyTorch's zip form (since
/// 1.6) and the older one of pickles followed by raw numbers. Nothing of the file is executed; see
/// read_pickle. A dictionary inside one (under "state_dict", "model_state_dict", "model" or "net")
/// is found, "module." before every name (DataParallel) is dropped, and entries that are no tensors
/// are left out. Views become tensors of their own. Throws Error naming the file and what is wrong
/// with it; takes memory by the size of the file only.
Safetensors parse_pth(std::string_view bytes, const std::filesystem::path& name);

}  // namespace rudolph

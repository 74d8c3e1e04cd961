#pragma once

#include "core/model/safetensors.h"

namespace rudolph {

/// The same weights in about a quarter of the bytes, for models that are handed on: tensors of at
/// least two dimensions and kQuantisedFrom numbers become whole numbers from −127 to 127 (I8), with
/// a step for each of the first dimension's slices in NAME.step (F32), so that the largest weight
/// of a slice becomes ±127. The rest and the metadata stay as they are.
Safetensors quantised(const Safetensors& contents);
inline constexpr std::int64_t kQuantisedFrom = 1024;

/// Turns such weights back into F32; what is not quantised stays. Throws Error naming `file` when
/// the steps do not fit.
Safetensors dequantised(Safetensors contents, const std::filesystem::path& file);

}  // namespace rudolph

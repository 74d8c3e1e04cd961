#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "core/model/pickle.h"
#include "core/model/safetensors.h"

namespace rudolph {

/// For a file that holds something else.
inline constexpr const char* kSaveAdvice =
    "in Python, save model.state_dict() and choose that file";

/// Everything that a pickled dictionary of tensors may refer to, for read_pickle.
std::span<const std::string_view> globals_of_weights();

/// What the numbers of a storage ("torch.FloatStorage") are; empty when it is none.
std::optional<NumberType> type_of_storage(std::string_view global);

/// All the numbers of a storage, by its key, little-endian.
using StorageOf = std::function<std::string_view(const std::string& key)>;

/// The tensors of such a dictionary: what parse_pth does once the file has been taken apart.
Safetensors tensors_of(const Pickle& pickle, const StorageOf& storage_of, std::size_t file_size,
                       const std::filesystem::path& name);

}  // namespace rudolph

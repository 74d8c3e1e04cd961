#pragma once

#include <filesystem>

#include "core/base/offered_file.h"

namespace rudolph {

/// YuNet's weights, which are not part of the program.
const OfferedFile& yunet_file();

/// The weights when they are there: at $RUDOLPH_YUNET, or among what was downloaded. Empty
/// otherwise.
std::filesystem::path find_yunet();

}  // namespace rudolph

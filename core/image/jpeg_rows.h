#pragma once

#include <optional>
#include <string_view>

namespace rudolph {

/// Where the data of a JPEG's last row ends, although the marker of its end may be missing there,
/// or something else stand in its place; empty where rows, or scans that complete them, are
/// missing. Takes about as long as decoding. Safe to call from many threads.
std::optional<size_t> end_of_jpeg_rows(std::string_view bytes);

}  // namespace rudolph

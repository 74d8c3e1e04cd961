#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/runs/run.h"

namespace rudolph {

/// The figures of a run's epochs as a TensorBoard event file: scalars loss/train, loss/validation,
/// nme/validation, error_px/validation and learning_rate with the epoch as their step and the wall
/// time at its end. Figures that are no numbers are left out. Throws Error for a run without
/// epochs.
///
/// A file of TFRecords (tensorflow/core/lib/io/record_writer.h), each an Event message
/// (tensorflow/core/util/event.proto) in protobuf's wire format
/// (https://protobuf.dev/programming-guides/encoding).
std::string tensorboard_events(const RunRecord& run);

/// Writes it into the run's folder, over that of an earlier time, and says where. Point
/// `tensorboard --logdir` at the folder of runs. Throws Error.
std::filesystem::path export_tensorboard(const RunRecord& run);

/// CRC-32C (RFC 3720, appendix B.4), and masked as TFRecords have it.
std::uint32_t crc32c(std::string_view bytes);
std::uint32_t masked_crc32c(std::string_view bytes);

}  // namespace rudolph

#include "core/runs/tensorboard.h"

#include <array>
#include <bit>
#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/runs/run_files.h"

namespace rudolph {
namespace {

/// Wire types of protobuf.
enum Wire : std::uint8_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

// Numbers of the fields in event.proto and summary.proto.
constexpr int kWallTime = 1;
constexpr int kStepTag = 2;
constexpr int kFileVersion = 3;
constexpr int kSummary = 5;
constexpr int kValue = 1;
constexpr int kTag = 1;
constexpr int kSimpleValue = 2;

template <class Unsigned>
void append_little_endian(std::string& bytes, Unsigned value) {
    for (size_t i = 0; i < sizeof value; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    bytes += static_cast<char>(value);
}

void append_tag(std::string& message, int field, Wire wire) {
    append_varint(message, static_cast<std::uint64_t>(field) << 3U | wire);
}

void append_bytes(std::string& message, int field, std::string_view bytes) {
    append_tag(message, field, kBytes);
    append_varint(message, bytes.size());
    message += bytes;
}

void append_double(std::string& message, int field, double value) {
    append_tag(message, field, kFixed64);
    append_little_endian(message, std::bit_cast<std::uint64_t>(value));
}

void append_float(std::string& message, int field, float value) {
    append_tag(message, field, kFixed32);
    append_little_endian(message, std::bit_cast<std::uint32_t>(value));
}

std::string record(std::string_view data) {
    std::string bytes;
    append_little_endian(bytes, static_cast<std::uint64_t>(data.size()));
    append_little_endian(bytes, masked_crc32c(bytes));
    bytes += data;
    append_little_endian(bytes, masked_crc32c(data));
    return bytes;
}

std::string epoch_event(double wall_time, const EpochMetrics& epoch) {
    std::string summary;
    const auto scalar = [&summary](std::string_view name, double figure) {
        if (!std::isfinite(figure))
            return;
        std::string value;
        append_bytes(value, kTag, name);
        append_float(value, kSimpleValue, static_cast<float>(figure));
        append_bytes(summary, kValue, value);
    };
    scalar("loss/train", epoch.train_loss);
    scalar("loss/validation", epoch.validation_loss);
    scalar("nme/validation", epoch.nme);
    scalar("error_px/validation", epoch.error_px);
    scalar("learning_rate", epoch.learning_rate);
    std::string event;
    append_double(event, kWallTime, wall_time);
    append_tag(event, kStepTag, kVarint);
    append_varint(event, static_cast<std::uint64_t>(epoch.epoch));
    append_bytes(event, kSummary, summary);
    return event;
}

double start_of(const RunRecord& run) {
    return static_cast<double>(seconds_of(run.summary.started).value_or(0));
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    constexpr std::uint32_t reversed_polynomial = 0x82F63B78;
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            std::uint32_t rest = i;
            for (int bit = 0; bit < 8; ++bit)
                rest = (rest & 1U) != 0 ? rest >> 1U ^ reversed_polynomial : rest >> 1U;
            made[i] = rest;
        }
        return made;
    }();
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ crc >> 8U;
    return ~crc;
}

std::uint32_t masked_crc32c(std::string_view bytes) {
    return std::rotr(crc32c(bytes), 15) + 0xA282EAD8U;
}

std::string tensorboard_events(const RunRecord& run) {
    if (run.epochs.empty())
        throw Error("the run has no epoch to export", {run.folder});
    double wall_time = start_of(run);
    std::string version;
    append_double(version, kWallTime, wall_time);
    append_bytes(version, kFileVersion, "brain.Event:2");
    std::string bytes = record(version);
    for (const EpochMetrics& epoch : run.epochs) {
        if (std::isfinite(epoch.seconds))
            wall_time += epoch.seconds;
        bytes += record(epoch_event(wall_time, epoch));
    }
    return bytes;
}

std::filesystem::path export_tensorboard(const RunRecord& run) {
    const std::string events = tensorboard_events(run);
    std::error_code ignored;
    if (!std::filesystem::is_directory(run.folder, ignored))
        throw Error("the run is not there any more", {run.folder}, "read the folder of runs again");
    // TensorBoard takes files with "tfevents" in their names.
    const auto seconds = static_cast<long long>(start_of(run));
    std::filesystem::path file =
        run.folder / ("events.out.tfevents." + std::to_string(seconds) + ".rudolph");
    write_file(file, events);
    return file;
}

}  // namespace rudolph

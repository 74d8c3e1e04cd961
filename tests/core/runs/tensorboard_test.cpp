#include "core/runs/tensorboard.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <map>

#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

// A reader of its own, written from the formats' descriptions and not from the writer.

struct Message {
    std::multimap<int, std::string> fields;  ///< bytes as they are on the wire
    std::string one(int field) const {
        EXPECT_EQ(fields.count(field), 1U) << field;
        const auto found = fields.find(field);
        return found == fields.end() ? std::string() : found->second;
    }
};

unsigned long long varint_at(const std::string& bytes, size_t& at) {
    unsigned long long value = 0;
    for (int shift = 0; at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<unsigned long long>(byte % 128) << shift;
        if (byte < 128)
            break;
    }
    return value;
}

Message parsed(const std::string& bytes) {
    Message message;
    for (size_t at = 0; at < bytes.size();) {
        const unsigned long long key = varint_at(bytes, at);
        size_t length = 0;
        const size_t start = at;
        switch (key % 8) {
            case 0:
                varint_at(bytes, at);
                length = at - start;
                at = start;
                break;
            case 1:
                length = 8;
                break;
            case 2:
                length = varint_at(bytes, at);
                break;
            case 5:
                length = 4;
                break;
            default:
                ADD_FAILURE() << "wire type " << key % 8;
                return message;
        }
        message.fields.emplace(static_cast<int>(key / 8), bytes.substr(at, length));
        at += length;
    }
    return message;
}

template <class Number>
Number as(const std::string& bytes) {
    Number number{};
    EXPECT_EQ(bytes.size(), sizeof number);
    std::memcpy(&number, bytes.data(), std::min(bytes.size(), sizeof number));
    return number;
}

/// Bit by bit, with the polynomial x^32 + x^28 + x^27 + … of RFC 3720.
std::uint32_t checksum(const std::string& bytes) {
    std::uint32_t crc = ~0U;
    for (const char byte : bytes)
        for (int bit = 0; bit < 8; ++bit) {
            const bool one = ((crc ^ (static_cast<unsigned char>(byte) >> bit)) & 1U) != 0;
            crc = (crc >> 1) ^ (one ? 0x82F63B78U : 0U);
        }
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

std::vector<Message> events_in(const std::string& file) {
    std::vector<Message> events;
    for (size_t at = 0; at < file.size();) {
        const std::string head = file.substr(at, 8);
        const auto length = as<std::uint64_t>(head);
        EXPECT_EQ(as<std::uint32_t>(file.substr(at + 8, 4)), checksum(head));
        const std::string data = file.substr(at + 12, length);
        EXPECT_EQ(as<std::uint32_t>(file.substr(at + 12 + length, 4)), checksum(data));
        events.push_back(parsed(data));
        at += 16 + length;
    }
    return events;
}

std::map<std::string, float> scalars_of(const Message& event) {
    std::map<std::string, float> scalars;
    const Message summary = parsed(event.one(5));
    for (const auto& [field, bytes] : summary.fields) {
        EXPECT_EQ(field, 1);
        const Message value = parsed(bytes);
        scalars[value.one(1)] = as<float>(value.one(2));
    }
    return scalars;
}

RunRecord run_of_two_epochs(const TempDir& folder) {
    const RunWriter writer = writer_in(folder.path());
    RunSummary summary = finished_summary();
    writer.write_summary(summary);
    writer.write_metrics(
        {{1, 0.5, 0.25, 8, 0.125, 0.001, 1.5, 0.5}, {300, 0.25, 0.5, 4, kNaN, 0.0005, 2.5, 0.5}});
    return read_run(writer.folder());
}

TEST(Tensorboard, ChecksumsAreThoseOfTheStandard) {
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
    EXPECT_EQ(crc32c(""), 0U);
    EXPECT_EQ(masked_crc32c("123456789"), checksum("123456789"));
}

TEST(Tensorboard, EventsAreReadBackByAnotherReader) {
    const TempDir folder;
    const CommaLocale comma;
    const std::filesystem::path file = export_tensorboard(run_of_two_epochs(folder));
    EXPECT_THAT(file.filename().string(), HasSubstr("tfevents"));
    const std::vector<Message> events = events_in(read_file(file));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].one(3), "brain.Event:2");
    // 2024-05-31T18:20:42+02:00
    EXPECT_EQ(as<double>(events[0].one(1)), 1717172442);
    EXPECT_EQ(as<double>(events[1].one(1)), 1717172442 + 1.5);
    EXPECT_EQ(as<double>(events[2].one(1)), 1717172442 + 4);
    EXPECT_EQ(events[1].one(2), "\x01");
    EXPECT_EQ(events[2].one(2), "\xAC\x02");
    EXPECT_EQ(scalars_of(events[1]), (std::map<std::string, float>{{"loss/train", 0.5F},
                                                                   {"loss/validation", 0.25F},
                                                                   {"nme/validation", 0.125F},
                                                                   {"error_px/validation", 8.F},
                                                                   {"learning_rate", 0.001F}}));
    // What is not known is not there.
    EXPECT_EQ(scalars_of(events[2]).count("nme/validation"), 0U);
}

TEST(Tensorboard, AgainReplacesTheFileOfTheFirstTime) {
    const TempDir folder;
    const RunRecord run = run_of_two_epochs(folder);
    EXPECT_EQ(export_tensorboard(run), export_tensorboard(run));
    EXPECT_EQ(read_run(run.folder).epochs.size(), 2U);
}

TEST(Tensorboard, RefusesARunWithoutEpochsOrWithoutAFolder) {
    const TempDir folder;
    RunRecord run = run_of_two_epochs(folder);
    std::filesystem::remove_all(run.folder);
    EXPECT_THAT(error_of([&] { export_tensorboard(run); }).what(), HasSubstr("not there any more"));
    run.epochs.clear();
    EXPECT_THAT(error_of([&] { export_tensorboard(run); }).what(), HasSubstr("no epoch"));
}

}  // namespace
}  // namespace rudolph::test

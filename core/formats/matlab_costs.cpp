#include "core/formats/matlab_costs.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/byte_order.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

/// Types and classes of the file format: MathWorks, "MAT-File Format", tables 1-1 and 1-3.
constexpr std::uint32_t kSignedBytes = 1;
constexpr std::uint32_t kSigned = 5;
constexpr std::uint32_t kUnsigned = 6;
constexpr std::uint32_t kMatrix = 14;
constexpr std::uint32_t kCompressed = 15;
constexpr std::uint32_t kUtf8 = 16;
constexpr unsigned kCell = 1;
constexpr unsigned kStructure = 2;
constexpr unsigned kObject = 3;
constexpr unsigned kSparse = 5;
constexpr unsigned kFunction = 16;
constexpr unsigned kOpaque = 17;  ///< of newer classes, such as strings and tables
constexpr std::uint64_t kMatlabHeaderBytes = 128;
constexpr std::uint64_t kTagBytes = 8;

/// Bytes one after the other; fewer than asked for where they end.
class Source {
public:
    virtual ~Source() = default;
    virtual size_t read(char* to, size_t count) = 0;
    /// False where the bytes end before.
    virtual bool skip(std::uint64_t count) = 0;
};

class FileSource : public Source {
public:
    FileSource(std::ifstream& stream, std::uint64_t left) : stream_(stream), left_(left) {}
    size_t read(char* to, size_t count) override {
        stream_.read(to, static_cast<std::streamsize>(std::min<std::uint64_t>(count, left_)));
        const auto got = static_cast<size_t>(stream_.gcount());
        left_ -= got;
        return got;
    }
    bool skip(std::uint64_t count) override {
        const std::uint64_t go = std::min(count, left_);
        stream_.seekg(static_cast<std::streamoff>(go), std::ios::cur);
        left_ -= go;
        return go == count && stream_.good();
    }

private:
    std::ifstream& stream_;
    std::uint64_t left_;
};

class UnpackedSource : public Source {
public:
    explicit UnpackedSource(FileSource& packed) : packed_(packed) {
        good_ = inflateInit(&state_) == Z_OK;
    }
    ~UnpackedSource() override { inflateEnd(&state_); }
    UnpackedSource(const UnpackedSource&) = delete;
    UnpackedSource& operator=(const UnpackedSource&) = delete;

    size_t read(char* to, size_t count) override {
        state_.next_out = reinterpret_cast<Bytef*>(to);
        state_.avail_out = static_cast<uInt>(count);
        while (good_ && state_.avail_out > 0) {
            if (state_.avail_in == 0) {
                state_.avail_in = static_cast<uInt>(packed_.read(input_.data(), input_.size()));
                state_.next_in = reinterpret_cast<Bytef*>(input_.data());
            }
            good_ = state_.avail_in > 0 && inflate(&state_, Z_NO_FLUSH) == Z_OK;
        }
        return count - state_.avail_out;
    }
    bool skip(std::uint64_t count) override {
        std::array<char, 4096> nowhere;
        while (count > 0) {
            const auto some = static_cast<size_t>(std::min<std::uint64_t>(count, nowhere.size()));
            if (read(nowhere.data(), some) < some)
                return false;
            count -= some;
        }
        return true;
    }

private:
    FileSource& packed_;
    std::array<char, 4096> input_{};
    z_stream state_{};
    bool good_ = false;
};

[[noreturn]] void throw_too_much(const fs::path& file, const char* what) {
    throw Error(what, {file}, "it is damaged, or made to take all memory");
}

struct Tag {
    std::uint32_t type = 0;
    std::uint64_t size = 0;       ///< of what follows, without what fills it up
    std::uint64_t filled = 0;     ///< with it
    std::array<char, 4> small{};  ///< what follows, where it is in the tag itself
    bool is_small = false;
};

/// Goes through what a file announces without taking memory for it.
class Announced {
public:
    Announced(const fs::path& file, bool is_big) : file_(file), is_big_(is_big) {}

    /// The tag of the next element, which takes no more than `left` bytes; nothing where the bytes
    /// end. `left` becomes what is behind the element.
    std::optional<Tag> tag(Source& source, std::uint64_t& left) const {
        std::array<char, kTagBytes> bytes{};
        if (left < kTagBytes || source.read(bytes.data(), kTagBytes) < kTagBytes)
            return std::nullopt;
        left -= kTagBytes;
        Tag tag;
        const std::string_view words(bytes.data(), bytes.size());
        const std::uint32_t first = number(words);
        tag.type = first & 0xFFFF;
        tag.is_small = first >> 16 != 0;
        if (tag.is_small) {
            tag.size = first >> 16;
            std::copy(bytes.begin() + 4, bytes.end(), tag.small.begin());
            return tag;
        }
        tag.type = first;
        tag.size = number(words, 4);
        tag.filled = std::min(tag.type == kCompressed ? tag.size : (tag.size + 7) / 8 * 8, left);
        left -= tag.filled;
        return tag;
    }

    /// A matrix behind its tag, of no more than `left` bytes.
    void matrix(Source& source, std::uint64_t left, int depth) const {
        if (left == 0)
            return;  // an empty cell
        if (depth > kDeepestCell)
            throw_too_much(file_, "cells and structures lie too deep in one another");
        const std::uint64_t all = left;
        const std::string flags = element(source, left, {kUnsigned});
        if (flags.size() != kTagBytes)
            throw_damaged();
        const unsigned kind = number(flags) & 0xFF;
        std::uint64_t matrices = 1;
        if (kind != kOpaque) {
            const std::string dimensions = element(source, left, {kSigned});
            // Of a sparse matrix they do not say how many numbers follow.
            for (size_t at = 0; kind != kSparse && at + 4 <= dimensions.size(); at += 4)
                times(matrices, number(dimensions, at), all);
        }
        // Of all kinds: matio takes memory for a name as long as is announced.
        element(source, left, {kSignedBytes, kUtf8});
        if (kind != kCell && kind != kStructure && kind != kObject && kind != kFunction)
            return skip_inner(source, left, depth);
        if (kind == kObject)
            element(source, left, {kSignedBytes, kUtf8});
        if (kind == kStructure || kind == kObject) {
            const std::string length = element(source, left, {kSigned});
            const Tag names = next(source, left, {kSignedBytes, kUtf8});
            if (length.size() < 4)
                throw_damaged();
            if (!names.is_small)
                skip(source, names.filled);
            const std::uint32_t each = number(length);
            const std::uint64_t fields = each > 0 ? names.size / each : 0;
            // matio takes names for as many as are announced, not as are there.
            std::uint64_t taken = fields;
            times(taken, each, std::max(names.filled, kTagBytes));
            times(matrices, fields, all);
        }
        for (; matrices > 0 && left >= kTagBytes; --matrices) {
            const Tag one = next(source, left, {kMatrix});
            if (!one.is_small)
                matrix(source, one.filled, depth + 1);
        }
        skip_inner(source, left, depth);
    }

private:
    /// What cannot be followed here is not left to matio, which may follow it elsewhere.
    [[noreturn]] void throw_damaged() const {
        throw Error("a variable is damaged or cut short", {file_},
                    "copy the file again, or save it again with MATLAB's save");
    }

    std::uint32_t number(std::string_view bytes, size_t at = 0) const {
        return is_big_ ? big_endian(bytes, at) : little_endian(bytes, at);
    }

    /// Each of them takes a byte at least.
    void times(std::uint64_t& count, std::uint64_t factor, std::uint64_t bytes) const {
        if (factor > 0 && count > bytes / factor)
            throw_too_much(file_, "it announces more numbers, cells or fields than it has bytes");
        count *= factor;
    }

    void skip(Source& source, std::uint64_t bytes) const {
        if (!source.skip(bytes))
            throw_damaged();
    }

    /// To what comes behind a matrix within another.
    void skip_inner(Source& source, std::uint64_t bytes, int depth) const {
        if (depth > 0)
            skip(source, bytes);
    }

    /// A tag of one of these types.
    Tag next(Source& source, std::uint64_t& left,
             std::initializer_list<std::uint32_t> types) const {
        const auto found = tag(source, left);
        if (!found || std::find(types.begin(), types.end(), found->type) == types.end())
            throw_damaged();
        return *found;
    }

    /// The contents of a short element: flags, dimensions, names.
    std::string element(Source& source, std::uint64_t& left,
                        std::initializer_list<std::uint32_t> types) const {
        constexpr std::uint64_t most = 4096;
        const Tag found = next(source, left, types);
        if (found.size > (found.is_small ? found.small.size() : std::min(most, found.filled)))
            throw_damaged();
        std::string contents(static_cast<size_t>(found.size), '\0');
        if (found.is_small)
            std::copy_n(found.small.begin(), contents.size(), contents.begin());
        else if (source.read(contents.data(), contents.size()) < contents.size() ||
                 !source.skip(found.filled - found.size))
            throw_damaged();
        return contents;
    }

    const fs::path& file_;
    bool is_big_;
};

/// Of version 4, which has no head of its own: variables of five whole numbers (type, rows,
/// columns, whether they are complex, the name's length), a name, and numbers. It ends where matio
/// ends: at what is no such variable. MathWorks, "MAT-File Format", appendix "MAT-Files Version 4".
void require_affordable_version_4(const fs::path& file) {
    constexpr size_t kNumbers = 5;
    constexpr std::uint32_t kLargestType = 4052;
    constexpr std::array<std::uint64_t, 6> kBytesOfPrecision = {8, 4, 4, 2, 2, 1};
    std::ifstream stream(file, std::ios::binary);
    FileSource source(stream, fs::file_size(file));
    std::uint64_t left = fs::file_size(file);
    std::array<char, 4 * kNumbers> bytes{};
    while (source.read(bytes.data(), bytes.size()) == bytes.size()) {
        left -= bytes.size();
        const std::string_view words(bytes.data(), bytes.size());
        const bool is_big = little_endian(words, 0) > kLargestType;
        const auto number = [&](size_t i) {
            return is_big ? big_endian(words, 4 * i) : little_endian(words, 4 * i);
        };
        const size_t precision = number(0) / 10 % 10;
        const std::uint64_t name = number(4);
        if (number(0) > kLargestType || precision >= kBytesOfPrecision.size() || name == 0)
            return;
        std::uint64_t taken = kBytesOfPrecision[precision] * (number(3) != 0 ? 2 : 1);
        for (const std::uint64_t factor : {number(1), number(2)}) {
            if (factor > 0 && taken > left / factor)
                throw_too_much(file, "it announces more numbers than it has bytes");
            taken *= factor;
        }
        if (name > left || taken > left - name)
            throw_too_much(file, "it announces more numbers, or a longer name, than it has bytes");
        source.skip(name + taken);
        left -= name + taken;
    }
}

}  // namespace

void require_affordable_matlab(const fs::path& file) {
    const std::string head = read_part(file, 0, kMatlabHeaderBytes);
    const std::string_view version =
        std::string_view(head).substr(std::min<size_t>(head.size(), kMatlabHeaderBytes - 4));
    const bool is_big = version == std::string_view("\1\0MI", 4);
    if (!is_big && version != std::string_view("\0\1IM", 4)) {
        require_affordable_version_4(file);
        return;
    }
    const Announced announced(file, is_big);
    std::uint64_t left = fs::file_size(file) - kMatlabHeaderBytes;
    std::ifstream stream(file, std::ios::binary);
    while (left >= kTagBytes) {
        stream.clear();
        stream.seekg(static_cast<std::streamoff>(fs::file_size(file) - left));
        FileSource whole(stream, left);
        const auto tag = announced.tag(whole, left);
        if (!tag)
            return;
        FileSource part(stream, tag->filled);
        // matio looks at no more of it.
        const std::uint32_t type = tag->type & 0xFF;
        if (type == kCompressed) {
            UnpackedSource unpacked(part);
            std::uint64_t most = tag->filled * kMostUnpacked;
            if (const auto inner = announced.tag(unpacked, most); inner && inner->type == kMatrix)
                announced.matrix(unpacked, inner->filled, 0);
        } else if (type == kMatrix) {
            announced.matrix(part, tag->filled, 0);
        }
    }
}

}  // namespace rudolph

#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace rudolph {

/// What a value of a pickle is. Nothing is ever called: a Call only says what would be.
enum class PickleKind {
    None,
    Bool,
    Integer,
    LargeInteger,  ///< `text` holds its little-endian bytes
    Number,
    Text,  ///< and bytes
    Tuple,
    List,
    Dict,  ///< also an OrderedDict; items: key, value, key, value, …
    Global,
    Call,        ///< items: the Global, the Tuple of arguments
    Persistent,  ///< items: the identifier
};

struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t integer = 0;  ///< Bool (0 or 1) and Integer
    double number = 0;
    std::string_view text;  ///< Text, LargeInteger; a Global's "module.name"
    std::vector<std::uint32_t> items;
};

/// The values of one pickle, which refer to each other by number (so that one that contains itself
/// does no harm). Texts lie in the bytes that it was read from, and in the list of globals.
class Pickle {
public:
    const PickleValue& root() const { return values_[root_]; }
    const PickleValue& item(const PickleValue& parent, std::size_t i) const {
        return values_[parent.items[i]];
    }
    const std::deque<PickleValue>& values() const { return values_; }
    /// The value of a Dict's last entry of this name; null when there is none.
    const PickleValue* find(const PickleValue& dict, std::string_view key) const;
    std::size_t length() const { return length_; }  ///< in bytes, of the pickle read

private:
    friend class PickleReader;
    std::deque<PickleValue> values_;
    std::uint32_t root_ = 0;
    std::size_t length_ = 0;
};

/// Reads the pickle at the beginning of `bytes` as data (Python's pickletools describes the form):
/// the opcodes that PyTorch's files are made of, in protocols 2 to 5. Takes time and memory by the
/// length of the bytes only. Throws Error naming `name` when it is cut off, malformed or has other
/// opcodes, and when it refers to a function or class that is not in `globals` ("module.name",
/// which must live as long as the result): a program could be hidden in such a file.
Pickle read_pickle(std::string_view bytes, std::span<const std::string_view> globals,
                   const std::filesystem::path& name);

}  // namespace rudolph

#include "core/model/pickle.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/error.h"
#include "core/model/pickle_opcodes.h"

namespace rudolph {
namespace {

constexpr std::size_t kMaxValues = std::size_t{1} << 31;
constexpr std::size_t kShownName = 80;
constexpr std::string_view kOrderedDict = "collections.OrderedDict";

}  // namespace

/// The stack machine of a pickle, without the parts that run anything.
class PickleReader {
public:
    PickleReader(std::string_view bytes, std::span<const std::string_view> globals,
                 const std::filesystem::path& name)
        : bytes_(bytes), globals_(globals), name_(name) {}

    Pickle read() {
        for (;;) {
            const auto opcode = static_cast<unsigned char>(take(1).front());
            if (opcode == kStop)
                break;
            if (!scalar(opcode) && !text(opcode) && !memo(opcode) && !container(opcode) &&
                !object(opcode))
                fail("its pickle has an instruction (" + std::to_string(opcode) +
                     ") that files of weights do not have");
        }
        pickle_.root_ = pop();
        pickle_.length_ = at_;
        return std::move(pickle_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(what, {name_}, "the file is damaged or holds more than weights");
    }

    std::string_view take(std::uint64_t length) {
        if (length > bytes_.size() - at_)
            fail("its pickle is cut off");
        const std::string_view part = bytes_.substr(at_, length);
        at_ += length;
        return part;
    }

    template <class Number>
    Number number() {
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string_view line() {
        const std::size_t end = bytes_.find('\n', at_);
        if (end == std::string_view::npos)
            fail("its pickle is cut off");
        const std::string_view text = take(end - at_);
        take(1);
        return text;
    }

    PickleValue& push(PickleKind kind) {
        if (pickle_.values_.size() >= kMaxValues)
            fail("its pickle has too many values");
        stack_.push_back(static_cast<std::uint32_t>(pickle_.values_.size()));
        pickle_.values_.emplace_back().kind = kind;
        return pickle_.values_.back();
    }

    /// Values below a mark are out of reach until what is above it has been put together.
    std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }

    PickleValue& top() {
        if (stack_.size() <= floor())
            fail("its pickle takes more values than there are");
        return pickle_.values_[stack_.back()];
    }

    std::uint32_t pop() {
        top();
        const std::uint32_t value = stack_.back();
        stack_.pop_back();
        return value;
    }

    /// Everything above the last mark, which goes too.
    std::vector<std::uint32_t> pop_to_mark() {
        if (marks_.empty())
            fail("its pickle lacks a mark");
        const auto begin = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
        std::vector<std::uint32_t> values(begin, stack_.end());
        stack_.erase(begin, stack_.end());
        marks_.pop_back();
        return values;
    }

    bool scalar(unsigned char opcode) {
        switch (opcode) {
            case kProtocol:
                take(1);
                return true;
            case kFrame:
                take(8);
                return true;
            case kNone:
                push(PickleKind::None);
                return true;
            case kNewTrue:
            case kNewFalse:
                push(PickleKind::Bool).integer = opcode == kNewTrue ? 1 : 0;
                return true;
            case kBinInt:
                push_integer(number<std::int32_t>());
                return true;
            case kBinInt1:
                push_integer(number<std::uint8_t>());
                return true;
            case kBinInt2:
                push_integer(number<std::uint16_t>());
                return true;
            case kLong1:
                push_long(take(number<std::uint8_t>()));
                return true;
            case kBinFloat: {
                // The only number of a pickle that is big-endian.
                std::string bytes(take(sizeof(double)));
                std::reverse(bytes.begin(), bytes.end());
                std::memcpy(&push(PickleKind::Number).number, bytes.data(), sizeof(double));
                return true;
            }
            default:
                return false;
        }
    }

    void push_integer(std::int64_t value) { push(PickleKind::Integer).integer = value; }

    void push_long(std::string_view bytes) {
        if (bytes.size() > sizeof(std::int64_t)) {
            push(PickleKind::LargeInteger).text = bytes;
            return;
        }
        // Two's complement, as short as it goes.
        const bool negative = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80U);
        std::int64_t value = negative ? -1 : 0;
        std::memcpy(&value, bytes.data(), bytes.size());
        push_integer(value);
    }

    bool text(unsigned char opcode) {
        switch (opcode) {
            case kShortBinUnicode:
            case kShortBinString:
            case kShortBinBytes:
                push_text(number<std::uint8_t>());
                return true;
            case kBinUnicode:
            case kBinString:
            case kBinBytes:
                push_text(number<std::uint32_t>());
                return true;
            case kBinUnicode8:
                push_text(number<std::uint64_t>());
                return true;
            case kGlobal: {
                const std::string_view module = line();
                push_global(module, line());
                return true;
            }
            case kStackGlobal: {
                const std::string_view global = popped_text();
                push_global(popped_text(), global);
                return true;
            }
            default:
                return false;
        }
    }

    void push_text(std::uint64_t length) {
        const std::string_view part = take(length);
        push(PickleKind::Text).text = part;
    }

    std::string_view popped_text() {
        const PickleValue& value = pickle_.values_[pop()];
        if (value.kind != PickleKind::Text)
            fail("its pickle names something by what is no name");
        return value.text;
    }

    void push_global(std::string_view module, std::string_view global) {
        // No longer than needed: a hostile name may be as long as the file.
        const std::string full = std::string(module.substr(0, kShownName)) + "." +
                                 std::string(global.substr(0, kShownName));
        const auto known = std::find(globals_.begin(), globals_.end(), full);
        if (known == globals_.end())
            throw Error("it refers to " + full + ", so it holds more than weights", {name_},
                        "in Python, save model.state_dict() and choose that file");
        push(PickleKind::Global).text = *known;
    }

    bool memo(unsigned char opcode) {
        switch (opcode) {
            case kMemoize:
                put(static_cast<std::uint32_t>(memo_.size()));
                return true;
            case kBinPut:
                put(number<std::uint8_t>());
                return true;
            case kLongBinPut:
                put(number<std::uint32_t>());
                return true;
            case kBinGet:
                get(number<std::uint8_t>());
                return true;
            case kLongBinGet:
                get(number<std::uint32_t>());
                return true;
            default:
                return false;
        }
    }

    void put(std::uint32_t place) {
        top();
        memo_[place] = stack_.back();
    }

    void get(std::uint32_t place) {
        const auto found = memo_.find(place);
        if (found == memo_.end())
            fail("its pickle refers to a value that was not there before");
        stack_.push_back(found->second);
    }

    bool container(unsigned char opcode) {
        switch (opcode) {
            case kMark:
                marks_.push_back(stack_.size());
                return true;
            case kEmptyTuple:
            case kTuple1:
            case kTuple2:
            case kTuple3:
                push_tuple(opcode == kEmptyTuple ? 0U : opcode - kTuple1 + 1U);
                return true;
            case kTuple: {
                std::vector<std::uint32_t> values = pop_to_mark();
                push(PickleKind::Tuple).items = std::move(values);
                return true;
            }
            case kEmptyList:
                push(PickleKind::List);
                return true;
            case kEmptyDict:
                push(PickleKind::Dict);
                return true;
            case kAppend:
                extend(PickleKind::List, {pop()});
                return true;
            case kAppends:
                extend(PickleKind::List, pop_to_mark());
                return true;
            case kSetItem: {
                const std::uint32_t value = pop();
                extend(PickleKind::Dict, {pop(), value});
                return true;
            }
            case kSetItems:
                extend(PickleKind::Dict, pop_to_mark());
                return true;
            default:
                return false;
        }
    }

    void push_tuple(std::size_t size) {
        std::vector<std::uint32_t> values(size);
        for (std::size_t i = size; i > 0; --i)
            values[i - 1] = pop();
        push(PickleKind::Tuple).items = std::move(values);
    }

    void extend(PickleKind kind, const std::vector<std::uint32_t>& values) {
        PickleValue& target = top();
        if (target.kind != kind || (kind == PickleKind::Dict && values.size() % 2 != 0))
            fail("its pickle puts values where they cannot go");
        target.items.insert(target.items.end(), values.begin(), values.end());
    }

    /// One list of pairs may be made a dictionary again and again, a few bytes each time.
    void count_entries(std::size_t entries) {
        if (entries > bytes_.size() - entries_)
            fail("its pickle has more entries than a file of its size can hold");
        entries_ += entries;
    }

    bool object(unsigned char opcode) {
        switch (opcode) {
            case kReduce:
            case kNewObject: {
                const std::uint32_t arguments = pop();
                call(pop(), arguments);
                return true;
            }
            case kBuild:
                // What PyTorch adds to objects (versions of modules, hooks) is not needed.
                pop();
                if (top().kind != PickleKind::Dict && top().kind != PickleKind::Call)
                    fail("its pickle changes what cannot be changed");
                return true;
            case kPersistent: {
                const std::uint32_t identifier = pop();
                push(PickleKind::Persistent).items = {identifier};
                return true;
            }
            default:
                return false;
        }
    }

    void call(std::uint32_t callable, std::uint32_t arguments) {
        const PickleValue& function = pickle_.values_[callable];
        const PickleValue& tuple = pickle_.values_[arguments];
        if (function.kind != PickleKind::Global || tuple.kind != PickleKind::Tuple)
            fail("its pickle calls what is no function");
        if (function.text == kOrderedDict)
            push(PickleKind::Dict).items = entries(tuple);
        else
            push(PickleKind::Call).items = {callable, arguments};
    }

    /// Python 2 wrote OrderedDict([[key, value], …]).
    std::vector<std::uint32_t> entries(const PickleValue& arguments) {
        std::vector<std::uint32_t> result;
        if (arguments.items.empty())
            return result;
        count_entries(pickle_.values_[arguments.items[0]].items.size());
        for (const std::uint32_t pair : pickle_.values_[arguments.items[0]].items) {
            const std::vector<std::uint32_t>& parts = pickle_.values_[pair].items;
            if (parts.size() != 2)
                fail("its pickle has a dictionary of what are no pairs");
            result.insert(result.end(), parts.begin(), parts.end());
        }
        return result;
    }

    std::string_view bytes_;
    std::span<const std::string_view> globals_;
    const std::filesystem::path& name_;
    std::size_t at_ = 0;
    std::size_t entries_ = 0;
    Pickle pickle_;
    std::vector<std::uint32_t> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::uint32_t, std::uint32_t> memo_;
};

const PickleValue* Pickle::find(const PickleValue& dict, std::string_view key) const {
    if (dict.kind != PickleKind::Dict)
        return nullptr;
    for (std::size_t i = dict.items.size(); i >= 2; i -= 2) {
        const PickleValue& name = item(dict, i - 2);
        if (name.kind == PickleKind::Text && name.text == key)
            return &item(dict, i - 1);
    }
    return nullptr;
}

Pickle read_pickle(std::string_view bytes, std::span<const std::string_view> globals,
                   const std::filesystem::path& name) {
    static_assert(std::endian::native == std::endian::little, "pickles are little-endian");
    return PickleReader(bytes, globals, name).read();
}

}  // namespace rudolph

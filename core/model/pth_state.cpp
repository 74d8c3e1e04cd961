#include "core/model/pth_state.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/error.h"
#include "core/model/zip_archive.h"

namespace rudolph {
namespace {

constexpr std::size_t kMaxDimensions = 32;
constexpr std::size_t kLongestName = 1024;
/// Tensors may share numbers, but not without end.
constexpr std::uint64_t kLargerThanFile = 4;
constexpr std::uint64_t kSomeBytes = 1 << 16;

constexpr std::array<std::string_view, 17> kGlobals = {
    "collections.OrderedDict",
    "torch._utils._rebuild_tensor",
    "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_parameter",
    "torch.nn.parameter.Parameter",
    "torch.Size",
    "torch.FloatStorage",
    "torch.DoubleStorage",
    "torch.HalfStorage",
    "torch.BFloat16Storage",
    "torch.LongStorage",
    "torch.IntStorage",
    "torch.ShortStorage",
    "torch.CharStorage",
    "torch.ByteStorage",
    "torch.BoolStorage",
    "torch.storage.UntypedStorage",
};

/// Where a tensor's numbers lie in a storage, in numbers.
struct View {
    std::string key;
    NumberType type = NumberType::F32;
    std::uint64_t offset = 0;
    std::vector<std::uint64_t> extents;
    std::vector<std::uint64_t> strides;
};

/// The product, or more than any file has bytes.
std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    constexpr std::uint64_t kTooMany = std::uint64_t{1} << 40;
    return a != 0 && b > kTooMany / a ? kTooMany : std::min(a * b, kTooMany);
}

/// Rows of numbers, wherever they lie in `storage`; the last dimension changes fastest.
std::string gathered(std::string_view storage, const View& view, std::uint64_t count) {
    const std::size_t item = size_in_bytes(view.type);
    std::string result;
    result.reserve(count * item);
    std::vector<std::uint64_t> place(view.extents.size());
    std::uint64_t at = view.offset;
    for (std::uint64_t done = 0; done < count; ++done) {
        result.append(storage.substr(at * item, item));
        for (std::size_t d = place.size(); d > 0; --d) {
            at += view.strides[d - 1];
            if (++place[d - 1] < view.extents[d - 1])
                break;
            at -= view.strides[d - 1] * view.extents[d - 1];
            place[d - 1] = 0;
        }
    }
    return result;
}

bool contiguous(const View& view) {
    std::uint64_t stride = 1;
    for (std::size_t d = view.extents.size(); d > 0; --d) {
        if (view.extents[d - 1] != 1 && view.strides[d - 1] != stride)
            return false;
        stride = times(stride, view.extents[d - 1]);
    }
    return true;
}

/// Turns the values of a pickle into tensors.
class StateReader {
public:
    StateReader(const Pickle& pickle, const StorageOf& storage_of, std::size_t file_size,
                const std::filesystem::path& name)
        : pickle_(pickle),
          storage_of_(storage_of),
          bytes_left_(kLargerThanFile * file_size + kSomeBytes),
          name_(name) {}

    Safetensors read() {
        const PickleValue& state = dictionary();
        std::map<std::string_view, std::size_t> last;
        for (std::size_t i = 0; i + 1 < state.items.size(); i += 2)
            if (const PickleValue& key = pickle_.item(state, i); key.kind == PickleKind::Text) {
                if (key.text.size() > kLongestName)
                    fail("a tensor has a name that is too long");
                last[key.text] = i;
            }
        Safetensors result;
        for (std::size_t i = 0; i + 1 < state.items.size(); i += 2) {
            const PickleValue& key = pickle_.item(state, i);
            const PickleValue& value = pickle_.item(state, i + 1);
            // Of several entries of one name the last counts, as in Python.
            if (is_tensor(value) && key.kind == PickleKind::Text && last.at(key.text) == i)
                result.tensors.push_back(tensor(std::string(key.text), unwrapped(value)));
        }
        drop_prefix(result.tensors, "module.");
        return result;
    }

private:
    [[noreturn]] void fail(const std::string& what, const char* advice = kDamagedAdvice) const {
        throw Error(what, {name_}, advice);
    }

    std::string_view function_of(const PickleValue& value) const {
        return value.kind == PickleKind::Call ? pickle_.item(value, 0).text : std::string_view();
    }

    /// What a Parameter is made of.
    const PickleValue& unwrapped(const PickleValue& value) const {
        const std::string_view function = function_of(value);
        const bool parameter = function == "torch._utils._rebuild_parameter" ||
                               function == "torch.nn.parameter.Parameter";
        return parameter ? argument(value, 0) : value;
    }

    bool is_tensor(const PickleValue& value) const {
        const bool calls_nothing = value.kind != PickleKind::Call;
        return !calls_nothing &&
               function_of(unwrapped(value)).starts_with("torch._utils._rebuild_tensor");
    }

    const PickleValue& argument(const PickleValue& call, std::size_t i) const {
        const PickleValue& arguments = pickle_.item(call, 1);
        if (i >= arguments.items.size())
            fail("a tensor lacks a part");
        return pickle_.item(arguments, i);
    }

    bool has_tensors(const PickleValue& dict) const {
        for (std::size_t i = 1; i < dict.items.size(); i += 2)
            if (is_tensor(pickle_.item(dict, i)))
                return true;
        return false;
    }

    const PickleValue& dictionary() const {
        const PickleValue& root = pickle_.root();
        if (root.kind != PickleKind::Dict)
            fail("it holds no dictionary of weights", kSaveAdvice);
        if (has_tensors(root))
            return root;
        for (const char* key : {"state_dict", "model_state_dict", "model", "net"}) {
            const PickleValue* inner = pickle_.find(root, key);
            if (inner != nullptr && inner->kind == PickleKind::Dict && has_tensors(*inner))
                return *inner;
        }
        fail("there are no weights in its dictionary", kSaveAdvice);
    }

    std::uint64_t whole_number(const PickleValue& value) const {
        if (value.kind != PickleKind::Integer || value.integer < 0 ||
            value.integer >= std::int64_t{1} << 40)
            fail("a tensor has a size or place that cannot be");
        return static_cast<std::uint64_t>(value.integer);
    }

    std::vector<std::uint64_t> whole_numbers(const PickleValue& value) const {
        const PickleValue& list = function_of(value) == "torch.Size" ? argument(value, 0) : value;
        if ((list.kind != PickleKind::Tuple && list.kind != PickleKind::List) ||
            list.items.size() > kMaxDimensions)
            fail("a tensor has a shape that cannot be");
        std::vector<std::uint64_t> numbers;
        for (std::size_t i = 0; i < list.items.size(); ++i)
            numbers.push_back(whole_number(pickle_.item(list, i)));
        return numbers;
    }

    View view_of(const PickleValue& call) const {
        View view;
        const PickleValue& storage = argument(call, 0);
        if (storage.kind != PickleKind::Persistent)
            fail("a tensor has no numbers");
        // ("storage", type, key, device, count), and in the older form what part of another it is.
        const PickleValue& identifier = pickle_.item(storage, 0);
        if (identifier.kind != PickleKind::Tuple || identifier.items.size() < 5 ||
            pickle_.item(identifier, 2).kind != PickleKind::Text)
            fail("a tensor's numbers are of no known form");
        const auto type = type_of_storage(pickle_.item(identifier, 1).text);
        if (!type)
            fail("a tensor's numbers are of no known type");
        view.type = *type;
        view.key = std::string(pickle_.item(identifier, 2).text);
        view.offset = whole_number(argument(call, 1));
        if (identifier.items.size() > 5 && pickle_.item(identifier, 5).kind == PickleKind::Tuple &&
            pickle_.item(identifier, 5).items.size() == 3)
            view.offset += whole_number(pickle_.item(pickle_.item(identifier, 5), 1));
        view.extents = whole_numbers(argument(call, 2));
        view.strides = whole_numbers(argument(call, 3));
        if (view.extents.size() != view.strides.size())
            fail("a tensor has a shape that cannot be");
        return view;
    }

    StoredTensor tensor(std::string tensor_name, const PickleValue& call) {
        const View view = view_of(call);
        StoredTensor result{std::move(tensor_name), view.type, {}, {}};
        std::uint64_t count = 1;
        std::uint64_t last = view.offset;
        for (std::size_t d = 0; d < view.extents.size(); ++d) {
            result.shape.push_back(static_cast<std::int64_t>(view.extents[d]));
            count = times(count, view.extents[d]);
            if (view.extents[d] > 0)
                last += times(view.extents[d] - 1, view.strides[d]);
        }
        if (count == 0)
            return result;
        const std::size_t item = size_in_bytes(view.type);
        const std::string_view storage = storage_of_(view.key);
        if (last >= storage.size() / item)
            fail("tensor '" + result.name + "' reaches past the end of its numbers");
        if (times(count, item) > bytes_left_)
            fail("its tensors would be much larger than the file");
        bytes_left_ -= count * item;
        result.bytes = contiguous(view)
                           ? std::string(storage.substr(view.offset * item, count * item))
                           : gathered(storage, view, count);
        return result;
    }

    static void drop_prefix(std::vector<StoredTensor>& tensors, std::string_view prefix) {
        if (std::all_of(tensors.begin(), tensors.end(), [&](const StoredTensor& tensor) {
                return tensor.name.starts_with(prefix);
            }))
            for (StoredTensor& tensor : tensors)
                tensor.name.erase(0, prefix.size());
    }

    const Pickle& pickle_;
    const StorageOf& storage_of_;
    std::uint64_t bytes_left_;
    const std::filesystem::path& name_;
};

}  // namespace

std::span<const std::string_view> globals_of_weights() {
    return kGlobals;
}

std::optional<NumberType> type_of_storage(std::string_view global) {
    static const std::map<std::string_view, NumberType> types = {
        {"torch.FloatStorage", NumberType::F32},
        {"torch.DoubleStorage", NumberType::F64},
        {"torch.HalfStorage", NumberType::F16},
        {"torch.BFloat16Storage", NumberType::BF16},
        {"torch.LongStorage", NumberType::I64},
        {"torch.IntStorage", NumberType::I32},
        {"torch.ShortStorage", NumberType::I16},
        {"torch.CharStorage", NumberType::I8},
        {"torch.ByteStorage", NumberType::U8},
        {"torch.BoolStorage", NumberType::Bool},
        {"torch.storage.UntypedStorage", NumberType::U8}};
    const auto found = types.find(global);
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

Safetensors tensors_of(const Pickle& pickle, const StorageOf& storage_of, std::size_t file_size,
                       const std::filesystem::path& name) {
    return StateReader(pickle, storage_of, file_size, name).read();
}

}  // namespace rudolph

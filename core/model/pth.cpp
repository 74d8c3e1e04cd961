#include "core/model/pth.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "core/base/error.h"
#include "core/model/pth_state.h"
#include "core/model/zip_archive.h"

namespace rudolph {
namespace {

constexpr std::string_view kZipMagic("PK\x03\x04", 4);
constexpr std::string_view kMagicNumber("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
constexpr std::int64_t kProtocol = 1001;
constexpr char kPickle = '\x80';

Safetensors parse_zip(std::string_view bytes, const std::filesystem::path& name) {
    const ZipArchive archive(bytes, name);
    const auto found = std::find_if(
        archive.members().begin(), archive.members().end(),
        [](const std::string& member) { return ("/" + member).ends_with("/data.pkl"); });
    if (found == archive.members().end())
        throw Error("this zip archive was not written by torch.save", {name}, kSaveAdvice);
    const std::string folder = found->substr(0, found->size() - std::string("data.pkl").size());
    if (archive.contains(folder + "constants.pkl"))
        throw Error("this is a TorchScript program, not a file of weights", {name}, kSaveAdvice);
    if (archive.contains(folder + "byteorder") && archive.read(folder + "byteorder") != "little")
        throw Error("its numbers are big-endian, which cannot be read", {name},
                    "save the weights again on a usual computer");
    const std::string description = archive.read(*found);
    const Pickle pickle = read_pickle(description, globals_of_weights(), name);
    // Several tensors may share one; members may overlap in a hostile archive.
    std::map<std::string, std::string> storages;
    std::uint64_t kept = 0;
    const auto storage_of = [&](const std::string& key) -> std::string_view {
        const auto [place, added] = storages.try_emplace(key);
        if (added) {
            place->second = archive.read(folder + "data/" + key);
            kept += place->second.size();
            if (kept > bytes.size())
                throw Error("the members of its zip archive overlap", {name}, kDamagedAdvice);
        }
        return place->second;
    };
    return tensors_of(pickle, storage_of, bytes.size(), name);
}

/// The older form: pickles of a magic number, the protocol, the machine, the dictionary and the
/// keys of the storages; then for each of those its count of numbers and the numbers.
class LegacyReader {
public:
    LegacyReader(std::string_view bytes, const std::filesystem::path& name)
        : bytes_(bytes), name_(name) {}

    Safetensors read() {
        const Pickle magic = next();
        if (magic.root().kind != PickleKind::LargeInteger || magic.root().text != kMagicNumber)
            throw Error("this pickle was not written by torch.save", {name_}, kSaveAdvice);
        if (const Pickle protocol = next(); protocol.root().integer != kProtocol)
            throw Error("it is of a version of PyTorch's form that is not known", {name_},
                        kSaveAdvice);
        const Pickle machine = next();
        const PickleValue* order = machine.find(machine.root(), "little_endian");
        if (order == nullptr || order->integer != 1)
            throw Error("its numbers are big-endian, which cannot be read", {name_},
                        "save the weights again on a usual computer");
        const Pickle state = next();
        find_types(state);
        const Pickle keys = next();
        place_storages(keys);
        const auto storage_of = [this](const std::string& key) {
            const auto found = storages_.find(key);
            if (found == storages_.end())
                throw Error("the numbers of a tensor are missing", {name_}, kDamagedAdvice);
            return found->second;
        };
        return tensors_of(state, storage_of, bytes_.size(), name_);
    }

private:
    Pickle next() {
        Pickle pickle = read_pickle(bytes_.substr(at_), globals_of_weights(), name_);
        at_ += pickle.length();
        return pickle;
    }

    /// How long a storage is depends on its type, which only the dictionary says.
    void find_types(const Pickle& state) {
        for (const PickleValue& value : state.values()) {
            if (value.kind != PickleKind::Persistent)
                continue;
            const PickleValue& identifier = state.item(value, 0);
            if (identifier.items.size() < 3)
                continue;
            if (const auto type = type_of_storage(state.item(identifier, 1).text))
                item_sizes_[state.item(identifier, 2).text] = size_in_bytes(*type);
        }
    }

    void place_storages(const Pickle& keys) {
        for (std::size_t i = 0; i < keys.root().items.size(); ++i) {
            const std::string_view key = keys.item(keys.root(), i).text;
            const auto item = item_sizes_.find(key);
            std::uint64_t count = 0;
            if (item == item_sizes_.end() || bytes_.size() - at_ < sizeof count)
                throw Error("its numbers are cut off", {name_}, kDamagedAdvice);
            std::memcpy(&count, bytes_.data() + at_, sizeof count);
            at_ += sizeof count;
            if (count > (bytes_.size() - at_) / item->second)
                throw Error("its numbers are cut off", {name_}, kDamagedAdvice);
            storages_[std::string(key)] = bytes_.substr(at_, count * item->second);
            at_ += count * item->second;
        }
    }

    std::string_view bytes_;
    const std::filesystem::path& name_;
    std::size_t at_ = 0;
    std::map<std::string_view, std::size_t> item_sizes_;
    std::map<std::string, std::string_view> storages_;
};

}  // namespace

bool looks_like_pth(std::string_view bytes) {
    // A .safetensors file has its header there, and could by chance begin in the same way.
    const bool safetensors = bytes.size() > 8 && bytes[8] == '{';
    return !safetensors &&
           (bytes.starts_with(kZipMagic) || (!bytes.empty() && bytes.front() == kPickle));
}

Safetensors parse_pth(std::string_view bytes, const std::filesystem::path& name) {
    return bytes.starts_with(kZipMagic) ? parse_zip(bytes, name) : LegacyReader(bytes, name).read();
}

}  // namespace rudolph

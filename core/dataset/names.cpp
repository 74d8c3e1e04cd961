#include "core/dataset/names.h"

#include "core/base/encoding.h"

namespace rudolph {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<ImmName> imm_name(std::string_view stem) {
    if (stem.ends_with(kMirrorEnding))
        stem.remove_suffix(kMirrorEnding.size());
    const bool fits = stem.size() == 5 && is_digit(stem[0]) && is_digit(stem[1]) &&
                      stem[2] == '-' && stem[3] >= '1' && stem[3] <= '6' &&
                      (stem[4] == 'm' || stem[4] == 'f');
    if (!fits)
        return std::nullopt;
    return ImmName{std::string(stem.substr(0, 2)), stem[3] - '0'};
}

std::string sample_id(const std::filesystem::path& root, const std::filesystem::path& picture) {
    std::filesystem::path below = picture.lexically_relative(root);
    if (below.empty())
        below = picture;
    std::string id = below.replace_extension().generic_string();
    return is_utf8(id) ? id : utf8_from_latin1(id);
}

std::string person_of(const std::string& id) {
    if (const auto imm = imm_name(stem_of(id)))
        return imm->person;
    if (id.ends_with(kMirrorEnding))
        return id.substr(0, id.size() - kMirrorEnding.size());
    return id;
}

std::string_view stem_of(std::string_view id) {
    const size_t slash = id.rfind('/');
    return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

}  // namespace rudolph

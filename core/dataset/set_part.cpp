#include "core/dataset/set_part.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/text.h"

namespace rudolph {

std::string part_in_name(std::string_view name) {
    using Word = std::pair<std::string_view, const char*>;
    static constexpr std::array<Word, 9> known = {
        Word{"train", kTrainPart}, {"training", kTrainPart},   {"trn", kTrainPart},
        {"val", kValidationPart},  {"valid", kValidationPart}, {"validation", kValidationPart},
        {"dev", kValidationPart},  {"test", kTestPart},        {"testing", kTestPart}};
    std::string letters = lower(name);
    std::replace_if(
        letters.begin(), letters.end(), [](char c) { return c < 'a' || c > 'z'; }, ' ');
    std::set<std::string> found;
    for (const std::string_view word : words(letters))
        for (const auto& [text, part] : known)
            if (word == text)
                found.insert(part);
    return found.size() == 1 ? *found.begin() : std::string();
}

std::string part_of(const Sample& face) {
    const auto part = face.attributes.find(kSetPart);
    return part == face.attributes.end() ? kTrainPart : part->second;
}

}  // namespace rudolph

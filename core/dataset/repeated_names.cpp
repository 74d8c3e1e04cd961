#include "core/dataset/repeated_names.h"

#include <unordered_map>

namespace rudolph {
namespace {

constexpr size_t kFewestDigits = 3;
constexpr size_t kMostDigitsBehind = 2;

size_t digits_at_end(std::string_view name) {
    size_t count = 0;
    while (count < name.size() && name[name.size() - 1 - count] >= '0' &&
           name[name.size() - 1 - count] <= '9')
        ++count;
    return count;
}

}  // namespace

std::optional<std::string_view> photograph_in(std::string_view name) {
    bool any = false;
    for (;;) {
        const size_t digits = digits_at_end(name);
        if (any && digits >= kFewestDigits)
            return name;
        const bool is_behind = digits > 0 && digits <= kMostDigitsBehind && name.size() > digits &&
                               name[name.size() - digits - 1] == '_';
        if (!is_behind)
            return std::nullopt;
        name.remove_suffix(digits + 1);
        any = true;
    }
}

void join_repetitions(std::vector<Sample>& samples) {
    std::unordered_map<std::string_view, size_t> faces_of;
    for (const Sample& sample : samples)
        if (const auto photograph = photograph_in(sample.person))
            ++faces_of[*photograph];
    std::vector<std::pair<Sample*, std::string>> joined;
    for (Sample& sample : samples)
        if (const auto photograph = photograph_in(sample.person);
            photograph && 2 * faces_of[*photograph] <= samples.size())
            joined.emplace_back(&sample, *photograph);
    for (auto& [sample, person] : joined)
        sample->person = std::move(person);
}

}  // namespace rudolph

#include "core/dataset/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rudolph {

LeftOut left_out_of(const Dataset& dataset) {
    constexpr size_t kMostReasons = 3;
    LeftOut found;
    std::vector<const Problem*> reasons;
    for (const Problem& problem : dataset.problems) {
        found.faces += problem.left_out;
        if (problem.left_out > 0)
            reasons.push_back(&problem);
    }
    found.of = static_cast<int>(dataset.samples.size()) + found.faces;
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Problem* a, const Problem* b) { return a->left_out > b->left_out; });
    for (size_t i = 0; i < std::min(reasons.size(), kMostReasons); ++i)
        found.why += (i == 0 ? "" : "; ") + reasons[i]->file.filename().string() +
                     (reasons[i]->line > 0 ? fmt::format(":{}", reasons[i]->line) : "") + ": " +
                     reasons[i]->message;
    if (reasons.size() > kMostReasons)
        found.why += fmt::format("; and {} more", reasons.size() - kMostReasons);
    return found;
}

std::string left_out_text(const Dataset& dataset) {
    const LeftOut found = left_out_of(dataset);
    return found.any() ? fmt::format("{} of {} faces {} left out: {}", found.faces, found.of,
                                     found.faces == 1 ? "is" : "are", found.why)
                       : std::string();
}

}  // namespace rudolph

#include "core/dataset/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr size_t kMostOfAKind = 1000;
/// Kinds beyond these share one.
constexpr size_t kMostKinds = 100;

/// Words of lower-case letters: numbers, names of files and what stands in quotes differ from one
/// problem to the next of its kind.
std::string kind_of_message(std::string_view message) {
    std::string kind;
    for (const std::string_view word : words(message))
        if (std::all_of(word.begin(), word.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || c == ',' || c == ':'; }))
            kind += std::string(word) + ' ';
    return kind;
}

/// Without the words that one that was shortened before begins with.
std::string_view without_count(std::string_view message) {
    constexpr std::string_view kMore = " more like this: ";
    const size_t more = message.starts_with("and ") ? message.find(kMore) : message.npos;
    return more == message.npos ? message : message.substr(more + kMore.size());
}

struct KindOfProblem {
    size_t listed = 0;
    Problem rest;  ///< stands for those that are not listed
};

}  // namespace

std::vector<Problem> shortened(std::vector<Problem> problems) {
    if (problems.size() <= kMostOfAKind)
        return problems;
    std::unordered_map<std::string, size_t> place;
    std::vector<KindOfProblem> kinds;
    std::vector<Problem> kept;
    for (Problem& problem : problems) {
        if (problem.mend) {
            kept.push_back(std::move(problem));
            continue;
        }
        std::string words = kind_of_message(without_count(problem.message));
        if (kinds.size() >= kMostKinds && !place.contains(words))
            words.clear();
        const auto [known, is_new] = place.try_emplace(std::move(words), kinds.size());
        if (is_new)
            kinds.emplace_back();
        KindOfProblem& kind = kinds[known->second];
        if (problem.others == 0 && kind.listed < kMostOfAKind) {
            ++kind.listed;
            kept.push_back(std::move(problem));
            continue;
        }
        Problem& rest = kind.rest;
        if (rest.others == 0) {
            rest.file = problem.file;
            rest.message = std::move(problem.message);
        }
        rest.others += std::max(1, problem.others);
        rest.left_out += problem.left_out;
    }
    for (KindOfProblem& kind : kinds) {
        Problem& rest = kind.rest;
        if (rest.others == 0)
            continue;
        rest.message =
            fmt::format("and {} more like this: {}", rest.others, without_count(rest.message));
        kept.push_back(std::move(rest));
    }
    return kept;
}

std::size_t count_of(const std::vector<Problem>& problems) {
    std::size_t count = 0;
    for (const Problem& problem : problems)
        count += static_cast<size_t>(std::max(1, problem.others));
    return count;
}

}  // namespace rudolph

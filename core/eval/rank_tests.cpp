#include "core/eval/rank_tests.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rudolph {
namespace {

struct Ranked {
    double value = 0;
    bool counted = false;  ///< its rank belongs to the sum
};

struct RankSum {
    double sum = 0;
    double ties = 0;  ///< Σ t³ − t over the groups of equal values
};

/// Ranks from 1; equal values share the mean of theirs.
RankSum rank_sum(std::vector<Ranked>& values) {
    std::sort(values.begin(), values.end(),
              [](const Ranked& a, const Ranked& b) { return a.value < b.value; });
    RankSum found;
    for (size_t first = 0; first < values.size();) {
        size_t end = first + 1;
        while (end < values.size() && values[end].value == values[first].value)
            ++end;
        const auto count = static_cast<double>(end - first);
        const double rank = static_cast<double>(first + end + 1) / 2;
        for (; first < end; ++first)
            found.sum += values[first].counted ? rank : 0;
        found.ties += count * count * count - count;
    }
    return found;
}

/// Of a normal variable above `distance` standard deviations.
double upper_tail(double distance) {
    return 0.5 * std::erfc(distance / std::numbers::sqrt2);
}

}  // namespace

double rank_sum_p(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<Ranked> values;
    values.reserve(a.size() + b.size());
    double in_a = 0;
    for (const double value : a)
        if (!std::isnan(value)) {
            values.push_back({value, true});
            in_a += 1;
        }
    for (const double value : b)
        if (!std::isnan(value))
            values.push_back({value, false});
    const auto all = static_cast<double>(values.size());
    const double in_b = all - in_a;
    if (in_a == 0 || in_b == 0)
        return 1;
    const RankSum ranks = rank_sum(values);
    const double above = ranks.sum - in_a * (in_a + 1) / 2 - in_a * in_b / 2;
    const double variance = in_a * in_b / 12 * (all + 1 - ranks.ties / (all * (all - 1)));
    return variance > 0 ? upper_tail((above - 0.5) / std::sqrt(variance)) : 1;
}

double signed_rank_p(const std::vector<double>& differences) {
    std::vector<Ranked> values;
    for (const double difference : differences)
        if (!std::isnan(difference) && difference != 0)
            values.push_back({std::abs(difference), difference > 0});
    const auto all = static_cast<double>(values.size());
    if (values.empty())
        return 1;
    const RankSum ranks = rank_sum(values);
    const double above = ranks.sum - all * (all + 1) / 4;
    const double variance = all * (all + 1) * (2 * all + 1) / 24 - ranks.ties / 48;
    return variance > 0 ? upper_tail((above - 0.5) / std::sqrt(variance)) : 1;
}

}  // namespace rudolph

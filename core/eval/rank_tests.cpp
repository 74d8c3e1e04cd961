#include "core/eval/rank_tests.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>

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

/// How far the sum of the ranks is above what chance gives.
struct Deviation {
    double above = 0;
    double variance = 0;

    bool is_known() const { return variance > 0; }
    /// In standard deviations; `step` is the least by which `above` can change.
    double normal(double step = 1) const { return (above - step / 2) / std::sqrt(variance); }
};

Deviation rank_sum_deviation(std::vector<Ranked> values) {
    const auto all = static_cast<double>(values.size());
    const auto in_a = static_cast<double>(std::count_if(
        values.begin(), values.end(), [](const Ranked& value) { return value.counted; }));
    const double in_b = all - in_a;
    if (in_a == 0 || in_b == 0)
        return {};
    const RankSum ranks = rank_sum(values);
    return {ranks.sum - in_a * (all + 1) / 2,
            in_a * in_b / 12 * (all + 1 - ranks.ties / (all * (all - 1)))};
}

double mean_of(const std::vector<Ranked>& values) {
    double sum = 0;
    for (const Ranked& value : values)
        sum += value.value;
    return sum / static_cast<double>(values.size());
}

/// Persons with values in both groups, one after another.
class Strata {
public:
    void add(const std::vector<Ranked>& values) {
        const Deviation deviation = rank_sum_deviation(values);
        const double weight = 1 / (static_cast<double>(values.size()) + 1);
        sum_.above += weight * deviation.above;
        sum_.variance += weight * weight * deviation.variance;
        largest_weight_ = std::max(largest_weight_, weight);
        ++persons_;
    }
    const Deviation& sum() const { return sum_; }
    double normal() const { return sum_.normal(largest_weight_); }
    double persons() const { return persons_; }

private:
    Deviation sum_;
    double largest_weight_ = 0;
    double persons_ = 0;
};

}  // namespace

double rank_sum_p(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<Ranked> values;
    values.reserve(a.size() + b.size());
    for (const double value : a)
        if (!std::isnan(value))
            values.push_back({value, true});
    for (const double value : b)
        if (!std::isnan(value))
            values.push_back({value, false});
    const Deviation deviation = rank_sum_deviation(std::move(values));
    return deviation.is_known() ? upper_tail(deviation.normal()) : 1;
}

std::vector<int> person_numbers(const std::vector<std::string>& persons, std::size_t faces) {
    std::map<std::string, int> known;
    std::vector<int> numbers;
    numbers.reserve(faces);
    int next = 0;
    for (std::size_t face = 0; face < faces; ++face) {
        if (face >= persons.size() || persons[face].empty()) {
            numbers.push_back(next++);
            continue;
        }
        const auto [person, is_new] = known.emplace(persons[face], next);
        next += is_new ? 1 : 0;
        numbers.push_back(person->second);
    }
    return numbers;
}

double rank_sum_by_person_p(std::vector<PersonValue> values) {
    std::erase_if(values, [](const PersonValue& each) { return std::isnan(each.value); });
    std::stable_sort(values.begin(), values.end(), [](const PersonValue& a, const PersonValue& b) {
        return a.person < b.person;
    });
    Strata strata;
    std::vector<Ranked> singles;
    for (size_t first = 0; first < values.size();) {
        std::vector<Ranked> own;
        const int person = values[first].person;
        bool both = false;
        for (; first < values.size() && values[first].person == person; ++first) {
            own.push_back({values[first].value, values[first].in_a});
            both = both || own.back().counted != own.front().counted;
        }
        if (both)
            strata.add(own);
        else
            singles.push_back({mean_of(own), own.front().counted});
    }
    const auto single_persons = static_cast<double>(singles.size());
    const Deviation between = rank_sum_deviation(std::move(singles));
    if (!strata.sum().is_known())
        return between.is_known() ? upper_tail(between.normal()) : 1;
    if (!between.is_known())
        return upper_tail(strata.normal());
    const double all = strata.persons() + single_persons;
    return upper_tail(std::sqrt(strata.persons() / all) * strata.normal() +
                      std::sqrt(single_persons / all) * between.normal());
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

double signed_rank_by_person_p(const std::vector<double>& differences,
                               const std::vector<int>& persons) {
    std::map<int, std::pair<double, int>> sums;
    for (size_t i = 0; i < differences.size(); ++i)
        if (!std::isnan(differences[i])) {
            auto& [sum, count] = sums[persons[i]];
            sum += differences[i];
            ++count;
        }
    std::vector<double> means;
    for (const auto& [person, sum] : sums)
        means.push_back(sum.first / sum.second);
    return signed_rank_p(means);
}

}  // namespace rudolph

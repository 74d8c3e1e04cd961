#include "core/runs/compare_runs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/base/nan.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

constexpr size_t kMostGroupsTried = 14;
constexpr int kDraws = 9999;
/// Sums of the same numbers in another order differ by rounding.
constexpr double kRoundingError = 1e-9;

double error_of(const CasePrediction& face, bool by_nme) {
    return by_nme ? face.result.nme : face.result.error_px;
}

struct PairedFaces {
    std::vector<std::pair<int, int>> common;
    int only_first = 0;
    int only_second = 0;
    int other_points = 0;
};

PairedFaces pair_up(const std::vector<CasePrediction>& first,
                    const std::vector<CasePrediction>& second) {
    std::unordered_map<std::string, int> places;
    for (size_t i = 0; i < second.size(); ++i)
        places.emplace(second[i].result.sample_id, static_cast<int>(i));
    PairedFaces pairing;
    int found_both = 0;
    for (size_t i = 0; i < first.size(); ++i) {
        const auto found = places.find(first[i].result.sample_id);
        if (found == places.end()) {
            ++pairing.only_first;
            continue;
        }
        ++found_both;
        const CasePrediction& other = second[static_cast<size_t>(found->second)];
        // Two runs on the same faces may have learnt to find different points.
        if (first[i].result.truth_in_image.size() == other.result.truth_in_image.size())
            pairing.common.emplace_back(static_cast<int>(i), found->second);
        else
            ++pairing.other_points;
    }
    pairing.only_second = static_cast<int>(second.size()) - found_both;
    return pairing;
}

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The differences, person by person; faces of nobody in particular each for itself.
std::vector<std::vector<double>> by_person(const FaceComparison& comparison,
                                           const std::vector<CasePrediction>& first) {
    std::map<std::string, std::vector<double>> persons;
    std::vector<std::vector<double>> groups;
    for (const FacePair& face : comparison.faces) {
        const std::string& person = first[static_cast<size_t>(face.first)].person;
        if (person.empty())
            groups.push_back({face.difference});
        else
            persons[person].push_back(face.difference);
    }
    for (auto& [person, differences] : persons)
        groups.push_back(std::move(differences));
    return groups;
}

}  // namespace

double sign_flip_probability(const std::vector<std::vector<double>>& groups) {
    if (groups.size() < 2)
        return kNaN;
    std::vector<double> sums;
    sums.reserve(groups.size());
    double size = 0;
    for (const std::vector<double>& group : groups) {
        sums.push_back(sum_of(group));
        size += std::abs(sums.back());
    }
    const double limit = std::abs(sum_of(sums)) - kRoundingError * size;
    if (groups.size() <= kMostGroupsTried) {
        const std::uint32_t all = std::uint32_t{1} << groups.size();
        int reached = 0;
        for (std::uint32_t signs = 0; signs < all; ++signs) {
            double sum = 0;
            for (size_t i = 0; i < sums.size(); ++i)
                sum += (signs >> i & 1U) != 0 ? -sums[i] : sums[i];
            reached += std::abs(sum) >= limit ? 1 : 0;
        }
        return static_cast<double>(reached) / all;
    }
    int reached = 0;
    for (int draw = 0; draw < kDraws; ++draw) {
        Random random(1, static_cast<std::uint64_t>(draw));
        double sum = 0;
        std::uint64_t bits = 0;
        for (size_t i = 0; i < sums.size(); ++i, bits >>= 1U) {
            if (i % 64 == 0)
                bits = random.next();
            sum += (bits & 1U) != 0 ? -sums[i] : sums[i];
        }
        reached += std::abs(sum) >= limit ? 1 : 0;
    }
    return (reached + 1.0) / (kDraws + 1.0);
}

FaceComparison compare_faces(const std::vector<CasePrediction>& first,
                             const std::vector<CasePrediction>& second) {
    const PairedFaces pairing = pair_up(first, second);
    FaceComparison result;
    result.only_first = pairing.only_first;
    result.only_second = pairing.only_second;
    result.not_comparable = pairing.other_points;
    result.by_nme = std::any_of(pairing.common.begin(), pairing.common.end(), [&](const auto& at) {
        return std::isfinite(first[static_cast<size_t>(at.first)].result.nme) &&
               std::isfinite(second[static_cast<size_t>(at.second)].result.nme);
    });
    double first_sum = 0;
    double second_sum = 0;
    for (const auto& [a, b] : pairing.common) {
        FacePair face;
        face.sample_id = first[static_cast<size_t>(a)].result.sample_id;
        face.first = a;
        face.second = b;
        face.first_error = error_of(first[static_cast<size_t>(a)], result.by_nme);
        face.second_error = error_of(second[static_cast<size_t>(b)], result.by_nme);
        face.difference = face.second_error - face.first_error;
        if (!std::isfinite(face.difference)) {
            ++result.not_comparable;
            continue;
        }
        result.better += face.difference < 0 ? 1 : 0;
        result.worse += face.difference > 0 ? 1 : 0;
        result.equal += face.difference == 0 ? 1 : 0;
        first_sum += face.first_error;
        second_sum += face.second_error;
        result.faces.push_back(std::move(face));
    }
    std::stable_sort(
        result.faces.begin(), result.faces.end(),
        [](const FacePair& x, const FacePair& y) { return x.difference < y.difference; });
    const auto count = static_cast<double>(result.faces.size());
    result.first_mean = first_sum / count;
    result.second_mean = second_sum / count;
    result.mean_difference = (second_sum - first_sum) / count;
    result.chance = sign_flip_probability(by_person(result, first));
    return result;
}

MeanOverPersons mean_nme(const std::vector<CasePrediction>& cases) {
    std::map<std::string, int> numbers;
    std::vector<double> errors;
    std::vector<int> persons;
    for (const CasePrediction& face : cases) {
        const std::string& name = face.person.empty() ? face.result.sample_id : face.person;
        errors.push_back(face.result.nme);
        persons.push_back(numbers.emplace(name, static_cast<int>(numbers.size())).first->second);
    }
    return mean_over_persons(errors, persons);
}

}  // namespace rudolph

#include "core/eval/study_statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <map>
#include <numeric>

#include "core/base/nan.h"

namespace rudolph {
namespace {

constexpr double kUpper = 0.975;  ///< of 95 %, two-sided
constexpr int kMostRuns = 10000;
/// Or persons. Two say so little of how far apart they lie that an interval from them is nearly
/// endless, and too narrow nevertheless in one of ten cases.
constexpr size_t kLeastRuns = 3;

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Of a sample, around its mean.
double variance_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size() - 1);
}

/// A variance of the mean that was estimated with so many degrees of freedom.
struct Component {
    double variance = 0;
    double degrees = 1;
};

/// B. L. Welch, The Generalization of Student's Problem, Biometrika 34, 1947.
Component sum_of(const Component& first, const Component& second) {
    const double sum = first.variance + second.variance;
    const double squares = first.variance * first.variance / first.degrees +
                           second.variance * second.variance / second.degrees;
    return {sum, squares > 0 ? sum * sum / squares : first.degrees + second.degrees};
}

double half_width(const Component& part) {
    if (part.variance == 0)
        return 0;
    const boost::math::students_t t(std::max(1.0, part.degrees));
    return boost::math::quantile(t, kUpper) * std::sqrt(part.variance);
}

RunSpread spread(const std::vector<double>& figures, double overlap) {
    RunSpread result;
    result.runs = static_cast<int>(figures.size());
    result.mean = figures.empty() ? kNaN : mean_of(figures);
    result.deviation = result.low = result.high = kNaN;
    if (figures.size() < 2)
        return result;
    const double variance = variance_of(figures);
    result.deviation = std::sqrt(variance);
    const double half = half_width({variance * (1.0 / result.runs + overlap), result.runs - 1.0});
    result.low = result.mean - half;
    result.high = result.mean + half;
    return result;
}

/// errors[run][person]: sums over a person's faces by the mean number of faces, around what the
/// mean gives a person with so many, so that the mean over persons is that over faces and persons
/// with many faces do not vary by that alone.
RunErrors by_person(const RunErrors& errors, const std::vector<int>& persons, int count) {
    std::vector<double> faces(static_cast<size_t>(count));
    for (const int person : persons)
        ++faces[static_cast<size_t>(person)];
    const double usual = static_cast<double>(persons.size()) / count;
    double mean = 0;
    for (const std::vector<double>& run : errors)
        mean += mean_of(run) / static_cast<double>(errors.size());
    RunErrors result(errors.size(), std::vector<double>(faces.size()));
    for (size_t run = 0; run < errors.size(); ++run) {
        for (size_t face = 0; face < persons.size(); ++face)
            result[run][static_cast<size_t>(persons[face])] += errors[run][face] / usual;
        for (size_t person = 0; person < faces.size(); ++person)
            result[run][person] -= (faces[person] / usual - 1) * mean;
    }
    return result;
}

/// Mean squares of a table of runs × persons without repetitions, by the number of its cells:
/// variances of its mean.
struct Table {
    explicit Table(const RunErrors& cells);

    std::vector<double> of_runs;
    std::vector<double> of_persons;
    Component runs;
    Component persons;
    Component rest;
};

Table::Table(const RunErrors& cells) {
    const auto run_count = static_cast<double>(cells.size());
    const auto person_count = static_cast<double>(cells.front().size());
    of_persons.resize(cells.front().size());
    for (const std::vector<double>& run : cells) {
        of_runs.push_back(mean_of(run));
        for (size_t person = 0; person < run.size(); ++person)
            of_persons[person] += run[person] / run_count;
    }
    const double mean = mean_of(of_runs);
    if (run_count > 1)
        runs = {variance_of(of_runs) / run_count, run_count - 1};
    if (person_count > 1)
        persons = {variance_of(of_persons) / person_count, person_count - 1};
    if (run_count < 2 || person_count < 2)
        return;
    double sum = 0;
    for (size_t run = 0; run < cells.size(); ++run)
        for (size_t person = 0; person < of_persons.size(); ++person)
            sum += std::pow(cells[run][person] - of_runs[run] - of_persons[person] + mean, 2);
    rest.degrees = (run_count - 1) * (person_count - 1);
    rest.variance = sum / rest.degrees / (run_count * person_count);
}

/// Of an interval of the mean. Persons' mean square holds the rest, too, which is counted once.
double half_width(const Component& persons, double rest, const Component& runs) {
    const Component alone{std::max(0.0, persons.variance - rest), persons.degrees};
    return std::hypot(half_width(alone), half_width(runs));
}

/// The least number of runs with which the interval would not hold 0; 0 where none is large enough.
int runs_needed(double difference, const Component& persons, double rest, const Component& runs,
                int run_count) {
    const auto is_enough = [&](int count) {
        const Component then{runs.variance * run_count / count,
                             runs.degrees / (run_count - 1) * (count - 1)};
        return std::abs(difference) > half_width(persons, rest, then);
    };
    if (!is_enough(kMostRuns))
        return 0;
    int too_few = 1;
    int enough = kMostRuns;
    while (enough - too_few > 1) {
        const int middle = (too_few + enough) / 2;
        (is_enough(middle) ? enough : too_few) = middle;
    }
    return enough;
}

}  // namespace

MeanOverPersons mean_over_persons(const std::vector<double>& errors,
                                  const std::vector<int>& persons) {
    struct Person {
        double sum = 0;
        double faces = 0;
    };
    std::map<int, Person> by_number;
    MeanOverPersons result;
    double sum = 0;
    for (size_t face = 0; face < errors.size(); ++face) {
        if (!std::isfinite(errors[face]))
            continue;
        Person& person = by_number[persons[face]];
        person.sum += errors[face];
        ++person.faces;
        sum += errors[face];
        ++result.faces;
    }
    result.persons = static_cast<int>(by_number.size());
    result.mean = result.faces > 0 ? sum / result.faces : kNaN;
    result.low = result.high = kNaN;
    if (by_number.size() < kLeastRuns)
        return result;
    double squares = 0;
    for (const auto& [number, person] : by_number) {
        const double off = person.sum - result.mean * person.faces;
        squares += off * off;
    }
    const double degrees = result.persons - 1.0;
    const double faces = result.faces;
    const double half = half_width({squares * result.persons / degrees / (faces * faces), degrees});
    result.low = result.mean - half;
    result.high = result.mean + half;
    return result;
}

RunSpread spread_of(const std::vector<double>& figures) {
    return spread(figures, 0);
}

RunSpread spread_of_folds(const std::vector<double>& figures) {
    const auto folds = static_cast<double>(figures.size());
    return spread(figures, folds > 1 ? 1 / (folds - 1) : 0);
}

StudyDifference study_difference(const RunErrors& first, const RunErrors& second,
                                 const std::vector<int>& persons, bool paired) {
    StudyDifference result;
    result.persons = persons.empty() ? 0 : 1 + *std::max_element(persons.begin(), persons.end());
    result.first_runs = static_cast<int>(first.size());
    result.second_runs = static_cast<int>(second.size());
    result.paired = paired;
    result.mean = result.low = result.high = kNaN;
    if (persons.empty() || first.empty() || second.empty())
        return result;
    result.knows_seeds = first.size() >= kLeastRuns && second.size() >= kLeastRuns;
    const auto take = [&](const Component& of_persons, double rest, const Component& runs) {
        if (result.persons < 2)
            return;
        const double half =
            result.knows_seeds ? half_width(of_persons, rest, runs) : half_width(of_persons);
        result.low = result.mean - half;
        result.high = result.mean + half;
        if (result.knows_seeds)
            result.runs_needed = runs_needed(result.mean, of_persons, rest, runs,
                                             std::min(result.first_runs, result.second_runs));
    };
    if (paired) {
        RunErrors differences = second;
        for (size_t run = 0; run < second.size(); ++run)
            for (size_t face = 0; face < persons.size(); ++face)
                differences[run][face] -= first[run][face];
        const Table table(by_person(differences, persons, result.persons));
        result.mean = mean_of(table.of_runs);
        take(table.persons, table.rest.variance, table.runs);
        return result;
    }
    const Table one(by_person(first, persons, result.persons));
    const Table two(by_person(second, persons, result.persons));
    result.mean = mean_of(two.of_runs) - mean_of(one.of_runs);
    std::vector<double> differences = two.of_persons;
    for (size_t person = 0; person < differences.size(); ++person)
        differences[person] -= one.of_persons[person];
    const auto count = static_cast<double>(differences.size());
    take(count > 1 ? Component{variance_of(differences) / count, count - 1} : Component{},
         one.rest.variance + two.rest.variance, sum_of(one.runs, two.runs));
    return result;
}

}  // namespace rudolph

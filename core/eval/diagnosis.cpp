#include "core/eval/diagnosis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/nan.h"
#include "core/dataset/face_statistics.h"
#include "core/eval/collapse.h"
#include "core/eval/diagnosis_shapes.h"
#include "core/eval/rank_tests.h"

namespace rudolph {
namespace {

constexpr double kChance = 0.01;
constexpr double kWorseFaces = 1.25;
constexpr double kWorsePart = 1.5;
constexpr double kFailure = 0.08;
constexpr double kOutlierDeviations = 6;
constexpr double kOutlierShare = 0.02;

/// Faces beyond a limit of an attribute, that are asked whether they are worse.
struct Question {
    FindingKind kind;
    Attribute attribute;
    double limit;

    bool holds(const FaceAttributes& face) const {
        const double value = value_of(face, attribute);
        switch (kind) {
            case FindingKind::Turned:
            case FindingKind::Rolled:
                return std::abs(value) > limit;
            case FindingKind::Bright:
                return value > limit;
            default:
                return value < limit;
        }
    }
};

const std::vector<Question>& questions() {
    static const std::vector<Question> all = [] {
        std::vector<Question> list;
        const auto add = [&](FindingKind kind, Attribute attribute,
                             std::initializer_list<double> limits) {
            for (const double limit : limits)
                list.push_back({kind, attribute, limit});
        };
        add(FindingKind::Turned, Attribute::Yaw, {1, 1.5, 2});
        add(FindingKind::Rolled, Attribute::Roll, {10, 20, 30});
        add(FindingKind::Dark, Attribute::Brightness, {40, 60, 80, 100});
        add(FindingKind::Bright, Attribute::Brightness, {160, 180, 200});
        add(FindingKind::LowContrast, Attribute::Contrast, {15, 25, 35});
        add(FindingKind::Small, Attribute::Size, {40, 60, 80, 120, 160});
        return list;
    }();
    return all;
}

double mean_of_finite(const std::vector<double>& values) {
    double sum = 0;
    int count = 0;
    for (const double value : values)
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    return count > 0 ? sum / count : kNaN;
}

/// The errors of a set of faces, and what is asked of them.
class Faces {
public:
    Faces(const std::vector<FaceResult>& results, const std::vector<FaceAttributes>& attributes,
          const std::vector<int>& persons)
        : results_(results),
          attributes_(attributes),
          persons_(persons),
          explained_(results.size()) {
        for (const FaceResult& result : results)
            errors_.push_back(ranking_error(result));
        for (const double error : errors_)
            total_ += std::isfinite(error) ? error : 0;
    }

    double total() const { return total_; }
    const std::vector<double>& errors() const { return errors_; }
    bool is_explained(size_t face) const { return explained_[face]; }
    void explain(const Finding& finding) {
        for (const int row : finding.rows)
            explained_[static_cast<size_t>(row)] = true;
    }
    /// Only faces that no finding before explains. Empty when there are too few to ask.
    std::optional<Finding> ask(const Question& question) const;
    void worst_first(std::vector<int>& rows) const;
    double failing(const std::vector<int>& rows) const;

private:
    const std::vector<FaceResult>& results_;
    const std::vector<FaceAttributes>& attributes_;
    const std::vector<int>& persons_;
    std::vector<double> errors_;
    std::vector<bool> explained_;
    double total_ = 0;
};

void Faces::worst_first(std::vector<int>& rows) const {
    std::stable_sort(rows.begin(), rows.end(), [this](int a, int b) {
        return errors_[static_cast<size_t>(a)] > errors_[static_cast<size_t>(b)];
    });
}

double Faces::failing(const std::vector<int>& rows) const {
    double known = 0;
    double failing = 0;
    for (const int row : rows) {
        const double nme = results_[static_cast<size_t>(row)].nme;
        known += std::isnan(nme) ? 0 : 1;
        failing += nme > kFailure ? 1 : 0;
    }
    return known > 0 ? failing / known : kNaN;
}

std::optional<Finding> Faces::ask(const Question& question) const {
    std::array<std::vector<int>, 2> rows;
    std::array<std::vector<double>, 2> errors;
    std::vector<PersonValue> values;
    for (size_t i = 0; i < errors_.size(); ++i) {
        const FaceAttributes& face = attributes_[i];
        if (explained_[i] || std::isnan(errors_[i]) ||
            std::isnan(value_of(face, question.attribute)))
            continue;
        const size_t side = question.holds(face) ? 0 : 1;
        rows[side].push_back(static_cast<int>(i));
        errors[side].push_back(errors_[i]);
        values.push_back({errors_[i], side == 0, persons_[i]});
    }
    if (std::ssize(rows[0]) < kFewestRanked || std::ssize(rows[1]) < kFewestRanked)
        return std::nullopt;
    Finding finding;
    finding.kind = question.kind;
    finding.limit = question.limit;
    finding.faces = static_cast<int>(rows[0].size());
    finding.others = static_cast<int>(rows[1].size());
    const double here = mean_of_finite(errors[0]);
    const double there = mean_of_finite(errors[1]);
    finding.factor = there > 0 ? here / there : 1;
    finding.failing = failing(rows[0]);
    finding.others_failing = failing(rows[1]);
    finding.p = rank_sum_by_person_p(std::move(values));
    finding.weight = total_ > 0 ? finding.faces * (here - there) / total_ : 0;
    finding.rows = std::move(rows[0]);
    return finding;
}

bool matters(const Finding& finding, double factor, double chance) {
    return finding.factor >= factor && finding.p <= chance;
}

/// The finding that is least likely chance among what still can be asked. Not the one that matters
/// most: a limit beyond the true one takes in sound faces and loses nothing by it.
std::optional<Finding> next_finding(const Faces& faces, double chance,
                                    const std::vector<Finding>& found) {
    std::optional<Finding> best;
    for (const Question& question : questions()) {
        const bool asked = std::any_of(found.begin(), found.end(), [&](const Finding& before) {
            return before.kind == question.kind;
        });
        if (asked)
            continue;
        auto finding = faces.ask(question);
        if (finding && matters(*finding, kWorseFaces, chance) &&
            (!best || finding->p < best->p ||
             (finding->p == best->p && finding->weight > best->weight)))
            best = std::move(finding);
    }
    return best;
}

/// How many tests there are: those that have enough faces on both sides.
int count_tests(const Faces& faces) {
    const auto& all = questions();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const Question& question) {
        return faces.ask(question).has_value();
    }));
}

/// The error of each part of each face, by part and then by face; NaN where a face lacks it.
std::vector<std::vector<double>> errors_of_parts(const std::vector<FaceResult>& results,
                                                 const std::vector<FacePart>& parts) {
    std::vector<std::vector<double>> errors(kFaceParts);
    for (const FaceResult& result : results) {
        std::array<double, kFaceParts> sums{};
        std::array<int, kFaceParts> counts{};
        const double distance = normalising_distance(result);
        for (size_t i = 0; i < parts.size(); ++i) {
            const double error = point_error_px(result, static_cast<int>(i));
            if (!std::isfinite(error))
                continue;
            sums[static_cast<size_t>(parts[i])] += distance > 0 ? error / distance : error;
            ++counts[static_cast<size_t>(parts[i])];
        }
        for (size_t part = 0; part < kFaceParts; ++part)
            errors[part].push_back(counts[part] > 0 ? sums[part] / counts[part] : kNaN);
    }
    return errors;
}

/// The worst part beside the best one.
std::optional<Finding> worst_part(const std::vector<FaceResult>& results,
                                  const std::vector<int>& persons, const LandmarkScheme& scheme,
                                  double chance) {
    const std::vector<FacePart> parts = face_parts(scheme);
    const auto errors = errors_of_parts(results, parts);
    int worst = -1;
    int best = -1;
    std::vector<double> means;
    for (int part = 0; part < kFaceParts; ++part) {
        means.push_back(mean_of_finite(errors[static_cast<size_t>(part)]));
        if (part == static_cast<int>(FacePart::Other) || std::isnan(means.back()))
            continue;
        if (worst < 0 || means.back() > means[static_cast<size_t>(worst)])
            worst = part;
        if (best < 0 || means.back() < means[static_cast<size_t>(best)])
            best = part;
    }
    if (worst < 0 || worst == best)
        return std::nullopt;
    const auto& bad = errors[static_cast<size_t>(worst)];
    const auto& good = errors[static_cast<size_t>(best)];
    std::vector<double> differences;
    std::vector<int> whose;
    std::vector<std::pair<double, int>> order;
    for (size_t i = 0; i < bad.size(); ++i)
        if (const double difference = bad[i] - good[i]; std::isfinite(difference)) {
            differences.push_back(difference);
            whose.push_back(persons[i]);
            order.emplace_back(-bad[i], static_cast<int>(i));
        }
    Finding finding;
    finding.kind = FindingKind::Part;
    finding.worst = static_cast<FacePart>(worst);
    finding.best = static_cast<FacePart>(best);
    const double least = means[static_cast<size_t>(best)];
    finding.factor = least > 0 ? means[static_cast<size_t>(worst)] / least : 1;
    finding.faces = finding.others = static_cast<int>(differences.size());
    finding.p = signed_rank_by_person_p(differences, whose);
    if (finding.faces < kFewestRanked || !matters(finding, kWorsePart, chance))
        return std::nullopt;
    // Weighed by points, as the error itself is.
    const auto points = static_cast<double>(std::count(parts.begin(), parts.end(), finding.worst));
    double total = 0;
    for (const FacePart part : parts)
        if (const double of_part = means[static_cast<size_t>(part)]; std::isfinite(of_part))
            total += of_part;
    finding.weight = points * (means[static_cast<size_t>(worst)] - least) / total;
    std::sort(order.begin(), order.end());
    for (size_t i = 0; i < std::min<size_t>(order.size(), 3 * kFewestRanked); ++i)
        finding.rows.push_back(order[i].second);
    return finding;
}

std::optional<Finding> outliers(const Faces& faces) {
    std::vector<double> logarithms;
    for (const double error : faces.errors())
        if (std::isfinite(error) && error > 0)
            logarithms.push_back(std::log(error));
    if (std::ssize(logarithms) < 2 * kFewestRanked)
        return std::nullopt;
    const Spread spread = spread_of(logarithms, kOutlierDeviations);
    if (!(spread.limit > spread.typical))
        return std::nullopt;
    const double typical = std::exp(spread.typical);
    Finding finding;
    finding.kind = FindingKind::Outliers;
    double excess = 0;
    double sum = 0;
    for (size_t i = 0; i < faces.errors().size(); ++i) {
        const double error = faces.errors()[i];
        if (faces.is_explained(i) || !(error > std::exp(spread.limit)))
            continue;
        finding.rows.push_back(static_cast<int>(i));
        sum += std::isfinite(error) ? error : 0;
        excess += std::isfinite(error) ? error - typical : 0;
    }
    if (finding.rows.empty())
        return std::nullopt;
    finding.faces = static_cast<int>(finding.rows.size());
    finding.others = static_cast<int>(logarithms.size()) - finding.faces;
    finding.factor = sum / finding.faces / typical;
    finding.failing = faces.failing(finding.rows);
    finding.p = 0;
    finding.weight = faces.total() > 0 ? excess / faces.total() : 0;
    faces.worst_first(finding.rows);
    return finding.weight >= kOutlierShare ? std::optional(finding) : std::nullopt;
}

}  // namespace

std::vector<Finding> diagnose(const std::vector<FaceResult>& results,
                              const std::vector<FaceAttributes>& attributes,
                              const LandmarkScheme& scheme,
                              const std::vector<std::string>& persons) {
    std::vector<Finding> found;
    if (results.size() != attributes.size())
        return found;
    const std::vector<int> numbers = person_numbers(persons, results.size());
    Faces faces(results, attributes, numbers);
    const double chance = kChance / (count_tests(faces) + 1);  // and that of the parts
    while (auto finding = next_finding(faces, chance, found)) {
        faces.explain(*finding);
        faces.worst_first(finding->rows);
        found.push_back(std::move(*finding));
    }
    const auto add = [&found](std::optional<Finding> finding) {
        if (finding)
            found.push_back(std::move(*finding));
    };
    add(outliers(faces));
    add(worst_part(results, numbers, scheme, chance));
    const CollapseGauge gauge = collapse_gauge(results, scheme);
    add(collapsed(results, numbers, scheme, gauge));
    add(wrong_turns(results, numbers, scheme, gauge));
    for (Finding& finding : found)
        if (finding.kind == FindingKind::WrongTurns)
            faces.worst_first(finding.rows);
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
    return found;
}

}  // namespace rudolph

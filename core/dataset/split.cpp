#include "core/dataset/split.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/dataset/set_part.h"

namespace rudolph {
namespace {

constexpr int kFirstImmValidationPerson = 33;
constexpr int kLastImmValidationPerson = 40;

/// The samples with points, by person in alphabetical order.
using People = std::map<std::string, std::vector<int>>;

People labelled_people(const Dataset& dataset) {
    People people;
    for (const int i : dataset.labelled())
        people[dataset.samples[static_cast<size_t>(i)].person].push_back(i);
    return people;
}

/// People with twin pictures become one.
People joined(const People& people, const Dataset& dataset, const TwinPictures& twins) {
    std::set<std::string> pictures;
    for (const auto& [person, samples] : people)
        for (const int i : samples)
            pictures.insert(dataset.samples[static_cast<size_t>(i)].image.native());
    std::map<std::string, std::string> joined_with;
    const auto one_of = [&joined_with](std::string person) {
        for (auto next = joined_with.find(person); next != joined_with.end();
             next = joined_with.find(person))
            person = next->second;
        return person;
    };
    for (const std::vector<int>& group : twins) {
        if (2 * group.size() > pictures.size())
            continue;
        for (const int face : group) {
            const std::string a = one_of(dataset.samples[static_cast<size_t>(group[0])].person);
            const std::string b = one_of(dataset.samples[static_cast<size_t>(face)].person);
            if (a != b)
                joined_with[std::max(a, b)] = std::min(a, b);
        }
    }
    People all;
    for (const auto& [person, samples] : people) {
        std::vector<int>& together = all[one_of(person)];
        together.insert(together.end(), samples.begin(), samples.end());
    }
    return all;
}

Split split_by(const People& people, const std::set<std::string>& validation_people) {
    Split split;
    for (const auto& [person, samples] : people) {
        auto& side = validation_people.contains(person) ? split.validation : split.train;
        side.insert(side.end(), samples.begin(), samples.end());
    }
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.validation.begin(), split.validation.end());
    return split;
}

bool all_people_numbered(const People& people) {
    return std::all_of(people.begin(), people.end(),
                       [](const auto& entry) { return parse_integer(entry.first).has_value(); });
}

Split imm_split(const People& people) {
    if (!all_people_numbered(people))
        throw Error("the people of this data set are not numbered as IMM's are", {},
                    "split by a share instead");
    std::set<std::string> validation;
    for (const auto& [person, samples] : people) {
        const long long number = *parse_integer(person);
        if (number >= kFirstImmValidationPerson && number <= kLastImmValidationPerson)
            validation.insert(person);
    }
    return split_by(people, validation);
}

Split share_split(const People& people, double share, std::uint64_t seed) {
    if (!(share >= 0 && share <= 0.9))
        throw Error("'validation_share' is " + number_text(share) + ", but must be from 0 to 0.9");
    std::vector<std::string> order;
    double samples = 0;
    for (const auto& [person, indices] : people) {
        order.push_back(person);
        samples += static_cast<double>(indices.size());
    }
    Random random(seed);
    shuffle(order, random);
    const double wanted = share * samples;
    double taken = 0;
    std::set<std::string> validation;
    for (const std::string& person : order) {
        const auto count = static_cast<double>(people.at(person).size());
        if (validation.size() + 1 < order.size() &&
            std::abs(taken + count - wanted) < std::abs(taken - wanted)) {
            validation.insert(person);
            taken += count;
        }
    }
    // Few people and a small share: one of them is nearer to what was meant than nobody.
    if (validation.empty() && share > 0 && order.size() > 1)
        validation.insert(order.front());
    return split_by(people, validation);
}

/// The same groups for every fold: each person, in an order that is drawn, goes to the smallest.
Split fold_split(const People& people, const SplitSpec& spec) {
    const auto folds = static_cast<size_t>(spec.folds);
    if (spec.folds < 2 || spec.fold < 1 || spec.fold > spec.folds)
        throw Error("there is no fold " + std::to_string(spec.fold) + " of " +
                    std::to_string(spec.folds));
    if (people.size() < folds)
        throw Error("there are " + std::to_string(people.size()) + " people for " +
                        std::to_string(spec.folds) + " folds",
                    {}, "use fewer folds");
    std::vector<std::string> order;
    for (const auto& [person, samples] : people)
        order.push_back(person);
    Random random(spec.seed);
    shuffle(order, random);
    // Large ones first, so that the groups become alike.
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return people.at(a).size() > people.at(b).size();
    });
    std::vector<size_t> sizes(folds);
    std::set<std::string> validation;
    for (const std::string& person : order) {
        const auto smallest = std::min_element(sizes.begin(), sizes.end());
        *smallest += people.at(person).size();
        if (smallest - sizes.begin() + 1 == spec.fold)
            validation.insert(person);
    }
    return split_by(people, validation);
}

std::vector<std::string> ids(const std::vector<int>& indices, const Dataset& dataset) {
    std::vector<std::string> found;
    for (const int i : indices)
        found.push_back(dataset.samples.at(static_cast<size_t>(i)).id);
    return found;
}

/// As the set's own files say; empty where they do not name both sides.
Split own_split(const Dataset& dataset) {
    std::map<std::string, std::vector<int>> parts;
    for (const int i : dataset.labelled())
        parts[part_of(dataset.samples[static_cast<size_t>(i)])].push_back(i);
    const char* held_back = parts.contains(kValidationPart) ? kValidationPart : kTestPart;
    if (!parts.contains(kTrainPart) || !parts.contains(held_back))
        return {};
    return {parts.at(kTrainPart), parts.at(held_back)};
}

/// What needs no share: the set's own parts, or IMM's persons. Empty sides: a share is drawn.
Split fixed_split(const Dataset& dataset, const SplitSpec& spec, const People& people) {
    Split split;
    if (spec.method == SplitMethod::Automatic)
        split = own_split(dataset);
    const bool is_own = !split.train.empty();
    const bool may_be_imm = dataset.format == DatasetFormat::Imm && all_people_numbered(people);
    if (spec.method == SplitMethod::ImmPersons ||
        (spec.method == SplitMethod::Automatic && may_be_imm && !is_own))
        split = imm_split(people);
    const bool has_both_sides = !split.train.empty() && !split.validation.empty();
    return spec.method == SplitMethod::Automatic && !has_both_sides ? Split() : split;
}

}  // namespace

bool draws_share(const Dataset& dataset, const SplitSpec& spec) {
    return spec.method == SplitMethod::Share || spec.method == SplitMethod::Folds ||
           (spec.method == SplitMethod::Automatic &&
            fixed_split(dataset, spec, labelled_people(dataset)).train.empty());
}

Split make_split(const Dataset& dataset, const SplitSpec& spec, const TwinPictures& twins) {
    const People people = labelled_people(dataset);
    if (people.empty())
        throw Error("no face of this data set has points, so nothing can be trained on",
                    {dataset.source});
    Split split = fixed_split(dataset, spec, people);
    if (spec.method == SplitMethod::Folds)
        split = fold_split(joined(people, dataset, twins), spec);
    else if (spec.method == SplitMethod::Share ||
             (spec.method == SplitMethod::Automatic && split.train.empty()))
        split = share_split(joined(people, dataset, twins), spec.validation_share, spec.seed);
    if (split.train.empty())
        throw Error("the split leaves no face to train on", {dataset.source},
                    "use a smaller validation share or more people");
    if (split.validation.empty())
        throw Error("the split leaves no face to validate on", {dataset.source},
                    "use a larger validation share, or a data set with at least two people");
    return split;
}

Json to_json(const Split& split, const Dataset& dataset) {
    return {{"train", ids(split.train, dataset)}, {"validation", ids(split.validation, dataset)}};
}

Split split_from_json(const Json& json, const Dataset& dataset) {
    std::unordered_map<std::string, int> index_of;
    for (const int i : dataset.labelled())
        index_of.emplace(dataset.samples[static_cast<size_t>(i)].id, i);
    std::set<std::string> seen;
    const auto read = [&](const char* key) {
        std::vector<int> indices;
        for (const auto& id : json.at(key).get<std::vector<std::string>>()) {
            if (!seen.insert(id).second)
                throw Error("not a split: '" + id + "' stands in it twice");
            if (const auto found = index_of.find(id); found != index_of.end())
                indices.push_back(found->second);
        }
        std::sort(indices.begin(), indices.end());
        return indices;
    };
    Split split;
    try {
        split.train = read("train");
        split.validation = read("validation");
    } catch (const Json::exception&) {
        throw Error("not a split: it needs lists of face names under 'train' and 'validation'");
    }
    if (split.train.empty() && split.validation.empty())
        throw Error("none of the faces of this split is in the data set", {dataset.source},
                    "open the data set that the run was trained on");
    return split;
}

}  // namespace rudolph

#include "ui/parts/sample_filter.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/text.h"

#include "core/predict/confidence.h"

namespace rudolph {
namespace {

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// A name as bytes that compare as people sort: "face2" before "face10", in any case. A number is
/// written as '0', how long it is, and its digits.
std::string nameKey(std::string_view any_case) {
    const std::string name = lower(any_case);
    std::string key;
    key.reserve(name.size() + 4);
    for (size_t at = 0; at < name.size();) {
        if (!isDigit(name[at])) {
            key += name[at++];
            continue;
        }
        while (at + 1 < name.size() && name[at] == '0' && isDigit(name[at + 1]))
            ++at;
        const size_t start = at;
        while (at < name.size() && isDigit(name[at]))
            ++at;
        key += '0';
        key += static_cast<char>(std::min<size_t>(at - start, 127));
        key.append(name, start, at - start);
    }
    return key;
}

/// What is smaller comes first.
double sortKey(const FaceFacts& face, SampleOrder order) {
    switch (order) {
        case SampleOrder::State:
            switch (face.sample->state) {
                case FaceState::InWork:
                    return 0;
                case FaceState::Doubtful:
                    return 1;
                case FaceState::New:
                    return 2;
                case FaceState::Done:
                    return 3;
            }
            return 4;
        case SampleOrder::Problems:
            return -face.problems;
        case SampleOrder::Disagreement:
            return std::isfinite(face.disagreement) ? -face.disagreement
                                                    : std::numeric_limits<double>::infinity();
        case SampleOrder::Confidence:
            return face.sample->confidence.value_or(face.sample->is_proposal() ? 1 : 2);
        case SampleOrder::Suggested:
            return face.suggested < 0 ? std::numeric_limits<double>::infinity() : face.suggested;
        case SampleOrder::Dataset:
        case SampleOrder::Name:
            break;
    }
    return 0;
}

}  // namespace

bool isUnsure(const Sample& face) {
    return face.is_proposal() && face.confidence && *face.confidence < kDoubtful;
}

bool isLeftToMark(const Sample& face) {
    return !face.has_truth() && face.state != FaceState::Done;
}

SampleFilter::SampleFilter(const SampleQuery& query) : query_(query), words_(query.text) {}

bool SampleFilter::accepts(const FaceFacts& face) const {
    const Sample& sample = *face.sample;
    if (!query_.states.empty() && query_.states.count(sample.state) == 0)
        return false;
    if (query_.person && sample.person != *query_.person)
        return false;
    if (query_.view && sample.view != query_.view)
        return false;
    if (query_.side && face.side != *query_.side)
        return false;
    if (query_.trait)
        switch (*query_.trait) {
            case FaceTrait::HasNote:
                if (sample.note.empty())
                    return false;
                break;
            case FaceTrait::Proposed:
                if (!sample.is_proposal())
                    return false;
                break;
            case FaceTrait::Unsure:
                if (!isUnsure(sample))
                    return false;
                break;
            case FaceTrait::HasProblem:
                if (face.problems == 0)
                    return false;
                break;
            case FaceTrait::WithoutPoints:
                if (!sample.points_in_image.empty())
                    return false;
                break;
            case FaceTrait::Suggested:
                if (face.suggested < 0)
                    return false;
                break;
        }
    return words_.isEmpty() || words_.matches({sample.id, sample.person, sample.note});
}

bool inOrder(int first, int second, SampleOrder order, const FactsOf& facts) {
    if (order == SampleOrder::Dataset)
        return first <= second;
    const FaceFacts a = facts(first);
    const FaceFacts b = facts(second);
    if (order == SampleOrder::Name) {
        const int by_name = nameKey(a.sample->id).compare(nameKey(b.sample->id));
        return by_name < 0 || (by_name == 0 && first <= second);
    }
    const double left = sortKey(a, order);
    const double right = sortKey(b, order);
    return left < right || (left == right && first <= second);
}

void sortFaces(std::vector<int>& faces, SampleOrder order, const FactsOf& facts) {
    if (order == SampleOrder::Dataset) {
        std::sort(faces.begin(), faces.end());
        return;
    }
    struct Keyed {
        int face;
        double key;
        std::string name;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(faces.size());
    for (const int face : faces) {
        const FaceFacts known = facts(face);
        keyed.push_back({face, sortKey(known, order),
                         order == SampleOrder::Name ? nameKey(known.sample->id) : std::string()});
    }
    const auto less = [](const Keyed& a, const Keyed& b) {
        if (a.key != b.key)
            return a.key < b.key;
        const int by_name = a.name.compare(b.name);
        return by_name != 0 ? by_name < 0 : a.face < b.face;
    };
    // Lists often come sorted by name.
    if (!std::is_sorted(keyed.begin(), keyed.end(), less))
        std::sort(keyed.begin(), keyed.end(), less);
    std::transform(keyed.begin(), keyed.end(), faces.begin(),
                   [](const Keyed& one) { return one.face; });
}

}  // namespace rudolph

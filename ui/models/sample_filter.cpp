#include "ui/models/sample_filter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rudolph {
namespace {

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// The digits from here on, without leading zeros; moves `at` behind them.
std::string_view takeNumber(std::string_view text, size_t& at) {
    const size_t start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    std::string_view number = text.substr(start, at - start);
    while (number.size() > 1 && number.front() == '0')
        number.remove_prefix(1);
    return number;
}

/// "face2" before "face10", in any case.
int compareNames(std::string_view a, std::string_view b) {
    size_t i = 0;
    size_t k = 0;
    while (i < a.size() && k < b.size()) {
        if (isDigit(a[i]) && isDigit(b[k])) {
            const std::string_view left = takeNumber(a, i);
            const std::string_view right = takeNumber(b, k);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0)
                return order;
            continue;
        }
        const char left = lower(a[i++]);
        const char right = lower(b[k++]);
        if (left != right)
            return static_cast<unsigned char>(left) < static_cast<unsigned char>(right) ? -1 : 1;
    }
    return static_cast<int>(i < a.size()) - static_cast<int>(k < b.size());
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
        case SampleOrder::Dataset:
        case SampleOrder::Name:
            break;
    }
    return 0;
}

}  // namespace

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
            case FaceTrait::HasProblem:
                if (face.problems == 0)
                    return false;
                break;
            case FaceTrait::WithoutPoints:
                if (!sample.points_in_image.empty())
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
        const int by_name = compareNames(a.sample->id, b.sample->id);
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
        std::string_view name;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(faces.size());
    for (const int face : faces) {
        const FaceFacts known = facts(face);
        keyed.push_back({face, sortKey(known, order), known.sample->id});
    }
    const auto less = [order](const Keyed& a, const Keyed& b) {
        if (order == SampleOrder::Name) {
            const int by_name = compareNames(a.name, b.name);
            return by_name != 0 ? by_name < 0 : a.face < b.face;
        }
        return a.key != b.key ? a.key < b.key : a.face < b.face;
    };
    // Lists often come sorted by name.
    if (!std::is_sorted(keyed.begin(), keyed.end(), less))
        std::sort(keyed.begin(), keyed.end(), less);
    std::transform(keyed.begin(), keyed.end(), faces.begin(),
                   [](const Keyed& one) { return one.face; });
}

}  // namespace rudolph

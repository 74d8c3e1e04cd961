#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <set>

#include "core/dataset/dataset.h"
#include "ui/base/word_search.h"

namespace rudolph {

enum class SplitSide {
    None,  ///< not used: no points that are truth, or no split could be made
    Train,
    Validation
};

/// One thing to look for besides the state.
enum class FaceTrait {
    HasNote,
    Proposed,  ///< placed by a network, and no person has looked at it
    Unsure,    ///< proposed by a network that calls it doubtful
    HasProblem,
    WithoutPoints,
    Suggested  ///< to be marked next
};

/// A proposal of which its model says that it is more likely wrong than right.
bool isUnsure(const Sample& face);

/// Of faces that were suggested: still to be marked.
bool isLeftToMark(const Sample& face);

/// What to look for; empty parts match every face.
struct SampleQuery {
    QString text;  ///< every word must occur in the id, the person's name or the note, in any case
    std::set<FaceState> states = {};
    std::optional<FaceTrait> trait = std::nullopt;
    std::optional<std::string> person = std::nullopt;
    std::optional<int> view = std::nullopt;
    std::optional<SplitSide> side = std::nullopt;

    bool isEmpty() const { return *this == SampleQuery(); }
    bool operator==(const SampleQuery&) const = default;
};

/// Faces that compare alike stay in the data set's order.
enum class SampleOrder {
    Dataset,
    Name,          ///< numbers in names by their value
    State,         ///< what is still to be done first
    Problems,      ///< the most first
    Disagreement,  ///< the furthest from a model first, those not measured last
    Confidence,    ///< proposals of which their model is least sure first, those without last
    Suggested      ///< what to mark next, in that order, the others last
};

/// A face with what the list knows of it.
struct FaceFacts {
    const Sample* sample = nullptr;
    SplitSide side = SplitSide::None;
    int problems = 0;
    double disagreement = 0;  ///< NaN: not measured
    int suggested = -1;       ///< its place among those to mark next; −1: none of them
};

using FactsOf = std::function<FaceFacts(int face)>;

/// A query made ready for many faces.
class SampleFilter {
public:
    SampleFilter() = default;
    explicit SampleFilter(const SampleQuery& query);

    const SampleQuery& query() const { return query_; }
    bool accepts(const FaceFacts& face) const;

private:
    SampleQuery query_;
    WordSearch words_;
};

void sortFaces(std::vector<int>& faces, SampleOrder order, const FactsOf& facts);
/// Whether `first` may stand above `second`.
bool inOrder(int first, int second, SampleOrder order, const FactsOf& facts);

}  // namespace rudolph

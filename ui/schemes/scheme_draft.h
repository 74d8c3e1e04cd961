#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// The side of the square that reference points are drawn on: places run from 0 to this.
inline constexpr double kDraftSide = 200;

/// A landmark scheme while a person makes it, and where its points are drawn. All functions keep
/// lines, pairs and measures pointing at the same points.
struct SchemeDraft {
    LandmarkScheme scheme;  ///< without its reference
    /// As many as there are points; those that are not placed yet have none.
    std::vector<std::optional<Point>> places;

    bool operator==(const SchemeDraft&) const = default;
};

/// The draft of a scheme that exists, drawn where its reference shape says.
SchemeDraft draftOf(const LandmarkScheme& scheme);
/// The scheme, with its reference where all points are placed; without a title it is called by its
/// name.
LandmarkScheme schemeOf(const SchemeDraft& draft);

/// At the end; returns its index.
int addPoint(SchemeDraft& draft, const QString& name, std::optional<Point> place);
/// Lines lose the point; pairs and measures that need it go.
void removePoint(SchemeDraft& draft, int point);
/// The order of the points becomes `order`, which names each present index once.
void reorderPoints(SchemeDraft& draft, const std::vector<int>& order);
/// Pairs two points, which leave the pairs they were in; the one further left comes first. The same
/// point twice: it lies on the axis.
void pairPoints(SchemeDraft& draft, int a, int b);
/// Pairs what is placed, in no pair yet, and lies as in a mirror; returns how many pairs were
/// added.
int suggestPairs(SchemeDraft& draft);
/// A name that no point has: "point 12".
QString freePointName(const LandmarkScheme& scheme);

/// Where in the editor something has to be put right.
enum class SchemePart { Name, Points, Lines, Pairs, Measures };

struct SchemeProblem {
    SchemePart part = SchemePart::Name;
    QString text;
    bool stops_saving = true;  ///< false: a hint
    int index = -1;            ///< of the point or the line; -1: none
};

/// What is wrong, the order of the editor's parts.
std::vector<SchemeProblem> problemsOf(const SchemeDraft& draft);

}  // namespace rudolph

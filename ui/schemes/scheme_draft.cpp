#include "ui/schemes/scheme_draft.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "ui/base/tr.h"
#include "ui/session/scheme_store.h"

namespace rudolph {
namespace {

/// How far from its mirrored partner a point may lie, of the drawing's side.
constexpr double kMirrorReach = 0.06;

QString nameOf(const LandmarkScheme& scheme, int point) {
    return QString::fromStdString(scheme.point_names[static_cast<size_t>(point)]);
}

/// Every index of a point becomes new_index[index]; those that become -1 are gone.
void renumber(LandmarkScheme& scheme, const std::vector<int>& new_index) {
    const auto renumbered = [&new_index](const std::vector<int>& points) {
        std::vector<int> kept;
        for (const int point : points)
            if (const int now = new_index[static_cast<size_t>(point)]; now >= 0)
                kept.push_back(now);
        return kept;
    };
    for (Polyline& line : scheme.lines)
        line.points = renumbered(line.points);
    std::vector<std::pair<int, int>> pairs;
    for (const auto& [a, b] : scheme.mirror_pairs)
        if (const std::vector<int> both = renumbered({a, b}); both.size() == 2)
            pairs.emplace_back(both[0], both[1]);
    scheme.mirror_pairs = pairs;
    if (scheme.nose_tip) {
        const int tip = new_index[static_cast<size_t>(*scheme.nose_tip)];
        scheme.nose_tip = tip >= 0 ? std::optional(tip) : std::nullopt;
    }
    if (scheme.normaliser) {
        scheme.normaliser->from = renumbered(scheme.normaliser->from);
        scheme.normaliser->to = renumbered(scheme.normaliser->to);
    }
}

bool isPaired(const LandmarkScheme& scheme, int point) {
    return std::any_of(
        scheme.mirror_pairs.begin(), scheme.mirror_pairs.end(),
        [point](const auto& pair) { return pair.first == point || pair.second == point; });
}

/// Where the mirror stands: in the middle of the pairs there are, else of all points.
double axisOf(const SchemeDraft& draft) {
    double sum = 0;
    int count = 0;
    for (const auto& [a, b] : draft.scheme.mirror_pairs) {
        const auto& left = draft.places[static_cast<size_t>(a)];
        const auto& right = draft.places[static_cast<size_t>(b)];
        if (left && right) {
            sum += (left->x + right->x) / 2;
            ++count;
        }
    }
    if (count > 0)
        return sum / count;
    std::vector<Point> placed;
    for (const auto& place : draft.places)
        if (place)
            placed.push_back(*place);
    return bounding_box(Landmarks(placed)).centre().x;
}

void checkName(const LandmarkScheme& scheme, std::vector<SchemeProblem>& problems) {
    const QString problem = SchemeStore::nameProblem(QString::fromStdString(scheme.name));
    if (!problem.isEmpty())
        problems.push_back({SchemePart::Name, problem});
}

void checkPoints(const SchemeDraft& draft, std::vector<SchemeProblem>& problems) {
    if (draft.scheme.size() == 0)
        problems.push_back(
            {SchemePart::Points, tr("There is no point yet: click on the drawing.")});
    QHash<QString, int> seen;
    int not_placed = 0;
    int first_not_placed = -1;
    for (int i = 0; i < draft.scheme.size(); ++i) {
        const QString name = nameOf(draft.scheme, i);
        if (name.trimmed().isEmpty())
            problems.push_back({SchemePart::Points, tr("Point %1 has no name.").arg(i), true, i});
        else if (seen.contains(name))
            problems.push_back(
                {SchemePart::Points,
                 tr("Points %1 and %2 are both called “%3”.").arg(seen[name]).arg(i).arg(name),
                 true, i});
        seen.insert(name, i);
        if (!draft.places[static_cast<size_t>(i)] && not_placed++ == 0)
            first_not_placed = i;
    }
    if (not_placed > 0)
        problems.push_back({SchemePart::Points,
                            tr("“%1” is not placed yet; the drawing is kept only when all points "
                               "are (%2 are not).")
                                .arg(nameOf(draft.scheme, first_not_placed))
                                .arg(not_placed),
                            false, first_not_placed});
}

void checkLines(const LandmarkScheme& scheme, std::vector<SchemeProblem>& problems) {
    for (size_t i = 0; i < scheme.lines.size(); ++i) {
        const Polyline& line = scheme.lines[i];
        const int index = static_cast<int>(i);
        const QString name = QString::fromStdString(line.name);
        if (name.trimmed().isEmpty())
            problems.push_back({SchemePart::Lines, tr("A line has no name."), true, index});
        else if (line.points.size() < 2)
            problems.push_back({SchemePart::Lines,
                                tr("The line “%1” needs two points or more.").arg(name), true,
                                index});
    }
}

void checkPairs(const SchemeDraft& draft, std::vector<SchemeProblem>& problems) {
    const double axis = axisOf(draft);
    for (const auto& [a, b] : draft.scheme.mirror_pairs) {
        const auto& left = draft.places[static_cast<size_t>(a)];
        const auto& right = draft.places[static_cast<size_t>(b)];
        if (left && right && (left->x - axis) * (right->x - axis) > 0)
            problems.push_back({SchemePart::Pairs,
                                tr("“%1” and “%2” lie on the same side of the face.")
                                    .arg(nameOf(draft.scheme, a), nameOf(draft.scheme, b)),
                                false, a});
    }
}

void checkMeasures(const LandmarkScheme& scheme, std::vector<SchemeProblem>& problems) {
    if (!scheme.normaliser)
        return;
    const NormalisingDistance& distance = *scheme.normaliser;
    if (distance.from.empty() || distance.to.empty())
        problems.push_back({SchemePart::Measures,
                            tr("The distance that errors are divided by needs a point or more at "
                               "both of its ends.")});
    else if (distance.from == distance.to)
        problems.push_back({SchemePart::Measures,
                            tr("The distance that errors are divided by begins and ends at the "
                               "same points.")});
    if (QString::fromStdString(distance.name).trimmed().isEmpty())
        problems.push_back(
            {SchemePart::Measures, tr("The distance that errors are divided by has no name.")});
}

}  // namespace

SchemeDraft draftOf(const LandmarkScheme& scheme) {
    SchemeDraft draft{scheme, {}};
    draft.scheme.reference.clear();
    constexpr double margin = 20;
    const double room = kDraftSide - 2 * margin;
    const Landmarks shape = fitted_to_box(reference_shape(scheme), {margin, margin, room, room});
    for (const Point& point : shape.points)
        draft.places.emplace_back(point);
    return draft;
}

LandmarkScheme schemeOf(const SchemeDraft& draft) {
    LandmarkScheme scheme = draft.scheme;
    if (QString::fromStdString(scheme.title).trimmed().isEmpty())
        scheme.title = scheme.name;
    const bool whole = std::all_of(draft.places.begin(), draft.places.end(),
                                   [](const auto& place) { return place.has_value(); });
    if (whole)
        for (const auto& place : draft.places)  // to a hundredth, for files that people read
            scheme.reference.emplace_back(std::round(place->x * 100) / 100,
                                          std::round(place->y * 100) / 100);
    return scheme;
}

int addPoint(SchemeDraft& draft, const QString& name, std::optional<Point> place) {
    draft.scheme.point_names.push_back(name.toStdString());
    draft.places.push_back(place);
    return draft.scheme.size() - 1;
}

void removePoint(SchemeDraft& draft, int point) {
    std::vector<int> new_index(draft.places.size());
    std::iota(new_index.begin(), new_index.end(), 0);
    for (size_t i = static_cast<size_t>(point); i < new_index.size(); ++i)
        --new_index[i];
    new_index[static_cast<size_t>(point)] = -1;
    renumber(draft.scheme, new_index);
    draft.scheme.point_names.erase(draft.scheme.point_names.begin() + point);
    draft.places.erase(draft.places.begin() + point);
}

void reorderPoints(SchemeDraft& draft, const std::vector<int>& order) {
    const SchemeDraft before = draft;
    std::vector<int> new_index(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
        const auto old = static_cast<size_t>(order[i]);
        new_index[old] = static_cast<int>(i);
        draft.scheme.point_names[i] = before.scheme.point_names[old];
        draft.places[i] = before.places[old];
    }
    renumber(draft.scheme, new_index);
}

void pairPoints(SchemeDraft& draft, int a, int b) {
    LandmarkScheme& scheme = draft.scheme;
    scheme.has_mirror_pairs = true;
    std::erase_if(scheme.mirror_pairs, [a, b](const auto& pair) {
        return pair.first == a || pair.first == b || pair.second == a || pair.second == b;
    });
    if (a == b)
        return;
    const auto& place_of_a = draft.places[static_cast<size_t>(a)];
    const auto& place_of_b = draft.places[static_cast<size_t>(b)];
    if (place_of_a && place_of_b && place_of_b->x < place_of_a->x)
        std::swap(a, b);
    scheme.mirror_pairs.emplace_back(a, b);
}

int suggestPairs(SchemeDraft& draft) {
    const double axis = axisOf(draft);
    std::vector<int> free;
    for (int i = 0; i < draft.scheme.size(); ++i)
        if (draft.places[static_cast<size_t>(i)] && !isPaired(draft.scheme, i))
            free.push_back(i);
    const auto nearest_in_mirror = [&](int point) {
        const Point mirrored(2 * axis - draft.places[static_cast<size_t>(point)]->x,
                             draft.places[static_cast<size_t>(point)]->y);
        int nearest = -1;
        double least = kMirrorReach * kDraftSide;
        for (const int other : free) {
            const double distance = cv::norm(*draft.places[static_cast<size_t>(other)] - mirrored);
            if (distance < least) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    };
    int added = 0;
    for (const int point : free) {
        const int partner = nearest_in_mirror(point);
        if (partner > point && nearest_in_mirror(partner) == point) {
            pairPoints(draft, point, partner);
            ++added;
        }
    }
    draft.scheme.has_mirror_pairs = true;
    return added;
}

QString freePointName(const LandmarkScheme& scheme) {
    for (int number = scheme.size();; ++number) {
        QString name = tr("point %1").arg(number);
        const auto& names = scheme.point_names;
        if (std::find(names.begin(), names.end(), name.toStdString()) == names.end())
            return name;
    }
}

std::vector<SchemeProblem> problemsOf(const SchemeDraft& draft) {
    std::vector<SchemeProblem> problems;
    checkName(draft.scheme, problems);
    checkPoints(draft, problems);
    checkLines(draft.scheme, problems);
    checkPairs(draft, problems);
    checkMeasures(draft.scheme, problems);
    return problems;
}

}  // namespace rudolph

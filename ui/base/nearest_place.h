#pragma once

#include <QLineF>
#include <QPointF>
#include <optional>

namespace rudolph {

/// Which of `count` places is nearest to `at` and closer than `reach`; place_of(i) has no value
/// where there is none to find.
template <class PlaceOf>
std::optional<int> nearestPlace(int count, QPointF at, double reach, PlaceOf place_of) {
    std::optional<int> nearest;
    for (int i = 0; i < count; ++i) {
        const std::optional<QPointF> place = place_of(i);
        if (!place)
            continue;
        const double away = QLineF(*place, at).length();
        if (away >= reach)
            continue;
        nearest = i;
        reach = away;
    }
    return nearest;
}

}  // namespace rudolph

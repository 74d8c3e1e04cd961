#include "core/eval/stress_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/json.h"
#include "core/base/nan.h"

namespace rudolph {
namespace {

/// The figures of a row, with their keys.
template <class Row>
auto row_figures(Row& row) {
    return std::array{std::pair("nme", &row.nme),
                      std::pair("error_px", &row.error_px),
                      std::pair("fr_08", &row.fr_08),
                      std::pair("over_plain", &row.over_plain),
                      std::pair("shape_variance_ratio", &row.collapse.shape_variance_ratio),
                      std::pair("turn_right_share", &row.collapse.turn_right_share),
                      std::pair("confidence", &row.confidence)};
}

}  // namespace

void to_json(Json& json, const StressRow& row) {
    json = {{"name", row.degradation.name}, {"faces", row.faces}};
    for (const auto& [key, value] : row_figures(row))
        json[key] = std::isfinite(*value) ? Json(*value) : Json();
    json["turned_faces"] = row.collapse.turned_faces;
}

void from_json(const Json& json, StressRow& row) {
    const auto name = json.at("name").get<std::string>();
    const auto& known = stress_degradations();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Degradation& way) { return way.name == name; });
    row.degradation = found != known.end() ? *found : Degradation{name, name};
    row.faces = whole_number<int>(json.at("faces"));
    row.collapse.turned_faces = whole_number<int>(json.value("turned_faces", Json(0)));
    for (const auto& [key, value] : row_figures(row))
        *value = json.contains(key) && json[key].is_number() ? json[key].get<double>() : kNaN;
}

}  // namespace rudolph

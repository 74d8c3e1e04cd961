#include "core/eval/point_errors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/nan.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

/// "eyebrow" is a brow: brows come before eyes.
constexpr std::array<std::pair<std::string_view, FacePart>, 12> kPartWords = {{
    {"brow", FacePart::Brows},
    {"nose", FacePart::Nose},
    {"nostril", FacePart::Nose},
    {"mouth", FacePart::Mouth},
    {"lip", FacePart::Mouth},
    {"eye", FacePart::Eyes},
    {"pupil", FacePart::Eyes},
    {"jaw", FacePart::Jaw},
    {"chin", FacePart::Jaw},
    {"cheek", FacePart::Jaw},
    {"contour", FacePart::Jaw},
    {"outline of the face", FacePart::Jaw},
}};

std::optional<FacePart> part_named(const std::string& name) {
    const std::string text = lower(name);
    for (const auto& [word, part] : kPartWords)
        if (text.find(word) != std::string::npos)
            return part;
    return std::nullopt;
}

MeanError mean_of(double nme, int with_nme, double px, int faces) {
    return {with_nme > 0 ? nme / with_nme : kNaN, faces > 0 ? px / faces : kNaN, faces};
}

}  // namespace

std::vector<FacePart> face_parts(const LandmarkScheme& scheme) {
    std::vector<std::optional<FacePart>> found(scheme.point_names.size());
    for (const Polyline& line : scheme.lines)
        if (const auto part = part_named(line.name))
            for (const int point : line.points)
                if (!found[static_cast<size_t>(point)])
                    found[static_cast<size_t>(point)] = part;
    std::vector<FacePart> parts;
    for (size_t i = 0; i < found.size(); ++i)
        parts.push_back(found[i] ? *found[i]
                                 : part_named(scheme.point_names[i]).value_or(FacePart::Other));
    return parts;
}

double normalising_distance(const FaceResult& result) {
    return result.nme > 0 && std::isfinite(result.nme) ? result.error_px / result.nme : kNaN;
}

double point_error_px(const FaceResult& result, int i) {
    if (i >= result.truth_in_image.size() || i >= result.predicted_in_image.size() ||
        !result.truth_in_image.is_labelled(i))
        return kNaN;
    const auto place = static_cast<size_t>(i);
    return cv::norm(result.predicted_in_image.points[place] - result.truth_in_image.points[place]);
}

std::vector<MeanError> point_errors(const std::vector<FaceResult>& results, int points,
                                    const std::vector<int>& faces) {
    const auto count = static_cast<size_t>(points);
    std::vector<double> nme(count);
    std::vector<double> px(count);
    std::vector<int> with_nme(count);
    std::vector<int> with_px(count);
    const auto add = [&](const FaceResult& result) {
        const double distance = normalising_distance(result);
        for (size_t i = 0; i < count; ++i) {
            const double error = point_error_px(result, static_cast<int>(i));
            if (!std::isfinite(error))
                continue;
            px[i] += error;
            ++with_px[i];
            // No error needs no distance to be divided by.
            if (!(distance > 0) && !(result.nme == 0))
                continue;
            nme[i] += error > 0 ? error / distance : 0;
            ++with_nme[i];
        }
    };
    if (faces.empty())
        std::for_each(results.begin(), results.end(), add);
    for (const int face : faces)
        add(results.at(static_cast<size_t>(face)));
    std::vector<MeanError> errors;
    for (size_t i = 0; i < count; ++i)
        errors.push_back(mean_of(nme[i], with_nme[i], px[i], with_px[i]));
    return errors;
}

std::vector<MeanError> part_errors(const std::vector<MeanError>& of_points,
                                   const std::vector<FacePart>& parts) {
    std::array<double, kFaceParts> nme{};
    std::array<double, kFaceParts> px{};
    std::array<int, kFaceParts> with_nme{};
    std::array<int, kFaceParts> with_px{};
    for (size_t i = 0; i < std::min(of_points.size(), parts.size()); ++i) {
        const auto part = static_cast<size_t>(parts[i]);
        const MeanError& error = of_points[i];
        if (std::isfinite(error.error_px)) {
            px[part] += error.error_px * error.faces;
            with_px[part] += error.faces;
        }
        if (std::isfinite(error.nme)) {
            nme[part] += error.nme * error.faces;
            with_nme[part] += error.faces;
        }
    }
    std::vector<MeanError> errors;
    for (size_t part = 0; part < kFaceParts; ++part)
        errors.push_back(mean_of(nme[part], with_nme[part], px[part], with_px[part]));
    return errors;
}

}  // namespace rudolph

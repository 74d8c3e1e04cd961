#include "core/dataset/choose_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <string_view>

#include "core/base/text.h"
#include "core/dataset/face_statistics.h"
#include "core/dataset/reference_shape.h"

namespace rudolph {
namespace {

constexpr size_t kFacesLookedAt = 128;
/// Above the most turned faces and below another order of the points.
constexpr double kFits = 0.24;
/// Drawings of two schemes that differ by less cannot be told apart on faces.
constexpr double kAlike = 0.02;

/// Every so many of them, from the first to the last.
std::vector<const Landmarks*> spread_choice(const std::vector<const Landmarks*>& faces) {
    const size_t step = std::max<size_t>(1, (faces.size() + kFacesLookedAt - 1) / kFacesLookedAt);
    std::vector<const Landmarks*> chosen;
    for (size_t i = 0; i < faces.size(); i += step)
        chosen.push_back(faces[i]);
    return chosen;
}

/// "AFLW2000-3D" and "aflw2000_3d" are the same.
std::string letters_and_digits(const std::string& text) {
    std::string plain;
    for (const char c : lower(text))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            plain += c;
    return plain;
}

/// Whether the hint names the scheme or one of the sets of its title ("300W-LP and AFLW2000-3D, 68
/// points").
bool names(const std::string& hint, const LandmarkScheme& scheme) {
    const std::string plain = letters_and_digits(hint);
    if (plain.empty())
        return false;
    if (plain.find(letters_and_digits(scheme.name)) != std::string::npos)
        return true;
    std::string sets = scheme.title.substr(0, scheme.title.rfind(", "));
    for (const std::string_view between : {" and ", ", "})
        for (size_t at = sets.find(between); at != std::string::npos; at = sets.find(between))
            sets.replace(at, between.size(), "\n");
    for (const std::string_view set : lines(sets)) {
        // Short names occur in other words.
        const std::string wanted = letters_and_digits(std::string(set));
        if (wanted.size() > 4 && plain.find(wanted) != std::string::npos)
            return true;
    }
    return false;
}

struct Candidate {
    const LandmarkScheme* scheme = nullptr;
    double misfit = 0;
    bool named = false;
};

std::string percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

}  // namespace

double misfit(const std::vector<const Landmarks*>& faces, const LandmarkScheme& scheme) {
    const Landmarks reference = reference_shape(scheme);
    std::vector<double> distances;
    for (const Landmarks* face : spread_choice(faces)) {
        const auto labelled = std::count_if(
            face->visibility.begin(), face->visibility.end(),
            [](Visibility visibility) { return visibility != Visibility::NotLabelled; });
        if (face->size() != scheme.size() || 2 * labelled < scheme.size())
            continue;
        if (const auto placed = aligned_to(reference, *face))
            distances.push_back(rms_distance(*placed, reference));
    }
    if (distances.empty())
        return std::numeric_limits<double>::infinity();
    // Of two the better one: half of a set may not speak against it.
    const auto middle = distances.begin() + (std::ssize(distances) - 1) / 2;
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

SchemeChoice choose_scheme(const std::vector<const Landmarks*>& faces, int count,
                           const std::string& hint) {
    const LandmarkScheme usual = scheme_for_point_count(count);
    std::vector<Candidate> candidates;
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (scheme.size() == count)
            candidates.push_back({&scheme, misfit(faces, scheme), names(hint, scheme)});
    const auto nearest = std::min_element(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.misfit < b.misfit; });
    if (nearest == candidates.end())
        return {usual, {}};
    if (!std::isfinite(nearest->misfit)) {
        const auto named = std::find_if(candidates.begin(), candidates.end(),
                                        [](const Candidate& one) { return one.named; });
        return {named == candidates.end() ? usual : *named->scheme, {}};
    }
    if (nearest->misfit > kFits)
        return {numbered_points(count),
                fmt::format("the faces have {} points, but not those of {} (they lie {} of a face "
                            "from where it has them): they are taken for points without a meaning; "
                            "choose a scheme, or draw one of your own",
                            count, nearest->scheme->name, percent(nearest->misfit))};
    const auto as_good = [&](const Candidate& one) {
        return one.misfit <= nearest->misfit + kAlike;
    };
    const auto named = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& o) { return o.named && as_good(o); });
    if (named != candidates.end())
        return {*named->scheme, named->scheme->name == usual.name
                                    ? std::string()
                                    : fmt::format("the {} points are taken for those of {}, which "
                                                  "'{}' names",
                                                  count, named->scheme->name, hint)};
    const auto the_usual =
        std::find_if(candidates.begin(), candidates.end(),
                     [&usual](const Candidate& one) { return one.scheme->name == usual.name; });
    if (the_usual == candidates.end() || as_good(*the_usual))
        return {usual, {}};
    return {*nearest->scheme,
            fmt::format("the {} points are not those of {} (they lie {} of a face from where it "
                        "has them) but those of {} ({})",
                        count, usual.name, percent(the_usual->misfit), nearest->scheme->name,
                        percent(nearest->misfit))};
}

SchemeChoice choose_scheme(const std::vector<Sample>& samples, int count, const std::string& hint) {
    std::vector<const Landmarks*> faces;
    for (const Sample& sample : samples)
        if (sample.points_in_image.size() == count && count > 0)
            faces.push_back(&sample.points_in_image);
    return choose_scheme(faces, count, hint);
}

}  // namespace rudolph

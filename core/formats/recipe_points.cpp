#include "core/formats/recipe_points.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/formats/reader.h"

namespace rudolph {
namespace {

/// What a value beside x and y says.
Visibility visibility_by(char letter, double value) {
    if (std::isnan(value))
        return Visibility::Visible;
    switch (letter) {
        case 'v':
            return value <= 0   ? Visibility::NotLabelled
                   : value == 1 ? Visibility::Hidden
                                : Visibility::Visible;
        case 's':
            return value == 0 ? Visibility::Hidden : Visibility::Visible;
        case 'o':
            return value == 0 ? Visibility::Visible : Visibility::Hidden;
        case 'c':
            return value <= 0 ? Visibility::NotLabelled : Visibility::Visible;
        default:
            return Visibility::Visible;
    }
}

}  // namespace

RecipePointMaker::RecipePointMaker(const Recipe& recipe, std::string order)
    : place_(recipe.place), order_(std::move(order)) {
    x_ = order_.find('x');
    y_ = order_.find('y');
    for (const std::string& text : recipe.points.missing) {
        const auto parts = split(text, ',');
        const auto first = parse_number(trimmed(parts.front()));
        const auto second = parse_number(trimmed(parts.back()));
        if (!first || !second)
            continue;
        if (parts.size() == 1)
            missing_numbers_.push_back(*first);
        else
            missing_pairs_.emplace_back(*first, *second);
    }
}

bool RecipePointMaker::needs_picture_size() const {
    return place_.frame == RecipeFrame::Picture || place_.frame == RecipeFrame::Centre;
}

bool RecipePointMaker::is_missing(double x, double y) const {
    const auto is_one_of = [this](double value) {
        return std::find(missing_numbers_.begin(), missing_numbers_.end(), value) !=
               missing_numbers_.end();
    };
    return std::isnan(x) || std::isnan(y) || is_one_of(x) || is_one_of(y) ||
           std::find(missing_pairs_.begin(), missing_pairs_.end(), Point(x, y)) !=
               missing_pairs_.end();
}

Point RecipePointMaker::placed(double x, double y, cv::Size picture,
                               const std::optional<Box>& box) const {
    const double from_first_x = x - place_.first_pixel;
    const double from_first_y = y - place_.first_pixel;
    switch (place_.frame) {
        case RecipeFrame::Pixels:
            return {from_first_x, from_first_y};
        case RecipeFrame::Picture:
            return {from_first_x / place_.width * picture.width,
                    from_first_y / place_.height * picture.height};
        case RecipeFrame::Centre:
            return {picture.width / 2.0 + from_first_x, picture.height / 2.0 - from_first_y};
        case RecipeFrame::Box:
            return {box->left + from_first_x / place_.width * box->width,
                    box->top + from_first_y / place_.height * box->height};
    }
    return {};
}

Landmarks RecipePointMaker::points(std::span<const double> values, cv::Size picture,
                                   const std::optional<Box>& box, const ErrorPlace& place) const {
    if (place_.frame == RecipeFrame::Box && !box)
        throw Error("the face has no box, which its points are relative to", place);
    Landmarks points;
    const size_t step = order_.size();
    points.points.reserve(values.size() / step);
    points.visibility.reserve(values.size() / step);
    for (size_t at = 0; at + step <= values.size(); at += step) {
        const double x = values[at + x_];
        const double y = values[at + y_];
        Visibility visibility = Visibility::Visible;
        if (is_missing(x, y))
            visibility = Visibility::NotLabelled;
        for (size_t k = 0; k < step && visibility != Visibility::NotLabelled; ++k)
            if (k != x_ && k != y_)
                visibility = std::min(visibility, visibility_by(order_[k], values[at + k]));
        points.visibility.push_back(visibility);
        points.points.push_back(visibility == Visibility::NotLabelled ? Point()
                                                                      : placed(x, y, picture, box));
        if (visibility != Visibility::NotLabelled)
            checked_point(points.points.back().x, points.points.back().y, place);
    }
    return points;
}

}  // namespace rudolph

#pragma once

#include <opencv2/core/types.hpp>
#include <optional>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/formats/recipe.h"
#include "core/geometry/landmarks.h"

namespace rudolph {

/// Makes points of the numbers of one face. May be used from several threads.
class RecipePointMaker {
public:
    /// `order` has the values of one point, as RecipePoints::order.
    RecipePointMaker(const Recipe& recipe, std::string order);

    /// `values` are the points' values one point after the other, NaN where there is none; the
    /// picture's size is needed where needs_picture_size(), the box where the recipe says so.
    /// Throws Error for points that lie absurdly far away.
    Landmarks points(std::span<const double> values, cv::Size picture,
                     const std::optional<Box>& box, const ErrorPlace& place) const;

    bool needs_picture_size() const;

private:
    bool is_missing(double x, double y) const;
    Point placed(double x, double y, cv::Size picture, const std::optional<Box>& box) const;

    RecipePlace place_;
    std::string order_;
    std::vector<double> missing_numbers_;
    std::vector<Point> missing_pairs_;
    size_t x_ = 0;
    size_t y_ = 1;
};

}  // namespace rudolph

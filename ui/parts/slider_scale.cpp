#include "ui/parts/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace rudolph {

SliderScale::SliderScale(const Field& field)
    : least_(field.minimum.value_or(0)),
      most_(field.maximum.value_or(std::max(1.0, 2 * least_))),
      whole_(field.type == FieldType::Integer) {
    const double range = most_ - least_;
    power_ = whole_ || range <= 4 ? 1 : range <= 200 ? 2 : 3;
    steps_ = whole_ ? static_cast<int>(range) : range <= 1 ? static_cast<int>(100 * range) : 200;
}

double SliderScale::valueAt(int step) const {
    const double share = static_cast<double>(step) / steps_;
    const double value = least_ + (most_ - least_) * std::pow(share, power_);
    const double unit = whole_ || value >= 10 ? 1 : value >= 1 && power_ > 1 ? 0.1 : 0.01;
    return std::clamp(std::round(value / unit) * unit, least_, most_);
}

int SliderScale::stepOf(double value) const {
    const double share = (std::clamp(value, least_, most_) - least_) / (most_ - least_);
    return static_cast<int>(std::lround(steps_ * std::pow(share, 1.0 / power_)));
}

}  // namespace rudolph

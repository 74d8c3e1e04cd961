#pragma once

#include "core/experiment/fields.h"

namespace rudolph {

/// Where a setting's values are on a slider: its whole range is. Shifts of 300 pixels are allowed
/// and nobody wants them, so wide ranges are finer near their start.
class SliderScale {
public:
    explicit SliderScale(const Field& field);

    int steps() const { return steps_; }
    double least() const { return least_; }
    double most() const { return most_; }
    bool isWhole() const { return whole_; }
    /// Rounded to what one would type.
    double valueAt(int step) const;
    int stepOf(double value) const;

private:
    double least_;
    double most_;
    bool whole_;
    int power_ = 1;
    int steps_ = 100;
};

}  // namespace rudolph

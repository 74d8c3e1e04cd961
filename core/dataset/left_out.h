#pragma once

#include <string>

#include "core/dataset/dataset.h"

namespace rudolph {

/// How many faces of its files a data set has not, and why. One sentence for wherever a set is
/// opened, converted or trained on.
struct LeftOut {
    int faces = 0;
    int of = 0;       ///< all that the files have
    std::string why;  ///< the problems behind it, those with the most faces first, at most three

    bool any() const { return faces > 0; }
};

LeftOut left_out_of(const Dataset& dataset);

/// "3 of 240 faces are left out: …"; empty: none is.
std::string left_out_text(const Dataset& dataset);

}  // namespace rudolph

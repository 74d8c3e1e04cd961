#pragma once

#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/formats/format.h"

namespace rudolph {

/// Something that a format cannot hold, said before it is written.
struct Loss {
    std::string
        message;  ///< "dlib XML keeps whole pixels: up to 0.5 px lost on 68 points of 12 faces"
    std::vector<std::string> sample_ids;  ///< the faces it is about
    double pixels = 0;                    ///< the largest shift, where points move

    bool operator==(const Loss&) const = default;
};

/// What writing loses, the gravest first; empty: reading the files again gives the same faces.
/// Differences below a millionth of a pixel are none. Proposals that nobody has accepted are
/// written by no format but the project; they count as lost points. So do faces that could not be
/// read (entries of `dataset.problems` with a line of the list) when the list is written over,
/// except in COCO's format, which keeps them. Takes about a second for 100 000 faces.
std::vector<Loss> losses(const Dataset& dataset, DatasetFormat format,
                         const FormatOptions& options = {}, const CancelToken& cancel = {});

}  // namespace rudolph

#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

enum class MendKind {
    Frame,  ///< the points are of the picture before EXIF turned it, or of one of another size
    Order,  ///< points of a part of the face are in another order
    Side    ///< points of mirror pairs are exchanged, as left is taken for right
};
/// On the command line: "frame", "order", "side".
std::string to_string(MendKind kind);

/// How one face is put right.
struct FaceMend {
    std::string sample_id;
    Landmarks wrong;          ///< as they were found; a face with others has changed since
    Affine right_from_wrong;  ///< of points and box, in pixels
    /// Which of the wrong points becomes point i; empty: their order is right.
    std::vector<int> order;
};

/// What a problem proposes; nothing is changed unless a person wishes it.
struct Mend {
    MendKind kind = MendKind::Frame;
    std::vector<FaceMend> faces;
};

/// The face put right; as it is where it has changed since.
Sample mended(Sample face, const FaceMend& mend);

/// The points that the finding's remedy renumbers; empty where it renumbers none.
std::vector<int> renumbered_points(const Problem& finding);

/// Puts right what findings propose of these kinds; returns how many faces that
/// were. Faces that are not there any more, or have changed since, are passed over.
int apply_mends(Dataset& dataset, const std::vector<Problem>& findings,
                const std::vector<MendKind>& kinds);

}  // namespace rudolph

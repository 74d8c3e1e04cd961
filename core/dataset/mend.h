#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

enum class MendKind {
    Frame,  ///< the points are of the picture before EXIF turned it, or of one of another size
    Order,  ///< points of a part of the face are in another order
    Side,   ///< points of mirror pairs are exchanged, as left is taken for right
    Jaw     ///< points of the jaw's far side lie across the face, where nothing of it is seen
};
/// All, in the order in which they are applied: an order is found in the right frame, and sides in
/// the right order.
inline constexpr std::array kMendKinds = {MendKind::Frame, MendKind::Order, MendKind::Side,
                                          MendKind::Jaw};
/// On the command line: "frame", "order", "side", "jaw".
std::string to_string(MendKind kind);

/// How one face is put right.
struct FaceMend {
    std::string sample_id;
    Landmarks wrong;          ///< as they were found; a face with others has changed since
    Affine right_from_wrong;  ///< of points and box, in pixels
    /// Which of the wrong points becomes point i; empty: their order is right.
    std::vector<int> order;
    std::vector<int> not_labelled = {};  ///< points that lose their label
};

/// What a problem proposes; nothing is changed unless a person wishes it.
struct Mend {
    MendKind kind = MendKind::Frame;
    std::vector<FaceMend> faces;
};

/// The face put right; as it is where it has changed since.
Sample mended(Sample face, const FaceMend& mend);

/// The points that the finding's remedy renumbers or takes the labels of, on its first face; empty
/// where it does neither.
std::vector<int> points_to_mend(const Problem& finding);

/// Puts right what findings propose of these kinds; returns how many faces that
/// were. Faces that are not there any more, or have changed since, are passed over.
int apply_mends(Dataset& dataset, const std::vector<Problem>& findings,
                const std::vector<MendKind>& kinds);

}  // namespace rudolph

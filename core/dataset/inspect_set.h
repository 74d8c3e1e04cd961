#pragma once

#include <vector>

#include "core/dataset/face_statistics.h"

namespace rudolph {

/// Swapping all sides makes a face, or a set, so much more like the mean.
inline constexpr double kBetterSwapped = 0.6;

/// The findings of missing_annotations() about one face.
inline constexpr const char* kNoPointsMarked = "no points are marked";
inline constexpr const char* kPointsNotLabelled = "some points are not labelled";

/// What is wrong with a data set as a whole: a shift by a pixel, left and right swapped in all
/// faces. `faces`: indices of the samples with true points.
std::vector<Problem> inspect_set(const Dataset& dataset, const std::vector<int>& faces,
                                 const FaceStatistics& statistics);

/// Pictures without points and faces with points that are not labelled; one finding for all where
/// that is the rule.
std::vector<Problem> missing_annotations(const Dataset& dataset);

}  // namespace rudolph

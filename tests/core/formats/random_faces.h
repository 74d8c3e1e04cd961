#pragma once

#include "core/base/random.h"
#include "core/dataset/dataset.h"

namespace rudolph::test {

/// Pictures with awkward names in `folder`; the same for every call.
std::vector<std::filesystem::path> write_awkward_pictures(const std::filesystem::path& folder);

/// A data set over these pictures in which anything that a format may not hold can occur; what does
/// is drawn for the whole set, so that some sets are plain.
Dataset random_faces(const std::filesystem::path& folder,
                     const std::vector<std::filesystem::path>& pictures, std::uint64_t seed);

/// What a data set says, as text in which two sets are equal when nobody could tell them apart:
/// pictures by their names below `folder`; who is the same person, but not how they are called; to
/// a millionth of a pixel; no coordinates of points that are not labelled.
std::string told(const Dataset& dataset, const std::filesystem::path& folder);

}  // namespace rudolph::test

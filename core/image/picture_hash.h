#pragma once

#include <array>
#include <cstdint>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace rudolph {

/// What a picture looks like in 256 bits: whether each place of a coarse grid is brighter than its
/// right neighbour. Another size, compression or brightness changes few of them, another picture
/// about half.
struct PictureHash {
    std::array<std::uint64_t, 4> bits{};

    bool operator==(const PictureHash&) const = default;
};

/// Of a grey picture (CV_8UC1); empty for one without anything to see, as all such would look the
/// same.
std::optional<PictureHash> picture_hash(const cv::Mat& grey);

/// How many bits differ.
int distance(const PictureHash& a, const PictureHash& b);

/// Pictures further apart than this are other pictures: copies of one in 300-W are up to 36 apart,
/// two people before the same background in IMM as little as 16.
inline constexpr int kNearlyTheSame = 15;

/// Pairs of indices of hashes at most kNearlyTheSame apart, each once, the smaller first. Fast for
/// hundreds of thousands.
std::vector<std::pair<int, int>> nearly_the_same(
    const std::vector<std::optional<PictureHash>>& hashes);

}  // namespace rudolph

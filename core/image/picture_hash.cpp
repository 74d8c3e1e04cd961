#include "core/image/picture_hash.h"

#include <algorithm>
#include <bit>
#include <opencv2/imgproc.hpp>

namespace rudolph {
namespace {

constexpr int kGrid = 16;
/// Grey levels that the picture must range over.
constexpr double kFlat = 12;
/// Hashes that are alike in a band are compared with so many others of it at most.
constexpr size_t kMostCompared = 64;
constexpr int kBandBits = 16;
constexpr int kBands = 256 / kBandBits;
static_assert(kNearlyTheSame < kBands, "or a pair may differ in every band");

unsigned band(const PictureHash& hash, int i) {
    constexpr int per_word = 64 / kBandBits;
    const std::uint64_t word = hash.bits[static_cast<size_t>(i / per_word)];
    return static_cast<unsigned>(word >> (kBandBits * (i % per_word)) & 0xFFFF);
}

}  // namespace

std::optional<PictureHash> picture_hash(const cv::Mat& grey) {
    if (grey.empty())
        return std::nullopt;
    cv::Mat coarse;
    cv::resize(grey, coarse, {kGrid + 1, kGrid}, 0, 0, cv::INTER_AREA);
    double least = 0;
    double greatest = 0;
    cv::minMaxLoc(coarse, &least, &greatest);
    if (greatest - least < kFlat)
        return std::nullopt;
    PictureHash hash;
    size_t bit = 0;
    for (int y = 0; y < kGrid; ++y)
        for (int x = 0; x < kGrid; ++x, ++bit)
            if (coarse.at<std::uint8_t>(y, x) > coarse.at<std::uint8_t>(y, x + 1))
                hash.bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    return hash;
}

int distance(const PictureHash& a, const PictureHash& b) {
    int sum = 0;
    for (size_t i = 0; i < a.bits.size(); ++i)
        sum += std::popcount(a.bits[i] ^ b.bits[i]);
    return sum;
}

std::vector<std::pair<int, int>> nearly_the_same(
    const std::vector<std::optional<PictureHash>>& hashes) {
    std::vector<std::pair<int, int>> pairs;
    // Two that differ in fewer bits than there are bands are equal in one of the bands.
    for (int i = 0; i < kBands; ++i) {
        std::vector<std::pair<unsigned, int>> order;
        for (size_t k = 0; k < hashes.size(); ++k)
            if (hashes[k])
                order.emplace_back(band(*hashes[k], i), static_cast<int>(k));
        std::sort(order.begin(), order.end());
        for (size_t k = 0; k < order.size(); ++k)
            for (size_t m = k + 1;
                 m < std::min(order.size(), k + kMostCompared) && order[m].first == order[k].first;
                 ++m) {
                const auto a = static_cast<size_t>(order[k].second);
                const auto b = static_cast<size_t>(order[m].second);
                if (distance(*hashes[a], *hashes[b]) <= kNearlyTheSame)
                    pairs.emplace_back(order[k].second, order[m].second);
            }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace rudolph

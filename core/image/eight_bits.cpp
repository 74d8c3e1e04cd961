#include "core/image/eight_bits.h"

#include <algorithm>
#include <cstdint>
#include <opencv2/core.hpp>
#include <utility>

namespace rudolph {
namespace {

constexpr int kOpaqueAlpha = 255;

/// Other depths than 8 and 16 bits without sign.
cv::Mat stretched(const cv::Mat& stored) {
    cv::Mat light;
    stored.convertTo(light, CV_32F);
    cv::patchNaNs(light, 0);
    light = cv::min(cv::max(light, -1e30), 1e30);
    double least = 0;
    double greatest = 0;
    cv::minMaxLoc(light.reshape(1), &least, &greatest);
    double scale = 255;
    double shift = 0;
    if (least < 0 || greatest > 255) {
        scale = greatest > least ? 255 / (greatest - least) : 0;
        shift = -least * scale;
    } else if (greatest > 1) {
        scale = 1;
    }
    cv::Mat result;
    light.convertTo(result, CV_8U, scale, shift);
    return result;
}

cv::Mat to_bytes(const cv::Mat& stored) {
    if (stored.depth() == CV_8U)
        return stored;
    if (stored.depth() != CV_16U)
        return stretched(stored);
    cv::Mat result;
    stored.convertTo(result, CV_8U, 1.0 / 257);
    return result;
}

/// `channels` colours and then alpha, over white.
template <int channels>
cv::Mat over_white(const cv::Mat& stored) {
    cv::Mat result(stored.size(), CV_8UC(channels));
    for (int y = 0; y < stored.rows; ++y) {
        const std::uint8_t* from = stored.ptr<std::uint8_t>(y);
        std::uint8_t* to = result.ptr<std::uint8_t>(y);
        for (int x = 0; x < stored.cols; ++x, from += channels + 1, to += channels) {
            const int alpha = from[channels];
            for (int c = 0; c < channels; ++c)
                to[c] = static_cast<std::uint8_t>(
                    (from[c] * alpha + kOpaqueAlpha * (kOpaqueAlpha - alpha) + kOpaqueAlpha / 2) /
                    kOpaqueAlpha);
        }
    }
    return result;
}

/// 5 to 8 lie on their side: rows become columns first. EXIF 2.3, 4.6.4, tag 274.
struct Turn {
    bool transpose = false;
    bool mirror_x = false;
    bool mirror_y = false;
};

Turn turn_of(int orientation) {
    return {orientation >= 5,
            orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7,
            orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8};
}

}  // namespace

cv::Mat eight_bits(const cv::Mat& stored) {
    const cv::Mat bytes = to_bytes(stored);
    if (bytes.channels() == 4)
        return over_white<3>(bytes);
    return bytes.channels() == 2 ? over_white<1>(bytes) : bytes;
}

cv::Mat turned_upright(const cv::Mat& stored, int orientation) {
    const Turn turn = turn_of(orientation);
    cv::Mat upright = stored;
    if (turn.transpose)
        upright = stored.t();
    if (!turn.mirror_x && !turn.mirror_y)
        return upright;
    cv::Mat result;
    cv::flip(upright, result, turn.mirror_x && turn.mirror_y ? -1 : turn.mirror_x ? 1 : 0);
    return result;
}

Affine upright_from_stored(cv::Size stored, int orientation) {
    const Turn turn = turn_of(orientation);
    Affine upright;
    if (turn.transpose) {
        upright.matrix = {0, 1, 0, 1, 0, 0};
        std::swap(stored.width, stored.height);
    }
    Affine mirror;
    if (turn.mirror_x) {
        mirror.matrix(0, 0) = -1;
        mirror.matrix(0, 2) = stored.width - 1;
    }
    if (turn.mirror_y) {
        mirror.matrix(1, 1) = -1;
        mirror.matrix(1, 2) = stored.height - 1;
    }
    return mirror * upright;
}

}  // namespace rudolph

#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>
#include <string>
#include <vector>

namespace rudolph::test {

/// A frame of a GIF: indices into the colours (CV_8UC1).
struct GifFrame {
    cv::Mat indices;
    cv::Point at;
    std::optional<int> transparent;
    bool interlaced = false;
};

inline std::string gif_number(int number) {
    return {static_cast<char>(number & 0xff), static_cast<char>(number >> 8 & 0xff)};
}

/// The indices as LZW codes of nine bits that stand for one pixel each: no writer is needed.
inline std::string gif_data(const std::vector<unsigned char>& indices) {
    constexpr unsigned kClear = 256;
    constexpr unsigned kEnd = 257;
    std::vector<unsigned> codes;
    for (size_t i = 0; i < indices.size(); ++i) {
        if (i % 200 == 0)  // before codes grow longer
            codes.push_back(kClear);
        codes.push_back(indices[i]);
    }
    codes.push_back(kEnd);
    std::string packed;
    unsigned bits = 0;
    int count = 0;
    for (const unsigned code : codes) {
        bits |= code << count;
        for (count += 9; count >= 8; count -= 8, bits >>= 8)
            packed += static_cast<char>(bits & 0xff);
    }
    packed += static_cast<char>(bits & 0xff);
    std::string blocks("\x08", 1);
    for (size_t at = 0; at < packed.size(); at += 255) {
        const std::string block = packed.substr(at, 255);
        blocks += static_cast<char>(block.size()) + block;
    }
    return blocks + std::string(1, '\0');
}

/// GIF89a with four colours: 0 red, 1 blue, 2 black, 3 grey (128).
inline std::string gif_bytes(cv::Size size, const std::vector<GifFrame>& frames) {
    std::string bytes = "GIF89a" + gif_number(size.width) + gif_number(size.height) +
                        std::string("\x81\0\0", 3) + std::string("\xff\0\0\0\0\xff\0\0\0", 9) +
                        "\x80\x80\x80";
    for (const GifFrame& frame : frames) {
        if (frame.transparent)
            bytes += std::string("\x21\xf9\x04\x01\0\0", 6) +
                     static_cast<char>(*frame.transparent) + std::string(1, '\0');
        bytes += ',' + gif_number(frame.at.x) + gif_number(frame.at.y) +
                 gif_number(frame.indices.cols) + gif_number(frame.indices.rows) +
                 (frame.interlaced ? '\x40' : '\0');
        std::vector<unsigned char> order;
        const auto add_rows = [&](int first, int step) {
            for (int y = first; y < frame.indices.rows; y += step)
                order.insert(order.end(), frame.indices.ptr<unsigned char>(y),
                             frame.indices.ptr<unsigned char>(y) + frame.indices.cols);
        };
        if (frame.interlaced)
            for (const auto& [first, step] :
                 std::array<std::pair<int, int>, 4>{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}})
                add_rows(first, step);
        else
            add_rows(0, 1);
        bytes += gif_data(order);
    }
    return bytes + ';';
}

/// 40 × 20, the left half red, the right one blue.
inline GifFrame red_and_blue_frame() {
    cv::Mat indices(20, 40, CV_8UC1, cv::Scalar(0));
    indices.colRange(20, 40).setTo(1);
    return {indices, {}, std::nullopt, false};
}

}  // namespace rudolph::test

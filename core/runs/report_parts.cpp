#include "core/runs/report_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/decode.h"
#include "core/image/draw.h"

namespace rudolph {
namespace {

constexpr double kRoom = 1.5;      ///< side of what is cut out over that of the face
constexpr double kOnePoint = 0.3;  ///< the same over the shorter side of the picture, for one point
constexpr int kReportJpegQuality = 85;

/// The square of the picture that shows the face and where its points were put.
cv::Rect part_of(const CasePrediction& face, cv::Size picture) {
    Box box = bounding_box(face.result.truth_in_image);
    double side = kRoom * std::max(box.width, box.height);
    if (face.result.truth_in_image.size() < 5 || !(side > 1))
        side = std::max(side, kOnePoint * std::min(picture.width, picture.height));
    side = std::clamp(side, 8.0, 2.0 * std::max(picture.width, picture.height));
    const Point middle = box.centre();
    return {static_cast<int>(std::floor(middle.x - side / 2)),
            static_cast<int>(std::floor(middle.y - side / 2)), static_cast<int>(std::ceil(side)),
            static_cast<int>(std::ceil(side))};
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string safe;
    for (size_t i = 0; i < text.size();) {
        const char c = text[i];
        const size_t length = utf8_length(text, i);
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else if (c == '\'')
            safe += "&#39;";
        else if (length == 0 || (length == 1 && (c == 0x7F || (c < ' ' && c != '\n' && c != '\t'))))
            safe += "\xEF\xBF\xBD";
        else
            safe += text.substr(i, length);
        i += std::max<size_t>(length, 1);
    }
    return safe;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const size_t count = std::min<size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (size_t k = 0; k < 4; ++k)
            text += k <= count ? digits[group >> (18 - 6 * k) & 0x3FU] : '=';
    }
    return text;
}

std::string case_jpeg(const CasePrediction& face, const LandmarkScheme& scheme, int side) {
    const cv::Mat image = decode_image(face.image);
    const cv::Rect wanted = part_of(face, image.size());
    const cv::Rect inside = wanted & cv::Rect({0, 0}, image.size());
    if (inside.empty())
        throw Error("the face lies outside its picture", {face.image});
    cv::Mat part;
    cv::copyMakeBorder(image(inside), part, inside.y - wanted.y, wanted.br().y - inside.br().y,
                       inside.x - wanted.x, wanted.br().x - inside.br().x, cv::BORDER_REPLICATE);
    const cv::Size size(side, side);
    cv::Mat tile;
    cv::resize(part, tile, size, 0, 0, part.cols > side ? cv::INTER_AREA : cv::INTER_CUBIC);
    const Affine tile_from_image =
        Affine::resize(wanted.size(), size) * Affine::translation(-wanted.x, -wanted.y);
    const double radius = side / (scheme.size() > 5 ? 140.0 : 36.0);
    draw_landmarks(tile, transformed(tile_from_image, face.result.truth_in_image), scheme,
                   kTruthColour, Marker::Circle, radius);
    draw_landmarks(tile, transformed(tile_from_image, face.result.predicted_in_image), scheme,
                   kPredictionColour, Marker::Cross, radius);
    std::vector<unsigned char> bytes;
    if (!cv::imencode(".jpg", tile, bytes, {cv::IMWRITE_JPEG_QUALITY, kReportJpegQuality}))
        throw Error("the picture cannot be encoded", {face.image});
    return {bytes.begin(), bytes.end()};
}

}  // namespace rudolph

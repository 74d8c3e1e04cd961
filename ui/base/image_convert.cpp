#include "ui/base/image_convert.h"

#include <cstring>

#include "core/base/error.h"

namespace rudolph {

QImage toQImage(const cv::Mat& pixels) {
    if (pixels.empty())
        return {};
    if (pixels.type() != CV_8UC1 && pixels.type() != CV_8UC3)
        throw Error("a picture to show must have 8 bits and one or three channels");

    const bool grey = pixels.channels() == 1;
    QImage image(pixels.cols, pixels.rows, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    if (image.isNull())
        throw Error("no memory for a picture to show");
    for (int y = 0; y < pixels.rows; ++y) {
        const uchar* from = pixels.ptr<uchar>(y);
        if (grey) {
            std::memcpy(image.scanLine(y), from, static_cast<size_t>(pixels.cols));
            continue;
        }
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < pixels.cols; ++x, from += 3)
            to[x] = qRgb(from[2], from[1], from[0]);
    }
    return image;
}

}  // namespace rudolph

#include "core/demo/annotation.h"

#include <fmt/format.h>

#include <iterator>

#include "core/base/random.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph::demo {

std::string asf_text(const std::vector<Pixel>& points, const std::string& picture_name) {
    const LandmarkScheme scheme = builtin_scheme("imm-58");
    std::string text = fmt::format(
        "# A made-up face, drawn by Rudolph\n#\n# number of points\n#\n{}\n\n"
        "# path# type x_rel y_rel point# connects_from connects_to\n#\n",
        points.size());
    for (std::size_t path = 0; path < scheme.lines.size(); ++path) {
        const auto& line = scheme.lines[path];
        const std::size_t last = line.points.size() - 1;
        for (std::size_t i = 0; i <= last; ++i) {
            const std::size_t before = i > 0 ? i - 1 : line.closed ? last : 0;
            const std::size_t after = i < last ? i + 1 : line.closed ? 0 : last;
            const int index = line.points[i];
            const Pixel& point = points[static_cast<std::size_t>(index)];
            fmt::format_to(std::back_inserter(text), "{}\t{}\t{:.8f}\t{:.8f}\t{}\t{}\t{}\n", path,
                           line.closed ? 0 : 4, static_cast<double>(point.x) / kPictureWidth,
                           static_cast<double>(point.y) / kPictureHeight, index,
                           line.points[before], line.points[after]);
        }
    }
    return text + "\n# host image\n#\n" + picture_name + "\n";
}

std::string pts_text(const std::vector<Pixel>& points) {
    std::string text = fmt::format("version: 1\nn_points: {}\n{{\n", points.size());
    for (const Pixel& point : points)
        fmt::format_to(std::back_inserter(text), "{:.4f} {:.4f}\n",
                       static_cast<double>(point.x) + 1, static_cast<double>(point.y) + 1);
    return text + "}\n";
}

DetectorBox detector_box(const std::vector<Pixel>& points, std::uint64_t seed, int person,
                         int view) {
    constexpr std::size_t kFirstBrow = 17, kBrowEnd = 27;
    float left = points[0].x, right = left, top = points[kFirstBrow].y, bottom = top;
    for (const Pixel& point : points) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        bottom = std::max(bottom, point.y);
    }
    for (std::size_t i = kFirstBrow; i < kBrowEnd; ++i)
        top = std::min(top, points[i].y);
    Random random(seed, static_cast<std::uint64_t>(person) << 8, static_cast<std::uint64_t>(view));
    const auto jitter = [&random](double spread) {
        return static_cast<float>(spread * std::clamp(random.normal(), -2.0, 2.0));
    };
    const float height = bottom - top;
    const float side = height * (1.08F + jitter(0.05));
    const float centre_x = (left + right) / 2 + height * jitter(0.03);
    const float centre_y = (top + bottom) / 2 + height * (jitter(0.03) - 0.1F);
    return {static_cast<int>(std::lround(centre_x - side / 2)),
            static_cast<int>(std::lround(centre_y - side / 2)),
            static_cast<int>(std::lround(side))};
}

std::string list_entry(const std::string& picture_name, const DetectorBox& box,
                       const std::vector<Pixel>& points) {
    std::string text = fmt::format("  <image file='{}' width='{}' height='{}'>\n", picture_name,
                                   kPictureWidth, kPictureHeight);
    fmt::format_to(std::back_inserter(text),
                   "    <box top='{}' left='{}' width='{}' height='{}'>\n", box.top, box.left,
                   box.side, box.side);
    for (std::size_t i = 0; i < points.size(); ++i)
        fmt::format_to(std::back_inserter(text), "      <part name='{:02}' x='{}' y='{}'/>\n", i,
                       std::lround(points[i].x), std::lround(points[i].y));
    return text + "    </box>\n  </image>\n";
}

std::string list_text(const std::vector<std::string>& entries) {
    std::string text =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<dataset>\n<name>Rudolph's demo "
        "faces</name>\n"
        "<comment>Made-up faces; 68 points, 0-based, rounded to whole pixels. The .pts beside each "
        "image hold the exact points, 1-based.</comment>\n<images>\n";
    for (const std::string& entry : entries)
        text += entry;
    return text + "</images>\n</dataset>\n";
}

}  // namespace rudolph::demo

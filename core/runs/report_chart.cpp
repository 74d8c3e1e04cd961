#include "core/runs/report_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/runs/report_parts.h"

namespace rudolph {
namespace {

constexpr double kChartWidth = 720;
constexpr double kChartHeight = 300;
constexpr double kLeft = 64;
constexpr double kRight = 180;  ///< room for the lines' names
constexpr double kTop = 28;
constexpr double kBottom = 44;
constexpr double kLabelHeight = 15;
constexpr size_t kColours = 7;
constexpr size_t kLongestLegendName = 22;
constexpr size_t kNameEnd = 9;  ///< characters that are kept of the end of a longer one

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool empty() const { return high < low; }
};

class Frame {
public:
    Frame(const std::vector<ReportLine>& lines, bool logarithmic) : logarithmic_(logarithmic) {
        for (const ReportLine& line : lines)
            for (size_t i = 0; i < line.x.size(); ++i)
                if (shows(line.x[i], line.y[i])) {
                    x_.include(line.x[i]);
                    y_.include(scaled(line.y[i]));
                }
        if (x_.empty())
            x_ = y_ = {0, 1};
        if (!logarithmic_)
            y_.low = std::min(0.0, y_.low);
        if (!(x_.high > x_.low))
            x_ = {x_.low - 1, x_.high + 1};
        if (!(y_.high > y_.low))
            y_ = {y_.low - 0.5, y_.high + 0.5};
        y_.high += 0.04 * (y_.high - y_.low);
    }

    bool shows(double x, double y) const {
        return std::isfinite(x) && std::isfinite(y) && (!logarithmic_ || y > 0);
    }
    double x(double value) const {
        return kLeft + (value - x_.low) / (x_.high - x_.low) * (kChartWidth - kLeft - kRight);
    }
    double y(double value) const {
        return kTop +
               (y_.high - scaled(value)) / (y_.high - y_.low) * (kChartHeight - kTop - kBottom);
    }
    std::vector<double> x_ticks() const { return round_ticks(x_.low, x_.high); }
    std::vector<double> y_ticks() const {
        if (!logarithmic_)
            return round_ticks(y_.low, y_.high);
        std::vector<double> ticks;
        for (int power = static_cast<int>(std::floor(y_.low)); power <= y_.high; ++power)
            for (const double factor : {1.0, 2.0, 5.0}) {
                const double tick = factor * std::pow(10.0, power);
                const bool fine = factor == 1 || y_.high - y_.low < 2;
                if (fine && scaled(tick) >= y_.low && scaled(tick) <= y_.high)
                    ticks.push_back(tick);
            }
        // Hardly more than one number: as on a linear axis.
        return ticks.size() > 1 ? ticks
                                : round_ticks(std::pow(10.0, y_.low), std::pow(10.0, y_.high));
    }

private:
    double scaled(double y) const { return logarithmic_ ? std::log10(y) : y; }

    bool logarithmic_;
    Range x_;
    Range y_;
};

std::string path_of(const ReportLine& line, const Frame& frame) {
    std::string path;
    bool drawing = false;
    double before = 0;
    for (size_t i = 0; i < line.x.size(); ++i) {
        if (!frame.shows(line.x[i], line.y[i])) {
            drawing = false;
            continue;
        }
        const double x = frame.x(line.x[i]);
        const double y = frame.y(line.y[i]);
        if (drawing && line.steps)
            path += fmt::format("L{:.1f} {:.1f}", x, before);
        path += fmt::format("{}{:.1f} {:.1f}", drawing ? 'L' : 'M', x, y);
        drawing = true;
        before = y;
    }
    return path;
}

/// No more than fits beside the chart, and no half of a UTF-8 character. What is left out is in the
/// middle: runs of one experiment differ in the end of their names.
std::string short_name(const std::string& name) {
    std::vector<size_t> starts;
    for (size_t i = 0; i < name.size(); ++i)
        if ((static_cast<unsigned char>(name[i]) & 0xC0U) != 0x80)
            starts.push_back(i);
    if (starts.size() <= kLongestLegendName)
        return name;
    return name.substr(0, starts[kLongestLegendName - kNameEnd - 1]) + "…" +
           name.substr(starts[starts.size() - kNameEnd]);
}

std::string text_at(double x, double y, const char* anchor, const std::string& text,
                    const std::string& style = {}) {
    return fmt::format("<text x='{:.1f}' y='{:.1f}' text-anchor='{}'{}>{}</text>\n", x, y, anchor,
                       style, html_text(text));
}

std::string axes(const Frame& frame, const std::string& x_label, const std::string& y_label) {
    std::string svg;
    for (const double tick : frame.y_ticks()) {
        const double y = frame.y(tick);
        svg +=
            fmt::format("<path class='grid' d='M{} {:.1f}H{}'/>\n", kLeft, y, kChartWidth - kRight);
        svg += text_at(kLeft - 6, y + 4, "end", fmt::format("{:g}", tick));
    }
    for (const double tick : frame.x_ticks()) {
        const double x = frame.x(tick);
        svg += fmt::format("<path class='grid' d='M{:.1f} {}V{}'/>\n", x, kTop,
                           kChartHeight - kBottom);
        svg += text_at(x, kChartHeight - kBottom + 16, "middle", fmt::format("{:g}", tick));
    }
    svg += text_at((kLeft + kChartWidth - kRight) / 2, kChartHeight - 8, "middle", x_label);
    svg += text_at(4, 14, "start", y_label);
    return svg;
}

/// Names at the lines' ends, from the top down without one over the other.
std::string names(const std::vector<ReportLine>& lines, const Frame& frame) {
    struct End {
        double x;
        double y;
        const ReportLine* line;
    };
    std::vector<End> ends;
    for (const ReportLine& line : lines)
        for (size_t i = line.x.size(); i-- > 0;)
            if (frame.shows(line.x[i], line.y[i])) {
                ends.push_back({frame.x(line.x[i]), frame.y(line.y[i]), &line});
                break;
            }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    for (size_t i = 1; i < ends.size(); ++i)
        ends[i].y = std::max(ends[i].y, ends[i - 1].y + kLabelHeight);
    double limit = kChartHeight - kBottom;
    for (size_t i = ends.size(); i-- > 0; limit -= kLabelHeight)
        limit = ends[i].y = std::min(ends[i].y, limit);
    std::string svg;
    for (const End& end : ends)
        svg += text_at(end.x + 8, end.y + 4, "start", short_name(end.line->name),
                       fmt::format(" class='name s{}'", end.line->series % kColours));
    return svg;
}

}  // namespace

std::vector<double> round_ticks(double low, double high) {
    const double rough = (high - low) / 5;
    if (!(rough > 0) || !std::isfinite(rough))
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double times = rough / power;
    const double step = power * (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10);
    std::vector<double> ticks;
    for (double place = std::ceil(low / step - 1e-9); place * step <= high + 1e-9 * step; ++place)
        ticks.push_back(place * step + 0.0);  // −0 becomes 0
    return ticks;
}

std::string svg_chart(const std::string& title, const std::string& x_label,
                      const std::string& y_label, const std::vector<ReportLine>& lines,
                      ReportAxis y_axis) {
    const Frame frame(lines, y_axis == ReportAxis::Logarithmic);
    std::string svg = fmt::format(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {} {}' role='img' "
        "aria-label='{}'>\n",
        kChartWidth, kChartHeight, html_text(title));
    svg += axes(frame, x_label, y_label);
    for (const ReportLine& line : lines) {
        const std::string path = path_of(line, frame);
        if (path.empty())
            continue;
        const char* dash = line.series < kColours       ? ""
                           : line.series < 2 * kColours ? " stroke-dasharray='6 3'"
                                                        : " stroke-dasharray='2 3'";
        svg +=
            fmt::format("<path class='line s{}'{} d='{}'/>\n", line.series % kColours, dash, path);
    }
    return svg + names(lines, frame) + "</svg>\n";
}

}  // namespace rudolph

#include "ui/charts/chart_style.h"

#include <cmath>

namespace rudolph {

ChartColours coloursFor(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5;
    ChartColours colours;
    colours.background = palette.color(QPalette::Base);
    colours.text = palette.color(QPalette::Text);
    colours.faint = colours.text;
    colours.faint.setAlphaF(0.65F);
    colours.grid = colours.text;
    colours.grid.setAlphaF(0.12F);
    colours.line = dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
    return colours;
}

QVector<double> DecadeTicker::createTickVector(double, const QCPRange& range) {
    QVector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    for (int power = first; power <= last; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double tick = factor * std::pow(10, power);
            if (range.contains(tick) && (factor == 1 || last - first <= kMostFineDecades))
                ticks.append(tick);
        }
    }
    // Losses that hardly change: as on a linear axis.
    return ticks.size() > 1 ? ticks : QCPAxisTicker::createTickVector(getTickStep(range), range);
}

}  // namespace rudolph

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

double DecadeTicker::axisSize() const {
    const QCPAxisRect* rect = axis_->axisRect();
    // The plot is as large as it is now, its margins are those it was last drawn with.
    const QSize plot = axis_->parentPlot()->viewport().size();
    const QMargins margins = rect->margins();
    const bool across = axis_->orientation() == Qt::Horizontal;
    return across ? plot.width() - margins.left() - margins.right()
                  : plot.height() - margins.top() - margins.bottom();
}

/// Along the axis, with a gap.
double DecadeTicker::labelSize(double tick) const {
    const QFontMetrics metrics(axis_->tickLabelFont());
    if (axis_->orientation() == Qt::Vertical)
        return metrics.height();
    const QString text = axis_->parentPlot()->locale().toString(tick, 'g', 3);
    return metrics.horizontalAdvance(text) + metrics.averageCharWidth();
}

QVector<double> DecadeTicker::thinned(const QVector<double>& ticks, const QCPRange& range) const {
    // Not laid out yet.
    if (axisSize() <= 0)
        return ticks;
    const double decade = axisSize() / std::log10(range.upper / range.lower);
    QVector<double> kept;
    for (const double tick : ticks) {
        const double least = kept.isEmpty() ? 0 : (labelSize(kept.back()) + labelSize(tick)) / 2;
        if (kept.isEmpty() || std::log10(tick / kept.back()) * decade >= least)
            kept.append(tick);
    }
    return kept;
}

bool DecadeTicker::fits(const QVector<double>& ticks, const QCPRange& range) const {
    return thinned(ticks, range).size() == ticks.size();
}

QVector<double> DecadeTicker::createTickVector(double, const QCPRange& range) {
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    QVector<double> fine;
    for (int power = first; power <= last; ++power)
        for (const double factor : {1.0, 2.0, 5.0})
            if (const double tick = factor * std::pow(10, power); range.contains(tick))
                fine.append(tick);
    if (last - first <= kMostFineDecades && fine.size() > 1 && fits(fine, range))
        return fine;
    // Every power of ten, or every second one, and so on.
    for (int step = 1; step <= last - first; ++step) {
        QVector<double> powers;
        for (int power = first; power <= last; ++power)
            if (const double tick = std::pow(10, power); power % step == 0 && range.contains(tick))
                powers.append(tick);
        if (powers.size() > 1 && fits(powers, range))
            return powers;
    }
    // Losses that hardly change: as on a linear axis.
    if (fine.size() < 2)
        fine = QCPAxisTicker::createTickVector(getTickStep(range), range);
    fine.removeIf([](double tick) { return tick <= 0; });
    return thinned(fine, range);
}

}  // namespace rudolph

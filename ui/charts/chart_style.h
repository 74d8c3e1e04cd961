#pragma once

#include <qcustomplot.h>

#include <QColor>
#include <QPalette>

namespace rudolph {

// What the charts look like. Included by sources of ui/charts only, as it includes QCustomPlot.

struct ChartColours {
    QColor background, text, faint, grid, line;
};

/// The line in a colour of Okabe and Ito's palette for people who cannot tell red from green
/// (blue, and its lighter sister on dark ground).
ChartColours coloursFor(const QPalette& palette);

/// Ticks of a logarithmic axis at 1, 2 and 5 times the powers of ten, or at the powers only where
/// there are many; fewer where their labels would run into each other.
class DecadeTicker : public QCPAxisTicker {
public:
    /// `axis` has these ticks; their labels get as many pixels as it has.
    explicit DecadeTicker(const QCPAxis* axis) : axis_(axis) {}

protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override;

private:
    static constexpr int kMostFineDecades = 5;

    /// Those of `ticks` whose labels have room beside the ones before.
    QVector<double> thinned(const QVector<double>& ticks, const QCPRange& range) const;
    bool fits(const QVector<double>& ticks, const QCPRange& range) const;
    double labelSize(double tick) const;
    double axisSize() const;

    const QCPAxis* axis_;
};

}  // namespace rudolph

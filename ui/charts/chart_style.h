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
/// there are many.
class DecadeTicker : public QCPAxisTicker {
protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override;

private:
    static constexpr int kMostFineDecades = 5;
};

}  // namespace rudolph

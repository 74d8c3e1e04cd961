#pragma once

#include <qcustomplot.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "ui/charts/extent.h"
#include "ui/charts/line_chart.h"

namespace rudolph {

// What a LineChart is made of. Included by its own sources only, as it includes QCustomPlot.

struct LineChart::Line {
    LineStyle style;
    QVector<double> x;
    QVector<double> y;
    Extent extent;
    QCPGraph* graph = nullptr;
    QCPGraph* raw = nullptr;  ///< behind, while smoothed
    QCPGraph* ring = nullptr;
    QCPItemText* label = nullptr;
    QRectF label_box;  ///< in the plot, while the label is visible
    std::optional<double> ring_x;
    double average = 0;  ///< of the smoothing, with its bias
    double weight = 0;   ///< what the bias has left out so far
    bool visible = true;

    /// The place of the value whose x is nearest; the line is not empty.
    qsizetype nearest(double at) const {
        const auto after = std::lower_bound(x.begin(), x.end(), at);
        if (after == x.begin())
            return 0;
        if (after == x.end() || at - *(after - 1) <= *after - at)
            return after - 1 - x.begin();
        return after - x.begin();
    }
};

struct LineChart::Parts {
    std::vector<std::unique_ptr<Line>> lines;
    QColor own_colour;
    QColor text_colour;
    QColor ground_colour;
    double lower = 0;
    double upper = 0;
    QString head = QStringLiteral("%1");
    double factor = 1;
    QString unit;
    std::optional<double> note_x;
    QString note;
    double smoothing = 0;

    Line& line(int index) { return *lines[static_cast<size_t>(index)]; }
    QColor colourOf(const Line& line) const {
        return line.style.colour.isValid() ? line.style.colour : own_colour;
    }
    void drawLast(Line& line) const;
    void drawAll(Line& line) const;
    void style(Line& line, const QFont& font) const;
};

}  // namespace rudolph

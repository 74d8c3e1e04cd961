#pragma once

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "ui/charts/chart_style.h"
#include "ui/charts/scatter_chart.h"

namespace rudolph {

// What a ScatterChart is made of. Included by its own sources only, as it includes QCustomPlot.

struct ScatterChart::Series {
    ScatterStyle style;
    QVector<double> x;
    QVector<double> y;
    QVector<int> ids;
    QCPGraph* line = nullptr;  ///< of steps
    QCPGraph* graph = nullptr;
    QCPGraph* chosen = nullptr;
};

struct ScatterChart::Parts {
    std::vector<std::unique_ptr<Series>> series;
    QVector<int> selection;
    int current = -1;
    int hovered = -1;
    QCPGraph* ring = nullptr;
    QCPItemStraightLine* guide = nullptr;
    QCPItemText* guide_words = nullptr;
    std::optional<double> guide_y;
    std::function<QString(int, double, double)> readout;
    ChartColours colours;
    QRubberBand* band = nullptr;
    std::optional<QPoint> pressed;

    bool isChosen(int id) const {
        return std::binary_search(selection.begin(), selection.end(), id);
    }
    /// Calls visit(series, place) for every point that can be drawn.
    template <class Visit>
    void forPoints(const ScatterChart& chart, Visit visit) const {
        const bool log_x = chart.isLogarithmic(Qt::Horizontal);
        const bool log_y = chart.isLogarithmic(Qt::Vertical);
        for (const auto& each : series)
            for (qsizetype i = 0; i < each->ids.size(); ++i) {
                const double x = each->x[i];
                const double y = each->y[i];
                if (std::isfinite(x) && std::isfinite(y) && (!log_x || x > 0) && (!log_y || y > 0))
                    visit(*each, i);
            }
    }
    void style(Series& each) const;
};

}  // namespace rudolph

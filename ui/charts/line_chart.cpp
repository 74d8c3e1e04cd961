#include "ui/charts/line_chart.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/extent.h"
#include "ui/charts/label_spread.h"

namespace rudolph {

namespace {

constexpr int kLabelGap = 8;  // px between a line's end and its name's ground
constexpr int kLabelPadding = 2;
constexpr double kLabelGround = 0.75;
constexpr int kLeastRoom = 16;  // right of the plot
constexpr int kMostLabelRoom = 230;
constexpr double kOutlier = 4;  // faint lines count up to so many times the others' range
constexpr double kRawOpacity = 0.28;
constexpr double kBandOpacity = 0.18;
constexpr int kMostOnOneRow = 3;
const QString kNamesLayer = QStringLiteral("names");

/// Right of the plot, for a name of that width.
int roomAround(int name) {
    return kLabelGap + 2 * kLabelPadding + 2 + name;
}

}  // namespace

struct LineChart::Line {
    LineStyle style;
    QVector<double> x;
    QVector<double> y;
    Extent extent;
    QCPGraph* graph = nullptr;
    QCPGraph* raw = nullptr;  ///< behind, while smoothed
    QCPGraph* ring = nullptr;
    QCPGraph* low = nullptr;  ///< of the band; null: there is none
    QCPGraph* high = nullptr;
    QCPItemText* label = nullptr;
    QRectF label_box;  ///< in the plot, while the label is visible
    std::optional<double> ring_x;
    double average = 0;  ///< of the smoothing, with its bias
    double weight = 0;   ///< what the bias has left out so far

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

void LineChart::Parts::drawLast(Line& line) const {
    const double x = line.x.back();
    double y = line.y.back();
    const bool smoothed = smoothing > 0 && !line.style.faint;
    if (smoothed) {
        line.raw->addData(x, y);
        if (std::isfinite(y)) {
            line.average = smoothing * line.average + (1 - smoothing) * y;
            line.weight = smoothing * line.weight + (1 - smoothing);
            y = line.average / line.weight;
        }
    }
    line.graph->addData(x, y);
}

void LineChart::Parts::drawAll(Line& line) const {
    line.graph->data()->clear();
    line.raw->data()->clear();
    line.average = line.weight = 0;
    if (smoothing <= 0 || line.style.faint) {
        line.graph->setData(line.x, line.y, true);
        return;
    }
    line.raw->setData(line.x, line.y, true);
    QVector<double> smooth = line.y;
    for (double& y : smooth) {
        if (!std::isfinite(y))
            continue;
        line.average = smoothing * line.average + (1 - smoothing) * y;
        line.weight = smoothing * line.weight + (1 - smoothing);
        y = line.average / line.weight;
    }
    line.graph->setData(line.x, smooth, true);
}

void LineChart::Parts::style(Line& line, const QFont& font) const {
    const QColor colour = colourOf(line);
    const QColor pale = faint(colour, kRawOpacity);
    QPen pen(line.style.faint ? pale : colour, line.style.faint ? 1 : 2);
    if (line.style.dashed)
        pen.setDashPattern({4, 3});
    line.graph->setPen(pen);
    line.raw->setPen(QPen(pale, 1));
    for (QCPGraph* graph : {line.graph, line.raw})
        graph->setLineStyle(line.style.steps ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
    if (line.high) {
        for (QCPGraph* graph : {line.low, line.high})
            graph->setPen(Qt::NoPen);
        line.high->setBrush(faint(colour, kBandOpacity));
    }
    line.ring->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(text_colour, 1.5), Qt::NoBrush, 11));
    line.label->setBrush(faint(ground_colour, kLabelGround));
    line.label->setColor(colour);
    line.label->setFont(font);
}

LineChart::LineChart(QWidget* parent) : Chart(parent), parts_(std::make_unique<Parts>()) {
    plot().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    plot().axisRect()->setMargins(QMargins(0, 16, 16, 0));
    // Above all lines, also those that are added later: a name's ground hides what is behind it.
    plot().addLayer(kNamesLayer, plot().layer(QStringLiteral("main")));
    // A line of many points is drawn as what can be seen of it, and cached while nothing changes.
    plot().setNoAntialiasingOnDrag(true);
    start();
}

LineChart::~LineChart() = default;

int LineChart::addLine(const LineStyle& style) {
    auto line = std::make_unique<Line>();
    line->style = style;
    line->raw = plot().addGraph();
    line->graph = plot().addGraph();
    line->ring = plot().addGraph();
    line->ring->setLineStyle(QCPGraph::lsNone);
    line->label = new QCPItemText(&plot());
    line->label->setLayer(kNamesLayer);
    line->label->setPadding(QMargins(kLabelPadding, 0, kLabelPadding, 0));
    line->label->setClipToAxisRect(false);
    line->label->setVisible(false);
    line->label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // What tells runs apart may stand at either end of their names; the readout has them whole.
    line->label->setText(
        fontMetrics().elidedText(style.name, Qt::ElideMiddle, kMostLabelRoom - roomAround(0)));
    parts_->style(*line, font());
    parts_->lines.push_back(std::move(line));
    int room = kLeastRoom;
    for (const auto& each : parts_->lines)
        if (!each->style.name.isEmpty())
            room = std::max(room, roomAround(fontMetrics().horizontalAdvance(each->label->text())));
    plot().axisRect()->setMargins(QMargins(0, 16, room, 0));
    changed();
    return lineCount() - 1;
}

int LineChart::lineCount() const {
    return static_cast<int>(parts_->lines.size());
}

void LineChart::clearLines() {
    for (const auto& line : parts_->lines) {
        plot().removeItem(line->label);
        for (QCPGraph* graph : {line->graph, line->raw, line->ring, line->high, line->low})
            if (graph)
                plot().removeGraph(graph);
    }
    parts_->lines.clear();
    parts_->note_x.reset();
    showAll();
}

void LineChart::clearValues() {
    for (int line = 0; line < lineCount(); ++line) {
        setValues(line, {}, {});
        setRing(line, std::nullopt);
    }
    parts_->note_x.reset();
    showAll();
}

void LineChart::setValues(int index, const QVector<double>& x, const QVector<double>& y) {
    Line& line = parts_->line(index);
    line.x = x;
    line.y = y;
    line.extent = {};
    for (const double value : y)
        line.extent.include(value);
    parts_->drawAll(line);
    changed();
}

void LineChart::setBand(int index, const QVector<double>& x, const QVector<double>& low,
                        const QVector<double>& high) {
    Line& line = parts_->line(index);
    if (!line.high) {
        line.low = plot().addGraph();
        line.high = plot().addGraph();
        line.high->setChannelFillGraph(line.low);
        parts_->style(line, font());
    }
    line.low->setData(x, low, true);
    line.high->setData(x, high, true);
    for (const auto* edge : {&low, &high})
        for (const double value : *edge)
            line.extent.include(value);
    changed();
}

bool LineChart::hasBand(int index) const {
    const Line& line = parts_->line(index);
    return line.high && !line.high->data()->isEmpty();
}

void LineChart::append(int index, double x, double y) {
    Line& line = parts_->line(index);
    line.x.append(x);
    line.y.append(y);
    line.extent.include(y);
    parts_->drawLast(line);
    changed();
}

const QVector<double>& LineChart::valuesOf(int line) const {
    return parts_->line(line).y;
}

void LineChart::setRing(int line, std::optional<double> x) {
    parts_->line(line).ring_x = x;
    changed();
}

std::optional<double> LineChart::ringOf(int line) const {
    return parts_->line(line).ring_x;
}

void LineChart::setXRange(double lower, double upper) {
    parts_->lower = lower;
    parts_->upper = upper;
    changed();
}

void LineChart::setReadoutHead(const QString& head) {
    parts_->head = head;
}

void LineChart::setValueUnit(double factor, const QString& unit) {
    parts_->factor = factor;
    parts_->unit = unit;
}

void LineChart::setNote(double x, const QString& note) {
    parts_->note_x = x;
    parts_->note = note;
}

void LineChart::setSmoothing(double share) {
    parts_->smoothing = std::clamp(share, 0.0, 0.999);
    for (const auto& line : parts_->lines)
        parts_->drawAll(*line);
    changed();
}

double LineChart::smoothing() const {
    return parts_->smoothing;
}

bool LineChart::isEmpty() const {
    return std::all_of(parts_->lines.begin(), parts_->lines.end(),
                       [](const auto& line) { return line->x.isEmpty(); });
}

void LineChart::prepare() {
    for (const auto& line : parts_->lines) {
        line->ring->data()->clear();
        if (!line->ring_x || line->x.isEmpty())
            continue;
        const auto at = line->graph->data()->findBegin(*line->ring_x, false);
        if (at != line->graph->data()->constEnd())
            line->ring->addData(at->key, at->value);
    }
}

void LineChart::fitRanges() {
    Extent across;
    Extent of_lines;
    Extent of_faint;
    for (const auto& line : parts_->lines) {
        if (line->x.isEmpty())
            continue;
        across.include(line->x.front());
        across.include(line->x.back());
        (line->style.faint ? of_faint : of_lines).include(line->extent);
    }
    if (parts_->upper > parts_->lower) {
        across.include(parts_->lower);
        across.include(parts_->upper);
    }
    if (across.empty())
        across = {0, 1, 1};
    if (isLogarithmic(Qt::Horizontal) && std::isfinite(across.lowest_positive)) {
        plot().xAxis->setRange(across.lowest_positive, across.highest);
    } else {
        // A little further, so that a ring around the last value is whole.
        const double width = std::max(across.highest - across.lowest, 1e-12);
        plot().xAxis->setRange(across.lowest, across.highest + 0.012 * width);
    }

    Extent shown = of_lines;
    if (shown.empty())
        shown = of_faint;
    else if (!of_faint.empty()) {
        shown.include(std::max(of_faint.lowest, of_lines.lowest / kOutlier));
        shown.include(std::min(of_faint.highest, of_lines.highest * kOutlier));
    }
    if (isLogarithmic(Qt::Vertical)) {
        const bool any = !shown.empty() && std::isfinite(shown.lowest_positive);
        plot().yAxis->setRange(any ? shown.lowest_positive / 1.4 : 1e-4,
                               any ? shown.highest * 1.4 : 1);
    } else {
        if (shown.empty())
            shown = {0, 0, 1};
        const double lowest = std::min(0.0, shown.lowest);
        const double height = std::max(shown.highest - lowest, 1e-12);
        plot().yAxis->setRange(lowest - (lowest < 0 ? 0.05 * height : 0),
                               shown.highest + 0.05 * height);
    }
}

void LineChart::restyle(const ChartColours& colours) {
    parts_->own_colour = colours.line;
    parts_->text_colour = colours.text;
    parts_->ground_colour = colours.background;
    for (const auto& line : parts_->lines)
        parts_->style(*line, font());
}

void LineChart::placeLabels() {
    const QRect area = plot().axisRect()->rect();
    const double height = fontMetrics().height();
    std::vector<std::pair<QRectF, Line*>> ends;
    for (const auto& line : parts_->lines) {
        line->label->setVisible(false);
        if (line->style.name.isEmpty() || line->x.isEmpty())
            continue;
        const auto last = line->graph->data()->constEnd() - 1;
        if (!std::isfinite(last->value) || (isLogarithmic(Qt::Vertical) && last->value <= 0))
            continue;
        const double x = std::clamp(plot().xAxis->coordToPixel(last->key), double(area.left()),
                                    double(area.right()));
        const double y = std::clamp(plot().yAxis->coordToPixel(last->value), double(area.top()),
                                    double(area.bottom()));
        const int width =
            fontMetrics().horizontalAdvance(line->label->text()) + 2 * kLabelPadding + 1;
        ends.emplace_back(QRectF(x + kLabelGap, y - height / 2, width, height), line.get());
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const auto& a, const auto& b) { return a.first.top() < b.first.top(); });
    std::vector<QRectF> boxes;
    for (const auto& [box, line] : ends)
        boxes.push_back(box);
    spreadLabels(boxes, area.bottom());
    for (size_t i = 0; i < ends.size(); ++i) {
        Line& line = *ends[i].second;
        line.label->position->setPixelPosition({boxes[i].left(), boxes[i].center().y()});
        line.label_box = boxes[i];
        line.label->setVisible(boxes[i].center().y() >= area.top() - 1);
    }
}

std::optional<QRectF> LineChart::placeOfName(int index) const {
    const Line& line = parts_->line(index);
    if (!line.label->visible())
        return std::nullopt;
    return line.label_box.translated(plot().mapTo(this, QPoint(0, 0)));
}

QString LineChart::readoutAt(const QPoint& mouse) {
    const double at = plot().xAxis->pixelToCoord(mouse.x());
    // The nearest x of any line that is read out.
    std::optional<double> nearest;
    for (const auto& line : parts_->lines) {
        if (line->style.name.isEmpty() || line->x.isEmpty())
            continue;
        const double x = line->x[line->nearest(at)];
        if (!nearest || std::abs(x - at) < std::abs(*nearest - at))
            nearest = x;
    }
    if (!nearest)
        return {};
    QStringList parts{parts_->head.arg(figureText(*nearest))};
    for (const auto& line : parts_->lines) {
        if (line->style.name.isEmpty() || line->x.isEmpty())
            continue;
        const qsizetype place = line->nearest(*nearest);
        // A line that ended before says nothing about this place.
        if (line->style.steps || line->x[place] == *nearest)
            parts << QStringLiteral("%1 %2%3").arg(
                line->style.name, figureText(line->y[place] * parts_->factor), parts_->unit);
    }
    setCursorLine(*nearest);
    QString text = parts.join(parts.size() <= kMostOnOneRow + 1 ? QStringLiteral(" · ")
                                                                : QStringLiteral("\n"));
    if (parts_->note_x && *parts_->note_x == *nearest)
        text += QStringLiteral(", ") + parts_->note;
    return text;
}

}  // namespace rudolph

#include "ui/charts/parallel_chart.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/nan.h"
#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/extent.h"

namespace rudolph {

namespace {

constexpr int kCatchPx = 24;  ///< this near an axis the mouse means it
constexpr int kClickPx = 3;   ///< less than that is no drag
constexpr int kReadoutPx = 6;
constexpr double kKeyStep = 0.05;
constexpr double kSnap = 0.02;
constexpr int kManyLines = 200;  ///< lines, so that single ones count for less
constexpr double kBestBarPx = 10;
constexpr float kLeftOutOpacity = 0.16F;
constexpr int kFrame = 8;
constexpr int kTitleLines = 2;
constexpr int kTitleGap = 4;  ///< px between the titles of two axes

/// Left of the first axis and right of the last, in spaces between two axes.
double sideMargin(int axes) {
    return std::min(0.12 * std::max(1, axes - 1) + 0.1, 0.6);
}

}  // namespace

struct ParallelChart::Parts {
    struct Axis {
        ParallelAxis values;
        Extent extent;
        std::optional<std::pair<double, double>> brush;
        QCPItemLine* line = nullptr;
        QCPItemText* title = nullptr;
        QCPItemText* low = nullptr;
        QCPItemText* high = nullptr;
        QCPItemRect* range = nullptr;

        double share(int line_index) const { return share_of(values.values[line_index]); }
        double share_of(double value) const {
            double from = extent.lowest;
            double to = extent.highest;
            if (values.logarithmic) {
                value = std::log(value);
                from = std::log(from);
                to = std::log(to);
            }
            return to > from ? (value - from) / (to - from) : std::isfinite(value) ? 0.5 : kNaN;
        }
        QString text(double value) const {
            const auto category = static_cast<qsizetype>(value);
            return values.categories.isEmpty()           ? figureText(value)
                   : category < values.categories.size() ? values.categories[category]
                                                         : QString();
        }
    };

    std::vector<Axis> axes;
    QVector<QColor> colours;
    QStringList names;
    QVector<int> selection;
    int best = -1;
    int best_axis = -1;
    std::optional<std::pair<double, double>> best_interval;
    QCPItemLine* best_bar = nullptr;
    std::vector<QCPCurve*> curves;  ///< one for each colour that occurs, pale and strong
    int current = 0;                ///< the axis that the keys mean
    std::optional<int> dragged;
    QPoint pressed_at;
    QColor text_colour, faint_colour, brush_colour;

    int count() const { return static_cast<int>(colours.size()); }
    int axisCount() const { return static_cast<int>(axes.size()); }
    bool any_brush() const {
        return std::any_of(axes.begin(), axes.end(),
                           [](const Axis& axis) { return axis.brush.has_value(); });
    }
};

ParallelChart::ParallelChart(QWidget* parent) : Chart(parent), parts_(std::make_unique<Parts>()) {
    plot().setInteractions(QCP::iNone);
    plot().xAxis->setVisible(false);
    plot().yAxis->setVisible(false);
    parts_->best_bar = new QCPItemLine(&plot());
    parts_->best_bar->setHead(QCPLineEnding(QCPLineEnding::esBar, kBestBarPx));
    parts_->best_bar->setTail(QCPLineEnding(QCPLineEnding::esBar, kBestBarPx));
    parts_->best_bar->setVisible(false);
    plot().axisRect()->setAutoMargins(QCP::msNone);
    plot().axisRect()->setMargins(QMargins(kFrame, kFrame, kFrame, kFrame));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Parallel coordinates"));
    start();
}

ParallelChart::~ParallelChart() = default;

void ParallelChart::setLines(const QVector<ParallelAxis>& axes, const QVector<QColor>& colours,
                             const QStringList& names) {
    Parts& p = *parts_;
    QHash<QString, std::pair<double, double>> brushes;
    for (Parts::Axis& axis : p.axes) {
        if (axis.brush)
            brushes.insert(axis.values.title, *axis.brush);
        for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{
                 axis.line, axis.title, axis.low, axis.high, axis.range})
            plot().removeItem(item);
    }
    p.axes.clear();
    p.colours = colours;
    p.names = names;
    p.selection.clear();
    p.best = -1;
    p.current = 0;
    for (const ParallelAxis& values : axes) {
        Parts::Axis axis;
        axis.values = values;
        for (const double value : values.values)
            axis.extent.include(value);
        axis.range = new QCPItemRect(&plot());
        axis.line = new QCPItemLine(&plot());
        for (QCPItemText** text : {&axis.title, &axis.low, &axis.high}) {
            *text = new QCPItemText(&plot());
            (*text)->setClipToAxisRect(false);
        }
        const auto brush = brushes.constFind(values.title);
        if (brush != brushes.constEnd())
            axis.brush = *brush;
        p.axes.push_back(std::move(axis));
    }
    showAll();
}

void ParallelChart::setSelection(const QVector<int>& lines) {
    if (lines == parts_->selection)
        return;
    parts_->selection = lines;
    changed();
}

const QVector<int>& ParallelChart::selection() const {
    return parts_->selection;
}

void ParallelChart::setBest(int line, int axis, std::optional<std::pair<double, double>> interval) {
    parts_->best = line;
    parts_->best_axis = axis;
    parts_->best_interval = interval;
    changed();
}

int ParallelChart::best() const {
    return parts_->best;
}

void ParallelChart::clearBrushes() {
    for (Parts::Axis& axis : parts_->axes)
        axis.brush.reset();
    changed();
}

std::optional<std::pair<double, double>> ParallelChart::brushed(int axis) const {
    return parts_->axes[static_cast<size_t>(axis)].brush;
}

QPointF ParallelChart::placeOf(int axis, double share) const {
    const QPointF in_plot(plot().xAxis->coordToPixel(axis), plot().yAxis->coordToPixel(share));
    return plot().mapTo(this, in_plot);
}

bool ParallelChart::isEmpty() const {
    return parts_->axes.empty() || parts_->colours.isEmpty();
}

void ParallelChart::fitRanges() {
    const int last = std::max(1, parts_->axisCount() - 1);
    const double beside = sideMargin(parts_->axisCount());
    plot().xAxis->setRange(-beside, last + beside);
    // Above the axes the titles and the highest values, below them the lowest ones.
    const double line = fontMetrics().height();
    const double height = std::max(plot().height() - 2.0 * kFrame, 10 * line);
    const double above = (kTitleLines + 1) * line + 8;
    const double below = line + 6;
    const double of_axis = std::max(height - above - below, line);
    plot().yAxis->setRange(-below / of_axis, 1 + above / of_axis);
}

void ParallelChart::resizeEvent(QResizeEvent* event) {
    Chart::resizeEvent(event);
    // How titles are wrapped depends on the size.
    changed();
}

void ParallelChart::restyle(const ChartColours& colours) {
    parts_->text_colour = colours.text;
    parts_->faint_colour = colours.faint;
    parts_->brush_colour = colours.line;
}

void ParallelChart::prepare() {
    Parts& p = *parts_;
    for (QCPCurve* curve : p.curves)
        plot().removePlottable(curve);
    p.curves.clear();
    // Lines of one colour are one curve with gaps: thousands of runs are a few curves.
    const bool all = p.selection.isEmpty();
    QVector<bool> strong(p.count(), all);
    for (const int line : p.selection)
        if (line < p.count())
            strong[line] = true;
    QHash<QRgb, QCPCurve*> curves;
    for (const bool pass : {false, true})
        for (int line = 0; line < p.count(); ++line) {
            if (strong[line] != pass)
                continue;
            QColor colour = p.colours[line];
            colour.setAlphaF(!pass                           ? kLeftOutOpacity
                             : all && p.count() > kManyLines ? 0.35F
                                                             : 0.9F);
            QCPCurve*& curve = curves[colour.rgba()];
            if (!curve) {
                curve = new QCPCurve(plot().xAxis, plot().yAxis);
                curve->setPen(QPen(colour, pass && !all ? 2 : 1.4));
                p.curves.push_back(curve);
            }
            for (int axis = 0; axis < p.axisCount(); ++axis)
                curve->addData(axis, p.axes[static_cast<size_t>(axis)].share(line));
            curve->addData(p.axisCount(), kNaN);
        }
    drawBest();
    // Of a title: as far as the next axis, and no further than the edge of the plot.
    const double beside = sideMargin(p.axisCount());
    const double space =
        (plot().width() - 2 * kFrame) / (std::max(1, p.axisCount() - 1) + 2 * beside);
    const int room = static_cast<int>(space * std::min(1.0, 2 * beside)) - kTitleGap;
    for (int i = 0; i < p.axisCount(); ++i) {
        Parts::Axis& axis = p.axes[static_cast<size_t>(i)];
        const bool here = hasFocus() && i == p.current;
        axis.line->start->setCoords(i, 0);
        axis.line->end->setCoords(i, 1);
        axis.line->setPen(QPen(here ? p.text_colour : p.faint_colour, here ? 2.5 : 1.2));
        const auto place = [&](QCPItemText* text, double y, Qt::Alignment alignment,
                               const QString& words) {
            text->position->setCoords(i, y);
            text->setPositionAlignment(alignment);
            text->setText(words);
            text->setFont(font());
            text->setColor(p.faint_colour);
        };
        axis.title->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        place(axis.title, 0, Qt::AlignHCenter | Qt::AlignTop,
              wrapped(axis.values.title, fontMetrics(), room, kTitleLines));
        axis.title->setTextAlignment(Qt::AlignHCenter);
        axis.title->setColor(p.text_colour);
        const bool known = !axis.extent.empty();
        const auto end = [&](double value) {
            return known ? fontMetrics().elidedText(axis.text(value), Qt::ElideRight, room)
                         : QString();
        };
        place(axis.high, 1.01, Qt::AlignHCenter | Qt::AlignBottom, end(axis.extent.highest));
        place(axis.low, -0.01, Qt::AlignHCenter | Qt::AlignTop, end(axis.extent.lowest));
        axis.range->setVisible(axis.brush.has_value());
        if (axis.brush) {
            const double half = 8 / std::max(1.0, double(plot().axisRect()->width())) *
                                plot().xAxis->range().size();
            axis.range->topLeft->setCoords(i - half, axis.brush->second);
            axis.range->bottomRight->setCoords(i + half, axis.brush->first);
            axis.range->setBrush(faint(p.brush_colour, 0.3));
            axis.range->setPen(QPen(p.brush_colour, 1));
        }
    }
}

/// Above all others, with its interval along one axis as far as the axis goes.
void ParallelChart::drawBest() {
    Parts& p = *parts_;
    p.best_bar->setVisible(false);
    if (p.best < 0 || p.best >= p.count())
        return;
    auto* curve = new QCPCurve(plot().xAxis, plot().yAxis);
    curve->setPen(QPen(p.colours[p.best], 3.5));
    for (int axis = 0; axis < p.axisCount(); ++axis)
        curve->addData(axis, p.axes[static_cast<size_t>(axis)].share(p.best));
    p.curves.push_back(curve);
    if (p.best_axis < 0 || p.best_axis >= p.axisCount() || !p.best_interval)
        return;
    const Parts::Axis& axis = p.axes[static_cast<size_t>(p.best_axis)];
    if (axis.values.logarithmic && p.best_interval->first <= 0)
        return;
    p.best_bar->start->setCoords(p.best_axis,
                                 std::clamp(axis.share_of(p.best_interval->first), 0.0, 1.0));
    p.best_bar->end->setCoords(p.best_axis,
                               std::clamp(axis.share_of(p.best_interval->second), 0.0, 1.0));
    p.best_bar->setPen(QPen(p.text_colour, 2));
    p.best_bar->setVisible(true);
}

QString ParallelChart::readoutAt(const QPoint& mouse) {
    const Parts& p = *parts_;
    const double x = plot().xAxis->pixelToCoord(mouse.x());
    const int left = static_cast<int>(std::floor(x));
    if (left < 0 || left + 1 >= p.axisCount())
        return {};
    int nearest = -1;
    double nearest_px = kReadoutPx;
    for (int line = 0; line < p.count(); ++line) {
        const double a = p.axes[static_cast<size_t>(left)].share(line);
        const double b = p.axes[static_cast<size_t>(left) + 1].share(line);
        const double off =
            std::abs(plot().yAxis->coordToPixel(a + (x - left) * (b - a)) - mouse.y());
        if (off < nearest_px) {
            nearest_px = off;
            nearest = line;
        }
    }
    if (nearest < 0)
        return {};
    QStringList lines{p.names.value(nearest)};
    for (const Parts::Axis& axis : p.axes) {
        const double value = axis.values.values[nearest];
        lines << QStringLiteral("%1 %2").arg(
            axis.values.title, std::isfinite(value) ? axis.text(value) : QStringLiteral("–"));
    }
    return lines.join(QLatin1Char('\n'));
}

double ParallelChart::shareAt(const QPoint& mouse) const {
    const double share = plot().yAxis->pixelToCoord(mouse.y());
    // The ends are meant when they are nearly met: half a pixel must not leave the best run out.
    return share < kSnap ? 0 : share > 1 - kSnap ? 1 : share;
}

bool ParallelChart::eventFilter(QObject* watched, QEvent* event) {
    return (watched == &plot() && handleMouse(event)) || Chart::eventFilter(watched, event);
}

bool ParallelChart::handleMouse(QEvent* event) {
    Parts& p = *parts_;
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove &&
        type != QEvent::MouseButtonRelease && type != QEvent::MouseButtonDblClick)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QPoint at = mouse->position().toPoint();
    if (type == QEvent::MouseMove) {
        if (!p.dragged)
            return false;
        if (std::abs(at.y() - p.pressed_at.y()) > kClickPx)
            setBrush(*p.dragged, shareAt(p.pressed_at), shareAt(at));
        return true;
    }
    // There is nothing to pan here.
    if (mouse->button() != Qt::LeftButton)
        return mouse->button() == Qt::MiddleButton;
    if (type == QEvent::MouseButtonRelease) {
        if (!p.dragged)
            return false;
        if (std::abs(at.y() - p.pressed_at.y()) <= kClickPx)
            p.axes[static_cast<size_t>(*p.dragged)].brush.reset();
        p.dragged.reset();
        choose();
        return true;
    }
    setFocus(Qt::MouseFocusReason);
    const int axis = qRound(plot().xAxis->pixelToCoord(at.x()));
    if (axis < 0 || axis >= p.axisCount() ||
        std::abs(plot().xAxis->coordToPixel(axis) - at.x()) > kCatchPx)
        return false;
    p.dragged = axis;
    p.current = axis;
    p.pressed_at = at;
    return true;
}

void ParallelChart::setBrush(int axis, double from, double to) {
    parts_->axes[static_cast<size_t>(axis)].brush = std::minmax(from, to);
    changed();
}

void ParallelChart::choose() {
    Parts& p = *parts_;
    QVector<int> lines;
    for (int line = 0; line < p.count() && p.any_brush(); ++line)
        if (std::all_of(p.axes.begin(), p.axes.end(), [line](const Parts::Axis& axis) {
                if (!axis.brush)
                    return true;
                const double share = axis.share(line);
                return share >= axis.brush->first && share <= axis.brush->second;
            }))
            lines << line;
    p.selection = lines;
    changed();
    emit chosen(lines);
}

void ParallelChart::keyPressEvent(QKeyEvent* event) {
    Parts& p = *parts_;
    if (p.axes.empty())
        return Chart::keyPressEvent(event);
    Parts::Axis& axis = p.axes[static_cast<size_t>(p.current)];
    auto brush = axis.brush.value_or(std::pair(0.0, 1.0));
    switch (event->key()) {
        case Qt::Key_Left:
            p.current = std::max(0, p.current - 1);
            return changed();
        case Qt::Key_Right:
            p.current = std::min(p.axisCount() - 1, p.current + 1);
            return changed();
        case Qt::Key_Up:
            brush.first = std::min(brush.second, brush.first + kKeyStep);
            break;
        case Qt::Key_Down:
            brush.second = std::max(brush.first, brush.second - kKeyStep);
            break;
        case Qt::Key_Escape:
            for (Parts::Axis& each : p.axes)
                each.brush.reset();
            return choose();
        default:
            return Chart::keyPressEvent(event);
    }
    axis.brush = brush;
    choose();
}

}  // namespace rudolph

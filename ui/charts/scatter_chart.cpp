#include "ui/charts/scatter_chart.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/extent.h"
#include "ui/charts/point_chooser.h"

namespace rudolph {

namespace {

constexpr double kPointSize = 6;
constexpr double kStepPointSize = 4;
constexpr double kChosenSize = 9;
constexpr double kCurrentSize = 17;
constexpr double kStarSize = 14;
constexpr double kAxisMargin = 0.04;  // of an axis beyond its outermost points
constexpr double kFill = 0.55;
constexpr double kPaleFill = 0.22;

QCPScatterStyle::ScatterShape shapeOf(PointMarker marker) {
    switch (marker) {
        case PointMarker::Circle:
            return QCPScatterStyle::ssCircle;
        case PointMarker::Cross:
            return QCPScatterStyle::ssCross;
        case PointMarker::Square:
            return QCPScatterStyle::ssSquare;
        case PointMarker::Triangle:
            return QCPScatterStyle::ssTriangle;
        case PointMarker::Diamond:
            return QCPScatterStyle::ssDiamond;
        case PointMarker::Plus:
            return QCPScatterStyle::ssPlus;
    }
    return QCPScatterStyle::ssCircle;
}

}  // namespace

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
    PointChooser* chooser = nullptr;
    int current = -1;
    QCPGraph* ring = nullptr;
    int best = -1;
    std::optional<std::pair<double, double>> best_interval;
    QCPGraph* star = nullptr;
    QCPItemLine* best_bar = nullptr;
    QCPItemStraightLine* guide = nullptr;
    QCPItemText* guide_words = nullptr;
    std::optional<double> guide_y;
    std::function<QString(int, double, double)> readout;
    ChartColours colours;

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
    /// The one that forPoints() visits as that many before it.
    std::pair<const Series*, qsizetype> pointOf(const ScatterChart& chart, int place) const {
        std::pair<const Series*, qsizetype> found{nullptr, 0};
        forPoints(chart, [&](const Series& each, qsizetype i) {
            if (place-- == 0)
                found = {&each, i};
        });
        return found;
    }
    void style(Series& each) const;
};

void ScatterChart::Parts::style(Series& each) const {
    const QColor colour = each.style.colour.isValid() ? each.style.colour : colours.line;
    const QCPScatterStyle::ScatterShape shape = shapeOf(each.style.marker);
    const bool pale = !chooser->selection().isEmpty();
    const bool outline =
        each.style.marker == PointMarker::Cross || each.style.marker == PointMarker::Plus;
    const QPen pen = outline ? QPen(faint(colour, pale ? 2 * kPaleFill : 1), 1.4) : QPen(Qt::NoPen);
    // A style without a pen takes the graph's.
    each.graph->setPen(Qt::NoPen);
    each.graph->setScatterStyle(QCPScatterStyle(shape, pen, faint(colour, pale ? kPaleFill : kFill),
                                                each.line ? kStepPointSize : kPointSize));
    each.chosen->setScatterStyle(QCPScatterStyle(
        shape, QPen(outline ? colour : colours.text, outline ? 2.4 : 1.4), colour, kChosenSize));
    if (each.line)
        each.line->setPen(QPen(faint(colour, 0.7), 1.5));
}

ScatterChart::ScatterChart(QWidget* parent) : Chart(parent), parts_(std::make_unique<Parts>()) {
    setFocusPolicy(Qt::StrongFocus);
    Parts& p = *parts_;
    // Above the points of every series, in an order that does not depend on when they are added.
    plot().addLayer(QStringLiteral("chosen"), plot().layer(QStringLiteral("main")));
    p.ring = plot().addGraph();
    p.ring->setLineStyle(QCPGraph::lsNone);
    p.ring->setLayer(QStringLiteral("chosen"));
    p.star = plot().addGraph();
    p.star->setLineStyle(QCPGraph::lsNone);
    p.star->setLayer(QStringLiteral("chosen"));
    p.best_bar = new QCPItemLine(&plot());
    p.best_bar->setLayer(QStringLiteral("chosen"));
    p.best_bar->setHead(QCPLineEnding(QCPLineEnding::esBar, kCurrentSize / 2));
    p.best_bar->setTail(QCPLineEnding(QCPLineEnding::esBar, kCurrentSize / 2));
    p.best_bar->setVisible(false);
    p.guide = new QCPItemStraightLine(&plot());
    p.guide->setVisible(false);
    p.guide_words = new QCPItemText(&plot());
    p.guide_words->setVisible(false);
    p.guide_words->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    p.guide_words->setPadding(QMargins(4, 0, 0, 0));
    p.guide_words->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    const auto places = [this] {
        std::vector<PointChooser::Place> all;
        parts_->forPoints(*this, [&](const Series& series, qsizetype i) {
            all.push_back({placeInPlot(series, i), series.ids[i]});
        });
        return all;
    };
    p.chooser = new PointChooser(&plot(), places, this);
    connect(p.chooser, &PointChooser::selectionChanged, this, [this](const QVector<int>& ids) {
        showSelection();
        emit selectionChanged(ids);
    });
    connect(p.chooser, &PointChooser::hoveredChanged, this, [this](int id) {
        changed();
        emit hovered(id);
    });
    connect(p.chooser, &PointChooser::stepped, this,
            [this](int place) { setReadout(readoutOf(place)); });
    plot().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    plot().axisRect()->setMargins(QMargins(0, 12, 12, 0));
    p.readout = [](int, double x, double y) {
        return QStringLiteral("%1, %2").arg(figureText(x), figureText(y));
    };
    start();
}

ScatterChart::~ScatterChart() = default;

int ScatterChart::addSeries(const ScatterStyle& style) {
    auto series = std::make_unique<Series>();
    series->style = style;
    if (style.steps) {
        series->line = plot().addGraph();
        series->line->setLineStyle(QCPGraph::lsStepLeft);
    }
    series->graph = plot().addGraph();
    series->graph->setLineStyle(QCPGraph::lsNone);
    series->chosen = plot().addGraph();
    series->chosen->setLineStyle(QCPGraph::lsNone);
    series->chosen->setLayer(QStringLiteral("chosen"));
    parts_->style(*series);
    parts_->series.push_back(std::move(series));
    changed();
    return seriesCount() - 1;
}

int ScatterChart::seriesCount() const {
    return static_cast<int>(parts_->series.size());
}

void ScatterChart::clearSeries() {
    for (const auto& series : parts_->series)
        for (QCPGraph* graph : {series->line, series->graph, series->chosen})
            if (graph)
                plot().removeGraph(graph);
    parts_->series.clear();
    parts_->chooser->setSelection({});
    parts_->current = -1;
    parts_->best = -1;
    parts_->chooser->hover(-1);
    showAll();
}

void ScatterChart::setPoints(int index, const QVector<double>& x, const QVector<double>& y,
                             const QVector<int>& ids) {
    Series& series = *parts_->series[static_cast<size_t>(index)];
    series.x = x;
    series.y = y;
    series.ids = ids;
    QVector<double> drawn_x;
    QVector<double> drawn_y;
    for (qsizetype i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            drawn_x.append(x[i]);
            drawn_y.append(y[i]);
        }
    series.graph->setData(drawn_x, drawn_y);
    if (series.line)
        series.line->setData(drawn_x, drawn_y, true);
    parts_->chooser->hover(-1);
    changed();
}

void ScatterChart::setNames(Qt::Orientation orientation, const QStringList& names) {
    setLogarithmic(orientation, names.isEmpty() && isLogarithmic(orientation));
    if (names.isEmpty())
        return;
    QCPAxis* axis = orientation == Qt::Horizontal ? plot().xAxis : plot().yAxis;
    axis->setTicker(QSharedPointer<QCPAxisTicker>(new NameTicker(axis, names)));
}

void ScatterChart::setSelection(const QVector<int>& ids) {
    if (parts_->chooser->setSelection(ids))
        showSelection();
}

void ScatterChart::showSelection() {
    for (const auto& series : parts_->series)
        parts_->style(*series);
    changed();
}

const QVector<int>& ScatterChart::selection() const {
    return parts_->chooser->selection();
}

void ScatterChart::setCurrent(int id) {
    if (id == parts_->current)
        return;
    parts_->current = id;
    changed();
}

int ScatterChart::current() const {
    return parts_->current;
}

void ScatterChart::setBest(int id, std::optional<std::pair<double, double>> interval) {
    parts_->best = id;
    parts_->best_interval = interval;
    showAll();
}

int ScatterChart::best() const {
    return parts_->best;
}

int ScatterChart::hoveredId() const {
    return parts_->chooser->hovered();
}

void ScatterChart::setReadoutText(const std::function<QString(int, double, double)>& text) {
    parts_->readout = text;
}

void ScatterChart::setGuide(std::optional<double> y, const QString& words) {
    parts_->guide_y = y;
    parts_->guide_words->setText(words);
    changed();
}

std::optional<QPointF> ScatterChart::placeOf(int id) const {
    std::optional<QPointF> found;
    parts_->forPoints(*this, [&](const Series& series, qsizetype i) {
        if (!found && series.ids[i] == id)
            found = placeInPlot(series, i);
    });
    if (found && !QRectF(plot().axisRect()->rect()).contains(*found))
        return std::nullopt;
    return found ? std::optional(plot().mapTo(this, found->toPoint())) : std::nullopt;
}

QPointF ScatterChart::placeInPlot(const Series& series, qsizetype i) const {
    return {plot().xAxis->coordToPixel(series.x[i]), plot().yAxis->coordToPixel(series.y[i])};
}

bool ScatterChart::isEmpty() const {
    bool any = false;
    parts_->forPoints(*this, [&any](const Series&, qsizetype) { any = true; });
    return !any;
}

void ScatterChart::prepare() {
    Parts& p = *parts_;
    p.ring->data()->clear();
    p.star->data()->clear();
    p.best_bar->setVisible(false);
    for (const auto& series : p.series)
        series->chosen->data()->clear();
    const int hovered_now = p.chooser->hovered();
    const int marked = hovered_now >= 0 ? hovered_now : p.current;
    p.forPoints(*this, [&](Series& series, qsizetype i) {
        if (p.chooser->isChosen(series.ids[i]))
            series.chosen->addData(series.x[i], series.y[i]);
        if (series.ids[i] == p.current || series.ids[i] == marked)
            p.ring->addData(series.x[i], series.y[i]);
        if (series.ids[i] != p.best)
            return;
        p.star->addData(series.x[i], series.y[i]);
        if (!p.best_interval || (isLogarithmic(Qt::Vertical) && p.best_interval->first <= 0))
            return;
        p.best_bar->start->setCoords(series.x[i], p.best_interval->first);
        p.best_bar->end->setCoords(series.x[i], p.best_interval->second);
        p.best_bar->setVisible(true);
    });
    const bool guided = p.guide_y && (!isLogarithmic(Qt::Vertical) || *p.guide_y > 0) && !isEmpty();
    p.guide->setVisible(guided);
    p.guide_words->setVisible(guided);
    if (guided) {
        p.guide->point1->setTypeX(QCPItemPosition::ptAxisRectRatio);
        p.guide->point2->setTypeX(QCPItemPosition::ptAxisRectRatio);
        p.guide->point1->setCoords(0, *p.guide_y);
        p.guide->point2->setCoords(1, *p.guide_y);
        p.guide_words->position->setCoords(0, *p.guide_y);
    }
}

void ScatterChart::fitRanges() {
    Extent x;
    Extent y;
    parts_->forPoints(*this, [&](const Series& series, qsizetype i) {
        x.include(series.x[i]);
        y.include(series.y[i]);
        if (series.ids[i] == parts_->best && parts_->best_interval)
            for (const double end : {parts_->best_interval->first, parts_->best_interval->second})
                y.include(end);
    });
    const auto fit = [this](QCPAxis* axis, Extent extent, Qt::Orientation orientation) {
        const bool logarithmic = isLogarithmic(orientation);
        if (extent.empty())
            extent = logarithmic ? Extent{0.1, 0.1, 1} : Extent{0, 0, 1};
        if (logarithmic) {
            const double factor =
                std::max(std::pow(extent.highest / extent.lowest_positive, kAxisMargin), 1.05);
            axis->setRange(extent.lowest_positive / factor, extent.highest * factor);
            return;
        }
        if (const auto names = axis->ticker().dynamicCast<NameTicker>()) {
            axis->setRange(-0.5, names->tickCount() - 0.5);
            return;
        }
        // Errors begin at 0, so that twice as high is twice as much.
        const bool from_zero = orientation == Qt::Vertical && extent.lowest >= 0;
        const double width = std::max(extent.highest - (from_zero ? 0 : extent.lowest), 1e-9);
        axis->setRange(from_zero ? 0 : extent.lowest - kAxisMargin * width,
                       extent.highest + kAxisMargin * width);
    };
    fit(plot().xAxis, x, Qt::Horizontal);
    fit(plot().yAxis, y, Qt::Vertical);
}

void ScatterChart::restyle(const ChartColours& colours) {
    Parts& p = *parts_;
    p.colours = colours;
    for (const auto& series : p.series)
        p.style(*series);
    p.ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.text, 2),
                                            Qt::NoBrush, kCurrentSize));
    p.star->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssStar, QPen(colours.text, 1.6), Qt::NoBrush, kStarSize));
    p.best_bar->setPen(QPen(colours.text, 1.6));
    p.guide->setPen(QPen(colours.faint, 1, Qt::DashLine));
    p.guide_words->setColor(colours.faint);
    p.guide_words->setFont(font());
}

QString ScatterChart::readoutAt(const QPoint& mouse) {
    const int place = parts_->chooser->isDragging() ? -1 : parts_->chooser->nearest(mouse);
    if (place < 0) {
        parts_->chooser->hover(-1);
        return {};
    }
    const auto [series, i] = parts_->pointOf(*this, place);
    parts_->chooser->hover(series->ids[i]);
    const QString text = readoutOf(place);
    return seriesCount() > 1 && !series->style.name.isEmpty()
               ? QStringLiteral("%1: %2").arg(series->style.name, text)
               : text;
}

QString ScatterChart::readoutOf(int place) const {
    const auto [series, i] = parts_->pointOf(*this, place);
    return parts_->readout(series->ids[i], series->x[i], series->y[i]);
}

void ScatterChart::keyPressEvent(QKeyEvent* event) {
    if (!parts_->chooser->keyPress(*event))
        Chart::keyPressEvent(event);
}

void ScatterChart::focusOutEvent(QFocusEvent* event) {
    Chart::focusOutEvent(event);
    parts_->chooser->hover(-1);
    setReadout({});
}

}  // namespace rudolph

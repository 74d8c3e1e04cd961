#pragma once

#include <QColor>
#include <QStringList>
#include <QVector>
#include <functional>
#include <optional>
#include <utility>

#include "ui/charts/chart.h"

namespace rudolph {

/// The shapes that series are told apart by, besides their colours.
enum class PointMarker { Circle, Cross, Square, Triangle, Diamond, Plus };

struct ScatterStyle {
    QString name;        ///< in the read-out where there are several series
    QColor colour = {};  ///< invalid: the chart's own
    PointMarker marker = PointMarker::Circle;
    bool steps = false;  ///< joined by steps, as a distribution is; x must not fall
};

/// Points that each stand for something, which an id of the caller's names: one of several series,
/// with axes that may be logarithmic. The same id may stand in several charts and series, and is
/// chosen in all places at once. Draws 10 000 points fluidly.
///
/// The left button chooses: a click one point, a drag those in the frame; with Shift or Ctrl they
/// are added to the choice (Ctrl and click takes one out again); a click on nothing or Escape
/// chooses none. With the keys: Left and Right go from point to point along x, Space chooses,
/// Ctrl+A chooses all. Chosen points are larger and ringed, the others pale.
class ScatterChart : public Chart {
    Q_OBJECT

public:
    explicit ScatterChart(QWidget* parent = nullptr);
    ~ScatterChart() override;

    int addSeries(const ScatterStyle& style);
    int seriesCount() const;
    void clearSeries();
    /// As many x, y and ids (from 0 on). Values that are no numbers, and on a logarithmic axis
    /// those not above 0, are not drawn.
    void setPoints(int series, const QVector<double>& x, const QVector<double>& y,
                   const QVector<int>& ids);

    /// Names the values 0, 1, … of an axis, which then is linear; none: they are numbers. They go
    /// when setLogarithmic() is called.
    void setNames(Qt::Orientation axis, const QStringList& names);

    /// Chooses without emitting selectionChanged.
    void setSelection(const QVector<int>& ids);
    /// Rising, each once.
    const QVector<int>& selection() const;
    /// One point with a second ring: what another view shows large. −1: none.
    void setCurrent(int id);
    int current() const;
    /// The point under the cursor; −1: none.
    int hoveredId() const;
    /// Marks a point with a star, and along y how far it may be from where it lies; id −1: none.
    void setBest(int id, std::optional<std::pair<double, double>> interval = std::nullopt);
    int best() const;
    /// What the cursor reads out of a point; by default its values.
    void setReadoutText(const std::function<QString(int id, double x, double y)>& text);
    /// A dotted line across at this y with a few words; none for std::nullopt.
    void setGuide(std::optional<double> y, const QString& words = {});
    /// Where a point is in this widget; empty when it is not drawn or outside.
    std::optional<QPointF> placeOf(int id) const;

    bool isEmpty() const override;

signals:
    /// The person chose other points.
    void selectionChanged(const QVector<int>& ids);
    void hovered(int id);

protected:
    void fitRanges() override;
    void restyle(const ChartColours& colours) override;
    void prepare() override;
    QString readoutAt(const QPoint& mouse) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Series;
    struct Parts;

    void showSelection();
    QPointF placeInPlot(const Series& series, qsizetype i) const;
    /// What is said of that one of the points that are drawn.
    QString readoutOf(int place) const;

    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph

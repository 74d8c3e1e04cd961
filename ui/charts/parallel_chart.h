#pragma once

#include <QColor>
#include <QStringList>
#include <QVector>
#include <optional>
#include <utility>

#include "ui/charts/chart.h"

namespace rudolph {

/// One upright axis of a ParallelChart.
struct ParallelAxis {
    QString title;
    QVector<double> values;    ///< one for each line; NaN: the line has a gap here
    QStringList categories;    ///< names of the values 0, 1, …; empty: they are numbers
    bool logarithmic = false;  ///< all values are above 0
};

/// Parallel coordinates: things (runs) as lines across upright axes, one for each of their figures.
/// Dragging along an axis chooses the lines that cross it there; several axes narrow the choice
/// down, a click on an axis frees it, Escape frees all. With the keys: Left and Right go to an
/// axis, Up raises the lower end of its range, Down lowers the upper one.
/// A. Inselberg, The plane with parallel coordinates, The Visual Computer 1, 1985.
class ParallelChart : public Chart {
    Q_OBJECT

public:
    explicit ParallelChart(QWidget* parent = nullptr);
    ~ParallelChart() override;

    /// As many colours and names as each axis has values. Forgets the brushed ranges when the axes
    /// are others than before.
    void setLines(const QVector<ParallelAxis>& axes, const QVector<QColor>& colours,
                  const QStringList& names);
    /// Draws these lines strong and the others pale, without emitting chosen(); empty: all alike.
    void setSelection(const QVector<int>& lines);
    const QVector<int>& selection() const;
    /// Draws one line thick, above all, and on one axis how far its value may be from where it
    /// lies; line −1: none.
    void setBest(int line, int axis = -1,
                 std::optional<std::pair<double, double>> interval = std::nullopt);
    int best() const;
    /// Forgets the brushed ranges, without emitting chosen().
    void clearBrushes();
    /// The share of the axis' height that is brushed, from 0 at the bottom to 1; empty: not at all.
    std::optional<std::pair<double, double>> brushed(int axis) const;
    /// Where a share of an axis' height is in this widget.
    QPointF placeOf(int axis, double share) const;
    bool isEmpty() const override;

signals:
    /// The person brushed: these lines go through all the ranges; empty when none does, or nothing
    /// is brushed any more.
    void chosen(const QVector<int>& lines);

protected:
    void fitRanges() override;
    void restyle(const ChartColours& colours) override;
    void prepare() override;
    QString readoutAt(const QPoint& mouse) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;

    bool handleMouse(QEvent* event);
    void drawBest();
    void setBrush(int axis, double from, double to);
    void choose();
    double shareAt(const QPoint& mouse) const;

    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph

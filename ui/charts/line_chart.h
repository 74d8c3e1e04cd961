#pragma once

#include <QColor>
#include <QRectF>
#include <QVector>
#include <optional>

#include "ui/charts/chart.h"

namespace rudolph {

struct LineStyle {
    QString name;         ///< at the line's end and in the read-out; empty: in neither
    QColor colour = {};   ///< invalid: the chart's own
    bool dashed = false;  ///< validation, beside training
    bool faint = false;   ///< thin and pale, behind the others, whose ranges count
    bool steps = false;   ///< a distribution: flat between its points
};

/// Lines over a common x axis, each named at its end; the cursor reads every named line out at the
/// x that is nearest. Values that a logarithmic axis cannot show are left out. Draws 100 000 points
/// without a stutter.
class LineChart : public Chart {
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);
    ~LineChart() override;

    int addLine(const LineStyle& style);
    int lineCount() const;
    void clearLines();
    /// Empties all lines, but keeps them.
    void clearValues();
    /// x must not fall.
    void setValues(int line, const QVector<double>& x, const QVector<double>& y);
    /// Fills what lies between two lines at these x, pale, behind the line; its range counts.
    void setBand(int line, const QVector<double>& x, const QVector<double>& low,
                 const QVector<double>& high);
    bool hasBand(int line) const;
    void append(int line, double x, double y);
    const QVector<double>& valuesOf(int line) const;

    /// A ring at one place of a line: its best epoch. None for std::nullopt.
    void setRing(int line, std::optional<double> x);
    std::optional<double> ringOf(int line) const;
    /// Where a line's name stands in this widget; empty while it is not shown.
    std::optional<QRectF> placeOfName(int line) const;
    /// The x axis reaches at least that far, e.g. over the epochs to come.
    void setXRange(double lower, double upper);
    /// How the read-out begins: "Epoch %1".
    void setReadoutHead(const QString& head);
    /// Multiplies values and adds a unit in the read-out: 100 and " %" for shares.
    void setValueUnit(double factor, const QString& unit);
    /// A line of text in the read-out's end for one x; e.g. "the lowest".
    void setNote(double x, const QString& note);

    /// Share of the value before in each smoothed one: 0 draws the values as they are; above it
    /// they stay, pale, behind. An exponential average without the bias of its start, as Kingma and
    /// Ba, Adam, ICLR 2015, section 3 divides it away.
    void setSmoothing(double share);
    double smoothing() const;

    bool isEmpty() const override;

protected:
    void fitRanges() override;
    void restyle(const ChartColours& colours) override;
    void placeLabels() override;
    void prepare() override;
    QString readoutAt(const QPoint& mouse) override;

private:
    struct Line;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph

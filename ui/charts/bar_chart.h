#pragma once

#include <QStringList>
#include <QVector>
#include <functional>

#include "ui/charts/chart.h"

namespace rudolph {

/// Bars that lie, one below the other, each with its label at the left and its value at its end;
/// beside each a second, hatched one may stand for a part of what the first is about. A click on a
/// bar, or Up, Down and Enter, choose one.
class BarChart : public Chart {
    Q_OBJECT

public:
    explicit BarChart(QWidget* parent = nullptr);
    ~BarChart() override;

    /// As many values as labels; values that are no numbers have no bar.
    void setBars(const QStringList& labels, const QVector<double>& values);
    /// Empty: none.
    void setSecondBars(const QVector<double>& values);
    /// How the values are written; by default three figures.
    void setValueText(const std::function<QString(double)>& text);
    /// What the cursor reads out of a bar; by default its label and value.
    void setReadoutText(const std::function<QString(int bar)>& text);
    int barCount() const;
    /// Where a bar is in this widget.
    QPointF placeOf(int bar) const;

    bool isEmpty() const override;

signals:
    void clicked(int bar);

protected:
    void fitRanges() override;
    void restyle(const ChartColours& colours) override;
    void prepare() override;
    QString readoutAt(const QPoint& mouse) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int barAt(const QPoint& mouse) const;
    QString textOf(int bar) const;
    void goTo(int bar);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph

#pragma once

#include <qcustomplot.h>

#include <QColor>
#include <QFontMetrics>
#include <QPalette>
#include <QStringList>

namespace rudolph {

// What the charts look like. Included by sources of ui/charts only, as it includes QCustomPlot.

struct ChartColours {
    QColor background, text, faint, grid, line;
};

/// The line in a colour of Okabe and Ito's palette for people who cannot tell red from green
/// (blue, and its lighter sister on dark ground).
ChartColours coloursFor(const QPalette& palette);

inline constexpr int kAnyLines = 100;

/// A text in lines of at most `width` pixels, broken between words and where it is already; a word
/// that is wider stands alone. With a limit of lines, what they cannot hold is cut with an
/// ellipsis.
QString wrapped(const QString& text, const QFontMetrics& metrics, int width, int most = kAnyLines);

/// Ticks of a linear axis, with as many digits as tell one from the next.
class LinearTicker : public QCPAxisTicker {
public:
    /// `whole`: the axis counts something, so that there is nothing between two numbers.
    explicit LinearTicker(bool whole = false) : whole_(whole) {}

protected:
    double getTickStep(const QCPRange& range) override;
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar form, int precision) override;

private:
    bool whole_;
    double step_ = 0;
};

/// Names at 0, 1, …, wrapped to the room that each of them has.
class NameTicker : public QCPAxisTickerText {
public:
    /// `axis` has these ticks.
    NameTicker(const QCPAxis* axis, const QStringList& names);
    int tickCount() const { return static_cast<int>(mTicks.size()); }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar form, int precision) override;

private:
    const QCPAxis* axis_;
};

/// Ticks of a logarithmic axis at 1, 2 and 5 times the powers of ten, or at the powers only where
/// there are many; fewer where their labels would run into each other.
class DecadeTicker : public QCPAxisTicker {
public:
    /// `axis` has these ticks; their labels get as many pixels as it has.
    explicit DecadeTicker(const QCPAxis* axis) : axis_(axis) {}

protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar form, int precision) override;

private:
    static constexpr int kMostFineDecades = 5;

    /// Those of `ticks` whose labels have room beside the ones before.
    QVector<double> thinned(const QVector<double>& ticks, const QCPRange& range) const;
    bool fits(const QVector<double>& ticks, const QCPRange& range) const;
    double labelSize(double tick) const;

    const QCPAxis* axis_;
};

}  // namespace rudolph

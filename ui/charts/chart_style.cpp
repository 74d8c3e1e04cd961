#include "ui/charts/chart_style.h"

#include <algorithm>
#include <cmath>

#include "ui/base/palette.h"

namespace rudolph {

namespace {

constexpr double kMostWritten = 1e5;    // above, ticks are written with a power of ten
constexpr double kLeastWritten = 1e-6;  // likewise, below
constexpr double kLeastPlain = 1e-4;    // below, 'g' would take a power of ten
constexpr int kMostDecimals = 12;
constexpr double kRounding = 1e-9;
constexpr int kNameWidth = 120;  // px of a name at an upright axis
constexpr int kLeastNameWidth = 24;

/// The length of an axis. The plot is as large as it is now, its margins are those it was last
/// drawn with.
double sizeOf(const QCPAxis* axis) {
    const QSize plot = axis->parentPlot()->viewport().size();
    const QMargins margins = axis->axisRect()->margins();
    return axis->orientation() == Qt::Horizontal ? plot.width() - margins.left() - margins.right()
                                                 : plot.height() - margins.top() - margins.bottom();
}

/// Losses and rates are small: 0.00005 stands beside 0.0001 better than 5E-05 does.
QString plainText(double tick, const QLocale& locale, int precision) {
    if (!(tick >= kLeastWritten && tick < kLeastPlain))
        return locale.toString(tick, 'g', precision);
    const int decimals = precision - 1 - static_cast<int>(std::floor(std::log10(tick) + kRounding));
    QString text = locale.toString(tick, 'f', decimals);
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    return text;
}

}  // namespace

ChartColours coloursFor(const QPalette& palette) {
    ChartColours colours;
    colours.background = palette.color(QPalette::Base);
    colours.text = palette.color(QPalette::Text);
    colours.faint = faint(colours.text);
    colours.grid = faint(colours.text, 0.12);
    colours.line = colourOf(Hue::InWork, palette);
    return colours;
}

QString wrapped(const QString& text, const QFontMetrics& metrics, int width, int most) {
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    if (end >= 0)
        return wrapped(text.left(end), metrics, width, most) + QLatin1Char('\n') +
               wrapped(text.mid(end + 1), metrics, width, most);
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        // All that is left goes into the last line, which is cut below.
        if (!lines.isEmpty() &&
            (lines.size() == most || metrics.horizontalAdvance(longer) <= width))
            lines.back() = longer;
        else
            lines << word;
    }
    if (most < kAnyLines)
        for (QString& line : lines)
            line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines.join(QLatin1Char('\n'));
}

double LinearTicker::getTickStep(const QCPRange& range) {
    const double step = QCPAxisTicker::getTickStep(range);
    return whole_ ? std::max(1.0, std::floor(step)) : step;
}

QVector<double> LinearTicker::createTickVector(double step, const QCPRange& range) {
    step_ = step;
    return QCPAxisTicker::createTickVector(step, range);
}

QString LinearTicker::getTickLabel(double tick, const QLocale& locale, QChar form, int precision) {
    const double size = std::abs(tick);
    if (step_ > 0 && size < kMostWritten && size > step_ / 2) {
        int decimals = 0;
        for (double step = step_;
             decimals < kMostDecimals && std::abs(step - std::round(step)) > kRounding * step;
             step *= 10)
            ++decimals;
        const int whole = static_cast<int>(std::floor(std::log10(size) + kRounding)) + 1;
        precision = std::max(precision, whole + decimals);
    }
    return QCPAxisTicker::getTickLabel(tick, locale, form, precision);
}

NameTicker::NameTicker(const QCPAxis* axis, const QStringList& names) : axis_(axis) {
    for (qsizetype i = 0; i < names.size(); ++i)
        addTick(static_cast<double>(i), names[i]);
}

QString NameTicker::getTickLabel(double tick, const QLocale& locale, QChar form, int precision) {
    const QString name = QCPAxisTickerText::getTickLabel(tick, locale, form, precision);
    const QFontMetrics metrics(axis_->tickLabelFont());
    const double room =
        axis_->orientation() == Qt::Vertical
            ? kNameWidth
            : sizeOf(axis_) / std::max(1.0, axis_->range().size()) - metrics.averageCharWidth();
    return wrapped(name, metrics, std::max(kLeastNameWidth, static_cast<int>(room)), 2);
}

QString DecadeTicker::getTickLabel(double tick, const QLocale& locale, QChar, int precision) {
    return plainText(tick, locale, precision);
}

/// Along the axis, with a gap.
double DecadeTicker::labelSize(double tick) const {
    const QFontMetrics metrics(axis_->tickLabelFont());
    if (axis_->orientation() == Qt::Vertical)
        return metrics.height();
    const QString text = plainText(tick, axis_->parentPlot()->locale(), 3);
    return metrics.horizontalAdvance(text) + metrics.averageCharWidth();
}

QVector<double> DecadeTicker::thinned(const QVector<double>& ticks, const QCPRange& range) const {
    // Not laid out yet.
    if (sizeOf(axis_) <= 0)
        return ticks;
    const double decade = sizeOf(axis_) / std::log10(range.upper / range.lower);
    QVector<double> kept;
    for (const double tick : ticks) {
        const double least = kept.isEmpty() ? 0 : (labelSize(kept.back()) + labelSize(tick)) / 2;
        if (kept.isEmpty() || std::log10(tick / kept.back()) * decade >= least)
            kept.append(tick);
    }
    return kept;
}

bool DecadeTicker::fits(const QVector<double>& ticks, const QCPRange& range) const {
    return thinned(ticks, range).size() == ticks.size();
}

QVector<double> DecadeTicker::createTickVector(double, const QCPRange& range) {
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    QVector<double> fine;
    for (int power = first; power <= last; ++power)
        for (const double factor : {1.0, 2.0, 5.0})
            if (const double tick = factor * std::pow(10, power); range.contains(tick))
                fine.append(tick);
    if (last - first <= kMostFineDecades && fine.size() > 1 && fits(fine, range))
        return fine;
    // Every power of ten, or every second one, and so on.
    for (int step = 1; step <= last - first; ++step) {
        QVector<double> powers;
        for (int power = first; power <= last; ++power)
            if (const double tick = std::pow(10, power); power % step == 0 && range.contains(tick))
                powers.append(tick);
        if (powers.size() > 1 && fits(powers, range))
            return powers;
    }
    // Losses that hardly change: as on a linear axis.
    if (fine.size() < 2)
        fine = QCPAxisTicker::createTickVector(getTickStep(range), range);
    fine.removeIf([](double tick) { return tick <= 0; });
    return thinned(fine, range);
}

}  // namespace rudolph

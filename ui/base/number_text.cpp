#include "ui/base/number_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "ui/base/tr.h"

namespace rudolph {

namespace {

constexpr double kNoticeable = 1.05;

QString unknown() {
    return QStringLiteral("–");
}

}  // namespace

QString figureText(double value, int figures) {
    return std::isfinite(value) ? QLocale().toString(value, 'g', figures) : unknown();
}

QString decimalText(double value, int decimals) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : unknown();
}

QString percentText(double fraction, int decimals) {
    return std::isfinite(fraction)
               ? QStringLiteral("%1 %").arg(decimalText(fraction * 100, decimals))
               : unknown();
}

QString confidenceText(double chance) {
    // A chance that was learnt from some hundred faces is never sure.
    const int percent = std::clamp(static_cast<int>(std::lround(100 * chance)), 1, 99);
    return tr("%1 %").arg(percent);
}

QString pixelText(double pixels) {
    if (!std::isfinite(pixels))
        return unknown();
    return tr("%1 px").arg(decimalText(pixels, std::abs(pixels) < 1 ? 2 : 1));
}

QString lossText(double loss) {
    return figureText(loss);
}

QString ratioText(double ratio) {
    return decimalText(ratio, 3);
}

QString advantageText(double error, double constant_error) {
    const double factor = constant_error / error;
    if (!std::isfinite(factor) || factor <= 0)
        return unknown();
    if (factor < kNoticeable)
        return tr("no better");
    return tr("%1× better").arg(decimalText(factor, factor < 10 ? 1 : 0));
}

QString countText(long long count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return unknown();
    if (seconds < 1)
        return tr("under 1 s");
    const long long whole = std::llround(seconds);
    if (whole < 60)
        return tr("%1 s").arg(whole);
    if (whole < 3600)
        return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

QString timeLeftText(double seconds) {
    return tr("%1 left").arg(durationText(seconds));
}

QString withTimeLeft(const QString& text, double seconds, int done, int total) {
    constexpr double kTooEarly = 1;
    if (seconds <= kTooEarly || done <= 0 || done >= total)
        return text;
    return text + QStringLiteral(" · ") + timeLeftText(seconds / done * (total - done));
}

QString numberText(double number) {
    return QString::fromStdString(number_text(number))
        .replace(QChar(u'.'), QLocale().decimalPoint());
}

QString typedNumber(const QString& text) {
    QString plain = text;
    if (plain.count(QLatin1Char(',')) == 1 && !plain.contains(QLatin1Char('.')))
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    return plain;
}

}  // namespace rudolph

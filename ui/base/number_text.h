#pragma once

#include <QString>

namespace rudolph {

/// Numbers as people read them, in the person's locale; "–" for what is not known (NaN).

QString percentText(double fraction, int decimals = 2);  ///< 0.0403 → "4.03 %"
/// How sure a model is, from 0 to 1: "93 %"; never "100 %" or "0 %".
QString confidenceText(double chance);
QString pixelText(double pixels);  ///< "5.2 px", "0.84 px"
QString lossText(double loss);     ///< three figures: "0.0213", "4.21e-05"
QString ratioText(double ratio);   ///< "0.412"
/// So many figures that count, and so many after the point.
QString figureText(double value, int figures = 3);
QString decimalText(double value, int decimals);
/// Of an error against that of always giving the same answer: "4.2× better", "no better".
QString advantageText(double error, double constant_error);
QString countText(long long count);    ///< "12,345"
QString durationText(double seconds);  ///< "2 min 10 s", "1 h 5 min", "under 1 s"
QString timeLeftText(double seconds);  ///< "2 min 10 s left"
/// What is left of `total` after so many seconds, put behind `text`: "12 of 240 · 8 s left". The
/// text alone in the first second, and where nothing or all is done.
QString withTimeLeft(const QString& text, double seconds, int done, int total);
/// As one types it, with all its figures: "0.001", in German "0,001".
QString numberText(double number);
/// What was typed, with a decimal point: whoever writes 0,05 means 0.05.
QString typedNumber(const QString& text);

}  // namespace rudolph

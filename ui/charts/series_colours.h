#pragma once

#include <QColor>
#include <QPalette>

namespace rudolph {

/// How many colours there are before they repeat.
inline constexpr int kSeriesColours = 7;

/// The colour of one of several lines or runs, told apart by people who cannot tell red from green
/// and readable on the palette's ground: M. Okabe, K. Ito, Color Universal Design, 2008, without
/// black and yellow, which vanish on dark or light ground. Whoever draws more than kSeriesColours
/// changes the dash or the marker, too.
QColor seriesColour(int index, const QPalette& palette);

}  // namespace rudolph

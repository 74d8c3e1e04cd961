#pragma once

#include <QColor>
#include <QPalette>

namespace rudolph {

/// Every colour of the studio that is not the system's: one meaning, one colour, with a brighter
/// sister for dark ground. None says anything that a shape or a word does not say as well.

bool isDark(const QPalette& palette);

/// What a colour of marks, words and drawings stands for.
enum class Hue {
    Truth,       ///< and what is done
    Prediction,  ///< and what a network has proposed
    New,
    InWork,  ///< and the line of a chart of one line
    Doubtful,
    Good,     ///< as the colour of words
    Bad,      ///< as the colour of words
    Counted,  ///< ground of bright words
    Chosen,   ///< of the points of a drawing
    Drawn     ///< these points
};
QColor colourOf(Hue hue, const QPalette& palette);
/// For words in rich text: "#1b9e4b".
QString colourName(Hue hue, const QPalette& palette);
/// The palette's colour for words that step back.
QColor faint(QColor colour, double opacity = 0.65);
QColor faintText(const QPalette& palette, double opacity = 0.65);

/// Colours that lie on photographs, of any skin and any light: bright ones with a dark edge.
namespace on_photograph {

inline constexpr QColor kTruth{0x3d, 0xdc, 0x84};
inline constexpr QColor kPrediction{0xff, 0x3b, 0x30};
/// Of a second model beside the first: sky blue of Okabe and Ito.
inline constexpr QColor kSecond{0x56, 0xb4, 0xe9};
inline constexpr QColor kBright{255, 255, 255};
inline constexpr QColor kEdge{0, 0, 0, 150};     ///< of thin lines
inline constexpr QColor kOutline{0, 0, 0, 190};  ///< of points and words
inline constexpr QColor kVeil{255, 255, 255, 40};
inline constexpr QColor kLabel{0, 0, 0, 170};  ///< under bright words
inline constexpr QColor kChosenLabel{255, 255, 255, 235};
inline constexpr double kLineOpacity = 0.6;  ///< of the lines between points

}  // namespace on_photograph

/// How many colours of Okabe and Ito's palette there are, and how many series can be told apart at
/// all: beyond the first, by shades as well, which are dashed where they are lines.
inline constexpr int kSeriesColours = 7;
inline constexpr int kSeriesStyles = 3 * kSeriesColours;

/// The colour of one of several lines or runs, told apart by people who cannot tell red from green
/// and readable on the palette's ground: M. Okabe, K. Ito, Color Universal Design, 2008, without
/// black and yellow, which vanish on dark or light ground; from kSeriesColours on in other
/// shades. Repeats after kSeriesStyles.
QColor seriesColour(int index, const QPalette& palette);

}  // namespace rudolph

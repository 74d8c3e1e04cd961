#pragma once

#include <QString>
#include <QTextDocument>

namespace rudolph {

/// A tip that is shown letter by letter, whatever names from files are in it: Qt takes what looks
/// like HTML for HTML, so that a face called "<b>1" would lose its name.
inline QString plainTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

}  // namespace rudolph

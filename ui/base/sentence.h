#pragma once

#include <QString>
#include <string>

namespace rudolph {

/// Core's messages are parts of sentences ("the picture is missing"); this makes one of them.
inline QString sentence(QString text) {
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    const bool ends = QStringLiteral(".?!)").contains(text.back());
    return ends ? text : text + '.';
}

inline QString sentence(const std::string& text) {
    return sentence(QString::fromStdString(text));
}

}  // namespace rudolph

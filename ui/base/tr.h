#pragma once

#include <QCoreApplication>

namespace rudolph {

/// What a text of the studio is in the user's language, for functions outside of any QObject, which
/// has its own.
inline QString tr(const char* text, const char* comment = nullptr, int count = -1) {
    return QCoreApplication::translate("rudolph", text, comment, count);
}

}  // namespace rudolph

#pragma once

#include <QFile>
#include <QString>
#include <filesystem>

namespace rudolph {

/// Paths as Qt writes them, and back.
inline QString toQString(const std::filesystem::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

inline std::filesystem::path toPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

}  // namespace rudolph

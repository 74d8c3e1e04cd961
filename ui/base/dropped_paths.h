#pragma once

#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace rudolph {

/// The files and folders of this computer that are dragged; nothing else that may be with them.
inline QStringList droppedPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// The same where only one is wanted; empty when there are several.
inline QString droppedPath(const QMimeData* data) {
    const QStringList paths = droppedPaths(data);
    return paths.size() == 1 ? paths.front() : QString();
}

}  // namespace rudolph

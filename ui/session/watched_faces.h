#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace rudolph {

/// The faces of each data set that the person wants to see after every epoch of a training;
/// remembered between two starts. Main thread.
class WatchedFaces : public QObject {
    Q_OBJECT

public:
    /// All of them are kept epoch by epoch.
    static constexpr int kMost = 24;

    using QObject::QObject;

    /// In the order in which they were chosen. `data` is the file or folder of a set.
    QStringList ids(const QString& data) const;
    /// Takes as many as kMost allows.
    void watch(const QString& data, const QStringList& ids, bool watched);
    /// Adds "Watch while training", checked where all of the faces are watched, and unusable where
    /// that would be too many.
    void fillMenu(QMenu* menu, const QString& data, const QStringList& ids);

signals:
    void changed(const QString& data);
};

}  // namespace rudolph

#include "ui/session/watched_faces.h"

#include <QAction>
#include <QCryptographicHash>
#include <QMenu>
#include <algorithm>

#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// Slashes in a key would make groups.
Setting<QStringList> watchedIn(const QString& data) {
    const QByteArray hash = QCryptographicHash::hash(data.toUtf8(), QCryptographicHash::Sha1);
    return settings::kWatchedFaces / QString::fromLatin1(hash.toHex().left(16));
}

}  // namespace

QStringList WatchedFaces::ids(const QString& data) const {
    return Settings().get(watchedIn(data));
}

void WatchedFaces::watch(const QString& data, const QStringList& ids, bool watched) {
    const QStringList before = this->ids(data);
    QStringList now = before;
    for (const QString& id : ids) {
        if (!watched)
            now.removeAll(id);
        else if (!now.contains(id) && now.size() < kMost)
            now << id;
    }
    if (now == before)
        return;
    if (now.isEmpty())
        Settings().forget(watchedIn(data));
    else
        Settings().set(watchedIn(data), now);
    emit changed(data);
}

void WatchedFaces::fillMenu(QMenu* menu, const QString& data, const QStringList& ids) {
    const QStringList watched = this->ids(data);
    const auto missing = std::count_if(ids.begin(), ids.end(),
                                       [&](const QString& id) { return !watched.contains(id); });
    const bool fits = watched.size() + missing <= kMost;
    QAction* action =
        menu->addAction(fits ? tr("Watch while training")
                             : tr("Watch while training (%1 faces at most)").arg(kMost));
    action->setCheckable(true);
    action->setChecked(missing == 0);
    action->setEnabled(fits && !data.isEmpty());
    connect(action, &QAction::triggered, this,
            [this, data, ids](bool checked) { watch(data, ids, checked); });
}

}  // namespace rudolph

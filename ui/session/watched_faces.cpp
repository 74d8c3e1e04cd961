#include "ui/session/watched_faces.h"

#include <QAction>
#include <QMenu>
#include <algorithm>

#include "ui/settings/settings.h"

namespace rudolph {

QStringList WatchedFaces::ids(const QString& data) const {
    return Settings().watchedFaces(data);
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
    Settings().setWatchedFaces(data, now);
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

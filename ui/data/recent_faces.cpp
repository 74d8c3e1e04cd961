#include "ui/data/recent_faces.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include "ui/base/plain_tip.h"
#include "ui/base/tr.h"
#include "ui/session/data_opener.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {

void addRecentFaces(QMenu* menu, Session* session) {
    const QStringList recent = Settings().get(settings::kRecentDatasets);
    if (recent.isEmpty())
        return;
    menu->addSection(tr("Recent"));
    for (const QString& path : recent) {
        QString name = QFileInfo(path).fileName();
        QAction* action = menu->addAction(name.replace('&', QStringLiteral("&&")));
        action->setToolTip(plainTip(QDir::toNativeSeparators(path)));
        QObject::connect(action, &QAction::triggered, session,
                         [session, path] { session->opener().open(path); });
    }
    menu->setToolTipsVisible(true);
}

}  // namespace rudolph

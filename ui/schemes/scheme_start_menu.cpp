#include "ui/schemes/scheme_start_menu.h"

#include <QDir>

#include "ui/base/plain_tip.h"
#include "ui/settings/translation.h"

namespace rudolph {

SchemeStartMenu::SchemeStartMenu(SchemeStore* store, QWidget* parent)
    : QMenu(parent), store_(store) {
    setObjectName(QStringLiteral("start"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SchemeStartMenu::fill);
}

void SchemeStartMenu::fill() {
    clear();
    qDeleteAll(findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    addAction(tr("An empty scheme"), this,
              [this] { emit schemeChosen({}, tr("Start with an empty scheme")); });
    QMenu* published = addMenu(tr("A published scheme"));
    published->setToolTipsVisible(true);
    for (const SchemeStore::Entry& entry : store_->entries()) {
        const QString title =
            QString::fromStdString(entry.scheme.title).replace('&', QStringLiteral("&&"));
        QMenu* menu = entry.built_in ? published : this;
        QAction* action = menu->addAction(title, this, [this, title, scheme = entry.scheme] {
            emit schemeChosen(scheme, tr("Start from %1").arg(title));
        });
        action->setToolTip(plainTip(coreText(entry.scheme.about)));
    }
    addSeparator();
    for (const SchemeStore::Broken& broken : store_->broken()) {
        QAction* action = addAction(tr("%1 cannot be used").arg(QDir(broken.file).dirName()));
        action->setEnabled(false);
        action->setToolTip(plainTip(broken.what));
    }
    addAction(tr("A file…"), this, &SchemeStartMenu::fileWanted);
    QMenu* removing = nullptr;
    for (const SchemeStore::Entry& entry : store_->entries()) {
        if (entry.built_in)
            continue;
        if (!removing)
            removing = addMenu(tr("Delete a scheme"));
        const QString name = QString::fromStdString(entry.scheme.name);
        removing->addAction(name + QStringLiteral("…"), this,
                            [this, name] { emit removeWanted(name); });
    }
}

}  // namespace rudolph

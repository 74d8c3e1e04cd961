#include "ui/data/scheme_menu.h"

#include "ui/base/plain_tip.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/session/scheme_store.h"
#include "ui/session/session.h"
#include "ui/settings/translation.h"

namespace rudolph {

SchemeMenu::SchemeMenu(Session* session, QWidget* parent) : QMenu(parent), session_(session) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SchemeMenu::fill);
}

void SchemeMenu::fill() {
    clear();
    qDeleteAll(findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    AnnotationDocument* document = session_->document();
    if (document == nullptr)
        return;
    session_->schemes().refresh();
    // Those that fit the points as they are; the others, which drop points, one click further.
    QMenu* others = nullptr;
    for (const SchemeStore::Entry& entry : session_->schemes().entries()) {
        const LandmarkScheme& scheme = entry.scheme;
        const bool fits = !entry.built_in || scheme.size() == document->scheme().size() ||
                          scheme.name == "ibug-68" || scheme.name == "imm-58";
        if (!fits && others == nullptr)
            others = new QMenu(tr("Others"), this);
        QMenu* menu = fits ? this : others;
        QString title = QString::fromStdString(scheme.title.empty() ? scheme.name : scheme.title);
        if (!title.contains(QString::number(scheme.size())))
            title = tr("%1, %n points", nullptr, scheme.size()).arg(title);
        QAction* action = menu->addAction(title.replace('&', QStringLiteral("&&")));
        action->setToolTip(plainTip(coreText(scheme.about)));
        action->setCheckable(true);
        action->setChecked(scheme == document->scheme());
        connect(action, &QAction::triggered, document,
                [document, scheme] { document->setScheme(scheme); });
    }
    if (others != nullptr) {
        others->setToolTipsVisible(true);
        addMenu(others);
    }
    addSeparator();
    Navigation& navigation = session_->navigation();
    connect(addAction(tr("Change this scheme…")), &QAction::triggered, &navigation,
            [&navigation] { navigation.editScheme(true); });
    connect(addAction(tr("Make a scheme…")), &QAction::triggered, &navigation,
            [&navigation] { navigation.editScheme(false); });
    if (document->dataset().format == DatasetFormat::Pts) {
        addSeparator();
        QAction* zero = addAction(tr("The files count pixels from 0"));
        zero->setToolTip(
            tr("iBUG's .pts files count from 1; some copies count from 0, and would "
               "be shifted by a pixel"));
        zero->setCheckable(true);
        zero->setChecked(session_->opener().ptsFirstPixel() == 0);
        connect(zero, &QAction::triggered, this,
                [this](bool on) { session_->opener().readPtsFrom(on ? 0 : 1); });
    }
}

}  // namespace rudolph

#include "ui/data/scheme_menu.h"

#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/session/scheme_store.h"
#include "ui/session/session.h"

namespace rudolph {

SchemeMenu::SchemeMenu(Session* session, QWidget* parent) : QMenu(parent), session_(session) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SchemeMenu::fill);
}

void SchemeMenu::fill() {
    clear();
    AnnotationDocument* document = session_->document();
    if (document == nullptr)
        return;
    session_->schemes().refresh();
    for (const SchemeStore::Entry& entry : session_->schemes().entries()) {
        const LandmarkScheme& scheme = entry.scheme;
        QString title = QString::fromStdString(scheme.title.empty() ? scheme.name : scheme.title);
        if (!title.contains(QString::number(scheme.size())))
            title = tr("%1, %n points", nullptr, scheme.size()).arg(title);
        QAction* action = addAction(title.replace('&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(scheme == document->scheme());
        connect(action, &QAction::triggered, document,
                [document, scheme] { document->setScheme(scheme); });
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

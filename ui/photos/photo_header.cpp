#include "ui/photos/photo_header.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "ui/base/layouts.h"
#include "ui/parts/icons.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_actions.h"

namespace rudolph {

PhotoHeader::PhotoHeader(const PageActions& actions, QWidget* parent)
    : QWidget(parent), summary_(nullptr) {
    auto* open = new QToolButton(this);
    open->setText(tr("Open"));
    open->setToolTip(tr("Open more photographs"));
    open->setPopupMode(QToolButton::InstantPopup);
    open->setIcon(themedIcon(QStringLiteral("open")));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(open);
    actions.place(menu, {"photos/open", "photos/open-folder", "-", "photos/clear"});
    open->setMenu(menu);
    summary_ = new QLabel(this);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summary_->setObjectName(QStringLiteral("photo summary"));
    QToolButton* camera = actions.button("photos/camera", this);
    camera->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QToolButton* annotate = actions.button("photos/annotate", this);
    auto* save = new QPushButton(actions.at("photos/save")->text(), this);
    followAction(save, actions.at("photos/save"));
    auto* row = makeRow(this, 8);
    row->addWidget(open);
    row->addWidget(summary_, 1);
    row->addWidget(camera);
    row->addWidget(annotate);
    row->addWidget(save);
}

void PhotoHeader::setSummary(const QString& text) {
    summary_->setText(text);
}

}  // namespace rudolph

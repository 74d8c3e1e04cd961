#include "ui/data/face_canvas.h"

#include <QLabel>
#include <QToolBar>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/data/menu_button.h"
#include "ui/data/scheme_menu.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/icons.h"
#include "ui/parts/page_actions.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {

FaceCanvas::FaceCanvas(Session* session, PageActions* actions, QWidget* parent)
    : QWidget(parent),
      session_(session),
      actions_(actions),
      view_(new FaceView),
      tools_(new QToolBar(this)),
      scheme_(new MenuButton(tr("Scheme"), tr("Which points a face has"),
                             new SchemeMenu(session, this), tools_)),
      cursor_(new QLabel(this)) {
    view_->setObjectName("face");
    scheme_->setAutoRaise(true);
    cursor_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    cursor_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    cursor_->setToolTip(tr("The cursor's place in the picture, in pixels"));
    // It has a menu for what does not fit.
    tools_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    tools_->setIconSize({16, 16});
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(tools_);
    row->addWidget(cursor_, 1);
    auto* column = makeColumn(this, 8);
    column->addLayout(row);
    addActions();
    connect(view_, &FaceView::cursorMoved, this, &FaceCanvas::showCursor);
    connect(session_, &Session::datasetChanged, this, [this] {
        if (const AnnotationDocument* document = session_->document())
            connect(document, &AnnotationDocument::schemeChanged, this, &FaceCanvas::nameScheme);
        nameScheme();
    });
}

void FaceCanvas::addActions() {
    actions_->add({{.id = "picture/fit",
                    .text = tr("Fit"),
                    .keys = {Qt::Key_F},
                    .tip = tr("Show the whole picture"),
                    .section = tr("Picture"),
                    .run = [this] { view_->fit(); }},
                   {.id = "picture/zoom-in",
                    .text = tr("Zoom in"),
                    .keys = {Qt::Key_Plus},
                    .run = [this] { view_->zoomIn(); }},
                   {.id = "picture/zoom-out",
                    .text = tr("Zoom out"),
                    .keys = {Qt::Key_Minus},
                    .run = [this] { view_->zoomOut(); }},
                   {.id = "picture/lines",
                    .text = tr("Lines"),
                    .keys = {Qt::Key_L},
                    .tip = tr("Join the points by the scheme's lines"),
                    .checkable = true},
                   {.id = "picture/numbers",
                    .text = tr("Numbers"),
                    .keys = {Qt::Key_N},
                    .tip = tr("Show the points' numbers"),
                    .checkable = true},
                   {.id = "picture/box",
                    .text = tr("Show box"),
                    .keys = {Qt::Key_B},
                    .tip = tr("Show the face's box"),
                    .checkable = true}});
    actions_->at("picture/zoom-in")->setIconText(QStringLiteral("+"));
    actions_->at("picture/zoom-out")->setIconText(QStringLiteral("−"));
    const auto remember = [this](const char* id, const Setting<bool>& setting) {
        QAction* action = actions_->at(id);
        action->setChecked(Settings().get(setting));
        connect(action, &QAction::toggled, this,
                [setting](bool on) { Settings().set(setting, on); });
        return action;
    };
    QAction* lines = remember("picture/lines", settings::kLinesShown);
    QAction* numbers = remember("picture/numbers", settings::kNumbersShown);
    remember("picture/box", settings::kBoxShown);
    connect(lines, &QAction::toggled, view_, &FaceView::setLinesShown);
    connect(numbers, &QAction::toggled, view_, &FaceView::setNumbersShown);
    view_->setLinesShown(lines->isChecked());
    view_->setNumbersShown(numbers->isChecked());
}

void FaceCanvas::fillToolBar() {
    const auto add = [this](const char* id) {
        tools_->addAction(actions_->at(id));
        auto* button = qobject_cast<QToolButton*>(tools_->widgetForAction(actions_->at(id)));
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    add("annotate/toggle")->setAutoRaise(false);
    addEditingTools();
    for (const char* id : {"picture/fit", "picture/zoom-out", "picture/zoom-in", "picture/lines",
                           "picture/numbers", "picture/box"})
        add(id);
    // Its own picture is black, also on dark ground.
    if (auto* rest = tools_->findChild<QToolButton*>("qt_toolbar_ext_button"))
        rest->setIcon(themedIcon("down"));
    // After the tools, as Tab goes.
    qobject_cast<QVBoxLayout*>(layout())->addWidget(view_, 1);
}

void FaceCanvas::addEditingTools() {
    // As widgets, so that hiding them here does not switch the actions' keys off.
    const auto add = [this](QToolButton* button) { editing_tools_ << tools_->addWidget(button); };
    for (const char* id : {"annotate/points", "annotate/boxes"})
        add(actions_->button(id, tools_));
    for (const char* id : {"annotate/undo", "annotate/redo"}) {
        QToolButton* button = actions_->button(id, tools_);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        add(button);
    }
    add(scheme_);
    for (QAction* tool : editing_tools_)
        tool->setVisible(false);
}

void FaceCanvas::setAnnotating(bool on) {
    annotating_ = on;
    for (QAction* tool : editing_tools_)
        tool->setVisible(on);
    // The magnifier shows more, and there is no room for both.
    cursor_->clear();
    cursor_->setVisible(!on);
    view_->setMarked(std::nullopt);
    if (on && view_->isVisible())
        view_->setFocus(Qt::OtherFocusReason);
}

void FaceCanvas::chooseScheme() {
    scheme_->popUp();
}

void FaceCanvas::showCursor(QPointF at) {
    if (annotating_)
        return;
    cursor_->setText(
        QStringLiteral("x %1   y %2").arg(decimalText(at.x(), 1), decimalText(at.y(), 1)));
}

void FaceCanvas::nameScheme() {
    if (const AnnotationDocument* document = session_->document())
        scheme_->setText(document->scheme().size() == 0
                             ? tr("Scheme")
                             : QString::fromStdString(document->scheme().name));
}

}  // namespace rudolph

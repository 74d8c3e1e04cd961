#include "ui/data/menu_button.h"

namespace rudolph {

MenuButton::MenuButton(const QString& text, const QString& tip, QMenu* menu, QWidget* parent)
    : QToolButton(parent) {
    setText(text);
    setToolTip(tip);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(menu);
}

void MenuButton::popUp() {
    QWidget* at = isVisible() ? this : window();
    menu()->popup(at->mapToGlobal(QPoint(0, at == this ? height() : 0)));
}

}  // namespace rudolph

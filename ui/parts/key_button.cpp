#include "ui/parts/key_button.h"

#include <QAction>
#include <QToolButton>

#include "ui/parts/icons.h"

namespace rudolph {

QToolButton* makeKeyButton(QWidget* owner, const QString& icon, const QString& tip,
                           const QKeySequence& key) {
    auto* action = new QAction(themedIcon(icon), tip, owner);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    owner->addAction(action);
    auto* button = new QToolButton(owner);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

}  // namespace rudolph

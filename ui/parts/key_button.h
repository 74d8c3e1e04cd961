#pragma once

#include <QKeySequence>
#include <QString>

class QToolButton;
class QWidget;

namespace rudolph {

/// A flat button that does what a key does anywhere in `owner`: its default action, which the owner
/// has, too. The tip names the key. `icon` as in themedIcon(); empty: the tip is the button's text.
QToolButton* makeKeyButton(QWidget* owner, const QString& icon, const QString& tip,
                           const QKeySequence& key);

}  // namespace rudolph

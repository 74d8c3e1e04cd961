#pragma once

#include <QMenu>
#include <QToolButton>

namespace rudolph {

/// A button that is there for its menu.
class MenuButton : public QToolButton {
    Q_OBJECT

public:
    /// The menu stays whose it is.
    MenuButton(const QString& text, const QString& tip, QMenu* menu, QWidget* parent);

    /// Below the button, which need not be visible.
    void popUp();
};

}  // namespace rudolph

#pragma once

#include <QApplication>
#include <QScrollArea>

namespace rudolph {

/// Shows what gets the focus in the area. By itself it does so only for Tab from one of its
/// widgets to the next, not for Tab from outside.
inline void scrollToFocus(QScrollArea* area) {
    QObject::connect(
        qApp, &QApplication::focusChanged, area, [area](const QWidget* /*before*/, QWidget* now) {
            if (now != nullptr && area->widget() != nullptr && area->widget()->isAncestorOf(now))
                area->ensureWidgetVisible(now);
        });
}

}  // namespace rudolph

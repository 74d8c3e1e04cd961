#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <cstdio>

#include "core/base/system.h"

namespace rudolph {

/// Prints how long it took from the process's start until a window was painted, and quits.
class StartTimer : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && !painted_) {
            painted_ = true;
            // After the paint event the picture is handed to the screen.
            QTimer::singleShot(0, this, [] {
                printf("%.0f ms\n", seconds_since_start() * 1000);
                fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool painted_ = false;
};

}  // namespace rudolph

#pragma once

#include <unistd.h>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <cstdio>
#include <ctime>

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
                printf("%.0f ms\n", sinceStart() * 1000);
                fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    /// Seconds, as precise as the kernel's ticks (10 ms).
    static double sinceStart() {
        QFile stat(QStringLiteral("/proc/self/stat"));
        if (!stat.open(QIODevice::ReadOnly))
            return 0;
        // The program's name, in brackets, may hold anything; the start is the 20th word after it.
        const QByteArray text = stat.readAll();
        const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
        timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        const double started = words.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
        return double(now.tv_sec) + double(now.tv_nsec) * 1e-9 - started;
    }

    bool painted_ = false;
};

}  // namespace rudolph

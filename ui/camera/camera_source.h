#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <functional>

namespace rudolph {

/// The machine's cameras. What makes it lies in a library of its own (librudolph_camera, with Qt
/// Multimedia), which is loaded when the Photos page is first shown, so that the studio's start
/// does not pay for it. Main thread; no Q_OBJECT, as it is made on the other side.
class CameraSource {
public:
    virtual ~CameraSource() = default;

    /// The cameras there are now, the system's favourite first.
    virtual QStringList names() = 0;
    /// Every frame of a camera of names(), on the main thread, until stop(); `failed` when it
    /// cannot be used or goes.
    virtual void start(int camera, std::function<void(const QImage&)> frame,
                       std::function<void(const QString&)> failed) = 0;
    virtual void stop() = 0;
};

}  // namespace rudolph

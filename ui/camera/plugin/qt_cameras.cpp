#include "ui/camera/plugin/qt_cameras.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QVideoFrame>
#include <QVideoSink>
#include <utility>

namespace rudolph {
namespace {

/// The system's favourite first.
QList<QCameraDevice> devices() {
    QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    const QCameraDevice favourite = QMediaDevices::defaultVideoInput();
    if (const auto place = devices.indexOf(favourite); place > 0)
        devices.move(place, 0);
    return devices;
}

}  // namespace

struct QtCameras::Running {
    explicit Running(const QCameraDevice& device) : camera(device) {}
    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession session;
};

QtCameras::QtCameras() = default;

QtCameras::~QtCameras() = default;

QStringList QtCameras::names() {
    QStringList names;
    for (const QCameraDevice& device : devices())
        names << device.description();
    return names;
}

void QtCameras::start(int camera, std::function<void(const QImage&)> frame,
                      std::function<void(const QString&)> failed) {
    stop();
    const QList<QCameraDevice> all = devices();
    if (camera < 0 || camera >= all.size()) {
        failed({});
        return;
    }
    running_ = std::make_unique<Running>(all[camera]);
    Running& now = *running_;
    // Frames come on a thread of the system's; only the latest that waits is of interest, and
    // whoever listens drops what it has no time for.
    QObject::connect(
        &now.sink, &QVideoSink::videoFrameChanged, &now.camera,
        [frame](const QVideoFrame& shown) {
            const QImage image = shown.toImage();
            if (!image.isNull())
                frame(image);
        },
        Qt::QueuedConnection);
    QObject::connect(
        &now.camera, &QCamera::errorOccurred, &now.camera,
        [failed](QCamera::Error error, const QString& text) {
            if (error != QCamera::NoError)
                failed(text);
        },
        Qt::QueuedConnection);
    now.session.setCamera(&now.camera);
    now.session.setVideoSink(&now.sink);
    now.camera.start();
}

void QtCameras::stop() {
    running_.reset();
}

}  // namespace rudolph

rudolph::CameraSource* rudolph_create_cameras() {
    return new rudolph::QtCameras;
}

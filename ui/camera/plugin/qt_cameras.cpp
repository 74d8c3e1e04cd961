// The cameras of the machine by Qt Multimedia: a library of its own, see camera_source.h.
#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QVideoFrame>
#include <QVideoSink>
#include <utility>

#include "ui/camera/camera_source.h"

namespace rudolph {
namespace {

class QtCameras : public CameraSource {
public:
    QStringList names() override {
        QStringList names;
        for (const QCameraDevice& device : devices())
            names << device.description();
        return names;
    }

    void start(int camera, std::function<void(const QImage&)> frame,
               std::function<void(const QString&)> failed) override {
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

    void stop() override { running_.reset(); }

private:
    struct Running {
        explicit Running(const QCameraDevice& device) : camera(device) {}
        QVideoSink sink;
        QCamera camera;
        QMediaCaptureSession session;
    };

    static QList<QCameraDevice> devices() {
        QList<QCameraDevice> devices = QMediaDevices::videoInputs();
        const QCameraDevice favourite = QMediaDevices::defaultVideoInput();
        if (const auto place = devices.indexOf(favourite); place > 0)
            devices.move(place, 0);
        return devices;
    }

    std::unique_ptr<Running> running_;
};

}  // namespace
}  // namespace rudolph

extern "C" Q_DECL_EXPORT rudolph::CameraSource* rudolph_create_cameras() {
    return new rudolph::QtCameras;
}

#pragma once

#include <memory>

#include "ui/camera/camera_source.h"

namespace rudolph {

/// The cameras of the machine by Qt Multimedia: a library of its own, see camera_source.h.
class QtCameras : public CameraSource {
public:
    QtCameras();
    ~QtCameras() override;

    QStringList names() override;
    void start(int camera, std::function<void(const QImage&)> frame,
               std::function<void(const QString&)> failed) override;
    void stop() override;

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace rudolph

/// What the library is loaded for; whoever calls it owns what it gives.
extern "C" Q_DECL_EXPORT rudolph::CameraSource* rudolph_create_cameras();

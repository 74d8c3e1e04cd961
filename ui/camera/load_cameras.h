#pragma once

#include <QString>
#include <memory>

#include "ui/camera/camera_source.h"

namespace rudolph {

/// The machine's cameras, from the library of their own. Null, with the reason in `problem`, when
/// that is not installed.
std::unique_ptr<CameraSource> loadCameras(QString& problem);

}  // namespace rudolph

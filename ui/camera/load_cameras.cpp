#include "ui/camera/load_cameras.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace rudolph {

std::unique_ptr<CameraSource> loadCameras(QString& problem) {
    using Maker = CameraSource* (*)();
    const QDir programs(QCoreApplication::applicationDirPath());
    // In a folder beside the program's libraries, as built and as installed; else where the system
    // looks.
    for (const QString& name : {programs.absoluteFilePath(QStringLiteral("../" RUDOLPH_LIBRARIES
                                                                         "/librudolph_camera.so")),
                                QStringLiteral("librudolph_camera.so")}) {
        QLibrary library(name);
        library.setLoadHints(QLibrary::PreventUnloadHint);
        const auto make = reinterpret_cast<Maker>(library.resolve("rudolph_create_cameras"));
        if (make != nullptr)
            return std::unique_ptr<CameraSource>(make());
        if (problem.isEmpty())
            problem = library.errorString();
    }
    return nullptr;
}

}  // namespace rudolph

#include "ui/camera/load_cameras.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>
#include <QLoggingCategory>

namespace rudolph {
namespace {

/// Newer Qt names its FFmpeg on the terminal, and tries what graphics cards decode, whose libraries
/// write there where they are missing. Who sets QT_LOGGING_RULES or the variables below gets both.
void hushMultimedia() {
    QLoggingCategory::setFilterRules(QStringLiteral("qt.multimedia.*.info=false"));
    for (const char* variable :
         {"QT_FFMPEG_DECODING_HW_DEVICE_TYPES", "QT_FFMPEG_ENCODING_HW_DEVICE_TYPES"})
        if (!qEnvironmentVariableIsSet(variable))
            qputenv(variable, ",");
}

}  // namespace

std::unique_ptr<CameraSource> loadCameras(QString& problem) {
    using Maker = CameraSource* (*)();
    hushMultimedia();
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

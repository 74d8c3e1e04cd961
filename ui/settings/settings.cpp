#include "ui/settings/settings.h"

#include <QStandardPaths>

namespace rudolph {
namespace {

constexpr int kMostRecent = 10;

}  // namespace

Settings::Settings()
    : store_(QSettings::NativeFormat, QSettings::UserScope, "rudolph", "rudolph-studio") {}

void Settings::addRecentDataset(const QString& path) {
    QStringList recent = get(settings::kRecentDatasets);
    recent.removeAll(path);
    recent.prepend(path);
    set(settings::kRecentDatasets, QStringList(recent.mid(0, kMostRecent)));
}

void Settings::forgetRecentDataset(const QString& path) {
    QStringList recent = get(settings::kRecentDatasets);
    if (recent.removeAll(path) > 0)
        set(settings::kRecentDatasets, recent);
}

QString Settings::runsFolder() const {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return get(settings::kRunsFolder.otherwise(documents.filePath("rudolph runs")));
}

}  // namespace rudolph

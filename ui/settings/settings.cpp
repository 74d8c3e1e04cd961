#include "ui/settings/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace rudolph {
namespace {

constexpr int kMostRecent = 10;
constexpr auto kRecentDatasets = "data/recent";
constexpr auto kLanguage = "language";
constexpr auto kLastFolder = "data/last_folder";
constexpr auto kPreviewPreset = "data/preview_preset";
constexpr auto kRunsFolder = "runs/folder";
constexpr auto kLines = "view/lines";
constexpr auto kNumbers = "view/numbers";
constexpr auto kBox = "view/box";
constexpr auto kMagnifier = "view/magnifier";
constexpr auto kAnnotationModel = "annotate/model";
constexpr auto kLogarithmic = "charts/logarithmic-%1";
constexpr auto kFolded = "train/folded";
constexpr auto kExportFormat = "export/format";
constexpr auto kPhotoModel = "photos/model";
constexpr auto kPhotoSecondModel = "photos/second_model";
constexpr auto kPhotoDetector = "photos/detector";
constexpr auto kPhotoDetectorFile = "photos/detector_file";
constexpr auto kPhotosSideBySide = "photos/side_by_side";
constexpr auto kPhotosAsGrid = "photos/grid";
constexpr auto kPhotoSaveFolder = "photos/save_folder";
constexpr auto kPhotoSaveChoice = "photos/save_choice";
constexpr auto kVariantCount = "augment/variants";
constexpr auto kManyFaces = "augment/many_faces";

/// Slashes in a key would make groups.
QString watchedKey(const QString& data) {
    const QByteArray hash = QCryptographicHash::hash(data.toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("train/watched/") + QString::fromLatin1(hash.toHex().left(16));
}

}  // namespace

Settings::Settings()
    : store_(QSettings::NativeFormat, QSettings::UserScope, "rudolph", "rudolph-studio") {}

QStringList Settings::recentDatasets() const {
    return store_.value(kRecentDatasets).toStringList();
}

void Settings::addRecentDataset(const QString& path) {
    QStringList recent = recentDatasets();
    recent.removeAll(path);
    recent.prepend(path);
    store_.setValue(kRecentDatasets, QStringList(recent.mid(0, kMostRecent)));
}

void Settings::forgetRecentDataset(const QString& path) {
    QStringList recent = recentDatasets();
    if (recent.removeAll(path) > 0)
        store_.setValue(kRecentDatasets, recent);
}

QString Settings::language() const {
    return store_.value(kLanguage).toString();
}

void Settings::setLanguage(const QString& code) {
    store_.setValue(kLanguage, code);
}

QString Settings::lastFolder() const {
    return store_.value(kLastFolder, QDir::homePath()).toString();
}

void Settings::setLastFolder(const QString& folder) {
    store_.setValue(kLastFolder, folder);
}

QString Settings::runsFolder() const {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return store_.value(kRunsFolder, documents.filePath("rudolph runs")).toString();
}

void Settings::setRunsFolder(const QString& folder) {
    store_.setValue(kRunsFolder, folder);
}

bool Settings::linesShown() const {
    return store_.value(kLines, true).toBool();
}

void Settings::setLinesShown(bool shown) {
    store_.setValue(kLines, shown);
}

bool Settings::numbersShown() const {
    return store_.value(kNumbers, false).toBool();
}

void Settings::setNumbersShown(bool shown) {
    store_.setValue(kNumbers, shown);
}

bool Settings::boxShown() const {
    return store_.value(kBox, false).toBool();
}

bool Settings::magnifierShown() const {
    return store_.value(kMagnifier, true).toBool();
}

void Settings::setMagnifierShown(bool shown) {
    store_.setValue(kMagnifier, shown);
}

void Settings::setBoxShown(bool shown) {
    store_.setValue(kBox, shown);
}

QString Settings::previewPreset() const {
    return store_.value(kPreviewPreset, "nose-tip").toString();
}

void Settings::setPreviewPreset(const QString& name) {
    store_.setValue(kPreviewPreset, name);
}

QString Settings::annotationModel() const {
    return store_.value(kAnnotationModel).toString();
}

void Settings::setAnnotationModel(const QString& file_or_run) {
    store_.setValue(kAnnotationModel, file_or_run);
}

std::optional<QString> Settings::shortcutKeys(const QString& action) const {
    const QVariant keys = store_.value("shortcuts/" + action);
    return keys.isValid() ? std::optional(keys.toString()) : std::nullopt;
}

void Settings::setShortcutKeys(const QString& action, const std::optional<QString>& keys) {
    // A null text would be kept as no value at all.
    if (keys)
        store_.setValue("shortcuts/" + action, keys->isEmpty() ? QStringLiteral("") : *keys);
    else
        store_.remove("shortcuts/" + action);
}

QString Settings::exportFormat() const {
    return store_.value(kExportFormat).toString();
}

void Settings::setExportFormat(const QString& key) {
    store_.setValue(kExportFormat, key);
}

QString Settings::exportDestination(const QString& format) const {
    return store_.value("export/destination/" + format).toString();
}

void Settings::setExportDestination(const QString& format, const QString& path) {
    store_.setValue("export/destination/" + format, path);
}

QString Settings::photoModel() const {
    return store_.value(kPhotoModel).toString();
}

void Settings::setPhotoModel(const QString& model) {
    store_.setValue(kPhotoModel, model);
}

QString Settings::photoSecondModel() const {
    return store_.value(kPhotoSecondModel).toString();
}

void Settings::setPhotoSecondModel(const QString& model) {
    store_.setValue(kPhotoSecondModel, model);
}

QString Settings::photoDetector() const {
    return store_.value(kPhotoDetector).toString();
}

void Settings::setPhotoDetector(const QString& name) {
    store_.setValue(kPhotoDetector, name);
}

QString Settings::photoDetectorFile() const {
    return store_.value(kPhotoDetectorFile).toString();
}

void Settings::setPhotoDetectorFile(const QString& file) {
    store_.setValue(kPhotoDetectorFile, file);
}

bool Settings::photosSideBySide() const {
    return store_.value(kPhotosSideBySide, false).toBool();
}

void Settings::setPhotosSideBySide(bool side_by_side) {
    store_.setValue(kPhotosSideBySide, side_by_side);
}

bool Settings::photosAsGrid() const {
    return store_.value(kPhotosAsGrid, false).toBool();
}

void Settings::setPhotosAsGrid(bool grid) {
    store_.setValue(kPhotosAsGrid, grid);
}

QString Settings::photoSaveFolder() const {
    return store_.value(kPhotoSaveFolder).toString();
}

void Settings::setPhotoSaveFolder(const QString& folder) {
    store_.setValue(kPhotoSaveFolder, folder);
}

QStringList Settings::photoSaveChoice(const QStringList& by_default) const {
    return store_.value(kPhotoSaveChoice, by_default).toStringList();
}

void Settings::setPhotoSaveChoice(const QStringList& choice) {
    store_.setValue(kPhotoSaveChoice, choice);
}

bool Settings::chartLogarithmic(int quantity, bool by_default) const {
    return store_.value(QString(kLogarithmic).arg(quantity), by_default).toBool();
}

void Settings::setChartLogarithmic(int quantity, bool logarithmic) {
    store_.setValue(QString(kLogarithmic).arg(quantity), logarithmic);
}

QStringList Settings::foldedSections(const QStringList& by_default) const {
    return store_.value(kFolded, by_default).toStringList();
}

void Settings::setFoldedSections(const QStringList& sections) {
    store_.setValue(kFolded, sections);
}

QStringList Settings::watchedFaces(const QString& data) const {
    return store_.value(watchedKey(data)).toStringList();
}

void Settings::setWatchedFaces(const QString& data, const QStringList& ids) {
    if (ids.isEmpty())
        store_.remove(watchedKey(data));
    else
        store_.setValue(watchedKey(data), ids);
}

int Settings::variantCount(int by_default) const {
    return store_.value(kVariantCount, by_default).toInt();
}

void Settings::setVariantCount(int count) {
    store_.setValue(kVariantCount, count);
}

bool Settings::variantsOfManyFaces() const {
    return store_.value(kManyFaces, false).toBool();
}

void Settings::setVariantsOfManyFaces(bool many) {
    store_.setValue(kManyFaces, many);
}

QByteArray Settings::layout(const QString& name) const {
    return store_.value("layout/" + name).toByteArray();
}

void Settings::setLayout(const QString& name, const QByteArray& state) {
    store_.setValue("layout/" + name, state);
}

}  // namespace rudolph

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <optional>

namespace rudolph {

/// Everything that the studio remembers between two starts: the one place that names keys. Cheap to
/// make wherever it is needed; main thread only.
class Settings {
public:
    Settings();

    /// Folders and lists that were opened, the latest first, at most ten.
    QStringList recentDatasets() const;
    void addRecentDataset(const QString& path);
    void forgetRecentDataset(const QString& path);

    /// Of the studio's texts: "de"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);

    /// Where file dialogs start.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    /// Where runs are written; by default "rudolph runs" in the documents folder.
    QString runsFolder() const;
    void setRunsFolder(const QString& folder);

    bool linesShown() const;
    void setLinesShown(bool shown);
    bool numbersShown() const;
    void setNumbersShown(bool shown);
    bool boxShown() const;
    void setBoxShown(bool shown);
    bool magnifierShown() const;
    void setMagnifierShown(bool shown);
    /// The preset whose input the data page shows.
    QString previewPreset() const;
    void setPreviewPreset(const QString& name);
    /// The model file or run folder that helps with annotating; empty before the first choice.
    QString annotationModel() const;
    void setAnnotationModel(const QString& file_or_run);

    /// The keys that the person gave to an action, as QKeySequence::listToString() writes them;
    /// none where its own are kept.
    std::optional<QString> shortcutKeys(const QString& action) const;
    void setShortcutKeys(const QString& action, const std::optional<QString>& keys);

    /// The key of the format that was exported last, and where to, by the key of the format.
    QString exportFormat() const;
    void setExportFormat(const QString& key);
    QString exportDestination(const QString& format) const;
    void setExportDestination(const QString& format, const QString& path);

    /// What finds faces and predicts points on the Photos page; empty before the first choice, the
    /// second model also when nothing is compared.
    QString photoModel() const;
    void setPhotoModel(const QString& model);
    QString photoSecondModel() const;
    void setPhotoSecondModel(const QString& model);
    QString photoDetector() const;
    void setPhotoDetector(const QString& name);
    /// YuNet's weights where the person chose the file; empty: where they usually are.
    QString photoDetectorFile() const;
    void setPhotoDetectorFile(const QString& file);
    /// Two models side by side rather than over each other.
    bool photosSideBySide() const;
    void setPhotosSideBySide(bool side_by_side);
    /// Thumbnails as a grid rather than a list.
    bool photosAsGrid() const;
    void setPhotosAsGrid(bool grid);
    /// Where results were saved last, and what: words that the dialog keeps.
    QString photoSaveFolder() const;
    void setPhotoSaveFolder(const QString& folder);
    QStringList photoSaveChoice(const QStringList& by_default) const;
    void setPhotoSaveChoice(const QStringList& choice);

    /// Whether a chart's axis is logarithmic, by the number of what it shows.
    bool chartLogarithmic(int quantity, bool by_default) const;
    void setChartLogarithmic(int quantity, bool logarithmic);
    /// Sections of the experiment form that are folded away.
    QStringList foldedSections(const QStringList& by_default) const;
    void setFoldedSections(const QStringList& sections);
    /// Ids of the faces of a data set that are watched while it is trained on.
    QStringList watchedFaces(const QString& data) const;
    void setWatchedFaces(const QString& data, const QStringList& ids);
    /// How the Augment page draws: variants at a time, and whether of many faces.
    int variantCount(int by_default) const;
    void setVariantCount(int count);
    bool variantsOfManyFaces() const;
    void setVariantsOfManyFaces(bool many);

    /// QWidget::saveGeometry and QSplitter::saveState, by the name of the window or the page.
    QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);

    /// Where all this is kept.
    QString file() const { return store_.fileName(); }

private:
    QSettings store_;
};

}  // namespace rudolph

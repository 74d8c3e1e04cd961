#pragma once

#include <QByteArray>
#include <QDir>
#include <QSettings>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>
#include <optional>
#include <type_traits>
#include <utility>

namespace rudolph {

/// One thing that is remembered: its key in the settings file, and what holds before the first
/// time.
template <class Value>
struct Setting {
    QString key;
    Value by_default = {};

    /// The setting of one of many: kLayout / "cases".
    Setting operator/(const QString& one) const { return {key + one, by_default}; }
    Setting otherwise(Value value) const { return {key, std::move(value)}; }
};

/// Everything that the studio remembers between two starts. The type of each is that of its
/// default.
namespace settings {

/// Of the studio's texts: "de"; empty: the system's.
inline const Setting<QString> kLanguage{"language"};
/// "light" or "dark"; empty: the desktop's colours. See Theme.
inline const Setting<QString> kTheme{"view/theme"};
/// Whether the page of the first start was there.
inline const Setting<bool> kWelcomed{"welcomed", false};
/// Folders and lists that were opened, the latest first; see Settings::addRecentDataset().
inline const Setting<QStringList> kRecentDatasets{"data/recent"};
/// Where file dialogs start, for any purpose and by purpose; see askForFile().
inline const Setting<QString> kLastFolderOfAll{"data/last_folder", QDir::homePath()};
inline const Setting<QString> kLastFolder{"last_folder/"};
/// Where runs are written; see Settings::runsFolder().
inline const Setting<QString> kRunsFolder{"runs/folder"};
/// Which of the series each run is drawn as, by its folder; see RunColours.
inline const Setting<QVariantMap> kRunColours{"runs/colours"};

inline const Setting<bool> kLinesShown{"view/lines", true};
inline const Setting<bool> kNumbersShown{"view/numbers", false};
inline const Setting<bool> kBoxShown{"view/box", false};
inline const Setting<bool> kMagnifierShown{"view/magnifier", true};
/// The preset whose input the Data page shows.
inline const Setting<QString> kPreviewPreset{"data/preview_preset", "nose-tip"};
/// The model file, run folder or shipped model that helps with annotating; empty: none was chosen.
inline const Setting<QString> kAnnotationModel{"annotate/model", "face68"};
/// The keys that the person gave an action, by its id, as QKeySequence::listToString() writes them.
inline const Setting<QString> kShortcut{"shortcuts/"};
/// The key of the format that was exported last, and where to, by that key.
inline const Setting<QString> kExportFormat{"export/format"};
inline const Setting<QString> kExportDestination{"export/destination/"};

/// What finds faces and predicts points on the Photos page; empty: not chosen; second model: none.
inline const Setting<QString> kPhotoModel{"photos/model"};
inline const Setting<QString> kPhotoSecondModel{"photos/second_model"};
inline const Setting<QString> kPhotoDetector{"photos/detector"};
/// YuNet's weights where the person chose the file; empty: where they usually are.
inline const Setting<QString> kPhotoDetectorFile{"photos/detector_file"};
/// Two models side by side rather than over each other; thumbnails as a grid rather than a list.
inline const Setting<bool> kPhotosSideBySide{"photos/side_by_side", false};
inline const Setting<bool> kPhotosAsGrid{"photos/grid", false};
inline const Setting<bool> kDetectorHintDismissed{"photos/detector_hint_dismissed", false};
/// Where results were saved last, and what: words that the dialog keeps.
inline const Setting<QString> kPhotoSaveFolder{"photos/save_folder"};
inline const Setting<QStringList> kPhotoSaveChoice{"photos/save_choice"};
/// How many frames of a video were taken last to be annotated.
inline const Setting<int> kFramesToAnnotate{"photos/frames_to_annotate", 20};

/// Whether a chart's axis is logarithmic, by the number of what it shows.
inline const Setting<bool> kLogarithmic{"charts/logarithmic-"};
/// Sections of the experiment form that are folded away.
inline const Setting<QStringList> kFoldedSections{"train/folded"};
/// How often an experiment is trained, and whether as folds rather than with other seeds.
inline const Setting<int> kRepeats{"train/repeats", 1};
inline const Setting<bool> kRepeatsAreFolds{"train/repeats_are_folds", false};
/// Which kind of sweep was chosen last (0 to 2, in the dialog's order), of how many draws; of
/// successive halving one in how many goes on, and its budget in minutes (0: one in epochs).
inline const Setting<int> kSweepKind{"train/sweep_kind", 0};
inline const Setting<int> kSweepDraws{"train/sweep_draws", 10};
inline const Setting<int> kHalvingFactor{"train/halving_factor", 3};
inline const Setting<int> kHalvingMinutes{"train/halving_minutes", 0};
/// Ids of the faces that are watched while one trains, by data set; see WatchedFaces.
inline const Setting<QStringList> kWatchedFaces{"train/watched/"};
/// How the Augment page draws: variants at a time, and whether of many faces.
inline const Setting<int> kVariantCount{"augment/variants"};
inline const Setting<bool> kManyFaces{"augment/many_faces", false};
/// QWidget::saveGeometry() and QSplitter::saveState(), by the name of the window or the page.
inline const Setting<QByteArray> kLayout{"layout/"};

}  // namespace settings

/// Reads and writes what is remembered. Cheap to make wherever it is needed; main thread only.
class Settings {
public:
    Settings();

    template <class Value>
    Value get(const Setting<Value>& setting) const {
        return store_.value(setting.key, QVariant::fromValue(setting.by_default))
            .template value<Value>();
    }
    /// None where nothing was remembered.
    template <class Value>
    std::optional<Value> find(const Setting<Value>& setting) const {
        return store_.contains(setting.key) ? std::optional(get(setting)) : std::nullopt;
    }
    template <class Value>
    void set(const Setting<Value>& setting, const std::type_identity_t<Value>& value) {
        store_.setValue(setting.key, QVariant::fromValue(value));
    }
    template <class Value>
    void forget(const Setting<Value>& setting) {
        store_.remove(setting.key);
    }

    /// Puts it before the others, of which at most ten are kept.
    void addRecentDataset(const QString& path);
    void forgetRecentDataset(const QString& path);
    /// By default "rudolph runs" in the documents folder.
    QString runsFolder() const;

    /// Where all this is kept.
    QString file() const { return store_.fileName(); }

private:
    QSettings store_;
};

}  // namespace rudolph

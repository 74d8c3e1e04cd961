#pragma once

#include <QString>

#include "core/detect/yunet_file.h"
#include "core/predict/photo_writer.h"
#include "ui/parts/download_offer.h"
#include "ui/session/model_cache.h"

namespace rudolph {

/// How the Photos page comes by what finds faces, predicts points, reads videos and downloads: its
/// background threads call these. Tests put their own in place. All throw Error.
struct PhotoTools : ModelTools {
    OpenVideo video;
    DownloadFile download;
    CreateVideo create_video = {};
};

/// Those of the engine, which is opened when the first of them is called.
PhotoTools enginePhotoTools();

/// What is chosen on the Photos page.
struct PhotoChoice {
    QString model;   ///< a model file, a run folder, or the name of the shipped one
    QString second;  ///< to compare with; empty: none
    DetectorKind detector = DetectorKind::Hog;
    QString detector_file = {};  ///< YuNet's weights; empty: where they usually are

    bool operator==(const PhotoChoice&) const = default;
    /// YuNet's weights are there.
    bool hasYuNet() const;
};

/// As it was chosen last, with the detector that can be used.
PhotoChoice rememberedPhotoChoice();
void rememberPhotoChoice(const PhotoChoice& choice);

}  // namespace rudolph

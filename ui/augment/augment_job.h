#pragma once

#include <QImage>
#include <QSize>
#include <memory>
#include <optional>
#include <vector>

#include "core/augment/augmentation_effects.h"
#include "core/train/augmentation_preview.h"

namespace rudolph {

/// What the augmentation page wants drawn, copied for the background thread.
struct AugmentRequest {
    LandmarkScheme scheme;
    std::vector<PreviewFace> faces;  ///< one variant each if `many`, else all of the one face
    bool many = false;
    Experiment experiment;  ///< its input, target and augmentation count
    std::uint64_t seed = 1;
    int epoch = 1;   ///< of the many faces, or of the one face's first variant
    int count = 24;  ///< of the one face
    std::optional<AugmentationEffect> alone;  ///< from one end of its range to the other
    bool show_points = true;
    bool as_network = false;  ///< the numbers that go into the network, as greys
    QSize tile;               ///< of a variant's picture on the screen
    QSize original_tile;      ///< of an original's
    double pixel_ratio = 1;

    int variant_count() const { return many ? static_cast<int>(faces.size()) : count; }
};

/// One variant, or one original.
struct AugmentVariant {
    int face = 0;   ///< in the request
    int index = 0;  ///< in the data set
    QString name;   ///< of the face
    int epoch = 0;  ///< 0 where it is no draw of training's
    AugmentationDraw draw;
    QImage crop;  ///< of the input's size: the pixels, or what the network sees of them
    Landmarks points_in_crop;
    QImage tile;      ///< the crop with its points, ready to be shown
    QString problem;  ///< why there is no crop
};

struct AugmentResult {
    bool many = false;  ///< as requested
    std::vector<AugmentVariant> variants;
    std::vector<AugmentVariant> originals;  ///< one a face, without augmentation
    LandmarkScheme scheme;                  ///< of the points
    AugmentationCheck check;
    /// The numbers that black and white stand for in as_network; few are beyond them.
    float black = 0;
    float white = 0;
};

/// The faces that were decoded last. For one request at a time.
struct AugmentCache {
    std::vector<PreviewFace> faces;
    LandmarkScheme scheme;
    InputSpec input;
    TargetPoints target = TargetPoints::All;
    std::unique_ptr<AugmentationPreview> preview;
};

/// Decodes, draws and paints; the progress is that of decoding. Any thread. Throws Error and
/// Cancelled.
std::shared_ptr<const AugmentResult> drawVariants(const AugmentRequest& request,
                                                  AugmentCache& cache, const CancelToken& cancel,
                                                  const ProgressCallback& progress);

}  // namespace rudolph

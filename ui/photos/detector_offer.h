#pragma once

#include "ui/parts/download_offer.h"

namespace rudolph {

/// Offers the detector whose file does not come with the program: to download it, or to choose the
/// file where the person has it already.
class DetectorOffer : public DownloadOffer {
    Q_OBJECT

public:
    explicit DetectorOffer(QWidget* parent = nullptr);

    void offer(bool offered);

signals:
    /// The file is there; empty: where it usually is.
    void taken(const QString& file);
};

}  // namespace rudolph

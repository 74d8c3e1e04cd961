#pragma once

#include <QWidget>

#include "ui/session/activities.h"
#include "ui/session/session.h"
#include "ui/train/setup_describer.h"

class QLabel;

namespace rudolph {

class DownloadOffer;

/// Below the setting of the weights that a training starts from: what would be taken of them, and,
/// where they are pretrained ones that are not here, the offer to download them.
class WeightsPanel : public QWidget {
    Q_OBJECT

public:
    explicit WeightsPanel(Session* session, QWidget* parent = nullptr);

    void showSummary(const SetupSummary& summary);
    DownloadOffer* offer() { return offer_; }

signals:
    /// Weights that were not here are.
    void weightsCame();

private:
    QLabel* report_;
    DownloadOffer* offer_;
    Activity download_;
};

}  // namespace rudolph

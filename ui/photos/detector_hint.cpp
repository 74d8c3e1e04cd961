#include "ui/photos/detector_hint.h"

#include <QPushButton>

#include "core/detect/yunet_file.h"
#include "ui/parts/download_offer.h"
#include "ui/photos/photographs.h"
#include "ui/settings/settings.h"

namespace rudolph {

DetectorHint::DetectorHint(Photographs* photos, QWidget* parent)
    : NoticeBar(parent), photos_(photos) {
    actionButton()->setText(tr("Get YuNet (%1)").arg(DownloadOffer::sizeText(yunet_file().bytes)));
    actionButton()->show();
    connect(actionButton(), &QPushButton::clicked, this, [this] {
        hide();
        emit wanted();
    });
    connect(this, &NoticeBar::dismissed, this,
            [] { Settings().set(settings::kDetectorHintDismissed, true); });
    connect(photos_, &Photographs::added, this, &DetectorHint::showOrHide);
    connect(photos_, &Photographs::choiceChanged, this, &DetectorHint::showOrHide);
}

void DetectorHint::showOrHide() {
    const PhotoChoice& choice = photos_->choice();
    const bool helps = choice.detector == DetectorKind::Hog && !choice.hasYuNet() &&
                       photos_->list().rowCount() > 0;
    setText(helps && !Settings().get(settings::kDetectorHintDismissed)
                ? tr("YuNet finds more faces, and faster, than the detector that comes with the "
                     "program.")
                : QString());
}

}  // namespace rudolph

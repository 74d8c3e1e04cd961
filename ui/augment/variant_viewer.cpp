#include "ui/augment/variant_viewer.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/augment/augmentation_words.h"
#include "ui/base/layouts.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/key_button.h"
#include "ui/parts/labels.h"

namespace rudolph {

VariantViewer::VariantViewer(QWidget* parent)
    : QWidget(parent),
      view_(new FaceView),
      back_(
          makeKeyButton(this, QStringLiteral("back"), tr("Back to all variants"), Qt::Key_Escape)),
      previous_(
          makeKeyButton(this, QStringLiteral("previous"), tr("Previous variant"), Qt::Key_Left)),
      next_(makeKeyButton(this, QStringLiteral("next"), tr("Next variant"), Qt::Key_Right)),
      title_(new ElidedLabel(this)),
      words_(makePlainLabel(this)) {
    back_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(back_->defaultAction(), &QAction::triggered, this, &VariantViewer::backRequested);
    connect(previous_->defaultAction(), &QAction::triggered, this,
            &VariantViewer::previousRequested);
    connect(next_->defaultAction(), &QAction::triggered, this, &VariantViewer::nextRequested);
    embolden(title_);
    words_->setObjectName(QStringLiteral("variant words"));
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // The longest takes two lines at most: the picture must not jump from variant to variant.
    words_->setMinimumHeight(2 * words_->fontMetrics().lineSpacing() + 2);
    words_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    view_->setPixelsShown(true);
    view_->setAccessibleName(tr("Variant"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(back_);
    bar->addWidget(previous_);
    bar->addWidget(next_);
    bar->addWidget(title_, 1);
    auto* layout = makeColumn(this, 8);
    layout->addLayout(bar);
    layout->addWidget(words_);
    layout->addWidget(view_, 1);
}

void VariantViewer::showVariant(const AugmentVariant& variant, const LandmarkScheme& scheme,
                                const QString& title, int place, int count) {
    variant_ = variant;
    scheme_ = scheme;
    title_->setText(title);
    previous_->defaultAction()->setEnabled(place > 0);
    next_->defaultAction()->setEnabled(place + 1 < count);
    if (variant.problem.isEmpty()) {
        words_->setText(augmentationText(variant.draw));
        view_->setImage(variant.crop);
    } else {
        words_->clear();
        view_->setMessage(tr("Training would leave this face out: %1").arg(variant.problem));
    }
    showPoints();
}

void VariantViewer::setPointsShown(bool shown) {
    points_shown_ = shown;
    showPoints();
}

void VariantViewer::showPoints() {
    const bool has = points_shown_ && !variant_.points_in_crop.empty() &&
                     variant_.points_in_crop.size() == scheme_.size();
    view_->setTruth(has ? std::optional(PointLayer{variant_.points_in_crop, scheme_})
                        : std::nullopt);
}

}  // namespace rudolph

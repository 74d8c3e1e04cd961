#include "ui/augment/augment_controls.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "core/experiment/field_record.h"
#include "ui/augment/augmentation_words.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/elided_combo_box.h"
#include "ui/parts/icons.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kLargestNewSeed = 1000000;
constexpr int kControlGap = 4;
constexpr int kUsualCount = 24;

QLabel* labelFor(QWidget* buddy, const QString& text) {
    auto* label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

}  // namespace

AugmentControls::AugmentControls(ExperimentDraft* draft, QWidget* parent)
    : QWidget(parent),
      draft_(draft),
      which_(new ElidedComboBox(this)),
      effects_(new ElidedComboBox(this)),
      count_(new ElidedComboBox(this)),
      epoch_(new QSpinBox(this)),
      seed_(new QDoubleSpinBox(this)),
      own_seed_(new QToolButton(this)),
      again_(new QPushButton(themedIcon(QStringLiteral("refresh")), tr("&Again"), this)),
      points_(new QCheckBox(tr("&Points"))),
      network_(new QCheckBox(tr("As the &network sees it"))),
      looks_({points_, network_}),
      drafts_seed_(draft->experiment().seed) {
    auto* column = makeColumn(this, 8);
    const auto add_row = [column] {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        column->addLayout(row);
        return row;
    };
    makeChoices(add_row());
    makeDraw(add_row());
    makeLooks();
    connect(draft_, &ExperimentDraft::changed, this, &AugmentControls::followDraft);
    showSeed();
}

void AugmentControls::makeChoices(QHBoxLayout* row) {
    which_->setObjectName(QStringLiteral("which faces"));
    which_->setAccessibleName(tr("Which faces"));
    which_->setToolTip(tr("Variants of one face, or one variant each of many faces"));
    which_->addItems({tr("One face"), tr("Many faces")});
    effects_->setObjectName(QStringLiteral("effects"));
    effects_->setAccessibleName(tr("Which effects"));
    effects_->setToolTip(
        tr("All effects as training draws them, or one alone from one end of its range to the "
           "other"));
    effects_->setMaxVisibleItems(20);
    effects_->addItem(tr("All effects together"));
    for (const AugmentationEffect effect : kAugmentationEffects)
        effects_->addItem(aloneText(effect), static_cast<int>(effect));
    count_->setObjectName(QStringLiteral("variant count"));
    count_->setAccessibleName(tr("How many variants"));
    for (const int count : {12, 24, 48})
        count_->addItem(tr("%n variant(s)", nullptr, count), count);
    const Settings settings;
    which_->setCurrentIndex(settings.get(settings::kManyFaces) ? 1 : 0);
    count_->setCurrentIndex(std::max(
        0, count_->findData(settings.get(settings::kVariantCount.otherwise(kUsualCount)))));
    for (QComboBox* box : {which_, effects_, count_}) {
        // All three fit into a narrow window.
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &AugmentControls::changed);
    }
    row->addStretch();
    for (QComboBox* box : {which_, count_})
        connect(box, &QComboBox::currentIndexChanged, this, &AugmentControls::rememberChoices);
    connect(effects_, &QComboBox::currentIndexChanged, this, &AugmentControls::enableDraws);
}

void AugmentControls::makeDraw(QHBoxLayout* row) {
    epoch_->setObjectName(QStringLiteral("epoch"));
    epoch_->setRange(1, 100000);
    epoch_->setFixedWidth(72);
    epoch_->setToolTip(tr("The epoch of training that is shown; of one face, the first"));
    seed_->setObjectName(QStringLiteral("seed"));
    seed_->setDecimals(0);
    seed_->setRange(0, kLargestSeed);
    seed_->setValue(static_cast<double>(drafts_seed_));
    seed_->setGroupSeparatorShown(false);
    seed_->setFixedWidth(84);
    seed_->setToolTip(tr("Training with this seed draws just these variants"));
    own_seed_->setObjectName(QStringLiteral("own seed"));
    own_seed_->setIcon(themedIcon(QStringLiteral("reset")));
    own_seed_->setIconSize({14, 14});
    own_seed_->setAutoRaise(true);
    QSizePolicy keep_room = own_seed_->sizePolicy();
    keep_room.setRetainSizeWhenHidden(true);
    own_seed_->setSizePolicy(keep_room);
    again_->setObjectName(QStringLiteral("again"));
    again_->setToolTip(tr("Draws with another seed. The experiment keeps its own."));
    connect(seed_, &QDoubleSpinBox::valueChanged, this, [this] {
        showSeed();
        emit changed();
    });
    connect(epoch_, &QSpinBox::valueChanged, this, &AugmentControls::changed);
    connect(again_, &QPushButton::clicked, this, &AugmentControls::drawAgain);
    connect(own_seed_, &QToolButton::clicked, this,
            [this] { seed_->setValue(static_cast<double>(drafts_seed_)); });
    row->setSpacing(6);
    row->addWidget(labelFor(epoch_, tr("&Epoch")));
    row->addWidget(epoch_);
    row->addSpacing(kControlGap);
    row->addWidget(labelFor(seed_, tr("&Seed")));
    row->addWidget(seed_);
    row->addWidget(own_seed_);
    row->addWidget(again_);
    row->addStretch();
}

void AugmentControls::makeLooks() {
    points_->setChecked(true);
    network_->setObjectName(QStringLiteral("as network"));
    network_->setToolTip(
        tr("The numbers after normalisation, as greys: the same grey is the same number in all "
           "pictures"));
    for (QCheckBox* box : {points_, network_})
        connect(box, &QCheckBox::toggled, this, &AugmentControls::changed);
}

void AugmentControls::rememberChoices() {
    Settings settings;
    settings.set(settings::kManyFaces, manyFaces());
    settings.set(settings::kVariantCount, count_->currentData().toInt());
}

void AugmentControls::enableDraws() {
    using enum AugmentationEffect;
    const auto effect = alone();
    // Alone, an effect goes through its range: only where more than an amount is drawn does the
    // seed matter.
    const bool seeded = !effect || *effect == Shade || *effect == Noise || *effect == Occlusion ||
                        *effect == Motion;
    epoch_->setEnabled(!effect);
    for (QWidget* widget : std::initializer_list<QWidget*>{seed_, own_seed_, again_})
        widget->setEnabled(seeded);
}

void AugmentControls::followDraft() {
    const std::uint64_t before = std::exchange(drafts_seed_, draft_->experiment().seed);
    if (seed() == before) {
        const QSignalBlocker quiet(seed_);
        seed_->setValue(static_cast<double>(drafts_seed_));
    }
    showSeed();
}

void AugmentControls::showSeed() {
    own_seed_->setVisible(seed() != drafts_seed_);
    own_seed_->setToolTip(tr("Back to the seed of the experiment, %1").arg(drafts_seed_));
    own_seed_->setAccessibleName(own_seed_->toolTip());
}

void AugmentControls::drawAgain() {
    seed_->setValue(1 + QRandomGenerator::global()->bounded(kLargestNewSeed));
}

bool AugmentControls::manyFaces() const {
    return which_->currentIndex() == 1;
}

std::uint64_t AugmentControls::seed() const {
    return static_cast<std::uint64_t>(seed_->value());
}

std::optional<AugmentationEffect> AugmentControls::alone() const {
    if (!effects_->currentData().isValid())
        return std::nullopt;
    return static_cast<AugmentationEffect>(effects_->currentData().toInt());
}

int AugmentControls::faceCount() const {
    return manyFaces() ? count_->currentData().toInt() : 1;
}

void AugmentControls::fill(AugmentRequest& request) const {
    request.many = manyFaces();
    request.count = count_->currentData().toInt();
    request.seed = seed();
    request.epoch = epoch_->value();
    request.alone = alone();
    request.show_points = points_->isChecked();
    request.as_network = network_->isChecked();
}

}  // namespace rudolph

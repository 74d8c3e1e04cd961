#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/experiment/field_record.h"
#include "ui/augment/augment_checks.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/augment_settings.h"
#include "ui/augment/augmentation_words.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_model.h"
#include "ui/augment/variant_viewer.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kMostEpochs = 100000;
constexpr int kControlGap = 12;
constexpr int kUsualCount = 24;

QLabel* labelFor(QWidget* buddy, const QString& text) {
    auto* label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

}  // namespace

MessagePanel* AugmentPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(QStringLiteral("augment"), tr("No faces to augment yet"),
                      tr("Training turns, shifts, darkens and covers faces afresh in every epoch. "
                         "Here you see what it does to them before you train. Open annotated "
                         "faces first, or make some."));
    connect(panel->addButton(tr("Make demo faces")), &QPushButton::clicked, this,
            &AugmentPage::demoFacesRequested);
    connect(panel->addButton(tr("Open a folder…")), &QPushButton::clicked, this,
            &AugmentPage::openFolderRequested);
    return panel;
}

QWidget* AugmentPage::makeWork() {
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(12, 12, 8, 12);
    column->setSpacing(8);
    column->addWidget(makeControls());
    column->addWidget(makeDrawRow());
    column->addWidget(makeCaptionRow());
    column->addWidget(makeGrid(), 1);
    checks_ = new AugmentChecks;
    column->addWidget(checks_);
    return work;
}

void AugmentPage::fillChoices() {
    which_->addItems({tr("One face"), tr("Many faces")});
    effects_->addItem(tr("All effects together"));
    for (const AugmentationEffect effect : kAugmentationEffects)
        effects_->addItem(aloneText(effect), static_cast<int>(effect));
    for (const int count : {12, 24, 48})
        count_->addItem(tr("%1 variants").arg(count), count);
    const Settings settings;
    which_->setCurrentIndex(settings.get(settings::kManyFaces) ? 1 : 0);
    count_->setCurrentIndex(std::max(
        0, count_->findData(settings.get(settings::kVariantCount.otherwise(kUsualCount)))));
}

void AugmentPage::rememberChoices() {
    Settings settings;
    settings.set(settings::kManyFaces, manyFaces());
    settings.set(settings::kVariantCount, count_->currentData().toInt());
}

QWidget* AugmentPage::makeControls() {
    auto* bar = new QWidget;
    which_ = new QComboBox(bar);
    which_->setObjectName(QStringLiteral("which faces"));
    which_->setAccessibleName(tr("Which faces"));
    which_->setToolTip(tr("Variants of one face, or one variant each of many faces"));
    effects_ = new QComboBox(bar);
    effects_->setObjectName(QStringLiteral("effects"));
    effects_->setAccessibleName(tr("Which effects"));
    effects_->setToolTip(
        tr("All effects as training draws them, or one alone from one end of its range to the "
           "other"));
    effects_->setMaxVisibleItems(20);
    count_ = new QComboBox(bar);
    count_->setObjectName(QStringLiteral("variant count"));
    count_->setAccessibleName(tr("How many variants"));
    fillChoices();
    for (QComboBox* box : {which_, effects_, count_})
        connect(box, &QComboBox::currentIndexChanged, this, &AugmentPage::requestDraw);
    for (QComboBox* box : {which_, count_})
        connect(box, &QComboBox::currentIndexChanged, this, &AugmentPage::rememberChoices);
    connect(effects_, &QComboBox::currentIndexChanged, this, &AugmentPage::enableDraws);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(which_);
    row->addWidget(effects_);
    row->addWidget(count_);
    row->addStretch();
    return bar;
}

QWidget* AugmentPage::makeDrawRow() {
    auto* bar = new QWidget;
    epoch_ = new QSpinBox(bar);
    epoch_->setObjectName(QStringLiteral("epoch"));
    epoch_->setRange(1, kMostEpochs);
    epoch_->setFixedWidth(80);
    epoch_->setToolTip(tr("The epoch of training that is shown; of one face, the first"));
    seed_ = new QDoubleSpinBox(bar);
    seed_->setObjectName(QStringLiteral("seed"));
    seed_->setDecimals(0);
    seed_->setRange(0, kLargestSeed);
    seed_->setValue(static_cast<double>(settings_->experiment().seed));
    seed_->setGroupSeparatorShown(false);
    seed_->setFixedWidth(96);
    seed_->setToolTip(tr("Training with this seed draws just these variants"));
    own_seed_ = new QToolButton(bar);
    own_seed_->setIcon(themedIcon(QStringLiteral("reset")));
    own_seed_->setIconSize({14, 14});
    own_seed_->setAutoRaise(true);
    QSizePolicy keep_room = own_seed_->sizePolicy();
    keep_room.setRetainSizeWhenHidden(true);
    own_seed_->setSizePolicy(keep_room);
    again_ = new QPushButton(themedIcon(QStringLiteral("refresh")), tr("&Again"), bar);
    again_->setToolTip(tr("Draws with another seed. The experiment keeps its own."));
    connect(seed_, &QDoubleSpinBox::valueChanged, this, [this] {
        showSeed();
        requestDraw();
    });
    connect(epoch_, &QSpinBox::valueChanged, this, &AugmentPage::requestDraw);
    connect(again_, &QPushButton::clicked, this, &AugmentPage::drawAgain);
    connect(own_seed_, &QToolButton::clicked, this,
            [this] { seed_->setValue(static_cast<double>(settings_->experiment().seed)); });
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(labelFor(epoch_, tr("&Epoch")));
    row->addWidget(epoch_);
    row->addSpacing(kControlGap);
    row->addWidget(labelFor(seed_, tr("&Seed")));
    row->addWidget(seed_);
    row->addWidget(own_seed_);
    row->addWidget(again_);
    row->addStretch();
    return bar;
}

QWidget* AugmentPage::makeCaptionRow() {
    auto* bar = new QWidget;
    caption_ = new QLabel(bar);
    caption_->setObjectName(QStringLiteral("caption"));
    // Its text must neither widen the page nor move the grid.
    caption_->setWordWrap(true);
    caption_->setFixedHeight(2 * caption_->fontMetrics().lineSpacing() + 2);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    points_ = new QCheckBox(tr("&Points"), bar);
    points_->setChecked(true);
    network_ = new QCheckBox(tr("As the &network sees it"), bar);
    network_->setToolTip(
        tr("The numbers after normalisation, as greys: the same grey is the same number in all "
           "pictures"));
    connect(points_, &QCheckBox::toggled, this, &AugmentPage::requestDraw);
    connect(network_, &QCheckBox::toggled, this, &AugmentPage::requestDraw);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    cancel_reading_ = new QPushButton(tr("Cancel"), bar);
    cancel_reading_->setObjectName(QStringLiteral("cancel reading"));
    cancel_reading_->setToolTip(tr("Stops reading pictures"));
    cancel_reading_->hide();
    connect(cancel_reading_, &QPushButton::clicked, this, &AugmentPage::cancelReading);
    row->addWidget(caption_, 1);
    row->addWidget(cancel_reading_);
    row->addWidget(points_);
    row->addWidget(network_);
    return bar;
}

QWidget* AugmentPage::makeGrid() {
    grid_ = new VariantGrid(model_);
    viewer_ = new VariantViewer;
    message_ = new MessagePanel;
    read_on_ = message_->addButton(tr("Read them"));
    connect(read_on_, &QPushButton::clicked, this, &AugmentPage::requestDraw);
    middle_ = new QStackedWidget;
    middle_->addWidget(grid_);
    middle_->addWidget(viewer_);
    middle_->addWidget(message_);
    connect(grid_, &VariantGrid::tileSizeChanged, this, &AugmentPage::requestDraw);
    connect(grid_, &QListView::clicked, this,
            [this](const QModelIndex& index) { viewVariant(index.row()); });
    // Enter; a click has come through clicked() already.
    connect(grid_, &QListView::activated, this, [this](const QModelIndex& index) {
        if (!isViewing())
            viewVariant(index.row());
    });
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AugmentPage::showOriginal);
    connect(viewer_, &VariantViewer::backRequested, this, &AugmentPage::backToGrid);
    connect(viewer_, &VariantViewer::previousRequested, this,
            [this] { viewVariant(grid_->currentIndex().row() - 1); });
    connect(viewer_, &VariantViewer::nextRequested, this,
            [this] { viewVariant(grid_->currentIndex().row() + 1); });
    return middle_;
}

}  // namespace rudolph

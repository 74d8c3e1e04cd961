#include "ui/augment/augment_stage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

#include "ui/augment/augmentation_words.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_model.h"
#include "ui/augment/variant_viewer.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/plain_tip.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/labels.h"
#include "ui/parts/message_panel.h"

namespace rudolph {
namespace {

constexpr int kSayReadingAfterMs = 300;
constexpr int kNarrow = 410;

QString captionText(const AugmentRequest& request, const AugmentResult& result) {
    if (request.alone && !is_on(request.experiment.augmentation, *request.alone))
        return AugmentStage::tr("%1 in this experiment: move its slider to see it.")
            .arg(offText(*request.alone));
    if (request.alone)
        return AugmentStage::tr("%1, from one end of its range to the other")
            .arg(aloneText(*request.alone));
    if (request.many)
        return AugmentStage::tr(
                   "%n face(s) in epoch %1 of a training with seed %2, pixel for pixel", nullptr,
                   static_cast<int>(result.variants.size()))
            .arg(request.epoch)
            .arg(request.seed);
    return AugmentStage::tr("Epochs %1 to %2 of a training with seed %3, pixel for pixel")
        .arg(request.epoch)
        .arg(request.epoch + request.count - 1)
        .arg(request.seed);
}

}  // namespace

AugmentStage::AugmentStage(const std::vector<QWidget*>& looks, QWidget* parent)
    : QWidget(parent),
      middle_(new QStackedWidget),
      message_(new MessagePanel),
      model_(new VariantModel(this)),
      grid_(new VariantGrid(model_)),
      viewer_(new VariantViewer) {
    makeMiddle();
    auto* column = makeColumn(this, 8);
    column->addWidget(makeCaptionRow(looks));
    column->addWidget(middle_, 1);
    showNothing();
}

QWidget* AugmentStage::makeCaptionRow(const std::vector<QWidget*>& looks) {
    auto* bar = new QWidget;
    caption_ = makePlainLabel(bar);
    caption_->setObjectName(QStringLiteral("caption"));
    // Its text must neither widen the page nor move the grid.
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    cancel_reading_ = new QPushButton(tr("Cancel"), bar);
    cancel_reading_->setObjectName(QStringLiteral("cancel reading"));
    cancel_reading_->setToolTip(tr("Stops reading pictures"));
    connect(cancel_reading_, &QPushButton::clicked, this, &AugmentStage::cancelRequested);
    auto* row = makeRow(bar, 8);
    row->addWidget(caption_, 1);
    row->addWidget(cancel_reading_);
    for (QWidget* look : looks)
        row->addWidget(look);
    return bar;
}

void AugmentStage::makeMiddle() {
    read_on_ = message_->addButton(tr("Read them"));
    connect(read_on_, &QPushButton::clicked, this, &AugmentStage::drawRequested);
    // Messages are wider than the rest needs.
    middle_->setMinimumWidth(1);
    for (QWidget* shown : std::initializer_list<QWidget*>{grid_, viewer_, message_})
        middle_->addWidget(shown);
    connect(grid_, &VariantGrid::tileSizeChanged, this, &AugmentStage::tileSizeChanged);
    connect(grid_, &QListView::clicked, this,
            [this](const QModelIndex& index) { viewVariant(index.row()); });
    // Enter; a click has come through clicked() already.
    connect(grid_, &QListView::activated, this, [this](const QModelIndex& index) {
        if (!viewing_)
            viewVariant(index.row());
    });
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AugmentStage::originalChanged);
    connect(viewer_, &VariantViewer::backRequested, this, &AugmentStage::backToGrid);
    connect(viewer_, &VariantViewer::previousRequested, this,
            [this] { viewVariant(grid_->currentIndex().row() - 1); });
    connect(viewer_, &VariantViewer::nextRequested, this,
            [this] { viewVariant(grid_->currentIndex().row() + 1); });
}

void AugmentStage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // As many lines as the longest caption takes.
    const int lines = width() < kNarrow ? 3 : 2;
    caption_->setFixedHeight(lines * caption_->fontMetrics().lineSpacing() + 2);
}

QSize AugmentStage::tileSize(int count, double height_by_width) {
    grid_->setVariants(count, height_by_width);
    return grid_->tileSize();
}

void AugmentStage::begin(const AugmentRequest& request) {
    viewer_->setPointsShown(request.show_points);
    asked_.start();
}

void AugmentStage::showNothing() {
    hideProgress();
    result_.reset();
    model_->setResult(nullptr);
    caption_->clear();
    viewing_ = false;
    emit originalChanged();
}

void AugmentStage::showError(const QString& title, const QString& text) {
    hideProgress();
    message_->setError(title, text);
    middle_->setCurrentWidget(message_);
    caption_->clear();
}

void AugmentStage::showCancelled() {
    showNothing();
    message_->setMessage(QStringLiteral("augment"), tr("The pictures were not read"),
                         tr("Reading them was cancelled. Fewer variants, or those of one face, "
                            "need fewer pictures."));
    read_on_->show();
    middle_->setCurrentWidget(message_);
}

void AugmentStage::hideProgress() {
    cancel_reading_->hide();
    read_on_->hide();
}

void AugmentStage::showProgress(int done, int total) {
    if (total == 0 || done >= total || asked_.elapsed() <= kSayReadingAfterMs)
        return;
    cancel_reading_->show();
    caption_->setText(tr("Reading pictures: %1 of %2").arg(countText(done), countText(total)));
}

void AugmentStage::showResult(const AugmentRequest& request,
                              std::shared_ptr<const AugmentResult> result) {
    hideProgress();
    result_ = std::move(result);
    model_->setResult(result_);
    if (!grid_->currentIndex().isValid()) {
        // A view without a current item takes no arrow keys.
        const QSignalBlocker quiet(grid_->selectionModel());
        grid_->selectionModel()->setCurrentIndex(model_->index(0, 0),
                                                 QItemSelectionModel::NoUpdate);
    }
    const QString& problem = result_->originals.front().problem;
    if (!request.many && !problem.isEmpty()) {
        showError(tr("Training would leave this face out"), problem);
        emit originalChanged();
        return;
    }
    showCaption(request, *result_);
    updateViewer();
    middle_->setCurrentWidget(viewing_ ? static_cast<QWidget*>(viewer_) : grid_);
    emit originalChanged();
}

void AugmentStage::showCaption(const AugmentRequest& request, const AugmentResult& result) {
    QString text = captionText(request, result);
    if (request.as_network)
        text += tr(" · black is %1 and less, white %2 and more")
                    .arg(lossText(result.black), lossText(result.white));
    caption_->setText(text);
    caption_->setToolTip(plainTip(text));
}

const AugmentVariant* AugmentStage::original() const {
    if (!result_ || result_->variants.empty())
        return nullptr;
    const int row = std::clamp(grid_->currentIndex().row(), 0, model_->rowCount() - 1);
    return &result_->originals[static_cast<size_t>(model_->variant(row).face)];
}

void AugmentStage::viewVariant(int row) {
    const QModelIndex index = model_->index(row, 0);
    if (!index.isValid())
        return;
    viewing_ = true;
    grid_->setCurrentIndex(index);
    updateViewer();
    middle_->setCurrentWidget(viewer_);
    viewer_->view()->setFocus();
}

void AugmentStage::updateViewer() {
    const QModelIndex index = grid_->currentIndex();
    if (!viewing_ || !index.isValid())
        return;
    const AugmentVariant& variant = model_->variant(index.row());
    const QString title = variant.epoch > 0
                              ? tr("%1 in epoch %2").arg(variant.name).arg(variant.epoch)
                              : variant.name;
    viewer_->showVariant(variant, result_->scheme, title, index.row(), model_->rowCount());
}

void AugmentStage::backToGrid() {
    viewing_ = false;
    middle_->setCurrentWidget(grid_);
    grid_->setFocus();
}

}  // namespace rudolph

#include "ui/augment/augment_page.h"
#include "ui/canvas/face_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/experiment/check_experiment.h"
#include "ui/augment/augment_checks.h"
#include "ui/augment/augment_faces.h"
#include "ui/augment/augment_settings.h"
#include "ui/augment/augmentation_words.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_model.h"
#include "ui/augment/variant_viewer.h"
#include "ui/base/number_text.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr auto kLayoutName = "augment";
constexpr int kSettingsWidth = 340;
constexpr int kFacesWidth = 228;
constexpr int kLeastSettings = 288;
constexpr int kLeastWork = 408;
constexpr int kLargestNewSeed = 1000000;
constexpr int kSayReadingAfterMs = 300;

double heightByWidth(const InputSpec& input) {
    return static_cast<double>(std::max(1, input.height)) / std::max(1, input.width);
}

}  // namespace

AugmentPage::AugmentPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      settings_(new AugmentSettings),
      faces_(new AugmentFaces(session)),
      splitter_(new QSplitter(this)),
      states_(new QStackedWidget),
      model_(new VariantModel(this)),
      cache_(std::make_shared<AugmentCache>()) {
    states_->addWidget(makeEmptyState());
    states_->addWidget(makeWork());
    settings_->setMinimumWidth(kLeastSettings);
    // Their messages are wider than the rest needs.
    states_->setMinimumWidth(kLeastWork);
    middle_->setMinimumWidth(1);
    splitter_->addWidget(settings_);
    splitter_->addWidget(states_);
    splitter_->addWidget(faces_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setCollapsible(1, false);
    splitter_->setSizes({kSettingsWidth, 700, kFacesWidth});
    splitter_->restoreState(Settings().get(settings::kLayout / kLayoutName));
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { Settings().set(settings::kLayout / kLayoutName, splitter_->saveState()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    connect(settings_, &AugmentSettings::changed, this, [this] {
        requestDraw();
        emit experimentChanged(settings_->experiment());
    });
    connect(settings_, &AugmentSettings::trainRequested, this, &AugmentPage::trainRequested);
    connect(faces_, &AugmentFaces::changed, this, &AugmentPage::requestDraw);
    connect(session_, &Session::datasetChanged, this, &AugmentPage::requestDraw);
    showSeed();
    showNothing();
}

AugmentPage::~AugmentPage() {
    cancel_.cancel();
}

void AugmentPage::setExperiment(const Experiment& experiment, const Experiment& base) {
    const bool follows = seed() == settings_->experiment().seed;
    const bool same = experiment == settings_->experiment();
    settings_->setExperiment(experiment, base);
    if (follows) {
        const QSignalBlocker quiet(seed_);
        seed_->setValue(static_cast<double>(experiment.seed));
    }
    showSeed();
    if (!same)
        requestDraw();
}

bool AugmentPage::manyFaces() const {
    return which_->currentIndex() == 1;
}

std::uint64_t AugmentPage::seed() const {
    return static_cast<std::uint64_t>(seed_->value());
}

void AugmentPage::showSeed() {
    const std::uint64_t own = settings_->experiment().seed;
    own_seed_->setVisible(seed() != own);
    own_seed_->setToolTip(tr("Back to the seed of the experiment, %1").arg(own));
    own_seed_->setAccessibleName(own_seed_->toolTip());
}

void AugmentPage::drawAgain() {
    seed_->setValue(1 + QRandomGenerator::global()->bounded(kLargestNewSeed));
}

void AugmentPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    requestDraw();
}

QString AugmentPage::problemText() const {
    QStringList texts;
    for (const FieldProblem& problem : check_experiment(settings_->experiment()))
        if (problem.key.starts_with("augmentation.") || problem.key.starts_with("input."))
            texts << QStringLiteral("%1: %2").arg(QString::fromStdString(problem.key),
                                                  QString::fromStdString(problem.message));
    return texts.join(QLatin1Char('\n'));
}

std::optional<AugmentationEffect> AugmentPage::alone() const {
    if (!effects_->currentData().isValid())
        return std::nullopt;
    return static_cast<AugmentationEffect>(effects_->currentData().toInt());
}

void AugmentPage::enableDraws() {
    using enum AugmentationEffect;
    const auto effect = alone();
    // Alone, an effect goes through its range: only where more than an amount is drawn does the
    // seed matter.
    const bool seeded = !effect || *effect == Shade || *effect == Noise || *effect == Occlusion;
    epoch_->setEnabled(!effect);
    for (QWidget* widget : std::initializer_list<QWidget*>{seed_, own_seed_, again_})
        widget->setEnabled(seeded);
}

AugmentRequest AugmentPage::makeRequest() {
    AugmentRequest request;
    request.scheme = session_->document()->scheme();
    request.experiment = settings_->experiment();
    request.count = count_->currentData().toInt();
    request.faces = faces_->chosen(manyFaces() ? request.count : 1);
    request.many = manyFaces();
    request.seed = seed();
    request.epoch = epoch_->value();
    request.alone = alone();
    request.show_points = points_->isChecked();
    request.as_network = network_->isChecked();
    const double shape = heightByWidth(request.experiment.input);
    grid_->setShape(request.variant_count(), shape);
    request.tile = grid_->tileSize();
    request.original_tile = faces_->originalSize(shape);
    request.pixel_ratio = devicePixelRatioF();
    // Pictures that are being read for other faces are wanted no more.
    if (request.faces != requested_)
        cancel_.cancel();
    cancel_ = cancel_.is_cancelled() ? CancelToken() : cancel_;
    requested_ = request.faces;
    request.cancel = cancel_;
    request.progress = [this](const Progress& progress) {
        QMetaObject::invokeMethod(
            this,
            [this, progress] {
                showProgress(static_cast<int>(progress.done), static_cast<int>(progress.total));
            },
            Qt::QueuedConnection);
    };
    return request;
}

void AugmentPage::requestDraw() {
    if (!isVisible())
        return;
    const bool loaded = session_->document() != nullptr;
    states_->setCurrentIndex(loaded ? 1 : 0);
    faces_->setVisible(loaded);
    if (!loaded)
        return showNothing();
    if (const QString problem = problemText(); !problem.isEmpty())
        return showError(tr("The settings cannot be drawn"), problem);
    const AugmentRequest request = makeRequest();
    if (request.faces.empty())
        return showError(tr("No face matches the filter"),
                         tr("Clear the filter above the list of faces."));
    viewer_->setPointsShown(request.show_points);
    asked_.start();
    job_.start([this, request, cache = cache_]() -> LatestJob::Outcome {
        const auto result = drawVariants(request, *cache);
        if (!result)
            return {};
        return [this, request, result] { showResult(request, result); };
    });
}

void AugmentPage::showNothing() {
    job_.clear();
    hideProgress();
    result_.reset();
    model_->setResult(nullptr);
    faces_->showOriginal(nullptr);
    checks_->clear();
    caption_->clear();
    viewing_ = false;
}

void AugmentPage::showError(const QString& title, const QString& text) {
    job_.clear();
    hideProgress();
    message_->setError(title, text);
    middle_->setCurrentWidget(message_);
    checks_->clear();
    caption_->clear();
    faces_->showOriginal(nullptr);
}

void AugmentPage::hideProgress() {
    cancel_reading_->hide();
    read_on_->hide();
}

void AugmentPage::cancelReading() {
    if (!job_.isBusy())
        return;
    cancel_.cancel();
    showNothing();
    message_->setMessage(QStringLiteral("augment"), tr("The pictures were not read"),
                         tr("Reading them was cancelled. Fewer variants, or those of one face, "
                            "need fewer pictures."));
    read_on_->show();
    middle_->setCurrentWidget(message_);
}

void AugmentPage::showProgress(int done, int total) {
    if (total == 0 || done >= total || asked_.elapsed() <= kSayReadingAfterMs ||
        cancel_.is_cancelled())
        return;
    cancel_reading_->show();
    caption_->setText(tr("Reading pictures: %1 of %2").arg(countText(done), countText(total)));
}

void AugmentPage::showResult(const AugmentRequest& request,
                             std::shared_ptr<const AugmentResult> result) {
    hideProgress();
    if (result->error) {
        QString text = result->error->what;
        if (!result->error->advice.isEmpty())
            text += QStringLiteral("\n\n") + result->error->advice;
        return showError(tr("These faces cannot be augmented"), text);
    }
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
        faces_->showOriginal(&result_->originals.front());
        return;
    }
    showCaption(request, *result_);
    showOriginal();
    checks_->setCheck(result_->check);
    updateViewer();
    middle_->setCurrentWidget(viewing_ ? static_cast<QWidget*>(viewer_) : grid_);
}

void AugmentPage::showCaption(const AugmentRequest& request, const AugmentResult& result) {
    QString text;
    if (request.alone && !is_on(request.experiment.augmentation, *request.alone))
        text = tr("%1 in this experiment: move its slider to see it.").arg(offText(*request.alone));
    else if (request.alone)
        text = tr("%1, from one end of its range to the other").arg(aloneText(*request.alone));
    else if (request.many)
        text = tr("%1 faces in epoch %2 of a training with seed %3, pixel for pixel")
                   .arg(countText(static_cast<long long>(result.variants.size())))
                   .arg(request.epoch)
                   .arg(request.seed);
    else
        text = tr("Epochs %1 to %2 of a training with seed %3, pixel for pixel")
                   .arg(request.epoch)
                   .arg(request.epoch + request.count - 1)
                   .arg(request.seed);
    if (request.as_network)
        text += tr(" · black is %1 and less, white %2 and more")
                    .arg(lossText(result.black), lossText(result.white));
    caption_->setText(text);
    caption_->setToolTip(text);
}

void AugmentPage::showOriginal() {
    if (!result_ || result_->variants.empty())
        return;
    const int row = std::clamp(grid_->currentIndex().row(), 0, model_->rowCount() - 1);
    const int face = model_->variant(row).face;
    faces_->showOriginal(&result_->originals[static_cast<size_t>(face)]);
}

bool AugmentPage::isViewing() const {
    return viewing_;
}

void AugmentPage::viewVariant(int row) {
    const QModelIndex index = model_->index(row, 0);
    if (!index.isValid())
        return;
    viewing_ = true;
    grid_->setCurrentIndex(index);
    updateViewer();
    middle_->setCurrentWidget(viewer_);
    viewer_->view()->setFocus();
}

void AugmentPage::updateViewer() {
    const QModelIndex index = grid_->currentIndex();
    if (!viewing_ || !index.isValid())
        return;
    const AugmentVariant& variant = model_->variant(index.row());
    const QString title = variant.epoch > 0
                              ? tr("%1 in epoch %2").arg(variant.name).arg(variant.epoch)
                              : variant.name;
    viewer_->showVariant(variant, result_->scheme, title, index.row(), model_->rowCount());
}

void AugmentPage::backToGrid() {
    viewing_ = false;
    middle_->setCurrentWidget(grid_);
    grid_->setFocus();
}

}  // namespace rudolph

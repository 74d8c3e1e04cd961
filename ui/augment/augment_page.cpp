#include "ui/augment/augment_page.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/experiment/check_experiment.h"
#include "ui/augment/augment_checks.h"
#include "ui/augment/augment_controls.h"
#include "ui/augment/augment_faces.h"
#include "ui/augment/augment_settings.h"
#include "ui/augment/augment_stage.h"
#include "ui/base/layouts.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/field_words.h"
#include "ui/parts/message_panel.h"
#include "ui/session/data_opener.h"
#include "ui/session/experiment_draft.h"
#include "ui/settings/remember_sizes.h"

namespace rudolph {
namespace {

constexpr int kSettingsWidth = 340;
constexpr int kFacesWidth = 228;
constexpr int kLeastSettings = 280;
constexpr int kLeastWork = 420;

double heightByWidth(const InputSpec& input) {
    return static_cast<double>(std::max(1, input.height)) / std::max(1, input.width);
}

}  // namespace

AugmentPage::AugmentPage(Session* session, QWidget* parent)
    : Page(parent),
      session_(session),
      controls_(new AugmentControls(&session->draft())),
      stage_(new AugmentStage(controls_->looks())),
      checks_(new AugmentChecks),
      faces_(new AugmentFaces(session)),
      states_(new QStackedWidget),
      cache_(std::make_shared<AugmentCache>()),
      job_(JobOrder::Steady) {
    states_->addWidget(makeEmptyState());
    states_->addWidget(makeWork());
    // Its messages are wider than the rest needs.
    states_->setMinimumWidth(kLeastWork);
    auto* settings = new AugmentSettings(session);
    settings->setMinimumWidth(kLeastSettings);
    auto* splitter = new QSplitter(this);
    for (QWidget* part : std::initializer_list<QWidget*>{settings, states_, faces_})
        splitter->addWidget(part);
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({kSettingsWidth, 700, kFacesWidth});
    rememberSizes(splitter, QStringLiteral("augment"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(controls_, &AugmentControls::changed, this, &AugmentPage::requestDraw);
    connect(faces_, &AugmentFaces::changed, this, &AugmentPage::requestDraw);
    connect(stage_, &AugmentStage::tileSizeChanged, this, &AugmentPage::requestDraw);
    connect(stage_, &AugmentStage::drawRequested, this, &AugmentPage::requestDraw);
    connect(stage_, &AugmentStage::cancelRequested, this, &AugmentPage::cancelReading);
    connect(stage_, &AugmentStage::originalChanged, this,
            [this] { faces_->showOriginal(stage_->original()); });
    connect(&session_->draft(), &ExperimentDraft::changed, this, &AugmentPage::requestDraw);
    connect(session_, &Session::datasetChanged, this, &AugmentPage::requestDraw);
    connect(&job_, &Job::progressed, this, [this](const QString& /*what*/, int done, int total) {
        stage_->showProgress(done, total);
    });
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        showError(
            tr("These faces cannot be augmented"),
            settingWords(
                (error.what + QStringLiteral("\n\n") + error.advice).trimmed().toStdString()));
    });
}

QWidget* AugmentPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(QStringLiteral("augment"), tr("No faces to augment yet"),
                      tr("Training turns, shifts, darkens and covers faces afresh in every epoch. "
                         "Here you see what it does to them before you train. Open annotated "
                         "faces first, or make some."));
    connect(panel->addButton(tr("Make demo faces")), &QPushButton::clicked, this,
            [this] { session_->opener().openDemoFaces(); });
    connect(panel->addButton(tr("Open a folder…")), &QPushButton::clicked, this,
            [this] { session_->navigation().chooseFaces(); });
    return panel;
}

QWidget* AugmentPage::makeWork() {
    auto* work = new QWidget;
    auto* column = makeColumn(work, 8, {12, 12, 8, 12});
    column->addWidget(controls_);
    column->addWidget(stage_, 1);
    column->addWidget(checks_);
    return work;
}

std::shared_ptr<const AugmentResult> AugmentPage::result() const {
    return stage_->result();
}

void AugmentPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    requestDraw();
}

QString AugmentPage::problemText() const {
    QStringList texts;
    for (const FieldProblem& problem : check_experiment(session_->draft().experiment()))
        if (problem.key.starts_with("augmentation.") || problem.key.starts_with("input."))
            texts << QStringLiteral("%1: %2").arg(fieldLabel(problem.key),
                                                  problemSentence(problem));
    return texts.join(QLatin1Char('\n'));
}

AugmentRequest AugmentPage::makeRequest() {
    AugmentRequest request;
    request.scheme = session_->document()->scheme();
    request.experiment = session_->draft().experiment();
    request.faces = faces_->chosen(controls_->faceCount());
    controls_->fill(request);
    const double shape = heightByWidth(request.experiment.input);
    request.tile = stage_->tileSize(request.variant_count(), shape);
    request.original_tile = faces_->originalSize(shape);
    request.pixel_ratio = devicePixelRatioF();
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
    draw(request);
}

void AugmentPage::draw(const AugmentRequest& request) {
    // Pictures that are being read for other faces are wanted no more.
    if (request.faces != requested_)
        job_.drop();
    requested_ = request.faces;
    stage_->begin(request);
    job_.start(
        [request, cache = cache_](JobContext& context) {
            return drawVariants(request, *cache, context.cancel(), context.progress());
        },
        [this, request](std::shared_ptr<const AugmentResult> result) {
            showResult(request, std::move(result));
        });
}

void AugmentPage::showResult(const AugmentRequest& request,
                             std::shared_ptr<const AugmentResult> result) {
    const bool left_out = !request.many && !result->originals.front().problem.isEmpty();
    if (left_out)
        checks_->clear();
    else
        checks_->setCheck(result->check);
    stage_->showResult(request, std::move(result));
}

void AugmentPage::showNothing() {
    job_.drop();
    stage_->showNothing();
    checks_->clear();
}

void AugmentPage::showError(const QString& title, const QString& text) {
    job_.drop();
    stage_->showError(title, text);
    checks_->clear();
    faces_->showOriginal(nullptr);
}

void AugmentPage::cancelReading() {
    if (!job_.isBusy())
        return;
    showNothing();
    stage_->showCancelled();
}

}  // namespace rudolph

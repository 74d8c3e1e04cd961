#include "ui/train/train_setup.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/pretrained.h"
#include "core/experiment/shipped_models.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/parts/choice_text.h"
#include "ui/parts/field_row.h"
#include "ui/parts/icons.h"
#include "ui/parts/scroll_to_focus.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/model_shelf.h"
#include "ui/session/run_shelf.h"
#include "ui/session/trainings.h"
#include "ui/settings/settings.h"
#include "ui/train/data_summary.h"
#include "ui/train/experiment_form.h"
#include "ui/train/layer_editor.h"
#include "ui/train/preset_bar.h"
#include "ui/train/rate_dialog.h"
#include "ui/train/repeats_row.h"
#include "ui/train/weights_panel.h"

namespace rudolph {
namespace {

/// What is not set in the form's own rows: the data, and the short way to say layers, which the
/// editor of layers reads and writes.
QStringList elsewhere() {
    QStringList keys{QStringLiteral("data")};
    for (const Field& field : experiment_fields())
        if (field.only_if && field.only_if->first == "model.layers")
            keys << QString::fromStdString(field.key);
    return keys;
}

constexpr auto kWeightsKey = "model.weights";

/// What stands beside the heading of a section.
QToolButton* headingButton(const QString& text, const QString& tip, const QString& icon) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

}  // namespace

TrainSetup::TrainSetup(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      data_(new DataSummary(session, this)),
      form_(new ExperimentForm(&session->draft(), elsewhere())),
      weights_(new WeightsPanel(session)),
      scroll_(new QScrollArea(this)) {
    auto* layout = makeColumn(this, 8, {12, 12, 8, 12});
    layout->addWidget(data_);
    // In the order in which Tab goes through them.
    layout->addWidget(new PresetBar(&session->draft(), this));
    makeForm();
    layout->addWidget(scroll_, 1);
    layout->addWidget(makeFooter());
    connect(session_, &Session::datasetChanged, this, &TrainSetup::updateButtons);
    connect(&session_->trainings(), &Trainings::stateChanged, this, &TrainSetup::updateButtons);
    connect(&session_->trainings(), &Trainings::allEnded, this,
            [this] { session_->runs().refresh(); });
    connect(&session_->trainings(), &Trainings::settingsRefused, this,
            &TrainSetup::showFirstProblem);
    connect(&session_->draft(), &ExperimentDraft::changed, this, &TrainSetup::showProblems);
    connect(&session_->navigation(), &Navigation::settingWanted, this,
            [this](const QString& key) { showEditor(form_->showField(key.toStdString())); });
    updateButtons();
    showProblems();
}

void TrainSetup::makeForm() {
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(form_);
    scrollToFocus(scroll_);
    auto* see = headingButton(tr("See it"), tr("Shows faces as training will get them"),
                              QStringLiteral("augment"));
    connect(see, &QToolButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Augment); });
    connect(form_, &ExperimentForm::layersWanted, this, &TrainSetup::editLayers);
    form_->addToHeading(QStringLiteral("Augmentation"), see);
    find_rate_ = headingButton(tr("Find a rate…"), {}, QStringLiteral("train"));
    find_rate_->setObjectName(QStringLiteral("find rate"));
    connect(find_rate_, &QToolButton::clicked, this, &TrainSetup::findRate);
    form_->addToHeading(QStringLiteral("Training"), find_rate_);
    form_->rowOf(kWeightsKey).setBelow(weights_);
    connect(weights_, &WeightsPanel::weightsCame, this, [this] {
        showWeightChoices();
        // Nothing in it is other than before, but what is said of it.
        const Experiment same = session_->draft().experiment();
        session_->draft().change(same, nullptr);
    });
    connect(&session_->runs(), &RunShelf::changed, this, &TrainSetup::showWeightChoices);
    showWeightChoices();
    form_->setFoldedSections(Settings().get(settings::kFoldedSections.otherwise(
        {QStringLiteral("Input"), QStringLiteral("Augmentation"), QStringLiteral("Loss")})));
    connect(form_, &ExperimentForm::folded, this,
            [this] { Settings().set(settings::kFoldedSections, form_->foldedSections()); });
}

void TrainSetup::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    session_->runs().refresh();
}

/// Shipped and pretrained weights, then runs, newest first.
void TrainSetup::showWeightChoices() {
    std::vector<FieldRow::FileChoice> choices;
    for (const ShippedModel& shipped : shipped_models()) {
        const QString name = QString::fromStdString(shipped.name);
        const QString title = ModelShelf::nameOf(name);
        choices.push_back({title, name, title});
    }
    for (const PretrainedWeights& weights : pretrained_weights()) {
        const QString title = QString::fromStdString(weights.title);
        choices.push_back({is_here(weights) ? title : tr("%1 (not here yet)").arg(title),
                           QString::fromStdString(weights.name), title});
    }
    for (const RunEntryPtr& entry : session_->runs().runs().runs) {
        const RunRecord& run = entry->run;
        if (network_in_run(run.folder).empty())
            continue;
        const QString name = QString::fromStdString(run.name);
        const QString folder = toQString(std::filesystem::absolute(run.folder));
        choices.push_back({tr("%1 · NME %2 · %3")
                               .arg(name, percentText(run.summary.nme),
                                    choiceText(field_text(run.experiment, "model.family"))),
                           folder, folder});
    }
    form_->rowOf(kWeightsKey).setFileChoices(choices);
}

void TrainSetup::findRate() {
    if (!session_->trainings().isReady())
        return;
    if (rates_ == nullptr) {
        rates_ = new RateDialog(session_, this);
        rates_->show();
    }
    rates_->raise();
    rates_->activateWindow();
}

QWidget* TrainSetup::makeFooter() {
    auto* box = new QWidget(this);
    network_ = new QLabel(box);
    network_->setWordWrap(true);
    auto* repeats = new RepeatsRow(session_, box);  // before the buttons also for Tab
    start_ = new QPushButton(themedIcon(QStringLiteral("start")), tr("Start training"), box);
    start_->setObjectName(QStringLiteral("start"));
    enqueue_ = new QPushButton(tr("Add to queue"), box);
    enqueue_->setObjectName(QStringLiteral("enqueue"));
    Trainings* trainings = &session_->trainings();
    connect(start_, &QPushButton::clicked, trainings, &Trainings::start);
    connect(enqueue_, &QPushButton::clicked, trainings, [trainings] { trainings->enqueue(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {start_, enqueue_}) {
        button->setMinimumHeight(36);
        row->addWidget(button, button == start_ ? 1 : 0);
    }
    auto* column = makeColumn(box, 8);
    column->addWidget(network_);
    column->addWidget(repeats);
    column->addLayout(row);
    return box;
}

void TrainSetup::showFirstProblem() {
    showEditor(form_->showFirstProblem());
}

void TrainSetup::showEditor(QWidget* editor) {
    if (editor != nullptr)
        scroll_->ensureWidgetVisible(editor, 0, 80);
}

void TrainSetup::editLayers() {
    int outputs = 0;
    if (const auto dataset = session_->dataset()) {
        try {
            const TargetPoints target = session_->draft().experiment().target;
            outputs = 2 * static_cast<int>(target_indices(target, dataset->scheme).size());
        } catch (const Error&) {
            // The form says that this target is not there; how many points is then not known.
        }
    }
    auto* editor = new LayerEditor(&session_->draft(), outputs, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void TrainSetup::updateButtons() {
    const bool training = session_->trainings().isTraining();
    const bool has_faces = session_->document() != nullptr;
    const QString no_faces = tr("Open annotated faces first");
    start_->setEnabled(has_faces && !training);
    start_->setToolTip(!has_faces ? no_faces
                       : training ? tr("Another training goes on; add this one to the queue")
                                  : QString());
    find_rate_->setEnabled(has_faces && !training);
    find_rate_->setToolTip(!has_faces ? no_faces
                           : training ? tr("A training goes on and needs all processors")
                                      : tr("Tries rising learning rates and proposes one"));
    enqueue_->setEnabled(has_faces);
    enqueue_->setToolTip(has_faces ? tr("Trains these settings after all that wait") : no_faces);
    // What Enter and the eye find first is what can be done.
    start_->setDefault(!training);
    enqueue_->setDefault(training);
}

void TrainSetup::showProblems() {
    const auto wrong = static_cast<int>(session_->draft().problems().size());
    if (wrong == 0)
        return;
    weights_->showSummary({});
    network_->setText(tr("%n setting(s) must be changed before training", nullptr, wrong));
}

void TrainSetup::showSummary(const SetupSummary& summary) {
    if (!session_->draft().problems().empty())
        return;
    data_->setSplit(summary.train_faces, summary.validation_faces);
    weights_->showSummary(summary);
    if (!summary.problem.isEmpty())
        network_->setText(summary.problem);
    else if (summary.parameters > 0)
        network_->setText(tr("%1 weights to learn").arg(countText(summary.parameters)));
    else
        network_->clear();
}

}  // namespace rudolph

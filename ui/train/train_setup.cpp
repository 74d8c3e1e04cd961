#include "ui/train/train_setup.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/json.h"
#include "core/formats/losses.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/icons.h"
#include "ui/parts/scroll_to_focus.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"
#include "ui/train/experiment_form.h"

namespace rudolph {

namespace {

constexpr int kDescribeAfterMs = 250;

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

}  // namespace

TrainSetup::TrainSetup(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      form_(new ExperimentForm({QStringLiteral("data")})),
      scroll_(new QScrollArea),
      describe_later_(new QTimer(this)) {
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(form_);
    scrollToFocus(scroll_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(makeDataBox());
    layout->addWidget(makePresetBox());
    layout->addWidget(scroll_, 1);
    layout->addWidget(makeFooter());

    auto* see = new QToolButton;
    see->setText(tr("See it"));
    see->setToolTip(tr("Shows faces as training will get them"));
    see->setIcon(themedIcon(QStringLiteral("augment")));
    see->setIconSize({16, 16});
    see->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(see, &QToolButton::clicked, this, &TrainSetup::augmentRequested);
    form_->addToHeading(QStringLiteral("Augmentation"), see);

    describe_later_->setSingleShot(true);
    describe_later_->setInterval(kDescribeAfterMs);
    connect(describe_later_, &QTimer::timeout, this,
            [this] { emit describeRequested(revision_, experiment()); });
    connect(form_, &ExperimentForm::changed, this, &TrainSetup::takeFormChange);
    connect(session_, &Session::datasetChanged, this, &TrainSetup::updateData);
    connect(presets_, &QComboBox::currentIndexChanged, this, [this] {
        if (!presets_->currentData().isNull())
            choosePreset(presets_->currentData().toString());
    });
    form_->setFoldedSections(Settings().get(settings::kFoldedSections.otherwise(
        {QStringLiteral("Input"), QStringLiteral("Augmentation"), QStringLiteral("Loss")})));
    connect(form_, &ExperimentForm::folded, this,
            [this] { Settings().set(settings::kFoldedSections, form_->foldedSections()); });
    choosePreset(QStringLiteral("nose-tip"));
    updateData();
}

QWidget* TrainSetup::makeDataBox() {
    auto* box = new QWidget(this);
    data_name_ = wrapped(box);
    QFont bold = data_name_->font();
    bold.setBold(true);
    data_name_->setFont(bold);
    data_faces_ = wrapped(box);
    data_split_ = wrapped(box);
    data_button_ = new QPushButton(box);
    connect(data_button_, &QPushButton::clicked, this, &TrainSetup::dataRequested);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(data_name_, 0, 0);
    grid->addWidget(data_button_, 0, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(data_faces_, 1, 0);
    grid->addWidget(data_split_, 2, 0, 1, 2);
    return box;
}

QWidget* TrainSetup::makePresetBox() {
    auto* box = new QWidget(this);
    presets_ = new QComboBox(box);
    presets_->setAccessibleName(tr("Preset"));
    for (const std::string& name : preset_names())
        presets_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    open_ = new QPushButton(themedIcon(QStringLiteral("open")), {}, box);
    open_->setToolTip(tr("Open an experiment file"));
    open_->setAccessibleName(open_->toolTip());
    save_ = new QPushButton(themedIcon(QStringLiteral("save")), {}, box);
    save_->setToolTip(tr("Save these settings as an experiment file"));
    save_->setAccessibleName(save_->toolTip());
    connect(open_, &QPushButton::clicked, this, &TrainSetup::showOpenDialog);
    connect(save_, &QPushButton::clicked, this, &TrainSetup::showSaveDialog);
    description_ = wrapped(box);
    changes_ = new QLabel(box);
    reset_ = new QPushButton(tr("Reset"), box);
    reset_->setToolTip(tr("All settings back to the preset's"));
    connect(reset_, &QPushButton::clicked, form_, &ExperimentForm::reset);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Preset"), box), 0, 0);
    grid->addWidget(presets_, 0, 1);
    grid->addWidget(open_, 0, 2);
    grid->addWidget(save_, 0, 3);
    grid->addWidget(description_, 1, 0, 1, 4);
    grid->addWidget(changes_, 2, 0, 1, 2);
    grid->addWidget(reset_, 2, 2, 1, 2);
    grid->setRowMinimumHeight(2, reset_->sizeHint().height());
    return box;
}

QWidget* TrainSetup::makeFooter() {
    auto* box = new QWidget(this);
    network_ = wrapped(box);
    start_ = new QPushButton(themedIcon(QStringLiteral("start")), tr("Start training"), box);
    start_->setMinimumHeight(36);
    start_->setDefault(true);
    start_->setObjectName(QStringLiteral("start"));
    connect(start_, &QPushButton::clicked, this, &TrainSetup::startRequested);
    enqueue_ = new QPushButton(tr("Add to queue"), box);
    enqueue_->setMinimumHeight(36);
    connect(enqueue_, &QPushButton::clicked, this, &TrainSetup::enqueueRequested);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(start_, 1);
    row->addWidget(enqueue_);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(network_);
    column->addLayout(row);
    return box;
}

void TrainSetup::showFirstProblem() {
    if (QWidget* editor = form_->showFirstProblem())
        scroll_->ensureWidgetVisible(editor, 0, 80);
}

Experiment TrainSetup::experiment() const {
    Experiment experiment = form_->experiment();
    if (session_->document() != nullptr)
        experiment.data = session_->document()->dataset().source.string();
    return experiment;
}

void TrainSetup::changeExperiment(const Experiment& experiment) {
    // A copy: the form sets its own from it.
    if (experiment != this->experiment())
        form_->changeExperiment(Experiment(experiment));
}

void TrainSetup::setTraining(bool training) {
    training_ = training;
    updateButtons();
}

void TrainSetup::updateButtons() {
    const bool training = training_;
    const bool has_faces = session_->document() != nullptr;
    const QString no_faces = tr("Open annotated faces first");
    start_->setEnabled(has_faces && !training);
    start_->setToolTip(!has_faces ? no_faces
                       : training ? tr("Another training goes on; add this one to the queue")
                                  : QString());
    enqueue_->setEnabled(has_faces);
    enqueue_->setToolTip(has_faces ? tr("Trains these settings after all that wait") : no_faces);
    // What Enter and the eye find first is what can be done.
    start_->setDefault(!training);
    enqueue_->setDefault(training);
}

void TrainSetup::updateData() {
    const AnnotationDocument* document = session_->document();
    const Dataset* dataset = document != nullptr ? &document->dataset() : nullptr;
    data_faces_->setVisible(dataset != nullptr);
    data_split_->setVisible(dataset != nullptr);
    data_split_->clear();
    data_button_->setText(dataset != nullptr ? tr("Change…") : tr("Open…"));
    data_button_->setToolTip(tr("Goes to the Data page"));
    updateButtons();
    if (dataset != nullptr) {
        const QString name = QString::fromStdString(dataset->name);
        data_name_->setText(name);
        data_name_->setToolTip(toQString(dataset->source));
        data_faces_->setText(tr("%1 faces · %2")
                                 .arg(countText(static_cast<long long>(dataset->samples.size())),
                                      QString::fromStdString(dataset->scheme.name)));
    } else {
        data_name_->setText(tr("No data yet"));
        data_name_->setToolTip({});
    }
    takeFormChange();
}

void TrainSetup::takeFormChange() {
    ++revision_;
    updateChanges();
    describe_later_->start();
    emit experimentChanged(experiment());
}

void TrainSetup::updateChanges() {
    const auto changed = form_->changedKeys().size();
    const auto wrong = form_->problems().size();
    QString text;
    if (changed > 0)
        text = changed == 1 ? tr("1 change against the preset")
                            : tr("%1 changes against the preset").arg(changed);
    changes_->setText(text);
    reset_->setVisible(changed > 0);
    if (wrong > 0)
        network_->setText(wrong == 1
                              ? tr("1 setting must be changed before training")
                              : tr("%1 settings must be changed before training").arg(wrong));
}

void TrainSetup::showSummary(const SetupSummary& summary) {
    if (summary.revision != revision_ || !form_->problems().empty())
        return;
    data_split_->setText(summary.train_faces > 0 ? tr("%1 to train · %2 to validate")
                                                       .arg(countText(summary.train_faces),
                                                            countText(summary.validation_faces))
                                                 : QString());
    if (!summary.problem.isEmpty())
        network_->setText(summary.problem);
    else if (summary.parameters > 0)
        network_->setText(tr("%1 weights to learn").arg(countText(summary.parameters)));
    else
        network_->clear();
}

void TrainSetup::choosePreset(const QString& name) {
    try {
        const Experiment chosen = preset(name.toStdString());
        const QSignalBlocker quiet(presets_);
        presets_->setCurrentIndex(presets_->findData(name));
        description_->setText(coreText(chosen.description));
        form_->setExperiment(chosen, chosen);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void TrainSetup::openExperiment(const QString& file) {
    try {
        const Experiment opened = read_experiment(toPath(file));
        const QSignalBlocker quiet(presets_);
        // One entry without data stands for the file that was opened last.
        const int own = presets_->findData(QVariant());
        if (own >= 0)
            presets_->removeItem(own);
        presets_->addItem(QFileInfo(file).fileName(), QVariant());
        presets_->setCurrentIndex(presets_->count() - 1);
        description_->setText(coreText(opened.description));
        form_->setExperiment(opened, opened);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void TrainSetup::saveExperiment(const QString& file) {
    try {
        write_json(toPath(file), to_json(experiment()));
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void TrainSetup::showOpenDialog() {
    auto* dialog =
        new QFileDialog(this, tr("Open an experiment"), Settings().get(settings::kLastFolderOfAll),
                        tr("Experiments (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TrainSetup::openExperiment);
    dialog->open();
}

void TrainSetup::showSaveDialog() {
    auto* dialog =
        new QFileDialog(this, tr("Save the experiment"), Settings().get(settings::kLastFolderOfAll),
                        tr("Experiments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QString::fromStdString(form_->experiment().name) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &TrainSetup::saveExperiment);
    dialog->open();
}

}  // namespace rudolph

#include "ui/train/preset_bar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/parts/elided_label.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/parts/narrow_box.h"
#include "ui/session/experiment_draft.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/translation.h"

namespace rudolph {

PresetBar::PresetBar(ExperimentDraft* draft, QWidget* parent)
    : QWidget(parent),
      draft_(draft),
      presets_(new QComboBox(this)),
      description_(makePlainLabel(this)),
      changes_(new ElidedLabel(this)) {
    presets_->setObjectName(QStringLiteral("preset"));
    presets_->setAccessibleName(tr("Preset"));
    letShrink(presets_, 8);
    for (const std::string& name : preset_names())
        presets_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    connect(presets_, &QComboBox::currentIndexChanged, this, [this] {
        if (!presets_->currentData().isNull())
            draft_->choosePreset(presets_->currentData().toString());
    });
    const auto button = [this](const QString& icon, const QString& tip, void (PresetBar::*slot)()) {
        auto* made = new QPushButton(themedIcon(icon), {}, this);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto* open =
        button(QStringLiteral("open"), tr("Open an experiment file"), &PresetBar::askForExperiment);
    auto* save = button(QStringLiteral("save"), tr("Save these settings as an experiment file"),
                        &PresetBar::askWhereToSaveIt);
    reset_ = new QPushButton(tr("Reset"), this);
    reset_->setToolTip(tr("All settings back to the preset's"));
    connect(reset_, &QPushButton::clicked, this, [this] { draft_->reset(); });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Preset"), this), 0, 0);
    grid->addWidget(presets_, 0, 1);
    grid->addWidget(open, 0, 2);
    grid->addWidget(save, 0, 3);
    grid->addWidget(description_, 1, 0, 1, 4);
    grid->addWidget(changes_, 2, 0, 1, 2);
    grid->addWidget(reset_, 2, 2, 1, 2);
    grid->setRowMinimumHeight(2, reset_->sizeHint().height());
    connect(draft_, &ExperimentDraft::baseChanged, this, &PresetBar::showBase);
    connect(draft_, &ExperimentDraft::changed, this, &PresetBar::showChanges);
    showBase();
    showChanges();
}

void PresetBar::showBase() {
    const QSignalBlocker quiet(presets_);
    // One entry without data stands for the file that was opened last.
    if (!draft_->fileName().isEmpty()) {
        if (const int own = presets_->findData(QVariant()); own >= 0)
            presets_->removeItem(own);
        presets_->addItem(draft_->fileName(), QVariant());
        presets_->setCurrentIndex(presets_->count() - 1);
    } else {
        presets_->setCurrentIndex(presets_->findData(draft_->preset()));
    }
    description_->setText(coreText(draft_->base().description));
}

void PresetBar::showChanges() {
    const auto changed = static_cast<int>(draft_->changedKeys().size());
    changes_->setText(changed > 0 ? tr("%n change(s) against the preset", nullptr, changed)
                                  : QString());
    reset_->setVisible(changed > 0);
}

void PresetBar::askForExperiment() {
    askForFile(this,
               {.title = tr("Open an experiment"),
                .purpose = QStringLiteral("experiments"),
                .filter = tr("Experiments (*.json);;All files (*)")},
               [this](const QString& file) { draft_->open(file); });
}

void PresetBar::askWhereToSaveIt() {
    askWhereToSave(
        this,
        {.title = tr("Save the experiment"),
         .purpose = QStringLiteral("experiments"),
         .filter = tr("Experiments (*.json)"),
         .suggested = QString::fromStdString(draft_->experiment().name) + QStringLiteral(".json"),
         .suffix = QStringLiteral("json")},
        [this](const QString& file) { draft_->save(file); });
}

}  // namespace rudolph

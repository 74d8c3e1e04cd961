#include "ui/augment/augment_settings.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

#include "ui/base/layouts.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/field_row.h"
#include "ui/parts/field_words.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/parts/scroll_to_focus.h"
#include "ui/session/experiment_draft.h"

namespace rudolph {
namespace {

constexpr auto kPart = "augmentation.";

/// A field that opens a group, by the order of the fields.
QString headingAt(const std::string& key) {
    if (key == "augmentation.flip")
        return AugmentSettings::tr("Place");
    if (key == "augmentation.brightness")
        return AugmentSettings::tr("Light");
    if (key == "augmentation.blur_px")
        return AugmentSettings::tr("Quality");
    return {};
}

}  // namespace

AugmentSettings::AugmentSettings(Session* session, QWidget* parent)
    : QWidget(parent), session_(session) {
    auto* scroll = new QScrollArea(this);
    auto* header = makeHeader();
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeRows());
    scrollToFocus(scroll);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* train = new QPushButton(themedIcon(QStringLiteral("train")), tr("Go to training"), this);
    train->setToolTip(tr("The training page has the rest of the experiment"));
    train->setMinimumHeight(32);
    connect(train, &QPushButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Train); });
    auto* layout = makeColumn(this, 8, {12, 12, 8, 12});
    layout->addWidget(header);
    layout->addWidget(scroll, 1);
    layout->addWidget(train);
    connect(&session_->draft(), &ExperimentDraft::changed, this, &AugmentSettings::showDraft);
    showDraft(nullptr);
}

QWidget* AugmentSettings::makeHeader() {
    auto* header = new QWidget(this);
    title_ = new ElidedLabel(header);
    embolden(title_);
    changes_ = new ElidedLabel(header);
    reset_ = new QPushButton(tr("Reset"), header);
    reset_->setObjectName(QStringLiteral("reset augmentation"));
    reset_->setToolTip(tr("All of the augmentation back to the preset's"));
    connect(reset_, &QPushButton::clicked, this, [this] { session_->draft().reset(kPart); });
    auto* grid = new QGridLayout(header);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(title_, 0, 0, 1, 2);
    grid->addWidget(changes_, 1, 0);
    grid->addWidget(reset_, 1, 1);
    grid->setRowMinimumHeight(1, reset_->sizeHint().height());
    return header;
}

QWidget* AugmentSettings::makeRows() {
    auto* rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 4, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (const Field& field : experiment_fields()) {
        if (!field.key.starts_with(kPart))
            continue;
        const QString heading = headingAt(field.key);
        if (!heading.isEmpty())
            addHeading(grid, heading);
        addRow(grid, field);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return rows;
}

void AugmentSettings::addHeading(QGridLayout* grid, const QString& text) {
    auto* heading = new QLabel(text);
    embolden(heading);
    heading->setContentsMargins(0, rows_.empty() ? 0 : 10, 0, 2);
    grid->addWidget(heading, grid->rowCount(), 0, 1, FieldRow::kColumns);
}

void AugmentSettings::addRow(QGridLayout* grid, const Field& field) {
    auto* row = new FieldRow(field, FieldRow::Look::Slider, grid, grid->parentWidget());
    connect(row, &FieldRow::edited, this, [this, row](const QString& text) {
        session_->draft().setText(row->key(), text, this);
    });
    connect(row, &FieldRow::resetRequested, this,
            [this, row] { session_->draft().reset(row->key()); });
    rows_.push_back(row);
}

void AugmentSettings::showDraft(const QObject* by) {
    const ExperimentDraft& draft = session_->draft();
    title_->setText(
        tr("Augmentation of “%1”").arg(QString::fromStdString(draft.experiment().name)));
    for (FieldRow* row : rows_) {
        if (by != this)
            row->setText(fieldText(draft.experiment(), row->field()));
        row->setChanged(draft.isChanged(row->key()), fieldText(draft.base(), row->field()));
    }
    const auto changed = static_cast<int>(draft.changedKeys(kPart).size());
    changes_->setText(changed == 0 ? tr("As in the preset")
                                   : tr("%n change(s) against the preset", nullptr, changed));
    reset_->setVisible(changed > 0);
}

}  // namespace rudolph

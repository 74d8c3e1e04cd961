#include "ui/train/experiment_form.h"

#include <QGridLayout>
#include <QToolButton>
#include <algorithm>

#include "core/base/error.h"
#include "core/experiment/model_layers.h"
#include "ui/parts/field_row.h"
#include "ui/parts/field_words.h"
#include "ui/parts/labels.h"
#include "ui/settings/translation.h"
#include "ui/train/layer_words.h"

namespace rudolph {

ExperimentForm::ExperimentForm(ExperimentDraft* draft, const QStringList& elsewhere,
                               QWidget* parent)
    : QWidget(parent), draft_(draft), elsewhere_(elsewhere) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 4, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    std::string section;
    for (const Field& field : experiment_fields()) {
        if (elsewhere.contains(QString::fromStdString(field.key)))
            continue;
        if (field.section != section) {
            section = field.section;
            addSection(grid, QString::fromStdString(section));
        }
        addRow(grid, field);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    connect(draft_, &ExperimentDraft::changed, this, &ExperimentForm::showDraft);
    showDraft(nullptr);
}

void ExperimentForm::addSection(QGridLayout* grid, const QString& title) {
    auto* heading = new QToolButton(this);
    heading->setObjectName(title);
    embolden(heading);
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading->setAutoRaise(true);
    heading->setFocusPolicy(Qt::TabFocus);
    heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    heading->setToolTip(tr("Fold or unfold"));
    connect(heading, &QToolButton::clicked, this, [this, place = sections_.size()] {
        sections_[place].folded = !sections_[place].folded;
        updateSection(sections_[place]);
        emit folded();
    });
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(heading, 1);
    grid->addWidget(box, grid->rowCount(), 0, 1, FieldRow::kColumns);
    sections_.push_back({title, box, heading, {}});
}

void ExperimentForm::addRow(QGridLayout* grid, const Field& field) {
    auto* row = new FieldRow(field, FieldRow::Look::Entry, grid, this);
    connect(row, &FieldRow::edited, this,
            [this, row](const QString& text) { draft_->setText(row->key(), text, this); });
    connect(row, &FieldRow::resetRequested, this, [this, row] { reset(*row); });
    connect(row, &FieldRow::editRequested, this, &ExperimentForm::layersWanted);
    sections_.back().rows.push_back(row);
}

QStringList ExperimentForm::keys() const {
    QStringList keys;
    for (const Section& section : sections_)
        for (const FieldRow* row : section.rows)
            keys << QString::fromStdString(row->key());
    return keys;
}

QStringList ExperimentForm::foldedSections() const {
    QStringList titles;
    for (const Section& section : sections_)
        if (section.folded)
            titles << section.title;
    return titles;
}

void ExperimentForm::setFoldedSections(const QStringList& titles) {
    for (Section& section : sections_) {
        section.folded = titles.contains(section.title);
        updateSection(section);
    }
}

void ExperimentForm::addToHeading(const QString& section, QWidget* button) {
    for (const Section& each : sections_)
        if (each.title == section) {
            each.box->layout()->addWidget(button);
            setTabOrder(each.heading, button);
        }
}

FieldRow& ExperimentForm::rowOf(const std::string& key) const {
    for (const Section& section : sections_)
        for (FieldRow* row : section.rows)
            if (row->key() == key)
                return *row;
    throw Error("the form has no row for '" + key + "'");
}

std::vector<std::string> ExperimentForm::keysOf(const FieldRow& row) const {
    std::vector<std::string> keys = {row.key()};
    if (row.field().type == FieldType::LayerList)
        for (const Field& field : experiment_fields())
            if (field.only_if && field.only_if->first == row.key() &&
                elsewhere_.contains(QString::fromStdString(field.key)))
                keys.push_back(field.key);
    return keys;
}

QString ExperimentForm::textOf(const Experiment& experiment, const FieldRow& row) const {
    if (row.field().type == FieldType::LayerList)
        return layersText(layers_of(experiment.model));
    return &experiment == &draft_->experiment() ? draft_->text(row.field())
                                                : fieldText(experiment, row.field());
}

bool ExperimentForm::isChanged(const FieldRow& row) const {
    const std::vector<std::string> keys = keysOf(row);
    return std::any_of(keys.begin(), keys.end(),
                       [this](const std::string& key) { return draft_->isChanged(key); });
}

QString ExperimentForm::problemOf(const FieldRow& row) const {
    for (const std::string& key : keysOf(row))
        if (QString problem = draft_->problemOf(key); !problem.isEmpty())
            return problem;
    return {};
}

void ExperimentForm::reset(const FieldRow& row) {
    for (const std::string& key : keysOf(row))
        draft_->reset(key);
}

void ExperimentForm::showDraft(const QObject* by) {
    for (const Section& section : sections_) {
        for (FieldRow* row : section.rows) {
            if (by != this)
                row->setText(textOf(draft_->experiment(), *row));
            row->setChanged(isChanged(*row), textOf(draft_->base(), *row));
            row->setProblem(problemOf(*row));
        }
        updateSection(section);
    }
}

/// The heading says what is hidden in a folded section.
void ExperimentForm::updateSection(const Section& section) {
    bool applies = false;
    int changes = 0;
    int wrong = 0;
    for (FieldRow* row : section.rows) {
        const bool row_applies = field_applies(draft_->experiment(), row->field());
        row->setVisible(row_applies && !section.folded);
        if (!row_applies)
            continue;
        applies = true;
        changes += isChanged(*row) ? 1 : 0;
        wrong += problemOf(*row).isEmpty() ? 0 : 1;
    }
    section.box->setVisible(applies);
    section.heading->setArrowType(section.folded ? Qt::RightArrow : Qt::DownArrow);
    QString text = coreText(section.title.toStdString());
    if (section.folded && wrong > 0)
        text += tr(" · %n wrong", nullptr, wrong);
    else if (section.folded && changes > 0)
        text += tr(" · %n changed", nullptr, changes);
    section.heading->setText(text);
}

QWidget* ExperimentForm::showRow(const Section& section, const FieldRow& row) {
    if (section.folded)
        section.heading->click();
    row.editor()->setFocus(Qt::OtherFocusReason);
    return row.editor();
}

QWidget* ExperimentForm::showFirstProblem() {
    for (const Section& section : sections_)
        for (const FieldRow* row : section.rows)
            if (!problemOf(*row).isEmpty() && field_applies(draft_->experiment(), row->field()))
                return showRow(section, *row);
    return nullptr;
}

QWidget* ExperimentForm::showField(const std::string& key) {
    for (const Section& section : sections_)
        for (const FieldRow* row : section.rows) {
            const std::vector<std::string> keys = keysOf(*row);
            if (std::find(keys.begin(), keys.end(), key) != keys.end() &&
                field_applies(draft_->experiment(), row->field()))
                return showRow(section, *row);
        }
    return nullptr;
}

}  // namespace rudolph

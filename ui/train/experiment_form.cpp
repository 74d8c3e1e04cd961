#include "ui/train/experiment_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "ui/base/palette.h"
#include "ui/parts/choice_text.h"
#include "ui/parts/icons.h"
#include "ui/parts/quiet_controls.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

constexpr int kLabelColumn = 0;
constexpr int kEditorColumn = 1;
constexpr int kUnitColumn = 2;
constexpr int kResetColumn = 3;
constexpr int kColumns = 4;
constexpr int kLabelWidth = 108;

/// "key: must be a number" without the key, which the row already names.
QString sentence(const std::string& key, const std::string& message) {
    QString text = QString::fromStdString(message);
    const QString prefix = QString::fromStdString(key) + QStringLiteral(": ");
    if (text.startsWith(prefix))
        text.remove(0, prefix.size());
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Red that can be read on this background.
QColor problemColour(const QPalette& palette) {
    return colourOf(Hue::Bad, palette);
}

}  // namespace

ExperimentForm::ExperimentForm(const QStringList& elsewhere, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 4, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(kEditorColumn, 1);
    std::string section;
    // Rows are pointed to by the lambdas of their widgets only through their keys.
    rows_.reserve(experiment_fields().size());
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
    setExperiment({}, {});
}

void ExperimentForm::addSection(QGridLayout* grid, const QString& title) {
    auto* heading = new QToolButton(this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading->setAutoRaise(true);
    heading->setFocusPolicy(Qt::TabFocus);
    heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    heading->setToolTip(tr("Fold or unfold"));
    connect(heading, &QToolButton::clicked, this, [this, place = sections_.size()] {
        sections_[place].folded = !sections_[place].folded;
        updateRows();
        emit folded();
    });
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(heading, 1);
    grid->addWidget(box, grid->rowCount(), kLabelColumn, 1, kColumns);
    sections_.push_back({title, box, heading, {}});
}

QStringList ExperimentForm::foldedSections() const {
    QStringList titles;
    for (const Section& section : sections_)
        if (section.folded)
            titles << section.title;
    return titles;
}

void ExperimentForm::setFoldedSections(const QStringList& titles) {
    for (Section& section : sections_)
        section.folded = titles.contains(section.title);
    updateRows();
}

QToolButton* ExperimentForm::sectionButton(const QString& title) const {
    for (const Section& section : sections_)
        if (section.title == title)
            return section.heading;
    return nullptr;
}

ExperimentForm::Section& ExperimentForm::sectionOf(size_t row) {
    return *std::find_if(sections_.begin(), sections_.end(), [row](const Section& section) {
        return !section.members.empty() && section.members.back() >= row;
    });
}

/// The heading says what is hidden in a folded section.
void ExperimentForm::updateSection(const Section& section) {
    bool applies = false;
    int changes = 0;
    int wrong = 0;
    for (const size_t member : section.members) {
        const Row& row = rows_[member];
        if (!field_applies(experiment_, *row.field))
            continue;
        applies = true;
        changes += row.reset->property("differs").toBool() ? 1 : 0;
        wrong += row.problem->text().isEmpty() ? 0 : 1;
    }
    section.box->setVisible(applies);
    section.heading->setArrowType(section.folded ? Qt::RightArrow : Qt::DownArrow);
    QString text = coreText(section.title.toStdString());
    if (section.folded && wrong > 0)
        text += tr(" · %1 wrong").arg(wrong);
    else if (section.folded && changes > 0)
        text += tr(" · %1 changed").arg(changes);
    section.heading->setText(text);
}

void ExperimentForm::addToHeading(const QString& section, QWidget* button) {
    for (const Section& each : sections_)
        if (each.title == section) {
            each.box->layout()->addWidget(button);
            setTabOrder(each.heading, button);
        }
}

void ExperimentForm::addRow(QGridLayout* grid, const Field& field) {
    Row row;
    row.field = &field;
    const QString key = QString::fromStdString(field.key);
    const QString tip = QStringLiteral("<p>%1</p>").arg(coreText(field.tip).toHtmlEscaped());
    auto* label = new QLabel(coreText(field.label), this);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // The longest would leave no room for units and reset buttons in a narrow form.
    label->setWordWrap(true);
    label->setMinimumWidth(kLabelWidth);
    label->setToolTip(tip);
    row.label = label;
    row.cell = makeEditor(row);
    row.editor->setObjectName(key);
    row.editor->setToolTip(tip);
    row.editor->setAccessibleName(label->text());
    label->setBuddy(row.editor);
    row.unit = new QLabel(coreText(field.unit), this);
    row.reset = new QToolButton(this);
    row.reset->setIcon(themedIcon(QStringLiteral("reset")));
    row.reset->setIconSize({14, 14});
    row.reset->setAutoRaise(true);
    row.reset->setFocusPolicy(Qt::TabFocus);
    row.reset->setAccessibleName(tr("Reset %1").arg(label->text()));
    QSizePolicy keep_room = row.reset->sizePolicy();
    keep_room.setRetainSizeWhenHidden(true);
    row.reset->setSizePolicy(keep_room);
    connect(row.reset, &QToolButton::clicked, this, [this, key] {
        takeText(key, QString::fromStdString(field_text(base_, key.toStdString())));
        showValue(rows_[row_of_key_[key]]);
    });
    row.problem = new QLabel(this);
    row.problem->setWordWrap(true);
    row.problem->hide();

    const int line = grid->rowCount();
    grid->addWidget(row.label, line, kLabelColumn);
    // Words need the room that numbers leave to their unit, which is then empty.
    const int columns = field.unit.empty() ? kResetColumn - kEditorColumn : 1;
    grid->addWidget(row.unit, line, kUnitColumn);
    grid->addWidget(row.cell, line, kEditorColumn, 1, columns);
    grid->addWidget(row.reset, line, kResetColumn);
    grid->addWidget(row.problem, line + 1, kLabelColumn, 1, kColumns);
    sections_.back().members.push_back(rows_.size());
    row_of_key_[key] = rows_.size();
    rows_.push_back(row);
}

QWidget* ExperimentForm::makeEditor(Row& row) {
    const Field& field = *row.field;
    const QString key = QString::fromStdString(field.key);
    if (field.type == FieldType::Choice) {
        auto* combo = new QuietComboBox(this);
        for (const std::string& choice : field.choices)
            combo->addItem(choiceText(choice), QString::fromStdString(choice));
        combo->setMinimumContentsLength(6);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(combo, &QComboBox::currentIndexChanged, this,
                [this, key, combo] { takeText(key, combo->currentData().toString()); });
        row.editor = combo;
        return combo;
    }
    auto* line = new QLineEdit(this);
    line->setMinimumWidth(72);
    connect(line, &QLineEdit::textChanged, this,
            [this, key](const QString& text) { takeText(key, text); });
    row.editor = line;
    if (field.type != FieldType::File)
        return line;
    auto* cell = new QWidget(this);
    auto* layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* choose = new QToolButton(cell);
    choose->setIcon(themedIcon(QStringLiteral("open")));
    choose->setToolTip(tr("Choose a file"));
    choose->setAccessibleName(choose->toolTip());
    connect(choose, &QToolButton::clicked, this, [this, key] { chooseFile(key); });
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    return cell;
}

void ExperimentForm::setExperiment(const Experiment& experiment, const Experiment& base) {
    experiment_ = experiment;
    base_ = base;
    for (Row& row : rows_) {
        row.unreadable.clear();
        showValue(row);
    }
    updateRows();
    emit changed();
}

void ExperimentForm::changeExperiment(const Experiment& experiment) {
    const Experiment before = std::exchange(experiment_, experiment);
    for (Row& row : rows_) {
        if (field_value(before, row.field->key) == field_value(experiment_, row.field->key))
            continue;
        row.unreadable.clear();
        showValue(row);
    }
    updateRows();
    emit changed();
}

void ExperimentForm::reset() {
    setExperiment(base_, base_);
}

void ExperimentForm::takeText(const QString& key, const QString& text) {
    if (filling_)
        return;
    Row& row = rows_[row_of_key_[key]];
    QString value = text;
    // Whoever writes 0,05 means 0.05.
    if (row.field->type == FieldType::Number && value.count(QLatin1Char(',')) == 1 &&
        !value.contains(QLatin1Char('.')))
        value.replace(QLatin1Char(','), QLatin1Char('.'));
    try {
        set_field_text(experiment_, row.field->key, value.toStdString());
        row.unreadable.clear();
    } catch (const Error& error) {
        row.unreadable = sentence(row.field->key, error.message());
    }
    updateRows();
    emit changed();
}

void ExperimentForm::showValue(Row& row) {
    const QScopedValueRollback<bool> filling(filling_, true);
    const QString text = QString::fromStdString(field_text(experiment_, row.field->key));
    if (auto* combo = qobject_cast<QComboBox*>(row.editor)) {
        combo->setCurrentIndex(combo->findData(text));
    } else if (auto* line = qobject_cast<QLineEdit*>(row.editor)) {
        line->setText(text);
        line->setCursorPosition(0);
    }
}

void ExperimentForm::updateRows() {
    problems_.clear();
    for (const Row& row : rows_)
        if (!row.unreadable.isEmpty() && field_applies(experiment_, *row.field))
            problems_.push_back({row.field->key, row.unreadable.toStdString()});
    for (const FieldProblem& problem : check_experiment(experiment_)) {
        const bool known = std::any_of(problems_.begin(), problems_.end(),
                                       [&](const auto& other) { return other.key == problem.key; });
        if (!known)
            problems_.push_back(problem);
    }
    for (Row& row : rows_)
        updateRow(row);
    for (const Section& section : sections_)
        updateSection(section);
}

void ExperimentForm::updateRow(Row& row) {
    const std::string& key = row.field->key;
    const size_t place = row_of_key_[QString::fromStdString(key)];
    const bool applies = field_applies(experiment_, *row.field) && !sectionOf(place).folded;
    for (QWidget* widget : {row.label, row.cell, static_cast<QWidget*>(row.unit)})
        widget->setVisible(applies);

    QString text;
    for (const FieldProblem& problem : problems_)
        if (problem.key == key)
            text = sentence(key, problem.message);
    row.problem->setText(text);
    row.problem->setVisible(applies && !text.isEmpty());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, problemColour(palette));
    row.problem->setPalette(palette);
    QPalette editor_palette = this->palette();
    if (!text.isEmpty())
        editor_palette.setColor(QPalette::Text, problemColour(editor_palette));
    row.editor->setPalette(editor_palette);

    const bool differs =
        !row.unreadable.isEmpty() || field_value(experiment_, key) != field_value(base_, key);
    // Not setVisible: a row that does not apply has no room to keep.
    QSizePolicy policy = row.reset->sizePolicy();
    policy.setRetainSizeWhenHidden(applies);
    row.reset->setSizePolicy(policy);
    row.reset->setProperty("differs", differs);
    row.reset->setVisible(applies && differs);
    row.reset->setToolTip(
        tr("Changed. Reset to %1").arg(QString::fromStdString(field_text(base_, key))));
    QFont font = row.label->font();
    font.setItalic(differs);
    row.label->setFont(font);
}

QStringList ExperimentForm::changedKeys() const {
    QStringList changed;
    for (const Row& row : rows_)
        if (!row.unreadable.isEmpty() ||
            field_value(experiment_, row.field->key) != field_value(base_, row.field->key))
            changed << QString::fromStdString(row.field->key);
    return changed;
}

QStringList ExperimentForm::keys() const {
    QStringList keys;
    for (const Row& row : rows_)
        keys << QString::fromStdString(row.field->key);
    return keys;
}

QWidget* ExperimentForm::editor(const QString& key) const {
    const auto row = row_of_key_.find(key);
    return row == row_of_key_.end() ? nullptr : rows_[*row].editor;
}

QString ExperimentForm::problemText(const QString& key) const {
    const auto row = row_of_key_.find(key);
    return row == row_of_key_.end() ? QString() : rows_[*row].problem->text();
}

QWidget* ExperimentForm::showFirstProblem() {
    for (const Row& row : rows_) {
        if (row.problem->text().isEmpty() || !field_applies(experiment_, *row.field))
            continue;
        Section& section = sectionOf(row_of_key_[QString::fromStdString(row.field->key)]);
        if (section.folded)
            section.heading->click();
        row.editor->setFocus(Qt::OtherFocusReason);
        return row.editor;
    }
    return nullptr;
}

void ExperimentForm::chooseFile(const QString& key) {
    auto* dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (key == QStringLiteral("model.weights"))
        dialog->setNameFilters({tr("Weights (*.safetensors)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString& file) {
        if (auto* line = qobject_cast<QLineEdit*>(editor(key)))
            line->setText(file);
    });
    dialog->open();
}

}  // namespace rudolph

#include "ui/parts/field_row.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <algorithm>
#include <optional>

#include "ui/base/glossary.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/base/plain_tip.h"
#include "ui/parts/choice_text.h"
#include "ui/parts/icons.h"
#include "ui/parts/narrow_box.h"
#include "ui/parts/quiet_controls.h"
#include "ui/parts/slider_scale.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

enum FieldColumn { kName, kEditor, kBeside, kReset };

constexpr int kNumberWidth = 70;

/// The word of the field that a setting is about, where that needs more than its own tip.
std::optional<Term> termOf(const std::string& key) {
    if (key == "seed")
        return Term::Seed;
    if (key == "epochs")
        return Term::Epoch;
    if (key == "model.looks")
        return Term::Looks;
    if (QString::fromStdString(key).endsWith(QStringLiteral("_probability")))
        return Term::Share;
    return std::nullopt;
}

void keepRoom(QWidget* widget, bool keep) {
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    widget->setSizePolicy(policy);
}

}  // namespace

FieldRow::FieldRow(const Field& field, Look look, QGridLayout* grid, QWidget* form)
    : QObject(form),
      field_(field),
      name_(new QLabel(coreText(field.label), form)),
      problem_(new QLabel(form)) {
    name_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // The longest would leave no room for units and reset buttons in a narrow form.
    name_->setWordWrap(true);
    problem_->setObjectName(QString::fromStdString(field.key + " problem"));
    problem_->setWordWrap(true);
    problem_->hide();
    if (look == Look::Slider) {
        name_->setMinimumWidth(92);
        makeSlider(form);
    } else {
        name_->setMinimumWidth(108);
        if (field.type == FieldType::Choice)
            makeChoice(form);
        else if (field.type == FieldType::File)
            makeFile(form);
        else if (field.type == FieldType::LayerList)
            makeLayers(form);
        else
            makeLine(form);
        beside_ = new QLabel(coreText(field.unit), form);
        name_->setBuddy(editor_);
    }
    editor_->setObjectName(QString::fromStdString(field.key));
    const std::optional<Term> term = termOf(field.key);
    const QString tip = term ? withTerm(coreText(field.tip), *term)
                             : QStringLiteral("<p>%1</p>").arg(coreText(field.tip).toHtmlEscaped());
    for (QWidget* widget : {static_cast<QWidget*>(name_), editor_, beside_}) {
        widget->setToolTip(tip);
        if (widget != name_)
            widget->setAccessibleName(name_->text());
    }
    makeReset(form);

    const int line = grid->rowCount();
    // Words need the room that numbers leave to their unit, which is then empty.
    const bool wide = look == Look::Entry && field.unit.empty();
    grid->addWidget(name_, line, kName);
    grid->addWidget(beside_, line, kBeside);
    grid->addWidget(cell_, line, kEditor, 1, wide ? 2 : 1);
    grid->addWidget(reset_, line, kReset);
    grid->addWidget(problem_, line + 1, kName, 1, kColumns);
    if (below_ != nullptr)
        grid->addWidget(below_, line + 2, kName, 1, kColumns);
}

void FieldRow::makeLine(QWidget* form) {
    auto* line = new QLineEdit(form);
    line->setMinimumWidth(72);
    connect(line, &QLineEdit::textChanged, this, &FieldRow::say);
    show_ = [line](const QString& text) {
        line->setText(text);
        line->setCursorPosition(0);
    };
    editor_ = cell_ = line;
}

void FieldRow::makeFile(QWidget* form) {
    files_ = new QuietComboBox(form);
    letShrink(files_, 6);
    files_->addItem(tr("None"), QString());
    connect(files_, &QComboBox::currentIndexChanged, this, [this] {
        // Where it lies, else what the setting means.
        const QString place = files_->currentData(Qt::ToolTipRole).toString();
        files_->setToolTip(place.isEmpty() ? name_->toolTip() : place);
        say(files_->currentData().toString());
    });
    show_ = [this](const QString& text) { chooseFile(text); };
    editor_ = files_;
    auto* choose = new QToolButton(form);
    choose->setIcon(themedIcon(QStringLiteral("open")));
    choose->setToolTip(tr("Choose a file"));
    choose->setAccessibleName(choose->toolTip());
    connect(choose, &QToolButton::clicked, this, [this, form] {
        // The one file that a setting names is one of weights.
        askForFile(form,
                   {.title = tr("Choose a file"),
                    .purpose = QString::fromStdString(field_.key),
                    .filter = tr("Weights (*.safetensors *.pth *.pt)") + QStringLiteral(";;") +
                              tr("All files (*)")},
                   [this](const QString& file) { chooseFile(file); });
    });
    cell_ = new QWidget(form);
    auto* layout = makeRow(cell_, 4);
    layout->addWidget(files_, 1);
    layout->addWidget(choose);
    below_ = new QWidget(form);
    makeColumn(below_, 4);
}

void FieldRow::chooseFile(const QString& value) {
    int place = files_->findData(value);
    if (place < 0) {
        // What nobody offers: a file of one's own.
        place = files_->count();
        files_->addItem(QFileInfo(QDir::cleanPath(value)).fileName(), value);
        files_->setItemData(place, plainTip(value), Qt::ToolTipRole);
    }
    files_->setCurrentIndex(place);
}

void FieldRow::setFileChoices(const std::vector<FileChoice>& choices) {
    if (files_->view()->isVisible())
        return;  // not under the hand
    const QScopedValueRollback<bool> filling(filling_, true);
    const QString chosen = files_->currentData().toString();
    files_->clear();
    files_->addItem(tr("None"), QString());
    for (const FileChoice& choice : choices) {
        files_->addItem(choice.text, choice.value);
        files_->setItemData(files_->count() - 1, plainTip(choice.tip), Qt::ToolTipRole);
    }
    chooseFile(chosen);
    // The list may be wider than a narrow form.
    constexpr int kWidest = 480;
    constexpr int kAround = 32;
    files_->view()->setMinimumWidth(
        std::min(kWidest, files_->view()->sizeHintForColumn(0) + kAround));
}

void FieldRow::setBelow(QWidget* widget) {
    below_->layout()->addWidget(widget);
}

void FieldRow::makeChoice(QWidget* form) {
    auto* combo = new QuietComboBox(form);
    for (const std::string& choice : field_.choices)
        combo->addItem(choiceText(choice), QString::fromStdString(choice));
    letShrink(combo, 6);
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, combo] { say(combo->currentData().toString()); });
    show_ = [combo](const QString& text) { combo->setCurrentIndex(combo->findData(text)); };
    editor_ = cell_ = combo;
}

void FieldRow::makeLayers(QWidget* form) {
    cell_ = new QWidget(form);
    auto* layers = new QLabel(cell_);
    layers->setWordWrap(true);
    layers->setTextFormat(Qt::PlainText);
    auto* edit = new QPushButton(tr("Edit layers…"), cell_);
    edit->setAutoDefault(false);
    connect(edit, &QPushButton::clicked, this, &FieldRow::editRequested);
    auto* column = makeColumn(cell_, 2);
    column->addWidget(layers);
    column->addWidget(edit, 0, Qt::AlignLeft);
    show_ = [layers](const QString& text) { layers->setText(text); };
    editor_ = edit;
}

void FieldRow::makeSlider(QWidget* form) {
    const SliderScale scale(field_);
    auto* slider = new QuietSlider(Qt::Horizontal, form);
    slider->setRange(0, scale.steps());
    slider->setPageStep(std::max(1, scale.steps() / 10));
    slider->setMinimumWidth(40);
    auto* number = new QuietNumber(form);
    number->setObjectName(QString::fromStdString(field_.key + " number"));
    number->setDecimals(scale.isWhole() ? 0 : 4);
    number->setRange(scale.least(), scale.most());
    number->setSingleStep(scale.isWhole() || scale.most() > 4 ? 1 : 0.05);
    number->setFixedWidth(kNumberWidth);
    if (!field_.unit.empty())
        number->setSuffix(field_.unit == "°" ? QStringLiteral("°")
                                             : QLatin1Char(' ') + coreText(field_.unit));
    name_->setBuddy(number);
    // One shows what was done to the other, and says nothing of it: a value between two steps of
    // the slider stays as it was typed.
    const auto move_slider = [this, slider, scale](double value) {
        const QScopedValueRollback<bool> filling(filling_, true);
        if (scale.valueAt(slider->value()) != value)
            slider->setValue(scale.stepOf(value));
    };
    connect(slider, &QSlider::valueChanged, this, [this, number, scale](int step) {
        if (filling_)
            return;
        const double value = scale.valueAt(step);
        {
            const QScopedValueRollback<bool> filling(filling_, true);
            number->setValue(value);
        }
        say(numberText(value));
    });
    connect(number, &QDoubleSpinBox::valueChanged, this, [this, move_slider](double value) {
        if (filling_)
            return;
        move_slider(value);
        say(numberText(value));
    });
    show_ = [number, move_slider](const QString& text) {
        bool known = false;
        const double value = typedNumber(text).toDouble(&known);
        if (!known)
            return;
        number->setValue(value);
        move_slider(value);
    };
    editor_ = cell_ = slider;
    beside_ = number;
}

void FieldRow::makeReset(QWidget* form) {
    reset_ = new QToolButton(form);
    reset_->setObjectName(QString::fromStdString(field_.key + " reset"));
    reset_->setIcon(themedIcon(QStringLiteral("reset")));
    reset_->setIconSize({14, 14});
    reset_->setAutoRaise(true);
    reset_->setFocusPolicy(Qt::TabFocus);
    reset_->setAccessibleName(tr("Reset %1").arg(name_->text()));
    keepRoom(reset_, true);
    reset_->hide();
    connect(reset_, &QToolButton::clicked, this, &FieldRow::resetRequested);
}

void FieldRow::say(const QString& text) {
    if (!filling_)
        emit edited(text);
}

void FieldRow::setText(const QString& text) {
    const QScopedValueRollback<bool> filling(filling_, true);
    show_(text);
}

void FieldRow::setChanged(bool changed, const QString& base) {
    changed_ = changed;
    reset_->setVisible(visible_ && changed);
    reset_->setToolTip(tr("Changed. Reset to %1").arg(base));
    QFont font = name_->font();
    font.setItalic(changed);
    name_->setFont(font);
}

void FieldRow::setProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->setVisible(visible_ && !sentence.isEmpty());
    QPalette palette = name_->palette();
    palette.setColor(QPalette::WindowText, colourOf(Hue::Bad, palette));
    problem_->setPalette(palette);
    QPalette editor_palette = name_->palette();
    if (!sentence.isEmpty())
        editor_palette.setColor(QPalette::Text, colourOf(Hue::Bad, editor_palette));
    editor_->setPalette(editor_palette);
}

void FieldRow::setVisible(bool visible) {
    visible_ = visible;
    for (QWidget* widget : {static_cast<QWidget*>(name_), cell_, beside_})
        widget->setVisible(visible);
    if (below_ != nullptr)
        below_->setVisible(visible);
    // A row that is hidden has no room to keep.
    keepRoom(reset_, visible);
    reset_->setVisible(visible && changed_);
    problem_->setVisible(visible && !problem_->text().isEmpty());
}

}  // namespace rudolph

#include "ui/train/sweep_axis_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "core/base/nan.h"
#include "core/base/text.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/field_words.h"
#include "ui/parts/icons.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

enum Form { kValues, kRange };

constexpr int kMostSteps = 100;
constexpr double kFactor = 10;  // a rate is tried from a tenth to ten times itself

bool isNumber(const Field& field) {
    return field.type == FieldType::Integer || field.type == FieldType::Number;
}

/// Settings that make no sense in a sweep: names, texts, files, and where to compute.
bool canSweep(const Field& field) {
    return field.type != FieldType::Text && field.type != FieldType::File &&
           field.key != "device" && field.key != "threads";
}

double numberIn(const QLineEdit* edit) {
    return parse_number(typedNumber(edit->text().trimmed()).toStdString()).value_or(kNaN);
}

}  // namespace

SweepAxisRow::SweepAxisRow(const Experiment& base, const QString& key, QWidget* parent)
    : QWidget(parent),
      base_(base),
      field_(new QComboBox(this)),
      form_(new QComboBox(this)),
      editors_(new QStackedWidget(this)),
      values_(new QLineEdit(this)) {
    for (const Field& field : experiment_fields())
        if (canSweep(field) && field_applies(base_, field))
            field_->addItem(
                QStringLiteral("%1 · %2").arg(coreText(field.section), coreText(field.label)),
                QString::fromStdString(field.key));
    field_->setObjectName(QStringLiteral("setting"));
    field_->setAccessibleName(tr("Setting"));
    field_->setCurrentIndex(std::max(0, field_->findData(key)));
    field_->setMinimumContentsLength(18);
    form_->addItems({tr("Values"), tr("Range")});
    form_->setObjectName(QStringLiteral("how"));
    form_->setAccessibleName(tr("How values are chosen"));
    values_->setObjectName(QStringLiteral("values"));
    values_->setAccessibleName(tr("Values"));
    editors_->addWidget(values_);
    editors_->addWidget(makeRange());
    auto* remove = new QToolButton(this);
    remove->setIcon(themedIcon(QStringLiteral("close")));
    remove->setToolTip(tr("Do not sweep over this setting"));
    remove->setAccessibleName(remove->toolTip());
    remove->setAutoRaise(true);
    auto* layout = makeRow(this, 8);
    layout->addWidget(field_);
    layout->addWidget(form_);
    layout->addWidget(editors_, 1);
    layout->addWidget(remove);
    propose();
    connect(remove, &QToolButton::clicked, this, &SweepAxisRow::removeRequested);
    connect(field_, &QComboBox::currentIndexChanged, this, [this] {
        propose();
        emit changed();
    });
    connect(form_, &QComboBox::currentIndexChanged, this, [this](int form) {
        editors_->setCurrentIndex(form);
        emit changed();
    });
    for (QLineEdit* edit : {values_, lower_, upper_})
        connect(edit, &QLineEdit::textChanged, this, &SweepAxisRow::changed);
    connect(steps_, &QSpinBox::valueChanged, this, &SweepAxisRow::changed);
    connect(logarithmic_, &QCheckBox::toggled, this, &SweepAxisRow::changed);
}

QWidget* SweepAxisRow::makeRange() {
    auto* range = new QWidget(this);
    lower_ = new QLineEdit(range);
    upper_ = new QLineEdit(range);
    lower_->setObjectName(QStringLiteral("from"));
    upper_->setObjectName(QStringLiteral("to"));
    lower_->setAccessibleName(tr("From"));
    upper_->setAccessibleName(tr("To"));
    steps_ = new QSpinBox(range);
    steps_->setObjectName(QStringLiteral("steps"));
    steps_->setRange(1, kMostSteps);
    steps_->setValue(3);
    steps_text_ = new QLabel(tr("steps"), range);
    steps_->setAccessibleName(steps_text_->text());
    logarithmic_ = new QCheckBox(tr("logarithmic"), range);
    logarithmic_->setObjectName(QStringLiteral("logarithmic"));
    logarithmic_->setToolTip(tr("Equal factors between values, as suits learning rates"));
    auto* row = makeRow(range, 4);
    row->addWidget(lower_, 1);
    row->addWidget(new QLabel(tr("to"), range));
    row->addWidget(upper_, 1);
    row->addWidget(steps_);
    row->addWidget(steps_text_);
    row->addWidget(logarithmic_);
    return range;
}

const Field& SweepAxisRow::field() const {
    return *findField(field_->currentData().toString().toStdString());
}

void SweepAxisRow::propose() {
    const QSignalBlocker quiet(this);
    const Field& chosen = field();
    const bool is_number = isNumber(chosen);
    const QString value = fieldText(base_, chosen);
    QStringList choices;
    for (const std::string& choice : chosen.choices)
        choices << QString::fromStdString(choice);
    values_->setText(choices.isEmpty() ? value : choices.join(QStringLiteral("; ")));
    values_->setToolTip(choices.isEmpty()
                            ? tr("Separated by semicolons")
                            : tr("Separated by semicolons: %1").arg(choices.join("; ")));
    values_->setPlaceholderText(tr("Values, separated by semicolons"));
    form_->setEnabled(is_number);
    form_->setCurrentIndex(is_number ? kRange : kValues);
    editors_->setCurrentIndex(form_->currentIndex());
    if (!is_number)
        return;
    const double least = chosen.minimum.value_or(-1e9);
    const double most = chosen.maximum.value_or(1e9);
    const double now = typedNumber(value).toDouble();
    // Rates and decays span powers of ten; everything else is tried about its value.
    const bool by_factors = now > 0 && now < 0.05 && chosen.type == FieldType::Number;
    double lower = by_factors ? now / kFactor : now > 0 ? now / 2 : least;
    double upper = by_factors ? now * kFactor : now > 0 ? now * 2 : std::min(most, least + 1);
    lower = std::max(lower, least);
    upper = std::min(upper, most);
    if (chosen.type == FieldType::Integer) {
        lower = std::floor(lower);
        upper = std::ceil(upper);
    }
    logarithmic_->setChecked(by_factors);
    lower_->setText(numberText(lower));
    upper_->setText(numberText(upper));
    QString limits;
    if (chosen.minimum && chosen.maximum)
        limits = tr("From %1 to %2 %3")
                     .arg(numberText(least), numberText(most), coreText(chosen.unit))
                     .trimmed();
    lower_->setToolTip(limits);
    upper_->setToolTip(limits);
}

void SweepAxisRow::setStepsShown(bool shown) {
    steps_->setVisible(shown);
    steps_text_->setVisible(shown);
}

SweepAxis SweepAxisRow::axis() const {
    SweepAxis axis;
    axis.key = field().key;
    if (form_->currentIndex() == kRange) {
        axis.range = SweepRange{numberIn(lower_), numberIn(upper_), steps_->value(),
                                logarithmic_->isChecked()};
        return axis;
    }
    for (const QString& text : values_->text().split(QLatin1Char(';'), Qt::SkipEmptyParts))
        if (!text.trimmed().isEmpty())
            axis.texts.push_back(typedText(field(), text.trimmed()));
    return axis;
}

}  // namespace rudolph

#include "ui/augment/augment_settings.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "core/base/json.h"
#include "ui/parts/icons.h"
#include "ui/parts/quiet_controls.h"
#include "ui/parts/scroll_to_focus.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr auto kPrefix = "augmentation.";
constexpr int kColumns = 4;
constexpr int kNumberWidth = 76;

/// Where values are on a slider. Shifts of 300 pixels are allowed and nobody wants them, so wide
/// ranges are finer near their start.
class SliderScale {
public:
    explicit SliderScale(const Field& field)
        : least_(field.minimum.value_or(0)),
          most_(field.maximum.value_or(std::max(1.0, 2 * least_))),
          whole_(field.type == FieldType::Integer) {
        const double range = most_ - least_;
        power_ = whole_ || range <= 4 ? 1 : range <= 200 ? 2 : 3;
        steps_ = whole_       ? static_cast<int>(range)
                 : range <= 1 ? static_cast<int>(100 * range)
                              : 200;
    }

    int steps() const { return steps_; }
    double least() const { return least_; }
    double most() const { return most_; }
    double valueAt(int step) const {
        const double share = static_cast<double>(step) / steps_;
        const double value = least_ + (most_ - least_) * std::pow(share, power_);
        const double unit = whole_ || value >= 10 ? 1 : value >= 1 && power_ > 1 ? 0.1 : 0.01;
        return std::clamp(std::round(value / unit) * unit, least_, most_);
    }
    int stepOf(double value) const {
        const double share = (std::clamp(value, least_, most_) - least_) / (most_ - least_);
        return static_cast<int>(std::lround(steps_ * std::pow(share, 1.0 / power_)));
    }
    bool isWhole() const { return whole_; }

private:
    double least_;
    double most_;
    bool whole_;
    int power_ = 1;
    int steps_ = 100;
};

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

AugmentSettings::AugmentSettings(QWidget* parent) : QWidget(parent) {
    auto* scroll = new QScrollArea(this);
    auto* header = makeHeader();
    rows_widget_ = makeRows();
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(rows_widget_);
    scrollToFocus(scroll);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* train = new QPushButton(themedIcon(QStringLiteral("train")), tr("Go to training"), this);
    train->setToolTip(tr("The training page has the rest of the experiment"));
    train->setMinimumHeight(32);
    connect(train, &QPushButton::clicked, this, &AugmentSettings::trainRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(header);
    layout->addWidget(scroll, 1);
    layout->addWidget(train);
    setExperiment({}, {});
}

QWidget* AugmentSettings::makeHeader() {
    auto* header = new QWidget(this);
    title_ = new QLabel(header);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    changes_ = new QLabel(header);
    reset_ = new QPushButton(tr("Reset"), header);
    reset_->setToolTip(tr("All of the augmentation back to the preset's"));
    connect(reset_, &QPushButton::clicked, this, &AugmentSettings::reset);
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
        if (!field.key.starts_with(kPrefix))
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
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, rows_.empty() ? 0 : 10, 0, 2);
    grid->addWidget(heading, grid->rowCount(), 0, 1, kColumns);
}

void AugmentSettings::addRow(QGridLayout* grid, const Field& field) {
    const size_t place = rows_.size();
    const SliderScale scale(field);
    const QString name = coreText(field.label);
    const QString tip = QStringLiteral("<p>%1</p>").arg(coreText(field.tip).toHtmlEscaped());
    Row row;
    row.field = &field;
    row.label = new QLabel(name);
    row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.slider = new QuietSlider(Qt::Horizontal);
    row.slider->setRange(0, scale.steps());
    row.slider->setPageStep(std::max(1, scale.steps() / 10));
    row.slider->setMinimumWidth(48);
    row.slider->setObjectName(QString::fromStdString(field.key));
    row.number = new QuietNumber;
    row.number->setDecimals(scale.isWhole() ? 0 : 4);
    row.number->setRange(scale.least(), scale.most());
    row.number->setSingleStep(scale.isWhole() || scale.most() > 4 ? 1 : 0.05);
    row.number->setFixedWidth(kNumberWidth);
    if (!field.unit.empty())
        row.number->setSuffix(field.unit == "°" ? QStringLiteral("°")
                                                : QLatin1Char(' ') + coreText(field.unit));
    row.reset = new QToolButton;
    row.reset->setIcon(themedIcon(QStringLiteral("reset")));
    row.reset->setIconSize({14, 14});
    row.reset->setAutoRaise(true);
    row.reset->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keep_room = row.reset->sizePolicy();
    keep_room.setRetainSizeWhenHidden(true);
    row.reset->setSizePolicy(keep_room);
    row.label->setBuddy(row.number);
    for (QWidget* widget : std::initializer_list<QWidget*>{row.label, row.slider, row.number})
        widget->setToolTip(tip);
    row.slider->setAccessibleName(name);
    row.number->setAccessibleName(name);
    connect(row.slider, &QSlider::valueChanged, this,
            [this, place, scale](int step) { takeValue(place, scale.valueAt(step)); });
    connect(row.number, &QDoubleSpinBox::valueChanged, this,
            [this, place](double value) { takeValue(place, value); });
    connect(row.reset, &QToolButton::clicked, this, [this, place] {
        takeValue(place, field_value(base_, rows_[place].field->key).get<double>());
    });
    const int line = grid->rowCount();
    grid->addWidget(row.label, line, 0);
    grid->addWidget(row.slider, line, 1);
    grid->addWidget(row.number, line, 2);
    grid->addWidget(row.reset, line, 3);
    row_of_key_[QString::fromStdString(field.key)] = place;
    rows_.push_back(row);
}

void AugmentSettings::setExperiment(const Experiment& experiment, const Experiment& base) {
    const bool same = experiment.augmentation == experiment_.augmentation && base == base_ &&
                      !title_->text().isEmpty();
    experiment_ = experiment;
    base_ = base;
    title_->setText(tr("Augmentation of “%1”").arg(QString::fromStdString(experiment.name)));
    // What a slider has just sent comes back by way of the training page: it must not be moved
    // under the person's hand.
    if (same)
        return;
    showValues();
    showChanges();
}

void AugmentSettings::takeValue(size_t place, double value) {
    if (filling_)
        return;
    const Field& field = *rows_[place].field;
    if (field_value(experiment_, field.key).get<double>() == value)
        return;
    if (field.type == FieldType::Integer)
        set_field(experiment_, field.key, static_cast<std::int64_t>(std::llround(value)));
    else
        set_field(experiment_, field.key, value);
    {
        const QScopedValueRollback<bool> filling(filling_, true);
        const Row& row = rows_[place];
        const SliderScale scale(field);
        if (scale.valueAt(row.slider->value()) != value)
            row.slider->setValue(scale.stepOf(value));
        row.number->setValue(value);
    }
    showChanges();
    emit changed();
}

void AugmentSettings::reset() {
    experiment_.augmentation = base_.augmentation;
    showValues();
    showChanges();
    emit changed();
}

void AugmentSettings::showValues() {
    const QScopedValueRollback<bool> filling(filling_, true);
    for (const Row& row : rows_) {
        const double value = field_value(experiment_, row.field->key).get<double>();
        row.slider->setValue(SliderScale(*row.field).stepOf(value));
        row.number->setValue(value);
    }
}

void AugmentSettings::showChanges() {
    for (const Row& row : rows_) {
        const std::string& key = row.field->key;
        const bool differs = field_value(experiment_, key) != field_value(base_, key);
        QFont font = row.label->font();
        font.setItalic(differs);
        row.label->setFont(font);
        row.reset->setVisible(differs);
        row.reset->setToolTip(
            tr("Changed. Reset to %1").arg(QString::fromStdString(field_text(base_, key))));
        row.reset->setAccessibleName(tr("Reset %1").arg(coreText(row.field->label)));
    }
    const auto changed = changedKeys().size();
    changes_->setText(changed == 0   ? tr("As in the preset")
                      : changed == 1 ? tr("1 change against the preset")
                                     : tr("%1 changes against the preset").arg(changed));
    reset_->setVisible(changed > 0);
}

QStringList AugmentSettings::changedKeys() const {
    QStringList changed;
    for (const Row& row : rows_)
        if (field_value(experiment_, row.field->key) != field_value(base_, row.field->key))
            changed << QString::fromStdString(row.field->key);
    return changed;
}

}  // namespace rudolph

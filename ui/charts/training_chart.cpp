#include "ui/charts/training_chart.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/charts/line_chart.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr int kSmoothingSteps = 20;
constexpr double kMostSmoothing = 0.98;
constexpr int kUsualEpochs = 20;  // before a training says how many

Setting<bool> logarithmicOf(TrainingChart::Quantity quantity) {
    return settings::kLogarithmic / QString::number(static_cast<int>(quantity));
}

}  // namespace

TrainingChart::TrainingChart(QWidget* parent) : QWidget(parent), chart_(new LineChart(this)) {
    auto* layout = makeColumn(this, 4);
    layout->addWidget(makeToolbar());
    layout->addWidget(chart_, 1);
    chart_->setReadoutHead(tr("Epoch %1"));
    chart_->setXCounts();
    connect(chart_, &Chart::failed, this, &TrainingChart::failed);
    setQuantity(Quantity::Loss);
    setEpochs(kUsualEpochs);
}

QWidget* TrainingChart::makeToolbar() {
    auto* bar = new QWidget(this);
    quantity_ = new QComboBox(bar);
    quantity_->setObjectName(QStringLiteral("quantity"));
    quantity_->setAccessibleName(tr("What the chart shows"));
    quantity_->addItems({tr("Loss"), tr("NME"), tr("Learning rate")});
    connect(quantity_, &QComboBox::currentIndexChanged, this,
            [this](int index) { setQuantity(static_cast<Quantity>(index)); });
    logarithmic_ = new QCheckBox(tr("&Logarithmic"), bar);
    logarithmic_->setToolTip(tr("Equal steps up the axis are equal factors"));
    connect(logarithmic_, &QCheckBox::toggled, this, &TrainingChart::setLogarithmic);
    smoothing_ = new QSlider(Qt::Horizontal, bar);
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    smoothing_->setRange(0, kSmoothingSteps);
    smoothing_->setFixedWidth(96);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(
        tr("Draws a running average; the values themselves stay, pale, behind it"));
    smoothing_text_ = new QLabel(bar);
    smoothing_text_->setMinimumWidth(
        smoothing_text_->fontMetrics().horizontalAdvance(tr("Smoothing %1").arg(0.88)));
    smoothing_text_->setBuddy(smoothing_);
    connect(smoothing_, &QSlider::valueChanged, this, &TrainingChart::showSmoothing);
    auto* row = makeRow(bar, 12);
    row->addWidget(quantity_);
    row->addWidget(logarithmic_);
    row->addWidget(smoothing_text_);
    row->addWidget(smoothing_);
    row->addStretch(1);
    showSmoothing();
    return bar;
}

void TrainingChart::clear(const QString& message) {
    for (QVector<double>* values : {&positions_, &batch_losses_, &rate_positions_, &rates_,
                                    &epochs_, &training_, &validation_, &nme_})
        values->clear();
    best_epoch_ = 0;
    chart_->setMessage(message);
    chart_->clearValues();
}

void TrainingChart::setEpochs(int epochs) {
    chart_->setXRange(0, std::max(1, epochs));
}

void TrainingChart::addBatch(double position, double loss, double learning_rate) {
    positions_.append(position);
    batch_losses_.append(loss);
    rate_positions_.append(position);
    rates_.append(learning_rate);
    if (quantity() == Quantity::Loss)
        chart_->append(batch_line_, position, loss);
    else if (quantity() == Quantity::LearningRate)
        chart_->append(training_line_, position, learning_rate);
}

void TrainingChart::addEpoch(const EpochMetrics& metrics, bool best) {
    epochs_.append(metrics.epoch);
    training_.append(metrics.train_loss);
    validation_.append(metrics.validation_loss);
    nme_.append(metrics.nme * 100);
    // Its batches were in a training before this one.
    const bool was_before =
        rate_positions_.isEmpty() || rate_positions_.back() <= metrics.epoch - 1;
    if (was_before) {
        rate_positions_.append(metrics.epoch);
        rates_.append(metrics.learning_rate);
    }
    if (best)
        best_epoch_ = metrics.epoch;
    if (quantity() == Quantity::Loss) {
        chart_->append(training_line_, metrics.epoch, metrics.train_loss);
        chart_->append(validation_line_, metrics.epoch, metrics.validation_loss);
    } else if (quantity() == Quantity::Nme) {
        chart_->append(validation_line_, metrics.epoch, nme_.back());
    } else if (was_before) {
        chart_->append(training_line_, metrics.epoch, metrics.learning_rate);
    }
    markBest();
}

TrainingChart::Quantity TrainingChart::quantity() const {
    return static_cast<Quantity>(quantity_->currentIndex());
}

bool TrainingChart::isLogarithmic() const {
    return chart_->isLogarithmic(Qt::Vertical);
}

QString TrainingChart::readout() const {
    return chart_->readout();
}

void TrainingChart::setQuantity(Quantity quantity) {
    const QSignalBlocker quiet(quantity_);
    quantity_->setCurrentIndex(static_cast<int>(quantity));
    setLogarithmic(Settings().get(logarithmicOf(quantity).otherwise(quantity == Quantity::Loss)));
    refill();
}

void TrainingChart::setLogarithmic(bool logarithmic) {
    const QSignalBlocker quiet(logarithmic_);
    logarithmic_->setChecked(logarithmic);
    chart_->setLogarithmic(Qt::Vertical, logarithmic);
    Settings().set(logarithmicOf(quantity()), logarithmic);
}

void TrainingChart::refill() {
    chart_->clearLines();
    batch_line_ = training_line_ = validation_line_ = -1;
    LineStyle faint;
    faint.faint = true;
    LineStyle solid;
    LineStyle dashed;
    dashed.dashed = true;
    switch (quantity()) {
        case Quantity::Loss:
            batch_line_ = chart_->addLine(faint);
            solid.name = tr("training");
            dashed.name = tr("validation");
            training_line_ = chart_->addLine(solid);
            validation_line_ = chart_->addLine(dashed);
            chart_->setValues(batch_line_, positions_, batch_losses_);
            chart_->setValues(training_line_, epochs_, training_);
            chart_->setValues(validation_line_, epochs_, validation_);
            chart_->setAxisLabels(tr("Epoch"), tr("Loss (mean squared error)"));
            chart_->setValueUnit(1, {});
            chart_->setFileName(QStringLiteral("loss"));
            break;
        case Quantity::Nme:
            dashed.name = tr("validation");
            validation_line_ = chart_->addLine(dashed);
            chart_->setValues(validation_line_, epochs_, nme_);
            chart_->setAxisLabels(tr("Epoch"), tr("NME (%)"));
            chart_->setValueUnit(1, QStringLiteral(" %"));
            chart_->setFileName(QStringLiteral("nme"));
            break;
        case Quantity::LearningRate:
            solid.name = tr("learning rate");
            training_line_ = chart_->addLine(solid);
            chart_->setValues(training_line_, rate_positions_, rates_);
            chart_->setAxisLabels(tr("Epoch"), tr("Learning rate"));
            chart_->setValueUnit(1, {});
            chart_->setFileName(QStringLiteral("learning-rate"));
            break;
    }
    markBest();
}

void TrainingChart::markBest() {
    if (best_epoch_ == 0 || validation_line_ < 0)
        return;
    chart_->setRing(validation_line_, best_epoch_);
    chart_->setNote(best_epoch_, tr("the best"));
}

void TrainingChart::showSmoothing() {
    const double share = kMostSmoothing * smoothing_->value() / kSmoothingSteps;
    smoothing_text_->setText(tr("Smoothing %1").arg(decimalText(share, 2)));
    chart_->setSmoothing(share);
}

}  // namespace rudolph

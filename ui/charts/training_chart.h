#pragma once

#include <QVector>
#include <QWidget>

#include "core/formats/losses.h"
#include "core/runs/run.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace rudolph {

class LineChart;

/// The curves of one training while it goes on: its loss, its NME or its learning rate, each on a
/// linear or a logarithmic axis of its own choice, smoothed as far as the person wants. Training
/// solid, validation dashed, single batches as a faint line behind them, the best epoch ringed.
class TrainingChart : public QWidget {
    Q_OBJECT

public:
    enum class Quantity { Loss, Nme, LearningRate };

    explicit TrainingChart(QWidget* parent = nullptr);

    /// Empties the chart; `message` says what will appear and what starts it.
    void clear(const QString& message);
    /// How far the axis reaches from the start.
    void setEpochs(int epochs);
    /// `position` in epochs: batch 3 of 4 in the second epoch is 1.75.
    void addBatch(double position, double loss, double learning_rate);
    void addEpoch(const EpochMetrics& metrics, bool best);

    Quantity quantity() const;
    bool isLogarithmic() const;
    const QVector<double>& trainingLosses() const { return training_; }
    const QVector<double>& validationLosses() const { return validation_; }
    /// "Epoch 7 · training 0.0021 · validation 0.0034"; empty while the cursor is elsewhere.
    QString readout() const;
    LineChart* lines() { return chart_; }

public slots:
    void setQuantity(rudolph::TrainingChart::Quantity quantity);
    void setLogarithmic(bool logarithmic);

signals:
    void failed(const QString& what, const QString& advice);

private:
    QWidget* makeToolbar();
    void refill();
    void markBest();
    void showSmoothing();

    LineChart* chart_;
    QComboBox* quantity_;
    QCheckBox* logarithmic_;
    QSlider* smoothing_;
    QLabel* smoothing_text_;
    int batch_line_ = -1;
    int training_line_ = -1;
    int validation_line_ = -1;

    QVector<double> positions_;  ///< of the batches, in epochs
    QVector<double> batch_losses_;
    QVector<double> rate_positions_;  ///< likewise, and of epochs before a resumption
    QVector<double> rates_;
    QVector<double> epochs_;
    QVector<double> training_;
    QVector<double> validation_;
    QVector<double> nme_;
    int best_epoch_ = 0;
};

}  // namespace rudolph

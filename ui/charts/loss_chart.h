#pragma once

#include <QVector>
#include <QWidget>
#include <memory>

namespace rudolph {

/// Training and validation loss over the epochs: training solid, validation dashed, single batches
/// as a faint line behind them, the best epoch ringed, each line named at its end. The cursor reads
/// values out. Repaints at most ten times a second however often values are added.
class LossChart : public QWidget {
    Q_OBJECT

public:
    explicit LossChart(QWidget* parent = nullptr);
    ~LossChart() override;

    /// Empties the chart; `message` says what will appear and what starts it.
    void clear(const QString& message);
    /// How far the axis reaches from the start.
    void setEpochs(int epochs);
    /// `position` in epochs: batch 3 of 4 in the second epoch is 1.75.
    void addBatch(double position, double loss);
    void addEpoch(int epoch, double training, double validation, bool best);

    bool isLogarithmic() const;
    const QVector<double>& trainingLosses() const;
    const QVector<double>& validationLosses() const;
    /// "Epoch 7 · training 0.0021 · validation 0.0034"; empty while the cursor is elsewhere.
    QString readout() const;

public slots:
    void setLogarithmic(bool logarithmic);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyPalette();
    void updateRanges();
    void placeLabels();
    void scheduleReplot();
    void replotNow();
    void showReadout(const QPoint& mouse);
    void hideReadout();

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph

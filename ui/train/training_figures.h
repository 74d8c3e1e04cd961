#pragma once

#include <QObject>

#include "core/train/trainer.h"

namespace rudolph {

class FigureRow;

/// The figures of the last epoch of a training, in a row.
class TrainingFigures : public QObject {
    Q_OBJECT

public:
    /// The row belongs to `parent`.
    explicit TrainingFigures(QWidget* parent);

    QWidget* row() const;
    void clear();
    void begin(const TrainingPlan& plan);
    void show(const EpochMetrics& metrics, bool best);

private:
    FigureRow* row_;
    int epoch_;
    int nme_;
    int error_;
    int validation_;
    int training_;
    int best_;
    int epochs_ = 0;
};

}  // namespace rudolph

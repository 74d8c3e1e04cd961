#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/engine/engine.h"

namespace rudolph {

/// What can be said of an experiment and a data set before training.
struct SetupSummary {
    int revision = 0;  ///< of the question that this answers
    int train_faces = 0;
    int validation_faces = 0;
    int outputs = 0;           ///< of the network: two a point; 0 without data
    long long parameters = 0;  ///< 0: not known
    QString problem;           ///< why it cannot be trained; empty when it can
    std::vector<LayerSummary> layers;
};

struct SetupEstimate {
    int revision = 0;
    TrainingEstimate estimate;
    QString problem;  ///< why there is none; empty when there is one
};

/// Looks at experiments that are not trained yet, on the thread that it lives on; its own, so that
/// it answers while another experiment is trained. Signals carry copied values.
class SetupWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~SetupWorker() override;

public slots:
    /// Answers with described.
    void describe(int revision, const rudolph::Experiment& experiment,
                  const std::shared_ptr<const rudolph::Dataset>& dataset);
    /// Trains a few steps, which takes a second or more of all processors. Answers with estimated.
    void estimate(const rudolph::SetupSummary& summary, const rudolph::Experiment& experiment);

signals:
    void described(const rudolph::SetupSummary& summary);
    void estimated(const rudolph::SetupEstimate& estimate);

private:
    Engine& engine();

    std::unique_ptr<Engine> engine_;
};

}  // namespace rudolph

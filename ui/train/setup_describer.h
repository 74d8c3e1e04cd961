#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "ui/parts/job.h"
#include "ui/session/session.h"

namespace rudolph {

/// What can be said of an experiment and a data set before training.
struct SetupSummary {
    int train_faces = 0;
    int validation_faces = 0;
    int outputs = 0;           ///< of the network: two a point; 0 without data
    long long parameters = 0;  ///< 0: not known
    QString problem;           ///< why it cannot be trained; empty when it can
    std::vector<LayerSummary> layers;
    std::string start = {};                     ///< `model.weights`
    std::optional<WeightsReport> weights = {};  ///< what would be taken of those
    QString weights_problem = {};               ///< why none can be taken
};

/// What an epoch will take, or why that is not known.
struct SetupEstimate {
    TrainingEstimate estimate;
    QString problem;
};

/// Looks at the draft a moment after it has changed and describes it; where nothing is trained, it
/// then trains a few steps to see what an epoch will take, which needs all processors for a second.
/// Main thread.
class SetupDescriber : public QObject {
    Q_OBJECT

public:
    explicit SetupDescriber(Session* session, QObject* parent = nullptr);

signals:
    void described(const rudolph::SetupSummary& summary);
    void estimated(const rudolph::SetupEstimate& estimate);
    /// There is no estimate yet.
    void estimateWaits(const QString& why);

private:
    struct Kept;  ///< by the background thread

    void describe();
    void take(const SetupSummary& summary);
    void estimate();

    Session* session_;
    QTimer describe_later_;
    QTimer estimate_later_;
    Experiment experiment_;  ///< that was described
    SetupSummary summary_;
    std::shared_ptr<Kept> kept_;
    Job job_;  ///< last, so that it ends before what it uses
};

}  // namespace rudolph

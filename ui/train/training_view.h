#pragma once

#include <QWidget>

#include "ui/session/session.h"
#include "ui/session/train_worker.h"

class QTabWidget;

namespace rudolph {

class EpochFaces;
class FilterView;
class NetworkTable;
class SetupDescriber;
class TrainingChart;
class TrainingFigures;

/// One training while it goes on, and after: its figures, its curves, what it makes of faces, and
/// the buttons that steer it.
class TrainingView : public QWidget {
    Q_OBJECT

public:
    TrainingView(Session* session, SetupDescriber* describer, QWidget* parent = nullptr);

private:
    void makeLayout();
    void followTraining();
    void showMenu(const QString& sample_id, const QPoint& at);
    void showWatched();
    void begin(int epochs);
    void showStart(const TrainingPlan& plan);
    void showEpoch(const EpochUpdate& update);

    Session* session_;
    TrainingFigures* figures_;
    TrainingChart* chart_;
    QTabWidget* tabs_;
    EpochFaces* faces_;
    FilterView* filters_;
    NetworkTable* network_;
    std::filesystem::path model_file_;  ///< of the network as it is after the last epoch
    LandmarkScheme predicted_scheme_;
};

}  // namespace rudolph

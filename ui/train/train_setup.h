#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/session/session.h"
#include "ui/train/setup_describer.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace rudolph {

class DataSummary;
class ExperimentForm;
class RateDialog;
class WeightsPanel;

/// The left side of the training page: which faces, which preset, every setting, and the buttons
/// that train it. The form is always that of the next experiment.
class TrainSetup : public QWidget {
    Q_OBJECT

public:
    explicit TrainSetup(Session* session, QWidget* parent = nullptr);

    void showSummary(const SetupSummary& summary);
    /// Scrolls to the first wrong setting and puts the cursor there.
    void showFirstProblem();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeForm();
    QWidget* makeFooter();
    void showEditor(QWidget* editor);
    void updateButtons();
    void showProblems();
    void editLayers();
    void findRate();
    void showWeightChoices();

    Session* session_;
    DataSummary* data_;
    ExperimentForm* form_;
    WeightsPanel* weights_;
    QScrollArea* scroll_;
    QToolButton* find_rate_;
    QPointer<RateDialog> rates_;
    QLabel* network_;
    QPushButton* start_;
    QPushButton* enqueue_;
};

}  // namespace rudolph

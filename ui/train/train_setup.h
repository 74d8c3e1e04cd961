#pragma once

#include <QWidget>

#include "core/experiment/experiment.h"
#include "ui/session/session.h"
#include "ui/train/setup_worker.h"

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;

namespace rudolph {

class ExperimentForm;

/// The left side of the training page: which faces, which preset, every setting, and the button
/// that starts.
class TrainSetup : public QWidget {
    Q_OBJECT

public:
    explicit TrainSetup(Session* session, QWidget* parent = nullptr);

    /// The experiment on the session's data.
    Experiment experiment() const;
    ExperimentForm* form() { return form_; }
    QPushButton* startButton() { return start_; }
    QComboBox* presetBox() { return presets_; }

    QPushButton* enqueueButton() { return enqueue_; }
    /// While a training runs, the form is that of the next one, which can only be queued.
    void setTraining(bool training);
    void showSummary(const SetupSummary& summary);
    /// Scrolls to the first wrong setting and puts the cursor there.
    void showFirstProblem();

public slots:
    /// Takes settings that were changed elsewhere; what they are compared with stays.
    void changeExperiment(const rudolph::Experiment& experiment);
    /// Shows a preset by its name.
    void choosePreset(const QString& name);
    void openExperiment(const QString& file);
    void saveExperiment(const QString& file);

signals:
    /// A setting has another value, here or by changeExperiment, or other data are open.
    void experimentChanged(const rudolph::Experiment& experiment);
    /// The person wants to see what the augmentation does.
    void augmentRequested();
    void startRequested();
    void enqueueRequested();
    void dataRequested();
    /// Something changed; the answer comes to showSummary. Follows the last change by a moment.
    void describeRequested(int revision, const rudolph::Experiment& experiment);
    void failed(const QString& what, const QString& advice);

private:
    QWidget* makeDataBox();
    QWidget* makePresetBox();
    QWidget* makeFooter();
    void updateData();
    void updateButtons();
    void updateChanges();
    void takeFormChange();
    void showOpenDialog();
    void showSaveDialog();

    Session* session_;
    QLabel* data_name_;
    QLabel* data_faces_;
    QLabel* data_split_;
    QPushButton* data_button_;
    QComboBox* presets_;
    QPushButton* open_;
    QPushButton* save_;
    QLabel* description_;
    QLabel* changes_;
    QPushButton* reset_;
    ExperimentForm* form_;
    QScrollArea* scroll_;
    QLabel* network_;
    QPushButton* start_;
    QPushButton* enqueue_;
    bool training_ = false;
    QTimer* describe_later_;
    int revision_ = 0;
};

}  // namespace rudolph

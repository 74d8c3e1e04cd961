#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace rudolph {

class ExperimentDraft;

/// Where the draft begins: a preset or an experiment file, what it is for, and how many settings
/// differ from it.
class PresetBar : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(ExperimentDraft* draft, QWidget* parent = nullptr);

private:
    void showBase();
    void showChanges();
    void askForExperiment();
    void askWhereToSaveIt();

    ExperimentDraft* draft_;
    QComboBox* presets_;
    QLabel* description_;
    QLabel* changes_;
    QPushButton* reset_;
};

}  // namespace rudolph

#pragma once

#include <QWidget>

#include "core/experiment/fields.h"
#include "core/experiment/sweep.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace rudolph {

/// One setting that a sweep changes: which, and its values, listed or as a range. Proposes values
/// about the one that the experiment has.
class SweepAxisRow : public QWidget {
    Q_OBJECT

public:
    SweepAxisRow(const Experiment& base, const QString& key, QWidget* parent = nullptr);

    SweepAxis axis() const;
    /// Random draws need no number of steps.
    void setStepsShown(bool shown);

signals:
    void changed();
    void removeRequested();

private:
    QWidget* makeRange();
    const Field& field() const;
    void propose();

    const Experiment base_;
    QComboBox* field_;
    QComboBox* form_;
    QStackedWidget* editors_;
    QLineEdit* values_;
    QLineEdit* lower_;
    QLineEdit* upper_;
    QLabel* steps_text_;
    QSpinBox* steps_;
    QCheckBox* logarithmic_;
};

}  // namespace rudolph

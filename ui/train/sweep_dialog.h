#pragma once

#include <QDialog>
#include <vector>

#include "core/experiment/sweep.h"

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace rudolph {

class SweepAxisRow;

/// Chooses settings and the values to try for each, shows the experiments that come of it, and
/// hands them over. Wrong ones are named and left out.
class SweepDialog : public QDialog {
    Q_OBJECT

public:
    explicit SweepDialog(const Experiment& base, QWidget* parent = nullptr);

    const std::vector<SweepAxisRow*>& rows() const { return rows_; }
    SweepAxisRow* addAxis(const QString& key);

signals:
    void chosen(const std::vector<rudolph::Experiment>& experiments);

private:
    QWidget* makeKind();
    Sweep sweep() const;
    void removeAxis(SweepAxisRow* row);
    void showExperiments();

    Experiment base_;
    QRadioButton* grid_;
    QRadioButton* random_;
    QSpinBox* draws_;
    QSpinBox* seed_;
    QVBoxLayout* axes_;
    QPushButton* add_;
    QLabel* verdict_;  ///< what is wrong, or how many experiments there are
    QListWidget* preview_;
    QDialogButtonBox* buttons_;
    std::vector<SweepAxisRow*> rows_;
    std::vector<Experiment> experiments_;
};

}  // namespace rudolph

#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "core/experiment/sweep.h"
#include "core/study/halving_search.h"
#include "ui/session/training_queue.h"

class QComboBox;
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
    /// `repeats`: how often each experiment will be trained; a search trains each once.
    explicit SweepDialog(const Experiment& base, const Repeats& repeats = {},
                         QWidget* parent = nullptr);

    const std::vector<SweepAxisRow*>& rows() const { return rows_; }
    SweepAxisRow* addAxis(const QString& key);

signals:
    void chosen(const std::vector<rudolph::Experiment>& experiments);
    /// Instead: the experiments are to be searched by successive halving.
    void searchChosen(const rudolph::HalvingSearch& search);

private:
    QWidget* makeKind();
    QWidget* makeHalving();
    HalvingPlan plan() const;
    void proposeBudget();
    void accepted();
    /// What the experiments cost; empty where that is one training each.
    QString costText();
    void remember() const;
    Sweep sweep() const;
    void removeAxis(SweepAxisRow* row);
    void showExperiments();

    Experiment base_;
    Repeats repeats_;
    QRadioButton* grid_;
    QRadioButton* random_;
    QRadioButton* halving_;
    QWidget* halving_choices_;
    QSpinBox* first_;
    QSpinBox* factor_;
    QSpinBox* budget_;
    QComboBox* budget_unit_;
    bool is_budget_own_ = false;  ///< the person has chosen it
    QSpinBox* draws_;
    QSpinBox* seed_;
    QVBoxLayout* axes_;
    QPushButton* add_;
    QLabel* verdict_;  ///< what is wrong, or how many experiments there are
    QListWidget* preview_;
    QDialogButtonBox* buttons_;
    std::vector<SweepAxisRow*> rows_;
    std::vector<Experiment> experiments_;
    std::optional<HalvingSearch> search_;  ///< of them
};

}  // namespace rudolph

#pragma once

#include <QWidget>
#include <vector>

#include "ui/runs/run_choice.h"

class QCheckBox;
class QTableWidget;

namespace rudolph {

/// The settings of runs side by side, those that differ marked; of a single one against the
/// baseline, or its preset.
class RunSettings : public QWidget {
    Q_OBJECT

public:
    explicit RunSettings(QWidget* parent = nullptr);

    /// `baseline`: null: there is none.
    void setRuns(const std::vector<RunChoice>& runs, const RunEntryPtr& baseline);

private:
    void fill();

    QCheckBox* only_differing_;
    QTableWidget* table_;
    std::vector<RunChoice> runs_;
    RunEntryPtr baseline_;
};

}  // namespace rudolph

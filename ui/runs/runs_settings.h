#pragma once

#include <QWidget>
#include <vector>

#include "core/runs/run_index.h"

class QCheckBox;
class QTableWidget;

namespace rudolph {

/// The settings of runs side by side, those that differ marked; of a single run against its preset.
class RunSettings : public QWidget {
    Q_OBJECT

public:
    explicit RunSettings(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunEntryPtr>& runs);

private:
    void fill();

    QCheckBox* only_differing_;
    QTableWidget* table_;
    std::vector<RunEntryPtr> runs_;
};

}  // namespace rudolph

#pragma once

#include <QWidget>

#include "core/runs/run.h"

class QLabel;

namespace rudolph {

class FigureRow;

/// A run in a few lines: its name, how its training went, and its figures.
class CaseSummary : public QWidget {
    Q_OBJECT

public:
    explicit CaseSummary(QWidget* parent = nullptr);

    void setRun(const RunRecord& run);
    /// Its training has gone on meanwhile; the figures are of the cases that are shown.
    void setState(const RunSummary& summary);

private:
    QLabel* title_;
    QLabel* state_;
    FigureRow* figures_;
};

}  // namespace rudolph

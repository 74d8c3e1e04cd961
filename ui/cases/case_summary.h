#pragma once

#include <QWidget>

#include "core/study/study_index.h"

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

    /// After setRun() with what it is as one run: its name, how far it is, and what is shown of it.
    void setStudy(const StudyEntry& study);

private:
    QLabel* title_;
    QLabel* state_;
    FigureRow* figures_;
};

}  // namespace rudolph

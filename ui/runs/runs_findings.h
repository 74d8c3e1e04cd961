#pragma once

#include <QScrollArea>
#include <vector>

#include "core/runs/run_index.h"
#include "ui/runs/runs_comparison.h"
#include "ui/session/session.h"

class QLabel;

namespace rudolph {

/// In plain sentences: facts about one run, or how each of several differs from the oldest.
class RunFindings : public QScrollArea {
    Q_OBJECT

public:
    explicit RunFindings(Session* session, QWidget* parent = nullptr);

    /// `cases`: of each run, null while they are being read.
    void setRuns(const std::vector<RunEntryPtr>& runs, const std::vector<CasesPtr>& cases);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showText();
    QString headingOf(const RunEntry& run) const;

    Session* session_;
    QLabel* text_;
    std::vector<RunEntryPtr> runs_;
    std::vector<CasesPtr> cases_;
};

}  // namespace rudolph

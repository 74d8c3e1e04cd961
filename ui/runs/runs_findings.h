#pragma once

#include <QScrollArea>
#include <functional>
#include <map>
#include <vector>

#include "ui/parts/job.h"
#include "ui/runs/runs_comparison.h"
#include "ui/session/session.h"

class QLabel;
class QPushButton;

namespace rudolph {

/// In plain sentences: facts about one run or study, or how each of several differs from the first:
/// the baseline or the oldest. Where what is there cannot tell, it says what is missing, and offers
/// to train it.
class RunFindings : public QScrollArea {
    Q_OBJECT

public:
    explicit RunFindings(Session* session, QWidget* parent = nullptr);

    /// `cases`: of each run, null while they are being read.
    void setRuns(const std::vector<RunChoice>& runs, const std::vector<CasesPtr>& cases);

signals:
    void repeatsWanted(const QStringList& run_folders);
    void studyWanted(const QString& study_folder, bool failed_again);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showText();
    void offer(const QString& text, const QString& tip, std::function<void()> action);
    QString headingOf(const RunChoice& run) const;
    QStringList factsOf(const RunChoice& run);
    QStringList differencesOf(size_t second);
    void compareStudies();
    /// Whether two single runs alone are compared that each could become a study.
    bool lacksSeeds() const;

    Session* session_;
    QLabel* text_;
    QPushButton* offer_;
    std::function<void()> offered_;
    std::vector<RunChoice> runs_;
    std::vector<CasesPtr> cases_;
    /// What the studies among them say against the first, or why they cannot be compared; by place.
    std::map<size_t, QString> compared_;
    std::vector<RunChoice> compared_runs_;
    Job compare_job_{JobOrder::Latest};
};

}  // namespace rudolph

#pragma once

#include <QStackedWidget>

#include "ui/cases/case_study.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// What a run's errors go with, a sentence each; before that, how far measuring is, or why there is
/// nothing to say yet. Always as high, so that nothing jumps when the verdict comes.
class CaseVerdict : public QStackedWidget {
    Q_OBJECT

public:
    explicit CaseVerdict(QWidget* parent = nullptr);

    /// The findings of a study that is measured.
    void setStudy(const CaseStudy& study);
    void clear();
    void setProgress(int done, int total);
    void setFailed(const QString& what);
    /// Another choice is not what a sentence says.
    void markNone();

signals:
    /// A sentence was chosen by mouse or by key: a finding of the study.
    void findingChosen(int place);
    void cancelRequested();
    void measureRequested();

private:
    void fillBusy();
    void fillIdle();
    void add(const QString& text, const QString& tip, bool chooses_faces);
    void choose(QListWidgetItem* item);

    QListWidget* sentences_;
    QWidget* busy_;
    QWidget* idle_;
    QLabel* progress_text_;
    QProgressBar* progress_;
    QPushButton* measure_;
    QLabel* failure_;
};

}  // namespace rudolph

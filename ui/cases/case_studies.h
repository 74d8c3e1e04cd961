#pragma once

#include <QObject>
#include <QPointer>
#include <QVector>

#include "ui/cases/case_study.h"
#include "ui/parts/job.h"
#include "ui/session/session.h"

namespace rudolph {

class AnnotationDocument;

/// The run whose cases are looked at, without a window: its validation faces, what is known of
/// them, and those that are chosen. Truth is that of the run's faces as they are now, also with
/// edits that are not saved; the run's files change only on keepTruth(). Main thread.
class CaseStudies : public QObject {
    Q_OBJECT

public:
    explicit CaseStudies(Session* session, QObject* parent = nullptr);

    /// Reads a run; the one before stays until it is there.
    void open(const QString& run_folder);
    /// Opens the latest run of the shelf, if nobody has chosen one of that folder yet.
    void openLatest();
    /// Open or being read; empty: none.
    QString runFolder() const { return run_folder_; }

    /// The run with its figures against the truth as it is now.
    const RunRecord& run() const { return run_; }
    /// As the run's files have them.
    const RunCases& cases() const { return cases_; }
    /// What is known so far; never null.
    const CaseStudyPtr& study() const { return study_; }

    /// Somebody looks at what errors go with: the faces are measured as soon as a run is open.
    void wantMeasured(bool wanted);
    void measure() { start(true); }
    void cancel() { study_job_.cancel(); }
    /// Looks again where the faces of the run have been edited since.
    void followEdits();
    /// Writes cases and figures against the truth as it is now into the run's files.
    void keepTruth();
    /// Leads to where the truth of a face is edited.
    void mend(int row) const;

    /// Places of the cases that are chosen; none: all are shown.
    const QVector<int>& chosen() const { return chosen_; }
    void choose(const QVector<int>& rows);

signals:
    /// Another run is open; its cases may be none.
    void opened();
    void failed(const rudolph::ErrorText& error);
    /// More is known of its cases, or their truth is another one.
    void studied();
    void measuring(int done, int total);
    /// Empty: cancelled.
    void notMeasured(const QString& why);
    void notKept(const QString& why);
    void chosenChanged();

private:
    void take(RunCases cases);
    void start(bool measure);
    void end(const QString& why);
    /// The faces of the run, where they are open; else null.
    std::shared_ptr<const Dataset> openFaces() const;

    Session* session_;
    QString run_folder_;
    bool want_latest_ = true;
    RunRecord run_;
    RunCases cases_;
    CaseStudyPtr study_ = std::make_shared<const CaseStudy>();
    QVector<int> chosen_;
    bool want_measured_ = false;
    bool measuring_ = false;
    /// The state of the open document that study_ is of.
    QPointer<const AnnotationDocument> studied_document_;
    int studied_edit_ = 0;
    Activity activity_;
    std::shared_ptr<OpenedFaces> faces_ = std::make_shared<OpenedFaces>();  ///< of study_job_
    Job load_job_{JobOrder::Latest};
    Job study_job_{JobOrder::Latest};
    Job keep_job_{JobOrder::InTurn};
};

}  // namespace rudolph

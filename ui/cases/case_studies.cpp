#include "ui/cases/case_studies.h"

#include <QStandardPaths>
#include <QUndoStack>
#include <utility>

#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/documents/annotation_document.h"

namespace rudolph {
namespace {

/// Where the light of faces is kept whose run cannot be written.
std::filesystem::path keptElsewhere(const std::filesystem::path& run_folder) {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return toPath(
        QStringLiteral("%1/cases/%2.csv").arg(cache).arg(qHash(toQString(run_folder)), 0, 16));
}

QString sentencesOf(const ErrorText& error) {
    return sentence(error.what) + QLatin1Char(' ') + sentence(error.advice);
}

}  // namespace

CaseStudies::CaseStudies(Session* session, QObject* parent)
    : QObject(parent),
      session_(session),
      activity_(&session->activities(), StudioPage::Cases, nullptr) {
    connect(&load_job_, &Job::failed, this, [this](const ErrorText& error) {
        cases_ = {};
        study_ = std::make_shared<const CaseStudy>();
        emit failed(error);
    });
    connect(&study_job_, &Job::progressed, this, [this](const QString&, int done, int total) {
        if (!measuring_)
            return;
        activity_.show(tr("Measuring the faces of the run"), done, total);
        emit measuring(done, total);
    });
    connect(&study_job_, &Job::busyChanged, &activity_, [this](bool busy) {
        if (!busy)
            activity_.end();
    });
    connect(&activity_, &Activity::cancelRequested, this, &CaseStudies::cancel);
    connect(&study_job_, &Job::cancelled, this, [this] { end({}); });
    connect(&study_job_, &Job::failed, this, [this](const ErrorText& error) {
        end(sentencesOf(error));
        session_->navigation().report(sentencesOf(error));
    });
    connect(&keep_job_, &Job::failed, this, [this](const ErrorText& error) {
        emit notKept(tr("Nothing was kept: %1").arg(error.what) + QLatin1Char(' ') +
                     sentence(error.advice));
    });
    connect(&session->navigation(), &Navigation::casesWanted, this, &CaseStudies::open);
    connect(session, &Session::runsFolderChanged, this, [this] {
        load_job_.drop();
        run_folder_.clear();
        want_latest_ = true;
    });
    connect(session, &Session::datasetChanged, this, [this] {
        studied_document_ = nullptr;
        // Pictures that were missing may be among the faces that are open now.
        if (!cases_.lost.empty())
            open(run_folder_);
    });
}

void CaseStudies::open(const QString& run_folder) {
    want_latest_ = false;
    run_folder_ = run_folder;
    study_job_.cancel();
    load_job_.start([folder = toPath(run_folder), open = session_->dataset()](
                        JobContext&) { return loadCases(folder, open.get()); },
                    [this](RunCases cases) { take(std::move(cases)); });
}

void CaseStudies::openLatest() {
    const std::vector<RunEntryPtr>& runs = session_->runs().runs().runs;
    if (want_latest_ && !runs.empty())
        open(toQString(runs.front()->run.folder));
}

void CaseStudies::take(RunCases cases) {
    choose({});
    cases_ = std::move(cases);
    run_ = cases_.run;
    // What the run itself says at once, and then what its faces say.
    study_ = cases_.study ? cases_.study : std::make_shared<const CaseStudy>();
    emit opened();
    if (!cases_.cases.empty())
        start(want_measured_);
}

std::shared_ptr<const Dataset> CaseStudies::openFaces() const {
    if (session_->document() == nullptr || cases_.cases.empty())
        return nullptr;
    const Dataset& open = session_->document()->dataset();
    const CasePrediction& first = cases_.cases.front();
    const std::optional<int> found = open.find(first.result.sample_id);
    const bool same = found && open.samples[static_cast<size_t>(*found)].image == first.image;
    return same ? session_->dataset() : nullptr;
}

void CaseStudies::start(bool measure) {
    // While a snapshot is held, the next edit copies the whole set: only the job keeps one.
    CaseRequest request{cases_, openFaces(), measure, keptElsewhere(cases_.run.folder)};
    studied_document_ = request.dataset ? session_->document() : nullptr;
    studied_edit_ = studied_document_ ? session_->document()->undoStack()->index() : 0;
    measuring_ = measure;
    if (measure)
        emit measuring(0, 0);
    study_job_.start(
        [request = std::move(request), faces = faces_](JobContext& context) {
            return studyCases(request, *faces, context.cancel(), context.progress());
        },
        [this](const CaseStudyPtr& study) {
            measuring_ = false;
            study_ = study;
            run_.summary = study->truth.summary;
            emit studied();
            if (!study->measured && want_measured_)
                start(true);
        });
}

void CaseStudies::end(const QString& why) {
    measuring_ = false;
    if (study_->measured)
        emit studied();
    else
        emit notMeasured(why);
}

void CaseStudies::wantMeasured(bool wanted) {
    want_measured_ = wanted;
    if (wanted && !study_->measured && !measuring_ && !cases_.cases.empty())
        start(true);
}

void CaseStudies::followEdits() {
    if (!openFaces())
        return;
    const bool same = studied_document_ == session_->document() &&
                      studied_edit_ == session_->document()->undoStack()->index();
    if (!same)
        start(study_->measured || want_measured_);
}

void CaseStudies::keepTruth() {
    keep_job_.start([folder = cases_.run.folder,
                     study = study_](JobContext&) { keep_rescored(folder, study->truth); },
                    [this, folder = run_folder_] {
                        session_->navigation().report(tr("Kept in the run"));
                        if (folder == run_folder_)
                            open(folder);
                        session_->runs().refresh();
                    });
}

void CaseStudies::mend(int row) const {
    if (row < 0 || row >= static_cast<int>(cases_.cases.size()))
        return;
    const CasePrediction& face = cases_.cases[static_cast<size_t>(row)];
    session_->navigation().editFace(
        QString::fromStdString(run_.experiment.data), QString::fromStdString(face.result.sample_id),
        toQString(face.image), true, QString::fromStdString(run_.experiment.opening));
}

void CaseStudies::choose(const QVector<int>& rows) {
    if (rows == chosen_)
        return;
    chosen_ = rows;
    emit chosenChanged();
}

}  // namespace rudolph

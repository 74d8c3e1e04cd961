#include "ui/data/network_help.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QWidget>

#include "ui/base/path_convert.h"
#include "ui/session/run_loader.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr size_t kRunsOffered = 20;

QString facesText(qsizetype count) {
    return count == 1 ? NetworkHelp::tr("1 face")
                      : NetworkHelp::tr("%1 faces").arg(QLocale().toString(count));
}

}  // namespace

NetworkHelp::NetworkHelp(QWidget* window)
    : QObject(window),
      window_(window),
      menu_(new QMenu(window)),
      worker_(new FitWorker),
      runs_(new RunLoader),
      model_(Settings().get(settings::kAnnotationModel)) {
    for (QObject* worker : {static_cast<QObject*>(worker_), static_cast<QObject*>(runs_)}) {
        worker->moveToThread(&thread_);
        connect(&thread_, &QThread::finished, worker, &QObject::deleteLater);
    }
    connect(worker_, &FitWorker::progressed, this, [this](int number, int done, int total) {
        if (busy_ && number == request_.number)
            emit busyChanged(what_, done, total);
    });
    connect(worker_, &FitWorker::done, this, &NetworkHelp::finish);
    connect(worker_, &FitWorker::failed, this,
            [this](int number, const QString& what, const QString& advice) {
                if (number != request_.number)
                    return;
                setIdle();
                emit failed(what, advice);
            });
    connect(runs_, &RunLoader::runsListed, this,
            [this](const QString& folder, const RunList& list) {
                if (folder == runs_folder_)
                    fillMenu(list);
            });
    connect(menu_, &QMenu::aboutToShow, this, [this] {
        QMetaObject::invokeMethod(
            runs_, [runs = runs_, folder = runs_folder_] { runs->listRuns(folder); });
    });
    fillMenu({});
    thread_.setObjectName("network help");
    thread_.start();
}

NetworkHelp::~NetworkHelp() {
    request_.cancel.cancel();
    thread_.quit();
    thread_.wait();
}

void NetworkHelp::setDocument(AnnotationDocument* document) {
    request_.cancel.cancel();
    ++request_.number;
    if (busy_)
        setIdle();
    document_ = document;
}

void NetworkHelp::setRunsFolder(const QString& folder) {
    runs_folder_ = folder;
}

void NetworkHelp::setModel(const QString& file_or_run) {
    if (model_ == file_or_run)
        return;
    model_ = file_or_run;
    Settings().set(settings::kAnnotationModel, model_);
    emit modelChanged();
}

QString NetworkHelp::modelName() const {
    const QFileInfo info(model_);
    // best.safetensors says little, the run that it lies in says all.
    const bool of_a_run = info.suffix() == QStringLiteral("safetensors") &&
                          QFileInfo::exists(info.dir().filePath("experiment.json"));
    return of_a_run ? info.dir().dirName() : info.fileName();
}

void NetworkHelp::fillMenu(const RunList& list) {
    menu_->clear();
    size_t offered = 0;
    for (const RunRecord& run : list.runs) {
        if (run.summary.epochs_done == 0 || offered == kRunsOffered)
            continue;
        ++offered;
        const QString folder = toQString(run.folder);
        QAction* action =
            menu_->addAction(tr("%1 · %2 %")
                                 .arg(QString::fromStdString(run.name).replace('&', "&&"),
                                      QLocale().toString(100 * run.summary.nme, 'f', 1)));
        action->setToolTip(tr("NME on its validation faces, divided by %1")
                               .arg(landmarkText(run.summary.normaliser)));
        action->setCheckable(true);
        action->setChecked(folder == model_);
        connect(action, &QAction::triggered, this, [this, folder] { setModel(folder); });
    }
    if (offered == 0)
        menu_->addAction(tr("No trained network yet: train one on the Train page"))
            ->setEnabled(false);
    menu_->addSeparator();
    connect(menu_->addAction(tr("Choose a model file…")), &QAction::triggered, this,
            &NetworkHelp::chooseFile);
    menu_->setToolTipsVisible(true);
}

void NetworkHelp::chooseFile() {
    auto* dialog = new QFileDialog(window_, tr("Choose a trained network"), runs_folder_,
                                   tr("Networks (*.safetensors);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NetworkHelp::setModel);
    dialog->open();
}

void NetworkHelp::fitFace(int index) {
    if (document_ && index >= 0 && index < document_->faceCount())
        start(Purpose::Propose, {index}, tr("Fitting the points"));
}

void NetworkHelp::fitAll() {
    if (!document_)
        return;
    std::vector<int> faces;
    for (int i = 0; i < document_->faceCount(); ++i)
        if (document_->face(i).points_in_image.empty())
            faces.push_back(i);
    if (faces.empty())
        emit reported(tr("Every face has points already."));
    else
        start(Purpose::Propose, std::move(faces), tr("Fitting the points of all faces"));
}

void NetworkHelp::compare() {
    if (!document_)
        return;
    std::vector<int> faces = document_->dataset().labelled();
    if (faces.empty())
        emit reported(tr("No face has points to compare the network with."));
    else
        start(Purpose::Compare, std::move(faces), tr("Comparing with the network"));
}

void NetworkHelp::cancel() {
    request_.cancel.cancel();
}

void NetworkHelp::start(Purpose purpose, std::vector<int> faces, const QString& what) {
    if (busy_)
        return;
    if (model_.isEmpty()) {
        emit failed(tr("No network is chosen."),
                    tr("Choose one that was trained on faces with these points."));
        return;
    }
    busy_ = true;
    purpose_ = purpose;
    what_ = what;
    request_ = {request_.number + 1, model_, document_->snapshot(), std::move(faces),
                CancelToken()};
    emit busyChanged(what_, 0, static_cast<int>(request_.faces.size()));
    QMetaObject::invokeMethod(worker_,
                              [worker = worker_, request = request_] { worker->fit(request); });
}

void NetworkHelp::setIdle() {
    busy_ = false;
    request_.dataset.reset();
    emit busyChanged({}, 0, 0);
}

void NetworkHelp::finish(const FitOutcome& outcome) {
    if (!busy_ || outcome.number != request_.number || !document_)
        return;
    setIdle();
    if (purpose_ == Purpose::Compare)
        tellDisagreements(outcome);
    else
        propose(outcome);
}

void NetworkHelp::propose(const FitOutcome& outcome) {
    if (!outcome.fits.empty() && document_->scheme().size() == 0)
        document_->setScheme(outcome.scheme);
    QHash<QString, int> index_of;  // faces may have come and gone meanwhile
    for (int i = 0; i < document_->faceCount(); ++i)
        index_of.insert(QString::fromStdString(document_->face(i).id), i);
    std::vector<std::pair<int, Sample>> proposals;
    for (const FaceFit& fit : outcome.fits) {
        const Sample& then = outcome.dataset->samples[static_cast<size_t>(fit.sample)];
        const auto now = index_of.constFind(QString::fromStdString(then.id));
        if (now == index_of.constEnd() || document_->face(*now) != then ||
            fit.points_in_image.size() != document_->scheme().size())
            continue;  // the person's own work goes before the network's
        Sample proposed = document_->face(*now);
        proposed.points_in_image = fit.points_in_image;
        proposed.proposed_by = modelName().toStdString();
        proposals.emplace_back(*now, std::move(proposed));
    }
    const auto count = static_cast<qsizetype>(proposals.size());
    document_->setFaces(proposals, tr("Fit %1 by %2").arg(facesText(count), modelName()));
    QString text = outcome.cancelled ? tr("Stopped; the network placed the points of %1.")
                                     : tr("The network placed the points of %1.");
    text = text.arg(facesText(count));
    if (!outcome.problems.empty())
        text += ' ' + tr("%1 could not be read: %2")
                          .arg(facesText(static_cast<qsizetype>(outcome.problems.size())),
                               QString::fromStdString(outcome.problems.front().message));
    emit reported(text);
}

void NetworkHelp::tellDisagreements(const FitOutcome& outcome) {
    QHash<QString, double> by_id;
    for (const FaceFit& fit : outcome.fits)
        if (fit.disagreement)
            by_id.insert(QString::fromStdString(
                             outcome.dataset->samples[static_cast<size_t>(fit.sample)].id),
                         *fit.disagreement);
    emit disagreementsFound(by_id);
    emit reported(tr("Compared %1 with %2.").arg(facesText(by_id.size()), modelName()));
}

}  // namespace rudolph

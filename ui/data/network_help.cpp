#include "ui/data/network_help.h"

#include <QMenu>
#include <QWidget>

#include "core/predict/fit_faces.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/model_cache.h"
#include "ui/session/session.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {

/// What came of running a model over faces; after a cancel, as far as it went.
struct NetworkHelp::Fits {
    std::shared_ptr<const Dataset> dataset;  ///< what the indices refer to
    LandmarkScheme scheme;                   ///< of the points
    std::vector<FaceFit> fits = {};
    std::vector<Problem> problems = {};
    bool cancelled = false;
};

NetworkHelp::NetworkHelp(Session* session, QWidget* window)
    : QObject(window),
      session_(session),
      window_(window),
      menu_(new QMenu(window)),
      model_(Settings().get(settings::kAnnotationModel)),
      activity_(&session->activities(), StudioPage::Data, nullptr),
      cache_(std::make_shared<ModelCache>()) {
    menu_->setToolTipsVisible(true);
    activity_.follow(&job_, {});
    connect(&job_, &Job::busyChanged, this, &NetworkHelp::busyChanged);
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { emit failed(error.what, error.advice); });
    connect(&session_->models(), &ModelShelf::changed, this, &NetworkHelp::fillMenu);
    connect(menu_, &QMenu::aboutToShow, &session_->models(), &ModelShelf::refresh);
    fillMenu();
}

NetworkHelp::~NetworkHelp() = default;

void NetworkHelp::setDocument(AnnotationDocument* document) {
    job_.drop();
    document_ = document;
}

void NetworkHelp::setModel(const QString& file_or_run) {
    if (model_ == file_or_run)
        return;
    model_ = file_or_run;
    Settings().set(settings::kAnnotationModel, model_);
    fillMenu();
    emit modelChanged();
}

QString NetworkHelp::modelName() const {
    return ModelShelf::nameOf(model_);
}

void NetworkHelp::fillMenu() {
    menu_->clear();
    for (const ModelChoice& run : session_->models().runs()) {
        QAction* action = menu_->addAction(QString(run.name).replace('&', "&&"));
        action->setToolTip(run.tip);
        action->setCheckable(true);
        action->setChecked(run.model == model_);
        connect(action, &QAction::triggered, this, [this, run] { setModel(run.model); });
    }
    if (menu_->isEmpty())
        menu_->addAction(tr("No trained network yet: train one on the Train page"))
            ->setEnabled(false);
    menu_->addSeparator();
    connect(menu_->addAction(tr("Choose a model file…")), &QAction::triggered, this,
            &NetworkHelp::chooseFile);
}

void NetworkHelp::chooseFile() {
    askForFile(window_,
               {.title = tr("Choose a trained network"),
                .purpose = "models",
                .filter = tr("Networks (*.safetensors);;All files (*)")},
               [this](const QString& file) { setModel(file); });
}

void NetworkHelp::fitFace(int index) {
    if (document_ && index >= 0 && index < document_->faceCount())
        start({index}, tr("Fitting the points"), &NetworkHelp::propose);
}

void NetworkHelp::fitAll() {
    if (!document_)
        return;
    std::vector<int> faces;
    for (int i = 0; i < document_->faceCount(); ++i)
        if (document_->face(i).points_in_image.empty())
            faces.push_back(i);
    if (faces.empty())
        session_->navigation().report(tr("Every face has points already."));
    else
        start(std::move(faces), tr("Fitting the points of all faces"), &NetworkHelp::propose);
}

void NetworkHelp::compare() {
    if (!document_)
        return;
    std::vector<int> faces = document_->dataset().labelled();
    if (faces.empty())
        session_->navigation().report(tr("No face has points to compare the network with."));
    else
        start(std::move(faces), tr("Comparing with the network"), &NetworkHelp::tellDisagreements);
}

void NetworkHelp::start(std::vector<int> faces, const QString& what, Finish finish) {
    if (job_.isBusy())
        return;
    if (model_.isEmpty()) {
        emit failed(tr("No network is chosen."),
                    tr("Choose one that was trained on faces with these points."));
        return;
    }
    activity_.setText(what);
    job_.start(
        [cache = cache_, model = model_, dataset = document_->snapshot(),
         faces = std::move(faces)](JobContext& context) {
            const auto predictor = cache->predictor(model);
            cache->keepOnly({model});
            Fits fits{dataset,
                      dataset->scheme.size() > 0 ? dataset->scheme : predictor->info().scheme};
            try {
                fit_faces(
                    *predictor, *dataset, fits.scheme, faces,
                    [&fits](FaceFit fit) { fits.fits.push_back(std::move(fit)); }, fits.problems,
                    context.cancel(), context.progress());
            } catch (const Cancelled&) {
                fits.cancelled = true;
            }
            return fits;
        },
        [this, finish](const Fits& fits) { (this->*finish)(fits); });
}

void NetworkHelp::propose(const Fits& fits) {
    if (!fits.fits.empty() && document_->scheme().size() == 0)
        document_->setScheme(fits.scheme);
    QHash<QString, int> index_of;  // faces may have come and gone meanwhile
    for (int i = 0; i < document_->faceCount(); ++i)
        index_of.insert(QString::fromStdString(document_->face(i).id), i);
    std::vector<std::pair<int, Sample>> proposals;
    for (const FaceFit& fit : fits.fits) {
        const Sample& then = fits.dataset->samples[static_cast<size_t>(fit.sample)];
        const auto now = index_of.constFind(QString::fromStdString(then.id));
        if (now == index_of.constEnd() || document_->face(*now) != then ||
            fit.points_in_image.size() != document_->scheme().size())
            continue;  // the person's own work goes before the network's
        Sample proposed = document_->face(*now);
        proposed.points_in_image = fit.points_in_image;
        proposed.proposed_by = modelName().toStdString();
        proposed.confidence = fit.confidence;
        proposals.emplace_back(*now, std::move(proposed));
    }
    const auto count = static_cast<int>(proposals.size());
    document_->setFaces(proposals, tr("Fit %Ln face(s) by %1", nullptr, count).arg(modelName()));
    QString text =
        fits.cancelled
            ? tr("Stopped; the network placed the points of %Ln face(s).", nullptr, count)
            : tr("The network placed the points of %Ln face(s).", nullptr, count);
    if (!fits.problems.empty())
        text += ' ' + tr("%Ln face(s) could not be read: %1", nullptr,
                         static_cast<int>(fits.problems.size()))
                          .arg(QString::fromStdString(fits.problems.front().message));
    session_->navigation().report(text);
}

void NetworkHelp::tellDisagreements(const Fits& fits) {
    QHash<QString, double> by_id;
    for (const FaceFit& fit : fits.fits)
        if (fit.disagreement)
            by_id.insert(
                QString::fromStdString(fits.dataset->samples[static_cast<size_t>(fit.sample)].id),
                *fit.disagreement);
    emit disagreementsFound(by_id);
    session_->navigation().report(
        tr("Compared %Ln face(s) with %1.", nullptr, static_cast<int>(by_id.size()))
            .arg(modelName()));
}

}  // namespace rudolph

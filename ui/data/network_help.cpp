#include "ui/data/network_help.h"

#include <QWidget>
#include <algorithm>

#include "core/experiment/shipped_models.h"
#include "core/predict/fit_faces.h"
#include "ui/data/network_menu.h"
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

namespace {

/// Points that the model does not know stay where a person has placed them.
Landmarks completed(Landmarks fitted, const Landmarks& before) {
    for (int i = 0; i < std::min(fitted.size(), before.size()); ++i)
        if (const auto k = static_cast<size_t>(i); !fitted.is_labelled(i)) {
            fitted.points[k] = before.points[k];
            fitted.visibility[k] = before.visibility[k];
        }
    return fitted;
}

}  // namespace

NetworkHelp::NetworkHelp(Session* session, QWidget* window)
    : QObject(window),
      session_(session),
      window_(window),
      menu_(new NetworkMenu(&session->models(), window)),
      model_(Settings().get(settings::kAnnotationModel)),
      activity_(&session->activities(), StudioPage::Data, nullptr),
      cache_(std::make_shared<ModelCache>()) {
    menu_->setChosen(model_);
    connect(menu_, &NetworkMenu::chosen, this, &NetworkHelp::setModel);
    connect(menu_, &NetworkMenu::fileWanted, this, &NetworkHelp::chooseFile);
    connect(menu_, &NetworkMenu::changed, this, &NetworkHelp::modelChanged);
    activity_.follow(&job_, {});
    connect(&job_, &Job::busyChanged, this, &NetworkHelp::busyChanged);
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { emit failed(error.what, error.advice); });
}

NetworkHelp::~NetworkHelp() = default;

void NetworkHelp::setDocument(AnnotationDocument* document) {
    job_.drop();
    if (document_)
        document_->disconnect(this);
    document_ = document;
    const auto follow = [this] {
        menu_->setScheme(document_ ? document_->scheme() : LandmarkScheme());
    };
    if (document_)
        connect(document_, &AnnotationDocument::schemeChanged, this, follow);
    follow();
}

void NetworkHelp::setModel(const QString& file_or_run) {
    if (model_ == file_or_run)
        return;
    model_ = file_or_run;
    Settings().set(settings::kAnnotationModel, model_);
    menu_->setChosen(model_);
    emit modelChanged();
}

QString NetworkHelp::modelName() const {
    return ModelShelf::nameOf(model_);
}

QMenu* NetworkHelp::modelMenu() {
    return menu_->menu();
}

QString NetworkHelp::remark() const {
    return menu_->remark();
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
    if (!menu_->fits()) {
        emit failed(tr("%1 cannot help with these faces.").arg(modelName()), menu_->remark());
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
        proposed.points_in_image = completed(fit.points_in_image, proposed.points_in_image);
        // A name that is the same in every language, as it is written into files.
        proposed.proposed_by =
            model_ == QLatin1String(kDefaultModel) ? kDefaultModel : modelName().toStdString();
        proposed.confidence = fit.confidence;
        proposals.emplace_back(*now, std::move(proposed));
    }
    const auto count = static_cast<int>(proposals.size());
    document_->setFaces(proposals, tr("Fit %Ln face(s) by %1", nullptr, count).arg(modelName()));
    QString text =
        fits.cancelled
            ? tr("Stopped; the network placed the points of %Ln face(s).", nullptr, count)
            : tr("The network placed the points of %Ln face(s).", nullptr, count);
    if (!fits.fits.empty()) {
        const Landmarks& points = fits.fits.front().points_in_image;
        const auto left =
            std::count(points.visibility.begin(), points.visibility.end(), Visibility::NotLabelled);
        if (left > 0)
            text += ' ' + tr("It does not know %1 of the %2 points: they are not placed.")
                              .arg(left)
                              .arg(points.size());
    }
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

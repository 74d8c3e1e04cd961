#include "ui/data/network_help.h"

#include <QFileInfo>
#include <QWidget>
#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/error.h"
#include "core/detect/yunet_file.h"
#include "core/experiment/shipped_models.h"
#include "core/predict/model_file.h"
#include "core/predict/suggest_faces.h"
#include "ui/base/path_convert.h"
#include "ui/data/network_menu.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/model_cache.h"
#include "ui/session/session.h"
#include "ui/session/trainings.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr int kSuggestedAtOnce = 20;

/// What finds faces in pictures without boxes: as on the Photos page.
struct DetectorWanted {
    DetectorKind kind = DetectorKind::Hog;
    QString file;

    static DetectorWanted remembered() {
        const Settings settings;
        DetectorWanted wanted{DetectorKind::Hog, settings.get(settings::kPhotoDetectorFile)};
        const bool has_yunet =
            wanted.file.isEmpty() ? !find_yunet().empty() : QFileInfo::exists(wanted.file);
        if (has_yunet && settings.get(settings::kPhotoDetector) != QStringLiteral("hog"))
            wanted.kind = DetectorKind::YuNet;
        return wanted;
    }
    /// Null where all faces have their place, or the model wants none.
    std::shared_ptr<FaceDetector> forFaces(ModelCache& cache, const Predictor& predictor,
                                           const Dataset& dataset,
                                           const std::vector<int>& faces) const {
        const bool needed = predictor.info().input.crop == CropKind::FaceBox &&
                            std::any_of(faces.begin(), faces.end(), [&](int i) {
                                const Sample& face = dataset.samples[static_cast<size_t>(i)];
                                return !face.box && !face.has_truth();
                            });
        return needed ? cache.detector(kind, file) : nullptr;
    }
};

/// The scheme of the answers: the faces' own, where they have one.
LandmarkScheme answered(const Dataset& dataset, const Predictor& predictor) {
    return dataset.scheme.size() > 0 ? dataset.scheme : predictor.info().scheme;
}

int pointsOf(const QString& model, const LandmarkScheme& scheme) {
    const ModelInfo info = read_model_info(toPath(model));
    return scheme.size() > 0 ? points_placed(info, scheme) : static_cast<int>(info.indices.size());
}

/// The first that knows as many points of the faces as the last, which is in use.
QString firstAsGood(const QStringList& models, const LandmarkScheme& scheme) {
    for (const QString& model : models.mid(0, models.size() - 1)) {
        try {
            if (pointsOf(model, scheme) >= pointsOf(models.back(), scheme))
                return model;
        } catch (const Error&) {  // a run that has no network: the other one it is
        }
    }
    return models.back();
}

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

/// What came of running a model over faces; after a cancel, as far as it went.
struct NetworkHelp::Fits {
    std::shared_ptr<const Dataset> dataset;  ///< what the indices refer to
    LandmarkScheme scheme;                   ///< of the points
    std::vector<FaceFit> fits = {};
    std::vector<Problem> problems = {};
    bool cancelled = false;
};

struct NetworkHelp::Suggested {
    QString model;
    bool asked = false;  ///< by the person
    Fits fits;
    Suggestions found;
};

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
    connect(
        &job_, &Job::busyChanged, this,
        [this] {
            while (!job_.isBusy() && !later_.empty()) {
                const auto next = std::move(later_.front());
                later_.pop_front();
                next();
            }
        },
        Qt::QueuedConnection);
    connect(&session_->trainings(), &Trainings::allEnded, this, &NetworkHelp::suggestAfterTraining);
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { emit failed(error.what, error.advice); });
}

NetworkHelp::~NetworkHelp() = default;

void NetworkHelp::setDocument(AnnotationDocument* document) {
    job_.drop();
    suggests_ = false;
    later_.clear();
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

void NetworkHelp::fitRestBy(const QString& file_or_run) {
    whenIdle([this, file_or_run] {
        setModel(file_or_run);
        fitAll();
    });
}

void NetworkHelp::whenIdle(const std::function<void()>& work) {
    if (job_.isBusy() || !later_.empty())
        later_.push_back(work);
    else
        work();
}

void NetworkHelp::fitForReview(int index) {
    whenIdle([this, index] {
        if (document_ && index < document_->faceCount() && !model_.isEmpty() && menu_->fits())
            start({index}, tr("Looking for a fix"), &NetworkHelp::tellFit);
    });
}

void NetworkHelp::tellFit(const Fits& fits) {
    for (const FaceFit& fit : fits.fits)
        emit faceFitted(
            QString::fromStdString(fits.dataset->samples[static_cast<size_t>(fit.sample)].id), fit);
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
    if (!canHelp())
        return;
    activity_.setText(what);
    job_.start(
        [cache = cache_, model = model_, dataset = document_->snapshot(), faces = std::move(faces),
         wanted = DetectorWanted::remembered()](JobContext& context) {
            const auto predictor = cache->predictor(model);
            cache->keepOnly({model});
            const auto detector = wanted.forFaces(*cache, *predictor, *dataset, faces);
            Fits fits{dataset, answered(*dataset, *predictor)};
            try {
                fit_faces(
                    *predictor, *dataset, fits.scheme, faces,
                    [&fits](FaceFit fit) { fits.fits.push_back(std::move(fit)); }, fits.problems,
                    context.cancel(), context.progress(), detector.get());
            } catch (const Cancelled&) {
                fits.cancelled = true;
            }
            return fits;
        },
        [this, finish](const Fits& fits) { (this->*finish)(fits); });
}

/// Says why not.
bool NetworkHelp::canHelp() {
    if (model_.isEmpty())
        emit failed(tr("No network is chosen."),
                    tr("Choose one that was trained on faces with these points."));
    else if (!menu_->fits())
        emit failed(tr("%1 cannot help with these faces.").arg(modelName()), menu_->remark());
    else
        return true;
    return false;
}

int NetworkHelp::place(const Fits& fits, const QString& step) {
    if (!fits.fits.empty() && document_->scheme().size() == 0)
        document_->setScheme(fits.scheme);
    QHash<QString, int> index_of;  // faces may have come and gone meanwhile
    for (int i = 0; i < document_->faceCount(); ++i)
        index_of.insert(QString::fromStdString(document_->face(i).id), i);
    std::vector<std::pair<int, Sample>> proposals;
    for (const FaceFit& fit : fits.fits) {
        const Sample& then = fits.dataset->samples[static_cast<size_t>(fit.sample)];
        const auto now = index_of.constFind(QString::fromStdString(then.id));
        if (now == index_of.constEnd())
            continue;
        Sample proposed = document_->face(*now);
        Sample as_then = proposed;
        as_then.image_size = then.image_size;  // pictures are checked meanwhile
        if (as_then != then || fit.points_in_image.size() != document_->scheme().size())
            continue;  // the person's own work goes before the network's
        proposed.points_in_image = completed(fit.points_in_image, proposed.points_in_image);
        if (fit.box && !proposed.box)
            proposed.box = fit.box;
        // A name that is the same in every language, as it is written into files.
        proposed.proposed_by =
            model_ == QLatin1String(kDefaultModel) ? kDefaultModel : modelName().toStdString();
        proposed.confidence = fit.confidence;
        proposals.emplace_back(*now, std::move(proposed));
    }
    const auto count = static_cast<int>(proposals.size());
    document_->setFaces(
        proposals,
        step.isEmpty() ? tr("Fit %Ln face(s) by %1", nullptr, count).arg(modelName()) : step);
    return count;
}

void NetworkHelp::propose(const Fits& fits) {
    const int count = place(fits, {});
    const QString text =
        fits.cancelled
            ? tr("Stopped; the network placed the points of %Ln face(s).", nullptr, count)
            : tr("The network placed the points of %Ln face(s).", nullptr, count);
    session_->navigation().report(text + remarksOn(fits));
}

/// What the person should know of them, in sentences with a space before each.
QString NetworkHelp::remarksOn(const Fits& fits) const {
    QString text;
    int not_found = 0;
    int with_others = 0;
    for (const FaceFit& fit : fits.fits) {
        not_found += fit.is_found ? 0 : 1;
        with_others += fit.others > 0 ? 1 : 0;
    }
    if (!fits.fits.empty()) {
        const Landmarks& points = fits.fits.front().points_in_image;
        const auto left =
            std::count(points.visibility.begin(), points.visibility.end(), Visibility::NotLabelled);
        if (left > 0)
            text += ' ' + tr("It does not know %1 of the %2 points: they are not placed.")
                              .arg(left)
                              .arg(points.size());
    }
    if (not_found > 0)
        text += ' ' + tr("No face was found in %1 of the pictures; there the whole picture was "
                         "taken for one: draw boxes.")
                          .arg(not_found);
    if (with_others > 0)
        text += ' ' + tr("%1 of the pictures show further faces, which have no points: draw boxes.")
                          .arg(with_others);
    if (!fits.problems.empty())
        text += ' ' + tr("%Ln face(s) could not be read: %1", nullptr,
                         static_cast<int>(fits.problems.size()))
                          .arg(QString::fromStdString(fits.problems.front().message));
    return text;
}

void NetworkHelp::suggest() {
    if (document_ && !job_.isBusy())
        suggestBy({model_}, true);
}

void NetworkHelp::suggestAfterTraining() {
    const Trainings& trainings = session_->trainings();
    const bool is_of_these = document_ && !trainings.runFolder().isEmpty() &&
                             trainings.data() == toQString(document_->dataset().source);
    if (suggests_ && is_of_these)
        whenIdle([this, run = trainings.runFolder()] { suggestBy({run, model_}, false); });
}

/// By the first of these models that knows as many points as the last.
void NetworkHelp::suggestBy(const QStringList& models, bool asked) {
    if (!document_ || !canHelp())
        return;
    suggests_ = true;
    activity_.setText(tr("Looking for faces to mark next"));
    job_.start(
        [cache = cache_, models, asked, dataset = document_->snapshot(),
         wanted = DetectorWanted::remembered()](JobContext& context) {
            Suggested result{firstAsGood(models, dataset->scheme), asked, {dataset, {}}, {}};
            const auto predictor = cache->predictor(result.model);
            cache->keepOnly({result.model});
            std::vector<int> all(dataset->samples.size());
            std::iota(all.begin(), all.end(), 0);
            const auto detector = wanted.forFaces(*cache, *predictor, *dataset, all);
            result.fits.scheme = answered(*dataset, *predictor);
            result.found = suggest_faces(*predictor, detector.get(), *dataset, result.fits.scheme,
                                         kSuggestedAtOnce, context.cancel(), context.progress());
            for (const SuggestedFace& face : result.found.faces)
                result.fits.fits.push_back(face.fit);
            result.fits.problems = result.found.problems;
            return result;
        },
        [this](const Suggested& found) { takeSuggestions(found); });
}

void NetworkHelp::takeSuggestions(const Suggested& suggestion) {
    const Suggestions& found = suggestion.found;
    if (found.faces.empty()) {
        session_->navigation().report(
            (found.candidates == 0
                 ? tr("Every face has points or is done: there is none to suggest.")
                 : tr("None of the faces without points could be suggested.")) +
            remarksOn(suggestion.fits));
        return;
    }
    setModel(suggestion.model);
    place(suggestion.fits, tr("Propose points for the suggested faces"));
    QStringList ids;
    for (const SuggestedFace& face : found.faces)
        ids << QString::fromStdString(
            suggestion.fits.dataset->samples[static_cast<size_t>(face.fit.sample)].id);
    emit suggested(ids, suggestion.asked);
    QString text =
        (found.cancelled ? tr("Stopped; suggested %1 faces of the %2 that %3 has looked at.")
                         : tr("Suggested %1 faces of the %2 that %3 has looked at."))
            .arg(ids.size())
            .arg(found.looked_at)
            .arg(modelName());
    if (found.without_face > 0)
        text += ' ' +
                tr("No face was found in %1 pictures, which are left out.").arg(found.without_face);
    session_->navigation().report(text + remarksOn(suggestion.fits));
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

#include "ui/session/data_opener.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

#include "core/base/error.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/problems.h"
#include "core/engine/engine.h"
#include "core/formats/recipe_dataset.h"
#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/document_saver.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// Photographs that nobody has annotated get these points, until another scheme is chosen.
constexpr auto kUsualScheme = "ibug-68";
constexpr int kDemoViews = 6;

/// What open_dataset should open when this was asked for or dropped: the folder of a picture or of
/// its points, else the thing itself.
QString datasetOf(const QString& path) {
    const QFileInfo info(path);
    const bool points =
        QStringList{"asf", "pts", "ljson"}.contains(info.suffix(), Qt::CaseInsensitive);
    const bool of_a_face = points || has_image_extension(toPath(path));
    return info.isFile() && of_a_face ? info.absolutePath() : info.absoluteFilePath();
}

/// Whether demo faces of this spec lie there already, whole.
bool hasDemoFaces(const QString& folder, const DemoFacesSpec& spec) {
    const auto count = QDir(folder).entryList({"*.asf"}, QDir::Files).size();
    return count == static_cast<qsizetype>(spec.people) * kDemoViews;
}

/// Writes beside the folder and renames, so that an interrupted start leaves nothing half done.
void makeDemoFaces(const QString& folder, const DemoFacesSpec& spec, const CancelToken& cancel,
                   const ProgressCallback& progress) {
    if (hasDemoFaces(folder, spec))
        return;
    const QString partial = folder + QStringLiteral(".partial");
    QDir(partial).removeRecursively();
    write_demo_faces(toPath(partial), spec, cancel, progress);
    QDir(folder).removeRecursively();
    std::error_code failure;
    std::filesystem::rename(toPath(partial), toPath(folder), failure);
    if (failure)
        throw Error("the demo faces cannot be moved to their folder: " + failure.message(),
                    {toPath(folder)}, "check that you may write there");
}

OpenedDataset openedDataset(const QString& path, OpenOptions options, const QString& journals,
                            const CancelToken& cancel, const ProgressCallback& progress) {
    options.open_video = open_video_by_engine;
    Dataset dataset = open_dataset(toPath(path), options, cancel, progress);
    if (dataset.format == DatasetFormat::Pictures && dataset.scheme.size() == 0)
        dataset.scheme = builtin_scheme(kUsualScheme);
    OpenedDataset opened;
    opened.dataset = std::make_shared<const Dataset>(std::move(dataset));
    opened.stamps = annotation_stamps(*opened.dataset);
    opened.kept = find_journals(opened.dataset->source, toPath(journals));
    return opened;
}

}  // namespace

DataOpener::DataOpener(Session* session)
    : session_(session),
      activity_(&session->activities(), StudioPage::Data, nullptr),
      job_(JobOrder::Latest) {
    activity_.follow(&job_, {});
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        Settings().forgetRecentDataset(path_);
        error_ = error;
        setStage(Stage::Idle);
    });
    connect(&job_, &Job::cancelled, this, [this] { setStage(Stage::Idle); });
    connect(&session->navigation(), &Navigation::faceWanted, this,
            [this](const QString& data, const QString& sample_id, const QString& image,
                   bool for_cases, const QString& opening) {
                if (!for_cases || !showOpenFace(sample_id, image))
                    openFace(data, sample_id, opening);
            });
}

void DataOpener::open(const QString& path) {
    session_->navigation().show(StudioPage::Data);
    session_->saver().whenSafe([this, path] {
        options_ = {};
        read(datasetOf(path), false);
    });
}

void DataOpener::openByRecipe(const QString& path, const Recipe& recipe) {
    session_->saver().whenSafe([this, path, recipe] {
        options_ = {};
        options_.recipe = recipe;
        read(path, false);
    });
}

void DataOpener::openPictures(const QString& path) {
    session_->saver().whenSafe([this, path] {
        options_ = {};
        options_.pictures_only = true;
        read(path, false);
    });
}

void DataOpener::openDemoFaces() {
    session_->navigation().show(StudioPage::Data);
    session_->saver().whenSafe([this] {
        options_ = {};
        const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        read(data.filePath("demo faces"), true);
    });
}

bool DataOpener::showOpenFace(const QString& sample_id, const QString& image) {
    const AnnotationDocument* document = session_->document();
    const std::optional<int> index =
        document != nullptr ? document->dataset().find(sample_id.toStdString()) : std::nullopt;
    if (!index || document->face(*index).image != toPath(image))
        return false;
    emit faceFound(*index);
    return true;
}

void DataOpener::openFace(const QString& data, const QString& sample_id, const QString& opening) {
    const std::string wanted = sample_id.toStdString();
    session_->saver().whenSafe([this, data, wanted, opening] {
        try {
            options_ = open_options_from(opening.toStdString());
        } catch (...) {
            error_ = errorText(std::current_exception());
            emit changed();
            return;
        }
        read(datasetOf(data), false);
        face_wanted_ = wanted;
    });
}

void DataOpener::readPtsFrom(int first_pixel) {
    session_->saver().whenSafe([this, first_pixel] {
        options_.pts_first_pixel = first_pixel;
        read(toQString(session_->document()->dataset().source), false);
    });
}

void DataOpener::readWithPictures(const QString& folder) {
    session_->saver().whenSafe([this, folder] {
        options_.pictures = toPath(folder);
        read(toQString(session_->document()->dataset().source), false);
    });
}

void DataOpener::read(const QString& path, bool demo_faces) {
    path_ = path;
    face_wanted_.clear();
    error_.reset();
    layout_unknown_ = false;
    const QString name = QFileInfo(path).fileName();
    job_.start(
        [this, path, name, demo_faces, spec = demo_faces_, options = options_,
         journals = KeptEdits::folder()](JobContext& context) {
            const CancelToken& cancel = context.cancel();
            if (demo_faces)
                makeDemoFaces(path, spec, cancel, context.progress(tr("Making demo faces")));
            OpenedDataset opened;
            try {
                opened = openedDataset(path, options, journals, cancel,
                                       context.progress(tr("Opening %1").arg(name)));
            } catch (const UnknownLayout&) {
                context.tell([this] { layout_unknown_ = true; });
                throw;
            }
            const auto pictures = pictures_of(*opened.dataset);
            cancel.throw_if_cancelled();
            context.tell([this, opened = std::exchange(opened, {}), cancel] {
                if (!cancel.is_cancelled())
                    show(opened);
            });
            return check_pictures(pictures, cancel,
                                  context.progress(tr("Checking the pictures of %1").arg(name)));
        },
        [this](const CheckedPictures& pictures) { applyCheck(pictures); });
    activity_.show(demo_faces ? tr("Making demo faces") : tr("Opening %1").arg(name));
    setStage(Stage::Opening);
}

void DataOpener::show(const OpenedDataset& found) {
    Settings().addRecentDataset(path_);
    read_problems_ = found.dataset->problems;
    pictures_ = std::make_shared<const CheckedPictures>();
    stage_ = Stage::Checking;
    session_->setDocument(std::make_unique<AnnotationDocument>(found.dataset));
    session_->saver().begin(found.stamps, {options_.first_pixel(), CsvColumns::Part});
    session_->keptEdits().begin(found.kept);
    emit opened();
    emit changed();
    findWantedFace();
}

void DataOpener::findWantedFace() {
    const std::string wanted = std::exchange(face_wanted_, {});
    if (wanted.empty())
        return;
    if (const std::optional<int> index = session_->document()->dataset().find(wanted))
        emit faceFound(*index);
    else
        emit faceMissing(QString::fromStdString(wanted));
}

void DataOpener::applyCheck(const CheckedPictures& pictures) {
    if (stage_ == Stage::Opening) {  // cancelled, and done all the same before it was noticed
        setStage(Stage::Idle);
        return;
    }
    AnnotationDocument* document = session_->document();
    document->applyCheck(pictures);
    pictures_ = std::make_shared<const CheckedPictures>(pictures);
    read_problems_ = shortened(document->dataset().problems);
    setStage(Stage::Idle);
    emit checked();
    if (document->faceCount() > 0)
        inspect();
}

void DataOpener::inspect() {
    if (session_->document() == nullptr || stage_ != Stage::Idle)
        return;
    job_.start(
        [dataset = session_->dataset(), pictures = pictures_](JobContext& context) {
            return inspect_faces(*dataset, *pictures, context.cancel(), context.progress());
        },
        [this](const std::vector<Problem>& findings) { applyFindings(findings); });
    activity_.setText(tr("Looking for wrong annotations"));
    activity_.show(tr("Looking for wrong annotations"));
    setStage(Stage::Inspecting);
}

void DataOpener::applyFindings(const std::vector<Problem>& findings) {
    std::vector<Problem> problems = read_problems_;
    problems.insert(problems.end(), findings.begin(), findings.end());
    session_->document()->setProblems(std::move(problems));
    setStage(Stage::Idle);
    emit inspected();
}

void DataOpener::setStage(Stage stage) {
    stage_ = stage;
    emit changed();
}

void DataOpener::dismissError() {
    error_.reset();
    emit changed();
}

}  // namespace rudolph

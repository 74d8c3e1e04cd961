#include "ui/data/shown_face.h"

#include <algorithm>
#include <utility>

#include "core/dataset/mend.h"
#include "core/image/decode.h"
#include "ui/base/image_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/data/annotator.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"

namespace rudolph {

ShownFace::ShownFace(Session* session, const Parts& parts, QObject* parent)
    : QObject(parent), session_(session), parts_(parts), picture_job_(JobOrder::Steady) {
    connect(parts_.list, &SampleListPanel::sampleChosen, this, &ShownFace::show);
    connect(parts_.list, &SampleListPanel::problemPlaceChosen, this, &ShownFace::showPlace);
    // The list has asked for the face already; its picture is on its way.
    connect(parts_.list, &SampleListPanel::problemChosen, this, [this](int, int point) {
        point_wanted_ = point < 0 ? std::nullopt : std::optional(point);
    });
    connect(&picture_job_, &Job::failed, this, [this](const ErrorText& error) {
        parts_.annotator->setFace(-1);
        parts_.view->setMessage(sentence(error.what));
    });
}

bool ShownFace::isThere() const {
    return index_ >= 0 && session_->document() != nullptr &&
           index_ < session_->document()->faceCount();
}

void ShownFace::followDocument() {
    const AnnotationDocument* document = session_->document();
    if (document == nullptr)
        return;
    connect(document, &AnnotationDocument::schemeChanged, this, &ShownFace::refresh);
    connect(document, &AnnotationDocument::problemsChanged, this, &ShownFace::showFacts);
    connect(document, &AnnotationDocument::facesReset, this, &ShownFace::showFacts);
    connect(document, &AnnotationDocument::faceChanged, this, [this](int index) {
        if (index != index_)
            return;
        showPoints();
        if (!session_->document()->isPreviewing())
            showFacts();
    });
}

void ShownFace::clear(const QString& message) {
    index_ = -1;
    picture_job_.drop();
    parts_.annotator->setFace(-1);
    parts_.details->clear();
    parts_.view->setMessage(message);
}

void ShownFace::show(int index) {
    point_wanted_.reset();
    const AnnotationDocument* document = session_->document();
    if (document == nullptr || index < 0) {
        clear(document == nullptr || document->faceCount() > 0
                  ? tr("No face matches the filters.")
                  : tr("None of the faces could be read. The list of problems says why."));
        return;
    }
    index_ = index;
    picture_job_.start(
        [file = document->face(index).image](JobContext&) { return toQImage(decode_image(file)); },
        [this, index](const QImage& image) {
            if (index == index_ && isThere())
                showPicture(image);
        });
    showFacts();
}

void ShownFace::showPlace(const QString& place, const QString& message) {
    clear(place + QStringLiteral("\n\n") + message);
}

void ShownFace::showPicture(const QImage& image) {
    AnnotationDocument* document = session_->document();
    const Sample& face = document->face(index_);
    if (face.image_size.empty()) {  // before all pictures are checked
        CheckedPicture checked;
        checked.size.upright = cv::Size(image.width(), image.height());
        document->applyCheck({{face.image.string(), checked}});
    }
    parts_.view->setImage(image);
    parts_.view->setAccessibleDescription(QString::fromStdString(document->face(index_).id));
    parts_.annotator->setPrevious(previousInList());
    parts_.annotator->setFace(index_);
    showPoints();
    zoomToSmallFace();
    parts_.view->setMarked(std::nullopt);
    if (const std::optional<int> point = std::exchange(point_wanted_, std::nullopt))
        lookAt(*point);
}

/// In a crowd one face is too small to see and to mark. Where the person has zoomed, that counts.
void ShownFace::zoomToSmallFace() {
    constexpr double kSmall = 80;  // screen pixels
    FaceView* view = parts_.view;
    if (!view->isFitted() && own_scale_ != view->scaleNow())
        return;
    view->fit();
    own_scale_.reset();
    const Sample& face = session_->document()->face(index_);
    const Box box = face.box.value_or(bounding_box(face.points_in_image));
    const double side = view->scaleNow() * std::max(box.width, box.height);
    if (box.empty() || side >= kSmall)
        return;
    view->showFace(box);
    own_scale_ = view->scaleNow();
}

void ShownFace::refresh() {
    showPoints();
    showFacts();
}

void ShownFace::setBoxShown(bool shown) {
    box_shown_ = shown;
    showPoints();
}

/// Only points that it would move, with lines to where they would go.
void ShownFace::showFix(const Sample& face, const LandmarkScheme& scheme) {
    const bool is_of_this = fix_ && fix_->id == face.id;
    parts_.view->setErrorsShown(is_of_this);
    if (!is_of_this)
        return;
    if (fix_->box != face.box)
        parts_.view->setBox(fix_->box);
    Landmarks before = face.points_in_image;
    Landmarks after = fix_->points_in_image;
    if (after == before || after.size() != scheme.size())
        return;
    for (int i = 0; i < std::min(before.size(), after.size()); ++i)
        if (const auto k = static_cast<size_t>(i);
            before.points[k] == after.points[k] && before.visibility[k] == after.visibility[k])
            before.visibility[k] = after.visibility[k] = Visibility::NotLabelled;
    if (before.size() == after.size())
        parts_.view->setTruth(PointLayer{before, scheme});
    parts_.view->setPrediction(PointLayer{after, scheme});
}

void ShownFace::setFix(const std::optional<Sample>& fix) {
    fix_ = fix;
    showPoints();
}

void ShownFace::showFacts() {
    if (!isThere())
        return;
    const Dataset& dataset = session_->document()->dataset();
    SampleFacts facts{session_->document()->face(index_),
                      dataset.scheme,
                      dataset.format,
                      parts_.list->faces().side(index_),
                      {}};
    for (const Problem& problem : dataset.problems)
        if (problem.sample_id == facts.face.id)
            facts.problems.push_back(problem.message);
    parts_.details->setFace(std::move(facts));
}

void ShownFace::showPoints() {
    if (!isThere())
        return;
    const LandmarkScheme& scheme = session_->document()->scheme();
    const Sample& face = session_->document()->shownFace(index_);
    const bool drawn = !parts_.annotator->isActive();  // else the editor draws them
    std::optional<PointLayer> layer;
    if (drawn && face.points_in_image.size() == scheme.size() && !face.points_in_image.empty())
        layer = PointLayer{face.points_in_image, scheme};
    parts_.view->setTruth(face.is_proposal() ? std::nullopt : layer);
    parts_.view->setPrediction(face.is_proposal() ? layer : std::nullopt);
    parts_.view->setBox(drawn && box_shown_ ? face.box : std::nullopt);
    showFix(face, scheme);
}

void ShownFace::lookAt(int point) {
    const Landmarks& points = session_->document()->face(index_).points_in_image;
    if (point >= points.size() || !points.is_labelled(point))
        return;
    const Point& at = points.points[static_cast<size_t>(point)];
    parts_.view->showPlace({at.x, at.y});
    if (!parts_.annotator->isActive())  // else it is selected, which shows
        parts_.view->setMarked(QPointF(at.x, at.y));
    parts_.annotator->selectPoint(point);
    // Where a problem is about a part of the face, all of it.
    const Dataset& dataset = session_->document()->dataset();
    for (const Problem& problem : dataset.problems)
        if (problem.point == point && problem.mend &&
            problem.sample_id == dataset.samples[static_cast<size_t>(index_)].id)
            parts_.annotator->selectPoints(points_to_mend(problem));
}

std::optional<int> ShownFace::previousInList() const {
    const int row = parts_.list->faces().rowOf(index_);
    return row > 0 ? std::optional(parts_.list->faces().faceAt(row - 1)) : std::nullopt;
}

}  // namespace rudolph

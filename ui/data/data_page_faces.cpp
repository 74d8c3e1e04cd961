// How the data page shows the chosen face.
#include <utility>

#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/base/image_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/data/annotator.h"
#include "ui/data/data_page.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"

namespace rudolph {

void DataPage::showSample(int index) {
    shown_ = index;
    point_wanted_.reset();
    if (document() == nullptr || index < 0) {
        annotator_->setFace(-1);
        picture_job_.clear();
        details_->clear();
        if (document() == nullptr || document()->faceCount() > 0)
            view_->setMessage(tr("No face matches the filters."));
        else
            view_->setMessage(
                tr("None of the faces could be read. The list of problems says why."));
        return;
    }
    picture_job_.start([this, index, face = document()->face(index)]() -> LatestJob::Outcome {
        try {
            const QImage image = toQImage(decode_image(face.image));
            return [this, index, image] { showPicture(index, image); };
        } catch (...) {
            const QString reason = sentence(errorText(std::current_exception()).what);
            return [this, reason] {
                annotator_->setFace(-1);
                view_->setMessage(reason);
            };
        }
    });
    showFacts();
}

void DataPage::showPicture(int index, const QImage& image) {
    if (index != shown_ || document() == nullptr || index >= document()->faceCount())
        return;
    const Sample& face = document()->face(index);
    if (face.image_size.empty())  // before all pictures are checked
        document()->applyCheck(
            {{face.image.string(), {cv::Size(image.width(), image.height()), std::nullopt}}});
    view_->setImage(image);
    view_->setAccessibleDescription(QString::fromStdString(face.id));
    annotator_->setPrevious(previousInList());
    annotator_->setFace(index);
    showPoints();
    view_->setMarked(std::nullopt);
    if (const std::optional<int> point = std::exchange(point_wanted_, std::nullopt))
        lookAt(*point);
}

void DataPage::showFacts() {
    if (shown_ < 0 || document() == nullptr || isAnnotating())
        return;
    const Dataset& dataset = document()->dataset();
    ShownFace facts{
        document()->face(shown_), dataset.scheme, dataset.format, list_->faces().side(shown_), {}};
    for (const Problem& problem : dataset.problems)
        if (problem.sample_id == facts.face.id)
            facts.problems.push_back(problem.message);
    details_->setFace(std::move(facts));
}

void DataPage::showPoints() {
    if (shown_ < 0 || document() == nullptr || shown_ >= document()->faceCount())
        return;
    const Sample& face = document()->shownFace(shown_);
    const bool drawn = !isAnnotating();  // else the editor draws them
    std::optional<PointLayer> layer;
    if (drawn && face.points_in_image.size() == document()->scheme().size() &&
        !face.points_in_image.empty())
        layer = PointLayer{face.points_in_image, document()->scheme()};
    view_->setTruth(face.is_proposal() ? std::nullopt : layer);
    view_->setPrediction(face.is_proposal() ? layer : std::nullopt);
    view_->setBox(drawn && box_->isChecked() ? face.box : std::nullopt);
}

void DataPage::lookAt(int point) {
    if (shown_ < 0 || shown_ >= document()->faceCount())
        return;
    const Landmarks& points = document()->face(shown_).points_in_image;
    if (point >= points.size() || !points.is_labelled(point))
        return;
    const Point& at = points.points[static_cast<size_t>(point)];
    view_->showPlace({at.x, at.y});
    if (!isAnnotating())  // else it is selected, which shows
        view_->setMarked(QPointF(at.x, at.y));
    annotator_->selectPoint(point);
}

void DataPage::showProblemPoint(int /*index*/, int point) {
    // The list has asked for the face already; its picture is on its way.
    point_wanted_ = point < 0 ? std::nullopt : std::optional(point);
}

std::optional<int> DataPage::previousInList() const {
    const int row = list_->faces().rowOf(shown_);
    return row > 0 ? std::optional(list_->faces().faceAt(row - 1)) : std::nullopt;
}

void DataPage::showProblem(const QString& place, const QString& message) {
    shown_ = -1;
    annotator_->setFace(-1);
    picture_job_.clear();
    details_->clear();
    view_->setMessage(place + QStringLiteral("\n\n") + message);
}

}  // namespace rudolph

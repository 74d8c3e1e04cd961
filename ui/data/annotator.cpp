#include "ui/data/annotator.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QUndoStack>
#include <algorithm>

#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/guide_panel.h"
#include "ui/data/network_help.h"
#include "ui/documents/whole_face_edits.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {
namespace {

std::string ofFaces(size_t count, const QString& one, const QString& many) {
    return (count == 1 ? one : many.arg(QLocale().toString(static_cast<qsizetype>(count))))
        .toStdString();
}

}  // namespace

Annotator::Annotator(FaceView* view, AnnotatePanel* panel, NetworkHelp* help, QWidget* page)
    : QObject(page),
      view_(view),
      panel_(panel),
      help_(help),
      page_(page),
      editor_(new PointEditor(view, this)) {
    makeActions();
    connectEditor();
    connect(panel_, &AnnotatePanel::stateChosen, this,
            [this](FaceState state) { setState({face_}, state); });
    connect(panel_, &AnnotatePanel::noteEdited, this, [this](const QString& note) {
        if (shown() == nullptr)
            return;
        Sample after = *shown();
        after.note = note.toStdString();
        change(after, tr("Change note"));
    });
    connect(help_, &NetworkHelp::busyChanged, this, &Annotator::updateActions);
    connect(panel_->acceptButton(), &QPushButton::clicked, this, [this] { accept({face_}); });
    connect(panel_->rejectButton(), &QPushButton::clicked, this, [this] { reject({face_}); });
    updateActions();
}

Annotator::~Annotator() {
    if (view_)
        view_->setTool(nullptr);
}

void Annotator::connectEditor() {
    GuidePanel* guide = panel_->guide();
    connect(guide, &GuidePanel::pointChosen, this, &Annotator::selectPoint);
    connect(editor_, &PointEditor::nextPointChanged, guide, &GuidePanel::setNextPoint);
    connect(editor_, &PointEditor::selectionChanged, this, [this, guide] {
        guide->setSelection(editor_->selection());
        updateActions();
    });
    connect(editor_, &PointEditor::hintChanged, panel_, &AnnotatePanel::setHint);
    connect(editor_, &PointEditor::faceChosen, this, &Annotator::faceWanted);
    connect(editor_, &PointEditor::faceAdded, this, &Annotator::faceWanted);
    connect(editor_, &PointEditor::modeChanged, this, [this] {
        points_->setChecked(editor_->mode() == PointEditor::Mode::Points);
        boxes_->setChecked(editor_->mode() == PointEditor::Mode::Boxes);
    });
}

const Sample* Annotator::shown() const {
    const bool there = document_ != nullptr && face_ >= 0 && face_ < document_->faceCount();
    return there ? &document_->face(face_) : nullptr;
}

void Annotator::setDocument(AnnotationDocument* document) {
    if (document_ != nullptr)
        document_->disconnect(this);
    document_ = document;
    face_ = -1;
    starting_shape_.reset();
    editor_->setFace(-1);
    editor_->setDocument(document);
    help_->setDocument(document);
    if (document_ == nullptr) {
        showFace();
        return;
    }
    connect(document_, &AnnotationDocument::faceChanged, this, [this](int index) {
        if (index == face_ && !document_->isPreviewing())
            showFace();
    });
    connect(document_, &AnnotationDocument::facesReset, this, &Annotator::showFace);
    connect(document_, &AnnotationDocument::schemeChanged, this, [this] {
        starting_shape_.reset();
        showFace();
    });
    showFace();
}

void Annotator::setFace(int index) {
    if (index != face_)
        panel_->commitNote();
    face_ = index;
    editor_->setFace(active_ ? face_ : -1);
    showFace();
}

void Annotator::setActive(bool active) {
    if (active_ == active)
        return;
    if (!active)
        panel_->commitNote();
    active_ = active;
    view_->setTool(active ? editor_ : nullptr);
    editor_->setFace(active ? face_ : -1);
    showFace();
}

void Annotator::selectPoint(int point) {
    const Sample* face = shown();
    if (face == nullptr || point < 0 || point >= document_->scheme().size())
        return;
    const bool there =
        point < face->points_in_image.size() && face->points_in_image.is_labelled(point);
    if (there)
        editor_->setSelection({point});
    else
        editor_->setNextPoint(point);
}

void Annotator::showFace() {
    const Sample* face = active_ ? shown() : nullptr;
    updateActions();
    if (face == nullptr) {
        panel_->clear();
        return;
    }
    const LandmarkScheme& scheme = document_->scheme();
    if (!starting_shape_) {
        starting_shape_ = startingShape(document_->dataset());
        panel_->guide()->setScheme(scheme);
        panel_->guide()->setReference(*starting_shape_);
    }
    int number = 0;
    int count = 0;
    for (int i = face_; i >= 0 && document_->face(i).image == face->image; --i)
        ++number;
    count = number;
    for (int i = face_ + 1; i < document_->faceCount() && document_->face(i).image == face->image;
         ++i)
        ++count;
    panel_->setFace(
        *face, scheme,
        count > 1 ? tr("Face %1 of %2 in this picture").arg(number).arg(count) : QString());
    panel_->guide()->setNextPoint(editor_->nextPoint());
}

void Annotator::change(const Sample& after, const QString& what) {
    if (shown() != nullptr)
        document_->setFace(face_, after, what);
}

void Annotator::setState(const std::vector<int>& faces, FaceState state) {
    std::vector<std::pair<int, Sample>> after;
    for (const int index : faces) {
        if (document_ == nullptr || index < 0 || index >= document_->faceCount())
            continue;
        after.emplace_back(index, document_->face(index));
        after.back().second.state = state;
    }
    if (!after.empty())
        document_->setFaces(after, tr("Mark as %1").arg(stateName(state).toLower()));
}

void Annotator::accept(const std::vector<int>& faces) {
    std::vector<std::pair<int, Sample>> after;
    for (const int index : faces)
        if (document_ != nullptr && index >= 0 && document_->face(index).is_proposal())
            after.emplace_back(index, accepted(document_->face(index)));
    if (!after.empty())
        document_->setFaces(
            after, QString::fromStdString(ofFaces(after.size(), tr("Accept the network's points"),
                                                  tr("Accept the network's points on %1 faces"))));
}

void Annotator::reject(const std::vector<int>& faces) {
    std::vector<std::pair<int, Sample>> after;
    for (const int index : faces)
        if (document_ != nullptr && index >= 0 && document_->face(index).is_proposal())
            after.emplace_back(index, rejected(document_->face(index)));
    if (!after.empty())
        document_->setFaces(
            after, QString::fromStdString(ofFaces(after.size(), tr("Reject the network's points"),
                                                  tr("Reject the network's points on %1 faces"))));
}

void Annotator::copyPrevious() {
    if (shown() == nullptr)
        return;
    if (!previous_ || document_->face(*previous_).points_in_image.empty()) {
        emit reported(tr("The face before this one in the list has no points to copy"));
        return;
    }
    change(withPointsOf(document_->face(*previous_), *shown()),
           tr("Copy points from the previous face"));
}

void Annotator::resetToMean() {
    if (shown() == nullptr || !starting_shape_ || starting_shape_->empty())
        return;
    const Sample after = withShape(*starting_shape_, *shown());
    if (after == *shown())
        emit reported(tr("Draw a box around the face first: the mean shape is fitted to it"));
    else
        change(after, tr("Reset to the mean shape"));
}

void Annotator::fillFacesMenu(QMenu* menu, const std::vector<int>& faces) {
    if (document_ == nullptr || faces.empty())
        return;
    menu->addSeparator();
    QMenu* states = menu->addMenu(tr("Mark as"));
    for (const FaceState state :
         {FaceState::New, FaceState::InWork, FaceState::Done, FaceState::Doubtful})
        connect(states->addAction(stateName(state)), &QAction::triggered, this,
                [this, faces, state] { setState(faces, state); });
    const bool any = std::any_of(faces.begin(), faces.end(), [this](int index) {
        return document_->face(index).is_proposal();
    });
    if (any) {
        connect(menu->addAction(tr("Accept the network's points")), &QAction::triggered, this,
                [this, faces] { accept(faces); });
        connect(menu->addAction(tr("Reject the network's points")), &QAction::triggered, this,
                [this, faces] { reject(faces); });
    }
}

}  // namespace rudolph

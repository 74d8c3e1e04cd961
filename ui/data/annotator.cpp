#include "ui/data/annotator.h"

#include <QActionGroup>
#include <QMenu>
#include <algorithm>
#include <string_view>

#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/face_commands.h"
#include "ui/data/guide_panel.h"
#include "ui/data/network_help.h"
#include "ui/documents/whole_face_edits.h"
#include "ui/parts/sample_list_model.h"
#include "ui/session/navigation.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr double kTurnDegrees = 1;
constexpr double kScaleFactor = 1.02;

PageAction row(const char* id, const QString& text, const QList<QKeySequence>& keys,
               const std::function<void()>& run) {
    return {.id = id, .text = text, .keys = keys, .run = run};
}

}  // namespace

Annotator::Annotator(const Parts& parts, QObject* parent)
    : QObject(parent), parts_(parts), view_(parts.view), editor_(new PointEditor(view_, this)) {
    addActions();
    connectEditor();
    connectPanel();
    connect(parts_.help, &NetworkHelp::busyChanged, this, &Annotator::updateActions);
    updateActions();
}

Annotator::~Annotator() {
    if (view_)
        view_->setTool(nullptr);
}

void Annotator::addActions() {
    addSection(tr("Annotate"), modeRows());
    addSection(tr("Points"), pointRows());
    addSection(tr("Face"), faceRows());
    addSection(tr("Network"), networkRows());

    auto* group = new QActionGroup(this);
    for (const char* id : {"annotate/points", "annotate/boxes"})
        group->addAction(parts_.actions->at(id));
    parts_.actions->at("annotate/points")->setChecked(true);
    QAction* magnifier = parts_.actions->at("annotate/magnifier");
    connect(magnifier, &QAction::toggled, editor_, &PointEditor::setMagnifierShown);
    magnifier->setChecked(Settings().get(settings::kMagnifierShown));
    editor_->setMagnifierShown(magnifier->isChecked());
    connect(magnifier, &QAction::toggled, this,
            [](bool shown) { Settings().set(settings::kMagnifierShown, shown); });
}

void Annotator::addSection(const QString& section, std::vector<PageAction> rows) {
    if (!menu_.empty())
        menu_.push_back("-");
    rows.front().section = section;
    for (const PageAction& row : rows)
        menu_.push_back(row.id);
    parts_.actions->add(rows);
}

std::vector<PageAction> Annotator::modeRows() {
    std::vector<PageAction> rows = {
        row("annotate/points", tr("Points"), {Qt::Key_P},
            [this] { editor_->setMode(PointEditor::Mode::Points); }),
        row("annotate/boxes", tr("Boxes"), {Qt::Key_X},
            [this] { editor_->setMode(PointEditor::Mode::Boxes); }),
        row("annotate/magnifier", tr("Magnifier"), {Qt::Key_Z}, {}),
        row("annotate/next", tr("Next face"), {Qt::Key_D, Qt::Key_PageDown},
            [this] { emit nextWanted(); }),
        row("annotate/previous", tr("Previous face"), {Qt::Key_A, Qt::Key_PageUp},
            [this] { emit previousWanted(); })};
    rows[0].tip = tr("Place, select and move points");
    rows[1].tip = tr("Draw, move and resize the boxes of faces");
    for (size_t i = 0; i < 3; ++i)
        rows[i].checkable = true;
    return rows;
}

std::vector<PageAction> Annotator::pointRows() {
    const auto mark = [this](const char* id, const QString& text, Qt::Key key, Visibility value) {
        return row(id, text, {key}, [this, value] { editor_->setVisibilityOfSelection(value); });
    };
    return {
        row("points/all", tr("Select all points"), {QKeySequence::SelectAll},
            [this] { editor_->selectAll(); }),
        row("points/delete", tr("Delete the selected points or box"), {QKeySequence::Delete},
            [this] { editor_->deleteSelection(); }),
        mark("points/visible", tr("Mark the selected points visible"), Qt::Key_V,
             Visibility::Visible),
        mark("points/hidden", tr("Mark the selected points hidden"), Qt::Key_H, Visibility::Hidden),
        mark("points/unlabelled", tr("Mark the selected points not labelled"), Qt::Key_U,
             Visibility::NotLabelled),
        row("points/turn-left", tr("Turn left"), {Qt::Key_BracketLeft},
            [this] { editor_->turnSelection(kTurnDegrees); }),
        row("points/turn-right", tr("Turn right"), {Qt::Key_BracketRight},
            [this] { editor_->turnSelection(-kTurnDegrees); }),
        row("points/smaller", tr("Make smaller"), {Qt::Key_Comma},
            [this] { editor_->scaleSelection(1 / kScaleFactor); }),
        row("points/larger", tr("Make larger"), {Qt::Key_Period},
            [this] { editor_->scaleSelection(kScaleFactor); }),
        row("points/mirror", tr("Mirror"), {Qt::Key_M},
            [this] { editor_->mirrorSelectionOrFace(); })};
}

std::vector<PageAction> Annotator::faceRows() {
    const auto mark = [this](const char* id, const QString& text, Qt::Key key, FaceState state) {
        return row(id, text, {key}, [this, state] { markFaces(document_, {face_}, state); });
    };
    return {
        row("face/copy", tr("Copy points from the previous face"), {Qt::Key_C},
            [this] { copyPrevious(); }),
        row("face/mean", tr("Reset to the mean shape"), {Qt::Key_R}, [this] { resetToMean(); }),
        row("face/remove", tr("Remove this face"), {Qt::SHIFT | Qt::Key_Delete},
            [this] {
                if (shown() != nullptr)
                    document_->removeFace(face_, tr("Remove face"));
            }),
        mark("face/new", tr("Mark as new"), Qt::Key_1, FaceState::New),
        mark("face/in-work", tr("Mark as in work"), Qt::Key_2, FaceState::InWork),
        mark("face/done", tr("Mark as done"), Qt::Key_3, FaceState::Done),
        mark("face/doubtful", tr("Mark as doubtful"), Qt::Key_4, FaceState::Doubtful),
        row("face/done-next", tr("Done, next face"), {Qt::CTRL | Qt::Key_Return},
            [this] { finishFace(); }),
        row("face/note", tr("Write a note"), {Qt::Key_T}, [this] { parts_.panel->focusNote(); })};
}

std::vector<PageAction> Annotator::networkRows() {
    NetworkHelp* help = parts_.help;
    return {row("network/fit", tr("Fit this face"), {Qt::Key_G},
                [this, help] { help->fitFace(face_); }),
            row("network/fit-all", tr("Fit all without points"), {Qt::CTRL | Qt::Key_G},
                [help] { help->fitAll(); }),
            row("network/suggest", tr("Suggest what to mark next"), {Qt::CTRL | Qt::Key_J},
                [help] { help->suggest(); }),
            row("network/compare", tr("Compare with the network"),
                {Qt::CTRL | Qt::SHIFT | Qt::Key_G}, [help] { help->compare(); }),
            row("network/accept", tr("Accept the network's points"),
                {Qt::Key_Return, Qt::Key_Enter}, [this] { acceptFace(); }),
            row("network/reject", tr("Reject the network's points"), {Qt::Key_Backspace},
                [this] { rejectFaces(document_, {face_}); })};
}

void Annotator::updateActions() {
    const Sample* face = active_ ? shown() : nullptr;
    const auto enable = [this](const char* id, bool on) { parts_.actions->at(id)->setEnabled(on); };
    for (const char* id : menu_)
        if (std::string_view(id) != "-")
            enable(id, face != nullptr);
    const bool can_help = document_ != nullptr && !parts_.help->isBusy();
    enable("network/fit-all", can_help);
    enable("network/compare", can_help);
    enable("network/suggest", can_help);
    enable("network/fit", face != nullptr && can_help);
    const bool is_proposal = face != nullptr && face->is_proposal();
    const bool is_marked_in_queue =
        face != nullptr && is_queued_ && is_queued_(face_) && face->has_truth();
    const bool has_fix = face != nullptr && fixed_face_ == face_;
    enable("network/accept", is_proposal || is_marked_in_queue || has_fix);
    enable("network/reject", is_proposal);
}

void Annotator::connectEditor() {
    GuidePanel* guide = parts_.panel->guide();
    connect(guide, &GuidePanel::pointChosen, this, &Annotator::selectPoint);
    connect(editor_, &PointEditor::nextPointChanged, guide, &GuidePanel::setNextPoint);
    connect(editor_, &PointEditor::selectionChanged, this, [this, guide] {
        guide->setSelection(editor_->selection());
        updateActions();
    });
    connect(editor_, &PointEditor::hintChanged, parts_.panel, &AnnotatePanel::setHint);
    connect(editor_, &PointEditor::faceChosen, this, &Annotator::faceWanted);
    connect(editor_, &PointEditor::faceAdded, this, &Annotator::faceWanted);
    connect(editor_, &PointEditor::modeChanged, this, [this] {
        const bool points = editor_->mode() == PointEditor::Mode::Points;
        parts_.actions->at(points ? "annotate/points" : "annotate/boxes")->setChecked(true);
    });
}

void Annotator::connectPanel() {
    const AnnotatePanel* panel = parts_.panel;
    connect(panel, &AnnotatePanel::stateChosen, this,
            [this](FaceState state) { markFaces(document_, {face_}, state); });
    connect(panel, &AnnotatePanel::noteEdited, this, [this](const QString& note) {
        if (shown() == nullptr)
            return;
        Sample after = *shown();
        after.note = note.toStdString();
        change(after, tr("Change note"));
    });
    connect(panel, &AnnotatePanel::noteLeft, view_, [this] { view_->setFocus(); });
    connect(panel, &AnnotatePanel::accepted, this, &Annotator::acceptFace);
    connect(panel, &AnnotatePanel::rejected, this, [this] { rejectFaces(document_, {face_}); });
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
    parts_.help->setDocument(document);
    if (document_ != nullptr) {
        connect(document_, &AnnotationDocument::faceChanged, this, [this](int index) {
            if (index == face_ && !document_->isPreviewing())
                showFace();
        });
        connect(document_, &AnnotationDocument::facesReset, this, &Annotator::showFace);
        connect(document_, &AnnotationDocument::schemeChanged, this, [this] {
            starting_shape_.reset();
            showFace();
        });
    }
    showFace();
}

void Annotator::setFace(int index) {
    if (index != face_)
        parts_.panel->commitNote();
    face_ = index;
    editor_->setFace(active_ ? face_ : -1);
    showFace();
}

void Annotator::setActive(bool active) {
    if (active_ == active)
        return;
    if (!active)
        parts_.panel->commitNote();
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

void Annotator::selectPoints(const std::vector<int>& points) {
    const Sample* face = shown();
    std::vector<int> there;
    for (const int point : points)
        if (face != nullptr && point < face->points_in_image.size() &&
            face->points_in_image.is_labelled(point))
            there.push_back(point);
    if (!there.empty())
        editor_->setSelection(there);
}

void Annotator::showFace() {
    const Sample* face = active_ ? shown() : nullptr;
    updateActions();
    if (face == nullptr) {
        parts_.panel->clear();
        return;
    }
    GuidePanel* guide = parts_.panel->guide();
    if (!starting_shape_) {
        starting_shape_ = startingShape(document_->dataset());
        guide->setScheme(document_->scheme());
        guide->setReference(*starting_shape_);
    }
    parts_.panel->setFace(*face, document_->scheme(), placeInPicture());
    guide->setNextPoint(editor_->nextPoint());
}

/// "Face 2 of 3 in this picture"; empty where it is the only one.
QString Annotator::placeInPicture() const {
    const auto is_beside = [this](int index) {
        return index >= 0 && index < document_->faceCount() &&
               document_->face(index).image == document_->face(face_).image;
    };
    int number = 1;
    while (is_beside(face_ - number))
        ++number;
    int count = number;
    while (is_beside(face_ + count - number + 1))
        ++count;
    return count > 1 ? tr("Face %1 of %2 in this picture").arg(number).arg(count) : QString();
}

void Annotator::change(const Sample& after, const QString& what) {
    if (shown() != nullptr)
        document_->setFace(face_, after, what);
}

void Annotator::finishFace() {
    if (shown() == nullptr)
        return;
    Sample after = accepted(*shown());
    after.state = FaceState::Done;
    change(after, tr("Mark as done"));
    emit nextWanted();
}

void Annotator::setFixedFace(int index) {
    fixed_face_ = index;
    updateActions();
}

void Annotator::acceptFace() {
    if (shown() != nullptr && fixed_face_ == face_) {
        emit fixAccepted();
        return;
    }
    acceptFaces(document_, {face_});
    emit nextProposalWanted();
}

void Annotator::copyPrevious() {
    if (shown() == nullptr)
        return;
    if (!previous_ || document_->face(*previous_).points_in_image.empty()) {
        parts_.navigation->report(tr("The face before this one in the list has no points to copy"));
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
        parts_.navigation->report(
            tr("Draw a box around the face first: the mean shape is fitted to it"));
    else
        change(after, tr("Reset to the mean shape"));
}

void Annotator::fillMenu(QMenu* menu) const {
    parts_.actions->place(menu, menu_);
}

void Annotator::fillFacesMenu(QMenu* menu, const std::vector<int>& faces) {
    if (document_ == nullptr || faces.empty())
        return;
    menu->addSeparator();
    QMenu* states = menu->addMenu(tr("Mark as"));
    for (const FaceState state :
         {FaceState::New, FaceState::InWork, FaceState::Done, FaceState::Doubtful})
        connect(states->addAction(stateName(state)), &QAction::triggered, this,
                [this, faces, state] { markFaces(document_, faces, state); });
    const bool any = std::any_of(faces.begin(), faces.end(), [this](int index) {
        return document_->face(index).is_proposal();
    });
    if (any) {
        connect(menu->addAction(tr("Accept the network's points")), &QAction::triggered, this,
                [this, faces] { acceptFaces(document_, faces); });
        connect(menu->addAction(tr("Reject the network's points")), &QAction::triggered, this,
                [this, faces] { rejectFaces(document_, faces); });
    }
}

}  // namespace rudolph

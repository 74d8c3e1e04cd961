// Every action of annotating, with its keys; what they do is in annotator.cpp.
#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include "ui/canvas/point_editor.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/annotator.h"
#include "ui/data/network_help.h"
#include "ui/documents/whole_face_edits.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

constexpr double kTurnDegrees = 1;
constexpr double kScaleFactor = 1.02;

}  // namespace

QAction* Annotator::add(const char* id, const QString& section, const QString& text,
                        const QList<QKeySequence>& keys, const std::function<void()>& run) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(text, keys.front().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    page_->addAction(action);
    entries_.push_back({action, id, section});
    return action;
}

void Annotator::makeActions() {
    makeModeActions();
    makePointActions();
    makeFaceActions();
    makeNetworkActions();
}

void Annotator::makeModeActions() {
    const QString section = tr("Annotate");
    points_ = add("annotate/points", section, tr("Points"), {Qt::Key_P},
                  [this] { editor_->setMode(PointEditor::Mode::Points); });
    points_->setToolTip(tr("Place, select and move points (P)"));
    boxes_ = add("annotate/boxes", section, tr("Boxes"), {Qt::Key_X},
                 [this] { editor_->setMode(PointEditor::Mode::Boxes); });
    boxes_->setToolTip(tr("Draw, move and resize the boxes of faces (X)"));
    auto* group = new QActionGroup(this);
    for (QAction* action : {points_, boxes_}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    points_->setChecked(true);
    QAction* magnifier = add("annotate/magnifier", section, tr("Magnifier"), {Qt::Key_Z}, [] {});
    magnifier->setCheckable(true);
    magnifier->setChecked(Settings().get(settings::kMagnifierShown));
    editor_->setMagnifierShown(magnifier->isChecked());
    connect(magnifier, &QAction::toggled, this, [this](bool shown) {
        editor_->setMagnifierShown(shown);
        Settings().set(settings::kMagnifierShown, shown);
    });
    add("annotate/next", section, tr("Next face"), {Qt::Key_D, Qt::Key_PageDown},
        [this] { emit nextWanted(); });
    add("annotate/previous", section, tr("Previous face"), {Qt::Key_A, Qt::Key_PageUp},
        [this] { emit previousWanted(); });
}

void Annotator::makePointActions() {
    const QString section = tr("Points");
    add("points/all", section, tr("Select all points"), {QKeySequence::SelectAll},
        [this] { editor_->selectAll(); });
    add("points/delete", section, tr("Delete the selected points or box"), {QKeySequence::Delete},
        [this] { editor_->deleteSelection(); });
    const auto visibility = [&](const char* id, const QString& text, Qt::Key key,
                                Visibility value) {
        add(id, section, text, {key}, [this, value] { editor_->setVisibilityOfSelection(value); });
    };
    visibility("points/visible", tr("Mark the selected points visible"), Qt::Key_V,
               Visibility::Visible);
    visibility("points/hidden", tr("Mark the selected points hidden"), Qt::Key_H,
               Visibility::Hidden);
    visibility("points/unlabelled", tr("Mark the selected points not labelled"), Qt::Key_U,
               Visibility::NotLabelled);
    add("points/turn-left", section, tr("Turn left"), {Qt::Key_BracketLeft},
        [this] { editor_->turnSelection(kTurnDegrees); });
    add("points/turn-right", section, tr("Turn right"), {Qt::Key_BracketRight},
        [this] { editor_->turnSelection(-kTurnDegrees); });
    add("points/smaller", section, tr("Make smaller"), {Qt::Key_Comma},
        [this] { editor_->scaleSelection(1 / kScaleFactor); });
    add("points/larger", section, tr("Make larger"), {Qt::Key_Period},
        [this] { editor_->scaleSelection(kScaleFactor); });
    add("points/mirror", section, tr("Mirror"), {Qt::Key_M},
        [this] { editor_->mirrorSelectionOrFace(); });
}

void Annotator::makeFaceActions() {
    const QString section = tr("Face");
    add("face/copy", section, tr("Copy points from the previous face"), {Qt::Key_C},
        [this] { copyPrevious(); });
    add("face/mean", section, tr("Reset to the mean shape"), {Qt::Key_R},
        [this] { resetToMean(); });
    add("face/remove", section, tr("Remove this face"), {Qt::SHIFT | Qt::Key_Delete}, [this] {
        if (shown() != nullptr)
            document_->removeFace(face_, tr("Remove face"));
    });
    const auto state = [&](const char* id, const QString& text, Qt::Key key, FaceState value) {
        add(id, section, text, {key}, [this, value] { setState({face_}, value); });
    };
    state("face/new", tr("Mark as new"), Qt::Key_1, FaceState::New);
    state("face/in-work", tr("Mark as in work"), Qt::Key_2, FaceState::InWork);
    state("face/done", tr("Mark as done"), Qt::Key_3, FaceState::Done);
    state("face/doubtful", tr("Mark as doubtful"), Qt::Key_4, FaceState::Doubtful);
    add("face/done-next", section, tr("Done, next face"), {Qt::CTRL | Qt::Key_Return}, [this] {
        if (shown() != nullptr) {
            Sample after = accepted(*shown());
            after.state = FaceState::Done;
            change(after, tr("Mark as done"));
            emit nextWanted();
        }
    });
    add("face/note", section, tr("Write a note"), {Qt::Key_T}, [this] { panel_->focusNote(); });
}

void Annotator::makeNetworkActions() {
    const QString section = tr("Network");
    fit_face_ = add("network/fit", section, tr("Fit this face"), {Qt::Key_G},
                    [this] { help_->fitFace(face_); });
    fit_all_ = add("network/fit-all", section, tr("Fit all without points"), {Qt::CTRL | Qt::Key_G},
                   [this] { help_->fitAll(); });
    compare_ = add("network/compare", section, tr("Compare with the network"),
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_G}, [this] { help_->compare(); });
    accept_ = add("network/accept", section, tr("Accept the network's points"),
                  {Qt::Key_Return, Qt::Key_Enter}, [this] { accept({face_}); });
    reject_ = add("network/reject", section, tr("Reject the network's points"), {Qt::Key_Backspace},
                  [this] { reject({face_}); });
}

void Annotator::registerActions(Shortcuts* shortcuts) {
    for (const Entry& entry : entries_)
        shortcuts->add(entry.action, QLatin1String(entry.id), entry.section,
                       entry.action->shortcuts());
}

void Annotator::fillMenu(QMenu* menu) const {
    QString section;
    for (const Entry& entry : entries_) {
        if (!section.isEmpty() && entry.section != section)
            menu->addSeparator();
        section = entry.section;
        menu->addAction(entry.action);
    }
}

void Annotator::updateActions() {
    const Sample* face = active_ ? shown() : nullptr;
    for (const Entry& entry : entries_)
        entry.action->setEnabled(face != nullptr);
    for (QAction* action : {fit_all_, compare_})
        action->setEnabled(document_ != nullptr && !help_->isBusy());
    fit_face_->setEnabled(face != nullptr && !help_->isBusy());
    for (QAction* action : {accept_, reject_})
        action->setEnabled(face != nullptr && face->is_proposal());
}

}  // namespace rudolph

#include "ui/photos/photo_actions.h"

#include <QPushButton>

#include "ui/base/tr.h"
#include "ui/parts/page_actions.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

void addFileActions(PageActions& actions) {
    actions.add({{.id = "photos/open",
                  .text = tr("Open photographs…"),
                  .keys = {Qt::Key_O},
                  .tip = tr("Open photographs and videos"),
                  .section = tr("Photos")},
                 {.id = "photos/open-folder",
                  .text = tr("Open a folder…"),
                  .keys = {Qt::SHIFT | Qt::Key_O},
                  .tip = tr("Open all photographs of a folder and of those in it")},
                 {.id = "photos/camera",
                  .text = tr("Camera"),
                  .keys = {Qt::Key_C},
                  .tip = tr("Looking for cameras…"),
                  .icon = "camera",
                  .checkable = true},
                 {.id = "photos/save",
                  .text = tr("Save…"),
                  .keys = {Qt::CTRL | Qt::Key_S},
                  .tip = tr("Save pictures with points, the points, or a table")},
                 {.id = "photos/annotate",
                  .text = tr("Annotate these…"),
                  .keys = {Qt::Key_E},
                  .tip = tr("Open the photographs in the annotator, their points as proposals")},
                 {.id = "photos/annotate-frames",
                  .text = tr("Annotate frames…"),
                  .keys = {Qt::SHIFT | Qt::Key_E},
                  .tip = tr("Take the frames of the video that are the most worth annotating, and "
                            "open them in the annotator")},
                 {.id = "photos/remove",
                  .text = tr("Remove from the list"),
                  .keys = {Qt::SHIFT | Qt::Key_Delete},
                  .tip = tr("Take the selected photographs out of the list; their files stay")},
                 {.id = "photos/clear",
                  .text = tr("Remove all"),
                  .tip = tr("Empty the list; the files stay")},
                 {.id = "photos/previous",
                  .text = tr("Previous photograph"),
                  .keys = {Qt::SHIFT | Qt::Key_A, Qt::Key_PageUp},
                  .icon = "previous"},
                 {.id = "photos/next",
                  .text = tr("Next photograph"),
                  .keys = {Qt::SHIFT | Qt::Key_D, Qt::Key_PageDown},
                  .icon = "next"},
                 {.id = "photos/previous-face",
                  .text = tr("Previous face"),
                  .keys = {Qt::Key_A},
                  .tip = tr("Choose the face before and zoom to it; before the first, go to the "
                            "photograph before")},
                 {.id = "photos/next-face",
                  .text = tr("Next face"),
                  .keys = {Qt::Key_D},
                  .tip = tr("Choose the next face and zoom to it; after the last, go to the next "
                            "photograph")}});
}

void addVideoActions(PageActions& actions) {
    actions.add({{.id = "photos/survey",
                  .text = tr("Look through the video"),
                  .keys = {Qt::Key_V},
                  .tip = tr("Look for faces in the whole video, so that the strip shows where the "
                            "model is sure and where it is not; goes on where it was stopped"),
                  .icon = "survey",
                  .checkable = true},
                 {.id = "photos/previous-doubt",
                  .text = tr("Previous doubtful stretch"),
                  .keys = {Qt::Key_Comma},
                  .tip = tr("Go back in the video to where the model is not sure of a face, or "
                            "finds none"),
                  .icon = "doubt-previous"},
                 {.id = "photos/next-doubt",
                  .text = tr("Next doubtful stretch"),
                  .keys = {Qt::Key_Period},
                  .tip = tr("Go on in the video to where the model is not sure of a face, or finds "
                            "none"),
                  .icon = "doubt-next"}});
}

void addViewActions(PageActions& actions) {
    actions.add({{.id = "photos/lines",
                  .text = tr("Lines"),
                  .keys = {Qt::Key_L},
                  .tip = tr("Join the points by the scheme's lines"),
                  .checkable = true},
                 {.id = "photos/numbers",
                  .text = tr("Numbers"),
                  .keys = {Qt::Key_N},
                  .tip = tr("Show the points' numbers, of the chosen face"),
                  .checkable = true},
                 {.id = "photos/boxes",
                  .text = tr("Boxes"),
                  .keys = {Qt::Key_X},
                  .tip = tr("Show the boxes and how sure the model is"),
                  .checkable = true},
                 {.id = "photos/fit",
                  .text = tr("Fit"),
                  .keys = {Qt::Key_F},
                  .tip = tr("Show the whole picture")},
                 {.id = "photos/zoom-in", .text = tr("Zoom in"), .keys = {Qt::Key_Plus}},
                 {.id = "photos/zoom-out", .text = tr("Zoom out"), .keys = {Qt::Key_Minus}}});
    actions.at("photos/lines")->setChecked(Settings().get(settings::kLinesShown));
    actions.at("photos/numbers")->setChecked(Settings().get(settings::kNumbersShown));
    actions.at("photos/boxes")->setChecked(true);
    actions.at("photos/zoom-in")->setIconText(QStringLiteral("+"));
    actions.at("photos/zoom-out")->setIconText(QStringLiteral("−"));
}

}  // namespace

void addPhotoActions(PageActions& actions) {
    addFileActions(actions);
    actions.add({{.id = "photos/draw",
                  .text = tr("Draw box"),
                  .keys = {Qt::Key_B},
                  .tip = tr("Draw a box around a face"),
                  .checkable = true},
                 {.id = "photos/delete-face",
                  .text = tr("Delete face"),
                  .keys = {Qt::Key_Delete},
                  .tip = tr("Delete the chosen face and its box")}});
    actions.at("photos/delete-face")->setIconText(tr("Delete"));
    actions.at("photos/camera")->setEnabled(false);  // until one is found
    actions.addUndo("photos/undo", "photos/redo", tr("Photos"));
    addVideoActions(actions);
    addViewActions(actions);
}

void followAction(QPushButton* button, QAction* action) {
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
}

}  // namespace rudolph

// How the Photos page is put together; what it does is in photo_page.cpp.
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/canvas/face_view.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/photos/photo_choices.h"
#include "ui/photos/photo_details.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

constexpr int kListWidth = 248;
constexpr int kRightWidth = 276;
constexpr int kLeastMiddle = 360;

QToolButton* toolButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                       : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void addButton(MessagePanel* panel, QAction* action) {
    QPushButton* button = panel->addButton(action->text());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
}

}  // namespace

QAction* PhotoPage::addPageAction(const QString& text, const QList<QKeySequence>& keys,
                                  const QString& tip) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tip);
    addAction(action);
    return action;
}

void PhotoPage::makeActions() {
    open_photos_ =
        addPageAction(tr("Open photographs…"), {Qt::Key_O}, tr("Open photographs and videos"));
    open_folder_ = addPageAction(tr("Open a folder…"), {Qt::SHIFT | Qt::Key_O},
                                 tr("Open all photographs of a folder and of those in it"));
    camera_ = addPageAction(tr("Camera"), {Qt::Key_C}, tr("Looking for cameras…"));
    camera_->setCheckable(true);
    camera_->setEnabled(false);
    save_ = addPageAction(tr("Save…"), {Qt::CTRL | Qt::Key_S},
                          tr("Save pictures with points, the points, or a table"));
    annotate_ = addPageAction(tr("Annotate these…"), {Qt::Key_E},
                              tr("Open the photographs in the annotator, their points as "
                                 "proposals"));
    remove_ = addPageAction(tr("Remove from the list"), {Qt::SHIFT | Qt::Key_Delete},
                            tr("Take the selected photographs out of the list; their files stay"));
    clear_ = addPageAction(tr("Remove all"), {}, tr("Empty the list; the files stay"));
    previous_ = addPageAction(tr("Previous photograph"), {Qt::Key_A, Qt::Key_PageUp},
                              tr("Previous photograph"));
    previous_->setIcon(themedIcon(QStringLiteral("previous")));
    next_ =
        addPageAction(tr("Next photograph"), {Qt::Key_D, Qt::Key_PageDown}, tr("Next photograph"));
    next_->setIcon(themedIcon(QStringLiteral("next")));
    draw_ = addPageAction(tr("Draw box"), {Qt::Key_B}, tr("Draw a box around a face"));
    draw_->setCheckable(true);
    delete_face_ = addPageAction(tr("Delete face"), {Qt::Key_Delete},
                                 tr("Delete the chosen face and its box"));
    delete_face_->setIconText(tr("Delete"));
    undo_action_ = addPageAction(tr("Undo"), {Qt::CTRL | Qt::Key_Z}, tr("Undo"));
    undo_action_->setIcon(themedIcon(QStringLiteral("undo")));
    redo_action_ = addPageAction(tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, tr("Redo"));
    redo_action_->setIcon(themedIcon(QStringLiteral("redo")));
    lines_ = addPageAction(tr("Lines"), {Qt::Key_L}, tr("Join the points by the scheme's lines"));
    numbers_ = addPageAction(tr("Numbers"), {Qt::Key_N},
                             tr("Show the points' numbers, of the chosen face"));
    boxes_ =
        addPageAction(tr("Boxes"), {Qt::Key_X}, tr("Show the boxes and how sure the model is"));
    fit_ = addPageAction(tr("Fit"), {Qt::Key_F}, tr("Show the whole picture"));
    zoom_in_ = addPageAction(tr("Zoom in"), {Qt::Key_Plus}, tr("Zoom in"));
    zoom_in_->setIconText(QStringLiteral("+"));
    zoom_out_ = addPageAction(tr("Zoom out"), {Qt::Key_Minus}, tr("Zoom out"));
    zoom_out_->setIconText(QStringLiteral("−"));
    for (QAction* action : {lines_, numbers_, boxes_}) {
        action->setCheckable(true);
        action->setChecked(action != numbers_);
    }
    lines_->setChecked(Settings().get(settings::kLinesShown));
    numbers_->setChecked(Settings().get(settings::kNumbersShown));
    connect(open_photos_, &QAction::triggered, this, &PhotoPage::openPhotographs);
    connect(open_folder_, &QAction::triggered, this, &PhotoPage::openFolder);
    connect(camera_, &QAction::toggled, this, &PhotoPage::showCamera);
    connect(save_, &QAction::triggered, this, &PhotoPage::save);
    connect(annotate_, &QAction::triggered, this, &PhotoPage::annotate);
}

void PhotoPage::registerActions(Shortcuts* shortcuts) {
    const auto add = [shortcuts](QAction* action, const char* id, const QString& section) {
        shortcuts->add(action, QLatin1String(id), section, action->shortcuts());
    };
    const QString section = tr("Photos");
    add(open_photos_, "photos/open", section);
    add(open_folder_, "photos/open-folder", section);
    add(camera_, "photos/camera", section);
    add(save_, "photos/save", section);
    add(annotate_, "photos/annotate", section);
    add(remove_, "photos/remove", section);
    add(clear_, "photos/clear", section);
    add(previous_, "photos/previous", section);
    add(next_, "photos/next", section);
    add(draw_, "photos/draw", section);
    add(delete_face_, "photos/delete-face", section);
    add(undo_action_, "photos/undo", section);
    add(redo_action_, "photos/redo", section);
    add(lines_, "photos/lines", section);
    add(numbers_, "photos/numbers", section);
    add(boxes_, "photos/boxes", section);
    add(fit_, "photos/fit", section);
    add(zoom_in_, "photos/zoom-in", section);
    add(zoom_out_, "photos/zoom-out", section);
    const auto gesture = [&](const QString& what, const QString& how,
                             const QList<QKeySequence>& keys = {}) {
        shortcuts->addGesture({section, what, how, keys});
    };
    gesture(tr("Choose a face; next and previous"), tr("Click; Tab, Shift+Tab"));
    gesture(tr("Move a box, resize it"), tr("Drag it, or a handle of its frame"));
    gesture(tr("The same by keys; in larger steps"), tr("Arrow keys, with Ctrl; with Shift"));
    gesture(tr("Put a new box into the middle"), tr("Enter, while drawing"));
    gesture(tr("Stop drawing or dragging, choose no face"), tr("Esc"));
    gesture(tr("Play a video, pause"), QStringLiteral("P"));
}

MessagePanel* PhotoPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(
        QStringLiteral("photos"), tr("Points on your own photographs"),
        tr("Rudolph finds the faces, draws their points and says how sure it is. Where it finds "
           "none, you draw the box. Drop photographs, videos or folders anywhere here.\n\nNothing "
           "leaves this machine."));
    addButton(panel, open_photos_);
    addButton(panel, open_folder_);
    addButton(panel, camera_);
    return panel;
}

QWidget* PhotoPage::makeWork() {
    auto* work = new QWidget;
    list_ = new PhotoListPanel(photos_);
    splitter_ = new QSplitter;
    splitter_->addWidget(list_);
    splitter_->addWidget(makeMiddle());
    splitter_->addWidget(makeRight());
    splitter_->setStretchFactor(1, 1);
    splitter_->setCollapsible(1, false);
    splitter_->setSizes({kListWidth, 660, kRightWidth});
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHeader());
    column->addWidget(splitter_, 1);
    return work;
}

QWidget* PhotoPage::makeHeader() {
    auto* header = new QWidget;
    auto* open = new QToolButton(header);
    open->setText(tr("Open"));
    open->setToolTip(tr("Open more photographs"));
    open->setPopupMode(QToolButton::InstantPopup);
    open->setIcon(themedIcon(QStringLiteral("open")));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(open);
    menu->addActions({open_photos_, open_folder_});
    menu->addSeparator();
    menu->addAction(clear_);
    open->setMenu(menu);
    summary_ = new QLabel(header);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summary_->setObjectName(QStringLiteral("photo summary"));
    auto* camera = toolButton(camera_, header);
    camera->setIcon(themedIcon(QStringLiteral("camera")));
    camera->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* annotate = toolButton(annotate_, header);
    auto* save = new QPushButton(save_->text(), header);
    const auto follow = [save, action = save_] {
        save->setEnabled(action->isEnabled());
        save->setToolTip(action->toolTip());
    };
    connect(save_, &QAction::changed, save, follow);
    connect(save, &QPushButton::clicked, save_, &QAction::trigger);
    follow();
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(open);
    row->addWidget(summary_, 1);
    row->addWidget(camera);
    row->addWidget(annotate);
    row->addWidget(save);
    return header;
}

QWidget* PhotoPage::makeToolbar() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(toolButton(previous_, bar));
    row->addWidget(toolButton(next_, bar));
    row->addStretch(1);
    for (QAction* action : {draw_, delete_face_, undo_action_, redo_action_})
        row->addWidget(toolButton(action, bar));
    row->addSpacing(10);
    for (QAction* action : {lines_, numbers_, boxes_, fit_, zoom_out_, zoom_in_})
        row->addWidget(toolButton(action, bar));
    return bar;
}

QWidget* PhotoPage::makeMiddle() {
    auto* middle = new QWidget;
    middle->setMinimumWidth(kLeastMiddle);
    stage_ = new PhotoStage;
    live_ = new PhotoLive(tools_);
    middle_ = new QStackedWidget;
    middle_->addWidget(stage_);
    middle_->addWidget(live_);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(4, 0, 4, 0);
    column->setSpacing(8);
    column->addWidget(makeToolbar());
    column->addWidget(middle_, 1);
    return middle;
}

QWidget* PhotoPage::makeRight() {
    auto* right = new QWidget;
    choices_ = new PhotoChoices(tools_);
    details_ = new PhotoDetails;
    auto* privacy = new QLabel(tr("Nothing leaves this machine."));
    privacy->setForegroundRole(QPalette::PlaceholderText);
    privacy->setWordWrap(true);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(4, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(choices_);
    column->addWidget(details_, 1);
    column->addWidget(privacy);
    return right;
}

void PhotoPage::connectParts() {
    connect(finder_, &PhotoFinder::found, this, &PhotoPage::addFound);
    connect(jobs_, &PhotoJobs::answered, this, &PhotoPage::takeAnswer);
    connect(jobs_, &PhotoJobs::progressed, this, [this](int done, int total) {
        emit busyChanged(total > 0 ? tr("Looking at photographs") : QString(), done, total);
    });
    connect(choices_, &PhotoChoices::changed, this, &PhotoPage::choiceChanged);
    connect(choices_, &PhotoChoices::sideBySideChanged, stage_, &PhotoStage::setSideBySide);
    connect(session_, &Session::runsFolderChanged, this,
            [this] { choices_->setRunsFolder(session_->runsFolder()); });
    connect(list_, &PhotoListPanel::currentChanged, this, [this] {
        if (!taking_frame_)
            live_->stopCamera();
        showCurrent();
    });
    connect(list_->list(), &QListView::clicked, live_, &PhotoLive::stopCamera);
    connect(list_, &PhotoListPanel::menuRequested, this, &PhotoPage::fillMenu);
    connect(photos_, &PhotoListModel::entryChanged, this, [this](int id) {
        if (id == list_->current())
            showEntry();
        summary_timer_.start();
    });
    connect(photos_, &PhotoListModel::allChanged, this, [this] {
        states_->setCurrentIndex(photos_->rowCount() > 0 || live_->isCameraOn() ? 1 : 0);
        showEntry();
        summary_timer_.start();
    });
    connect(&summary_timer_, &QTimer::timeout, this, &PhotoPage::showSummary);
    connect(previous_, &QAction::triggered, this, [this] { list_->chooseNext(-1); });
    connect(next_, &QAction::triggered, this, [this] { list_->chooseNext(1); });
    connect(notice_->actionButton(), &QPushButton::clicked, this, &PhotoPage::goOn);
    connect(lines_, &QAction::toggled, this, [this](bool on) {
        Settings().set(settings::kLinesShown, on);
        stage_->setLinesShown(on);
        live_->view()->setLinesShown(on);
    });
    connect(numbers_, &QAction::toggled, this, [this](bool on) {
        Settings().set(settings::kNumbersShown, on);
        stage_->setNumbersShown(on);
        live_->view()->setNumbersShown(on);
    });
    connect(boxes_, &QAction::toggled, this, [this](bool on) {
        for (PhotoTool* tool : {stage_->tool(), stage_->secondTool(), live_->tool()})
            tool->setBoxesShown(on);
    });
    const auto shown = [this] {
        return middle_->currentWidget() == stage_ ? stage_->view() : live_->view();
    };
    connect(fit_, &QAction::triggered, this, [shown] { shown()->fit(); });
    connect(zoom_in_, &QAction::triggered, this, [shown] { shown()->zoomIn(); });
    connect(zoom_out_, &QAction::triggered, this, [shown] { shown()->zoomOut(); });
    stage_->setLinesShown(lines_->isChecked());
    stage_->setNumbersShown(numbers_->isChecked());
    stage_->setModels(photoModelName(asked_.model),
                      asked_.second.isEmpty() ? QString() : photoModelName(asked_.second));
    stage_->setSideBySide(choices_->isSideBySide());
    live_->setChoice(asked_);
    connect(live_, &PhotoLive::frameTaken, this, &PhotoPage::takeFrame);
    connect(live_, &PhotoLive::camerasFound, this,
            [this](const QStringList& names, const QString& problem) {
                camera_->setEnabled(!names.isEmpty());
                camera_->setToolTip(names.isEmpty() ? problem
                                                    : tr("Show the camera’s picture with points"));
            });
    connect(live_, &PhotoLive::cameraFailed, this, [this](const QString& text) {
        notice_->actionButton()->hide();
        notice_->setText(text, text);
    });
    connect(live_, &PhotoLive::cameraChanged, this, [this](bool on) {
        camera_->setChecked(on);
        showCurrent();
    });
}

void PhotoPage::fillMenu(QMenu* menu) {
    menu->addAction(remove_);
    menu->addSeparator();
    menu->addAction(save_);
    menu->addAction(annotate_);
}

void PhotoPage::showCamera(bool on) {
    if (on)
        live_->startCamera();
    else
        live_->stopCamera();
    camera_->setChecked(live_->isCameraOn());
}

}  // namespace rudolph

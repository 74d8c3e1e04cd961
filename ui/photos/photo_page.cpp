#include "ui/photos/photo_page.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/detector_hint.h"
#include "ui/photos/frames_dialog.h"
#include "ui/photos/photo_actions.h"
#include "ui/photos/photo_choices.h"
#include "ui/photos/photo_details.h"
#include "ui/photos/photo_header.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_save.h"
#include "ui/photos/photo_save_dialog.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"
#include "ui/session/session.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/remember_sizes.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kSummaryMs = 50;
constexpr int kRightWidth = 276;
constexpr int kLeastMiddle = 360;
constexpr auto kChosenPhoto = "photo";

}  // namespace

PhotoPage::PhotoPage(Session* session, QWidget* parent)
    : Page(parent),
      photos_(&session->work<Photographs>()),
      actions_(new PageActions(this)),
      notice_(new NoticeBar(this)),
      hint_(new DetectorHint(photos_, this)),
      states_(new QStackedWidget(this)),
      session_(session) {
    addPhotoActions(*actions_);
    actions_->followStack(photos_->undoStack());
    states_->addWidget(makeEmptyState());
    states_->addWidget(makeWork());
    auto* column = makeColumn(this, 0);
    column->addWidget(notice_);
    connect(hint_, &DetectorHint::wanted, choices_, &PhotoChoices::getYuNet);
    column->addWidget(hint_);
    column->addWidget(states_, 1);
    summary_timer_.setSingleShot(true);
    summary_timer_.setInterval(kSummaryMs);
    connectActions();
    connectViewActions();
    connectPhotographs();
    connectEditing();
    connectLive();
    showModels();
    showCurrent();
    header_->setSummary(statusLine());
}

QVariantMap PhotoPage::state() const {
    return {{kChosenPhoto, list_->current()}};
}

void PhotoPage::restore(const QVariantMap& state) {
    if (const int photo = state.value(kChosenPhoto, -1).toInt(); photo >= 0)
        list_->choose(photo);
}

MessagePanel* PhotoPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(
        QStringLiteral("photos"), tr("Points on your own photographs"),
        tr("Rudolph finds the faces, draws their points and says how sure it is. Where it finds "
           "none, you draw the box. Drop photographs, videos or folders anywhere here.\n\nNothing "
           "leaves this machine."));
    for (const char* id : {"photos/open", "photos/open-folder", "photos/camera"})
        followAction(panel->addButton(actions_->at(id)->text()), actions_->at(id));
    return panel;
}

QWidget* PhotoPage::makeWork() {
    auto* work = new QWidget;
    list_ = new PhotoListPanel(&photos_->list());
    auto* splitter = new QSplitter;
    splitter->addWidget(list_);
    splitter->addWidget(makeMiddle());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({248, 660, kRightWidth});
    rememberSizes(splitter, QStringLiteral("photos"));
    header_ = new PhotoHeader(*actions_);
    auto* column = makeColumn(work, 8, {12, 12, 12, 12});
    column->addWidget(header_);
    column->addWidget(splitter, 1);
    return work;
}

QWidget* PhotoPage::makeToolBar() {
    // It has a menu for what does not fit, as long words in another language may not.
    auto* bar = new QToolBar;
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setIconSize({16, 16});
    const auto add = [&](std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            QAction* action = actions_->at(id);
            bar->addAction(action);
            auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
            button->setFocusPolicy(Qt::TabFocus);
            if (!action->icon().isNull())
                button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
    };
    add({"photos/previous", "photos/next"});
    auto* stretch = new QWidget;
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    add({"photos/draw", "photos/delete-face", "photos/undo", "photos/redo"});
    bar->addSeparator();
    add({"photos/lines", "photos/numbers", "photos/boxes", "photos/fit", "photos/zoom-out",
         "photos/zoom-in"});
    // Its own picture is black, also on dark ground.
    if (auto* rest = bar->findChild<QToolButton*>("qt_toolbar_ext_button"))
        rest->setIcon(themedIcon("down"));
    return bar;
}

QWidget* PhotoPage::makeMiddle() {
    auto* middle = new QWidget;
    middle->setMinimumWidth(kLeastMiddle);
    stage_ = new PhotoStage;
    live_ = new PhotoLive(actions_, &photos_->surveys());
    middle_ = new QStackedWidget;
    middle_->addWidget(stage_);
    middle_->addWidget(live_);
    auto* column = makeColumn(middle, 8, {4, 0, 4, 0});
    column->addWidget(makeToolBar());
    column->addWidget(middle_, 1);
    return middle;
}

QWidget* PhotoPage::makeRight() {
    auto* right = new QWidget;
    choices_ = new PhotoChoices(photos_, &session_->models());
    details_ = new PhotoDetails;
    auto* privacy = new QLabel(tr("Nothing leaves this machine."));
    privacy->setForegroundRole(QPalette::PlaceholderText);
    privacy->setWordWrap(true);
    auto* column = makeColumn(right, 12, {4, 0, 0, 0});
    column->addWidget(choices_);
    column->addWidget(details_, 1);
    column->addWidget(privacy);
    return right;
}

void PhotoPage::connectActions() {
    const auto on = [this](const char* id, auto run) {
        connect(actions_->at(id), &QAction::triggered, this, run);
    };
    on("photos/open", &PhotoPage::openPhotographs);
    on("photos/open-folder", &PhotoPage::openFolder);
    on("photos/save", &PhotoPage::save);
    on("photos/annotate", &PhotoPage::annotate);
    on("photos/annotate-frames", &PhotoPage::annotateFrames);
    on("photos/remove", &PhotoPage::removeSelected);
    on("photos/clear", [this] { photos_->removeAll(); });
    on("photos/previous", [this] { list_->chooseNext(-1); });
    on("photos/next", [this] { list_->chooseNext(1); });
    on("photos/previous-face", [this] { walk(-1); });
    on("photos/next-face", [this] { walk(1); });
    on("photos/delete-face", [this] { photos_->deleteFace(stage_->tool()->chosen()); });
    connect(actions_->at("photos/camera"), &QAction::toggled, this, &PhotoPage::showCamera);
    connect(notice_->actionButton(), &QPushButton::clicked, photos_, &Photographs::goOn);
    connect(list_, &PhotoListPanel::menuRequested, this, [this](QMenu* menu) {
        actions_->place(menu, {"photos/remove", "-", "photos/save", "photos/annotate"});
    });
}

void PhotoPage::connectViewActions() {
    const auto switches = [this](const char* id, const Setting<bool>* remembered, auto set) {
        QAction* action = actions_->at(id);
        connect(action, &QAction::toggled, this, [remembered, set](bool on) {
            if (remembered != nullptr)
                Settings().set(*remembered, on);
            set(on);
        });
        set(action->isChecked());
    };
    switches("photos/lines", &settings::kLinesShown, [this](bool on) {
        stage_->setLinesShown(on);
        live_->view()->setLinesShown(on);
    });
    switches("photos/numbers", &settings::kNumbersShown, [this](bool on) {
        stage_->setNumbersShown(on);
        live_->view()->setNumbersShown(on);
    });
    switches("photos/boxes", nullptr, [this](bool on) {
        for (PhotoTool* tool : {stage_->tool(), stage_->secondTool(), live_->tool()})
            tool->setBoxesShown(on);
    });
    const auto zooms = [this](const char* id, void (FaceView::*zoom)()) {
        connect(actions_->at(id), &QAction::triggered, this, [this, zoom] {
            FaceView* shown = middle_->currentWidget() == stage_ ? stage_->view() : live_->view();
            (shown->*zoom)();
        });
    };
    zooms("photos/fit", &FaceView::fit);
    zooms("photos/zoom-in", &FaceView::zoomIn);
    zooms("photos/zoom-out", &FaceView::zoomOut);
}

void PhotoPage::connectPhotographs() {
    connect(photos_, &Photographs::added, this, [this](const std::vector<int>& ids) {
        live_->player().stopCamera();
        list_->choose(ids.front());
        list_->focusList();
    });
    connect(photos_, &Photographs::noticed, this, &PhotoPage::notice);
    connect(photos_, &Photographs::choiceChanged, this, &PhotoPage::showModels);
    connect(photos_, &Photographs::edited, this, [this](int photo) {
        if (photo < 0)
            showCurrent();
        else if (photo != list_->current())
            list_->choose(photo);
    });
    const PhotoListModel* photos = &photos_->list();
    connect(photos, &PhotoListModel::entryChanged, this, [this](int id) {
        if (id == list_->current())
            showEntry();
        summary_timer_.start();
    });
    connect(photos, &PhotoListModel::allChanged, this, [this] {
        showState();
        showEntry();
        summary_timer_.start();
    });
    connect(&summary_timer_, &QTimer::timeout, this, [this] {
        header_->setSummary(statusLine());
        emit statusLineChanged();
    });
    photos_->preferThose([this] { return list_->inView(); });
    connect(list_, &PhotoListPanel::currentChanged, this, [this] {
        if (!taking_frame_)
            live_->player().stopCamera();
        showCurrent();
    });
    connect(list_->list(), &QListView::clicked, &live_->player(), &LivePlayer::stopCamera);
    connect(choices_, &PhotoChoices::sideBySideChanged, stage_, &PhotoStage::setSideBySide);
}

void PhotoPage::connectEditing() {
    PhotoTool* tool = stage_->tool();
    QAction* draw = actions_->at("photos/draw");
    connect(tool, &PhotoTool::boxDrawn, this, [this, tool](const Box& box) {
        photos_->drawBox(box);
        tool->choose(static_cast<int>(tool->faces().faces.size()) - 1);
    });
    connect(tool, &PhotoTool::dragBegun, photos_, &Photographs::beginDrag);
    connect(tool, &PhotoTool::boxDragged, photos_, &Photographs::dragBox);
    connect(tool, &PhotoTool::boxChanged, photos_, [this, tool](int face, const Box& box) {
        photos_->changeBox(face, box, !tool->wasDragged());
    });
    connect(tool, &PhotoTool::dragCancelled, photos_, &Photographs::cancelDrag);
    connect(tool, &PhotoTool::chosenChanged, this, [this](int face) {
        details_->setChosen(face);
        updateActions();
    });
    connect(tool, &PhotoTool::drawingChanged, draw, &QAction::setChecked);
    connect(details_, &PhotoDetails::faceChosen, tool, &PhotoTool::choose);
    connect(draw, &QAction::toggled, this, [this, tool](bool on) {
        tool->setDrawing(on);
        if (on)
            stage_->view()->setFocus();
    });
}

void PhotoPage::connectLive() {
    LivePlayer* player = &live_->player();
    QAction* camera = actions_->at("photos/camera");
    connect(photos_, &Photographs::modelsRenewed, player, &LivePlayer::lookAgain);
    connect(live_, &PhotoLive::frameTaken, this, [this](const QImage& frame, const QString& name) {
        // The video or the camera goes on.
        const QScopedValueRollback taking(taking_frame_, true);
        photos_->addFrame(frame, name);
    });
    connect(player, &LivePlayer::camerasFound, this,
            [camera](const QStringList& names, const QString& problem) {
                camera->setEnabled(!names.isEmpty());
                camera->setToolTip(names.isEmpty() ? problem
                                                   : tr("Show the camera’s picture with points"));
            });
    connect(player, &LivePlayer::cameraFailed, this,
            [this](const QString& text) { notice(text, PhotoNotice::Failed); });
    connect(player, &LivePlayer::cameraChanged, this, [this, camera](bool on) {
        camera->setChecked(on);
        showCurrent();
    });
}

void PhotoPage::setTools(const PhotoTools& tools) {
    photos_->setTools(tools);
    choices_->setTools(tools);
    live_->player().setTools(tools);
}

bool PhotoPage::isSettled() const {
    return !photos_->isBusy() && !stage_->isLoading();
}

QString PhotoPage::statusLine() const {
    const PhotoListModel& photos = photos_->list();
    return photos.rowCount() > 0 ? countsText(photos.counts()) : QString();
}

void PhotoPage::openPhotographs() {
    askForFiles(this, {.title = tr("Open photographs or videos"), .purpose = "photographs"},
                [this](const QStringList& files) { photos_->add(files); });
}

void PhotoPage::openFolder() {
    askForFolder(this, {.title = tr("Open a folder of photographs"), .purpose = "photographs"},
                 [this](const QString& folder) { photos_->add({folder}); });
}

void PhotoPage::removeSelected() {
    std::vector<int> ids = list_->selected();
    if (ids.empty() && list_->current() >= 0)
        ids = {list_->current()};
    photos_->remove(ids);
}

void PhotoPage::save() {
    const PhotoListModel& photos = photos_->list();
    if (findChild<PhotoSaveDialog*>() != nullptr || photos.rowCount() == 0)
        return;
    auto* dialog = new PhotoSaveDialog(photoResults(photos),
                                       photoModelOf(photos, photos_->choice().model), this);
    dialog->setVideos(videosOf(photos), photos_->choice(), photos_->tools());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PhotoSaveDialog::saved, &session_->navigation(), &Navigation::report);
    dialog->open();
}

void PhotoPage::annotate() {
    const QDir beside(toQString(photos_->list().entry(0).file.parent_path()));
    askWhereToSave(this,
                   {.title = tr("Keep the points in a project"),
                    .purpose = "projects",
                    .filter = tr("Projects (*.rudolph)"),
                    .suggested = beside.filePath(tr("photos.rudolph")),
                    .suffix = "rudolph"},
                   [this](const QString& file) { photos_->annotateAs(file); });
}

void PhotoPage::annotateFrames() {
    const PhotoEntry* entry = photos_->current();
    if (findChild<FramesDialog*>() != nullptr || entry == nullptr || !entry->isVideo())
        return;
    auto* dialog = new FramesDialog(entry->file, photos_->choice(), photos_->tools(),
                                    &photos_->surveys(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FramesDialog::written, this,
            [this](const QString& project, const WrittenFrames& frames, const QString& text) {
                notice(text, PhotoNotice::Said);
                session_->navigation().editFace(project, QString::fromStdString(frames.first_id),
                                                toQString(frames.first_picture), false);
                session_->navigation().report(text);
            });
    dialog->open();
}

void PhotoPage::showCamera(bool on) {
    if (on)
        live_->startCamera();
    else
        live_->player().stopCamera();
    actions_->at("photos/camera")->setChecked(live_->player().isCameraOn());
}

void PhotoPage::notice(const QString& text, PhotoNotice what) {
    const bool failed = what == PhotoNotice::Failed || what == PhotoNotice::FailedForAll;
    notice_->actionButton()->setText(what == PhotoNotice::Stopped ? tr("Go on") : tr("Try again"));
    notice_->actionButton()->setVisible(what == PhotoNotice::Stopped ||
                                        what == PhotoNotice::FailedForAll);
    notice_->setText(text, failed ? text : QString());
}

void PhotoPage::showModels() {
    const PhotoChoice& choice = photos_->choice();
    stage_->setModels(ModelShelf::nameOf(choice.model),
                      choice.second.isEmpty() ? QString() : ModelShelf::nameOf(choice.second));
    stage_->setSideBySide(choices_->isSideBySide());
    live_->player().setChoice(choice);
}

void PhotoPage::walk(int step) {
    if (middle_->currentWidget() == stage_ && stage_->goToFace(step))
        return;
    const int before = list_->current();
    list_->chooseNext(step);
    if (list_->current() != before)
        stage_->enterWalking(step);
}

void PhotoPage::showState() {
    const bool anything = photos_->list().rowCount() > 0 || live_->player().isCameraOn();
    states_->setCurrentIndex(anything ? 1 : 0);
}

void PhotoPage::showCurrent() {
    photos_->setCurrent(list_->current());
    const PhotoEntry* entry = photos_->current();
    LivePlayer& player = live_->player();
    showState();
    stage_->view()->setAccessibleDescription(entry != nullptr ? toQString(entry->file.filename())
                                                              : QString());
    stage_->tool()->setDrawing(false);
    stage_->tool()->choose(-1);
    stage_->enterWalking(0);
    const bool plays = entry != nullptr && entry->isVideo() && !player.isCameraOn();
    if (plays)
        player.openVideo(entry->file);
    else
        player.closeVideo();
    middle_->setCurrentWidget(plays || player.isCameraOn() ? static_cast<QWidget*>(live_) : stage_);
    if (entry == nullptr)
        stage_->setMessage(photos_->list().rowCount() > 0 ? tr("None of the photographs is so.")
                                                          : QString());
    else if (!plays)
        stage_->setFile(entry->file);
    showEntry();
}

void PhotoPage::showEntry() {
    const PhotoEntry* entry = photos_->current();
    stage_->setEntry(entry);
    details_->setEntry(entry, !photos_->choice().second.isEmpty());
    // Of a single face the details are what one wants to see.
    if (entry != nullptr && entry->reading.faces.size() == 1 && stage_->tool()->chosen() < 0)
        stage_->tool()->choose(0);
    details_->setChosen(stage_->tool()->chosen());
    updateActions();
}

void PhotoPage::updateActions() {
    const PhotoEntry* entry = photos_->current();
    const bool picture = entry != nullptr && !entry->isVideo() &&
                         entry->state != PhotoState::Broken && !live_->player().isCameraOn();
    const int row = list_->order()->rowOfId(list_->current());
    const auto enable = [this](const char* id, bool on) { actions_->at(id)->setEnabled(on); };
    enable("photos/draw", picture);
    enable("photos/delete-face", picture && stage_->tool()->chosen() >= 0);
    enable("photos/previous", row > 0);
    enable("photos/next", row >= 0 && row + 1 < list_->order()->rowCount());
    const int last_face = entry == nullptr ? -1 : static_cast<int>(entry->reading.faces.size()) - 1;
    const int chosen = stage_->tool()->chosen();
    enable("photos/previous-face", row > 0 || chosen > 0 || (chosen < 0 && last_face >= 0));
    enable("photos/next-face",
           row >= 0 && (row + 1 < list_->order()->rowCount() || chosen < last_face));
    enable("photos/remove", entry != nullptr);
    for (const char* id : {"photos/clear", "photos/save", "photos/annotate"})
        enable(id, photos_->list().rowCount() > 0);
}

void PhotoPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    session_->models().refresh();
    photos_->setLookedAt(true);
    live_->player().lookForCameras();
}

void PhotoPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    photos_->setLookedAt(false);
    live_->player().pause();
}

}  // namespace rudolph

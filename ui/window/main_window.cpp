#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "ui/augment/augment_page.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/layouts.h"
#include "ui/base/plain_tip.h"
#include "ui/cases/cases_page.h"
#include "ui/data/data_page.h"
#include "ui/documents/annotation_document.h"
#include "ui/help/guide_window.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_page.h"
#include "ui/runs/runs_page.h"
#include "ui/schemes/scheme_editor.h"
#include "ui/session/data_opener.h"
#include "ui/session/trainings.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"
#include "ui/settings/translation.h"
#include "ui/train/train_page.h"
#include "ui/window/activity_bar.h"
#include "ui/window/gestures.h"
#include "ui/window/help_desk.h"
#include "ui/window/start_page.h"
#include "ui/window/view_state.h"
#include "ui/window/window_menus.h"

namespace rudolph {
namespace {

constexpr auto kWindowLayout = "main-window";
constexpr int kRailWidth = 72;   // or as wide as the longest word
constexpr int kRailMargin = 12;  // of a word, both sides together
constexpr int kRailHeight = 56;
constexpr int kReportMs = 6000;

}  // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), session_(new Session(this)) {
    setWindowIcon(markIcon());
    setAcceptDrops(true);
    session_->setRunsFolder(Settings().runsFolder());
    build();
    followSession();
    resize(1280, 800);
    restoreGeometry(Settings().get(settings::kLayout / kWindowLayout));
    showPage(StudioPage::Data);
}

void MainWindow::build() {
    shortcuts_ = new Shortcuts(this);
    help_ = new HelpDesk(
        session_, shortcuts_, [this](QAction* action) { run(action); }, this);
    pages_ = new QStackedWidget;
    notice_ = new NoticeBar;
    makePages();
    auto* central = new QWidget;
    auto* column = makeColumn(central, 0);
    column->addWidget(notice_);
    column->addWidget(pages_, 1);
    // In the order in which Tab goes through them.
    makeRail();
    setCentralWidget(central);
    menus_ = new WindowMenus(session_, help_, notice_, this);
    menus_->fill(menuBar(), actionsOf(StudioPage::Data), rail_->actions());
    makeStatusBar();
    addShortcuts();
    showTitle();
}

MainWindow::~MainWindow() {
    // The pages use the session until they are gone.
    delete takeCentralWidget();
}

void MainWindow::rebuild() {
    const bool at_start = isStartShown();
    const bool was_active = isActiveWindow();
    const ViewState view = ViewState::of(pages_, *shortcuts_);
    std::vector<QVariantMap> states;
    for (const Page* page : all_)
        states.push_back(page->state());
    const GuideWindow* guide = help_->guideWindow();
    const QString chapter = guide != nullptr && guide->isVisible() ? guide->chapter() : QString();
    // What is made now writes its numbers in the new language.
    setLocale(QLocale());
    delete help_;
    // Pages leave in the usual way: some watch folders while they are shown.
    centralWidget()->hide();
    delete takeCentralWidget();
    all_.clear();
    delete findChild<QToolBar*>(QStringLiteral("rail"));
    delete rail_;
    delete shortcuts_;
    // These make new ones when they are asked for.
    delete menuBar();
    delete statusBar();
    build();
    view.restoreTo(pages_, *shortcuts_);
    for (size_t i = 0; i < all_.size(); ++i)
        all_[i]->restore(states[i]);
    showPage(page_);
    // What had it is gone, and with the windows of menus and lists that go the window itself may
    // cease to be the active one.
    pages_->currentWidget()->setFocus();
    if (was_active)
        QTimer::singleShot(0, this, [this] { activateWindow(); });
    if (at_start)
        showStart();
    if (engine_)
        showEngine(*engine_, {});
    if (!mended_.isEmpty())
        offerWayBack(QString(mended_));
    if (!chapter.isEmpty())
        help_->showGuide(chapter);
}

void MainWindow::makePages() {
    all_ = {new DataPage(session_), new AugmentPage(session_), new TrainPage(session_),
            new RunsPage(session_), new CasesPage(session_),   new PhotoPage(session_)};
    for (Page* page : all_) {
        pages_->addWidget(page);
        connect(page, &Page::statusLineChanged, this, &MainWindow::showLoaded);
    }
    makeStartPage();
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showLoaded);
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { showPage(StudioPage::Cases); });
}

void MainWindow::makeStartPage() {
    start_ = new StartPage;
    pages_->addWidget(start_);
    connect(start_, &StartPage::tutorialWanted, this,
            [this] { help_->showGuide(QStringLiteral("tutorial")); });
    connect(start_, &StartPage::demoFacesWanted, this,
            [this] { session_->opener().openDemoFaces(); });
    connect(start_, &StartPage::folderWanted, this,
            [this] { session_->navigation().chooseFaces(); });
    connect(start_, &StartPage::photographsWanted, this, [this] {
        showPage(StudioPage::Photos);
        actionsOf(StudioPage::Photos).at("photos/open")->trigger();
    });
}

void MainWindow::makeRail() {
    auto* bar = new QToolBar(tr("Pages"), this);
    bar->setObjectName(QStringLiteral("rail"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    bar->setIconSize({20, 20});
    rail_ = new QActionGroup(this);
    int width = kRailWidth;
    for (size_t i = 0; i < all_.size(); ++i) {
        const QString word = all_[i]->title();
        QAction* action = bar->addAction(themedIcon(all_[i]->icon()), word);
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)));
        action->setCheckable(true);
        rail_->addAction(action);
        QWidget* button = bar->widgetForAction(action);
        width = std::max(width, button->fontMetrics().horizontalAdvance(word) + kRailMargin);
        button->setFocusPolicy(Qt::TabFocus);
        connect(action, &QAction::triggered, this,
                [this, i] { showPage(static_cast<StudioPage>(i)); });
    }
    for (QAction* action : rail_->actions())
        bar->widgetForAction(action)->setFixedSize(width, kRailHeight);
    addToolBar(Qt::LeftToolBarArea, bar);
}

void MainWindow::makeStatusBar() {
    loaded_ = new ElidedLabel;
    loaded_->setContentsMargins(8, 0, 0, 0);
    auto* activity = new ActivityBar(&session_->activities());
    connect(activity, &ActivityBar::chosen, this,
            [this](const Activity* chosen) { showPage(chosen->page()); });
    device_ = new QLabel;
    device_->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(loaded_, 1);
    statusBar()->addPermanentWidget(activity);
    statusBar()->addPermanentWidget(device_);
    statusBar()->setSizeGripEnabled(false);
    showLoaded();
}

void MainWindow::followSession() {
    Navigation* navigation = &session_->navigation();
    connect(navigation, &Navigation::pageWanted, this, &MainWindow::showPage);
    connect(navigation, &Navigation::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, kReportMs); });
    connect(navigation, &Navigation::schemeWanted, this, &MainWindow::editScheme);
    connect(navigation, &Navigation::faceWanted, this,
            [this](const QString& /*data*/, const QString& sample_id, const QString& /*image*/,
                   bool for_cases) {
                if (for_cases)
                    offerWayBack(sample_id);
            });
    connect(session_, &Session::datasetChanged, this, &MainWindow::showTitle);
    connect(session_, &Session::modifiedChanged, this, &MainWindow::showTitle);
    connect(&session_->trainings(), &Trainings::engineReady, this, &MainWindow::showEngine);
    connect(&session_->trainings(), &Trainings::engineMissing, this,
            &MainWindow::showEngineMissing);
}

void MainWindow::addShortcuts() {
    for (size_t i = 0; i < all_.size(); ++i)
        shortcuts_->add(rail_->actions()[static_cast<qsizetype>(i)],
                        QStringLiteral("page/%1").arg(i + 1), tr("Pages"),
                        rail_->actions()[static_cast<qsizetype>(i)]->shortcuts());
    for (const Page* page : all_)
        if (const PageActions* actions = page->actions())
            actions->registerAt(shortcuts_);
    menus_->actions().registerAt(shortcuts_);
    addGestures(shortcuts_);
}

const PageActions& MainWindow::actionsOf(StudioPage page) const {
    return *all_[static_cast<size_t>(page)]->actions();
}

QString MainWindow::guideChapter() const {
    return isStartShown() ? QStringLiteral("first-steps")
                          : all_[static_cast<size_t>(page_)]->guideChapter();
}

void MainWindow::run(QAction* action) {
    for (QObject* owner = action->parent(); owner != nullptr; owner = owner->parent())
        for (size_t i = 0; i < all_.size(); ++i)
            if (owner == all_[i] && action->shortcutContext() != Qt::WindowShortcut)
                showPage(static_cast<StudioPage>(i));
    action->trigger();
}

bool MainWindow::isStartShown() const {
    return pages_->currentWidget() == start_;
}

bool MainWindow::isFirstStart() {
    return !Settings().get(settings::kWelcomed) &&
           Settings().get(settings::kRecentDatasets).isEmpty();
}

void MainWindow::showStart() {
    pages_->setCurrentWidget(start_);
    for (QAction* action : rail_->actions()) {
        // One of an exclusive group cannot be unchecked otherwise.
        rail_->setExclusive(false);
        action->setChecked(false);
        rail_->setExclusive(true);
    }
}

void MainWindow::showPage(StudioPage page) {
    if (isStartShown())
        Settings().set(settings::kWelcomed, true);
    page_ = page;
    pages_->setCurrentIndex(static_cast<int>(page));
    if (page == StudioPage::Cases && !std::exchange(mended_, {}).isEmpty()) {
        notice_->actionButton()->hide();
        notice_->setText({});
    }
    rail_->actions()[static_cast<int>(page)]->setChecked(true);
}

void MainWindow::showTitle() {
    const AnnotationDocument* document = session_->document();
    setWindowTitle(
        document == nullptr
            ? tr("Rudolph studio")
            : tr("%1[*] – Rudolph studio").arg(QString::fromStdString(document->dataset().name)));
    setWindowModified(document != nullptr && document->isModified());
}

void MainWindow::showLoaded() {
    // Pages that load nothing of their own work on the faces that are open.
    QString text = all_[static_cast<size_t>(page())]->statusLine();
    if (text.isEmpty())
        text = all_[static_cast<size_t>(StudioPage::Data)]->statusLine();
    loaded_->setText(text.isEmpty() ? tr("Nothing loaded") : text);
}

void MainWindow::chooseLanguage(const QString& code) {
    Settings().set(settings::kLanguage, code);
    // Not from inside an action that goes away with its menu.
    QTimer::singleShot(0, this, [this, code] {
        installTranslation(code);
        rebuild();
    });
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (std::exchange(probed_, true))
        return;
    // After the first picture is on the screen: loading LibTorch takes a second of the processor,
    // and what the first picture loads would wait for it.
    QTimer::singleShot(0, &session_->trainings(), &Trainings::probeEngine);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Settings().set(settings::kLayout / kWindowLayout, saveGeometry());
    if (closable_)
        return event->accept();
    // Pages may answer now, or much later: then the window is closed again.
    asking_ = true;
    closeFrom(0);
    asking_ = false;
    event->setAccepted(closable_);
}

void MainWindow::closeFrom(size_t page) {
    if (page < all_.size())
        return all_[page]->whenClosable([this, page] { closeFrom(page + 1); });
    const std::vector<Activity*> active = session_->activities().active();
    for (Activity* activity : active)
        if (activity->page() != StudioPage::Train)
            activity->cancel();
    const auto close_now = [this] {
        closable_ = true;
        if (!asking_)
            close();
    };
    if (!session_->trainings().isTraining())
        return close_now();
    // The worker stops at its next batch and keeps the run.
    connect(&session_->trainings(), &Trainings::allEnded, this, close_now);
    session_->trainings().stop();
    centralWidget()->setEnabled(false);
    menuBar()->setEnabled(false);
    notice_->setText(tr("Stopping the training, then closing. The run is kept."));
}

// On the rail and the bars: for the page that is shown, if it wants files, else to be opened as
// faces.
void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const qsizetype count = droppedPaths(event->mimeData()).size();
    if (count == 1 ||
        (count > 1 && (isStartShown() || all_[static_cast<size_t>(page())]->wantsFiles())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (isStartShown() && arePhotographs(paths))
        showPage(StudioPage::Photos);
    Page* shown = all_[static_cast<size_t>(page())];
    if (!isStartShown() && shown->wantsFiles())
        shown->takeFiles(paths);
    else
        session_->opener().open(paths.front());
}

void MainWindow::showEngine(const EngineInfo& info, const QString& warning) {
    engine_ = info;
    device_->setText(info.cuda ? tr("CUDA: %1").arg(QString::fromStdString(info.cuda_device))
                               : tr("CPU, %n threads", nullptr, info.threads));
    device_->setToolTip(tr("LibTorch %1").arg(QString::fromStdString(info.torch_version)));
    if (!warning.isEmpty())
        notice_->setText(warning);
}

void MainWindow::showEngineMissing(const QString& what, const QString& advice) {
    device_->setText(tr("No engine"));
    device_->setToolTip(plainTip(what));
    const QString text = tr("Networks cannot be trained: %1\n%2").arg(what, advice);
    notice_->setText(text, text);
}

void MainWindow::offerWayBack(const QString& sample_id) {
    mended_ = sample_id;
    notice_->setText(
        tr("Mend the true points of “%1”, then go back: the run is scored again.").arg(sample_id));
    notice_->actionButton()->setText(tr("Back to the cases"));
    notice_->actionButton()->show();
}

void MainWindow::editScheme(bool of_these_faces) {
    auto* editor = new SchemeEditor(&session_->schemes(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    if (of_these_faces && session_->document() != nullptr)
        editor->edit(session_->document()->scheme());
    connect(editor, &SchemeEditor::saved, this, [this](const LandmarkScheme& scheme) {
        if (session_->document() != nullptr)
            session_->document()->setScheme(scheme);
    });
    editor->open();
}

}  // namespace rudolph

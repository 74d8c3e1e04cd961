#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/image/picture_limits.h"
#include "ui/augment/augment_page.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/error_text.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/cases/cases_page.h"
#include "ui/data/data_page.h"
#include "ui/documents/annotation_document.h"
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
#include "ui/window/shortcuts_dialog.h"

namespace rudolph {
namespace {

constexpr auto kWindowLayout = "main-window";
constexpr int kRailWidth = 72;   // or as wide as the longest word
constexpr int kRailMargin = 12;  // of a word, both sides together
constexpr int kRailHeight = 56;
constexpr int kReportMs = 6000;

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      session_(new Session(this)),
      shortcuts_(new Shortcuts(this)),
      pages_(new QStackedWidget),
      notice_(new NoticeBar) {
    setWindowIcon(markIcon());
    setAcceptDrops(true);
    session_->setRunsFolder(Settings().runsFolder());
    makePages();
    auto* central = new QWidget;
    auto* column = makeColumn(central, 0);
    column->addWidget(notice_);
    column->addWidget(pages_, 1);
    // In the order in which Tab goes through them.
    makeRail();
    setCentralWidget(central);
    makeMenus();
    makeStatusBar();
    followSession();
    addShortcuts();
    showTitle();
    resize(1280, 800);
    restoreGeometry(Settings().get(settings::kLayout / kWindowLayout));
    showPage(StudioPage::Data);
}

MainWindow::~MainWindow() {
    // The pages use the session until they are gone.
    delete takeCentralWidget();
}

void MainWindow::makePages() {
    all_ = {new DataPage(session_), new AugmentPage(session_), new TrainPage(session_),
            new RunsPage(session_), new CasesPage(session_),   new PhotoPage(session_)};
    for (Page* page : all_) {
        pages_->addWidget(page);
        connect(page, &Page::statusLineChanged, this, &MainWindow::showLoaded);
    }
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showLoaded);
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

void MainWindow::makeMenus() {
    const PageActions& data = *all_[static_cast<size_t>(StudioPage::Data)]->actions();
    QMenu* file = menuBar()->addMenu(tr("&File"));
    data.place(file, {"data/open-folder", "data/open-list", "data/recipe"});
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    data.place(file,
               {"-", "data/demo-faces", "-", "data/save", "data/save-project", "data/export", "-"});
    QMenu* largest = file->addMenu(tr("&Largest picture"));
    largest->setObjectName("largest picture");
    connect(largest, &QMenu::aboutToShow, this, [this, largest] { fillPictureMenu(largest); });
    file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(tr("Ctrl+Q")));
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    // clang-format off
    data.place(edit, {
        "annotate/undo", "annotate/redo", "-",
        "annotate/toggle", "annotate/scheme", "network/choose", "data/inspect", "-",
        "annotate/points", "annotate/boxes", "annotate/magnifier", "annotate/next", "annotate/previous", "-",
        "points/all", "points/delete", "points/visible", "points/hidden", "points/unlabelled",
        "points/turn-left", "points/turn-right", "points/smaller", "points/larger", "points/mirror", "-",
        "face/copy", "face/mean", "face/remove", "face/new", "face/in-work", "face/done", "face/doubtful",
        "face/done-next", "face/note", "-",
        "network/fit", "network/fit-all", "network/compare", "network/accept", "network/reject"});
    // clang-format on
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(rail_->actions());
    view->addSeparator();
    fillLanguageMenu(view->addMenu(tr("&Language")));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* keys = help->addAction(tr("&Keyboard and mouse"));
    keys->setShortcuts({QKeySequence(QKeySequence::HelpContents), QKeySequence(Qt::Key_Question)});
    connect(keys, &QAction::triggered, this, [this] {
        auto* dialog = new ShortcutsDialog(shortcuts_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(help->addAction(tr("&About Rudolph")), &QAction::triggered, this,
            &MainWindow::showAbout);
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
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { showPage(StudioPage::Cases); });
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
    addGestures(shortcuts_);
}

StudioPage MainWindow::page() const {
    return static_cast<StudioPage>(pages_->currentIndex());
}

void MainWindow::showPage(StudioPage page) {
    pages_->setCurrentIndex(static_cast<int>(page));
    if (page == StudioPage::Cases && std::exchange(mending_, false)) {
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

void MainWindow::fillRecentMenu(QMenu* menu) {
    menu->clear();
    for (const QString& path : Settings().get(settings::kRecentDatasets))
        connect(menu->addAction(path), &QAction::triggered, this,
                [this, path] { session_->opener().open(path); });
    if (menu->isEmpty())
        menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
}

void MainWindow::fillLanguageMenu(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    const auto add = [this, menu, group](const QString& code, const QString& name) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(Settings().get(settings::kLanguage) == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            Settings().set(settings::kLanguage, code);
            notice_->setText(tr("The studio speaks that language from its next start on."));
        });
    };
    add({}, tr("The system's"));
    for (const Language& language : languages())
        add(language.code, language.name);
}

void MainWindow::fillPictureMenu(QMenu* menu) {
    menu->clear();
    const auto add = [this, menu](int megapixels, const QString& text) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(largest_picture() == megapixels);
        connect(action, &QAction::triggered, this, [this, megapixels] {
            try {
                keep_largest_picture(megapixels);
                notice_->setText(tr("Pictures of up to %1 million pixels are read from now on, "
                                    "here and by rudolph.")
                                     .arg(countText(most_pixels() / 1'000'000)));
            } catch (const Error&) {
                notice_->setText(errorText(std::current_exception()).what);
            }
        });
    };
    add(0, tr("As the memory allows, at most 400 million pixels"));
    for (const int megapixels : {50, 100, 400, 1000})
        add(megapixels, tr("%1 million pixels").arg(countText(megapixels)));
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
    if (count == 1 || (count > 1 && all_[static_cast<size_t>(page())]->wantsFiles()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Page* shown = all_[static_cast<size_t>(page())];
    if (shown->wantsFiles())
        shown->takeFiles(paths);
    else
        session_->opener().open(paths.front());
}

void MainWindow::showEngine(const EngineInfo& info, const QString& warning) {
    device_->setText(info.cuda ? tr("CUDA: %1").arg(QString::fromStdString(info.cuda_device))
                               : tr("CPU, %n threads", nullptr, info.threads));
    device_->setToolTip(tr("LibTorch %1").arg(QString::fromStdString(info.torch_version)));
    if (!warning.isEmpty())
        notice_->setText(warning);
}

void MainWindow::showEngineMissing(const QString& what, const QString& advice) {
    device_->setText(tr("No engine"));
    device_->setToolTip(what);
    const QString text = tr("Networks cannot be trained: %1\n%2").arg(what, advice);
    notice_->setText(text, text);
}

void MainWindow::offerWayBack(const QString& sample_id) {
    mending_ = true;
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

void MainWindow::showAbout() {
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Rudolph"));
    box->setIconPixmap(markIcon().pixmap(64, 64));
    box->setText(tr("<b>Rudolph %1</b><br>A studio for facial keypoints")
                     .arg(QApplication::applicationVersion().toHtmlEscaped()));
    box->setInformativeText(
        tr("Look at annotated faces, train a network while its loss is drawn, and look its best "
           "and worst cases in the eye.\n\nFree software under the GNU General Public License, "
           "version 3 or later. Made with Qt, LibTorch, OpenCV and QCustomPlot."));
    box->open();
}

}  // namespace rudolph

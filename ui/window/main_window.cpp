#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <utility>

#include "ui/augment/augment_page.h"
#include "ui/base/dropped_paths.h"
#include "ui/cases/cases_page.h"
#include "ui/data/data_page.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/photos/photo_page.h"
#include "ui/runs/runs_page.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"
#include "ui/train/train_page.h"

namespace rudolph {

namespace {

constexpr auto kLayoutName = "main-window";
constexpr int kRailWidth = 72;   // or as wide as the longest word
constexpr int kRailMargin = 12;  // of a word, both sides together

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      session_(new Session(this)),
      shortcuts_(new Shortcuts(this)),
      data_page_(nullptr),
      augment_page_(nullptr),
      train_page_(nullptr),
      runs_page_(nullptr),
      cases_page_(nullptr),
      photo_page_(nullptr),
      pages_(new QStackedWidget) {
    setWindowTitle(tr("Rudolph studio"));
    setWindowIcon(markIcon());
    setAcceptDrops(true);
    session_->setRunsFolder(Settings().runsFolder());
    data_page_ = new DataPage(session_);
    augment_page_ = new AugmentPage(session_);
    train_page_ = new TrainPage(session_);
    runs_page_ = new RunsPage(session_);
    cases_page_ = new CasesPage(session_);
    photo_page_ = new PhotoPage(session_);
    pages_->addWidget(data_page_);
    pages_->addWidget(augment_page_);
    pages_->addWidget(train_page_);
    pages_->addWidget(runs_page_);
    pages_->addWidget(cases_page_);
    pages_->addWidget(photo_page_);
    notice_ = new NoticeBar;
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice_);
    column->addWidget(pages_, 1);
    // In the order in which Tab goes through them.
    makeRail();
    setCentralWidget(central);
    makeMenus();
    makeStatusBar();
    connectPages();
    connectAugmentPage();
    connectSession();
    addShortcuts();
    resize(1280, 800);
    restoreGeometry(Settings().get(settings::kLayout / kLayoutName));
    showPage(StudioPage::Data);
}

MainWindow::~MainWindow() {
    // The pages use the session until they are gone.
    delete takeCentralWidget();
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
    const auto add = [this, bar, &width](StudioPage page, const QString& icon,
                                         const QString& word) {
        QAction* action = bar->addAction(themedIcon(icon), word);
        const int number = static_cast<int>(page) + 1;
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
        action->setCheckable(true);
        action->setData(static_cast<int>(page));
        rail_->addAction(action);
        QWidget* button = bar->widgetForAction(action);
        width = std::max(width, button->fontMetrics().horizontalAdvance(word) + kRailMargin);
        button->setFocusPolicy(Qt::TabFocus);
        connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    };
    add(StudioPage::Data, QStringLiteral("data"), tr("Data"));
    add(StudioPage::Augment, QStringLiteral("augment"), tr("Augment"));
    add(StudioPage::Train, QStringLiteral("train"), tr("Train"));
    add(StudioPage::Runs, QStringLiteral("runs"), tr("Runs"));
    add(StudioPage::Cases, QStringLiteral("cases"), tr("Cases"));
    add(StudioPage::Photos, QStringLiteral("photos"), tr("Photos"));
    for (QAction* action : rail_->actions())
        bar->widgetForAction(action)->setFixedSize(width, 56);
    addToolBar(Qt::LeftToolBarArea, bar);
}

void MainWindow::makeMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    const auto add = [this](QMenu* menu, const QString& text, const QKeySequence& key,
                            auto action) {
        QAction* entry = menu->addAction(text);
        entry->setShortcut(key);
        connect(entry, &QAction::triggered, this, action);
    };
    const auto on_data = [this](auto slot) {
        return [this, slot] {
            showPage(StudioPage::Data);
            (data_page_->*slot)();
        };
    };
    add(file, tr("&Open a folder of faces…"), QKeySequence::Open, &MainWindow::chooseFaces);
    add(file, tr("Open a &list of faces…"), QKeySequence(tr("Ctrl+Shift+O")),
        on_data(&DataPage::chooseFile));
    recent_menu_ = file->addMenu(tr("Open &recent"));
    connect(recent_menu_, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addSeparator();
    add(file, tr("Make &demo faces"), {}, on_data(&DataPage::makeDemoFaces));
    file->addSeparator();
    data_page_->fillFileMenu(file);
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), [this] { close(); });

    data_page_->fillEditMenu(menuBar()->addMenu(tr("&Edit")));
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(rail_->actions());
    view->addSeparator();
    fillLanguageMenu(view->addMenu(tr("&Language")));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Keyboard and mouse"), QKeySequence::HelpContents, [this] { showShortcuts(); });
    help->actions().constLast()->setShortcuts(
        {QKeySequence(QKeySequence::HelpContents), QKeySequence(Qt::Key_Question)});
    add(help, tr("&About Rudolph"), {}, [this] { showAbout(); });
}

void MainWindow::makeStatusBar() {
    loaded_ = new QLabel(tr("Nothing loaded"));
    loaded_->setContentsMargins(8, 0, 0, 0);
    busy_text_ = new QLabel;
    busy_bar_ = new QProgressBar;
    busy_bar_->setFixedSize(160, 14);
    busy_bar_->setTextVisible(false);
    busy_cancel_ = new QToolButton;
    busy_cancel_->setText(tr("Cancel"));
    busy_cancel_->setAutoRaise(true);
    device_ = new QLabel;
    device_->setContentsMargins(8, 0, 8, 0);
    connect(busy_cancel_, &QToolButton::clicked, this, &MainWindow::cancelBusy);
    statusBar()->addWidget(loaded_, 1);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{busy_text_, busy_bar_, busy_cancel_, device_})
        statusBar()->addPermanentWidget(widget);
    statusBar()->setSizeGripEnabled(false);
    updateBusy();
}

void MainWindow::showTitle(bool modified) {
    const AnnotationDocument* document = session_->document();
    setWindowTitle(
        document == nullptr
            ? tr("Rudolph studio")
            : tr("%1[*] – Rudolph studio").arg(QString::fromStdString(document->dataset().name)));
    setWindowModified(modified);
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

void MainWindow::showLoaded() {
    QString text = page() == StudioPage::Photos ? photo_page_->statusLine() : QString();
    if (text.isEmpty())
        text = data_status_;
    loaded_->setText(text.isEmpty() ? tr("Nothing loaded") : text);
}

void MainWindow::openData(const QString& path) {
    showPage(StudioPage::Data);
    data_page_->openPath(path);
}

void MainWindow::openRun(const QString& run_folder) {
    cases_page_->openRun(run_folder);
    showPage(StudioPage::Cases);
}

void MainWindow::fillRecentMenu() {
    recent_menu_->clear();
    for (const QString& path : Settings().get(settings::kRecentDatasets))
        connect(recent_menu_->addAction(path), &QAction::triggered, this,
                [this, path] { openData(path); });
    if (recent_menu_->isEmpty())
        recent_menu_->addAction(tr("Nothing opened yet"))->setEnabled(false);
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (probed_)
        return;
    probed_ = true;
    // After the first picture is on the screen: loading LibTorch takes a second of the processor,
    // and what the first picture loads would wait for it.
    QTimer::singleShot(0, train_page_, &TrainPage::probeEngine);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Settings().set(settings::kLayout / kLayoutName, saveGeometry());
    if (!may_close_) {
        // The answer may come now or much later: then the window is closed again.
        const auto later = std::make_shared<bool>(false);
        data_page_->whenSafe([this, later] {
            may_close_ = true;
            if (*later)
                close();
        });
        *later = true;
        if (!may_close_) {
            event->ignore();
            return;
        }
    }
    data_page_->cancelBusy();
    if (!train_page_->isTraining()) {
        event->accept();
        return;
    }
    // The worker stops at its next batch and keeps the run; trainingEnded closes for good.
    closing_ = true;
    train_page_->stop();
    centralWidget()->setEnabled(false);
    menuBar()->setEnabled(false);
    notice_->setText(tr("Stopping the training, then closing. The run is kept."));
    event->ignore();
}

// On the rail and the bars: for the Photos page while it is shown, else for the Data page.
void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const qsizetype count = droppedPaths(event->mimeData()).size();
    if (count == 1 || (count > 1 && page() == StudioPage::Photos))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (page() == StudioPage::Photos)
        photo_page_->takeFiles(paths);
    else
        openData(paths.front());
}

void MainWindow::showBusy(QObject* source, const QString& what, int done, int total) {
    Busy& busy = source == data_page_    ? data_busy_
                 : source == cases_page_ ? cases_busy_
                                         : train_busy_;
    busy = {what, done, total};
    updateBusy();
}

void MainWindow::updateBusy() {
    // What was asked for last is shown where both are busy: reading data is over soon.
    Busy busy = !data_busy_.what.isEmpty() ? data_busy_ : cases_busy_;
    const auto& active = session_->activities().active();
    if (busy.what.isEmpty() && !active.empty())
        busy = {active.front()->what(), active.front()->done(), active.front()->total()};
    if (busy.what.isEmpty())
        busy = train_busy_;
    for (QWidget* widget : std::initializer_list<QWidget*>{busy_text_, busy_bar_, busy_cancel_})
        widget->setVisible(!busy.what.isEmpty());
    busy_text_->setText(busy.what);
    busy_bar_->setRange(0, busy.total);
    busy_bar_->setValue(busy.done);
}

void MainWindow::cancelBusy() {
    if (!data_busy_.what.isEmpty())
        data_page_->cancelBusy();
    else if (!cases_busy_.what.isEmpty())
        cases_page_->cancelBusy();
    else if (!session_->activities().active().empty())
        session_->activities().active().front()->cancel();
    else
        train_page_->stop();
}

void MainWindow::showEngine(const EngineInfo& info, const QString& warning) {
    device_->setText(info.cuda ? tr("CUDA: %1").arg(QString::fromStdString(info.cuda_device))
                     : info.threads == 1 ? tr("CPU, 1 thread")
                                         : tr("CPU, %1 threads").arg(info.threads));
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

}  // namespace rudolph

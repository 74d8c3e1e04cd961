#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>

#include "ui/augment/augment_page.h"
#include "ui/cases/cases_page.h"
#include "ui/data/data_page.h"
#include "ui/parts/message_panel.h"
#include "ui/photos/photo_page.h"
#include "ui/runs/runs_page.h"
#include "ui/session/data_opener.h"
#include "ui/train/train_page.h"
#include "ui/window/main_window.h"

namespace rudolph {

void MainWindow::connectPages() {
    connect(data_page_, &Page::statusLineChanged, this, &MainWindow::showLoaded);
    connect(photo_page_, &PhotoPage::summaryChanged, this, &MainWindow::showLoaded);
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showLoaded);
    Navigation* navigation = &session_->navigation();
    connect(navigation, &Navigation::pageWanted, this, &MainWindow::showPage);
    connect(navigation, &Navigation::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(navigation, &Navigation::schemeWanted, this, &MainWindow::editScheme);
    connect(&session_->activities(), &Activities::changed, this, [this] {
        const std::vector<Activity*>& active = session_->activities().active();
        if (active.empty())
            showBusy(data_page_, {}, 0, 0);
        else
            showBusy(data_page_, active.front()->what(), active.front()->done(),
                     active.front()->total());
    });
    connect(session_, &Session::datasetChanged, this, &MainWindow::showTitle);
    connect(session_, &Session::modifiedChanged, this, &MainWindow::showTitle);
    connect(train_page_, &TrainPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(train_page_, what, done, total);
            });
    connect(train_page_, &TrainPage::statusChanged, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(train_page_, &TrainPage::engineReady, this, &MainWindow::showEngine);
    connect(train_page_, &TrainPage::engineMissing, this, &MainWindow::showEngineMissing);
    connect(train_page_, &TrainPage::dataRequested, this, [this] { showPage(StudioPage::Data); });
    connect(train_page_, &TrainPage::openFolderRequested, navigation, &Navigation::chooseFaces);
    connect(cases_page_, &CasesPage::openFolderRequested, navigation, &Navigation::chooseFaces);
    connect(train_page_, &TrainPage::demoFacesRequested, &session_->opener(),
            &DataOpener::openDemoFaces);
    connect(train_page_, &TrainPage::casesRequested, this, &MainWindow::openRun);
    connect(train_page_, &TrainPage::trainingEnded, this, [this] {
        if (closing_)
            close();
        else if (page() == StudioPage::Cases)
            cases_page_->refresh();
        else if (page() == StudioPage::Runs)
            runs_page_->refresh();
    });
    connect(runs_page_, &RunsPage::trainRequested, this, [this] { showPage(StudioPage::Train); });
    connect(runs_page_, &RunsPage::threeExperimentsRequested, this, [this] {
        showPage(StudioPage::Train);
        train_page_->trainPresets({QStringLiteral("nose-tip"), QStringLiteral("nose-tip-wide"),
                                   QStringLiteral("nose-tip-fast-lr")});
    });
    connect(train_page_, &TrainPage::runChanged, runs_page_, [this] {
        if (page() == StudioPage::Runs)
            runs_page_->refresh();
    });
    connect(runs_page_, &RunsPage::casesRequested, this, &MainWindow::openRun);
    connect(runs_page_, &RunsPage::trainFurtherRequested, this, [this](const QString& run) {
        showPage(StudioPage::Train);
        train_page_->trainFurther(run);
    });
    connect(runs_page_, &RunsPage::statusChanged, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(cases_page_, &CasesPage::trainRequested, this, [this] { showPage(StudioPage::Train); });
    connect(cases_page_, &CasesPage::statusChanged, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(cases_page_, &CasesPage::mendRequested, this, &MainWindow::mend);
    connect(cases_page_, &CasesPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(cases_page_, what, done, total);
            });
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { showPage(StudioPage::Cases); });
}

void MainWindow::connectPhotoPage() {
    connect(photo_page_, &PhotoPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(photo_page_, what, done, total);
            });
    connect(photo_page_, &PhotoPage::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(photo_page_, &PhotoPage::annotateRequested, this,
            [this](const QString& project, const QString& sample_id, const QString& image) {
                session_->navigation().editFace(project, sample_id, image, false);
            });
}

void MainWindow::connectAugmentPage() {
    const auto show = [this] {
        augment_page_->setExperiment(train_page_->experiment(), train_page_->baseExperiment());
    };
    show();
    connect(train_page_, &TrainPage::experimentChanged, this, show);
    connect(train_page_, &TrainPage::augmentRequested, this,
            [this] { showPage(StudioPage::Augment); });
    connect(augment_page_, &AugmentPage::experimentChanged, train_page_,
            &TrainPage::changeExperiment);
    connect(augment_page_, &AugmentPage::trainRequested, this,
            [this] { showPage(StudioPage::Train); });
    connect(augment_page_, &AugmentPage::openFolderRequested, &session_->navigation(),
            &Navigation::chooseFaces);
    connect(augment_page_, &AugmentPage::demoFacesRequested, &session_->opener(),
            &DataOpener::openDemoFaces);
}

}  // namespace rudolph

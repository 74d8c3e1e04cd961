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
#include "ui/train/train_page.h"
#include "ui/window/main_window.h"

namespace rudolph {

void MainWindow::connectPages() {
    connect(data_page_, &DataPage::statusChanged, this, [this](const QString& text) {
        data_status_ = text;
        showLoaded();
    });
    connect(photo_page_, &Page::statusLineChanged, this, &MainWindow::showLoaded);
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showLoaded);
    connect(data_page_, &DataPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(data_page_, what, done, total);
            });
    connect(data_page_, &DataPage::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(data_page_, &DataPage::modifiedChanged, this, &MainWindow::showTitle);
    connect(data_page_, &DataPage::trainRequested, this, [this] { showPage(StudioPage::Train); });
    connect(train_page_, &TrainPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(train_page_, what, done, total);
            });
    connect(train_page_, &TrainPage::statusChanged, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(train_page_, &TrainPage::engineReady, this, &MainWindow::showEngine);
    connect(train_page_, &TrainPage::engineMissing, this, &MainWindow::showEngineMissing);
    connect(train_page_, &TrainPage::dataRequested, this, [this] { showPage(StudioPage::Data); });
    connect(train_page_, &TrainPage::openFolderRequested, this, &MainWindow::chooseFaces);
    connect(cases_page_, &CasesPage::openFolderRequested, this, &MainWindow::chooseFaces);
    connect(train_page_, &TrainPage::demoFacesRequested, this, [this] {
        showPage(StudioPage::Data);
        data_page_->makeDemoFaces();
    });
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

void MainWindow::connectSession() {
    Navigation* navigation = &session_->navigation();
    connect(navigation, &Navigation::pageWanted, this, &MainWindow::showPage);
    connect(navigation, &Navigation::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(navigation, &Navigation::faceWanted, this,
            [this](const QString& data, const QString& sample_id, const QString& image, bool) {
                data_page_->editFace(data, sample_id, image);
            });
    connect(&session_->activities(), &Activities::changed, this, &MainWindow::updateBusy);
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
    connect(augment_page_, &AugmentPage::openFolderRequested, this, &MainWindow::chooseFaces);
    connect(augment_page_, &AugmentPage::demoFacesRequested, this, [this] {
        showPage(StudioPage::Data);
        data_page_->makeDemoFaces();
    });
}

}  // namespace rudolph

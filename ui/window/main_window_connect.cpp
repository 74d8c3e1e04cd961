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
#include "ui/session/trainings.h"
#include "ui/train/train_page.h"
#include "ui/window/main_window.h"

namespace rudolph {

void MainWindow::connectPages() {
    connect(data_page_, &DataPage::statusChanged, this, [this](const QString& text) {
        data_status_ = text;
        showLoaded();
    });
    connect(photo_page_, &PhotoPage::summaryChanged, this, &MainWindow::showLoaded);
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showLoaded);
    connect(data_page_, &DataPage::busyChanged, this,
            [this](const QString& what, int done, int total) {
                showBusy(data_page_, what, done, total);
            });
    connect(data_page_, &DataPage::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(data_page_, &DataPage::modifiedChanged, this, &MainWindow::showTitle);
    connect(data_page_, &DataPage::trainRequested, this, [this] { showPage(StudioPage::Train); });
    connect(cases_page_, &CasesPage::openFolderRequested, this, &MainWindow::chooseFaces);
    connect(runs_page_, &RunsPage::trainRequested, this, [this] { showPage(StudioPage::Train); });
    connect(runs_page_, &RunsPage::threeExperimentsRequested, this, [this] {
        showPage(StudioPage::Train);
        session_->trainings().trainPresets({QStringLiteral("nose-tip"),
                                            QStringLiteral("nose-tip-wide"),
                                            QStringLiteral("nose-tip-fast-lr")});
    });
    connect(runs_page_, &RunsPage::casesRequested, this, &MainWindow::openRun);
    connect(runs_page_, &RunsPage::trainFurtherRequested, this, [this](const QString& run) {
        showPage(StudioPage::Train);
        session_->trainings().trainFurther(run);
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
                showPage(StudioPage::Data);
                data_page_->editFace(project, sample_id, image);
            });
}

void MainWindow::followSession() {
    Navigation* navigation = &session_->navigation();
    connect(navigation, &Navigation::pageWanted, this, &MainWindow::showPage);
    connect(navigation, &Navigation::casesWanted, cases_page_, &CasesPage::openRun);
    connect(navigation, &Navigation::facesWanted, this, &MainWindow::chooseFaces);
    connect(navigation, &Navigation::reported, this,
            [this](const QString& text) { statusBar()->showMessage(text, 6000); });
    connect(&session_->activities(), &Activities::changed, this, [this] {
        const auto& active = session_->activities().active();
        train_busy_ = active.empty() ? Busy()
                                     : Busy{active.front()->what(), active.front()->done(),
                                            active.front()->total()};
        updateBusy();
    });
    Trainings* trainings = &session_->trainings();
    connect(trainings, &Trainings::engineReady, this, &MainWindow::showEngine);
    connect(trainings, &Trainings::engineMissing, this, &MainWindow::showEngineMissing);
    connect(trainings, &Trainings::allEnded, this, [this] {
        if (closing_)
            close();
        else if (page() == StudioPage::Cases)
            cases_page_->refresh();
        else if (page() == StudioPage::Runs)
            runs_page_->refresh();
    });
    connect(trainings, &Trainings::runChanged, runs_page_, [this] {
        if (page() == StudioPage::Runs)
            runs_page_->refresh();
    });
    const auto make_demo_faces = [this] {
        showPage(StudioPage::Data);
        data_page_->makeDemoFaces();
    };
    connect(train_page_, &TrainPage::demoFacesRequested, this, make_demo_faces);
    connect(augment_page_, &AugmentPage::demoFacesRequested, this, make_demo_faces);
}

}  // namespace rudolph

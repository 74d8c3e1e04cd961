#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include "ui/data/data_page.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_page.h"
#include "ui/runs/runs_page.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"
#include "ui/settings/translation.h"
#include "ui/window/main_window.h"
#include "ui/window/shortcuts_dialog.h"

namespace rudolph {

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

void MainWindow::addShortcuts() {
    for (QAction* page : rail_->actions())
        shortcuts_->add(page, QStringLiteral("page/%1").arg(page->data().toInt() + 1), tr("Pages"),
                        page->shortcuts());
    data_page_->registerActions(shortcuts_);
    runs_page_->registerActions(shortcuts_);
    photo_page_->actions()->registerAt(shortcuts_);
    const auto gesture = [this](const QString& section, const QString& what, const QString& how,
                                const QList<QKeySequence>& keys = {}) {
        shortcuts_->addGesture({section, what, how, keys});
    };
    const QString picture = tr("Picture");
    gesture(picture, tr("Zoom about the cursor"), tr("Wheel"));
    gesture(picture, tr("Move the picture"), tr("Middle button, or Space and drag"),
            {QKeySequence(Qt::Key_Space)});
    gesture(picture, tr("Show the whole picture"), tr("Double click"));
    const QString points = tr("Points");
    gesture(points, tr("Place the next point"), tr("Click on an empty place"));
    gesture(points, tr("Select a point; add one"), tr("Click; Shift and click"));
    gesture(points, tr("Select many"), tr("Drag a frame; with Shift while points are due"));
    gesture(points, tr("Move the selection"), tr("Drag"));
    gesture(points, tr("Nudge the selection by half a pixel, by 5 pixels"),
            tr("Arrow keys, with Shift"));
    gesture(points, tr("Scale or turn the selection"), tr("Drag a handle of its frame"));
    gesture(points, tr("Next and previous point"), tr("Tab, Shift+Tab"));
    gesture(points, tr("Stop a drag, select nothing"), tr("Esc"));
    const QString queue = tr("Queue of trainings");
    gesture(queue, tr("Earlier, later"), tr("Drag; Alt with the arrow keys"));
    gesture(queue, tr("Take out"), tr("Delete"));
    const QString cases = tr("Cases");
    gesture(cases, tr("Show a case large"), tr("Enter, click"));
    gesture(cases, tr("Previous and next case"), QStringLiteral("← →"));
    gesture(cases, tr("Back to all cases"), tr("Esc"));
    gesture(cases, tr("Mend the truth of the case"), QStringLiteral("M"));
    const QString photos = tr("Photos");
    gesture(photos, tr("Choose a face; next and previous"), tr("Click; Tab, Shift+Tab"));
    gesture(photos, tr("Move a box, resize it"), tr("Drag it, or a handle of its frame"));
    gesture(photos, tr("The same by keys; in larger steps"),
            tr("Arrow keys, with Ctrl; with Shift"));
    gesture(photos, tr("Put a new box into the middle"), tr("Enter, while drawing"));
    gesture(photos, tr("Stop drawing or dragging, choose no face"), tr("Esc"));
    gesture(photos, tr("Play a video, pause"), QStringLiteral("P"));
    const QString charts = tr("Charts");
    gesture(charts, tr("Zoom; one axis alone"), tr("Wheel; over the axis"));
    gesture(charts, tr("Move"), tr("Middle button and drag"));
    gesture(charts, tr("Show all"), tr("Double click"));
    gesture(charts, tr("Save or copy the picture"), tr("Right click"));
    gesture(charts, tr("Choose a point; add one"), tr("Click; Shift or Ctrl and click"));
    gesture(charts, tr("Choose many"), tr("Drag a frame"));
    gesture(charts, tr("From point to point; choose it"), tr("← →, Space"));
    gesture(charts, tr("Choose none"), tr("Esc"));
}

void MainWindow::chooseFaces() {
    showPage(StudioPage::Data);
    data_page_->chooseFolder();
}

void MainWindow::mend(const QString& data, const QString& sample_id, const QString& image) {
    showPage(StudioPage::Data);
    data_page_->editFace(data, sample_id, image);
    mending_ = true;
    notice_->setText(
        tr("Mend the true points of “%1”, then go back: the run is scored again.").arg(sample_id));
    notice_->actionButton()->setText(tr("Back to the cases"));
    notice_->actionButton()->show();
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(shortcuts_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace rudolph

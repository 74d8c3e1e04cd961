#include <QActionGroup>
#include <QApplication>
#include <QMessageBox>

#include "ui/pages/data_page.h"
#include "ui/pages/icons.h"
#include "ui/pages/main_window.h"
#include "ui/pages/runs_page.h"
#include "ui/pages/shortcuts_dialog.h"
#include "ui/settings/shortcuts.h"

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

void MainWindow::addShortcuts() {
    for (QAction* page : rail_->actions())
        shortcuts_->add(page, QStringLiteral("page/%1").arg(page->data().toInt() + 1), tr("Pages"),
                        page->shortcuts());
    data_page_->registerActions(shortcuts_);
    runs_page_->registerActions(shortcuts_);
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
    const QString cases = tr("Cases");
    gesture(cases, tr("Show a case large"), tr("Enter, click"));
    gesture(cases, tr("Previous and next case"), QStringLiteral("← →"));
    gesture(cases, tr("Back to all cases"), tr("Esc"));
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(shortcuts_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace rudolph

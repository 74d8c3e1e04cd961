#include <QApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>
#include <QVBoxLayout>

#include "ui/pages/icons.h"
#include "ui/pages/main_window.h"

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

void MainWindow::showShortcuts() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard and mouse"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(24);
    const auto add = [form](const QString& keys, const QString& what) {
        form->addRow(QStringLiteral("<b>%1</b>").arg(keys.toHtmlEscaped()), new QLabel(what));
    };
    const auto native = [](const char* keys) {
        return QKeySequence(QLatin1String(keys)).toString(QKeySequence::NativeText);
    };
    add(native("Ctrl+1") + QStringLiteral(" … ") + native("Ctrl+3"), tr("Data, Train, Cases"));
    add(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText),
        tr("Open a folder of faces"));
    add(native("Ctrl+Shift+O"), tr("Open a list of faces"));
    add(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText),
        tr("Filter the faces of the page"));
    add(tr("Enter, click"), tr("Show a case large"));
    add(QStringLiteral("← →"), tr("Previous and next case"));
    add(tr("Esc"), tr("Back to all cases"));
    add(tr("Wheel"), tr("Zoom a picture about the cursor"));
    add(tr("Middle button, Space"), tr("Drag a picture"));
    add(tr("Double click, F"), tr("Fit a picture"));
    add(native("Ctrl+Q"), tr("Quit; a training that runs is stopped and kept"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(buttons);
    dialog->open();
}

}  // namespace rudolph

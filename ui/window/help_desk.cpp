#include "ui/window/help_desk.h"

#include <QApplication>
#include <QMessageBox>

#include "ui/help/guide.h"
#include "ui/help/guide_window.h"
#include "ui/parts/icons.h"
#include "ui/window/command_search.h"
#include "ui/window/commands.h"
#include "ui/window/shortcuts_dialog.h"

namespace rudolph {

HelpDesk::HelpDesk(Session* session, Shortcuts* shortcuts,
                   const std::function<void(QAction*)>& run_action, QWidget* window)
    : QObject(window),
      session_(session),
      shortcuts_(shortcuts),
      run_action_(run_action),
      window_(window) {}

HelpDesk::~HelpDesk() {
    delete guide_;
}

void HelpDesk::showGuide(const QString& chapter, const QString& anchor) {
    if (guide_ == nullptr)
        guide_ = new GuideWindow(window_);
    guide_->showChapter(chapter, anchor);
}

void HelpDesk::searchCommands() {
    const auto show_guide = [this](const QString& chapter, const QString& anchor) {
        showGuide(chapter, anchor);
    };
    auto* dialog = new CommandSearch(
        allCommands(*shortcuts_, session_, Guide(), run_action_, show_guide), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpDesk::showKeys() {
    auto* dialog = new ShortcutsDialog(shortcuts_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpDesk::showAbout() {
    auto* box = new QMessageBox(window_);
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

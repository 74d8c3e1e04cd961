// How the data page edits: the document, saving, the network's help, and schemes.
#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>

#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/annotator.h"
#include "ui/data/data_page.h"
#include "ui/data/export_dialog.h"
#include "ui/data/network_help.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/parts/message_panel.h"
#include "ui/schemes/scheme_editor.h"
#include "ui/session/document_saver.h"
#include "ui/session/scheme_store.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

/// Below its button, which need not be visible.
void popUp(QToolButton* button) {
    QWidget* at = button->isVisible() ? button : button->window();
    button->menu()->popup(at->mapToGlobal(QPoint(0, at == button ? button->height() : 0)));
}

}  // namespace

void DataPage::makeEditActions() {
    annotate_ = addPageAction(tr("Annotate"), QKeySequence(Qt::Key_E),
                              tr("Edit points and boxes with the mouse and the keys"));
    annotate_->setCheckable(true);
    save_ = addPageAction(tr("Save"), QKeySequence::Save,
                          tr("Save the edits in the files that the faces came from"));
    save_project_ = addPageAction(
        tr("Save as a project…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        tr("Save everything in one file that refers to the pictures; their own files stay as they "
           "are"));
    export_ = addPageAction(tr("Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                            tr("Write the faces in another format"));
    inspect_ = addPageAction(tr("Look for wrong annotations"), QKeySequence(Qt::Key_F5),
                             tr("Look again for points that are probably wrong"));
    choose_scheme_ = addPageAction(tr("Choose a scheme"), QKeySequence(Qt::Key_Y),
                                   tr("Which points a face has"));
    choose_network_ = addPageAction(tr("Choose a network"), QKeySequence(Qt::Key_K),
                                    tr("Which network helps with annotating"));
    undo_ = addPageAction(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), tr("Undo the last edit"));
    redo_ = addPageAction(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                          tr("Redo what was undone"));
    connect(annotate_, &QAction::toggled, this, &DataPage::setAnnotating);
    connect(save_, &QAction::triggered, this, [this] {
        annotate_panel_->commitNote();
        saver_->save();
    });
    connect(save_project_, &QAction::triggered, this, [this] {
        annotate_panel_->commitNote();
        saver_->saveAsProject();
    });
    connect(export_, &QAction::triggered, this, &DataPage::exportFaces);
    connect(inspect_, &QAction::triggered, this, &DataPage::inspect);
    connect(choose_scheme_, &QAction::triggered, this, [this] { popUp(scheme_button_); });
    connect(choose_network_, &QAction::triggered, this, [this] { popUp(network_button_); });
    connect(undo_, &QAction::triggered, this, [this] { document()->undoStack()->undo(); });
    connect(redo_, &QAction::triggered, this, [this] { document()->undoStack()->redo(); });
}

void DataPage::makeEditing() {
    saver_ = new DocumentSaver(session_, this);
    connect(saver_, &DocumentSaver::busyChanged, this,
            [this](const QString& what, int done, int total) {
                setBusy(saving_busy_, what, done, total);
                updateEditing();
            });
    connect(saver_, &DocumentSaver::reported, this, &DataPage::reported);
    connect(saver_, &DocumentSaver::warned, this,
            [this](const QString& text) { notice_->setText(text); });
    connect(saver_, &DocumentSaver::moved, this, [this] {
        summary_->setToolTip(toQString(document()->dataset().source));
        tellStatus();
    });
    connect(help_, &NetworkHelp::failed, this, [this](const QString& what, const QString& advice) {
        notice_->setText(advice.isEmpty() ? what : what + '\n' + advice);
    });
    connect(help_, &NetworkHelp::disagreementsFound, list_, &SampleListPanel::setDisagreements);
    connect(annotator_, &Annotator::reported, this, &DataPage::reported);
    connect(annotator_, &Annotator::faceWanted, list_, &SampleListPanel::selectSample);
    connect(annotator_, &Annotator::nextWanted, list_, &SampleListPanel::selectNext);
    connect(annotator_, &Annotator::previousWanted, list_, &SampleListPanel::selectPrevious);
    connect(list_, &SampleListPanel::inspectRequested, this, &DataPage::inspect);
    connect(list_, &SampleListPanel::faceMenuRequested, this,
            [this](QMenu* menu, const std::vector<int>& faces) {
                annotator_->fillFacesMenu(menu, faces);
                QStringList ids;
                for (const int face : faces)
                    ids << QString::fromStdString(document()->face(face).id);
                const auto& source = document()->dataset().source;
                session_->watchedFaces().fillMenu(menu, QString::fromStdString(source.string()),
                                                  ids);
            });
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QWidget::customContextMenuRequested, this, &DataPage::fillCanvasMenu);
}

void DataPage::connectDocument() {
    AnnotationDocument* now = document();
    if (now == nullptr)
        return;
    QUndoStack* stack = now->undoStack();
    connect(stack, &QUndoStack::indexChanged, this, &DataPage::updateEditing);
    connect(now, &AnnotationDocument::modifiedChanged, this, [this](bool modified) {
        tellStatus();
        updateEditing();
        emit modifiedChanged(modified);
    });
    connect(now, &AnnotationDocument::problemsChanged, this, &DataPage::tellStatus);
    connect(now, &AnnotationDocument::schemeChanged, this, [this] {
        showPoints();
        tellStatus();
        updateEditing();
    });
    connect(now, &AnnotationDocument::faceChanged, this, [this](int index) {
        if (index != shown_)
            return;
        showPoints();
        if (!document()->isPreviewing())
            showFacts();
    });
    emit modifiedChanged(false);
}

bool DataPage::isAnnotating() const {
    return annotate_->isChecked();
}

void DataPage::setAnnotating(bool on) {
    annotate_->setChecked(on);
    if (on && document() != nullptr && document()->scheme().size() == 0)
        useScheme(builtin_scheme("ibug-68"));
    for (QAction* tool : editing_tools_)
        tool->setVisible(on);
    cursor_->clear();
    cursor_->setVisible(!on);
    right_->setCurrentWidget(on ? static_cast<QWidget*>(annotate_panel_)
                                : static_cast<QWidget*>(details_));
    view_->setMarked(std::nullopt);
    annotator_->setActive(on);
    showPoints();
    showFacts();
    if (on && view_->isVisible())
        view_->setFocus(Qt::OtherFocusReason);
}

void DataPage::updateEditing() {
    const bool open = document() != nullptr;
    QUndoStack* stack = open ? document()->undoStack() : nullptr;
    undo_->setEnabled(open && stack->canUndo());
    redo_->setEnabled(open && stack->canRedo());
    undo_->setText(undo_->isEnabled() ? tr("Undo %1").arg(stack->undoText()) : tr("Undo"));
    redo_->setText(redo_->isEnabled() ? tr("Redo %1").arg(stack->redoText()) : tr("Redo"));
    save_->setEnabled(open && document()->isModified() && !saver_->isSaving());
    save_project_->setEnabled(open && !saver_->isSaving());
    for (QAction* action : {annotate_, export_, inspect_, choose_scheme_, choose_network_})
        action->setEnabled(open);
    if (open)
        scheme_button_->setText(document()->scheme().size() == 0
                                    ? tr("Scheme")
                                    : QString::fromStdString(document()->scheme().name));
}

void DataPage::whenSafe(const std::function<void()>& next) {
    annotate_panel_->commitNote();
    saver_->whenSafe(next);
}

void DataPage::fillSchemeMenu(QMenu* menu) {
    menu->clear();
    if (document() == nullptr)
        return;
    schemes_->refresh();
    for (const SchemeStore::Entry& entry : schemes_->entries()) {
        const LandmarkScheme& scheme = entry.scheme;
        QString title = QString::fromStdString(scheme.title.empty() ? scheme.name : scheme.title);
        if (!title.contains(QString::number(scheme.size())))
            title = tr("%1, %2 points").arg(title).arg(scheme.size());
        QAction* action = menu->addAction(title.replace('&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(scheme == document()->scheme());
        connect(action, &QAction::triggered, this, [this, scheme] { useScheme(scheme); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Change this scheme…")), &QAction::triggered, this,
            [this] { editScheme(true); });
    connect(menu->addAction(tr("Make a scheme…")), &QAction::triggered, this,
            [this] { editScheme(false); });
    if (document()->dataset().format == DatasetFormat::Pts) {
        menu->addSeparator();
        QAction* zero = menu->addAction(tr("The files count pixels from 0"));
        zero->setToolTip(
            tr("iBUG's .pts files count from 1; some copies count from 0, and would "
               "be shifted by a pixel"));
        zero->setCheckable(true);
        zero->setChecked(options_.pts_first_pixel == 0);
        connect(zero, &QAction::triggered, this, [this](bool on) { readPtsFrom(on ? 0 : 1); });
    }
    menu->setToolTipsVisible(true);
}

void DataPage::readPtsFrom(int first_pixel) {
    whenSafe([this, first_pixel] {
        options_.pts_first_pixel = first_pixel;
        open(toQString(document()->dataset().source));
    });
}

void DataPage::useScheme(const LandmarkScheme& scheme) {
    if (document() != nullptr)
        document()->setScheme(scheme);
}

void DataPage::editScheme(bool from_this_one) {
    auto* editor = new SchemeEditor(schemes_, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    if (from_this_one)
        editor->edit(document()->scheme());
    connect(editor, &SchemeEditor::saved, this, &DataPage::useScheme);
    editor->open();
}

void DataPage::exportFaces() {
    if (document() == nullptr)
        return;
    annotate_panel_->commitNote();
    auto* dialog = new ExportDialog(session_->dataset(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString& path) { emit reported(tr("Exported %1").arg(path)); });
    dialog->open();
}

void DataPage::fillCanvasMenu(const QPoint& at) {
    if (document() == nullptr || shown_ < 0)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(annotate_);
    if (isAnnotating())
        annotator_->fillMenu(menu);
    menu->popup(view_->mapToGlobal(at));
}

void DataPage::fillFileMenu(QMenu* menu) {
    menu->addAction(save_);
    menu->addAction(save_project_);
    menu->addAction(export_);
}

void DataPage::fillEditMenu(QMenu* menu) {
    menu->addAction(undo_);
    menu->addAction(redo_);
    menu->addSeparator();
    menu->addAction(annotate_);
    menu->addActions({choose_scheme_, choose_network_, inspect_});
    menu->addSeparator();
    annotator_->fillMenu(menu);
}

void DataPage::registerActions(Shortcuts* shortcuts) {
    const auto add = [shortcuts](QAction* action, const char* id, const QString& section) {
        shortcuts->add(action, QLatin1String(id), section, action->shortcuts());
    };
    const QString data = tr("Data");
    add(open_folder_, "data/open-folder", data);
    add(open_list_, "data/open-list", data);
    add(demo_faces_, "data/demo-faces", data);
    add(save_, "data/save", data);
    add(save_project_, "data/save-project", data);
    add(export_, "data/export", data);
    add(inspect_, "data/inspect", data);
    add(filter_, "data/filter", data);
    const QString picture = tr("Picture");
    add(fit_, "picture/fit", picture);
    add(zoom_in_, "picture/zoom-in", picture);
    add(zoom_out_, "picture/zoom-out", picture);
    add(lines_, "picture/lines", picture);
    add(numbers_, "picture/numbers", picture);
    add(box_, "picture/box", picture);
    const QString edit = tr("Annotate");
    add(annotate_, "annotate/toggle", edit);
    add(choose_scheme_, "annotate/scheme", edit);
    add(choose_network_, "network/choose", tr("Network"));
    add(undo_, "annotate/undo", edit);
    add(redo_, "annotate/redo", edit);
    annotator_->registerActions(shortcuts);
}

}  // namespace rudolph

#include "ui/schemes/scheme_editor.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/base/json.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/schemes/scheme_canvas.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kSideWidth = 320;
constexpr auto kLayoutName = "scheme-editor";

}  // namespace

SchemeEditor::SchemeEditor(SchemeStore* store, QWidget* parent)
    : QDialog(parent), store_(store), canvas_(new SchemeCanvas) {
    setWindowTitle(tr("Landmark scheme"));
    tabs_ = new QTabWidget;
    tabs_->addTab(makePointsTab(), tr("&Points"));
    tabs_->addTab(makeLinesTab(), tr("&Lines"));
    tabs_->addTab(makePairsTab(), tr("Pai&rs"));
    tabs_->addTab(makeMeasuresTab(), tr("&Measures"));
    tabs_->setFixedWidth(kSideWidth);
    hint_ = new QLabel;
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setMinimumHeight(2 * hint_->fontMetrics().lineSpacing());
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(canvas_, 1);
    right->addWidget(hint_);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(tabs_);
    middle->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHeader());
    column->addLayout(middle, 1);
    column->addWidget(makeFooter());
    connectCanvas();
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        waiting_.reset();
        setPicking(Picking::Nothing);
        showChosen();
    });
    connect(&undo_, &QUndoStack::cleanChanged, this,
            [this](bool clean) { setWindowModified(!clean); });
    setWindowTitle(tr("Landmark scheme[*]"));
    resize(940, 700);
    restoreGeometry(Settings().get(settings::kLayout / kLayoutName));
    showDraft();
}

void SchemeEditor::connectCanvas() {
    connect(canvas_, &SchemeCanvas::pointClicked, this, &SchemeEditor::canvasClicked);
    connect(canvas_, &SchemeCanvas::emptyClicked, this, &SchemeEditor::placeClicked);
    connect(canvas_, &SchemeCanvas::removeRequested, this, &SchemeEditor::removeChosen);
    connect(canvas_, &SchemeCanvas::pointMoved, this,
            [this](int point, const Point& place, bool one_of_many) {
                chosen_point_ = point;
                const auto index = static_cast<size_t>(point);
                const QString name = QString::fromStdString(draft_.scheme.point_names[index]);
                change(
                    tr("Move %1").arg(name),
                    [index, &place](SchemeDraft& draft) { draft.places[index] = place; },
                    one_of_many ? QStringLiteral("nudge %1").arg(point) : QString());
            });
}

void SchemeEditor::edit(const LandmarkScheme& scheme) {
    draft_ = draftOf(scheme);
    draft_.scheme.name = ownName(QString::fromStdString(scheme.name)).toStdString();
    chosen_point_ = -1;
    waiting_.reset();
    undo_.clear();
    showDraft();
}

QString SchemeEditor::ownName(const QString& name) const {
    const SchemeStore::Entry* entry = store_->find(name);
    if (!entry || !entry->built_in)
        return name;
    for (int number = 2;; ++number) {
        QString own = QStringLiteral("%1-%2").arg(name).arg(number);
        if (!store_->find(own))
            return own;
    }
}

void SchemeEditor::startFrom(const LandmarkScheme& scheme, const QString& what) {
    chosen_point_ = -1;
    waiting_.reset();
    change(what, [this, &scheme](SchemeDraft& draft) {
        draft = draftOf(scheme);
        draft.scheme.name = ownName(QString::fromStdString(scheme.name)).toStdString();
    });
}

void SchemeEditor::fillStartMenu() {
    start_menu_->clear();
    connect(start_menu_->addAction(tr("An empty scheme")), &QAction::triggered, this,
            [this] { startFrom({}, tr("Start with an empty scheme")); });
    QMenu* removing = nullptr;
    for (const SchemeStore::Entry& entry : store_->entries()) {
        const QString title =
            QString::fromStdString(entry.scheme.title).replace('&', QStringLiteral("&&"));
        connect(start_menu_->addAction(title), &QAction::triggered, this,
                [this, title, scheme = entry.scheme] {
                    startFrom(scheme, tr("Start from %1").arg(title));
                });
    }
    start_menu_->addSeparator();
    for (const SchemeStore::Broken& broken : store_->broken()) {
        QAction* action =
            start_menu_->addAction(tr("%1 cannot be used").arg(QDir(broken.file).dirName()));
        action->setEnabled(false);
        action->setToolTip(broken.what);
    }
    connect(start_menu_->addAction(tr("A file…")), &QAction::triggered, this,
            &SchemeEditor::chooseFileToOpen);
    for (const SchemeStore::Entry& entry : store_->entries()) {
        if (entry.built_in)
            continue;
        if (!removing)
            removing = start_menu_->addMenu(tr("Delete a scheme"));
        const QString name = QString::fromStdString(entry.scheme.name);
        connect(removing->addAction(name + QStringLiteral("…")), &QAction::triggered, this,
                [this, name] { askToRemove(name); });
    }
}

void SchemeEditor::askToRemove(const QString& name) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete a scheme"),
                                tr("Delete the scheme “%1”?").arg(name), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Faces that were annotated with it keep their points."));
    auto* yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QAbstractButton::clicked, this, [this, name] {
        try {
            store_->remove(name);
        } catch (...) {
            tellFailure(tr("The scheme was not deleted"));
        }
    });
    box->open();
}

void SchemeEditor::chooseFileToOpen() {
    auto* dialog = new QFileDialog(this, tr("Open a landmark scheme"),
                                   Settings().get(settings::kLastFolderOfAll),
                                   tr("Schemes (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SchemeEditor::openFile);
    dialog->open();
}

void SchemeEditor::chooseFileToSave() {
    const QString name = QString::fromStdString(draft_.scheme.name);
    auto* dialog =
        new QFileDialog(this, tr("Save the landmark scheme as a file"),
                        QDir(Settings().get(settings::kLastFolderOfAll)).filePath(name + ".json"),
                        tr("Schemes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SchemeEditor::saveFile);
    dialog->open();
}

void SchemeEditor::openFile(const QString& file) {
    try {
        startFrom(SchemeStore::read(file), tr("Open %1").arg(QFileInfo(file).fileName()));
    } catch (...) {
        tellFailure(tr("The scheme cannot be opened"));
    }
}

void SchemeEditor::saveFile(const QString& file) {
    try {
        write_json(toPath(file), to_json(scheme()));
    } catch (...) {
        tellFailure(tr("The scheme was not saved"));
    }
}

void SchemeEditor::save() {
    if (!save_->isEnabled())
        return;
    try {
        const LandmarkScheme now = scheme();
        store_->save(now);
        undo_.setClean();
        Settings().set(settings::kLayout / kLayoutName, saveGeometry());
        emit saved(now);
        accept();
    } catch (...) {
        tellFailure(tr("The scheme was not saved"));
    }
}

void SchemeEditor::reject() {
    if (undo_.isClean()) {
        Settings().set(settings::kLayout / kLayoutName, saveGeometry());
        QDialog::reject();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Landmark scheme"),
                                tr("Save the changes to this scheme?"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* keep = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    auto* drop = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    keep->setEnabled(save_->isEnabled());
    if (!keep->isEnabled() && !found_.empty())
        box->setInformativeText(tr("It cannot be saved yet: %1").arg(found_.front().text));
    connect(keep, &QAbstractButton::clicked, this, &SchemeEditor::save);
    connect(drop, &QAbstractButton::clicked, this, [this] {
        undo_.clear();
        QDialog::reject();
    });
    box->open();
}

void SchemeEditor::tellFailure(const QString& title) {
    const ErrorText text = errorText(std::current_exception());
    auto* box =
        new QMessageBox(QMessageBox::Warning, title, sentence(text.what), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(sentence(text.advice));
    box->open();
}

}  // namespace rudolph

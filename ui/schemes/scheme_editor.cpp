#include "ui/schemes/scheme_editor.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/json.h"
#include "ui/base/error_text.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/parts/icons.h"
#include "ui/parts/question.h"
#include "ui/schemes/scheme_canvas.h"
#include "ui/schemes/scheme_lines_tab.h"
#include "ui/schemes/scheme_measures_tab.h"
#include "ui/schemes/scheme_pairs_tab.h"
#include "ui/schemes/scheme_points_tab.h"
#include "ui/schemes/scheme_start_menu.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kSideWidth = 320;
constexpr int kProblemLines = 3;
constexpr auto kEditorLayout = "scheme-editor";

QString schemePurpose() {
    return QStringLiteral("schemes");
}

}  // namespace

SchemeEditor::SchemeEditor(SchemeStore* store, QWidget* parent)
    : QDialog(parent),
      store_(store),
      document_(new SchemeDocument(this)),
      parts_{new SchemePointsTab(document_), new SchemeLinesTab(document_),
             new SchemePairsTab(document_), new SchemeMeasuresTab(document_)} {
    setWindowTitle(tr("Landmark scheme[*]"));
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(makeHeader());
    column->addWidget(makeMiddle(), 1);
    column->addWidget(makeFooter());
    connect(document_, &SchemeDocument::changed, this, &SchemeEditor::showDraft);
    connect(document_->undoStack(), &QUndoStack::cleanChanged, this,
            [this](bool clean) { setWindowModified(!clean); });
    resize(940, 700);
    restoreGeometry(Settings().get(settings::kLayout / kEditorLayout));
    showDraft();
}

QWidget* SchemeEditor::makeHeader() {
    auto* menu = new SchemeStartMenu(store_, this);
    connect(menu, &SchemeStartMenu::schemeChosen, this, &SchemeEditor::startFrom);
    connect(menu, &SchemeStartMenu::fileWanted, this, &SchemeEditor::chooseFileToOpen);
    connect(menu, &SchemeStartMenu::removeWanted, this, &SchemeEditor::askToRemove);
    auto* start = new QToolButton;
    start->setText(tr("Start from"));
    start->setPopupMode(QToolButton::InstantPopup);
    start->setToolButtonStyle(Qt::ToolButtonTextOnly);
    start->setMenu(menu);
    name_ = new QLineEdit;
    name_->setObjectName(QStringLiteral("name"));
    name_->setPlaceholderText(tr("ears-12"));
    name_->setToolTip(tr("As files and settings refer to it: letters, digits, “-”, “_”, “.”"));
    name_->setAccessibleName(tr("Name"));
    title_ = new QLineEdit;
    title_->setPlaceholderText(tr("Ears, 12 points"));
    title_->setAccessibleName(tr("Title"));
    connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
        document_->change(
            tr("Change the name"),
            [&text](SchemeDraft& draft) { draft.scheme.name = text.trimmed().toStdString(); },
            QStringLiteral("name"));
    });
    connect(title_, &QLineEdit::textEdited, this, [this](const QString& text) {
        document_->change(
            tr("Change the title"),
            [&text](SchemeDraft& draft) { draft.scheme.title = text.toStdString(); },
            QStringLiteral("title"));
    });
    auto* header = new QWidget;
    auto* layout = makeRow(header, 8);
    layout->addWidget(start);
    layout->addSpacing(8);
    layout->addWidget(new QLabel(tr("Name")));
    layout->addWidget(name_, 1);
    layout->addWidget(new QLabel(tr("Title")));
    layout->addWidget(title_, 2);
    QAction* undo = document_->undoStack()->createUndoAction(this, tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    QAction* redo = document_->undoStack()->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    for (QAction* action : {undo, redo}) {
        addAction(action);
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    return header;
}

QWidget* SchemeEditor::makeMiddle() {
    canvas_ = new SchemeCanvas;
    connect(canvas_, &SchemeCanvas::pointClicked, this,
            [this](int point) { tab()->clickPoint(point); });
    connect(canvas_, &SchemeCanvas::emptyClicked, this,
            [this](const Point& place) { tab()->clickPlace(place); });
    connect(canvas_, &SchemeCanvas::removeRequested, this, [this] { tab()->removeChosen(); });
    connect(canvas_, &SchemeCanvas::pointMoved, this,
            [this](int point, const Point& place, bool one_of_many) {
                tab()->movePoint(point, place, one_of_many);
            });
    tabs_ = new QTabWidget;
    const QStringList titles{tr("&Points"), tr("&Lines"), tr("Pai&rs"), tr("&Measures")};
    for (size_t i = 0; i < parts_.size(); ++i) {
        tabs_->addTab(parts_[i], titles[static_cast<int>(i)]);
        connect(parts_[i], &SchemeTab::lookChanged, this, &SchemeEditor::showLook);
    }
    tabs_->setFixedWidth(kSideWidth);
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        for (SchemeTab* part : parts_)
            part->leave();
        showLook();
    });
    hint_ = new QLabel;
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setMinimumHeight(2 * hint_->fontMetrics().lineSpacing());
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(canvas_, 1);
    right->addWidget(hint_);
    auto* middle = new QWidget;
    auto* row = makeRow(middle, 12);
    row->addWidget(tabs_);
    row->addLayout(right, 1);
    return middle;
}

QWidget* SchemeEditor::makeFooter() {
    problems_ = new QListWidget;
    problems_->setObjectName(QStringLiteral("problems"));
    problems_->setAccessibleName(tr("What has to be put right"));
    problems_->setFixedHeight(kProblemLines * (problems_->fontMetrics().lineSpacing() + 4) + 4);
    problems_->setWordWrap(true);
    const auto go = [this](QListWidgetItem* item) { goTo(problems_->row(item)); };
    connect(problems_, &QListWidget::itemClicked, this, go);
    connect(problems_, &QListWidget::itemActivated, this, go);
    auto* buttons = new QDialogButtonBox;
    save_ = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("save"));
    save_file_ = buttons->addButton(tr("Save as a file…"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton* button : {save_, save_file_, close})
        button->setAutoDefault(false);
    connect(save_, &QPushButton::clicked, this, &SchemeEditor::save);
    connect(save_file_, &QPushButton::clicked, this, &SchemeEditor::chooseFileToSave);
    connect(close, &QPushButton::clicked, this, &SchemeEditor::reject);
    auto* footer = new QWidget;
    auto* layout = makeColumn(footer, 8);
    layout->addWidget(problems_);
    layout->addWidget(buttons);
    return footer;
}

SchemeTab* SchemeEditor::tab() const {
    return parts_[static_cast<size_t>(tabs_->currentIndex())];
}

SchemeDraft SchemeEditor::ownDraft(const LandmarkScheme& scheme) const {
    SchemeDraft draft = draftOf(scheme);
    const QString name = QString::fromStdString(scheme.name);
    const SchemeStore::Entry* entry = store_->find(name);
    QString own = name;
    if (entry && entry->built_in)
        for (int number = 2; store_->find(own); ++number)
            own = QStringLiteral("%1-%2").arg(name).arg(number);
    draft.scheme.name = own.toStdString();
    return draft;
}

void SchemeEditor::edit(const LandmarkScheme& scheme) {
    for (SchemeTab* part : parts_)
        part->forget();
    document_->begin(ownDraft(scheme));
}

void SchemeEditor::startFrom(const LandmarkScheme& scheme, const QString& step) {
    for (SchemeTab* part : parts_)
        part->forget();
    document_->change(step, [this, &scheme](SchemeDraft& draft) { draft = ownDraft(scheme); });
}

void SchemeEditor::showDraft() {
    showText(name_, document_->scheme().name);
    showText(title_, document_->scheme().title);
    for (SchemeTab* part : parts_)
        part->showDraft();
    canvas_->setDraft(document_->draft());
    showProblems();
    showLook();
}

void SchemeEditor::showProblems() {
    found_ = problemsOf(document_->draft());
    problems_->clear();
    bool stops = false;
    for (const SchemeProblem& problem : found_) {
        auto* item = new QListWidgetItem(problem.text, problems_);
        if (problem.stops_saving)
            item->setIcon(themedIcon(QStringLiteral("warning")));
        stops = stops || problem.stops_saving;
    }
    if (found_.empty()) {
        auto* item = new QListWidgetItem(tr("The scheme is complete."), problems_);
        item->setFlags(Qt::NoItemFlags);
    }
    save_->setEnabled(!stops);
    save_file_->setEnabled(!stops);
}

void SchemeEditor::showLook() {
    const SchemeLook look = tab()->look();
    canvas_->setChosen(look.chosen);
    canvas_->setChosenLine(look.line);
    canvas_->setPairsShown(look.pairs);
    canvas_->setWaiting(look.waiting);
    canvas_->setDraggable(look.draggable);
    hint_->setText(tab()->hint());
}

void SchemeEditor::goTo(int problem) {
    if (problem < 0 || problem >= static_cast<int>(found_.size()))
        return;
    const SchemeProblem where = found_[static_cast<size_t>(problem)];
    if (where.part == SchemePart::Name)
        return name_->setFocus();
    const auto part = std::find_if(parts_.begin(), parts_.end(), [&where](const SchemeTab* each) {
        return each->part() == where.part;
    });
    tabs_->setCurrentWidget(*part);
    if (where.index >= 0)
        (*part)->choose(where.index);
}

void SchemeEditor::askToRemove(const QString& name) {
    QMessageBox* box =
        makeQuestion(this, tr("Delete a scheme"), tr("Delete the scheme “%1”?").arg(name),
                     tr("Faces that were annotated with it keep their points."));
    box->setStandardButtons(QMessageBox::Cancel);
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
    askForFile(
        this,
        {tr("Open a landmark scheme"), schemePurpose(), tr("Schemes (*.json);;All files (*)")},
        [this](const QString& file) { openFile(file); });
}

void SchemeEditor::chooseFileToSave() {
    const QString name = QString::fromStdString(document_->scheme().name);
    askWhereToSave(this,
                   {tr("Save the landmark scheme as a file"), schemePurpose(),
                    tr("Schemes (*.json)"), name + QStringLiteral(".json"), QStringLiteral("json")},
                   [this](const QString& file) { saveFile(file); });
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

void SchemeEditor::rememberLayout() const {
    Settings().set(settings::kLayout / kEditorLayout, saveGeometry());
}

void SchemeEditor::save() {
    if (!save_->isEnabled())
        return;
    try {
        const LandmarkScheme now = scheme();
        store_->save(now);
        document_->undoStack()->setClean();
        rememberLayout();
        emit saved(now);
        accept();
    } catch (...) {
        tellFailure(tr("The scheme was not saved"));
    }
}

void SchemeEditor::reject() {
    if (document_->undoStack()->isClean()) {
        rememberLayout();
        QDialog::reject();
        return;
    }
    const bool can_be_saved = save_->isEnabled() || found_.empty();
    QMessageBox* box = makeQuestion(
        this, tr("Landmark scheme"), tr("Save the changes to this scheme?"),
        can_be_saved ? QString() : tr("It cannot be saved yet: %1").arg(found_.front().text));
    box->setStandardButtons(QMessageBox::Cancel);
    auto* keep = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    auto* drop = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    keep->setEnabled(save_->isEnabled());
    connect(keep, &QAbstractButton::clicked, this, &SchemeEditor::save);
    connect(drop, &QAbstractButton::clicked, this, [this] {
        document_->undoStack()->clear();
        QDialog::reject();
    });
    box->open();
}

void SchemeEditor::tellFailure(const QString& title) {
    const ErrorText text = errorText(std::current_exception());
    QMessageBox* box = makeQuestion(this, title, sentence(text.what), sentence(text.advice));
    box->setIcon(QMessageBox::Warning);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

}  // namespace rudolph

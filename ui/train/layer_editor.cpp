#include "ui/train/layer_editor.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/parts/icons.h"
#include "ui/settings/settings.h"
#include "ui/train/layer_table.h"
#include "ui/train/layer_words.h"

namespace rudolph {
namespace {

constexpr auto kLayerEditor = "layer-editor";

}  // namespace

LayerEditor::LayerEditor(ExperimentDraft* draft, int outputs, QWidget* parent)
    : QDialog(parent),
      draft_(draft),
      outputs_(outputs),
      model_(new LayerModel(this)),
      table_(new LayerTable(model_)) {
    setWindowTitle(tr("Layers of the network"));
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(makeHeader());
    column->addWidget(table_, 1);
    column->addWidget(makeFooter());
    connect(model_, &LayerModel::edited, this, &LayerEditor::writeDraft);
    connect(model_, &LayerModel::rowsWanted, table_, &LayerTable::choose);
    connect(table_, &LayerTable::choiceChanged, this, &LayerEditor::updateActions);
    connect(draft_, &ExperimentDraft::changed, this, [this](const QObject* by) {
        if (by != this)
            showDraft();
    });
    showDraft();
    table_->choose({0});
    table_->setFocus();
    resize(1000, 620);
    restoreGeometry(Settings().get(settings::kLayout / kLayerEditor));
    connect(this, &QDialog::finished, this,
            [this] { Settings().set(settings::kLayout / kLayerEditor, saveGeometry()); });
}

QAction* LayerEditor::addKey(const QString& text, const char* icon, const QList<QKeySequence>& keys,
                             const QString& tip) {
    auto* action = new QAction(themedIcon(QLatin1String(icon)), text, this);
    action->setShortcuts(keys);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, keys.front().toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

QMenu* LayerEditor::makeAddMenu() {
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (int i = 0; i < kLayerKinds; ++i) {
        const auto kind = static_cast<LayerKind>(i);
        // A residual brings its end.
        if (kind == LayerKind::ResidualEnd)
            continue;
        if (kind == LayerKind::Relu || kind == LayerKind::Dropout || kind == LayerKind::MaxPool ||
            kind == LayerKind::Residual || kind == LayerKind::Full)
            menu->addSeparator();
        QAction* add = menu->addAction(layerKindText(kind));
        add->setObjectName(
            QString::fromUtf8(layer_name(kind).data(), static_cast<int>(layer_name(kind).size())));
        add->setToolTip(layerKindTip(kind));
        connect(add, &QAction::triggered, this, [this, kind] {
            model_->add(kind, table_->chosenRows());
            table_->setFocus();
        });
    }
    return menu;
}

QWidget* LayerEditor::makeHeader() {
    auto* add = new QToolButton;
    add->setObjectName(QStringLiteral("add"));
    add->setText(tr("Add a layer"));
    add->setIcon(themedIcon(QStringLiteral("plus")));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(makeAddMenu());
    const QKeySequence insert(Qt::Key_Insert);
    add->setToolTip(
        QStringLiteral("%1 (%2)").arg(tr("Behind the chosen rows; a residual goes around them"),
                                      insert.toString(QKeySequence::NativeText)));
    auto* open_menu = new QAction(this);
    open_menu->setShortcut(insert);
    connect(open_menu, &QAction::triggered, add, &QToolButton::showMenu);
    addAction(open_menu);

    duplicate_ = addKey(tr("Duplicate"), "grid", {QKeySequence(tr("Ctrl+D"))},
                        tr("Puts the chosen rows in a second time, behind them"));
    remove_ = addKey(tr("Remove"), "close", {QKeySequence(Qt::Key_Delete)},
                     tr("Takes the chosen rows away; of a residual, its end as well"));
    up_ = addKey(tr("Move up"), "up", {QKeySequence(Qt::ALT | Qt::Key_Up)},
                 tr("Moves the chosen rows up; they can be dragged, too"));
    down_ = addKey(tr("Move down"), "down", {QKeySequence(Qt::ALT | Qt::Key_Down)},
                   tr("Moves the chosen rows down; they can be dragged, too"));
    connect(duplicate_, &QAction::triggered, this,
            [this] { model_->duplicate(table_->chosenRows()); });
    connect(remove_, &QAction::triggered, this, [this] { model_->remove(table_->chosenRows()); });
    connect(up_, &QAction::triggered, this, [this] { model_->move(table_->chosenRows(), -1); });
    connect(down_, &QAction::triggered, this, [this] { model_->move(table_->chosenRows(), 1); });
    reset_ = new QAction(themedIcon(QStringLiteral("reset")), tr("Reset"), this);
    connect(reset_, &QAction::triggered, this, &LayerEditor::reset);
    QAction* undo = model_->undoStack()->createUndoAction(this, tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    QAction* redo = model_->undoStack()->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    addActions({undo, redo});

    auto* header = new QWidget;
    auto* row = makeRow(header, 4);
    row->addWidget(add);
    const auto place = [&](QAction* action, Qt::ToolButtonStyle style) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(style);
        button->setAutoRaise(true);
        row->addWidget(button);
    };
    for (QAction* action : {duplicate_, remove_})
        place(action, Qt::ToolButtonTextBesideIcon);
    for (QAction* action : {up_, down_})
        place(action, Qt::ToolButtonIconOnly);
    row->addStretch(1);
    place(reset_, Qt::ToolButtonTextBesideIcon);
    for (QAction* action : {undo, redo})
        place(action, Qt::ToolButtonIconOnly);
    return header;
}

QWidget* LayerEditor::makeFooter() {
    totals_ = new QLabel;
    totals_->setObjectName(QStringLiteral("totals"));
    problem_ = new QLabel;
    problem_->setObjectName(QStringLiteral("problem"));
    problem_->setWordWrap(true);
    QPalette palette = problem_->palette();
    palette.setColor(QPalette::WindowText, colourOf(Hue::Bad, palette));
    problem_->setPalette(palette);
    auto* hint =
        new QLabel(tr("Double-click a number to change it, or type over it. Where several "
                      "rows are chosen, it changes in all of them."));
    hint->setWordWrap(true);
    palette = hint->palette();
    palette.setColor(QPalette::WindowText, faintText(palette));
    hint->setPalette(palette);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    // Enter belongs to the table.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* footer = new QWidget;
    auto* column = makeColumn(footer, 4);
    column->addWidget(problem_);
    column->addWidget(hint);
    auto* row = makeRow(nullptr, 8);
    row->addWidget(totals_, 1);
    row->addWidget(buttons);
    column->addLayout(row);
    return footer;
}

void LayerEditor::showDraft() {
    const Experiment& experiment = draft_->experiment();
    model_->show(layers_of(experiment.model), {experiment.input, outputs_, experiment.batch_size});
    showTotals();
    updateActions();
}

void LayerEditor::writeDraft() {
    Experiment experiment = draft_->experiment();
    set_layers(experiment.model, model_->layers());
    draft_->change(experiment, this);
    showTotals();
    updateActions();
}

void LayerEditor::showTotals() {
    long long weights = 0;
    double bytes = 0;
    QString problem;
    bool known = true;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const LayerOutline& outline = model_->outline(row);
        weights += outline.weights;
        bytes += training_bytes(outline, draft_->experiment().batch_size);
        known = known && (!outline.out.empty() || row == model_->layerCount());
        if (outline.fault != LayerFault::None && problem.isEmpty())
            problem = tr("Layer %1: %2")
                          .arg(row + 1)
                          .arg(layerFaultText(model_->layers()[static_cast<size_t>(row)], outline));
    }
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    QString text = tr("%n layer(s)", nullptr, model_->layerCount());
    if (known)
        text += tr(" · %1 weights · about %2 of memory for a batch of %3")
                    .arg(countText(weights), QLocale().formattedDataSize(std::llround(bytes), 1),
                         countText(draft_->experiment().batch_size));
    totals_->setText(text);
}

void LayerEditor::updateActions() {
    const QList<int> rows = table_->chosenRows();
    remove_->setEnabled(model_->canRemove(rows));
    duplicate_->setEnabled(!rows.isEmpty());
    up_->setEnabled(!rows.isEmpty() && rows.first() > 0);
    down_->setEnabled(!rows.isEmpty() && rows.last() + 1 < model_->layerCount());
    const std::vector<LayerSpec> base = layers_of(draft_->base().model);
    reset_->setEnabled(!base.empty() && base != model_->layers());
    reset_->setToolTip(tr("Back to: %1").arg(layersText(base)));
}

void LayerEditor::reset() {
    model_->replace(tr("Reset"), layers_of(draft_->base().model));
}

}  // namespace rudolph

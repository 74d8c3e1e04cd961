#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/parts/icons.h"
#include "ui/schemes/scheme_canvas.h"
#include "ui/schemes/scheme_editor.h"

namespace rudolph {
namespace {

constexpr int kProblemLines = 3;

/// Shows an item's number before its text, which is edited without it.
class NumberedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = QStringLiteral("%1   %2").arg(index.row()).arg(option->text);
    }
};

QWidget* column(std::initializer_list<QWidget*> widgets) {
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    return tab;
}

QWidget* row(std::initializer_list<QWidget*> widgets) {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return line;
}

}  // namespace

QPushButton* SchemeEditor::makeButton(const QString& text, const QString& tip,
                                      std::function<void()> action) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, std::move(action));
    return button;
}

QWidget* SchemeEditor::makeHeader() {
    auto* start = new QToolButton;
    start->setText(tr("Start from"));
    start->setPopupMode(QToolButton::InstantPopup);
    start->setToolButtonStyle(Qt::ToolButtonTextOnly);
    start_menu_ = new QMenu(this);
    start_menu_->setToolTipsVisible(true);
    start->setMenu(start_menu_);
    connect(start_menu_, &QMenu::aboutToShow, this, &SchemeEditor::fillStartMenu);
    name_ = new QLineEdit;
    name_->setPlaceholderText(tr("ears-12"));
    name_->setToolTip(tr("As files and settings refer to it: letters, digits, “-”, “_”, “.”"));
    name_->setAccessibleName(tr("Name"));
    title_ = new QLineEdit;
    title_->setPlaceholderText(tr("Ears, 12 points"));
    title_->setAccessibleName(tr("Title"));
    connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("Change the name"),
            [&text](SchemeDraft& draft) { draft.scheme.name = text.trimmed().toStdString(); },
            QStringLiteral("name"));
    });
    connect(title_, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("Change the title"),
            [&text](SchemeDraft& draft) { draft.scheme.title = text.toStdString(); },
            QStringLiteral("title"));
    });
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(start);
    layout->addSpacing(8);
    layout->addWidget(new QLabel(tr("Name")));
    layout->addWidget(name_, 1);
    layout->addWidget(new QLabel(tr("Title")));
    layout->addWidget(title_, 2);
    QAction* undo = undo_.createUndoAction(this, tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    QAction* redo = undo_.createRedoAction(this, tr("Redo"));
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

QWidget* SchemeEditor::makePointsTab() {
    points_ = new QListWidget;
    points_->setAccessibleName(tr("Points"));
    points_->setItemDelegate(new NumberedDelegate(points_));
    points_->setDragDropMode(QAbstractItemView::InternalMove);
    points_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    points_->setUniformItemSizes(true);
    connect(points_, &QListWidget::currentRowChanged, this, [this](int point) {
        if (showing_)
            return;
        chosen_point_ = point;
        showChosen();
    });
    connect(points_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (showing_)
            return;
        const auto point = static_cast<size_t>(points_->row(item));
        change(tr("Rename a point"), [point, item](SchemeDraft& draft) {
            draft.scheme.point_names[point] = item->text().trimmed().toStdString();
        });
    });
    connect(points_->model(), &QAbstractItemModel::rowsMoved, this, &SchemeEditor::pointsDragged);
    return column(
        {points_,
         row({makeButton(tr("Add"), tr("A point at the end of the list, to be placed"),
                         [this] { addPointToList(); }),
              makeButton(tr("Remove"), tr("Remove the chosen point"), [this] { removeChosen(); }),
              makeButton(tr("Up"), tr("The chosen point comes earlier"),
                         [this] { shiftPoint(-1); }),
              makeButton(tr("Down"), tr("The chosen point comes later"),
                         [this] { shiftPoint(1); })})});
}

QWidget* SchemeEditor::makeLinesTab() {
    lines_ = new QListWidget;
    lines_->setAccessibleName(tr("Lines"));
    lines_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    connect(lines_, &QListWidget::currentRowChanged, this, [this] {
        if (!showing_)
            showChosen();
    });
    connect(lines_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (showing_)
            return;
        const auto line = static_cast<size_t>(lines_->row(item));
        change(tr("Rename a line"), [line, item](SchemeDraft& draft) {
            draft.scheme.lines[line].name = item->text().trimmed().toStdString();
        });
    });
    closed_ = new QCheckBox(tr("&Closed: the last point joins the first"));
    connect(closed_, &QCheckBox::clicked, this, [this](bool closed) {
        const int line = lines_->currentRow();
        if (line >= 0)
            change(closed ? tr("Close a line") : tr("Open a line"),
                   [line, closed](SchemeDraft& draft) {
                       draft.scheme.lines[static_cast<size_t>(line)].closed = closed;
                   });
    });
    const auto add = [this] {
        const QString name = tr("line %1").arg(draft_.scheme.lines.size() + 1);
        change(tr("Add a line"), [&name](SchemeDraft& draft) {
            draft.scheme.lines.push_back({name.toStdString(), {}, false});
        });
        lines_->setCurrentRow(lines_->count() - 1);
    };
    return column({lines_, closed_,
                   row({makeButton(tr("New line"), tr("Then click on its points in order"), add),
                        makeButton(tr("Remove"), tr("Remove the chosen line"),
                                   [this] { removeChosen(); })})});
}

QWidget* SchemeEditor::makePairsTab() {
    pairs_ = new QListWidget;
    pairs_->setAccessibleName(tr("Pairs"));
    connect(pairs_, &QListWidget::currentRowChanged, this, [this] {
        if (!showing_)
            showChosen();
    });
    mirrors_ = new QCheckBox(tr("&Faces with these points can be mirrored"));
    connect(mirrors_, &QCheckBox::clicked, this, [this](bool known) {
        change(known ? tr("Allow mirroring") : tr("Allow no mirroring"),
               [known](SchemeDraft& draft) {
                   draft.scheme.has_mirror_pairs = known;
                   if (!known)
                       draft.scheme.mirror_pairs.clear();
               });
    });
    const auto suggest = [this] {
        change(tr("Pair what lies as in a mirror"),
               [](SchemeDraft& draft) { suggestPairs(draft); });
    };
    return column(
        {pairs_, mirrors_,
         row({makeButton(tr("Suggest"), tr("Pair the points that lie as in a mirror"), suggest),
              makeButton(tr("Remove"), tr("Remove the chosen pair"),
                         [this] { removeChosen(); })})});
}

QWidget* SchemeEditor::makeMeasuresTab() {
    nose_tip_ = new QComboBox;
    nose_tip_->setObjectName(QStringLiteral("nose tip"));
    nose_tip_->setAccessibleName(tr("Nose tip"));
    nose_tip_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(nose_tip_, &QComboBox::activated, this, [this](int choice) {
        change(tr("Choose the nose tip"), [choice](SchemeDraft& draft) {
            draft.scheme.nose_tip = choice > 0 ? std::optional(choice - 1) : std::nullopt;
        });
    });
    distance_used_ = new QCheckBox(tr("Divide errors by a &distance"));
    distance_used_->setObjectName(QStringLiteral("distance"));
    distance_used_->setToolTip(tr("Else by the size of the face’s bounding box, √(w·h)"));
    connect(distance_used_, &QCheckBox::clicked, this, &SchemeEditor::setDistanceUsed);
    distance_name_ = new QLineEdit;
    distance_name_->setAccessibleName(tr("Name of the distance"));
    connect(distance_name_, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("Name the distance"),
            [&text](SchemeDraft& draft) {
                if (draft.scheme.normaliser)
                    draft.scheme.normaliser->name = text.toStdString();
            },
            QStringLiteral("distance"));
    });
    const auto make_end = [this](QLabel*& label, QPushButton*& pick, Picking which) {
        label = new QLabel;
        label->setWordWrap(true);
        pick =
            makeButton(tr("Pick"), tr("Then click on the drawing; several points: their mean"),
                       [this, which] { setPicking(picking_ == which ? Picking::Nothing : which); });
        pick->setCheckable(true);
        return row({pick, label});
    };
    distance_ = new QWidget;
    auto* form = new QFormLayout(distance_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Name"), distance_name_);
    form->addRow(tr("From"), make_end(from_, pick_from_, Picking::From));
    form->addRow(tr("To"), make_end(to_, pick_to_, Picking::To));
    pick_to_->setObjectName(QStringLiteral("pick to"));
    auto* tip = new QWidget;
    auto* tip_form = new QFormLayout(tip);
    tip_form->setContentsMargins(0, 0, 0, 0);
    tip_form->addRow(tr("Nose tip"), nose_tip_);
    QWidget* tab = column({tip, distance_used_, distance_});
    static_cast<QVBoxLayout*>(tab->layout())->addStretch(1);
    return tab;
}

QWidget* SchemeEditor::makeFooter() {
    problems_ = new QListWidget;
    problems_->setAccessibleName(tr("What has to be put right"));
    problems_->setFixedHeight(kProblemLines * (problems_->fontMetrics().lineSpacing() + 4) + 4);
    problems_->setWordWrap(true);
    connect(problems_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { goTo(problems_->row(item)); });
    connect(problems_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { goTo(problems_->row(item)); });
    auto* buttons = new QDialogButtonBox;
    save_ = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save_file_ = buttons->addButton(tr("Save as a file…"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton* button : {save_, save_file_, close})
        button->setAutoDefault(false);
    connect(save_, &QPushButton::clicked, this, &SchemeEditor::save);
    connect(save_file_, &QPushButton::clicked, this, &SchemeEditor::chooseFileToSave);
    connect(close, &QPushButton::clicked, this, &SchemeEditor::reject);
    auto* footer = new QWidget;
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(problems_);
    layout->addWidget(buttons);
    return footer;
}

}  // namespace rudolph

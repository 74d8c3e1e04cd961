#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QProxyStyle>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_page.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {

namespace {

constexpr auto kColumnsName = "runs-table";
constexpr int kColumnMargin = 8;

/// More room beside the texts of cells and headings, so that numbers, which stand on the right, do
/// not touch the words of the next column.
class RoomyColumns : public QProxyStyle {
public:
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override {
        // Cells add a pixel of their own.
        return metric == PM_HeaderMargin        ? kColumnMargin
               : metric == PM_FocusFrameHMargin ? kColumnMargin - 1
                                                : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

int widthOf(RunColumn column, const QFontMetrics& metrics) {
    switch (column) {
        case RunColumn::Star:
            return 40;
        case RunColumn::Name:
            return metrics.horizontalAdvance(QStringLiteral("nose-tip-fast-lr-20240531-182042")) +
                   3 * kColumnMargin;
        case RunColumn::Changed:
        case RunColumn::Note:
            return metrics.averageCharWidth() * 30;
        case RunColumn::Date:
            return metrics.horizontalAdvance(QStringLiteral("88/88/8888 88:88 MM")) +
                   3 * kColumnMargin;
        case RunColumn::Preset:
        case RunColumn::Tags:
            return metrics.averageCharWidth() * 16;
        default:
            return metrics.horizontalAdvance(QStringLiteral("interrupted")) + 3 * kColumnMargin;
    }
}

}  // namespace

QAction* RunsPage::addPageAction(const QString& icon, const QString& text, const QKeySequence& key,
                                 void (RunsPage::*slot)()) {
    auto* action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void RunsPage::makeActions() {
    cases_action_ = addPageAction({}, tr("&Look at the cases"), {}, &RunsPage::lookAtCases);
    further_action_ =
        addPageAction(QStringLiteral("start"), tr("Train f&urther"), {}, &RunsPage::trainFurther);
    star_action_ =
        addPageAction({}, tr("&Star"), QKeySequence(Qt::CTRL | Qt::Key_D), &RunsPage::toggleStars);
    tags_action_ = addPageAction({}, tr("Edit &tags"), QKeySequence(Qt::CTRL | Qt::Key_T),
                                 &RunsPage::editTags);
    note_action_ =
        addPageAction({}, tr("Edit &note"), QKeySequence(Qt::Key_F2), &RunsPage::editNote);
    open_action_ = addPageAction({}, tr("&Open its folder"), {}, &RunsPage::openFolder);
    // Only in the table: in a line of text Delete is for the text.
    remove_action_ = new QAction(tr("&Move to the trash…"), this);
    remove_action_->setShortcut(QKeySequence::Delete);
    remove_action_->setShortcutContext(Qt::WidgetShortcut);
    connect(remove_action_, &QAction::triggered, this, &RunsPage::askToRemove);
    table_->addAction(remove_action_);
    cases_action_->setShortcut(Qt::Key_Return);
    cases_action_->setShortcutContext(Qt::WidgetShortcut);
    removeAction(cases_action_);
    table_->addAction(cases_action_);
    undo_action_ = model_->undoStack()->createUndoAction(this, tr("Undo"));
    redo_action_ = model_->undoStack()->createRedoAction(this, tr("Redo"));
    undo_action_->setShortcuts(QKeySequence::Undo);
    redo_action_->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    for (QAction* action : {undo_action_, redo_action_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    refresh_action_ = addPageAction(QStringLiteral("refresh"), tr("Read the runs folder again"),
                                    QKeySequence(Qt::Key_F5), &RunsPage::refresh);
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, search_, qOverload<>(&QWidget::setFocus));
    addAction(find);
}

void RunsPage::registerActions(Shortcuts* shortcuts) {
    const auto add = [&](QAction* action, const char* id) {
        shortcuts->add(action, QString::fromLatin1(id), tr("Runs"), action->shortcuts());
    };
    add(cases_action_, "runs/cases");
    add(star_action_, "runs/star");
    add(tags_action_, "runs/tags");
    add(note_action_, "runs/note");
    add(remove_action_, "runs/remove");
    add(undo_action_, "runs/undo");
    add(redo_action_, "runs/redo");
    add(refresh_action_, "runs/refresh");
}

QMenu* RunsPage::makeExportMenu() {
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addAction(tr("&Report as a page (HTML)…"), this, &RunsPage::askForReport)
        ->setToolTip(tr("One file with tables, charts and faces of the chosen runs"));
    menu->addAction(tr("&Table (CSV)…"), this, &RunsPage::askForTable)
        ->setToolTip(tr("The chosen runs, or all that are shown when fewer than two are chosen"));
    chart_action_ =
        menu->addAction(tr("&Chart that is shown (PNG, SVG, PDF)…"), this, &RunsPage::askForChart);
    tensorboard_action_ =
        menu->addAction(tr("Tensor&Board events"), this, &RunsPage::exportTensorboard);
    tensorboard_action_->setToolTip(
        tr("Writes an event file into the folder of each chosen run; start TensorBoard with the "
           "folder of runs"));
    connect(menu, &QMenu::aboutToShow, this, &RunsPage::updateActions);
    return menu;
}

QMenu* RunsPage::makeMoreMenu() {
    auto* menu = new QMenu(this);
    menu->addAction(tr("&Compare the three nose-tip experiments"), this,
                    &RunsPage::threeExperimentsRequested);
    menu->addSeparator();
    menu->addAction(undo_action_);
    menu->addAction(redo_action_);
    menu->addSeparator();
    QMenu* columns = menu->addMenu(tr("C&olumns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { showColumns(columns); });
    menu->addAction(tr("Change the &folder…"), this, &RunsPage::chooseRunsFolder);
    return menu;
}

QWidget* RunsPage::makeBar() {
    auto* bar = new QWidget;
    search_->setParent(bar);
    search_->setPlaceholderText(tr("Filter by name, data, change, tag or note"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Filter runs"));
    connect(search_, &QLineEdit::textChanged, filter_, &RunFilter::setSearch);
    state_ = new QComboBox(bar);
    state_->setAccessibleName(tr("State"));
    state_->addItem(tr("Any state"));
    for (const RunState state : {RunState::Finished, RunState::Running, RunState::Stopped,
                                 RunState::Interrupted, RunState::Failed})
        state_->addItem(runStateText(state), static_cast<int>(state));
    connect(state_, &QComboBox::currentIndexChanged, this, [this](int index) {
        filter_->setState(
            index == 0 ? std::nullopt
                       : std::optional(static_cast<RunState>(state_->itemData(index).toInt())));
    });
    tag_ = new QComboBox(bar);
    tag_->setAccessibleName(tr("Tag"));
    tag_->addItem(tr("Any tag"));
    connect(tag_, &QComboBox::currentIndexChanged, this,
            [this](int index) { filter_->setTag(index <= 0 ? QString() : tag_->itemText(index)); });
    starred_ = new QToolButton(bar);
    starred_->setText(QStringLiteral("★"));
    starred_->setCheckable(true);
    starred_->setToolTip(tr("Only runs with a star"));
    starred_->setAccessibleName(starred_->toolTip());
    connect(starred_, &QToolButton::toggled, filter_, &RunFilter::setStarredOnly);
    count_ = new QLabel(bar);
    folder_ = new QLabel(bar);
    const auto button = [bar](const QString& text, QMenu* menu) {
        auto* made = new QToolButton(bar);
        made->setText(text);
        made->setMenu(menu);
        made->setPopupMode(QToolButton::InstantPopup);
        // The arrow would lie over the word.
        made->setMinimumWidth(made->sizeHint().width() + 12);
        return made;
    };
    auto* refresh = new QToolButton(bar);
    refresh->setDefaultAction(refresh_action_);
    refresh->setAutoRaise(true);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(search_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{state_, tag_, starred_, count_})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addWidget(folder_);
    layout->addWidget(refresh);
    layout->addWidget(button(tr("Export"), makeExportMenu()));
    layout->addWidget(button(tr("More"), makeMoreMenu()));
    return bar;
}

QWidget* RunsPage::makeTable() {
    table_ = new QTableView(this);
    table_->setModel(filter_);
    table_->setAccessibleName(tr("Runs"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* roomy = new RoomyColumns;
    roomy->setParent(table_);
    table_->setStyle(roomy);
    table_->horizontalHeader()->setStyle(roomy);
    table_->verticalHeader()->hide();
    // Rows of one height, so that none of thousands is asked for its own.
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table_, &QWidget::customContextMenuRequested, this, &RunsPage::showRowMenu);
    restoreColumns();
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (static_cast<RunColumn>(index.column()) != RunColumn::Star)
            return;
        model_->editMarks({index.data(RunTableModel::FolderRole).toString()}, tr("star"),
                          [](RunMarks& marks) { marks.starred = !marks.starred; });
    });
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const auto column = static_cast<RunColumn>(index.column());
        if (column != RunColumn::Star && !(index.flags() & Qt::ItemIsEditable))
            emit casesRequested(index.data(RunTableModel::FolderRole).toString());
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsPage::updateChoice);
    return table_;
}

void RunsPage::restoreColumns() {
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    for (int column = 0; column < kRunColumns; ++column)
        table_->setColumnWidth(column,
                               widthOf(static_cast<RunColumn>(column), table_->fontMetrics()));
    table_->setSortingEnabled(true);
    table_->sortByColumn(static_cast<int>(RunColumn::Date), Qt::DescendingOrder);
    // A state of another version's columns would mix them up.
    const QByteArray state = Settings().get(settings::kLayout / kColumnsName);
    if (!state.isEmpty())
        header->restoreState(state);
    if (header->count() != kRunColumns)
        header->reset();
    const auto remember = [header] {
        Settings().set(settings::kLayout / kColumnsName, header->saveState());
    };
    connect(header, &QHeaderView::sectionMoved, this, remember);
    connect(header, &QHeaderView::sectionResized, this, remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, remember);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        showColumns(menu);
        menu->popup(header->mapToGlobal(at));
    });
}

void RunsPage::showColumns(QMenu* menu) {
    menu->clear();
    QHeaderView* header = table_->horizontalHeader();
    for (int place = 0; place < kRunColumns; ++place) {
        const int column = header->logicalIndex(place);
        // The name stays: without it no one knows what the others are of.
        if (static_cast<RunColumn>(column) == RunColumn::Name)
            continue;
        const QString title = static_cast<RunColumn>(column) == RunColumn::Star
                                  ? tr("Star")
                                  : runColumnTitle(static_cast<RunColumn>(column));
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header, [header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            Settings().set(settings::kLayout / kColumnsName, header->saveState());
        });
    }
}

void RunsPage::showRowMenu(const QPoint& at) {
    if (!table_->indexAt(at).isValid())
        return;
    updateActions();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({cases_action_, further_action_, open_action_});
    menu->addSeparator();
    menu->addActions({star_action_, tags_action_, note_action_});
    menu->addSeparator();
    menu->addAction(tensorboard_action_);
    menu->addSeparator();
    menu->addAction(remove_action_);
    menu->popup(table_->viewport()->mapToGlobal(at));
}

QWidget* RunsPage::makeProgress() {
    progress_ = new QWidget(this);
    progress_text_ = new QLabel(progress_);
    progress_bar_ = new QProgressBar(progress_);
    progress_bar_->setTextVisible(false);
    progress_bar_->setMaximumHeight(14);
    auto* cancel = new QPushButton(tr("Cancel"), progress_);
    connect(cancel, &QPushButton::clicked, this, [this] { export_cancel_.cancel(); });
    auto* layout = new QHBoxLayout(progress_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(progress_text_);
    layout->addWidget(progress_bar_, 1);
    layout->addWidget(cancel);
    progress_->hide();
    return progress_;
}

}  // namespace rudolph

#include "ui/train/queue_panel.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <algorithm>

#include "ui/base/layouts.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

/// Lines that are too long end in an ellipsis; the tip has all of them.
class ItemsAsWideAsTheirList : public QStyledItemDelegate {
public:
    explicit ItemsAsWideAsTheirList(QListView* list) : QStyledItemDelegate(list), list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize wanted = QStyledItemDelegate::sizeHint(option, index);
        return {std::min(wanted.width(), list_->viewport()->width() - 2 * list_->spacing()),
                wanted.height()};
    }

private:
    QListView* list_;
};

}  // namespace

QueuePanel::QueuePanel(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      queue_(session->trainings().queue()),
      state_(new QLabel(this)),
      empty_(new QLabel(this)),
      list_(new QListView(this)) {
    auto* heading = new QLabel(tr("Queue"), this);
    embolden(heading);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignTop);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setText(
        tr("Experiments that are to be trained one after another. “Add to queue” puts "
           "the settings on the left here, a sweep many at once."));
    list_->setObjectName(QStringLiteral("queue"));
    list_->setModel(queue_);
    list_->setAccessibleName(heading->text());
    list_->setSpacing(1);
    list_->setItemDelegate(new ItemsAsWideAsTheirList(list_));
    list_->setWordWrap(false);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setResizeMode(QListView::Adjust);
    list_->setUniformItemSizes(true);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setDragEnabled(true);
    list_->setAcceptDrops(true);
    list_->setDropIndicatorShown(true);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list_, &QWidget::customContextMenuRequested, this, &QueuePanel::showMenu);
    connect(list_, &QListView::activated, this, &QueuePanel::openCurrent);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QueuePanel::showQueue);
    connect(queue_, &TrainingQueue::changed, this, &QueuePanel::showQueue);
    connect(&session->trainings(), &Trainings::stateChanged, this, &QueuePanel::showQueue);
    connect(session, &Session::datasetChanged, this, &QueuePanel::showData);

    auto* layout = makeColumn(this, 8, {8, 12, 12, 12});
    layout->addWidget(heading);
    layout->addWidget(state_);
    layout->addWidget(empty_, 1);
    layout->addWidget(list_, 1);
    layout->addWidget(makeButtons());
    addActions();
    showQueue();
    showData();
}

QToolButton* QueuePanel::makeButton(const QString& icon, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

QWidget* QueuePanel::makeButtons() {
    auto* box = new QWidget(this);
    up_ = makeButton(QStringLiteral("up"), tr("Earlier (Alt+Up)"));
    down_ = makeButton(QStringLiteral("down"), tr("Later (Alt+Down)"));
    remove_ = makeButton(QStringLiteral("close"), tr("Take out of the queue (Delete)"));
    clear_ = makeButton(QStringLiteral("clear"), tr("Take away all that are over"));
    connect(up_, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(down_, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(remove_, &QToolButton::clicked, this, &QueuePanel::removeCurrent);
    connect(clear_, &QToolButton::clicked, queue_, &TrainingQueue::clearEnded);
    sweep_ = new QPushButton(tr("Sweep…"), box);
    sweep_->setObjectName(QStringLiteral("sweep"));
    connect(sweep_, &QPushButton::clicked, this, &QueuePanel::sweepRequested);
    start_ = new QPushButton(themedIcon(QStringLiteral("start")), tr("Start the queue"), box);
    start_->setObjectName(QStringLiteral("start queue"));
    connect(start_, &QPushButton::clicked, &session_->trainings(), &Trainings::startQueue);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (QToolButton* button : {up_, down_, remove_, clear_})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(sweep_);
    auto* column = makeColumn(box, 8);
    column->addLayout(row);
    column->addWidget(start_);
    return box;
}

void QueuePanel::addActions() {
    const auto add = [this](const QKeySequence& key, auto slot) {
        auto* action = new QAction(list_);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        list_->addAction(action);
    };
    add(Qt::ALT | Qt::Key_Up, [this] { moveBy(-1); });
    add(Qt::ALT | Qt::Key_Down, [this] { moveBy(1); });
    add(QKeySequence::Delete, [this] { removeCurrent(); });
}

int QueuePanel::currentRow() const {
    return list_->currentIndex().row();
}

void QueuePanel::moveBy(int rows) {
    const int row = currentRow();
    if (queue_->move(row, row + rows))
        list_->setCurrentIndex(queue_->index(row + rows));
}

void QueuePanel::removeCurrent() {
    queue_->remove(currentRow());
}

void QueuePanel::openCurrent() {
    const QString run = list_->currentIndex().data(TrainingQueue::RunRole).toString();
    if (!run.isEmpty())
        session_->navigation().showCases(run);
}

void QueuePanel::showMenu(const QPoint& at) {
    const QModelIndex index = list_->indexAt(at);
    if (!index.isValid())
        return;
    list_->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Look at the cases"), this, &QueuePanel::openCurrent)
        ->setEnabled(!queue_->at(index.row()).run.empty());
    menu->addSeparator();
    menu->addAction(tr("Earlier"), this, [this] { moveBy(-1); })->setEnabled(up_->isEnabled());
    menu->addAction(tr("Later"), this, [this] { moveBy(1); })->setEnabled(down_->isEnabled());
    menu->addAction(tr("Take out of the queue"), this, &QueuePanel::removeCurrent)
        ->setEnabled(remove_->isEnabled());
    menu->popup(list_->viewport()->mapToGlobal(at));
}

/// Without faces there is nothing to sweep over.
void QueuePanel::showData() {
    const bool has_faces = session_->document() != nullptr;
    sweep_->setEnabled(has_faces);
    sweep_->setToolTip(has_faces
                           ? tr("Fills the queue with experiments that differ in chosen settings")
                           : tr("Open annotated faces first"));
}

void QueuePanel::showQueue() {
    const int row = currentRow();
    const int waiting = queue_->waitingCount();
    // The queue then goes on by itself.
    const bool training = session_->trainings().isTraining();
    list_->setVisible(queue_->rowCount() > 0);
    empty_->setVisible(queue_->rowCount() == 0);
    state_->setVisible(queue_->rowCount() > 0);
    state_->setText(waiting == 0 ? tr("Nothing waits")
                    : training   ? tr("Waiting: %1, each after the one before").arg(waiting)
                                 : tr("Waiting: %1").arg(waiting));
    state_->setWordWrap(true);
    up_->setEnabled(queue_->canMove(row, row - 1));
    down_->setEnabled(queue_->canMove(row, row + 1));
    remove_->setEnabled(row >= 0 && row < queue_->rowCount() &&
                        queue_->at(row).state != QueuedTraining::State::Running);
    clear_->setEnabled(queue_->rowCount() > waiting + (queue_->runningRow() ? 1 : 0));
    start_->setEnabled(waiting > 0 && !training);
}

}  // namespace rudolph

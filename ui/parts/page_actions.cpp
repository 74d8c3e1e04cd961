#include "ui/parts/page_actions.h"

#include <QAbstractButton>
#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>
#include <QWidget>

#include "ui/parts/icons.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {

PageActions::PageActions(QWidget* page) : QObject(page), page_(page) {}

void PageActions::add(const std::vector<PageAction>& rows) {
    QString section = made_.empty() ? QString() : made_.back().section;
    for (const PageAction& row : rows) {
        if (!row.section.isEmpty())
            section = row.section;
        auto* action = new QAction(row.text, page_);
        if (row.icon != nullptr)
            action->setIcon(themedIcon(QLatin1String(row.icon)));
        action->setShortcuts(row.keys);
        action->setShortcutContext(row.scope == KeyScope::Window ? Qt::WindowShortcut
                                                                 : Qt::WidgetWithChildrenShortcut);
        action->setCheckable(row.checkable);
        action->setObjectName(QLatin1String(row.id));
        // Without the key, which Shortcuts adds and keeps right.
        if (!row.tip.isEmpty())
            action->setToolTip(row.tip);
        if (row.run)
            connect(action, &QAction::triggered, this, row.run);
        page_->addAction(action);
        made_.push_back({row.id, section, action});
        Q_ASSERT(!has(row.id));
        actions_[row.id] = action;
    }
}

void PageActions::addUndo(const char* undo_id, const char* redo_id, const QString& section) {
    add({{.id = undo_id,
          .text = tr("Undo"),
          .keys = {Qt::CTRL | Qt::Key_Z},
          .tip = tr("Undo the last edit"),
          .section = section,
          .icon = "undo",
          .run =
              [this] {
                  if (stack_ != nullptr)
                      stack_->undo();
              }},
         {.id = redo_id,
          .text = tr("Redo"),
          .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
          .tip = tr("Redo what was undone"),
          .icon = "redo",
          .run = [this] {
              if (stack_ != nullptr)
                  stack_->redo();
          }}});
    undo_ = at(undo_id);
    redo_ = at(redo_id);
    updateUndo();
}

void PageActions::followButton(const char* id, QAbstractButton* button) {
    QAction* action = at(id);
    action->setEnabled(button->isEnabled());
    connect(action, &QAction::triggered, button, &QAbstractButton::click);
    of_buttons_[button] = action;
    button->installEventFilter(this);
}

bool PageActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::EnabledChange)
        if (const auto found = of_buttons_.find(watched); found != of_buttons_.end())
            found->second->setEnabled(static_cast<QWidget*>(watched)->isEnabled());
    return QObject::eventFilter(watched, event);
}

void PageActions::followStack(QUndoStack* stack) {
    if (stack_ != nullptr)
        stack_->disconnect(this);
    stack_ = stack;
    if (stack_ != nullptr) {
        connect(stack_, &QUndoStack::indexChanged, this, &PageActions::updateUndo);
        connect(stack_, &QUndoStack::cleanChanged, this, &PageActions::updateUndo);
        connect(stack_, &QObject::destroyed, this, [this, stack] {
            if (stack_ == stack) {
                stack_ = nullptr;
                updateUndo();
            }
        });
    }
    updateUndo();
}

void PageActions::updateUndo() {
    undo_->setEnabled(stack_ != nullptr && stack_->canUndo());
    redo_->setEnabled(stack_ != nullptr && stack_->canRedo());
    undo_->setText(undo_->isEnabled() ? tr("Undo %1").arg(stack_->undoText()) : tr("Undo"));
    redo_->setText(redo_->isEnabled() ? tr("Redo %1").arg(stack_->redoText()) : tr("Redo"));
}

QAction* PageActions::at(const char* id) const {
    const auto found = actions_.find(std::string_view(id));
    Q_ASSERT(found != actions_.end());
    return found->second;
}

void PageActions::registerAt(Shortcuts* shortcuts) const {
    for (const Made& made : made_)
        shortcuts->add(made.action, QLatin1String(made.id), made.section, made.action->shortcuts());
}

void PageActions::place(QMenu* menu, const std::vector<const char*>& ids) const {
    for (const char* id : ids) {
        if (std::string_view(id) == "-")
            menu->addSeparator();
        else
            menu->addAction(at(id));
    }
}

void PageActions::placeSections(QMenu* menu, const QStringList& sections) const {
    for (const QString& section : sections) {
        menu->addSeparator();
        for (const Made& made : made_)
            if (made.section == section)
                menu->addAction(made.action);
    }
}

QToolButton* PageActions::button(const char* id, QWidget* parent) const {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(at(id));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace rudolph

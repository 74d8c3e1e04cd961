#include "ui/window/view_state.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>

#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

/// All widgets of a kind, in an order that does not depend on what is shown: a stack puts the one
/// that it shows behind the others.
template <class Kind>
void collect(const QWidget* widget, QList<Kind*>& found) {
    const auto take = [&found](QWidget* child) {
        if (auto* one = qobject_cast<Kind*>(child))
            found << one;
        collect(child, found);
    };
    if (const auto* stack = qobject_cast<const QStackedWidget*>(widget)) {
        for (int i = 0; i < stack->count(); ++i)
            take(stack->widget(i));
        return;
    }
    for (QObject* child : widget->children())
        if (child->isWidgetType())
            take(static_cast<QWidget*>(child));
}

template <class Kind>
QList<Kind*> inOrder(const QWidget* widget) {
    QList<Kind*> found;
    collect(widget, found);
    return found;
}

/// Lines of forms show what somebody else keeps; those that search have a button that clears.
QList<QLineEdit*> searchLines(const QWidget* widget) {
    QList<QLineEdit*> lines = inOrder<QLineEdit>(widget);
    lines.removeIf([](const QLineEdit* line) { return !line->isClearButtonEnabled(); });
    return lines;
}

}  // namespace

ViewState ViewState::of(const QWidget* widget, const Shortcuts& shortcuts) {
    ViewState state;
    for (const QTabWidget* tabs : inOrder<QTabWidget>(widget))
        state.tabs_ << tabs->currentIndex();
    for (const QLineEdit* line : searchLines(widget))
        state.searches_ << line->text();
    for (const Shortcuts::Entry& entry : shortcuts.entries())
        if (entry.action && entry.action->isChecked() && entry.action->actionGroup() == nullptr)
            state.on_ << entry.id;
    return state;
}

void ViewState::restoreTo(QWidget* widget, const Shortcuts& shortcuts) const {
    const QList<QTabWidget*> tabs = inOrder<QTabWidget>(widget);
    for (qsizetype i = 0; i < std::min(tabs.size(), tabs_.size()); ++i)
        tabs[i]->setCurrentIndex(tabs_[i]);
    const QList<QLineEdit*> lines = searchLines(widget);
    for (qsizetype i = 0; i < std::min(lines.size(), searches_.size()); ++i)
        if (lines[i]->text() != searches_[i])
            lines[i]->setText(searches_[i]);
    for (const Shortcuts::Entry& entry : shortcuts.entries())
        if (entry.action && entry.action->isCheckable() && entry.action->actionGroup() == nullptr &&
            entry.action->isChecked() != on_.contains(entry.id))
            entry.action->setChecked(on_.contains(entry.id));
}

}  // namespace rudolph

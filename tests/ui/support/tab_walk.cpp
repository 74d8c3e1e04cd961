#include "tests/ui/support/tab_walk.h"

#include <QAccessible>
#include <QTest>
#include <algorithm>

namespace rudolph::test {

namespace {

constexpr int kMostSteps = 400;

/// Whether it is a stop for the Tab key, and not a part of one (a spin box's line).
bool isStop(const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() &&
           widget->isVisible() && widget->focusProxy() == nullptr;
}

}  // namespace

TabWalk::TabWalk(QWidget& window) : window_(window) {
    // From the front of the chain: where the focus is now may be anywhere.
    for (QWidget* next = window.nextInFocusChain(); next != &window;
         next = next->nextInFocusChain())
        if (next->window() == &window && isStop(next)) {
            next->setFocus(Qt::TabFocusReason);
            break;
        }
    QWidget* start = window.focusWidget();
    if (start == nullptr)
        return;
    for (int step = 0; step < kMostSteps && !closed_; ++step) {
        QWidget* at = window.focusWidget();
        if (at == nullptr)
            return;
        visited_.push_back(at);
        QTest::keyClick(at, Qt::Key_Tab);
        QWidget* next = window.focusWidget();
        closed_ = next == start;
        if (next != nullptr && jumpsBack(at, next))
            jumps_.emplace_back(at, next);
    }
}

/// Reading goes down, or to the right; back to the left only further down. Where the widgets are
/// now, as some scroll when they get the focus.
bool TabWalk::jumpsBack(const QWidget* from_widget, const QWidget* to_widget) const {
    const QRect from = place(from_widget);
    const QRect to = place(to_widget);
    const bool above = to.bottom() < from.top() && to.left() < from.right();
    const bool beside =
        to.right() < from.left() && to.top() < from.bottom() && to.bottom() > from.top();
    return above || beside;
}

/// From the last thing the way leads to the first, which is nearest to the corner.
QStringList TabWalk::jumps() const {
    const auto first = std::min_element(visited_.begin(), visited_.end(),
                                        [this](const QWidget* a, const QWidget* b) {
                                            return place(a).bottomRight().manhattanLength() <
                                                   place(b).bottomRight().manhattanLength();
                                        });
    QStringList problems;
    for (const auto& [from, to] : jumps_)
        if (to != *first)
            problems << "Tab jumps back from " + describe(from) + " to " + describe(to);
    return problems;
}

QRect TabWalk::place(const QWidget* widget) const {
    return {widget->mapTo(&window_, QPoint()), widget->size()};
}

QString TabWalk::describe(const QWidget* widget) const {
    QAccessibleInterface* accessible =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    const QString name = accessible ? accessible->text(QAccessible::Name) : QString();
    const QRect at = place(widget);
    return QStringLiteral("%1 \"%2\" (%3) in %4 at %5,%6")
        .arg(widget->metaObject()->className(), name, widget->objectName(),
             widget->parentWidget()->metaObject()->className())
        .arg(at.x())
        .arg(at.y());
}

QStringList TabWalk::missed() const {
    QStringList problems;
    if (!closed_)
        problems << "Tab does not lead back, and stays at " +
                        (visited_.empty() ? QString() : describe(visited_.back()));
    for (QWidget* widget : window_.findChildren<QWidget*>()) {
        if (widget->window() != &window_ || !isStop(widget))
            continue;
        const auto times = std::count(visited_.begin(), visited_.end(), widget);
        if (times == 0)
            problems << "Tab does not reach " + describe(widget);
        if (times > 1 && closed_)
            problems << QStringLiteral("Tab comes %1 times to ").arg(times) + describe(widget);
    }
    return problems;
}

QStringList TabWalk::nameless() const {
    QStringList problems;
    for (QWidget* widget : visited_) {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty())
            problems << "no name: " + describe(widget);
    }
    problems.removeDuplicates();
    return problems;
}

QStringList TabWalk::problems() const {
    return missed() + nameless() + jumps();
}

}  // namespace rudolph::test

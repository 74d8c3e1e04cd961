#include "ui/settings/shortcuts.h"

#include <QMenu>
#include <QStackedWidget>
#include <QStringList>
#include <QWidget>
#include <algorithm>

#include "ui/settings/settings.h"

namespace rudolph {
namespace {

QList<QKeySequence> withoutEmpty(QList<QKeySequence> keys) {
    keys.removeIf([](const QKeySequence& key) { return key.isEmpty(); });
    return keys;
}

QString plainText(QString text) {
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove('&');
    text.replace('\x01', '&');
    for (const QString& dots : {QStringLiteral("…"), QStringLiteral("...")})
        if (text.endsWith(dots))
            text.chop(dots.size());
    return text.trimmed();
}

bool isOfFocus(const QAction& action) {
    return action.shortcutContext() == Qt::WidgetShortcut ||
           action.shortcutContext() == Qt::WidgetWithChildrenShortcut;
}

/// The widgets that must be shown for the action's keys to work.
QWidgetList widgetsOf(const QAction& action) {
    QWidgetList places;
    for (QObject* object : action.associatedObjects()) {
        auto* widget = qobject_cast<QWidget*>(object);
        auto* menu = qobject_cast<QMenu*>(widget);
        // In a menu such keys would need the focus to be in the menu bar.
        if (menu && isOfFocus(action))
            continue;
        if (menu)
            widget = menu->parentWidget() ? menu->parentWidget()->window() : nullptr;
        if (widget)
            places.append(widget);
    }
    if (places.isEmpty())
        if (auto* parent = qobject_cast<QWidget*>(action.parent()))
            places.append(parent);
    return places;
}

/// Whether both can be on the screen at once: pages of one stack cannot.
bool shownTogether(const QWidget* a, const QWidget* b) {
    if (a->window() != b->window())
        return false;
    for (const QWidget* page = a; page && !page->isWindow(); page = page->parentWidget()) {
        // A page's parent is the stack itself.
        const auto* stack = qobject_cast<const QStackedWidget*>(page->parentWidget());
        if (stack && stack->isAncestorOf(b) && !page->isAncestorOf(b) && page != b)
            return false;
    }
    return true;
}

bool canMeet(const QAction& a, const QAction& b) {
    const QWidgetList places_of_a = widgetsOf(a);
    const QWidgetList places_of_b = widgetsOf(b);
    if (places_of_a.isEmpty() || places_of_b.isEmpty())
        return true;
    for (const QWidget* one : places_of_a)
        for (const QWidget* other : places_of_b) {
            const bool nested =
                one == other || one->isAncestorOf(other) || other->isAncestorOf(one);
            if (shownTogether(one, other) && (nested || !isOfFocus(a) || !isOfFocus(b)))
                return true;
        }
    return false;
}

bool clash(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

bool anyClash(const QList<QKeySequence>& keys, const QKeySequence& key) {
    return std::any_of(keys.begin(), keys.end(),
                       [&key](const QKeySequence& other) { return clash(other, key); });
}

}  // namespace

void Shortcuts::add(QAction* action, const QString& id, const QString& section,
                    const QList<QKeySequence>& defaults) {
    Q_ASSERT(!find(id));
    Entry entry{action, id, section, withoutEmpty(defaults), {}, {}};
    // Without a tip of its own an action answers with its text.
    const QString tip = action->toolTip();
    if (plainText(tip) != plainText(action->text()))
        entry.tip = tip;
    entry.set_tip = tip;
    const auto chosen = Settings().find(settings::kShortcut / id);
    apply(entry, chosen ? withoutEmpty(QKeySequence::listFromString(*chosen)) : entry.defaults);
    entries_.push_back(entry);
    connect(action, &QAction::changed, this, [this, id] {
        if (Entry* changed = this->entry(id))
            updateTip(*changed);
    });
    connect(action, &QObject::destroyed, this, [this, id] {
        std::erase_if(entries_, [&id](const Entry& gone) { return gone.id == id; });
    });
}

QStringList Shortcuts::sections() const {
    QStringList sections;
    for (const Entry& entry : entries_)
        sections.append(entry.section);
    for (const Gesture& gesture : gestures_)
        sections.append(gesture.section);
    sections.removeDuplicates();
    return sections;
}

const Shortcuts::Entry* Shortcuts::find(const QString& id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&id](const Entry& entry) { return entry.id == id; });
    return found == entries_.end() ? nullptr : &*found;
}

Shortcuts::Entry* Shortcuts::entry(const QString& id) {
    return const_cast<Entry*>(find(id));
}

QString Shortcuts::nameOf(const Entry& entry) {
    return entry.action ? plainText(entry.action->text()) : QString();
}

QList<QKeySequence> Shortcuts::keys(const QString& id) const {
    const Entry* entry = find(id);
    return entry && entry->action ? entry->action->shortcuts() : QList<QKeySequence>();
}

bool Shortcuts::isChanged(const QString& id) const {
    const Entry* entry = find(id);
    return entry && keys(id) != entry->defaults;
}

void Shortcuts::setKeys(const QString& id, const QList<QKeySequence>& keys) {
    Entry* changed = entry(id);
    if (!changed || !changed->action)
        return;
    QList<QKeySequence> unique;
    for (const QKeySequence& key : withoutEmpty(keys))
        if (!unique.contains(key))
            unique.append(key);
    if (unique == changed->defaults)
        Settings().forget(settings::kShortcut / id);
    else
        Settings().set(settings::kShortcut / id,
                       // A null text would be kept as no value at all.
                       unique.isEmpty()
                           ? QStringLiteral("")
                           : QKeySequence::listToString(unique, QKeySequence::PortableText));
    if (unique == changed->action->shortcuts())
        return;
    apply(*changed, unique);
    emit keysChanged(id);
}

void Shortcuts::reset(const QString& id) {
    if (const Entry* entry = find(id))
        setKeys(id, QList<QKeySequence>(entry->defaults));
}

void Shortcuts::resetAll() {
    QStringList ids;  // who listens may add and remove actions
    for (const Entry& entry : entries_)
        ids.append(entry.id);
    for (const QString& id : ids)
        reset(id);
}

QList<Shortcuts::Conflict> Shortcuts::conflicts(const QString& id, const QKeySequence& key) const {
    QList<Conflict> found;
    const Entry* asking = find(id);
    if (!asking || !asking->action || key.isEmpty())
        return found;
    for (const Entry& other : entries_)
        if (other.id != id && other.action && anyClash(other.action->shortcuts(), key) &&
            canMeet(*asking->action, *other.action))
            found.append({other.id, nameOf(other)});
    for (const Gesture& gesture : gestures_)
        if (anyClash(gesture.keys, key))
            found.append({{}, gesture.what});
    return found;
}

void Shortcuts::apply(Entry& entry, const QList<QKeySequence>& keys) {
    entry.action->setShortcuts(keys);
    updateTip(entry);
}

void Shortcuts::updateTip(Entry& entry) {
    // A tip that somebody has given the action meanwhile is the new one.
    const QString now = entry.action->toolTip();
    if (now != entry.set_tip && plainText(now) != plainText(entry.action->text()))
        entry.tip = now;
    QString tip = entry.tip.isEmpty() ? nameOf(entry) : entry.tip;
    const QKeySequence key = entry.action->shortcut();
    if (!key.isEmpty())
        tip = QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText));
    entry.set_tip = tip;
    entry.action->setToolTip(tip);
}

}  // namespace rudolph

#include "ui/window/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"

namespace rudolph {
namespace {

constexpr int kIdRole = Qt::UserRole;
enum ShortcutColumn { What, Keys };

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

}  // namespace

KeyField::KeyField(QWidget* parent) : QKeySequenceEdit(parent) {
    setClearButtonEnabled(true);
    auto* line = findChild<QLineEdit*>();
    // By the button that clears: the keys of the keyboard do not reach the line.
    if (auto* clear = line->findChild<QAbstractButton*>())
        connect(clear, &QAbstractButton::clicked, this, [this] { emit keyChosen({}); });
}

void KeyField::keyPressEvent(QKeyEvent* event) {
    // Leaves the dialog, as everywhere.
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        event->ignore();
        return;
    }
    QKeySequenceEdit::keyPressEvent(event);
    const QKeySequence pressed = keySequence();
    if (pressed.isEmpty())
        return;
    setKeySequence(QKeySequence(pressed[0]));
    emit keyChosen(keySequence());
}

ShortcutsDialog::ShortcutsDialog(Shortcuts* shortcuts, QWidget* parent)
    : QDialog(parent), shortcuts_(shortcuts) {
    setWindowTitle(tr("Keyboard and mouse"));
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Search actions and keys"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    table_ = new QTreeWidget;
    table_->setHeaderLabels({tr("Action"), tr("Keys and mouse")});
    table_->setAccessibleName(tr("Actions and their keys"));
    table_->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    table_->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    table_->setUniformRowHeights(true);
    table_->setAlternatingRowColors(true);
    nothing_found_ = new QLabel(tr("No action and no key of that name."));
    nothing_found_->setAlignment(Qt::AlignCenter);
    nothing_found_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    reset_all_ = buttons->addButton(tr("Reset all"), QDialogButtonBox::ResetRole);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(search_);
    column->addWidget(table_, 1);
    column->addWidget(nothing_found_);
    column->addWidget(makeEditor());
    column->addWidget(buttons);
    fill();
    connect(search_, &QLineEdit::textChanged, this, &ShortcutsDialog::applySearch);
    connect(table_, &QTreeWidget::currentItemChanged, this, [this] {
        clearWarning();
        updateEditor();
    });
    connect(table_, &QTreeWidget::itemActivated, this, [this] { fields_[0]->setFocus(); });
    connect(shortcuts_, &Shortcuts::keysChanged, this, &ShortcutsDialog::updateRows);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset_all_, &QPushButton::clicked, this, [this] {
        clearWarning();
        shortcuts_->resetAll();
    });
    updateEditor();
    resize(560, 640);
}

QWidget* ShortcutsDialog::makeEditor() {
    auto* editor = new QWidget;
    name_ = makePlainLabel();
    reset_ = new QPushButton(tr("Reset"));
    reset_->setAutoDefault(false);
    connect(reset_, &QPushButton::clicked, this, [this] {
        clearWarning();
        shortcuts_->reset(chosen());
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const QString labels[] = {tr("&Key:"), tr("&or:")};
    for (int place = 0; place < 2; ++place) {
        fields_[place] = new KeyField;
        fields_[place]->setAccessibleName(place == 0 ? tr("Key") : tr("Second key"));
        auto* label = new QLabel(labels[place]);
        label->setBuddy(fields_[place]);
        row->addWidget(label);
        row->addWidget(fields_[place], 1);
        connect(fields_[place], &KeyField::keyChosen, this,
                [this, place](const QKeySequence& key) { takeKey(place, key); });
    }
    row->addWidget(reset_);
    warning_ = makePlainLabel();
    take_ = new QPushButton(tr("Use it here"));
    take_->setAutoDefault(false);
    connect(take_, &QPushButton::clicked, this, &ShortcutsDialog::takeAway);
    auto* warning_row = new QHBoxLayout;
    warning_row->addWidget(warning_, 1);
    warning_row->addWidget(take_);
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(name_);
    column->addLayout(row);
    column->addLayout(warning_row);
    clearWarning();
    return editor;
}

void ShortcutsDialog::fill() {
    for (const QString& title : shortcuts_->sections()) {
        auto* section = new QTreeWidgetItem(table_, {title});
        QFont bold = table_->font();
        bold.setBold(true);
        section->setFont(What, bold);
        section->setFlags(Qt::ItemIsEnabled);
        section->setFirstColumnSpanned(true);
        addRows(section);
        section->setExpanded(true);
    }
}

void ShortcutsDialog::addRows(QTreeWidgetItem* section) {
    for (const Shortcuts::Entry& entry : shortcuts_->entries()) {
        if (entry.section != section->text(What))
            continue;
        auto* item = new QTreeWidgetItem(section, {Shortcuts::nameOf(entry)});
        item->setData(What, kIdRole, entry.id);
        showKeys(item);
    }
    for (const Shortcuts::Gesture& gesture : shortcuts_->gestures())
        if (gesture.section == section->text(What))
            new QTreeWidgetItem(section, {gesture.what, gesture.how});
}

void ShortcutsDialog::showKeys(QTreeWidgetItem* item) {
    const QString id = item->data(What, kIdRole).toString();
    item->setText(Keys, keysText(shortcuts_->keys(id)));
    QFont font = table_->font();
    font.setItalic(shortcuts_->isChanged(id));
    item->setFont(Keys, font);
    QStringList clashes;
    for (const QKeySequence& key : shortcuts_->keys(id))
        for (const Shortcuts::Conflict& other : shortcuts_->conflicts(id, key))
            clashes << tr("%1 is also the key of “%2”.")
                           .arg(key.toString(QKeySequence::NativeText), other.name);
    item->setIcon(Keys, clashes.isEmpty() ? QIcon() : themedIcon(QStringLiteral("warning")));
    QString tip = clashes.join('\n');
    if (tip.isEmpty() && shortcuts_->isChanged(id)) {
        const QString own = keysText(shortcuts_->find(id)->defaults);
        tip = own.isEmpty() ? tr("Changed; has no key of its own")
                            : tr("Changed; its own key is %1").arg(own);
    }
    item->setToolTip(Keys, tip);
}

void ShortcutsDialog::updateRows() {
    for (int i = 0; i < table_->topLevelItemCount(); ++i)
        for (int k = 0; k < table_->topLevelItem(i)->childCount(); ++k) {
            QTreeWidgetItem* item = table_->topLevelItem(i)->child(k);
            if (!item->data(What, kIdRole).toString().isEmpty())
                showKeys(item);
        }
    updateEditor();
}

void ShortcutsDialog::applySearch(const QString& text) {
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    int found = 0;
    for (int i = 0; i < table_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* section = table_->topLevelItem(i);
        int shown = 0;
        for (int k = 0; k < section->childCount(); ++k) {
            QTreeWidgetItem* item = section->child(k);
            const QString all =
                section->text(What) + ' ' + item->text(What) + ' ' + item->text(Keys);
            const bool fits = std::all_of(words.begin(), words.end(), [&all](const QString& word) {
                return all.contains(word, Qt::CaseInsensitive);
            });
            item->setHidden(!fits);
            shown += fits ? 1 : 0;
        }
        section->setHidden(shown == 0);
        found += shown;
    }
    nothing_found_->setVisible(found == 0);
}

void ShortcutsDialog::choose(const QString& id) {
    for (int i = 0; i < table_->topLevelItemCount(); ++i)
        for (int k = 0; k < table_->topLevelItem(i)->childCount(); ++k)
            if (table_->topLevelItem(i)->child(k)->data(What, kIdRole).toString() == id)
                table_->setCurrentItem(table_->topLevelItem(i)->child(k));
}

QString ShortcutsDialog::chosen() const {
    const QTreeWidgetItem* item = table_->currentItem();
    return item ? item->data(What, kIdRole).toString() : QString();
}

void ShortcutsDialog::updateEditor() {
    const Shortcuts::Entry* entry = chosen().isEmpty() ? nullptr : shortcuts_->find(chosen());
    const QTreeWidgetItem* item = table_->currentItem();
    name_->setText(entry                    ? Shortcuts::nameOf(*entry)
                   : item && item->parent() ? tr("“%1” cannot be changed.").arg(item->text(What))
                                            : tr("Choose an action to change its keys."));
    const QList<QKeySequence> keys = entry ? shortcuts_->keys(entry->id) : QList<QKeySequence>();
    for (int place = 0; place < 2; ++place) {
        fields_[place]->setEnabled(entry);
        if (wanted_key_.isEmpty() || wanted_place_ != place)
            fields_[place]->setKeySequence(keys.value(place));
    }
    reset_->setEnabled(entry && shortcuts_->isChanged(entry->id));
    bool any_changed = false;
    for (const Shortcuts::Entry& other : shortcuts_->entries())
        any_changed = any_changed || shortcuts_->isChanged(other.id);
    reset_all_->setEnabled(any_changed);
}

void ShortcutsDialog::takeKey(int place, const QKeySequence& key) {
    clearWarning();
    const QList<Shortcuts::Conflict> others = shortcuts_->conflicts(chosen(), key);
    if (others.isEmpty()) {
        giveKey(place, key);
        return;
    }
    wanted_place_ = place;
    wanted_key_ = key;
    QStringList names;
    bool fixed = false;
    for (const Shortcuts::Conflict& other : others) {
        names << QStringLiteral("“%1”").arg(other.name);
        fixed = fixed || other.id.isEmpty();
    }
    const QString text = key.toString(QKeySequence::NativeText);
    warning_->setText(
        fixed ? tr("%1 belongs to %2 and cannot be given away.")
                    .arg(text, names.join(QStringLiteral(", ")))
              : tr("%1 is the key of %2 already.").arg(text, names.join(QStringLiteral(", "))));
    warning_->show();
    take_->setVisible(!fixed);
    if (!fixed)
        take_->setFocus();
}

void ShortcutsDialog::giveKey(int place, const QKeySequence& key) {
    QList<QKeySequence> keys = shortcuts_->keys(chosen());
    while (keys.size() <= place)
        keys.append(QKeySequence());
    keys[place] = key;
    shortcuts_->setKeys(chosen(), keys);
    updateEditor();
    table_->setFocus();
}

void ShortcutsDialog::takeAway() {
    const QKeySequence key = wanted_key_;
    for (const Shortcuts::Conflict& other : shortcuts_->conflicts(chosen(), key)) {
        QList<QKeySequence> left = shortcuts_->keys(other.id);
        left.removeIf([&key](const QKeySequence& of_other) {
            return of_other.matches(key) != QKeySequence::NoMatch ||
                   key.matches(of_other) != QKeySequence::NoMatch;
        });
        shortcuts_->setKeys(other.id, left);
    }
    clearWarning();
    giveKey(wanted_place_, key);
}

void ShortcutsDialog::clearWarning() {
    wanted_key_ = {};
    warning_->clear();
    warning_->hide();
    take_->hide();
}

}  // namespace rudolph

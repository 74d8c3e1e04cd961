#pragma once

#include <QDialog>
#include <QKeySequenceEdit>
#include <QList>

#include "ui/settings/shortcuts.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace rudolph {

/// A field that takes the first key that is pressed, at once: no sequence of keys, no second of
/// waiting.
class KeyField : public QKeySequenceEdit {
    Q_OBJECT

public:
    explicit KeyField(QWidget* parent = nullptr);

signals:
    /// By the person; empty: the key was taken away.
    void keyChosen(const QKeySequence& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// All keys of a window and what its mouse does, by section and searchable; the keys of actions can
/// be changed: chosen in the table, the new key pressed in a field. A key that is taken already is
/// given only when the person takes it away from the other action.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `shortcuts` must outlive the dialog.
    explicit ShortcutsDialog(Shortcuts* shortcuts, QWidget* parent = nullptr);

    QLineEdit* search() { return search_; }
    QTreeWidget* table() { return table_; }
    /// Of the first and the second key of the chosen action.
    KeyField* keyField(int place) { return fields_[place]; }
    QLabel* warning() { return warning_; }
    QPushButton* takeButton() { return take_; }
    QPushButton* resetButton() { return reset_; }
    QPushButton* resetAllButton() { return reset_all_; }

    /// Chooses an action, by its id.
    void choose(const QString& id);
    /// Of the action that is chosen; empty: none.
    QString chosen() const;

private:
    QWidget* makeEditor();
    void fill();
    void addRows(QTreeWidgetItem* section);
    void showKeys(QTreeWidgetItem* item);
    void updateRows();
    void applySearch(const QString& text);
    void updateEditor();
    void takeKey(int place, const QKeySequence& key);
    void giveKey(int place, const QKeySequence& key);
    void takeAway();
    void clearWarning();

    Shortcuts* shortcuts_;
    QLineEdit* search_;
    QTreeWidget* table_;
    QLabel* nothing_found_;
    QLabel* name_;
    KeyField* fields_[2];
    QLabel* warning_;
    QPushButton* take_;
    QPushButton* reset_;
    QPushButton* reset_all_;
    /// A key that is taken, while the person decides.
    int wanted_place_ = 0;
    QKeySequence wanted_key_;
};

}  // namespace rudolph

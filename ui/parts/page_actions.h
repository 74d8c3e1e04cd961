#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <string>
#include <vector>

class QAbstractButton;
class QMenu;
class QToolButton;
class QUndoStack;
class QWidget;

namespace rudolph {

class Shortcuts;

/// Where the keys of an action work.
enum class KeyScope {
    Page,   ///< while the focus is on the page: two pages may use one key
    Window  ///< everywhere in the window, as what is in its menus must
};

/// A row of the table of a page's actions.
struct PageAction {
    const char* id;  ///< steady, for the settings file: "data/save"
    QString text;
    QList<QKeySequence> keys = {};   ///< by default; the person may change them
    QString tip = {};                ///< empty: the text
    QString section = {};            ///< of the list of keys; empty: that of the row before
    const char* icon = nullptr;      ///< the name of an icon
    std::function<void()> run = {};  ///< empty: somebody connects to it
    bool checkable = false;
    KeyScope scope = KeyScope::Page;
};

/// Everything that can be done on a page: makes the actions of one table, registers their keys and
/// places them. An action is made here and nowhere else, so that no key is given twice.
class PageActions : public QObject {
    Q_OBJECT

public:
    /// The keys work on `page`, which owns the actions.
    explicit PageActions(QWidget* page);

    void add(const std::vector<PageAction>& rows);
    /// Undo and redo of a stack that may change: grey when there is nothing, and with the step's
    /// name. Redo answers to Ctrl+Shift+Z and Ctrl+Y.
    void addUndo(const char* undo_id, const char* redo_id, const QString& section);
    void followStack(QUndoStack* stack);
    /// The action of this id presses a button, and can be done while that can be pressed.
    void followButton(const char* id, QAbstractButton* button);

    /// The action of an id that is there.
    QAction* at(const char* id) const;
    bool has(const char* id) const { return actions_.count(id) > 0; }
    /// Gives all their keys.
    void registerAt(Shortcuts* shortcuts) const;
    /// Adds actions to a menu; "-" is a line.
    void place(QMenu* menu, const std::vector<const char*>& ids) const;
    /// Adds all of some sections, in the order of the table, with lines between the sections.
    void placeSections(QMenu* menu, const QStringList& sections) const;
    /// A flat button for a tool bar or a header.
    QToolButton* button(const char* id, QWidget* parent) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Made {
        const char* id;
        QString section;
        QAction* action;
    };

    void updateUndo();

    QWidget* page_;
    std::vector<Made> made_;
    std::map<std::string, QAction*, std::less<>> actions_;
    std::map<QObject*, QAction*> of_buttons_;
    QUndoStack* stack_ = nullptr;
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
};

}  // namespace rudolph

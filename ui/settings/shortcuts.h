#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <vector>

namespace rudolph {

/// The keys of all actions of a window, changeable by the person and remembered in Settings. Owned
/// by the main window; actions may go before it does. Tool tips end with the key: "Place points
/// (P)".
class Shortcuts : public QObject {
    Q_OBJECT

public:
    struct Entry {
        QPointer<QAction> action;
        QString id;       ///< steady, for the settings file: "annotate/place"
        QString section;  ///< for people: "Annotate"
        QList<QKeySequence> defaults;
        QString tip;      ///< without the key; empty: the action's text
        QString set_tip;  ///< with the key, as it was set last
    };
    /// What the mouse does, and keys that are no action's.
    struct Gesture {
        QString section;
        QString what;              ///< "Zoom about the cursor"
        QString how;               ///< "Wheel"
        QList<QKeySequence> keys;  ///< that it takes, so that an action that gets one is warned of
    };
    /// Somebody else's use of a key.
    struct Conflict {
        QString id;  ///< of an action; empty for a gesture
        QString name;
    };

    using QObject::QObject;

    /// Gives the action its keys: those the person chose, else the defaults. `id` must be new.
    void add(QAction* action, const QString& id, const QString& section,
             const QList<QKeySequence>& defaults);
    void addGesture(const Gesture& gesture) { gestures_.push_back(gesture); }

    const std::vector<Entry>& entries() const { return entries_; }
    const std::vector<Gesture>& gestures() const { return gestures_; }
    /// In the order in which they came.
    QStringList sections() const;
    /// Null for an id that is not there.
    const Entry* find(const QString& id) const;
    /// The action's text without mnemonic and dots.
    static QString nameOf(const Entry& entry);

    QList<QKeySequence> keys(const QString& id) const;
    bool isChanged(const QString& id) const;
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    void reset(const QString& id);
    void resetAll();

    /// Who else answers to the key where the action does: actions that one window shows at the same
    /// time, also those whose keys begin with it, and gestures.
    QList<Conflict> conflicts(const QString& id, const QKeySequence& key) const;

signals:
    /// The action has other keys now.
    void keysChanged(const QString& id);

private:
    Entry* entry(const QString& id);
    static void apply(Entry& entry, const QList<QKeySequence>& keys);
    static void updateTip(Entry& entry);

    std::vector<Entry> entries_;
    std::vector<Gesture> gestures_;
};

}  // namespace rudolph

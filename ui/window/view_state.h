#pragma once

#include <QStringList>
#include <QVector>

class QWidget;

namespace rudolph {

class Shortcuts;

/// What stands in widgets alone: which tabs are shown, what is typed into search lines, which
/// switches are on. Widgets are told by their place among those of their kind, which holds for
/// pages that are made anew in the same way.
class ViewState {
public:
    /// Of all that is in a widget, and of the actions that can be switched.
    static ViewState of(const QWidget* widget, const Shortcuts& shortcuts);
    /// Into a widget that was made in the same way.
    void restoreTo(QWidget* widget, const Shortcuts& shortcuts) const;

private:
    QVector<int> tabs_;
    QStringList searches_;
    QStringList on_;  ///< ids of actions
};

}  // namespace rudolph

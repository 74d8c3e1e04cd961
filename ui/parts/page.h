#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>

class QMenu;

namespace rudolph {

class PageActions;

/// What the window knows of a page.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The word in the rail.
    virtual QString title() const = 0;
    /// The name of its icon, which is also its name on the command line: "data".
    virtual QString icon() const = 0;
    /// Everything that can be done here; null: nothing that has a key.
    virtual PageActions* actions() const { return nullptr; }
    /// What it has loaded, in one line for the status bar; empty: nothing.
    virtual QString statusLine() const { return {}; }
    /// Does `next` when the window may close without losing anything of this page: at once, or
    /// after asking; never when the person decides to stay.
    virtual void whenClosable(const std::function<void()>& next) { next(); }
    /// Whether files that were dropped on the window are for this page; if so, it takes them.
    virtual bool wantsFiles() const { return false; }
    virtual void takeFiles(const QStringList& /*paths*/) {}

signals:
    void statusLineChanged();
};

}  // namespace rudolph

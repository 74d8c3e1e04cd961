#pragma once

#include <QStringList>
#include <QVariantMap>
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
    /// The chapter of the guide about what is shown here now (ui/help/guide.h): F1 opens it.
    virtual QString guideChapter() const = 0;
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

    /// What the person has chosen on the page and the session does not know, for the page that
    /// takes this one's place when the window changes its language.
    virtual QVariantMap state() const { return {}; }
    virtual void restore(const QVariantMap& /*state*/) {}

signals:
    void statusLineChanged();
};

}  // namespace rudolph

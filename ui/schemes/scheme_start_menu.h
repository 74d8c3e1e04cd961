#pragma once

#include <QMenu>

#include "ui/session/scheme_store.h"

namespace rudolph {

/// What a scheme can begin with: nothing, one of those there are, or a file. Also deletes those of
/// the person.
class SchemeStartMenu : public QMenu {
    Q_OBJECT

public:
    /// `store` must outlive the menu.
    SchemeStartMenu(SchemeStore* store, QWidget* parent);

signals:
    void schemeChosen(const rudolph::LandmarkScheme& scheme, const QString& step);
    void fileWanted();
    void removeWanted(const QString& name);

private:
    void fill();

    SchemeStore* store_;
};

}  // namespace rudolph

#include "ui/settings/remember_sizes.h"

#include <QSplitter>

#include "ui/settings/settings.h"

namespace rudolph {

void rememberSizes(QSplitter* splitter, const QString& name) {
    splitter->restoreState(Settings().get(settings::kLayout / name));
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [splitter, name] {
        Settings().set(settings::kLayout / name, splitter->saveState());
    });
}

}  // namespace rudolph

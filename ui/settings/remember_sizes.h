#pragma once

#include <QString>

class QSplitter;

namespace rudolph {

/// Gives a splitter that has its parts the sizes that it had when the program was closed last, and
/// remembers them whenever the person moves a handle. `name`: of the page.
void rememberSizes(QSplitter* splitter, const QString& name);

}  // namespace rudolph

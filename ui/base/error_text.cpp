#include "ui/base/error_text.h"

#include <new>

#include "core/base/error.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/base/tr.h"

namespace rudolph {

ErrorText errorText(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const Error& known) {
        QString what = QString::fromStdString(known.message());
        if (!known.place().file.empty()) {
            const QString file = toQString(known.place().file);
            what = known.place().line > 0
                       ? QStringLiteral("%1:%2: %3").arg(file).arg(known.place().line).arg(what)
                       : QStringLiteral("%1: %2").arg(file, what);
        }
        return {what, QString::fromStdString(known.advice())};
    } catch (const std::bad_alloc&) {
        return {tr("There is not enough memory."),
                tr("Close other programs, or choose a smaller batch or input.")};
    } catch (const std::exception& other) {
        return {QString::fromUtf8(other.what()), {}};
    } catch (...) {
        return {tr("An error that nobody expected."), {}};
    }
}

QString errorSentences(const ErrorText& error) {
    return error.advice.isEmpty() ? sentence(error.what)
                                  : sentence(error.what) + ' ' + sentence(error.advice);
}

}  // namespace rudolph

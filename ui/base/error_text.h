#pragma once

#include <QString>
#include <exception>

namespace rudolph {

/// An exception in words for the person.
struct ErrorText {
    QString what;    ///< what went wrong, with the file and line where one is known
    QString advice;  ///< what to do about it; may be empty
};

ErrorText errorText(const std::exception_ptr& error);

/// What went wrong and what to do about it, in sentences.
QString errorSentences(const ErrorText& error);

}  // namespace rudolph

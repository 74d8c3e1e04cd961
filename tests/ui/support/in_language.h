#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include "ui/settings/translation.h"

namespace rudolph::test {

/// Whatever language a test has chosen, the next one finds the tests' own, English with the numbers
/// of C.
struct LanguageAfterwards {
    LanguageAfterwards() = default;
    LanguageAfterwards(const LanguageAfterwards&) = delete;
    LanguageAfterwards& operator=(const LanguageAfterwards&) = delete;
    ~LanguageAfterwards() {
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
        QLocale::setDefault(QLocale::c());
        installEnglishPlurals();
    }
};

/// While it lives, the application speaks a language.
struct InLanguage : LanguageAfterwards {
    explicit InLanguage(const QString& code) { installTranslation(code); }
};

}  // namespace rudolph::test

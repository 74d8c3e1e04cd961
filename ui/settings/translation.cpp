#include "ui/settings/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Resources of a static library have to be asked for, and not from inside a namespace.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace rudolph {

std::vector<Language> languages() {
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void installTranslation(const QString& code) {
    initTranslations();
    if (!code.isEmpty())
        QLocale::setDefault(QLocale(code));
    const auto install = [locale = QLocale()](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // Qt's own buttons and dialogs.
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("rudolph"), QStringLiteral(":/translations"));
}

QString coreText(const std::string& text) {
    return text.empty() ? QString() : QCoreApplication::translate("core", text.c_str());
}

}  // namespace rudolph

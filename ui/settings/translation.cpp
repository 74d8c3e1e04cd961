#include "ui/settings/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
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

void installEnglishPlurals() {
    initTranslations();
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/translations/rudolph_en.qm")))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

void installTranslation(const QString& code) {
    // What comes later is asked first.
    installEnglishPlurals();
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

QString landmarkText(const std::string& name) {
    static const QRegularExpression numbered(QStringLiteral("^(.*?)( \\d+)?$"));
    QStringList words = QString::fromStdString(name).split(QStringLiteral(", "));
    for (QString& word : words) {
        const QRegularExpressionMatch match = numbered.match(word);
        const QByteArray plain = match.captured(1).toUtf8();
        // An empty text stands for the head of the file of translations.
        const QString text =
            plain.isEmpty() ? QString() : QCoreApplication::translate("landmarks", plain);
        if (text.isEmpty() || text == match.captured(1))
            return QString::fromStdString(name);
        word = text + match.captured(2);
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace rudolph

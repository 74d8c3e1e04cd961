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
namespace {

constexpr QLatin1String kTranslator("translator of rudolph");

void install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(kTranslator);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

}  // namespace

std::vector<Language> languages() {
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void installEnglishPlurals() {
    initTranslations();
    install(QLocale(QLocale::English), QStringLiteral("rudolph"), QStringLiteral(":/translations"));
}

void installTranslation(const QString& code) {
    // Of the language before.
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>(
             kTranslator, Qt::FindDirectChildrenOnly))
        delete translator;
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : QLocale(code));
    // What comes later is asked first.
    installEnglishPlurals();
    // Qt's own buttons and dialogs.
    install(QLocale(), QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), QStringLiteral("rudolph"), QStringLiteral(":/translations"));
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

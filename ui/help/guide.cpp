#include "ui/help/guide.h"

#include <QFile>
#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>

#include "ui/base/word_search.h"
#include "ui/settings/translation.h"

// Resources of a static library have to be asked for, and not from inside a namespace.
static void initGuide() {
    Q_INIT_RESOURCE(guide);
}

namespace rudolph {
namespace {

QString languageOfGuide() {
    QString code = QLocale().name().section('_', 0, 0);
    for (const Language& language : languages())
        if (language.code == code)
            return code;
    return QStringLiteral("en");
}

/// The words alone, by Qt's own reader, so that headings are those that a browser shows.
std::vector<GuideSection> readSections(const QString& markdown) {
    QTextDocument document;
    document.setMarkdown(markdown);
    std::vector<GuideSection> sections;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level > 0) {
            const QString heading = block.text().trimmed();
            sections.push_back({headingAnchor(heading), heading, level, {}});
        } else if (!sections.empty()) {
            sections.back().text += block.text() + '\n';
        }
    }
    return sections;
}

}  // namespace

QStringList guideChapterNames() {
    return {QStringLiteral("first-steps"),     QStringLiteral("tutorial"),
            QStringLiteral("your-own-data"),   QStringLiteral("annotate"),
            QStringLiteral("train"),           QStringLiteral("curves-and-cases"),
            QStringLiteral("compare"),         QStringLiteral("photos"),
            QStringLiteral("command-line"),    QStringLiteral("formats"),
            QStringLiteral("troubleshooting"), QStringLiteral("glossary")};
}

QString headingAnchor(const QString& heading) {
    QString anchor;
    for (const QChar letter : heading.trimmed().toLower()) {
        if (letter.isLetterOrNumber() || letter == '-' || letter == '_')
            anchor += letter;
        else if (letter.isSpace())
            anchor += '-';
    }
    return anchor;
}

Guide::Guide() : Guide(languageOfGuide()) {}

Guide::Guide(const QString& language) : language_(language) {
    initGuide();
    for (const QString& name : guideChapterNames()) {
        QFile file(QStringLiteral(":/guide/%1/%2.md").arg(language, name));
        if (!file.open(QIODevice::ReadOnly))
            continue;  // a test holds that all are there
        std::vector<GuideSection> sections = readSections(QString::fromUtf8(file.readAll()));
        if (!sections.empty())
            chapters_.push_back({name, std::move(sections)});
    }
}

const GuideChapter* Guide::find(const QString& name) const {
    const auto found =
        std::find_if(chapters_.begin(), chapters_.end(),
                     [&](const GuideChapter& chapter) { return chapter.name == name; });
    return found == chapters_.end() ? nullptr : &*found;
}

QUrl Guide::url(const QString& chapter, const QString& anchor) const {
    QUrl url(QStringLiteral("qrc:/guide/%1/%2.md").arg(language_, chapter));
    if (!anchor.isEmpty())
        url.setFragment(anchor);
    return url;
}

std::vector<Guide::Hit> Guide::search(const QString& words) const {
    const WordSearch search(words);
    std::vector<Hit> in_headings;
    std::vector<Hit> in_texts;
    if (search.isEmpty())
        return in_headings;
    for (const GuideChapter& chapter : chapters_)
        for (const GuideSection& section : chapter.sections) {
            const std::string heading = section.heading.toStdString();
            const std::string text = section.text.toStdString();
            if (search.matches({heading}))
                in_headings.push_back({&chapter, &section});
            else if (search.matches({heading, text, chapter.title().toStdString()}))
                in_texts.push_back({&chapter, &section});
        }
    in_headings.insert(in_headings.end(), in_texts.begin(), in_texts.end());
    return in_headings;
}

}  // namespace rudolph

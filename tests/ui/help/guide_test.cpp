#include "ui/help/guide.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTextDocument>
#include <QXmlStreamReader>
#include <set>

#include "tests/ui/support/in_language.h"
#include "ui/base/glossary.h"

namespace rudolph {
namespace {

const QStringList kLanguages = {"en", "de"};

QString sourceOf(const QString& language, const QString& chapter) {
    QFile file(QStringLiteral(":/guide/%1/%2.md").arg(language, chapter));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Without blocks of code and code in the line, which may hold anything.
QString proseOf(const QString& language, const QString& chapter) {
    QString text = sourceOf(language, chapter);
    text.remove(QRegularExpression("^    .*$", QRegularExpression::MultilineOption));
    return text.remove(QRegularExpression("`[^`]*`"));
}

QStringList matches(const QString& text, const char* expression) {
    QStringList found;
    const QRegularExpression pattern(expression);
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

/// As a person reads it: no mnemonics, no dots.
QString plainName(QString text) {
    text.replace("&&", "\x01").remove('&').replace('\x01', '&');
    text = text.simplified();
    for (const char* end : {"…", "...", ":"})
        if (text.endsWith(QString::fromUtf8(end)))
            text.chop(QString::fromUtf8(end).size());
    return text;
}

/// All texts of the program's windows in a language.
std::set<QString> namesOf(const QString& language) {
    std::set<QString> names;
    QFile file(QStringLiteral(RUDOLPH_SOURCE_FOLDER "/resources/translations/rudolph_de.ts"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QString element = language == "en" ? "source" : "translation";
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            names.insert(plainName(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
    // Some are the same in every language.
    for (const Term term : allTerms())
        names.insert(termName(term));
    return names;
}

TEST(Guide, HasTheSameChaptersHeadingsAndPicturesInBothLanguages) {
    for (const QString& name : guideChapterNames()) {
        const Guide english("en");
        const Guide german("de");
        ASSERT_NE(english.find(name), nullptr) << name.toStdString();
        ASSERT_NE(german.find(name), nullptr) << name.toStdString();
        std::vector<int> levels[2];
        int at = 0;
        for (const Guide* guide : {&english, &german}) {
            for (const GuideSection& section : guide->find(name)->sections)
                levels[at].push_back(section.level);
            ++at;
        }
        EXPECT_EQ(levels[0], levels[1]) << name.toStdString();
        const char* picture = "!\\[[^\\]]*\\]\\(([^)]+)\\)";
        EXPECT_EQ(matches(sourceOf("en", name), picture), matches(sourceOf("de", name), picture))
            << name.toStdString();
        const char* command = "(?m)^    (rudolph .*)$";
        EXPECT_EQ(matches(sourceOf("en", name), command), matches(sourceOf("de", name), command))
            << name.toStdString();
    }
}

TEST(Guide, EveryLinkAndPictureLeadsSomewhere) {
    for (const QString& language : kLanguages) {
        const Guide guide(language);
        for (const GuideChapter& chapter : guide.chapters())
            for (const QString& link :
                 matches(proseOf(language, chapter.name), "\\]\\(([^)]+)\\)")) {
                const std::string where =
                    (language + '/' + chapter.name + ": " + link).toStdString();
                if (link.startsWith("pictures/")) {
                    EXPECT_TRUE(QFileInfo::exists(":/guide/" + language + '/' + link)) << where;
                    continue;
                }
                if (link.startsWith("https://"))
                    continue;
                const QString file = link.section('#', 0, 0);
                const GuideChapter* target =
                    file.isEmpty() ? &chapter : guide.find(file.section('.', 0, 0));
                ASSERT_NE(target, nullptr) << where;
                const QString anchor = link.section('#', 1);
                EXPECT_TRUE(anchor.isEmpty() ||
                            std::any_of(target->sections.begin(), target->sections.end(),
                                        [&](const GuideSection& section) {
                                            return section.anchor == anchor;
                                        }))
                    << where;
            }
    }
}

TEST(Guide, HasNoHeadingTwiceInAChapter) {
    for (const QString& language : kLanguages) {
        const Guide guide(language);
        for (const GuideChapter& chapter : guide.chapters()) {
            std::set<QString> anchors;
            for (const GuideSection& section : chapter.sections)
                EXPECT_TRUE(anchors.insert(section.anchor).second)
                    << chapter.name.toStdString() << ": " << section.heading.toStdString();
        }
    }
}

TEST(Guide, EveryBoldNameIsATextOfTheProgram) {
    const QRegularExpression key(
        "^(F\\d+|\\?|[A-Z0-9]|Enter|Eingabetaste|(Ctrl|Strg|Alt|Shift|Umschalt)\\+.+)$");
    for (const QString& language : kLanguages) {
        const std::set<QString> names = namesOf(language);
        ASSERT_GT(names.size(), 500U);
        for (const QString& chapter : guideChapterNames())
            for (const QString& bold : matches(proseOf(language, chapter), "\\*\\*([^*]+)\\*\\*"))
                EXPECT_TRUE(key.match(bold).hasMatch() || names.count(plainName(bold)) > 0)
                    << language.toStdString() << '/' << chapter.toStdString()
                    << ": the program has no “" << bold.toStdString() << "”";
    }
}

TEST(Guide, TheGlossaryBeginsEachEntryWithItsTip) {
    for (const QString& language : kLanguages) {
        const test::InLanguage spoken(language);
        const Guide guide(language);
        const GuideChapter* glossary = guide.find("glossary");
        ASSERT_NE(glossary, nullptr);
        for (const Term term : allTerms()) {
            const auto section = std::find_if(
                glossary->sections.begin(), glossary->sections.end(),
                [&](const GuideSection& each) { return each.heading == termName(term); });
            ASSERT_NE(section, glossary->sections.end()) << termName(term).toStdString();
            EXPECT_EQ(section->text.section('\n', 0, 0).toStdString(), termTip(term).toStdString());
        }
        EXPECT_EQ(glossary->sections.size(), allTerms().size() + 1);
    }
}

TEST(Guide, NamesHeadingsAsGitHubDoes) {
    EXPECT_EQ(headingAnchor("What is seen?"), "what-is-seen");
    EXPECT_EQ(headingAnchor("AUC@0.08"), "auc008");
    EXPECT_EQ(headingAnchor("Größe: das Maß"), "größe-das-maß");
}

TEST(Guide, FindsSectionsWithAllWordsThoseInHeadingsFirst) {
    const Guide guide("en");
    const std::vector<Guide::Hit> hits = guide.search("no face found");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().chapter->name, "photos");
    EXPECT_EQ(hits.front().section->heading, "When no face is found");
    EXPECT_TRUE(guide.search("zebra crossing").empty());
    EXPECT_TRUE(guide.search("  ").empty());
}

}  // namespace
}  // namespace rudolph

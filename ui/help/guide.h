#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>
#include <vector>

namespace rudolph {

/// A heading of a chapter and what stands below it, up to the next heading.
struct GuideSection {
    QString anchor;   ///< "when-it-does-not-learn"
    QString heading;  ///< "When it does not learn"; of the first section: the chapter's title
    int level = 1;    ///< 1: the chapter's title
    QString text;     ///< plain words
};

/// A page of the guide.
struct GuideChapter {
    QString name;  ///< the same in every language, and the name of its file: "train"
    std::vector<GuideSection> sections;

    const QString& title() const { return sections.front().heading; }
};

/// The names of all chapters, in the order in which one reads them.
QStringList guideChapterNames();

/// The name by which a heading is linked to, as GitHub makes it: "What is seen?" → "what-is-seen".
QString headingAnchor(const QString& heading);

/// The pages of resources/guide in one language. They are compiled in as Markdown.
class Guide {
public:
    struct Hit {
        const GuideChapter* chapter;
        const GuideSection* section;
    };

    /// Of the application's language now (QLocale), English where there are none in it.
    Guide();
    /// Of "de", which must be there.
    explicit Guide(const QString& language);

    const QString& language() const { return language_; }
    const std::vector<GuideChapter>& chapters() const { return chapters_; }
    /// Null for a name that is not there.
    const GuideChapter* find(const QString& name) const;
    /// What a browser loads.
    QUrl url(const QString& chapter, const QString& anchor = {}) const;
    /// Sections that have all the words: those with the words in the heading first, else in the
    /// order of the guide.
    std::vector<Hit> search(const QString& words) const;

private:
    QString language_;
    std::vector<GuideChapter> chapters_;
};

}  // namespace rudolph

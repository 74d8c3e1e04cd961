#pragma once

#include <QStringList>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

/// Words that must all be found, each in any of a thing's texts, in any case: "07 view" finds
/// "view-07". Fast enough to look through a hundred thousand things while one types.
class WordSearch {
public:
    WordSearch() = default;
    explicit WordSearch(const QString& text);

    bool isEmpty() const { return words_.empty(); }
    /// The texts are UTF-8.
    bool matches(std::initializer_list<std::string_view> texts) const;

private:
    struct Word {
        std::string ascii;  ///< in lower case; empty when the word has other letters as well
        QString text;
    };
    std::vector<Word> words_;
};

}  // namespace rudolph

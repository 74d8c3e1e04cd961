#include "ui/base/word_search.h"

#include <algorithm>

namespace rudolph {
namespace {

char lowerCase(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// ASCII letters are never a part of another letter in UTF-8, so bytes can be compared.
bool contains(std::string_view text, const std::string& lower_word) {
    return std::search(text.begin(), text.end(), lower_word.begin(), lower_word.end(),
                       [](char a, char b) { return lowerCase(a) == b; }) != text.end();
}

}  // namespace

WordSearch::WordSearch(const QString& text) {
    for (const QString& word : text.simplified().split(' ', Qt::SkipEmptyParts)) {
        const bool ascii = std::all_of(word.begin(), word.end(),
                                       [](QChar letter) { return letter.unicode() < 128; });
        words_.push_back({ascii ? word.toLower().toStdString() : std::string(), word});
    }
}

bool WordSearch::matches(std::initializer_list<std::string_view> texts) const {
    return std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
        return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) {
            if (!word.ascii.empty())
                return contains(text, word.ascii);
            return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                .contains(word.text, Qt::CaseInsensitive);
        });
    });
}

}  // namespace rudolph

#pragma once

#include <clocale>
#include <locale>
#include <string>

namespace rudolph::test {

/// A user whose numbers have decimal commas, as long as this lives: C++ streams always, C functions
/// where the system has such a locale.
class CommaLocale {
public:
    CommaLocale()
        : before_(std::locale::global(comma())), c_before_(std::setlocale(LC_ALL, nullptr)) {
        for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "da_DK.UTF-8"})
            if (std::setlocale(LC_ALL, name))
                break;
    }
    ~CommaLocale() {
        std::locale::global(before_);
        std::setlocale(LC_ALL, c_before_.c_str());
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

private:
    class Punctuation : public std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };

    static std::locale comma() { return {std::locale::classic(), new Punctuation}; }

    std::locale before_;
    std::string c_before_;
};

}  // namespace rudolph::test

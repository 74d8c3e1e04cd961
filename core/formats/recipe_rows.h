#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

/// Divides lines of text into fields and reads the numbers in them.
class RowSplitter {
public:
    /// As RecipeText has them, guessed ones excepted.
    RowSplitter(char separator, char decimal) : separator_(separator), decimal_(decimal) {}

    char separator() const { return separator_; }
    char decimal() const { return decimal_; }

    /// The fields without space around them; quotes and brackets are taken off. They point into
    /// `line`.
    std::vector<std::string_view> fields(std::string_view line) const;
    /// Empty for what is no number, an empty field included.
    std::optional<double> number(std::string_view field) const;

private:
    char separator_;
    char decimal_;
};

/// The ways to read these lines, the most plausible first, never none. `lines` may hold heads and
/// words.
std::vector<RowSplitter> plausible_splitters(const std::vector<std::string_view>& lines);

/// Whether the field says that there is no value: empty, "nan", "null", "na", "none".
bool is_blank_field(std::string_view field);

}  // namespace rudolph

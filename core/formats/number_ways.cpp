#include "core/formats/number_ways.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/text.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kRare = 0.9;
constexpr double kVeryRare = 0.8;
constexpr size_t kMostColumns = 16;

bool is_whole(double value) {
    return std::floor(value) == value;
}

bool is_known_count(size_t points) {
    static const std::vector<LandmarkScheme> schemes = builtin_schemes();
    return std::any_of(schemes.begin(), schemes.end(), [points](const LandmarkScheme& scheme) {
        return static_cast<size_t>(scheme.size()) == points;
    });
}

/// 0, 1, 2, … or 1, 2, 3, …
bool counts_rows(const std::vector<double>& column) {
    for (size_t i = 1; i < column.size(); ++i)
        if (column[i] != column[i - 1] + 1)
            return false;
    return column.size() >= 2 && (column[0] == 0 || column[0] == 1);
}

std::vector<double> flat(const NumberLines& face, bool without_first) {
    std::vector<double> numbers;
    for (const auto& row : face.rows)
        numbers.insert(numbers.end(), row.begin(), row.end());
    if (without_first && !numbers.empty())
        numbers.erase(numbers.begin());
    return numbers;
}

/// How long most rows are.
size_t usual_length(const NumberLines& face) {
    std::map<size_t, int> lengths;
    for (const auto& row : face.rows)
        ++lengths[row.size()];
    size_t usual = 0;
    int most = 0;
    for (const auto& [length, count] : lengths)
        if (count >= most) {
            most = count;
            usual = length;
        }
    return usual;
}

/// Whether the first number says how many points of `values` numbers each follow.
bool announces(const NumberLines& face) {
    const std::vector<double> all = flat(face, false);
    if (all.size() < 3 || !is_whole(all.front()) || all.front() < 1)
        return false;
    const auto count = static_cast<size_t>(std::min(all.front(), 1e6));
    const size_t rest = all.size() - 1;
    return rest % count == 0 && rest / count >= 2 && rest / count <= 6;
}

/// The values of one letter of all faces.
struct Coordinates {
    std::vector<double> x;
    std::vector<double> y;
};

Coordinates coordinates_of(const std::vector<std::vector<double>>& faces, const NumberWay& way) {
    Coordinates found;
    const size_t step = way.points.order.size();
    const size_t at_x = way.points.order.find('x');
    const size_t at_y = way.points.order.find('y');
    for (const auto& face : faces) {
        const auto skip = std::min(face.size(), static_cast<size_t>(way.skip_numbers));
        const size_t count = (face.size() - skip) / step;
        for (size_t i = 0; i < count; ++i) {
            const auto value = [&](size_t k) {
                return face[skip + (way.points.in_blocks ? k * count + i : i * step + k)];
            };
            found.x.push_back(value(at_x));
            found.y.push_back(value(at_y));
        }
    }
    return found;
}

class Ways {
public:
    Ways(const std::vector<NumberLines>& faces, bool count_first) : count_first_(count_first) {
        for (const NumberLines& face : faces)
            faces_.push_back(flat(face, count_first));
    }

    /// The way with all frames that its coordinates may be in.
    void add(const std::string& order, bool in_blocks, double prior, int skip = 0) {
        const size_t step = order.size();
        const size_t numbers = faces_.front().size();
        const auto skipped = static_cast<size_t>(skip);
        if (numbers < skipped + step || (numbers - skipped) % step != 0)
            return;
        NumberWay way;
        way.points.order = order;
        way.points.in_blocks = in_blocks;
        way.count_first = count_first_;
        way.skip_numbers = skip;
        const Coordinates values = coordinates_of(faces_, way);
        way.points.missing = missing_marks(values.x, values.y);
        if (!is_known_count((numbers - skipped) / step))
            prior *= 0.95;
        for (const auto& [place, likely] : plausible_places(values.x, values.y)) {
            way.place = place;
            way.prior = prior * likely;
            ways_.push_back(way);
        }
    }

    size_t numbers() const { return faces_.front().size(); }
    /// Every `step`th value from `first` on, or the block of them, of all faces.
    std::vector<double> values(size_t which, size_t step, bool in_blocks) const {
        std::vector<double> found;
        for (const auto& face : faces_) {
            const size_t count = face.size() / step;
            for (size_t i = 0; i < count; ++i)
                found.push_back(face[in_blocks ? which * count + i : i * step + which]);
        }
        return found;
    }
    std::vector<NumberWay> take() { return std::move(ways_); }

private:
    bool count_first_;
    std::vector<std::vector<double>> faces_;
    std::vector<NumberWay> ways_;
};

void add_flags(Ways& ways, bool in_blocks) {
    if (ways.numbers() % 3 != 0)
        return;
    const char letter = flag_letter(ways.values(2, 3, in_blocks));
    if (letter != '-') {
        ways.add(std::string("xy") + letter, in_blocks, 1.0);
        ways.add(std::string("yx") + letter, in_blocks, kRare);
    } else {
        ways.add("xy-", in_blocks, kVeryRare);
    }
}

/// Numbers without lines that say anything: in turn or in blocks.
void add_stream(Ways& ways, bool blocks_first) {
    ways.add("xy", false, blocks_first ? 0.97 : 1.0);
    ways.add("xy", true, blocks_first ? 1.0 : 0.97);
    ways.add("yx", false, kRare);
    ways.add("yx", true, kRare);
    add_flags(ways, false);
    add_flags(ways, true);
    for (const int skip : {4, 5, 1, 2}) {  // a box, a class and a box, a number, a size
        ways.add("xy", false, kVeryRare, skip);
        ways.add("xy", true, kVeryRare, skip);
    }
}

/// A point a line: which of the columns are its x and y.
void add_columns(Ways& ways, const std::vector<NumberLines>& faces, size_t width, bool skip_first) {
    std::string letters(width, '?');
    std::vector<std::vector<double>> columns(width);
    bool counts_up = true;
    for (const NumberLines& face : faces) {
        std::vector<double> first;
        for (size_t i = skip_first ? 1 : 0; i < face.rows.size(); ++i) {
            if (face.rows[i].size() != width)
                return;
            for (size_t k = 0; k < width; ++k)
                columns[k].push_back(face.rows[i][k]);
            first.push_back(face.rows[i].front());
        }
        counts_up = counts_up && counts_rows(first);
        for (size_t k = 0; k < std::min(width, face.word_columns.size()); ++k)
            if (face.word_columns[k])
                letters[k] =
                    letters.find('n') == std::string::npos || letters[k] == 'n' ? 'n' : '-';
    }
    if (counts_up && width > 2)
        letters[0] = '-';
    std::vector<size_t> open;
    for (size_t k = 0; k < width; ++k)
        if (letters[k] == '?')
            open.push_back(k);
    if (open.size() < 2)
        return;
    const auto with = [&](size_t x, size_t y) {
        std::string order = letters;
        order[x] = 'x';
        order[y] = 'y';
        bool flagged = false;
        for (size_t k = 0; k < width; ++k)
            if (order[k] == '?') {
                const char letter = flagged ? '-' : flag_letter(columns[k]);
                order[k] = letter;
                flagged = flagged || letter != '-';
            }
        return order;
    };
    // Flags first: "visible x y".
    std::vector<size_t> coordinates;
    for (const size_t k : open)
        if (flag_letter(columns[k]) == '-')
            coordinates.push_back(k);
    if (coordinates.size() >= 2) {
        ways.add(with(coordinates[0], coordinates[1]), false, 1.0);
        ways.add(with(coordinates[1], coordinates[0]), false, kRare);
    }
    if (coordinates.size() < 2 || coordinates[0] != open[0] || coordinates[1] != open[1]) {
        ways.add(with(open[0], open[1]), false, kRare);
        ways.add(with(open[1], open[0]), false, kVeryRare);
    }
}

}  // namespace

NumberLines number_lines(const std::vector<std::string_view>& lines, const RowSplitter& splitter) {
    NumberLines found;
    NumberLines worded;
    bool steady = true;
    for (const std::string_view line : lines) {
        const std::string_view content = trimmed(line);
        if (content.empty() || content.front() == '#' || content.front() == '%')
            continue;
        std::vector<double> row;
        std::vector<bool> words;
        int numbers = 0;
        for (const std::string_view field : splitter.fields(content)) {
            const auto number = splitter.number(field);
            numbers += number ? 1 : 0;
            words.push_back(!number && !is_blank_field(field));
            row.push_back(number.value_or(kNotANumber));
        }
        if (numbers == 0)
            continue;
        const bool has_words = std::find(words.begin(), words.end(), true) != words.end();
        if (!has_words) {
            found.rows.push_back(row);
        }
        if (has_words && numbers >= 2) {
            if (worded.rows.empty())
                worded.word_columns = words;
            steady = steady && worded.word_columns == words;
            worded.rows.push_back(row);
        }
    }
    return worded.rows.size() > found.rows.size() && steady && worded.rows.size() >= 2 ? worded
                                                                                       : found;
}

char flag_letter(const std::vector<double>& values) {
    int zeros = 0;
    int ones = 0;
    int twos = 0;
    int shares = 0;
    int all = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        ++all;
        zeros += value == 0 ? 1 : 0;
        ones += value == 1 ? 1 : 0;
        twos += value == 2 ? 1 : 0;
        shares += value >= 0 && value <= 1 ? 1 : 0;
    }
    if (all == 0)
        return '-';
    if (zeros + ones + twos == all)
        return twos > 0 ? 'v' : ones >= zeros ? 's' : 'o';
    return shares == all ? 'c' : '-';
}

std::vector<std::pair<RecipePlace, double>> plausible_places(const std::vector<double>& x,
                                                             const std::vector<double>& y) {
    double lowest = 1e300;
    double highest = -1e300;
    int below = 0;
    int fractions = 0;
    int all = 0;
    for (const auto* values : {&x, &y})
        for (const double value : *values) {
            if (std::isnan(value) || value == -1)
                continue;
            ++all;
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
            below += value < 0 ? 1 : 0;
            fractions += is_whole(value) ? 0 : 1;
        }
    const RecipePlace pixels;
    if (all == 0)
        return {{pixels, 1.0}};
    RecipePlace share;
    share.frame = RecipeFrame::Picture;
    if (lowest > -0.5 && highest < 1.6 && 2 * fractions > all)
        return {{share, 1.0}};
    if (10 * below > 2 * all) {
        RecipePlace centre;
        centre.frame = RecipeFrame::Centre;
        return {{centre, 1.0}, {pixels, 0.7}};
    }
    if (highest <= 105 && 2 * fractions > all) {
        share.width = share.height = 100;
        return {{pixels, 1.0}, {share, 0.8}};
    }
    return {{pixels, 1.0}};
}

std::vector<std::string> missing_marks(const std::vector<double>& x, const std::vector<double>& y) {
    // Where pictures were turned upside down after marking, only one of the two is still -1.
    bool minus_one = std::count(x.begin(), x.end(), -1) > 1;
    bool origin = false;
    for (size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        minus_one = minus_one || (x[i] == -1 && y[i] == -1);
        origin = origin || (x[i] == 0 && y[i] == 0);
    }
    std::vector<std::string> marks;
    if (minus_one)
        marks.emplace_back("-1");
    if (origin)
        marks.emplace_back("0,0");
    return marks;
}

std::vector<NumberWay> number_ways(const std::vector<NumberLines>& all) {
    std::vector<NumberLines> faces;
    for (const NumberLines& face : all)
        if (!face.rows.empty())
            faces.push_back(face);
    if (faces.empty())
        return {};
    const bool counted = std::all_of(faces.begin(), faces.end(), announces);
    const bool count_alone = counted && faces.front().rows.front().size() == 1;
    const size_t width = usual_length(faces.front());
    const size_t height = faces.front().rows.size() - (count_alone ? 1 : 0);
    Ways ways(faces, counted);
    if (ways.numbers() < 2)
        return {};
    const bool worded = !faces.front().word_columns.empty();
    if (width >= 2 && width <= kMostColumns && height >= 3 && height >= width / 2)
        add_columns(ways, faces, width, count_alone);
    if (!worded && (width == 1 || width > 3 || height <= 2))
        add_stream(ways, height == 2 && width > 2);
    return ways.take();
}

}  // namespace rudolph

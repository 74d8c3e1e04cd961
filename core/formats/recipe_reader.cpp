#include "core/formats/recipe_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/system.h"
#include "core/base/text.h"
#include "core/base/walk_files.h"
#include "core/dataset/names.h"
#include "core/dataset/set_part.h"
#include "core/formats/matlab_file.h"
#include "core/formats/recipe_columns.h"
#include "core/formats/recipe_pixels.h"
#include "core/formats/recipe_points.h"
#include "core/formats/recipe_source.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr size_t kRowsAtOnce = 256;
constexpr size_t kSampleBytes = 2 << 20;
constexpr size_t kMostPixelBytes = 64 << 20;
constexpr size_t kMissingShown = 20;
constexpr int kMostFacePoints = 20'000;
constexpr size_t kMostPicturesAround = 300'000;
constexpr int kFoldersUp = 3;

using Fields = std::vector<std::string_view>;

/// One face before its picture is looked for.
struct RawFace {
    std::string_view picture;  ///< as the file names it
    int line = 0;
    std::vector<double> values;
    std::optional<Box> box;
    std::map<std::string, std::string> attributes;
};

struct Reading {
    const Recipe& recipe;
    const RecipeFiles& files;
    const RecipeReadOptions& options;
    const CancelToken& cancel;
    const ProgressCallback& progress;
};

std::string whole_or_start(const fs::path& file, const Reading& reading) {
    constexpr std::uint64_t most = std::uint64_t{1} << 32;
    if (reading.options.most_faces == 0)
        return recipe_source(file, reading.recipe, most);
    std::string text = recipe_source_start(file, reading.recipe, kSampleBytes);
    if (text.size() >= kSampleBytes - 4) {  // the last line may be cut
        const size_t end = text.rfind('\n');
        text.resize(end == std::string::npos ? text.size() : end + 1);
    }
    return text;
}

/// The part of the set that a path relative to the set says, by the recipe or by the names of the
/// file and of the folders around it.
std::string part_of_path(const Recipe& recipe, const std::string& path) {
    for (const auto& [part, patterns] : recipe.parts)
        if (fits_any(patterns, path))
            return part;
    const std::vector<std::string_view> names = split(path, '/');
    for (size_t i = names.size(); i-- > 0;) {
        const std::string_view name = names[i];
        const bool is_file = i + 1 == names.size();
        std::string part = part_in_name(is_file ? name.substr(0, name.rfind('.')) : name);
        if (!part.empty())
            return part;
    }
    return {};
}

/// Faces of "train" need not say so; and a set of one part has none.
void settle_parts(std::vector<Sample>& samples) {
    std::set<std::string> parts;
    for (const Sample& face : samples) {
        const auto part = face.attributes.find(kSetPart);
        parts.insert(part == face.attributes.end() ? std::string() : part->second);
    }
    for (Sample& face : samples) {
        const auto part = face.attributes.find(kSetPart);
        if (part != face.attributes.end() &&
            (parts.size() < 2 || part->second.empty() || part->second == kTrainPart))
            face.attributes.erase(part);
    }
}

Box box_from(const std::array<double, 4>& values, RecipeBoxKind kind) {
    const auto& [a, b, c, d] = values;
    return kind == RecipeBoxKind::Corners ? Box{a, b, c - a, d - b} : Box{a, b, c, d};
}

/// The problem of a picture that is not found.
std::string not_found(const NamedPictures::Found& found, std::string_view named) {
    const std::string name(named.substr(0, 200));
    return found.candidates > 1
               ? fmt::format("{} pictures are called {}, and nothing says which is meant",
                             found.candidates, name)
               : fmt::format("the picture {} is missing: nothing in the folder is called so", name);
}

/// A face with its picture's name and what the recipe says of it; throws Error for what is wrong.
Sample made_sample(const Reading& reading, const RecipePointMaker& maker, const fs::path& file,
                   const RawFace& raw, const fs::path& picture, cv::Size known_size) {
    Sample face = face_of_picture(reading.files.survey.root, picture);
    face.image_size = known_size;
    if (maker.needs_picture_size() && face.image_size.empty())
        face.image_size = reading.files.sizes->size(picture);
    if (maker.needs_picture_size() && face.image_size.empty())
        throw Error("the picture cannot be decoded, but the points are relative to its size",
                    {picture});
    face.points_in_image = maker.points(raw.values, face.image_size, raw.box, {file, raw.line});
    face.box = raw.box && !raw.box->empty() ? raw.box : std::nullopt;
    face.attributes = raw.attributes;
    const auto visible = [](Visibility visibility) {
        return visibility != Visibility::NotLabelled;
    };
    if (std::none_of(face.points_in_image.visibility.begin(), face.points_in_image.visibility.end(),
                     visible))
        face.points_in_image = {};
    return face;
}

/// Many rows that name missing pictures are one problem more, not thousands.
class MissingPictures {
public:
    void add(const fs::path& file, int line, const NamedPictures::Found& found,
             std::string_view named, const std::string& id, std::vector<Problem>& problems) {
        ++count_;
        if (count_ <= kMissingShown)
            problems.push_back({file, line, not_found(found, named), id, {}, 1});
    }
    void end(const fs::path& file, std::vector<Problem>& problems) const {
        if (count_ > kMissingShown)
            problems.push_back(
                {file,
                 0,
                 fmt::format("the pictures of {} more faces are missing", count_ - kMissingShown),
                 "",
                 {},
                 static_cast<int>(count_ - kMissingShown)});
    }

private:
    size_t count_ = 0;
};

// Files of one face ---------------------------------------------------------------------------

/// Turns the fields of a row into numbers; empty when it is no row of numbers.
std::optional<std::vector<double>> numbers_of(const Fields& fields, const RowSplitter& splitter) {
    std::vector<double> numbers;
    numbers.reserve(fields.size());
    for (const std::string_view field : fields) {
        const auto number = splitter.number(field);
        if (!number && !is_blank_field(field))
            return std::nullopt;
        numbers.push_back(number.value_or(kNone));
    }
    return numbers;
}

bool has_words(const std::string& order) {
    return order.find_first_of("n-") != std::string::npos;
}

/// The row's values where a point may have a name or what is ignored beside its numbers.
std::optional<std::vector<double>> values_with_words(const Fields& fields, const std::string& order,
                                                     const RowSplitter& splitter) {
    if (fields.empty() || fields.size() % order.size() != 0)
        return std::nullopt;
    std::vector<double> values;
    for (size_t i = 0; i < fields.size(); ++i) {
        const char letter = order[i % order.size()];
        const auto number = splitter.number(fields[i]);
        if (letter != 'n' && letter != '-' && !number && !is_blank_field(fields[i]))
            return std::nullopt;
        values.push_back(number.value_or(kNone));
    }
    return values;
}

/// Takes off the count and what is skipped; throws Error when another number of points follows.
void take_lead(const Recipe& recipe, std::vector<double>& values, const ErrorPlace& place) {
    const size_t step = recipe.points.order.size();
    std::optional<double> announced;
    size_t lead = 0;
    if (recipe.text.count_first) {
        if (values.empty())
            throw Error("the file holds no numbers", place);
        announced = values.front();
        lead = 1;
    }
    lead += static_cast<size_t>(recipe.text.skip_numbers);
    values.erase(values.begin(),
                 values.begin() + static_cast<std::ptrdiff_t>(std::min(lead, values.size())));
    if (values.empty())
        throw Error("the file holds no points", place);
    if (values.size() % step != 0)
        throw Error(fmt::format("{} numbers are no whole number of points of {} values each",
                                values.size(), step),
                    place);
    const size_t count = values.size() / step;
    if (count > static_cast<size_t>(kMostFacePoints))
        throw Error(fmt::format("{} points are too many for a face", count), place);
    if (announced && *announced != static_cast<double>(count))
        throw Error(
            fmt::format("{} points are announced, but {} follow", number_text(*announced), count),
            place);
    if (recipe.points.count > 0 && static_cast<size_t>(recipe.points.count) != count)
        throw Error(fmt::format("the file has {} points instead of {}", count, recipe.points.count),
                    place);
}

/// Values that stand one kind after the other, point by point.
void take_turns(const RecipePoints& points, std::vector<double>& values) {
    if (!points.in_blocks)
        return;
    const size_t step = points.order.size();
    const size_t count = values.size() / step;
    std::vector<double> in_turn;
    in_turn.reserve(values.size());
    for (size_t i = 0; i < count; ++i)
        for (size_t k = 0; k < step; ++k)
            in_turn.push_back(values[k * count + i]);
    values = std::move(in_turn);
}

/// Adds a line's numbers; lines of words before the numbers, braces and comments are passed over.
/// Throws Error for a line of numbers and words among the numbers.
void add_line(const Recipe& recipe, std::string_view line, const RowSplitter& splitter,
              const ErrorPlace& place, std::vector<double>& values) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#' || content.front() == '%' ||
        content.starts_with("//"))
        return;
    const Fields fields = splitter.fields(content);
    const std::string& order = recipe.points.order;
    const auto numbers = has_words(order) ? values_with_words(fields, order, splitter)
                                          : numbers_of(fields, splitter);
    if (numbers) {
        const bool blank = std::all_of(numbers->begin(), numbers->end(),
                                       [](double number) { return std::isnan(number); });
        if (!blank || !values.empty())
            values.insert(values.end(), numbers->begin(), numbers->end());
        return;
    }
    const bool any = std::any_of(fields.begin(), fields.end(), [&](std::string_view field) {
        return splitter.number(field).has_value();
    });
    const bool is_lead = values.size() <= (recipe.text.count_first ? 1U : 0U);
    if (any && !is_lead)
        throw Error(fmt::format("a row should be numbers, but this is '{}'", content.substr(0, 60)),
                    place);
}

/// The values of a face file; `name_line` is what its first line says, where that names the
/// picture.
RawFace parse_face(const Recipe& recipe, std::string_view text, const RowSplitter& splitter,
                   const fs::path& file) {
    RawFace face;
    int number = 0;
    bool named = recipe.pictures.from != PictureFrom::FirstLine;
    for (const std::string_view line : lines(text)) {
        ++number;
        if (number <= recipe.text.skip_lines)
            continue;
        if (!named) {
            if (trimmed(line).empty())
                continue;
            const Fields fields = splitter.fields(line);
            face.picture = fields.size() == 1 ? fields.front() : trimmed(line);
            face.line = number;
            named = true;
            continue;
        }
        add_line(recipe, line, splitter, {file, number}, face.values);
    }
    take_lead(recipe, face.values, {file});
    take_turns(recipe.points, face.values);
    return face;
}

/// What the file's name says of the picture's; empty where it has not the recipe's prefix or
/// suffix.
std::string picture_name(const Recipe& recipe, const fs::path& file) {
    const RecipePictures& how = recipe.pictures;
    const fs::path stem_path = file.stem();
    std::string stem = stem_path.string();
    if (has_image_extension(stem_path) && how.suffix.empty())
        return stem.substr(std::min(stem.size(), how.prefix.size()));
    const std::string small = lower(stem);
    if (!small.starts_with(lower(how.prefix)) || !small.ends_with(lower(how.suffix)) ||
        stem.size() <= how.prefix.size() + how.suffix.size())
        return {};
    return stem.substr(how.prefix.size(), stem.size() - how.prefix.size() - how.suffix.size());
}

std::vector<fs::path> fitting_files(const Reading& reading) {
    const Survey& survey = reading.files.survey;
    std::vector<fs::path> fitting;
    std::vector<fs::path> all;
    if (survey.is_file)
        return {survey.source};
    for (const SurveyGroup& group : survey.groups)
        if (group.kind == SurveyKind::Numbers || group.kind == SurveyKind::Text)
            all.insert(all.end(), group.files.begin(), group.files.end());
    std::sort(all.begin(), all.end());
    for (const fs::path& file : all) {
        const std::string path = path_in(survey, file);
        if (fits_any(reading.recipe.files, path) && !fits_any(reading.recipe.ignore, path))
            fitting.push_back(file);
    }
    if (fitting.empty()) {
        std::string patterns;
        for (const std::string& pattern : reading.recipe.files)
            patterns += (patterns.empty() ? "" : ", ") + pattern;
        throw Error(fmt::format("no file fits the recipe '{}', which looks for {}",
                                reading.recipe.name, patterns),
                    {survey.source});
    }
    return fitting;
}

/// A few of the files, from everywhere.
std::vector<fs::path> some_of(const std::vector<fs::path>& files, int most) {
    const auto wanted = static_cast<size_t>(most);
    if (most == 0 || files.size() <= wanted)
        return files;
    std::vector<fs::path> some;
    for (size_t i = 0; i < wanted; ++i)
        some.push_back(files[i * files.size() / wanted]);
    return some;
}

RowSplitter splitter_of_files(const Recipe& recipe, const std::vector<fs::path>& files) {
    constexpr int looked_at = 4;
    std::string text;
    for (const fs::path& file : some_of(files, looked_at)) {
        const std::string start = recipe_source_start(file, recipe, 1 << 12);
        const auto all = lines(start);
        const size_t skipped = static_cast<size_t>(recipe.text.skip_lines) +
                               (recipe.pictures.from == PictureFrom::FirstLine ? 1 : 0);
        for (size_t i = skipped; i < std::min(all.size(), skipped + 15); ++i)
            text += std::string(all[i]) + '\n';
    }
    RecipeText rest = recipe.text;
    rest.skip_lines = 0;
    return splitter_for(rest, lines(text));
}

RecipeReading read_face_files(const Reading& reading) {
    const Recipe& recipe = reading.recipe;
    const std::vector<fs::path> all = fitting_files(reading);
    const std::vector<fs::path> files = some_of(all, reading.options.most_faces);
    const RowSplitter splitter = splitter_of_files(recipe, files);
    const RecipePointMaker maker(recipe, recipe.points.order);
    struct One {
        std::optional<Sample> sample;
        std::vector<Problem> problems;
        bool missing = false;
        bool foreign = false;
    };
    std::vector<One> read(files.size());
    const auto read_one = [&](int i) {
        const fs::path& file = files[static_cast<size_t>(i)];
        One& one = read[static_cast<size_t>(i)];
        std::string id;
        try {
            const std::string text = recipe_source(file, recipe, kMaxFaceFileBytes);
            RawFace raw;
            std::string named;
            if (recipe.pictures.from == PictureFrom::FileName) {
                named = picture_name(recipe, file);
                if (named.empty()) {
                    one.foreign = true;
                    return;
                }
                named = recipe.pictures.picture_prefix + named + recipe.pictures.picture_suffix;
            }
            std::optional<Error> bad;
            try {
                raw = parse_face(recipe, text, splitter, file);
                if (recipe.pictures.from == PictureFrom::FirstLine)
                    named = raw.picture;
            } catch (const Error& error) {
                bad = error;
            }
            const NamedPictures::Found found =
                reading.files.pictures.find(named, file, recipe.pictures.folder);
            if (found.picture != nullptr)
                id = sample_id(reading.files.survey.root, *found.picture);
            if (bad)
                throw Error(*bad);
            if (found.picture == nullptr) {
                one.missing = true;
                throw Error(not_found(found, named), {file});
            }
            one.sample = made_sample(reading, maker, file, raw, *found.picture, {});
            one.sample->attributes[kSetPart] =
                part_of_path(recipe, path_in(reading.files.survey, file) + "/" +
                                         path_in(reading.files.survey, *found.picture));
        } catch (const Error& error) {
            one.problems.push_back(left_out(error, file, id));
        }
    };
    parallel_for(static_cast<int>(files.size()), read_one, reading.cancel, reading.progress);
    RecipeReading result;
    result.files = static_cast<int>(all.size());
    size_t missing = 0;
    for (One& one : read) {
        result.passed_by += one.foreign ? 1 : 0;
        if (one.sample)
            result.result.samples.push_back(std::move(*one.sample));
        else if (!one.foreign)
            ++result.left_out;
        missing += one.missing ? 1 : 0;
        if (!one.missing || missing <= kMissingShown)
            for (Problem& problem : one.problems)
                result.result.problems.push_back(std::move(problem));
    }
    if (missing > kMissingShown)
        result.result.problems.push_back(
            {reading.files.survey.source,
             0,
             fmt::format("the pictures of {} more files of points are missing",
                         missing - kMissingShown),
             "",
             {},
             static_cast<int>(missing - kMissingShown)});
    return result;
}

// Tables --------------------------------------------------------------------------------------

double value_in(const Fields& fields, int column, const RowSplitter& splitter,
                const ErrorPlace& place) {
    if (column < 0 || static_cast<size_t>(column) >= fields.size())
        return kNone;
    const std::string_view field = fields[static_cast<size_t>(column)];
    const auto number = splitter.number(field);
    if (!number && !is_blank_field(field))
        throw Error(fmt::format("'{}' in column {} is no number", field.substr(0, 40), column),
                    place);
    return number.value_or(kNone);
}

std::string picture_in(const Fields& fields, const TableColumns& columns) {
    std::string name;
    for (const int column : columns.picture)
        if (static_cast<size_t>(column) < fields.size() &&
            !fields[static_cast<size_t>(column)].empty())
            name += (name.empty() ? "" : "/") + std::string(fields[static_cast<size_t>(column)]);
    return name;
}

/// What a row says of its face beside the points.
void take_extras(const Recipe& recipe, const TableColumns& columns, const Fields& fields,
                 const RowSplitter& splitter, const ErrorPlace& place, RawFace& face) {
    if (columns.box.size() == 4) {
        std::array<double, 4> values{};
        for (size_t k = 0; k < 4; ++k)
            values[k] = value_in(fields, columns.box[k], splitter, place);
        if (std::none_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }))
            face.box = box_from(values, recipe.box.kind);
        if (face.box && recipe.place.frame == RecipeFrame::Pixels) {
            face.box->left -= recipe.place.first_pixel;
            face.box->top -= recipe.place.first_pixel;
        }
    }
    for (const auto& [name, column] : columns.attributes)
        if (static_cast<size_t>(column) < fields.size())
            face.attributes[name] = std::string(fields[static_cast<size_t>(column)]);
}

struct RowOutcome {
    std::vector<Sample> samples;
    std::vector<Problem> problems;
    std::string missing;  ///< what the row calls its picture, where that is not found
    NamedPictures::Found found;
    int line = 0;
    bool passed_by = false;
    bool left_out = false;
};

class FaceTable {
public:
    FaceTable(const Reading& reading, const fs::path& file)
        : reading_(reading),
          file_(file),
          text_(whole_or_start(file, reading)),
          lines_(lines(text_)),
          splitter_(splitter_for(reading.recipe.text, lines_)),
          columns_(table_columns(reading.recipe, lines_, splitter_, file)),
          maker_(reading.recipe, columns_.order),
          part_(part_of_path(reading.recipe, path_in(reading.files.survey, file))) {
        for (size_t i = static_cast<size_t>(columns_.first_row); i < lines_.size(); ++i)
            if (!trimmed(lines_[i]).empty())
                rows_.push_back(i);
        if (reading.options.most_faces > 0)
            rows_.resize(std::min(rows_.size(), rows_wanted()));
        if (reading.recipe.pictures.from != PictureFrom::Pixels)
            return;
        if (has_matlab_extension(file))
            matlab_ = std::make_unique<MatlabFile>(file);
        pixels_folder_ = pixels_folder_of(reading.options.pictures_folder.empty()
                                              ? recipe_pictures_folder()
                                              : reading.options.pictures_folder,
                                          file);
    }

    void read(RecipeReading& result) {
        if (reading_.recipe.layout == RecipeLayout::RowPerPoint)
            read_points(result);
        else
            read_rows(result);
        if (result.point_names.empty())
            result.point_names = columns_.point_names;
    }

private:
    size_t rows_wanted() const {
        const auto faces = static_cast<size_t>(reading_.options.most_faces);
        return reading_.recipe.layout == RecipeLayout::RowPerPoint ? faces * 200 : faces;
    }

    Fields fields_of(size_t row, const ErrorPlace& place) const {
        Fields fields = splitter_.fields(lines_[row]);
        const auto wanted = static_cast<size_t>(columns_.count);
        while (fields.size() > wanted && fields.back().empty())
            fields.pop_back();
        if (fields.size() != wanted)
            throw Error(fmt::format("this row has {} fields, but the table has {} columns",
                                    fields.size(), columns_.count),
                        place);
        return fields;
    }

    void read_rows(RecipeReading& result) {
        std::vector<RowOutcome> outcomes(rows_.size());
        const size_t chunks = (rows_.size() + kRowsAtOnce - 1) / kRowsAtOnce;
        parallel_for(
            static_cast<int>(chunks),
            [&](int chunk) {
                const size_t first = static_cast<size_t>(chunk) * kRowsAtOnce;
                for (size_t i = first; i < std::min(rows_.size(), first + kRowsAtOnce); ++i)
                    outcomes[i] = read_row(i);
            },
            reading_.cancel, reading_.progress);
        MissingPictures missing;
        for (RowOutcome& outcome : outcomes) {
            if (!outcome.missing.empty())
                missing.add(file_, outcome.line, outcome.found, outcome.missing, "",
                            result.result.problems);
            result.left_out += outcome.left_out ? 1 : 0;
            result.passed_by += outcome.passed_by ? 1 : 0;
            std::move(outcome.samples.begin(), outcome.samples.end(),
                      std::back_inserter(result.result.samples));
            std::move(outcome.problems.begin(), outcome.problems.end(),
                      std::back_inserter(result.result.problems));
        }
        missing.end(file_, result.result.problems);
    }

    RowOutcome read_row(size_t index) const {
        RowOutcome outcome;
        outcome.line = static_cast<int>(rows_[index]) + 1;
        const ErrorPlace place{file_, outcome.line};
        std::string id;
        try {
            const Fields fields = fields_of(rows_[index], place);
            std::string named;
            fs::path picture;
            cv::Size size;
            const Recipe& recipe = reading_.recipe;
            if (recipe.pictures.from == PictureFrom::Pixels) {
                named = fmt::format("{}-{:05}", file_.stem().string(), index + 1);
                id = named;
                picture = pixels_folder_ / (named + ".png");
                const std::string_view text = fields[static_cast<size_t>(columns_.picture.front())];
                size = written_picture(text, picture, place);
            } else {
                named = recipe.pictures.from == PictureFrom::Column || !columns_.picture.empty()
                            ? picture_in(fields, columns_)
                            : file_.stem().string();
                if (named.empty())
                    throw Error("the row names no picture", place);
                if (!recipe.ignore.empty() && fits_any(recipe.ignore, named)) {
                    outcome.passed_by = true;
                    return outcome;
                }
                outcome.found = reading_.files.pictures.find(named, file_, recipe.pictures.folder);
                if (outcome.found.picture == nullptr) {
                    outcome.missing = named;
                    outcome.left_out = true;
                    return outcome;
                }
                picture = *outcome.found.picture;
            }
            for (const std::vector<int>& face : columns_.faces) {
                RawFace raw;
                raw.line = outcome.line;
                raw.values.reserve(face.size());
                for (const int column : face)
                    raw.values.push_back(value_in(fields, column, splitter_, place));
                take_extras(recipe, columns_, fields, splitter_, place, raw);
                Sample sample = made_sample(reading_, maker_, file_, raw, picture, size);
                if (recipe.pictures.from == PictureFrom::Pixels)
                    sample.id = sample.person = id;
                sample.attributes[kSetPart] =
                    part_.empty() && !outcome.found.picture ? std::string()
                    : part_.empty() ? part_of_path(recipe, path_in(reading_.files.survey, picture))
                                    : part_;
                outcome.samples.push_back(std::move(sample));
            }
        } catch (const Error& error) {
            outcome.left_out = true;
            outcome.problems.push_back(left_out(error, file_, id));
        }
        return outcome;
    }

    cv::Size written_picture(std::string_view field, const fs::path& picture,
                             const ErrorPlace& place) const {
        if (!matlab_)
            return write_pixels(field, picture, place);
        const std::lock_guard one_at_a_time(matlab_mutex_);
        return write_cell(*matlab_, field, picture, place);
    }

    /// Rows of one picture are one face; a point of a name stands where the name first stood.
    void read_points(RecipeReading& result) {
        struct Gathered {
            std::string named;
            int line = 0;
            std::vector<std::pair<int, std::vector<double>>> points;  ///< and which they are
        };
        std::vector<Gathered> faces;
        std::unordered_map<std::string, size_t> face_of;
        std::map<std::string, int> slot_of;
        bool slots_are_numbers = true;
        for (const size_t row : rows_) {
            reading_.cancel.throw_if_cancelled();
            const ErrorPlace place{file_, static_cast<int>(row) + 1};
            try {
                const Fields fields = fields_of(row, place);
                const std::string named = picture_in(fields, columns_);
                if (!reading_.recipe.ignore.empty() && fits_any(reading_.recipe.ignore, named))
                    continue;
                const auto [entry, is_new] = face_of.try_emplace(named, faces.size());
                if (is_new)
                    faces.push_back({named, place.line, {}});
                Gathered& face = faces[entry->second];
                auto slot = static_cast<int>(face.points.size());
                if (columns_.point >= 0) {
                    const std::string name(fields[static_cast<size_t>(columns_.point)]);
                    slots_are_numbers = slots_are_numbers && parse_integer(name).has_value();
                    slot =
                        slot_of.try_emplace(name, static_cast<int>(slot_of.size())).first->second;
                }
                if (slot >= kMostFacePoints)
                    throw Error("there are too many points for a face", place);
                std::vector<double> values;
                for (const int column : columns_.faces.front())
                    values.push_back(value_in(fields, column, splitter_, place));
                face.points.emplace_back(slot, std::move(values));
            } catch (const Error& error) {
                result.result.problems.push_back(left_out(error, file_));
            }
        }
        if (reading_.options.most_faces > 0 && faces.size() > 1 && rows_.size() == rows_wanted())
            faces.pop_back();  // perhaps not all of its rows were read
        std::vector<std::string> names = order_slots(slot_of, slots_are_numbers);
        const size_t step = columns_.order.size();
        MissingPictures missing;
        for (Gathered& gathered : faces) {
            const NamedPictures::Found found = reading_.files.pictures.find(
                gathered.named, file_, reading_.recipe.pictures.folder);
            if (found.picture == nullptr) {
                ++result.left_out;
                missing.add(file_, gathered.line, found, gathered.named, "",
                            result.result.problems);
                continue;
            }
            RawFace raw;
            raw.line = gathered.line;
            const size_t slots = columns_.point >= 0 ? names.size() : gathered.points.size();
            raw.values.assign(slots * step, kNone);
            for (const auto& [slot, values] : gathered.points) {
                const auto place = static_cast<size_t>(
                    columns_.point >= 0 ? place_of_slot_[static_cast<size_t>(slot)] : slot);
                std::copy(values.begin(), values.end(),
                          raw.values.begin() + static_cast<std::ptrdiff_t>(place * step));
            }
            try {
                Sample sample = made_sample(reading_, maker_, file_, raw, *found.picture, {});
                sample.attributes[kSetPart] = part_;
                result.result.samples.push_back(std::move(sample));
            } catch (const Error& error) {
                ++result.left_out;
                result.result.problems.push_back(left_out(error, file_));
            }
        }
        missing.end(file_, result.result.problems);
        if (!slots_are_numbers)
            columns_.point_names = std::move(names);
    }

    /// The names of the points in their order: as they come, or by their numbers.
    std::vector<std::string> order_slots(const std::map<std::string, int>& slot_of,
                                         bool by_number) {
        std::vector<std::pair<std::string, int>> slots(slot_of.begin(), slot_of.end());
        std::sort(slots.begin(), slots.end(), [by_number](const auto& a, const auto& b) {
            if (by_number)
                return parse_integer(a.first).value_or(0) < parse_integer(b.first).value_or(0);
            return a.second < b.second;
        });
        place_of_slot_.resize(slots.size());
        std::vector<std::string> names;
        for (size_t i = 0; i < slots.size(); ++i) {
            place_of_slot_[static_cast<size_t>(slots[i].second)] = static_cast<int>(i);
            names.push_back(slots[i].first);
        }
        return names;
    }

    const Reading& reading_;
    const fs::path& file_;
    std::string text_;
    std::vector<std::string_view> lines_;
    RowSplitter splitter_;
    TableColumns columns_;
    RecipePointMaker maker_;
    std::string part_;
    std::vector<size_t> rows_;
    std::vector<int> place_of_slot_;
    fs::path pixels_folder_;
    std::unique_ptr<MatlabFile> matlab_;  ///< where it holds the pictures
    mutable std::mutex matlab_mutex_;
};

// Blocks --------------------------------------------------------------------------------------

void read_blocks(const Reading& reading, const fs::path& file, RecipeReading& result) {
    const Recipe& recipe = reading.recipe;
    const std::string text = whole_or_start(file, reading);
    const std::vector<std::string_view> all = lines(text);
    const RowSplitter splitter = splitter_for(recipe.text, all);
    const RecipePointMaker maker(recipe, recipe.points.order);
    MissingPictures missing;
    std::optional<RawFace> open;
    int faces = 0;
    const auto close = [&] {
        if (!open)
            return;
        RawFace face = std::move(*open);
        open.reset();
        ++faces;
        std::string id;
        try {
            const NamedPictures::Found found =
                reading.files.pictures.find(face.picture, file, recipe.pictures.folder);
            if (found.picture != nullptr)
                id = sample_id(reading.files.survey.root, *found.picture);
            // A count may stand alone before the points.
            const size_t step = recipe.points.order.size();
            const size_t points = face.values.size() / step;
            if (!recipe.text.count_first && face.values.size() % step == 1 &&
                face.values.front() == static_cast<double>(points))
                face.values.erase(face.values.begin());
            take_lead(recipe, face.values, {file, face.line});
            take_turns(recipe.points, face.values);
            if (found.picture == nullptr) {
                ++result.left_out;
                missing.add(file, face.line, found, face.picture, "", result.result.problems);
                return;
            }
            Sample sample = made_sample(reading, maker, file, face, *found.picture, {});
            sample.attributes[kSetPart] = part_of_path(recipe, path_in(reading.files.survey, file));
            result.result.samples.push_back(std::move(sample));
        } catch (const Error& error) {
            ++result.left_out;
            result.result.problems.push_back(left_out(error, file, id));
        }
    };
    for (size_t i = static_cast<size_t>(recipe.text.skip_lines); i < all.size(); ++i) {
        reading.cancel.throw_if_cancelled();
        const std::string_view line = trimmed(all[i]);
        if (line.empty())
            continue;
        const int number = static_cast<int>(i) + 1;
        const Fields fields = splitter.fields(line);
        const auto numbers = numbers_of(fields, splitter);
        if (numbers && open) {
            open->values.insert(open->values.end(), numbers->begin(), numbers->end());
        } else if (!numbers) {
            const std::string_view name = fields.size() == 1 ? fields.front() : line;
            if (line.find_first_not_of("{}[]-=*#") == std::string_view::npos)
                continue;
            close();
            if (reading.options.most_faces > 0 && faces >= reading.options.most_faces)
                break;
            if (!recipe.ignore.empty() && fits_any(recipe.ignore, std::string(name))) {
                ++result.passed_by;
                continue;
            }
            open.emplace();
            open->picture = name;
            open->line = number;
        }
    }
    close();
    missing.end(file, result.result.problems);
}

RecipeReading read_lists(const Reading& reading) {
    RecipeReading result;
    const std::vector<fs::path> all = fitting_files(reading);
    result.files = static_cast<int>(all.size());
    std::vector<Error> errors;
    for (const fs::path& file : some_of(all, reading.options.most_faces > 0 ? 4 : 0)) {
        try {
            if (reading.recipe.layout == RecipeLayout::Blocks)
                read_blocks(reading, file, result);
            else
                FaceTable(reading, file).read(result);
        } catch (const Error& error) {
            if (all.size() == 1)
                throw;
            result.result.problems.push_back(left_out(error, file));
        }
    }
    join_repeated_pictures(result.result.samples, reading.files.survey.root);
    return result;
}

/// The pictures below the folder; none where there are absurdly many.
std::vector<fs::path> pictures_below(const fs::path& folder, const CancelToken& cancel) {
    struct TooMany {};
    std::vector<fs::path> pictures;
    size_t seen = 0;
    try {
        walk_files(
            folder,
            [&](const fs::path& file) {
                if (++seen > kMostPicturesAround)
                    throw TooMany();
                if (has_image_extension(file))
                    pictures.push_back(file);
            },
            cancel);
    } catch (const TooMany&) {
        return {};
    } catch (const Error&) {
        return {};
    }
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

std::vector<fs::path> pictures_for(const Survey& survey, const fs::path& more,
                                   const CancelToken& cancel) {
    std::vector<fs::path> pictures = survey.pictures();
    if (!more.empty()) {
        const std::vector<fs::path> others = pictures_below(fs::absolute(more), cancel);
        pictures.insert(pictures.end(), others.begin(), others.end());
    }
    fs::path folder = survey.root;
    for (int up = 0; up < kFoldersUp && pictures.empty() && survey.is_file; ++up) {
        if (!folder.has_parent_path() || folder.parent_path() == folder.root_path())
            break;
        folder = folder.parent_path();
        pictures = pictures_below(folder, cancel);
    }
    return pictures;
}

}  // namespace

RecipeFiles::RecipeFiles(Survey found, const fs::path& more, const CancelToken& cancel)
    : survey(std::move(found)),
      pictures(pictures_for(survey, more, cancel)),
      sizes(std::make_shared<PictureSizes>()) {}

RecipeReading read_by_recipe(const Recipe& recipe, const RecipeFiles& files,
                             const RecipeReadOptions& options, const CancelToken& cancel,
                             const ProgressCallback& progress) {
    const Reading reading{recipe, files, options, cancel, progress};
    RecipeReading result =
        recipe.layout == RecipeLayout::FilePerFace ? read_face_files(reading) : read_lists(reading);
    settle_parts(result.result.samples);
    return result;
}

fs::path recipe_pictures_folder() {
    return user_cache_folder() / "rudolph" / "pictures";
}

}  // namespace rudolph

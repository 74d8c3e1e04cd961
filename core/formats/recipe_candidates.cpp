#include "core/formats/recipe_candidates.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/formats/number_ways.h"
#include "core/formats/recipe_rows.h"
#include "core/formats/recipe_source.h"
#include "core/formats/table_candidates.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kSampleFiles = 24;
constexpr size_t kTextFiles = 4;
constexpr size_t kMostTables = 8;
constexpr size_t kMostStems = 4000;
constexpr size_t kStartBytes = 1 << 16;
constexpr size_t kMostSplitters = 3;
constexpr std::ptrdiff_t kMostCandidates = 200;

/// How files of points and pictures are called alike.
struct Pairing {
    RecipePictures pictures;
    std::string files;  ///< the pattern
    std::vector<fs::path> sample;
};

std::vector<fs::path> some_of_all(const std::vector<fs::path>& files, size_t most) {
    if (files.size() <= most)
        return files;
    std::vector<fs::path> some;
    for (size_t i = 0; i < most; ++i)
        some.push_back(files[i * files.size() / most]);
    return some;
}

std::string plain_stem(const fs::path& file) {
    const fs::path stem = file.stem();
    return has_image_extension(stem) ? stem.stem().string() : stem.string();
}

/// Where one word of a name ends and the next begins.
std::vector<size_t> borders(const std::string& name) {
    const auto kind = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return std::isdigit(byte) != 0 ? 0 : std::isalpha(byte) != 0 || byte >= 0x80 ? 1 : 2;
    };
    std::vector<size_t> found = {0};
    for (size_t i = 1; i < name.size(); ++i)
        if (kind(name[i]) != kind(name[i - 1]))
            found.push_back(i);
    found.push_back(name.size());
    return found;
}

/// What stands before and after the longest part of the name that a picture is called.
std::optional<std::pair<std::string, std::string>> affixes(const std::string& stem,
                                                           const NamedPictures& pictures) {
    constexpr size_t most_borders = 24;
    const std::vector<size_t> at = borders(stem);
    if (at.size() > most_borders)
        return std::nullopt;
    for (size_t length = stem.size(); length > 0; --length)
        for (const size_t start : at)
            for (const size_t end : at)
                if (end > start && end - start == length &&
                    pictures.find(stem.substr(start, length), {}).candidates > 0)
                    return std::pair(stem.substr(0, start), stem.substr(end));
    return std::nullopt;
}

std::string common_start(const std::vector<std::string>& names) {
    std::string start = names.front();
    for (const std::string& name : names) {
        const auto differ = std::mismatch(start.begin(), start.end(), name.begin(), name.end());
        start.erase(differ.first, start.end());
    }
    while (!start.empty() && std::isdigit(static_cast<unsigned char>(start.back())) != 0)
        start.pop_back();
    return start;
}

std::string common_end(std::vector<std::string> names) {
    for (std::string& name : names)
        std::reverse(name.begin(), name.end());
    std::string end = common_start(names);
    std::reverse(end.begin(), end.end());
    while (!end.empty() && std::isdigit(static_cast<unsigned char>(end.front())) != 0)
        end.erase(end.begin());
    return end;
}

/// What all of some names share at both ends, and what is between in each.
struct Middles {
    std::string start;
    std::string end;
    std::set<std::string> parts;
};

std::optional<Middles> middles_of(const std::vector<fs::path>& files) {
    std::vector<std::string> names;
    for (const fs::path& file : some_of_all(files, kMostStems))
        names.push_back(plain_stem(file));
    if (names.size() < 2)
        return std::nullopt;
    Middles found{common_start(names), common_end(names), {}};
    const size_t around = found.start.size() + found.end.size();
    for (const std::string& name : names) {
        if (name.size() <= around)
            return std::nullopt;
        found.parts.insert(
            name_key(std::string_view(name).substr(found.start.size(), name.size() - around)));
    }
    return found;
}

/// Both files of points and pictures have something of their own around what they share:
/// "points_001.txt" and "face_001.jpg".
void add_both_affixed(const RecipeFiles& files, const std::string& extension,
                      const std::vector<fs::path>& own, std::vector<Pairing>& found) {
    const auto points = middles_of(own);
    if (!points)
        return;
    for (const SurveyGroup& group : files.survey.groups) {
        if (group.kind != SurveyKind::Pictures)
            continue;
        const auto pictures = middles_of(group.files);
        if (!pictures)
            continue;
        size_t shared = 0;
        for (const std::string& part : points->parts)
            shared += pictures->parts.contains(part) ? 1 : 0;
        if (2 * shared < points->parts.size() || shared < 2)
            continue;
        Pairing pairing;
        pairing.pictures.prefix = points->start;
        pairing.pictures.suffix = points->end;
        pairing.pictures.picture_prefix = pictures->start;
        pairing.pictures.picture_suffix = pictures->end;
        pairing.pictures.folder = group.folder;
        pairing.files = points->start + "*" + points->end + extension;
        pairing.sample = some_of_all(own, kSampleFiles);
        found.push_back(std::move(pairing));
    }
}

std::string first_line_of(const fs::path& file) {
    const std::string start = read_text_start(file, 1 << 10);
    for (const std::string_view line : lines(start))
        if (!trimmed(line).empty())
            return std::string(trimmed(line));
    return {};
}

/// How the files that end like this belong to pictures.
std::vector<Pairing> pairings(const RecipeFiles& files, const std::string& extension,
                              const std::vector<fs::path>& own) {
    const std::vector<fs::path> sample = some_of_all(own, kSampleFiles);
    std::map<std::pair<std::string, std::string>, std::vector<fs::path>> by_affixes;
    std::vector<fs::path> by_first_line;
    for (const fs::path& file : sample) {
        const std::string stem = plain_stem(file);
        if (files.pictures.find(stem, file).candidates > 0)
            by_affixes[{"", ""}].push_back(file);
        else if (const auto found = affixes(stem, files.pictures))
            by_affixes[*found].push_back(file);
        const std::string line = first_line_of(file);
        if (!parse_number(line) && files.pictures.find(line, file).candidates > 0)
            by_first_line.push_back(file);
    }
    std::vector<Pairing> found;
    for (auto& [around, fitting] : by_affixes) {
        if (5 * fitting.size() < sample.size())
            continue;
        Pairing pairing;
        pairing.pictures.prefix = around.first;
        pairing.pictures.suffix = around.second;
        pairing.files = around.first + "*" + around.second + extension;
        pairing.sample = std::move(fitting);
        found.push_back(std::move(pairing));
    }
    if (2 * by_first_line.size() > sample.size()) {
        Pairing pairing;
        pairing.pictures.from = PictureFrom::FirstLine;
        pairing.files = "*" + extension;
        pairing.sample = by_first_line;
        found.push_back(std::move(pairing));
    }
    if (found.empty())
        add_both_affixed(files, extension, own, found);
    return found;
}

/// "img_" and ".txt" in pattern letters stand for themselves.
bool is_plain_pattern(const std::string& pattern) {
    return std::count(pattern.begin(), pattern.end(), '*') == 1 &&
           pattern.find('?') == std::string::npos && pattern.find('/') == std::string::npos;
}

/// The lines that are alike in the start of each text: where a file of a face has its points.
void add_ways(const Recipe& base, const std::vector<std::vector<std::string_view>>& faces,
              double prior, std::vector<RecipeCandidate>& candidates) {
    std::vector<std::string_view> together;
    for (const auto& face : faces)
        together.insert(together.end(), face.begin(), face.end());
    std::vector<RowSplitter> splitters = plausible_splitters(together);
    if (splitters.size() > kMostSplitters)
        splitters.erase(splitters.begin() + kMostSplitters, splitters.end());
    double splitter_prior = prior;
    for (const RowSplitter& splitter : splitters) {
        std::vector<NumberLines> numbers;
        for (const auto& face : faces)
            numbers.push_back(number_lines(face, splitter));
        for (NumberWay& way : number_ways(numbers)) {
            RecipeCandidate candidate{base, splitter_prior * way.prior};
            candidate.recipe.text.separator = splitter.separator();
            candidate.recipe.text.decimal = splitter.decimal();
            candidate.recipe.text.count_first = way.count_first;
            candidate.recipe.text.skip_numbers = way.skip_numbers;
            candidate.recipe.points = std::move(way.points);
            const double first_pixel = base.place.first_pixel;
            candidate.recipe.place = way.place;
            if (way.place.frame == RecipeFrame::Pixels)
                candidate.recipe.place.first_pixel = first_pixel;
            candidates.push_back(std::move(candidate));
        }
        splitter_prior *= 0.95;
    }
}

void add_face_files(const RecipeFiles& files, const Recipe& start, const std::string& extension,
                    const std::vector<fs::path>& own, std::vector<RecipeCandidate>& candidates) {
    for (const Pairing& pairing : pairings(files, extension, own)) {
        if (!is_plain_pattern(pairing.files))
            continue;
        Recipe base = start;
        base.layout = RecipeLayout::FilePerFace;
        base.files = {pairing.files};
        base.pictures = pairing.pictures;
        std::vector<std::string> texts;
        for (const fs::path& file : some_of_all(pairing.sample, kTextFiles))
            texts.push_back(recipe_source_start(file, base, kStartBytes));
        // .pts files count pixels from 1.
        const bool is_pts = std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
            return text.starts_with("version") || text.starts_with("n_points");
        });
        base.place.first_pixel = is_pts ? 1 : 0;
        std::vector<std::vector<std::string_view>> faces;
        for (const std::string& text : texts) {
            std::vector<std::string_view> face;
            bool named = pairing.pictures.from != PictureFrom::FirstLine;
            for (const std::string_view line : lines(text)) {
                if (!named) {
                    named = !trimmed(line).empty();
                    continue;
                }
                if (!trimmed(line).starts_with("version") && !trimmed(line).starts_with("n_points"))
                    face.push_back(line);
            }
            faces.push_back(std::move(face));
        }
        add_ways(base, faces, 1, candidates);
    }
}

/// A file in which lines name pictures and lines of numbers follow.
void add_blocks(const RecipeFiles& files, const Recipe& start, const fs::path& file,
                std::vector<RecipeCandidate>& candidates) {
    const std::string text = read_text_start(file, kStartBytes);
    std::vector<std::vector<std::string_view>> faces;
    int named = 0;
    int others = 0;
    for (const std::string_view line : lines(text)) {
        const std::string_view content = trimmed(line);
        if (content.empty())
            continue;
        const bool is_number = !content.empty() && parse_number(content).has_value();
        if (!is_number && files.pictures.find(content, file).candidates > 0) {
            faces.emplace_back();
            ++named;
        } else if (!faces.empty()) {
            faces.back().push_back(line);
        } else {
            ++others;
        }
    }
    if (faces.size() > 1)
        faces.pop_back();  // perhaps not whole
    std::erase_if(faces, [](const auto& face) { return face.empty(); });
    if (named == 0 || faces.empty() || others > 5)
        return;
    if (faces.size() > kTextFiles)
        faces.resize(kTextFiles);
    Recipe base = start;
    base.layout = RecipeLayout::Blocks;
    base.files = {path_in(files.survey, file)};
    add_ways(base, faces, 1, candidates);
}

/// A name for the recipe of this data set.
std::string recipe_name(const RecipeFiles& files) {
    std::string name = files.survey.is_file ? files.survey.source.stem().string()
                                            : files.survey.root.filename().string();
    for (char& c : name)
        if (c == '/' || c == '\\' || c == '\n' || c == '\r')
            c = '-';
    while (name.starts_with('.'))
        name.erase(0, 1);
    if (name.size() > 60)
        name.resize(60);
    while (!name.empty() && !is_utf8(name))
        name.pop_back();
    return name.empty() ? "recipe" : name;
}

/// The recipe for each of a MATLAB file's variables; itself for other files.
std::vector<Recipe> with_variables(const Recipe& recipe, const std::vector<std::string>& names) {
    std::vector<Recipe> recipes(std::max<size_t>(names.size(), 1), recipe);
    for (size_t i = 0; i < names.size(); ++i)
        recipes[i].text.variables = {names[i]};
    return recipes;
}

}  // namespace

std::vector<RecipeCandidate> recipe_candidates(const RecipeFiles& files,
                                               const CancelToken& cancel) {
    std::vector<RecipeCandidate> candidates;
    Recipe start;
    start.name = start.title = recipe_name(files);
    std::map<std::string, std::vector<fs::path>> by_extension;
    for (const fs::path& file : files.survey.numbers())
        by_extension[file.extension().string()].push_back(file);
    for (const auto& [extension, own] : by_extension) {
        cancel.throw_if_cancelled();
        if (!files.survey.is_file)
            for (const Recipe& base : with_variables(start, variables_like_points(own.front())))
                add_face_files(files, base, extension, own, candidates);
        if (own.size() > 4 * kMostTables)
            continue;
        for (const fs::path& file : some_of_all(own, kMostTables)) {
            cancel.throw_if_cancelled();
            for (const Recipe& base : with_variables(start, variables_like_tables(file)))
                add_table_candidates(files, base, file, candidates);
            add_blocks(files, start, file, candidates);
        }
    }
    // MATLAB's programs count pixels from 1.
    for (RecipeCandidate& candidate : candidates)
        if (!candidate.recipe.text.variables.empty() &&
            candidate.recipe.place.frame == RecipeFrame::Pixels)
            candidate.recipe.place.first_pixel = 1;
    if (std::ssize(candidates) > kMostCandidates) {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const auto& a, const auto& b) { return a.prior > b.prior; });
        candidates.erase(candidates.begin() + kMostCandidates, candidates.end());
    }
    return candidates;
}

}  // namespace rudolph

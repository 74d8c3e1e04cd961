#include "core/formats/asf.h"

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxBytes = 16 << 20;
/// path#, type, x, y, point#, connects from, connects to; more columns may follow.
constexpr size_t kColumns = 7;
constexpr int kClosedPath = 0;

struct AsfLine {
    std::vector<std::string_view> words;
    int number;
};

std::vector<AsfLine> lines_with_values(std::string_view text) {
    std::vector<AsfLine> found;
    int number = 0;
    for (const std::string_view line : lines(text)) {
        ++number;
        const std::string_view content = trimmed(line);
        if (!content.empty() && !content.starts_with('#'))
            found.push_back({words(content), number});
    }
    return found;
}

size_t point_count(const AsfLine& line, const fs::path& file) {
    const auto count = line.words.size() == 1 ? parse_integer(line.words[0]) : std::nullopt;
    if (!count || *count < 1)
        throw Error("the number of points should stand here, alone on its line",
                    {file, line.number});
    return static_cast<size_t>(*count);
}

double number_in(const AsfLine& line, size_t column, const fs::path& file) {
    const auto value = parse_number(line.words[column]);
    if (!value)
        throw Error(
            fmt::format("'{}' in column {} is not a number", line.words[column], column + 1),
            {file, line.number});
    return *value;
}

void add_row(const AsfLine& line, const fs::path& file, AsfShape& shape, std::string& path) {
    const int index = static_cast<int>(shape.relative.size());
    if (line.words.size() < kColumns)
        throw Error(fmt::format("the row of point {} has {} of {} columns: is the file cut off?",
                                index, line.words.size(), kColumns),
                    {file, line.number});
    if (parse_integer(line.words[4]) != index)
        throw Error(fmt::format("point {} should stand here, not '{}'", index, line.words[4]),
                    {file, line.number});
    const double x = number_in(line, 2, file);
    const double y = number_in(line, 3, file);
    shape.relative.push_back(checked_point(x, y, {file, line.number}));
    if (shape.lines.empty() || line.words[0] != path) {
        path = line.words[0];
        shape.lines.push_back({"path " + path, {}, number_in(line, 1, file) == kClosedPath});
    }
    shape.lines.back().points.push_back(index);
}

std::string person_in_asf_set(const std::string& id) {
    const std::string_view stem = stem_of(id);
    const size_t separator = stem.find_first_of("_-");
    const size_t second = stem.find_first_not_of("_-", separator);
    const auto is_number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (separator != std::string_view::npos && second != std::string_view::npos &&
        is_number(stem.substr(0, separator)) && is_number(stem.substr(second)))
        return std::string(stem.substr(0, separator));
    return person_of(id);
}

FileResult read_asf(const fs::path& root, const fs::path& file, const fs::path& picture) {
    const std::string id = sample_id(root, picture.empty() ? file : picture);
    try {
        if (picture.empty())
            throw Error("the picture is missing: there is no " + file.stem().string() +
                            ".jpg (.png, .bmp, …) beside these points",
                        {file});
        AsfShape shape = parse_asf(read_file(file, kMaxBytes), file);
        Sample sample;
        sample.id = id;
        sample.image = picture;
        sample.image_size = decode_image(picture, Colour::Grey).size();
        const Affine image_from_relative =
            Affine::scaling(sample.image_size.width, sample.image_size.height);
        sample.points_in_image = transformed(image_from_relative, Landmarks(shape.relative));
        sample.person = person_in_asf_set(id);
        if (const auto name = imm_name(stem_of(id)))
            sample.view = name->view;
        return {{std::move(sample)}, {}, std::move(shape.lines)};
    } catch (const Error& error) {
        return {{}, {problem_from(error, file, id)}, {}};
    }
}

}  // namespace

AsfShape parse_asf(std::string_view text, const fs::path& file) {
    const std::vector<AsfLine> rows = lines_with_values(text);
    if (rows.empty())
        throw Error("the file holds no points", {file});
    const size_t count = point_count(rows.front(), file);
    AsfShape shape;
    std::string path;
    // The claimed count may be anything: memory follows the rows that are there.
    for (size_t i = 1; i < rows.size() && shape.relative.size() < count; ++i) {
        if (rows[i].words.size() == 1)
            break;
        add_row(rows[i], file, shape, path);
    }
    if (shape.relative.size() < count)
        throw Error(fmt::format("{} points are announced, but only {} follow: is the file cut off?",
                                count, shape.relative.size()),
                    {file, rows.front().number});
    if (rows.size() > count + 1 && rows[count + 1].words.size() >= kColumns)
        throw Error(fmt::format("{} points are announced, but more follow", count),
                    {file, rows[count + 1].number});
    return shape;
}

ReaderResult read_imm(const fs::path& root, const std::vector<fs::path>& asf_files,
                      const CancelToken& cancel, const ProgressCallback& progress) {
    FolderCache folders;
    std::vector<fs::path> pictures;
    for (const fs::path& file : asf_files)
        pictures.push_back(folders.picture(file.parent_path(), file.stem().string()));
    std::vector<FileResult> results(asf_files.size());
    parallel_for(
        static_cast<int>(asf_files.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            results[k] = read_asf(root, asf_files[k], pictures[k]);
        },
        cancel, progress);
    return joined(std::move(results));
}

}  // namespace rudolph

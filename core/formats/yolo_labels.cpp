#include "core/formats/yolo_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/dataset/set_part.h"
#include "core/formats/folder_cache.h"
#include "core/formats/yolo.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxLabelBytes = 16 << 20;
constexpr size_t kBoxNumbers = 5;
constexpr size_t kFilesLookedAt = 64;

using Row = std::vector<double>;

/// Empty: not YOLO's.
std::optional<Row> yolo_row(std::string_view line) {
    Row row;
    for (const std::string_view word : words(line)) {
        const auto value = parse_number(word);
        if (!value)
            return std::nullopt;
        row.push_back(*value);
    }
    const auto is_relative = [](double value) { return value >= -0.01 && value <= 1.01; };
    const bool has_class =
        !row.empty() && row[0] >= 0 && row[0] < 1e6 && row[0] == static_cast<int>(row[0]);
    if (!has_class || row.size() < kBoxNumbers ||
        !std::all_of(row.begin() + 1, row.begin() + kBoxNumbers, is_relative))
        return std::nullopt;
    return row;
}

bool has_visibilities(const Row& row) {
    if ((row.size() - kBoxNumbers) % 3 != 0)
        return false;
    for (size_t i = kBoxNumbers + 2; i < row.size(); i += 3)
        if (row[i] != 0 && row[i] != 1 && row[i] != 2)
            return false;
    return true;
}

/// Whether most of what would be points lie in what would be their box, or beside it.
bool box_holds_points(const Row& row) {
    constexpr double kNear = 0.7;  // half of the box, and some
    int held = 0;
    int all = 0;
    for (size_t i = kBoxNumbers; i + 1 < row.size(); i += 2) {
        held += std::abs(row[i] - row[1]) <= kNear * row[3] &&
                        std::abs(row[i + 1] - row[2]) <= kNear * row[4]
                    ? 1
                    : 0;
        ++all;
    }
    return 10 * held >= 9 * all;
}

/// The longer rows, which have all the same length.
std::optional<YoloLayout> layout_of_rows(const std::vector<Row>& rows) {
    const size_t numbers = rows.front().size() - kBoxNumbers;
    if (std::all_of(rows.begin(), rows.end(), has_visibilities))
        return YoloLayout{YoloLayout::Rows::Points, static_cast<int>(numbers / 3), 3};
    constexpr size_t kTurnedBox = 4;  // with its four corners
    if (numbers % 2 != 0)
        return std::nullopt;
    if (numbers != kTurnedBox && std::all_of(rows.begin(), rows.end(), box_holds_points))
        return YoloLayout{YoloLayout::Rows::Points, static_cast<int>(numbers / 2), 2};
    return YoloLayout{YoloLayout::Rows::Outlines, 0, 2};
}

/// Where the labels of a picture are; empty: nowhere.
fs::path labels_of(const fs::path& picture, FolderCache& folders) {
    for (const fs::path& file :
         {yolo_label_file(picture), fs::path(picture).replace_extension(".txt")})
        if (folders.has_file(file))
            return file;
    return {};
}

std::vector<std::string> class_names(const fs::path& root) {
    std::vector<std::string> names;
    const std::string text = read_text_start(root / "classes.txt");
    for (const std::string_view line : lines(text))
        names.emplace_back(trimmed(line));
    return names;
}

std::string part_of_picture(const fs::path& root, const fs::path& picture) {
    for (const fs::path& folder : picture.lexically_relative(root).parent_path())
        if (std::string part = part_in_name(folder.string()); !part.empty())
            return part;
    return kTrainPart;
}

int rows_in(const std::string& text) {
    int rows = 0;
    for (const std::string_view line : lines(text))
        rows += trimmed(line).empty() ? 0 : 1;
    return rows;
}

std::string layout_text(const YoloLayout& layout, int outlines) {
    constexpr const char* kStart = "no .yaml with a kpt_shape says what these YOLO labels are: ";
    switch (layout.rows) {
        case YoloLayout::Rows::Boxes:
            return std::string(kStart) + "their rows are boxes alone, without points";
        case YoloLayout::Rows::Outlines:
            return fmt::format("{}their {} rows are outlines of objects, which are not read",
                               kStart, outlines);
        case YoloLayout::Rows::Points:
            break;
    }
    return fmt::format("{}by their length and numbers, each row is a box and {} points of {}",
                       kStart, layout.points,
                       layout.dimensions == 3 ? "x, y and visibility" : "x and y");
}

}  // namespace

std::optional<YoloLayout> yolo_layout(const std::vector<fs::path>& pictures) {
    FolderCache folders;
    std::vector<fs::path> files;
    for (const fs::path& picture : pictures)
        if (fs::path file = labels_of(picture, folders); !file.empty())
            files.push_back(std::move(file));
    bool any = false;
    std::vector<Row> longer;
    std::set<size_t> lengths;
    const size_t step = 1 + files.size() / kFilesLookedAt;
    for (size_t i = 0; i < files.size(); i += step)
        for (const std::string text = read_text_start(files[i], kMaxLabelBytes);
             const std::string_view line : lines(text)) {
            if (trimmed(line).empty())
                continue;
            auto row = yolo_row(trimmed(line));
            if (!row)
                return std::nullopt;
            any = true;
            if (row->size() == kBoxNumbers)
                continue;
            lengths.insert(row->size());
            if (row->size() % 2 == 0 && !has_visibilities(*row))
                return std::nullopt;
            longer.push_back(std::move(*row));
        }
    if (!any)
        return std::nullopt;
    if (longer.empty())
        return YoloLayout{};
    if (lengths.size() > 1)
        return YoloLayout{YoloLayout::Rows::Outlines, 0, 2};
    return layout_of_rows(longer);
}

ReaderResult read_yolo_labels(const YoloLayout& layout, const std::vector<fs::path>& pictures,
                              Dataset& dataset, const CancelToken& cancel,
                              const ProgressCallback& progress) {
    FolderCache folders;
    std::vector<fs::path> labels;
    for (const fs::path& picture : pictures)
        labels.push_back(labels_of(picture, folders));
    const std::vector<std::string> classes = class_names(dataset.root);
    std::vector<FileResult> results(pictures.size());
    std::vector<int> outlines(pictures.size());
    const auto read = [&](size_t k) {
        Sample blank = face_of_picture(dataset.root, pictures[k]);
        if (const std::string part = part_of_picture(dataset.root, pictures[k]); part != kTrainPart)
            blank.attributes[kSetPart] = part;
        const std::string text =
            labels[k].empty() ? std::string() : read_text(labels[k], kMaxLabelBytes);
        YoloLabels parsed;
        if (layout.rows == YoloLayout::Rows::Outlines)
            outlines[k] = rows_in(text);
        else if (!text.empty())
            parsed = parse_yolo(text, layout.points, layout.dimensions,
                                picture_size(pictures[k]).upright, labels[k]);
        if (parsed.faces.empty() && parsed.problems.empty())
            parsed.faces.emplace_back();
        for (Sample& face : parsed.faces) {
            Sample sample = blank;
            sample.box = face.box;
            sample.points_in_image = std::move(face.points_in_image);
            for (auto& [key, value] : face.attributes) {
                const auto number = parse_integer(value);
                const bool named =
                    key == kYoloClass && number && *number >= 0 && *number < std::ssize(classes);
                sample.attributes[key] = named ? classes[static_cast<size_t>(*number)] : value;
            }
            results[k].samples.push_back(std::move(sample));
        }
        for (Problem& problem : parsed.problems) {
            problem.sample_id = blank.id;
            results[k].problems.push_back(std::move(problem));
        }
    };
    parallel_for(
        static_cast<int>(pictures.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            try {
                read(k);
            } catch (const Error& error) {
                results[k] = {
                    {}, {left_out(error, pictures[k], sample_id(dataset.root, pictures[k]))}, {}};
            }
        },
        cancel, progress);
    ReaderResult result = joined(std::move(results));
    int unread = 0;
    for (const int rows : outlines)
        unread += rows;
    result.problems.insert(result.problems.begin(), {dataset.source, 0, layout_text(layout, unread),
                                                     "", std::nullopt, unread});
    join_repeated_pictures(result.samples, dataset.root);
    if (layout.points > 0) {
        SchemeChoice choice = choose_scheme(result.samples, layout.points, dataset.name);
        dataset.scheme = std::move(choice.scheme);
        if (!choice.remark.empty())
            result.problems.push_back({dataset.source, 0, std::move(choice.remark), ""});
    }
    return result;
}

}  // namespace rudolph

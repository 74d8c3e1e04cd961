#include "core/annotate/journal_line.h"

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/project.h"
#include "core/formats/reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kStart = "{\"checksum\":\"";
constexpr std::string_view kAfter = "\",";
constexpr size_t kChecksumDigits = 16;

std::string line_of(const Json& json) {
    // Without its brace, which stands before the checksum.
    const std::string rest =
        json.dump(-1, ' ', false, Json::error_handler_t::replace).substr(1) + "\n";
    const std::string_view summed = std::string_view(rest).substr(0, rest.size() - 1);
    return std::string(kStart) + hexadecimal(fnv1a(summed)) + std::string(kAfter) + rest;
}

fs::path relative_to(const fs::path& path, const fs::path& folder) {
    const fs::path below = path.lexically_relative(folder);
    const bool is_below = !below.empty() && *below.begin() != ".." && folder / below == path;
    return is_below ? below : path;
}

}  // namespace

std::uint64_t fnv1a(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

std::string hexadecimal(std::uint64_t value) {
    return fmt::format("{:016x}", value);
}

fs::path plain_source(const fs::path& source) {
    const fs::path plain = fs::absolute(source).lexically_normal();
    return plain.has_filename() ? plain : plain.parent_path();
}

fs::path data_folder(const fs::path& source) {
    std::error_code unknown;
    return fs::is_directory(source, unknown) ? source : source.parent_path();
}

std::string journal_header(const fs::path& source) {
    return line_of({{kJournalKey, kJournalVersion}, {"source", path_to_json(source)}});
}

std::string journal_line(const JournalEntry& entry, const fs::path& folder,
                         std::int64_t unix_milliseconds, int left) {
    Json json = {{"time", unix_milliseconds}};
    if (left > 0)
        json["left"] = left;
    if (entry.scheme)
        json["scheme"] = to_json(*entry.scheme);
    if (!entry.image.empty()) {
        json["image"] = path_to_json(relative_to(entry.image, folder));
        if (!entry.faces.empty()) {
            const Sample& first = entry.faces.front();
            if (first.image_size.area() > 0)
                json["size"] = {first.image_size.width, first.image_size.height};
            json["person"] = first.person;
            if (first.view)
                json["view"] = *first.view;
        }
        json["faces"] = faces_to_json(entry.faces);
    }
    return line_of(json);
}

std::optional<Json> parse_journal_line(std::string_view line) {
    if (!line.starts_with(kStart))
        return std::nullopt;
    line.remove_prefix(kStart.size());
    const std::string_view checksum = line.substr(0, kChecksumDigits);
    if (line.size() < kChecksumDigits || !line.substr(kChecksumDigits).starts_with(kAfter))
        return std::nullopt;
    line.remove_prefix(kChecksumDigits + kAfter.size());
    if (hexadecimal(fnv1a(line)) != checksum)
        return std::nullopt;
    Json json = Json::parse("{" + std::string(line), nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    return json;
}

JournalEntry journal_entry(const Json& line, const fs::path& folder, const fs::path& journal) {
    JournalEntry entry;
    try {
        if (line.contains("scheme"))
            entry.scheme = scheme_from_json(line["scheme"], journal);
        if (!line.contains("image"))
            return entry;
        entry.image = folder / path_from_json(line["image"], {journal});
        Sample blank = face_of_picture(folder, entry.image);
        blank.person = line.value("person", blank.person);
        if (line.contains("view"))
            blank.view = whole_number<int>(line["view"]);
        if (line.contains("size"))
            blank.image_size = {whole_number<int>(line["size"].at(0)),
                                whole_number<int>(line["size"].at(1))};
        entry.faces = faces_from_json(line.at("faces"), blank, {journal});
    } catch (const Json::exception& error) {
        throw Error(std::string("an entry of the journal has a wrong value: ") + error.what(),
                    {journal});
    }
    return entry;
}

}  // namespace rudolph

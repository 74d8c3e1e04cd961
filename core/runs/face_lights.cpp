#include "core/runs/face_lights.h"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/formats/file_stamp.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kHeader =
    "picture,bytes,modified_ns,left,top,width,height,brightness,contrast";
constexpr size_t kLightColumns = 9;

/// A picture as it was, and the box in it.
struct FacePlace {
    std::string image;
    FileStamp stamp;
    Box box;

    auto key() const {
        return std::tie(image, stamp.size, stamp.modified_ns, box.left, box.top, box.width,
                        box.height);
    }
    bool operator<(const FacePlace& other) const { return key() < other.key(); }
};
using Lights = std::map<FacePlace, FaceLight>;

/// Rows that are broken are passed over.
void read_row(std::string_view line, Lights& lights) {
    const std::vector<std::string> fields = csv_fields(line);
    if (fields.size() != kLightColumns)
        return;
    const auto bytes = parse_integer(fields[1]);
    const auto modified = parse_integer(fields[2]);
    std::vector<double> numbers;
    for (size_t i = 3; i < kLightColumns; ++i)
        if (const auto number = parse_number(fields[i]); number && std::isfinite(*number))
            numbers.push_back(*number);
    if (!bytes || !modified || numbers.size() != kLightColumns - 3)
        return;
    const FacePlace place{fields[0],
                          {static_cast<std::uint64_t>(*bytes), *modified},
                          {numbers[0], numbers[1], numbers[2], numbers[3]}};
    lights[place] = {numbers[4], numbers[5]};
}

Lights read_lights(const std::vector<fs::path>& kept) {
    Lights lights;
    for (const fs::path& file : kept) {
        std::error_code ignored;
        if (!fs::exists(file, ignored))
            continue;
        try {
            const std::string text = read_file(file);
            const auto rows = csv_rows(text);
            if (rows.empty() || rows.front().text != kHeader)
                continue;
            for (size_t i = 1; i < rows.size(); ++i)
                read_row(rows[i].text, lights);
            return lights;
        } catch (const Error&) {
            // Measured anew.
        }
    }
    return lights;
}

void write_lights(const std::vector<fs::path>& kept, const Lights& lights) {
    std::string text = std::string(kHeader) + "\n";
    for (const auto& [place, light] : lights) {
        text += csv_field(place.image) + "," + std::to_string(place.stamp.size) + "," +
                std::to_string(place.stamp.modified_ns);
        for (const double value : {place.box.left, place.box.top, place.box.width, place.box.height,
                                   light.brightness, light.contrast})
            text += "," + number_text(value);
        text += "\n";
    }
    for (const fs::path& file : kept) {
        try {
            write_file(file, text);
            return;
        } catch (const Error&) {
            // The next one, which may be on another disk.
        }
    }
}

/// Tells pictures apart without telling where they lie: the file goes along with a run.
std::string name_of(const fs::path& image) {
    constexpr size_t kDigits = 32;
    return sha256_of(image.native()).substr(0, kDigits);
}

std::optional<FacePlace> place_of(const FaceToMeasure& face) {
    const auto stamp = file_stamp(face.image);
    if (!stamp || face.box_in_image.empty())
        return std::nullopt;
    return FacePlace{name_of(face.image), *stamp, face.box_in_image};
}

}  // namespace

std::vector<FaceLight> measure_lights(const std::vector<FaceToMeasure>& faces,
                                      const std::vector<fs::path>& kept, const CancelToken& cancel,
                                      const ProgressCallback& progress) {
    const Lights before = read_lights(kept);
    std::vector<FaceLight> lights(faces.size());
    std::vector<std::optional<FacePlace>> places(faces.size());
    std::vector<int> unknown;
    for (size_t i = 0; i < faces.size(); ++i) {
        places[i] = place_of(faces[i]);
        if (!places[i])
            continue;
        if (const auto known = before.find(*places[i]); known != before.end())
            lights[i] = known->second;
        else
            unknown.push_back(static_cast<int>(i));
    }
    const auto measure = [&](int i) {
        const auto face = static_cast<size_t>(unknown[static_cast<size_t>(i)]);
        try {
            lights[face] = measure_light(faces[face].image, faces[face].box_in_image);
        } catch (const Error&) {
            // Its light stays unknown.
        }
    };
    const auto keep = [&] {
        // What is known of other pictures stays; what these had before they changed goes.
        std::set<std::string> images;
        for (const FaceToMeasure& face : faces)
            images.insert(name_of(face.image));
        Lights now;
        for (const auto& [place, light] : before)
            if (!images.contains(place.image))
                now.emplace(place, light);
        for (size_t i = 0; i < faces.size(); ++i)
            if (places[i] && std::isfinite(lights[i].brightness))
                now[*places[i]] = lights[i];
        if (!unknown.empty())
            write_lights(kept, now);
    };
    try {
        parallel_for(static_cast<int>(unknown.size()), measure, cancel, progress);
    } catch (const Cancelled&) {
        keep();
        throw;
    }
    keep();
    return lights;
}

}  // namespace rudolph

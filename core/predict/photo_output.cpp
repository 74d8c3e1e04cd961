#include "core/predict/photo_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/face_ids.h"
#include "core/dataset/names.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Thousandths suffice for pixels, degrees and chances.
double to_thousandths(double value) {
    return std::round(value * 1000) / 1000;
}

std::string field(double value) {
    return std::isfinite(value) ? number_text(to_thousandths(value)) : std::string();
}

Json number_json(double value) {
    return std::isfinite(value) ? Json(to_thousandths(value)) : Json(nullptr);
}

/// The folder that all photographs lie below.
fs::path folder_of_all(const std::vector<PhotoResult>& photos) {
    fs::path common;
    for (const PhotoResult& photo : photos) {
        const fs::path folder = fs::absolute(photo.file).lexically_normal().parent_path();
        if (common.empty())
            common = folder;
        const auto differ =
            std::mismatch(common.begin(), common.end(), folder.begin(), folder.end()).first;
        fs::path shared;
        for (auto part = common.begin(); part != differ; ++part)
            shared /= *part;
        common = shared;
    }
    return common;
}

/// Ids leave out the extension; of photographs that differ in nothing else the later ones keep it.
std::string free_id(const fs::path& root, const fs::path& image, std::set<std::string>& taken) {
    std::string id = sample_id(root, image);
    const fs::path extension = image.extension();
    for (int i = 2; !taken.insert(id).second; ++i)
        id = sample_id(root, image) + extension.string() + (i > 2 ? std::to_string(i) : "");
    return id;
}

Sample face_sample(const PhotoFace& face, const PhotoModel& model, PhotoPoints points) {
    Sample sample;
    sample.box = face.found.box;
    sample.points_in_image = face.points_in_image;
    if (points == PhotoPoints::AsPoints)
        return sample;
    sample.proposed_by = model.name;
    if (face.confidence)
        sample.confidence = face.confidence->face;
    return sample;
}

void add_faces(Dataset& dataset, const PhotoResult& photo, const PhotoModel& model,
               PhotoPoints points, std::set<std::string>& taken) {
    Sample blank;
    blank.image = fs::absolute(photo.file).lexically_normal();
    blank.image_size = photo.size;
    blank.id = free_id(dataset.root, blank.image, taken);
    blank.person = person_of(blank.id);
    if (photo.faces.empty())
        dataset.samples.push_back(blank);
    int number_json = 0;
    for (const PhotoFace& face : photo.faces) {
        Sample sample = face_sample(face, model, points);
        sample.image = blank.image;
        sample.image_size = blank.image_size;
        sample.person = blank.person;
        sample.id = face_id(blank.id, ++number_json);
        taken.insert(sample.id);
        dataset.samples.push_back(std::move(sample));
    }
}

std::string frame_fields(const PhotoResult& photo) {
    if (!photo.frame)
        return ",,";
    return fmt::format(",{},{}", photo.frame->number, field(photo.frame->seconds));
}

std::string face_fields(const PhotoFace& face) {
    const Box& box = face.found.box;
    std::string text;
    for (const double value : {box.left, box.top, box.width, box.height})
        text += ',' + field(value);
    text += ',' + field(face.angles ? face.angles->roll : face.found.roll_deg);
    text += ',' + (face.angles ? field(face.angles->yaw) : std::string());
    text += ',' + (face.angles ? field(face.angles->pitch) : std::string());
    text += ',' + (face.confidence ? field(face.confidence->face) : std::string());
    text += face.confidence ? (face.doubtful() ? ",1" : ",0") : ",";
    return text + fmt::format(",{}", face.looks);
}

Json face_json(const PhotoFace& face, int face_number, const LandmarkScheme& scheme) {
    const Box& box = face.found.box;
    Json json{{"face", face_number},
              {"box",
               {number_json(box.left), number_json(box.top), number_json(box.width),
                number_json(box.height)}},
              {"score", number_json(face.found.score)},
              {"roll", number_json(face.angles ? face.angles->roll : face.found.roll_deg)},
              {"yaw", face.angles ? number_json(face.angles->yaw) : Json(nullptr)},
              {"pitch", face.angles ? number_json(face.angles->pitch) : Json(nullptr)},
              {"confidence", face.confidence ? number_json(face.confidence->face) : Json(nullptr)},
              {"doubtful", face.confidence ? Json(face.doubtful()) : Json(nullptr)},
              {"looks", face.looks}};
    Json points = Json::array();
    for (int i = 0; i < std::min(face.points_in_image.size(), scheme.size()); ++i) {
        const auto k = static_cast<size_t>(i);
        const Point& point = face.points_in_image.points[k];
        Json entry{{"name", scheme.point_names[k]},
                   {"x", number_json(point.x)},
                   {"y", number_json(point.y)}};
        if (face.confidence && k < face.confidence->points.size())
            entry["confidence"] = number_json(face.confidence->points[k]);
        points.push_back(std::move(entry));
    }
    json["points"] = std::move(points);
    return json;
}

}  // namespace

int PhotoResult::doubtful() const {
    return static_cast<int>(std::count_if(faces.begin(), faces.end(),
                                          [](const PhotoFace& face) { return face.doubtful(); }));
}

int PhotoResult::face_number(size_t face) const {
    return face < ids.size() ? ids[face] : static_cast<int>(face) + 1;
}

Dataset photo_dataset(const std::vector<PhotoResult>& photos, const PhotoModel& model,
                      PhotoPoints points) {
    std::vector<PhotoResult> usable;
    std::set<fs::path> seen;
    std::copy_if(photos.begin(), photos.end(), std::back_inserter(usable),
                 [&](const PhotoResult& photo) {
                     return !photo.failed() && !photo.frame &&
                            seen.insert(fs::absolute(photo.file).lexically_normal()).second;
                 });
    Dataset dataset;
    dataset.root = dataset.source = folder_of_all(usable);
    dataset.name = dataset.root.filename().string();
    dataset.format = DatasetFormat::Pictures;
    dataset.scheme = model.scheme;
    std::set<std::string> taken;
    for (const PhotoResult& photo : usable)
        add_faces(dataset, photo, model, points, taken);
    settle_face_ids(dataset.samples, dataset.root);
    return dataset;
}

std::string photo_csv_header(const LandmarkScheme& scheme, bool with_frames) {
    std::string text = with_frames ? "file,frame,seconds,face" : "file,face";
    text += ",left,top,width,height,roll,yaw,pitch,confidence,doubtful,looks";
    for (int i = 0; i < scheme.size(); ++i)
        text += fmt::format(",x{},y{}", i, i);
    for (int i = 0; i < scheme.size(); ++i)
        text += fmt::format(",c{}", i);
    return text + '\n';
}

std::string photo_csv_rows(const PhotoResult& photo, const LandmarkScheme& scheme,
                           bool with_frames) {
    std::string text;
    for (size_t f = 0; f < photo.faces.size(); ++f) {
        const PhotoFace& face = photo.faces[f];
        text += csv_field(photo.file.string());
        if (with_frames)
            text += frame_fields(photo);
        text += fmt::format(",{}", photo.face_number(f)) + face_fields(face);
        for (size_t i = 0; i < static_cast<size_t>(scheme.size()); ++i) {
            const bool known = i < face.points_in_image.points.size();
            const Point point = known ? face.points_in_image.points[i] : Point();
            text += known ? ',' + field(point.x) + ',' + field(point.y) : ",,";
        }
        for (size_t i = 0; i < static_cast<size_t>(scheme.size()); ++i)
            text += face.confidence && i < face.confidence->points.size()
                        ? ',' + field(face.confidence->points[i])
                        : ",";
        text += '\n';
    }
    return text;
}

Json photo_json(const PhotoResult& photo, const PhotoModel& model) {
    Json json{{"file", photo.file.string()}};
    if (photo.frame) {
        json["frame"] = photo.frame->number;
        json["seconds"] = number_json(photo.frame->seconds);
    }
    if (photo.failed()) {
        json["problem"] = photo.problem;
        return json;
    }
    json["width"] = photo.size.width;
    json["height"] = photo.size.height;
    json["model"] = model.name;
    json["scheme"] = model.scheme.name;
    json["faces"] = Json::array();
    for (size_t f = 0; f < photo.faces.size(); ++f)
        json["faces"].push_back(face_json(photo.faces[f], photo.face_number(f), model.scheme));
    return json;
}

}  // namespace rudolph

#include "core/formats/format.h"

#include <algorithm>

#include "core/dataset/choose_scheme.h"
#include "core/formats/asf.h"
#include "core/formats/coco_reader.h"
#include "core/formats/coco_writer.h"
#include "core/formats/csv.h"
#include "core/formats/dlib_xml.h"
#include "core/formats/dlib_xml_writer.h"
#include "core/formats/ljson.h"
#include "core/formats/project.h"
#include "core/formats/pts.h"
#include "core/formats/yolo.h"
#include "core/formats/yolo_writer.h"

namespace rudolph {
namespace {

bool is_complete(const Landmarks& points) {
    return !points.empty() &&
           std::all_of(points.visibility.begin(), points.visibility.end(),
                       [](Visibility visibility) { return visibility != Visibility::NotLabelled; });
}

bool is_blank(const Sample& face) {
    return !face.box && face.points_in_image.empty();
}

struct Format {
    FormatInfo info;
    FormatWriter writer;
};

const std::vector<Format>& formats() {
    using Layout = FormatLayout;
    static const std::vector<Format> all = {
        {{DatasetFormat::Imm, "asf", to_string(DatasetFormat::Imm), ".asf", Layout::FilePerPicture,
          true, ""},
         asf_writer()},
        {{DatasetFormat::Pts, "pts", to_string(DatasetFormat::Pts), ".pts", Layout::FilePerPicture,
          false, ""},
         pts_writer()},
        {{DatasetFormat::DlibXml, "dlib", to_string(DatasetFormat::DlibXml), ".xml",
          Layout::OneFile, false, "labels.xml", true},
         dlib_xml_writer()},
        {{DatasetFormat::Csv, "csv", to_string(DatasetFormat::Csv), ".csv", Layout::OneFile, false,
          "landmarks.csv"},
         csv_writer()},
        {{DatasetFormat::Coco, "coco", to_string(DatasetFormat::Coco), ".json", Layout::OneFile,
          true, "keypoints.json", true},
         coco_writer()},
        {{DatasetFormat::Yolo, "yolo", to_string(DatasetFormat::Yolo), ".yaml", Layout::OneFile,
          true, "data.yaml", true},
         yolo_writer()},
        {{DatasetFormat::Ljson, "ljson", to_string(DatasetFormat::Ljson), ".ljson",
          Layout::FilePerPicture, false, ""},
         ljson_writer()},
        {{DatasetFormat::Project, "project", to_string(DatasetFormat::Project), ".rudolph",
          Layout::OneFile, false, "faces.rudolph"},
         project_writer()},
    };
    return all;
}

const Format* find(DatasetFormat format) {
    const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& entry) {
        return entry.info.format == format;
    });
    return found == formats().end() ? nullptr : &*found;
}

}  // namespace

std::vector<OutputFile> one_file(std::filesystem::path path, std::string bytes) {
    std::vector<OutputFile> files;
    files.push_back({std::move(path), std::move(bytes)});
    return files;
}

std::set<std::filesystem::path> pictures_of_shared_stems(const Dataset& dataset) {
    std::map<std::filesystem::path, std::set<std::filesystem::path>> pictures_of;
    for (const Sample& face : dataset.samples)
        pictures_of[std::filesystem::path(face.image).replace_extension()].insert(face.image);
    std::set<std::filesystem::path> shared;
    for (auto& [stem, pictures] : pictures_of)
        if (pictures.size() > 1)
            shared.merge(pictures);
    return shared;
}

std::filesystem::path points_file_name(const std::filesystem::path& picture,
                                       const std::string& extension,
                                       const std::set<std::filesystem::path>& shared) {
    std::filesystem::path file = picture;
    return shared.contains(picture) ? file += extension : file.replace_extension(extension);
}

Dataset truth_only(Dataset dataset) {
    for (Sample& face : dataset.samples) {
        face.state = FaceState::New;
        face.note.clear();
        if (face.is_proposal())
            face.points_in_image = {};
        face.end_proposal();
    }
    drop_blank_faces(dataset);
    return dataset;
}

void forget_unlabelled(Landmarks& points) {
    bool any = false;
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            any = true;
        else
            points.points[at(i)] = {};
    if (!any)
        points = {};
}

void keep_points_alone(Sample& face) {
    face.box.reset();
    face.attributes.clear();
    Landmarks& points = face.points_in_image;
    forget_unlabelled(points);
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            points.visibility[at(i)] = Visibility::Visible;
}

void drop_blank_faces(Dataset& dataset) {
    std::vector<Sample>& faces = dataset.samples;
    size_t kept = 0;
    for (size_t i = 0; i < faces.size(); ++i) {
        const bool another = kept > 0 && faces[kept - 1].image == faces[i].image;
        if (another && is_blank(faces[i]) && !is_blank(faces[kept - 1]))
            continue;
        if (another && is_blank(faces[kept - 1]))
            --kept;
        if (kept != i)
            faces[kept] = std::move(faces[i]);
        ++kept;
    }
    faces.resize(kept);
}

Dataset one_bare_face_per_picture(Dataset dataset) {
    std::vector<Sample> bare_faces;
    for (size_t begin = 0; begin < dataset.samples.size();) {
        size_t end = begin + 1;
        while (end < dataset.samples.size() &&
               dataset.samples[end].image == dataset.samples[begin].image)
            ++end;
        size_t kept = begin;
        while (kept < end && !(dataset.samples[kept].has_truth() &&
                               is_complete(dataset.samples[kept].points_in_image)))
            ++kept;
        Sample& face = dataset.samples[kept < end ? kept : begin];
        Sample bare;
        bare.id = face.id;
        bare.image = face.image;
        bare.image_size = face.image_size;
        bare.person = face.person;
        bare.view = face.view;
        if (kept < end)
            bare.points_in_image = Landmarks(std::move(face.points_in_image.points));
        bare_faces.push_back(std::move(bare));
        begin = end;
    }
    dataset.attributes.clear();
    dataset.samples = std::move(bare_faces);
    dataset.scheme = choose_scheme(dataset.samples, usual_point_count(dataset.samples)).scheme;
    return dataset;
}

std::vector<Sample> take_unannotated(Dataset& dataset, DatasetFormat format,
                                     const FormatOptions& options) {
    std::vector<Sample> taken;
    if (options.keep_unannotated || !format_info(format).lists_negatives ||
        dataset.format == format)
        return taken;
    const auto says_nothing = [](const Sample& face) {
        const std::vector<Visibility>& visibility = face.points_in_image.visibility;
        return (!face.box || face.box->empty()) &&
               (face.is_proposal() ||
                std::all_of(visibility.begin(), visibility.end(),
                            [](Visibility point) { return point == Visibility::NotLabelled; }));
    };
    std::vector<Sample> kept;
    for (auto first = dataset.samples.begin(); first != dataset.samples.end();) {
        const auto last = std::find_if(first, dataset.samples.end(), [&](const Sample& face) {
            return face.image != first->image;
        });
        std::vector<Sample>& place = std::all_of(first, last, says_nothing) ? taken : kept;
        place.insert(place.end(), std::make_move_iterator(first), std::make_move_iterator(last));
        first = last;
    }
    dataset.samples = std::move(kept);
    return taken;
}

void require_image_size(const Sample& face) {
    if (face.image_size.width <= 0 || face.image_size.height <= 0)
        throw Error("the size of this picture is not known, and the format needs it", {face.image},
                    "check that the picture can be read");
}

const std::vector<FormatInfo>& writable_formats() {
    static const std::vector<FormatInfo> infos = [] {
        std::vector<FormatInfo> found;
        for (const Format& format : formats())
            found.push_back(format.info);
        return found;
    }();
    return infos;
}

const FormatInfo& format_info(DatasetFormat format) {
    if (const Format* found = find(format))
        return found->info;
    throw Error("the format '" + to_string(format) + "' cannot be written", {},
                "choose another format");
}

const FormatInfo& format_named(const std::string& key) {
    std::string keys;
    for (const FormatInfo& info : writable_formats()) {
        if (info.key == key)
            return info;
        keys += (keys.empty() ? "" : ", ") + info.key;
    }
    throw Error("there is no format '" + key + "'", {}, "the formats are " + keys);
}

const FormatWriter& writer_of(DatasetFormat format) {
    format_info(format);
    return find(format)->writer;
}

}  // namespace rudolph

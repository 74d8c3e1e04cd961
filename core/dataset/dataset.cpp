#include "core/dataset/dataset.h"

#include <algorithm>

#include "core/base/error.h"

namespace rudolph {

std::string to_string(DatasetFormat format) {
    switch (format) {
        case DatasetFormat::Imm:
            return "IMM .asf";
        case DatasetFormat::Pts:
            return "iBUG .pts";
        case DatasetFormat::DlibXml:
            return "dlib XML";
        case DatasetFormat::Csv:
            return "CSV";
        case DatasetFormat::Coco:
            return "COCO keypoints";
        case DatasetFormat::Yolo:
            return "YOLO pose";
        case DatasetFormat::Ljson:
            return "LJSON";
        case DatasetFormat::Project:
            return "Rudolph project";
        case DatasetFormat::Pictures:
            return "pictures";
        case DatasetFormat::Recipe:
            return "recipe";
        case DatasetFormat::Video:
            return "frames of videos";
        case DatasetFormat::Cvat:
            return "CVAT for images";
        case DatasetFormat::LabelStudio:
            return "Label Studio";
        case DatasetFormat::Via:
            return "VGG Image Annotator";
        case DatasetFormat::Labelme:
            return "labelme";
        case DatasetFormat::YoloLabels:
            return "YOLO labels";
    }
    return {};
}

bool can_be_read_only(DatasetFormat format) {
    switch (format) {
        case DatasetFormat::Pictures:
        case DatasetFormat::Recipe:
        case DatasetFormat::Video:
        case DatasetFormat::Cvat:
        case DatasetFormat::LabelStudio:
        case DatasetFormat::Via:
        case DatasetFormat::Labelme:
        case DatasetFormat::YoloLabels:
            return true;
        default:
            return false;
    }
}

std::vector<int> Dataset::labelled() const {
    std::vector<int> found;
    for (size_t i = 0; i < samples.size(); ++i)
        if (samples[i].has_truth())
            found.push_back(static_cast<int>(i));
    return found;
}

std::optional<int> Dataset::find(const std::string& id) const {
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [&](const Sample& sample) { return sample.id == id; });
    if (found == samples.end())
        return std::nullopt;
    return static_cast<int>(found - samples.begin());
}

Problem problem_from(const Error& error, const std::filesystem::path& file,
                     const std::string& sample_id) {
    const ErrorPlace& place = error.place();
    std::string message = error.message();
    if (!error.advice().empty())
        message += " (" + error.advice() + ")";
    return {place.file.empty() ? file : place.file, place.line, message, sample_id};
}

}  // namespace rudolph

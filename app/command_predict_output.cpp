#include "app/command_predict_output.h"

#include <algorithm>
#include <map>

#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"

namespace rudolph {
namespace fs = std::filesystem;

PredictOutput::PredictOutput(const PredictOptions& options, PhotoModel model,
                             const std::vector<PredictInput>& inputs)
    : options_(options), model_(std::move(model)) {
    if (options.out.empty())
        return;
    create_folder(options.out);
    with_frames_ = std::any_of(inputs.begin(), inputs.end(),
                               [](const PredictInput& input) { return input.is_video; });
    const fs::path folder(options.out);
    for (const std::string& format : options.formats) {
        if (format == "csv" && !csv_) {
            csv_ = std::make_unique<GrowingFile>(folder / "predictions.csv");
            csv_->append(photo_csv_header(model_.scheme, with_frames_));
        } else if (format == "jsonl" && !jsonl_) {
            jsonl_ = std::make_unique<GrowingFile>(folder / "predictions.jsonl");
        } else if (format != "csv" && format != "jsonl") {
            formats_.push_back(format_named(format));
        }
    }
    if (with_frames_ && !formats_.empty())
        print_to_person("note: frames of videos go into csv and jsonl only");
    if (!options.overwrite)
        refuse_to_overwrite(inputs);
}

/// Known before hours are spent on many photos.
void PredictOutput::refuse_to_overwrite(const std::vector<PredictInput>& inputs) const {
    const fs::path folder(options_.out);
    const auto refuse = [](const fs::path& file) {
        std::error_code failed;
        if (fs::exists(fs::symlink_status(file, failed)))
            throw Error("this file is there already", {file},
                        "choose another folder, or say --overwrite");
    };
    for (const FormatInfo& format : formats_) {
        if (format.layout == FormatLayout::OneFile) {
            refuse(folder / format.list_name);
            continue;
        }
        for (const PredictInput& input : inputs)
            refuse((folder / input.output).string() + format.extension);
    }
}

void PredictOutput::add(const PhotoResult& result, const PredictInput& input) {
    if (csv_)
        csv_->append(photo_csv_rows(result, model_.scheme, with_frames_));
    if (jsonl_)
        jsonl_->append(json_text(photo_json(result, model_), -1));
    if (formats_.empty() || result.frame || result.failed())
        return;
    results_.push_back(result);
    names_.push_back(input.output);
}

fs::path PredictOutput::write(const FormatInfo& format) const {
    const bool project = format.format == DatasetFormat::Project;
    Dataset dataset =
        photo_dataset(results_, model_, project ? PhotoPoints::AsProposals : PhotoPoints::AsPoints);
    for (const Loss& loss : losses(dataset, format.format, {}, interrupt_token()))
        print_to_person("note: " + loss.message);
    if (format.layout == FormatLayout::FilePerPicture) {
        // Beside the drawn pictures and named as these, wherever the photographs are.
        dataset.root = fs::absolute(options_.out);
        std::map<fs::path, fs::path> names;
        for (size_t i = 0; i < results_.size(); ++i)
            names.emplace(fs::absolute(results_[i].file).lexically_normal(), names_[i]);
        for (Sample& face : dataset.samples)
            face.image =
                (dataset.root / names.at(face.image)).string() + face.image.extension().string();
    }
    WriteRequest request;
    request.format = format.format;
    request.destination = options_.out;
    // YOLO's labels are looked for beside the pictures. Never copied: a photograph's file tells
    // where it was taken.
    request.pictures =
        format.format == DatasetFormat::Yolo ? PictureHandling::Link : PictureHandling::Refer;
    request.overwrite = options_.overwrite;
    return write_dataset(dataset, request, interrupt_token());
}

std::vector<fs::path> PredictOutput::finish() {
    std::vector<fs::path> written;
    for (GrowingFile* file : {csv_.get(), jsonl_.get()})
        if (file != nullptr) {
            file->commit();
            written.push_back(file->path());
        }
    if (!results_.empty())
        for (const FormatInfo& format : formats_)
            written.push_back(write(format));
    return written;
}

}  // namespace rudolph

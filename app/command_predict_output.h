#pragma once

#include <memory>
#include <vector>

#include "app/command_predict_inputs.h"
#include "app/command_predict_options.h"
#include "core/base/growing_file.h"
#include "core/formats/format.h"
#include "core/predict/photo_output.h"

namespace rudolph {

/// What is written to the folder for outputs, apart from what is drawn. Tables grow with each photo
/// and appear when all is done; the annotator's formats are written then.
class PredictOutput {
public:
    /// Throws Error when the folder cannot be written to, or annotations are there already and
    /// may not be written over.
    PredictOutput(const PredictOptions& options, PhotoModel model,
                  const std::vector<PredictInput>& inputs);

    void add(const PhotoResult& result, const PredictInput& input);
    /// Puts everything in place; returns the files and folders that were written.
    std::vector<std::filesystem::path> finish();

private:
    void refuse_to_overwrite(const std::vector<PredictInput>& inputs) const;
    std::filesystem::path write(const FormatInfo& format) const;

    const PredictOptions& options_;
    PhotoModel model_;
    bool with_frames_ = false;
    std::unique_ptr<GrowingFile> csv_;
    std::unique_ptr<GrowingFile> jsonl_;
    std::vector<FormatInfo> formats_;   ///< of the annotator
    std::vector<PhotoResult> results_;  ///< for these only
    std::vector<std::filesystem::path> names_;
};

}  // namespace rudolph

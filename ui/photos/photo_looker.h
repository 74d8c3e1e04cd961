#pragma once

#include <optional>
#include <vector>

#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/photos/photo_list_model.h"
#include "ui/photos/photo_tools.h"

namespace rudolph {

/// One wish to look at a photograph.
struct PhotoRequest {
    int photo = 0;     ///< id of the entry
    int revision = 0;  ///< of its boxes
    std::filesystem::path file;
    /// The boxes; empty: the detector looks for faces.
    std::optional<std::vector<DetectedFace>> faces;
    /// The place of the one face that is dragged, when `faces` is that alone; −1: they are all.
    int only = -1;
    /// What the model has said of these boxes already: only the second one is asked.
    std::optional<PhotoReading> known;
    PhotoChoice choice;
    int look = 0;  ///< counts what was chosen, and models that were renewed
};

/// What came of it.
struct PhotoAnswer {
    enum class Outcome {
        Done,
        BrokenPicture,   ///< `error` says why
        BrokenDetector,  ///< it cannot be used: so for all photographs
        BrokenModel,
        BrokenSecond
    };

    PhotoRequest request;
    Outcome outcome = Outcome::Done;
    cv::Size size;
    PhotoReading reading;
    PhotoReading compared;  ///< of the second model, where one was chosen
    ErrorText error;
    QString remark;  ///< what is odd about the file, a sentence; empty: nothing
};

/// Decodes photographs, finds faces and predicts their points. Keeps the picture that it had last,
/// so that a box that is dragged does not decode it each time. For one background thread.
class PhotoLooker {
public:
    explicit PhotoLooker(PhotoTools tools) : models_(std::move(tools)) {}

    /// Throws Cancelled; other errors are in the answer.
    PhotoAnswer look(const PhotoRequest& request, const CancelToken& cancel);

private:
    void fill(PhotoAnswer& answer, const CancelToken& cancel);
    const cv::Mat& picture(const std::filesystem::path& file);
    PhotoReading read(const QString& model, const cv::Mat& picture,
                      const std::vector<DetectedFace>& faces);

    ModelCache models_;
    std::filesystem::path decoded_file_;
    cv::Mat decoded_;
    PictureFacts facts_;  ///< of that picture
};

}  // namespace rudolph

#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "ui/base/error_text.h"
#include "ui/photos/photo_list_model.h"
#include "ui/photos/photo_tools.h"

namespace rudolph {

/// One wish to look at a photograph; values, for the worker to keep.
struct PhotoRequest {
    int photo = 0;     ///< id of the entry
    int revision = 0;  ///< of its boxes
    std::filesystem::path file;
    /// The boxes; empty: the detector looks for faces.
    std::optional<std::vector<DetectedFace>> faces;
    /// The place of the one face that is dragged, when `faces` is that alone; −1: they are all.
    int only = -1;
    PhotoChoice choice;
    CancelToken cancel;
};

/// What came of it.
struct PhotoAnswer {
    enum class Outcome {
        Done,
        Cancelled,
        BrokenPicture,   ///< `error` says why
        BrokenDetector,  ///< it cannot be used: so for all photographs
        BrokenModel,
        BrokenSecond
    };

    int photo = 0;
    int revision = 0;
    int only = -1;
    PhotoChoice choice;  ///< as it was asked
    Outcome outcome = Outcome::Done;
    cv::Size size;
    PhotoReading reading;
    PhotoReading compared;  ///< of the second model, where one was chosen
    ErrorText error;
};

/// Decodes photographs, finds faces and predicts their points, on the thread that it lives on.
/// Keeps the picture that it had last, so that a box that is dragged does not decode it each time.
class PhotoWorker : public QObject {
    Q_OBJECT

public:
    explicit PhotoWorker(PhotoTools tools) : toolbox_(std::move(tools)) {}

public slots:
    void look(const rudolph::PhotoRequest& request);

signals:
    void answered(const rudolph::PhotoAnswer& answer);

private:
    const cv::Mat& picture(const std::filesystem::path& file);
    void fill(const PhotoRequest& request, PhotoAnswer& answer);
    PhotoReading read(const QString& model, const cv::Mat& picture,
                      const std::vector<DetectedFace>& faces);

    PhotoToolbox toolbox_;
    std::filesystem::path decoded_file_;
    cv::Mat decoded_;
};

}  // namespace rudolph

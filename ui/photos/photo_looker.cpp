#include "ui/photos/photo_looker.h"

#include <exception>

#include "core/detect/find_faces.h"
#include "core/image/decode.h"
#include "ui/base/sentence.h"

namespace rudolph {
namespace {

/// Of what a detector has found several times, which the points tell.
void keepEachOnce(PhotoReading& reading, std::vector<DetectedFace>& found) {
    PhotoReading once = reading;
    once.faces.clear();
    std::vector<DetectedFace> found_once;
    for (const size_t face : faces_of_their_own(reading.faces)) {
        once.faces.push_back(reading.faces[face]);
        found_once.push_back(found[face]);
    }
    reading = std::move(once);
    found = std::move(found_once);
}

}  // namespace

using Outcome = PhotoAnswer::Outcome;

PhotoAnswer PhotoLooker::look(const PhotoRequest& request, const CancelToken& cancel) {
    PhotoAnswer answer;
    answer.request = request;
    try {
        fill(answer, cancel);
    } catch (const Cancelled&) {
        throw;
    } catch (...) {
        answer.error = errorText(std::current_exception());
    }
    return answer;
}

const cv::Mat& PhotoLooker::picture(const std::filesystem::path& file) {
    if (decoded_.empty() || decoded_file_ != file) {
        decoded_.release();
        facts_ = {};
        decoded_ = decode_image(file, Colour::Bgr, &facts_);
        decoded_file_ = file;
    }
    return decoded_;
}

/// What would be to blame for an error stands in the answer before each step.
void PhotoLooker::fill(PhotoAnswer& answer, const CancelToken& cancel) {
    const PhotoRequest& request = answer.request;
    const PhotoChoice& choice = request.choice;
    models_.keepOnly({choice.model, choice.second});
    answer.outcome = Outcome::BrokenPicture;
    const cv::Mat& pixels = picture(request.file);
    answer.size = pixels.size();
    if (facts_.oddity)
        answer.remark = sentence(QString::fromStdString(oddity_text(*facts_.oddity)));
    cancel.throw_if_cancelled();

    std::vector<DetectedFace> faces;
    if (request.faces) {
        faces = *request.faces;
    } else {
        answer.outcome = Outcome::BrokenDetector;
        faces = find_faces(*models_.detector(choice.detector, choice.detector_file), pixels,
                           Effort::Thorough, cancel);
    }
    cancel.throw_if_cancelled();
    answer.outcome = Outcome::BrokenModel;
    answer.reading = request.known ? *request.known : read(choice.model, pixels, faces);
    if (!request.faces)
        keepEachOnce(answer.reading, faces);
    if (!choice.second.isEmpty()) {
        cancel.throw_if_cancelled();
        answer.outcome = Outcome::BrokenSecond;
        answer.compared = read(choice.second, pixels, faces);
    }
    answer.outcome = Outcome::Done;
}

PhotoReading PhotoLooker::read(const QString& model, const cv::Mat& picture,
                               const std::vector<DetectedFace>& faces) {
    const auto predictor = models_.predictor(model);
    PhotoReading reading;
    reading.scheme = std::make_shared<const LandmarkScheme>(predictor->info().predicted_scheme());
    if (!faces.empty())
        reading.faces = predict_faces_of(*predictor, picture, faces);
    return reading;
}

}  // namespace rudolph

#include "ui/photos/photo_worker.h"

#include <exception>
#include <utility>

#include "core/detect/find_faces.h"
#include "core/image/decode.h"

namespace rudolph {

using Outcome = PhotoAnswer::Outcome;

void PhotoWorker::look(const PhotoRequest& request) {
    PhotoAnswer answer;
    answer.photo = request.photo;
    answer.revision = request.revision;
    answer.only = request.only;
    answer.choice = request.choice;
    try {
        fill(request, answer);
    } catch (const Cancelled&) {
        answer.outcome = Outcome::Cancelled;
    } catch (...) {
        answer.error = errorText(std::current_exception());
    }
    emit answered(answer);
}

const cv::Mat& PhotoWorker::picture(const std::filesystem::path& file) {
    if (decoded_.empty() || decoded_file_ != file) {
        decoded_.release();
        decoded_ = decode_image(file);
        decoded_file_ = file;
    }
    return decoded_;
}

/// What would be to blame for an error stands in the answer before each step.
void PhotoWorker::fill(const PhotoRequest& request, PhotoAnswer& answer) {
    const PhotoChoice& choice = request.choice;
    request.cancel.throw_if_cancelled();
    toolbox_.keepOnly(choice.model, choice.second);
    answer.outcome = Outcome::BrokenPicture;
    const cv::Mat& pixels = picture(request.file);
    answer.size = pixels.size();
    request.cancel.throw_if_cancelled();

    std::vector<DetectedFace> faces;
    if (request.faces) {
        faces = *request.faces;
    } else {
        answer.outcome = Outcome::BrokenDetector;
        faces = find_faces(toolbox_.detector(choice), pixels, Effort::Thorough, request.cancel);
    }
    request.cancel.throw_if_cancelled();
    answer.outcome = Outcome::BrokenModel;
    answer.reading = read(choice.model, pixels, faces);
    if (!choice.second.isEmpty()) {
        request.cancel.throw_if_cancelled();
        answer.outcome = Outcome::BrokenSecond;
        answer.compared = read(choice.second, pixels, faces);
    }
    answer.outcome = Outcome::Done;
}

PhotoReading PhotoWorker::read(const QString& model, const cv::Mat& picture,
                               const std::vector<DetectedFace>& faces) {
    Predictor& predictor = toolbox_.predictor(model);
    PhotoReading reading;
    reading.scheme = std::make_shared<const LandmarkScheme>(predictor.info().predicted_scheme());
    if (!faces.empty())
        reading.faces = predict_faces_of(predictor, picture, faces);
    return reading;
}

}  // namespace rudolph

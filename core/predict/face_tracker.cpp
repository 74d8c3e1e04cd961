#include "core/predict/face_tracker.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/geometry/box_overlap.h"

namespace rudolph {
namespace {

/// Of the speed itself, in hertz, as in the paper.
constexpr double kSpeedCutoff = 1;
/// Boxes of which more of the smaller one lies in the other are of the same face.
constexpr double kSameShare = 0.5;

/// The weight of a new value in an exponential average.
double weight_of(double cutoff, double seconds) {
    const double turn = 2 * std::numbers::pi * cutoff * seconds;
    return turn / (turn + 1);
}

/// Detectors' boxes and those about points differ in size, so the smaller one counts.
bool same_face(const Box& a, const Box& b) {
    const double smaller = std::min(a.width * a.height, b.width * b.height);
    return common_area(a, b) > kSameShare * smaller;
}

/// Where a face is now: about its points, or where it was found for models of a single point.
Box place_of(const PhotoFace& face) {
    return face.points_in_image.size() > 2 ? bounding_box(face.points_in_image) : face.found.box;
}

}  // namespace

double OneEuroFilter::operator()(double value, double seconds, double min_cutoff,
                                 double speed_factor) {
    if (!started_ || !(seconds > 0)) {
        started_ = true;
        value_ = value;
        return value;
    }
    speed_ += weight_of(kSpeedCutoff, seconds) * ((value - value_) / seconds - speed_);
    value_ += weight_of(min_cutoff + speed_factor * std::abs(speed_), seconds) * (value - value_);
    return value_;
}

FaceTracker::FaceTracker(FaceDetector& detector, Predictor& predictor,
                         const TrackerOptions& options)
    : detector_(detector), predictor_(predictor), options_(options) {}

void FaceTracker::reset() {
    tracks_.clear();
    started_ = false;
}

std::vector<TrackedFace> FaceTracker::track(const cv::Mat& bgr, double seconds) {
    if (started_ && seconds < last_seconds_)
        reset();
    const double since = started_ ? seconds - last_seconds_ : 0;
    follow(bgr);
    ++frames_since_detection_;
    const bool any_lost =
        std::any_of(tracks_.begin(), tracks_.end(), [](const Track& track) { return track.lost; });
    if (tracks_.empty() || any_lost || frames_since_detection_ >= options_.detect_every)
        find(bgr);
    for (Track& track : tracks_)
        smooth(track, since);
    started_ = true;
    last_seconds_ = seconds;
    std::vector<TrackedFace> faces;
    for (const Track& track : tracks_)
        faces.push_back({track.id, track.face});
    return faces;
}

void FaceTracker::follow(const cv::Mat& bgr) {
    for (Track& track : tracks_) {
        const auto face = follow_face(predictor_, bgr, track.measured_in_image);
        track.lost = !face || face->doubtful();
        if (track.lost)
            continue;
        // The box goes with the points.
        const Box before = bounding_box(track.measured_in_image);
        const Box now = bounding_box(face->points_in_image);
        const double scale = std::sqrt(now.width * now.height / (before.width * before.height));
        const Point moved = now.centre() - before.centre() * scale;
        DetectedFace found = track.face.found;
        found.box = {found.box.left * scale + moved.x, found.box.top * scale + moved.y,
                     found.box.width * scale, found.box.height * scale};
        track.face = *face;
        track.face.found = found;
        track.measured_in_image = face->points_in_image;
    }
}

/// The lost face that was there, or a new one.
FaceTracker::Track& FaceTracker::track_at(const Box& box) {
    for (Track& track : tracks_)
        if (track.lost && same_face(place_of(track.face), box))
            return track;
    return tracks_.emplace_back(Track{next_id_++, {}, {}, {}, false});
}

void FaceTracker::find(const cv::Mat& bgr) {
    frames_since_detection_ = 0;
    std::vector<DetectedFace> fresh = find_faces(detector_, bgr, Effort::Quick);
    std::erase_if(fresh, [&](const DetectedFace& face) {
        return std::any_of(tracks_.begin(), tracks_.end(), [&](const Track& track) {
            return !track.lost && same_face(place_of(track.face), face.box);
        });
    });
    for (PhotoFace& face : predict_faces_of(predictor_, bgr, fresh)) {
        Track& track = track_at(face.found.box);
        track.lost = false;
        track.measured_in_image = face.points_in_image;
        track.filters.resize(2 * face.points_in_image.points.size());
        track.face = std::move(face);
    }
    std::erase_if(tracks_, [](const Track& track) { return track.lost; });
}

void FaceTracker::smooth(Track& track, double seconds_since) const {
    // In units of the face, so that near and far faces are as steady.
    const Box box = place_of(track.face);
    const double size = std::max(1.0, std::sqrt(box.width * box.height));
    for (size_t i = 0; i < track.measured_in_image.points.size(); ++i) {
        const Point& measured = track.measured_in_image.points[i];
        const auto filtered = [&](double value, size_t filter) {
            return track.filters.at(filter)(value, seconds_since, options_.min_cutoff,
                                            options_.speed_factor / size);
        };
        track.face.points_in_image.points[i] = {filtered(measured.x, 2 * i),
                                                filtered(measured.y, 2 * i + 1)};
    }
}

}  // namespace rudolph

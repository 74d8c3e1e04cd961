#include "core/predict/face_tracker.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/detect/find_faces.h"
#include "core/geometry/box_overlap.h"
#include "core/geometry/shape.h"

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

/// Whether all of a face's points tell where it is, how large and how rolled.
bool can_be_laid(const std::vector<Point>& points) {
    return points.size() > 2;
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
    Track& track = tracks_.emplace_back();
    track.id = next_id_++;
    return track;
}

void FaceTracker::find(const cv::Mat& bgr) {
    frames_since_detection_ = 0;
    std::vector<DetectedFace> fresh = find_faces(detector_, bgr, Effort::Quick);
    std::erase_if(fresh, [&](const DetectedFace& face) {
        return std::any_of(tracks_.begin(), tracks_.end(), [&](const Track& track) {
            return !track.lost && same_face(place_of(track.face), face.box);
        });
    });
    for (PhotoFace& face : predict_found_faces(predictor_, bgr, fresh)) {
        Track& track = track_at(face.found.box);
        track.lost = false;
        track.measured_in_image = face.points_in_image;
        track.filters.resize(2 * face.points_in_image.points.size());
        track.face = std::move(face);
    }
    std::erase_if(tracks_, [](const Track& track) { return track.lost; });
}

Affine FaceTracker::smooth_place(Track& track, const Affine& image_from_first,
                                 double seconds_since) const {
    const Point centre = bounding_box(track.first_seen).centre();
    const Point now = image_from_first(centre);
    const auto& matrix = image_from_first.matrix;
    // Turns and growth as the way that a point half a face from the centre goes.
    const double reach = track.first_size / 2;
    const auto filtered = [&](double value, size_t filter) {
        return track.place_filters.at(filter)(value, seconds_since, options_.place_min_cutoff,
                                              options_.place_speed_factor / track.first_size);
    };
    const double x = filtered(now.x, 0);
    const double y = filtered(now.y, 1);
    const double along = filtered(matrix(0, 0) * reach, 2) / reach;
    const double across = filtered(matrix(1, 0) * reach, 3) / reach;
    const Affine turned{{along, -across, 0, across, along, 0}};
    return Affine::translation(x, y) * turned * Affine::translation(-centre.x, -centre.y);
}

void FaceTracker::smooth(Track& track, double seconds_since) const {
    const std::vector<Point>& measured = track.measured_in_image.points;
    if (track.first_seen.points.empty()) {
        const Box box = place_of(track.face);
        track.first_seen = track.measured_in_image;
        track.first_size = std::max(1.0, std::sqrt(box.width * box.height));
    }
    // Where the whole face is, all of its points tell together, so it trembles little; smoothed as
    // much as each point on the face it would lag behind a moving head or camera. Laid on the face
    // as it was first seen, near and far faces are as steady.
    Affine first_from_image;
    Affine image_from_first;
    if (const auto laid = align(track.measured_in_image, track.first_seen);
        laid && can_be_laid(measured)) {
        first_from_image = *laid;
        image_from_first = smooth_place(track, laid->inverse(), seconds_since);
    }
    for (size_t i = 0; i < measured.size(); ++i) {
        const Point in_first = first_from_image(measured[i]);
        const auto filtered = [&](double value, size_t filter) {
            return track.filters.at(filter)(value, seconds_since, options_.min_cutoff,
                                            options_.speed_factor / track.first_size);
        };
        track.face.points_in_image.points[i] =
            image_from_first({filtered(in_first.x, 2 * i), filtered(in_first.y, 2 * i + 1)});
    }
}

}  // namespace rudolph

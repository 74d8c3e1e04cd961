#pragma once

#include <array>
#include <vector>

#include "core/predict/photo.h"

namespace rudolph {

struct TrackerOptions {
    /// Looking for faces takes longer than following them, so it is done once in so many frames,
    /// and whenever there is no face to follow.
    int detect_every = 15;
    /// Steadiness against lag, see OneEuroFilter: cut-off at rest in hertz, and how fast it rises
    /// with speed (in face sizes a second).
    double min_cutoff = 1.5;
    double speed_factor = 8;
    /// The same for the place, size and roll of whole faces.
    double place_min_cutoff = 3;
    double place_speed_factor = 60;

    bool operator==(const TrackerOptions&) const = default;
};

/// A face of a video: the same number as long as it is followed.
struct TrackedFace {
    int id = 0;
    PhotoFace face;

    bool operator==(const TrackedFace&) const = default;
};

/// Smooths a number that is measured with noise, the more the less it moves: an exponential average
/// whose cut-off rises with speed (G. Casiez, N. Roussel, D. Vogel, 1€ Filter: A Simple Speed-based
/// Low-pass Filter for Noisy Input in Interactive Systems, CHI 2012).
class OneEuroFilter {
public:
    /// `seconds`: since the last value, which is ignored for the first.
    double operator()(double value, double seconds, double min_cutoff, double speed_factor);

private:
    bool started_ = false;
    double value_ = 0;
    double speed_ = 0;
};

/// Faces in a video, from frame to frame: found by a detector, then followed by their points, which
/// are smoothed on the face much, and with the whole face little. Both the detector and the
/// predictor must outlive it. Not thread-safe.
class FaceTracker {
public:
    FaceTracker(FaceDetector& detector, Predictor& predictor, const TrackerOptions& options = {});

    /// The faces of the next frame (CV_8UC3) at `seconds` from the video's start, in the order in
    /// which they were first seen. Faces that are lost or doubtful are looked for again. Time that
    /// goes back starts anew. Throws Error.
    std::vector<TrackedFace> track(const cv::Mat& bgr, double seconds);
    /// Forgets all faces: before another video, or another place in it.
    void reset();

private:
    struct Track {
        int id = 0;
        PhotoFace face;  ///< smoothed
        Landmarks measured_in_image;
        Landmarks first_seen;   ///< measured_in_image when it was new
        double first_size = 1;  ///< of the face then, in pixels
        std::array<OneEuroFilter, 4> place_filters;
        std::vector<OneEuroFilter> filters;  ///< x₀ y₀ x₁ y₁ …, laid on first_seen
        bool lost = false;                   ///< not seen in this frame yet
    };

    void follow(const cv::Mat& bgr);
    void find(const cv::Mat& bgr);
    Track& track_at(const Box& box);
    void smooth(Track& track, double seconds_since) const;
    Affine smooth_place(Track& track, const Affine& image_from_first, double seconds_since) const;

    FaceDetector& detector_;
    Predictor& predictor_;
    TrackerOptions options_;
    std::vector<Track> tracks_;
    int next_id_ = 1;
    int frames_since_detection_ = 0;
    double last_seconds_ = 0;
    bool started_ = false;
};

}  // namespace rudolph

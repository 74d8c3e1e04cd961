#include "core/dataset/inspect_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "core/dataset/face_statistics.h"
#include "core/dataset/mend.h"
#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "core/image/eight_bits.h"

namespace rudolph {
namespace {

/// How the frame of the points may differ from the picture's.
enum class FrameGuess { Unturned, Scaled, UnturnedAndScaled };

/// As the picture would have it, if the guess were true.
struct FrameCandidate {
    FrameGuess guess = FrameGuess::Unturned;
    cv::Size frame;  ///< of the wrong picture
    Affine right_from_wrong;
};

std::vector<FrameCandidate> candidates_of(const CheckedPicture& picture) {
    const cv::Size upright = picture.size.upright;
    const cv::Size stored = picture.size.stored();
    const Affine turn = upright_from_stored(stored, picture.size.orientation);
    const bool is_turned = picture.size.orientation != 1;
    std::vector<FrameCandidate> candidates;
    if (picture.disagrees() && is_scaled(picture.listed, upright))
        candidates.push_back(
            {FrameGuess::Scaled, picture.listed, Affine::resize(picture.listed, upright)});
    if (picture.disagrees() && is_turned && is_scaled(picture.listed, stored)) {
        candidates.push_back({FrameGuess::UnturnedAndScaled, picture.listed,
                              turn * Affine::resize(picture.listed, stored)});
        const cv::Size turned(picture.listed.height, picture.listed.width);
        if (picture.size.orientation >= 5)
            candidates.push_back({FrameGuess::Scaled, turned, Affine::resize(turned, upright)});
    } else if (is_turned) {
        candidates.push_back({FrameGuess::Unturned, stored, turn});
    }
    return candidates;
}

/// At least three quarters of the points lie in the picture.
bool fits(const Landmarks& points, cv::Size size) {
    int labelled = 0;
    int outside = 0;
    for (int i = 0; i < points.size(); ++i) {
        if (!points.is_labelled(i))
            continue;
        const Point& p = points.points[at(i)];
        ++labelled;
        outside += p.x < -1 || p.y < -1 || p.x > size.width || p.y > size.height ? 1 : 0;
    }
    return 4 * outside < labelled || labelled == 0;
}

/// How unlike an upright face the points are, in parts of the face's size. 0 to about 2.
class Uprightness {
public:
    Uprightness(const Dataset& dataset, const std::vector<int>& faces,
                const CheckedPictures& pictures) {
        constexpr size_t kFewestForReference = 5;
        if (is_builtin(dataset.scheme) || !dataset.scheme.reference.empty()) {
            reference_ = reference_shape(dataset.scheme);
            return;
        }
        std::vector<const Landmarks*> plain;
        for (const int i : faces) {
            const Sample& face = dataset.samples[at(i)];
            const auto picture = pictures.find(face.image.native());
            if (picture != pictures.end() && picture->second.size.orientation == 1)
                plain.push_back(&face.points_in_image);
        }
        if (plain.size() >= kFewestForReference)
            reference_ = mean_shape(plain);
    }

    double cost(const Landmarks& points) const {
        if (reference_.empty())
            return asymmetry(points);
        const std::optional<Affine> there = align(points, reference_);
        if (!there || points.size() != reference_.size())
            return 0;
        const double cosine = there->matrix(0, 0) / std::max(1e-12, there->scale());
        return rms_distance(transformed(*there, points), reference_) + (1 - cosine) / 2;
    }

private:
    /// Mirrored left to right, how far points lie from the nearest others.
    static double asymmetry(const Landmarks& points) {
        const Box box = bounding_box(points);
        const double size = std::sqrt(box.width * box.height);
        if (!(size > 0))
            return 0;
        Point centre;
        int labelled = 0;
        for (int i = 0; i < points.size(); ++i)
            if (points.is_labelled(i)) {
                centre += points.points[at(i)];
                ++labelled;
            }
        centre *= 1.0 / labelled;
        double sum = 0;
        for (int i = 0; i < points.size(); ++i) {
            if (!points.is_labelled(i))
                continue;
            const Point mirror(2 * centre.x - points.points[at(i)].x, points.points[at(i)].y);
            double nearest = std::numeric_limits<double>::max();
            for (int k = 0; k < points.size(); ++k)
                if (points.is_labelled(k))
                    nearest = std::min(nearest, cv::norm(points.points[at(k)] - mirror));
            sum += nearest;
        }
        return sum / labelled / size;
    }

    Landmarks reference_;
};

/// The faces to which one guess applies, and what speaks for it.
struct FrameVotes {
    std::vector<FaceMend> undecided;
    std::vector<FaceMend> in_favour;
    std::vector<FaceMend> surely;  ///< of these: the points lie outside the picture as they are
    size_t against = 0;
    cv::Size first_frame;
    cv::Size first_size;
    /// Where the middles of faces lie, as parts of the picture: as they are, and put right.
    Point as_they_are;
    Point put_right;

    size_t all() const { return undecided.size() + in_favour.size() + against; }
};

/// So much more like an upright face.
constexpr double kClearlyBetter = 0.6;

void vote(const Sample& face, const FrameCandidate& candidate, cv::Size size,
          const Uprightness& uprightness, FrameVotes& votes) {
    if (votes.all() == 0) {
        votes.first_frame = candidate.frame;
        votes.first_size = size;
    }
    FaceMend mend{face.id, face.points_in_image, candidate.right_from_wrong, {}};
    const Landmarks right = transformed(candidate.right_from_wrong, face.points_in_image);
    const Point middle = bounding_box(face.points_in_image).centre();
    const Point moved = candidate.right_from_wrong(middle);
    votes.as_they_are += Point(middle.x / size.width, middle.y / size.height);
    votes.put_right += Point(moved.x / size.width, moved.y / size.height);
    const bool fits_now = fits(face.points_in_image, size);
    const bool fits_then = fits(right, size);
    if (fits_now != fits_then) {
        if (fits_now) {
            ++votes.against;
            return;
        }
        votes.surely.push_back(mend);
        votes.in_favour.push_back(std::move(mend));
        return;
    }
    if (candidate.guess == FrameGuess::Scaled) {
        votes.undecided.push_back(std::move(mend));
        return;
    }
    const double now = uprightness.cost(face.points_in_image);
    const double then = uprightness.cost(right);
    if (then < kClearlyBetter * now)
        votes.in_favour.push_back(std::move(mend));
    else if (now < kClearlyBetter * then)
        ++votes.against;
    else
        votes.undecided.push_back(std::move(mend));
}

/// Nobody annotates only the upper left part of pictures: where all faces fit a smaller frame and
/// lie around its middle, that is theirs.
bool is_smaller_frame(const FrameVotes& votes) {
    constexpr size_t kFewestFaces = 3;
    const auto count = static_cast<double>(votes.undecided.size());
    if (votes.against > 0 || votes.undecided.size() < kFewestFaces || !votes.in_favour.empty() ||
        votes.first_frame.width >= votes.first_size.width)
        return false;
    const Point middle(0.5, 0.5);
    return cv::norm(votes.put_right / count - middle) <
           kClearlyBetter * cv::norm(votes.as_they_are / count - middle);
}

/// The faces that the guess is right for.
std::vector<FaceMend> believed(FrameVotes votes) {
    if (2 * votes.in_favour.size() > votes.all()) {
        std::move(votes.undecided.begin(), votes.undecided.end(),
                  std::back_inserter(votes.in_favour));
        return std::move(votes.in_favour);
    }
    return is_smaller_frame(votes) ? std::move(votes.undecided) : std::move(votes.surely);
}

std::string guess_text(FrameGuess guess, const FrameVotes& votes, size_t count) {
    const std::string faces =
        count == 1 ? "the points of this face" : fmt::format("the points of {} faces", count);
    const std::string frame =
        fmt::format("{}×{}", votes.first_frame.width, votes.first_frame.height);
    const std::string size = fmt::format("{}×{}", votes.first_size.width, votes.first_size.height);
    switch (guess) {
        case FrameGuess::Unturned:
            return faces + " are those of the photograph as it is stored (" + frame +
                   "), before its EXIF orientation turns it, and not of the upright picture (" +
                   size + ")";
        case FrameGuess::Scaled:
            return faces + " are those of the picture at the size that the data set says (" +
                   frame + "), and not at its own (" + size + ")";
        case FrameGuess::UnturnedAndScaled:
            return faces +
                   " are those of the photograph as it is stored, before its EXIF orientation "
                   "turns "
                   "it, at the size that the data set says (" +
                   frame + "), and not of the upright picture (" + size + ")";
    }
    return {};
}

}  // namespace

std::vector<Problem> inspect_frames(const Dataset& dataset, const std::vector<int>& faces,
                                    const CheckedPictures& pictures) {
    std::optional<Uprightness> uprightness;
    std::map<FrameGuess, FrameVotes> votes;
    for (const int i : faces) {
        const Sample& face = dataset.samples[at(i)];
        const auto picture = pictures.find(face.image.native());
        if (picture == pictures.end() || picture->second.problem)
            continue;
        const std::vector<FrameCandidate> candidates = candidates_of(picture->second);
        if (!candidates.empty() && !uprightness)
            uprightness.emplace(dataset, faces, pictures);
        for (const FrameCandidate& candidate : candidates)
            vote(face, candidate, picture->second.size.upright, *uprightness,
                 votes[candidate.guess]);
    }
    std::vector<Problem> found;
    for (auto& [guess, of_guess] : votes) {
        const FrameVotes summary{{}, {}, {}, 0, of_guess.first_frame, of_guess.first_size, {}, {}};
        auto mend = std::make_shared<Mend>();
        mend->kind = MendKind::Frame;
        mend->faces = believed(std::move(of_guess));
        if (mend->faces.empty())
            continue;
        const std::string first = mend->faces.front().sample_id;
        const std::string text = guess_text(guess, summary, mend->faces.size());
        const std::optional<int> index = dataset.find(first);
        found.push_back({index ? dataset.samples[at(*index)].image : dataset.source, 0, text, first,
                         std::nullopt, false, std::move(mend)});
    }
    return found;
}

}  // namespace rudolph

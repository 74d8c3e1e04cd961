#include "core/dataset/mend.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace rudolph {
namespace {

/// The upright box around what a box becomes.
Box transformed_box(const Affine& to_from, const Box& box) {
    const std::array<Point, 4> corners = {
        to_from({box.left, box.top}), to_from({box.right(), box.top}),
        to_from({box.left, box.bottom()}), to_from({box.right(), box.bottom()})};
    Point least = corners[0];
    Point greatest = corners[0];
    for (const Point& corner : corners) {
        least = {std::min(least.x, corner.x), std::min(least.y, corner.y)};
        greatest = {std::max(greatest.x, corner.x), std::max(greatest.y, corner.y)};
    }
    return {least.x, least.y, greatest.x - least.x, greatest.y - least.y};
}

}  // namespace

std::string to_string(MendKind kind) {
    switch (kind) {
        case MendKind::Frame:
            return "frame";
        case MendKind::Order:
            return "order";
        case MendKind::Side:
            return "side";
        case MendKind::Jaw:
            break;
    }
    return "jaw";
}

Sample mended(Sample face, const FaceMend& mend) {
    if (face.points_in_image != mend.wrong)
        return face;
    if (mend.order.size() == face.points_in_image.points.size() && !mend.order.empty())
        face.points_in_image = subset(face.points_in_image, mend.order);
    Landmarks moved = transformed(mend.right_from_wrong, face.points_in_image);
    for (int i = 0; i < moved.size(); ++i)
        if (!moved.is_labelled(i))  // these have no place
            moved.points[at(i)] = face.points_in_image.points[at(i)];
    face.points_in_image = std::move(moved);
    for (const int i : mend.not_labelled)
        face.points_in_image.visibility[at(i)] = Visibility::NotLabelled;
    if (face.box && mend.right_from_wrong != Affine())
        face.box = transformed_box(mend.right_from_wrong, *face.box);
    return face;
}

std::vector<int> points_to_mend(const Problem& finding) {
    if (!finding.mend || finding.mend->faces.empty())
        return {};
    const FaceMend& face = finding.mend->faces.front();
    std::vector<int> points = face.not_labelled;
    for (size_t i = 0; i < face.order.size(); ++i)
        if (at(face.order[i]) != i)
            points.push_back(static_cast<int>(i));
    return points;
}

int apply_mends(Dataset& dataset, const std::vector<Problem>& findings,
                const std::vector<MendKind>& kinds) {
    std::unordered_map<std::string, Sample*> by_id;
    for (Sample& face : dataset.samples)
        by_id.emplace(face.id, &face);
    std::unordered_set<std::string> changed;
    for (const MendKind kind : kMendKinds) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            continue;
        for (const Problem& finding : findings) {
            if (!finding.mend || finding.mend->kind != kind)
                continue;
            for (const FaceMend& mend : finding.mend->faces) {
                const auto face = by_id.find(mend.sample_id);
                if (face == by_id.end() || face->second->points_in_image != mend.wrong)
                    continue;
                *face->second = mended(*face->second, mend);
                changed.insert(mend.sample_id);
            }
        }
    }
    return static_cast<int>(changed.size());
}

}  // namespace rudolph

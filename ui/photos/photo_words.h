#pragma once

#include <QString>

#include "ui/base/error_text.h"
#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// What the Photos page says, in words for people.

/// "Face 2 · 41 %, doubtful"; without a confidence: "Face 2".
QString faceLabel(int number, const PhotoFace& face);
/// "turned 23° to the right, 5° up, tilted 2° to the left"; "straight into the camera".
QString poseText(const HeadAngles& angles);
/// Of a place in a video, or its length: "1:05", "1:02:05".
QString clockText(double seconds);
/// "2 faces, 1 doubtful", "no face found", "waiting", "cannot be read", "video, 1:05".
QString photoSummary(const PhotoEntry& entry);
/// The file, the summary, and what is wrong.
QString photoTip(const PhotoEntry& entry);
/// "24 photographs · 31 faces · 2 doubtful · 1 without a face".
QString countsText(const PhotoCounts& counts);
/// How a detector is called: "HOG", "YuNet".
QString detectorName(DetectorKind kind);

}  // namespace rudolph

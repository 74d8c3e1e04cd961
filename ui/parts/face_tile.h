#pragma once

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <functional>
#include <optional>

#include "ui/parts/face_thumbnails.h"

namespace rudolph {

struct FaceResult;

/// What the gallery shows of one face. Pointers need only live while it is drawn.
struct FaceTile {
    std::optional<ThumbnailRequest> picture;  ///< none: a grey square, or `image`
    QImage image;                             ///< that is there already
    QString instead;                          ///< words in the picture's place
    /// Truth and prediction, drawn upon the picture.
    const FaceResult* points = nullptr;
    const LandmarkScheme* scheme = nullptr;
    /// With points: what was drawn once under a key is kept, until one with another first part is.
    QPair<int, int> key;
    QString title;
    QString line;  ///< below the title, quieter; in rows alone
    /// A mark upon the picture's lower right corner, which may reach a little beyond it.
    std::function<void(QPainter&, const QRect& picture, const QPalette&)> mark;
    /// Signs at the right end of the second line; returns how much room they took.
    std::function<int(QPainter&, const QRect& line, const QPalette&)> signs;
};

/// The thumbnail that tells the whole story of a prediction: the face about its truth, and the
/// prediction too, however far away it is. Small differences between predictions ask for the same
/// picture.
ThumbnailRequest wholeStory(const std::filesystem::path& image, const FaceResult& result);

/// Draws a face's thumbnail with its truth and prediction into `tile`, and arrows from the truth to
/// a prediction that is far away: of single points, or of the middle of many. A grey square while
/// the picture is being loaded.
void paintFaceTile(QPainter& painter, const QRect& tile, const FaceThumbnail& thumbnail,
                   const FaceResult& result, const LandmarkScheme& scheme, const QPalette& palette,
                   bool broken);

}  // namespace rudolph

#include "ui/canvas/face_edit.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/settings/translation.h"

namespace rudolph {
namespace {

struct EditNames {
    Q_DECLARE_TR_FUNCTIONS(EditNames)
};

Sample withPoints(const Sample& face, Landmarks points) {
    Sample after = face;
    after.points_in_image = std::move(points);
    if (after.points_in_image != face.points_in_image)
        after.end_proposal();
    return after;
}

Visibility& visibilityOf(Landmarks& points, int point) {
    return points.visibility[static_cast<size_t>(point)];
}

QString nameForMany(Edit edit, int count) {
    switch (edit) {
        case Edit::Place:
            return EditNames::tr("Place %n points", nullptr, count);
        case Edit::Move:
            return EditNames::tr("Move %n points", nullptr, count);
        case Edit::Turn:
            return EditNames::tr("Turn %n points", nullptr, count);
        case Edit::Scale:
            return EditNames::tr("Scale %n points", nullptr, count);
        case Edit::Mirror:
            return EditNames::tr("Mirror %n points", nullptr, count);
        case Edit::Hide:
            return EditNames::tr("Mark %n points as hidden", nullptr, count);
        case Edit::Show:
            return EditNames::tr("Mark %n points as visible", nullptr, count);
        case Edit::Remove:
            return EditNames::tr("Remove %n points", nullptr, count);
    }
    return {};
}

QString nameForFace(Edit edit) {
    switch (edit) {
        case Edit::Place:
            return EditNames::tr("Place all points");
        case Edit::Move:
            return EditNames::tr("Move face");
        case Edit::Turn:
            return EditNames::tr("Turn face");
        case Edit::Scale:
            return EditNames::tr("Scale face");
        case Edit::Mirror:
            return EditNames::tr("Mirror face");
        case Edit::Hide:
            return EditNames::tr("Mark all points as hidden");
        case Edit::Show:
            return EditNames::tr("Mark all points as visible");
        case Edit::Remove:
            return EditNames::tr("Remove all points");
    }
    return {};
}

QString nameForOne(Edit edit, const QString& point) {
    switch (edit) {
        case Edit::Place:
            return EditNames::tr("Place %1").arg(point);
        case Edit::Move:
            return EditNames::tr("Move %1").arg(point);
        case Edit::Turn:
            return EditNames::tr("Turn %1").arg(point);
        case Edit::Scale:
            return EditNames::tr("Scale %1").arg(point);
        case Edit::Mirror:
            return EditNames::tr("Mirror %1").arg(point);
        case Edit::Hide:
            return EditNames::tr("Mark %1 as hidden").arg(point);
        case Edit::Show:
            return EditNames::tr("Mark %1 as visible").arg(point);
        case Edit::Remove:
            return EditNames::tr("Remove %1").arg(point);
    }
    return {};
}

}  // namespace

std::vector<int> labelledPoints(const Landmarks& points) {
    std::vector<int> labelled;
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            labelled.push_back(i);
    return labelled;
}

std::optional<int> nextUnlabelled(const Landmarks& points, int scheme_size, int from) {
    for (int step = 0; step < scheme_size; ++step) {
        const int point = (from + step) % scheme_size;
        if (point >= points.size() || !points.is_labelled(point))
            return point;
    }
    return {};
}

Sample withPointPlaced(const Sample& face, int scheme_size, int point, Point in_image) {
    Landmarks points = face.points_in_image;
    points.points.resize(static_cast<size_t>(scheme_size));
    points.visibility.resize(static_cast<size_t>(scheme_size), Visibility::NotLabelled);
    points.points[static_cast<size_t>(point)] = in_image;
    if (!points.is_labelled(point))
        visibilityOf(points, point) = Visibility::Visible;
    return withPoints(face, std::move(points));
}

Sample withPointsMoved(const Sample& face, const std::vector<int>& points, const Affine& to_from) {
    return withPoints(face, moved(face.points_in_image, points, to_from));
}

Sample withPointsMirrored(const Sample& face, const LandmarkScheme& scheme,
                          const std::vector<int>& points) {
    // Of a whole face, points whose partners have no place yet become their partners.
    if (points.size() == labelledPoints(face.points_in_image).size())
        return withPoints(face, mirrored(face.points_in_image, scheme));
    const Landmarks part = mirrored(subset(face.points_in_image, points), subset(scheme, points));
    Landmarks all = face.points_in_image;
    for (size_t i = 0; i < points.size(); ++i) {
        all.points[static_cast<size_t>(points[i])] = part.points[i];
        visibilityOf(all, points[i]) = part.visibility[i];
    }
    return withPoints(face, std::move(all));
}

Sample withVisibility(const Sample& face, const std::vector<int>& points, Visibility visibility) {
    Landmarks all = face.points_in_image;
    for (const int point : points) {
        visibilityOf(all, point) = visibility;
        // A place that means nothing must not come back with a file that keeps it.
        if (visibility == Visibility::NotLabelled)
            all.points[static_cast<size_t>(point)] = {};
    }
    if (labelledPoints(all).empty())
        all = {};
    return withPoints(face, std::move(all));
}

Sample withBox(const Sample& face, const std::optional<Box>& box) {
    Sample after = face;
    after.box = box;
    return after;
}

QString editName(Edit edit, const Sample& face, const LandmarkScheme& scheme,
                 const std::vector<int>& points) {
    if (points.size() == 1)
        return nameForOne(edit, pointName(scheme, points.front()));
    if (points.size() == labelledPoints(face.points_in_image).size())
        return nameForFace(edit);
    return nameForMany(edit, static_cast<int>(points.size()));
}

QString editName(BoxEdit edit) {
    switch (edit) {
        case BoxEdit::Draw:
            return EditNames::tr("Draw box");
        case BoxEdit::Move:
            return EditNames::tr("Move box");
        case BoxEdit::MoveFace:
            return EditNames::tr("Move face");
        case BoxEdit::Resize:
            return EditNames::tr("Resize box");
        case BoxEdit::Remove:
            return EditNames::tr("Remove box");
        case BoxEdit::RemoveFace:
            return EditNames::tr("Remove face");
    }
    return {};
}

QString pointName(const LandmarkScheme& scheme, int point) {
    if (point < 0 || point >= scheme.size())
        return EditNames::tr("point %1").arg(point);
    return landmarkText(scheme.point_names[static_cast<size_t>(point)]);
}

}  // namespace rudolph

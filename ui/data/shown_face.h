#pragma once

#include <QImage>
#include <QObject>
#include <optional>

#include "core/dataset/dataset.h"
#include "ui/parts/job.h"

namespace rudolph {

class AnnotationDocument;
class Annotator;
class FaceView;
class SampleDetails;
class SampleListPanel;
class Session;

/// The face that is chosen in the list: brings its picture from the background, shows its points
/// and its box as they are edited, and what is known of it.
class ShownFace : public QObject {
    Q_OBJECT

public:
    struct Parts {
        SampleListPanel* list;
        FaceView* view;
        Annotator* annotator;
        SampleDetails* details;
    };

    /// `session` must outlive it; the parts must outlive its use.
    ShownFace(Session* session, const Parts& parts, QObject* parent);

    /// Its index in the document; −1: none.
    int index() const { return index_; }
    /// After the list has got the session's document.
    void followDocument();
    void setBoxShown(bool shown);
    /// What a finding proposes for its face, drawn as a prediction while that is shown; empty:
    /// none.
    void setFix(const std::optional<Sample>& fix);
    /// Whoever draws the points has changed: the annotator's tool, or the view.
    void refresh();

private:
    void show(int index);
    void clear(const QString& message);
    void showPlace(const QString& place, const QString& message);
    void showPicture(const QImage& image);
    void showPoints();
    void showFix(const Sample& face, const LandmarkScheme& scheme);
    void zoomToSmallFace();
    void showFacts();
    /// Brings a point of the face close.
    void lookAt(int point);
    std::optional<int> previousInList() const;
    bool isThere() const;

    Session* session_;
    Parts parts_;
    int index_ = -1;
    std::optional<int> point_wanted_;  ///< to look at when its picture is there
    bool box_shown_ = false;
    std::optional<Sample> fix_;
    std::optional<double>
        own_scale_;  ///< where the view was zoomed to a small face, not by a person
    Job picture_job_;
};

}  // namespace rudolph

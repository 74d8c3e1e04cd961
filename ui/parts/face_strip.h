#pragma once

#include <QWidget>
#include <vector>

#include "core/geometry/landmark_scheme.h"
#include "ui/parts/face_thumbnails.h"
#include "ui/parts/strip_face.h"

namespace rudolph {

/// A row of validation faces with the truth in green and the latest predictions in red, and the
/// error of each below it: as high as the strip, as many as there is room for. The arrow keys go
/// from face to face.
class FaceStrip : public QWidget {
    Q_OBJECT

public:
    explicit FaceStrip(QWidget* parent = nullptr);

    /// Faces to show from now on; `scheme` is that of the predicted points.
    void setFaces(const std::vector<StripFace>& faces, const LandmarkScheme& scheme);
    void clear(const QString& message);
    /// How many faces there is room for.
    int capacity() const;
    int count() const { return static_cast<int>(faces_.size()); }
    const std::vector<StripFace>& faces() const { return faces_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What can be done with a face? At a place on the screen.
    void menuRequested(const QString& id, const QPoint& at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    int side() const;
    QRect tile(int index) const;
    int tileAt(const QPoint& at) const;
    void setCurrent(int index);
    QString describe(const StripFace& face) const;

    FaceThumbnails thumbnails_;
    std::vector<StripFace> faces_;
    /// What is shown of each while what is to be shown is being made.
    std::vector<FaceThumbnail> shown_;
    LandmarkScheme scheme_;
    QString message_;
    int current_ = 0;  ///< that keys go on from
};

}  // namespace rudolph

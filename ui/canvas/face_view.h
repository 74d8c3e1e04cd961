#pragma once

#include <QGraphicsPixmapItem>
#include <QGraphicsView>
#include <QImage>
#include <optional>

#include "ui/canvas/face_layers.h"

namespace rudolph {

class CanvasTool;

/// One zoomable photograph with layers of points: truth in green circles, prediction in red
/// crosses. The wheel zooms about the cursor, the middle button or Space with the left button pans,
/// a double click or F fits; all else is for the tool, where there is one. Points keep their size
/// on the screen at any zoom. Used by every page.
class FaceView : public QGraphicsView {
    Q_OBJECT

public:
    /// From this scale on, pixels are shown as squares.
    static constexpr double kPixelsShownFrom = 6;

    explicit FaceView(QWidget* parent = nullptr);

    /// Shows a picture and fits it into view when its size differs from the last one's.
    void setImage(const QImage& image);
    /// Shows no picture but a sentence that says why.
    void setMessage(const QString& message);
    void setTruth(const std::optional<PointLayer>& layer);
    void setPrediction(const std::optional<PointLayer>& layer);
    /// Always shows pixels as squares, as a network's small crop is best seen; else only when they
    /// are large on the screen.
    void setPixelsShown(bool shown);
    void setBox(const std::optional<rudolph::Box>& box_in_image);
    /// A ring about the place that something is said of.
    void setMarked(const std::optional<QPointF>& in_image);
    const std::optional<QPointF>& marked() const { return layers_.marked; }

    /// What the mouse and the keys do beside zooming and panning; not owned; null: nothing.
    void setTool(CanvasTool* tool);
    CanvasTool* tool() const { return tool_; }
    /// Scrolls so that a place of the image that is out of view is in its middle.
    void showPlace(QPointF in_image);
    /// Zooms until this part of the image fills the view, or the whole image fits.
    void showPart(const QRectF& in_image);
    /// The same about a face, with so much around it that one sees whose it is.
    void showFace(const rudolph::Box& box_in_image);

    bool hasImage() const { return !picture_->pixmap().isNull(); }
    /// The whole picture is shown, as nobody has zoomed or moved it.
    bool isFitted() const { return fitted_; }
    bool isPanning() const { return panning_; }
    QPixmap picture() const { return picture_->pixmap(); }
    /// Pixels of the screen for one of the image.
    double scaleNow() const;
    const QString& message() const { return message_; }
    const std::optional<PointLayer>& truth() const { return layers_.truth; }
    /// Shows the same part of its own picture, of the same size, as another view does of its one:
    /// for two views side by side.
    void followView(const FaceView& other);
    /// Where a point of the image is in the viewport, sub-pixel, and back.
    QPointF viewFromImage(QPointF in_image) const;
    QPointF imageFromView(QPointF in_view) const;
    bool numbersShown() const { return layers_.numbers; }
    bool linesShown() const { return layers_.lines; }

public slots:
    void setNumbersShown(bool shown);
    void setLinesShown(bool shown);
    /// Thin lines from each true point to its prediction.
    void setErrorsShown(bool shown);
    void fit();
    void zoomIn();
    void zoomOut();

signals:
    /// The cursor is over this pixel of the image (for a status line).
    void cursorMoved(QPointF in_image);
    /// Another part of the picture is shown, or at another scale.
    void viewMoved();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void zoom(double factor, QPointF about_in_view);
    double fittingScale() const;
    void applyScale(double scale);
    /// Moves the view so that a point of the image lies at this place of the viewport.
    void place(QPointF in_image, QPointF in_view);
    void updateCursor();

    QGraphicsPixmapItem* picture_ = nullptr;
    CanvasTool* tool_ = nullptr;
    QString message_;
    FaceLayers layers_;
    bool show_pixels_ = false;
    bool fitted_ = true;  ///< until the person zooms or pans
    bool panning_ = false;
    Qt::MouseButton panning_button_ = Qt::NoButton;
    bool space_held_ = false;
    QPointF last_mouse_;
};

}  // namespace rudolph

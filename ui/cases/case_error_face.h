#pragma once

#include <QWidget>
#include <optional>

#include "core/eval/point_errors.h"

namespace rudolph {

/// The error of each landmark, drawn on the mean face: a circle whose radius grows with it, and the
/// worst ones with their figures. The cursor, or Left and Right, read a point out.
class CaseErrorFace : public QWidget {
    Q_OBJECT

public:
    explicit CaseErrorFace(QWidget* parent = nullptr);

    /// `mean`: see mean_shape(), with the points of `scheme`; errors one a point.
    void setErrors(const Landmarks& mean, const LandmarkScheme& scheme,
                   const std::vector<MeanError>& errors);
    /// Whose errors these are.
    void setCaption(const QString& caption);
    /// The points of one part, told apart by a filled circle; none for std::nullopt.
    void setPart(std::optional<FacePart> part);
    void clear();
    /// What is read out now; empty: nothing.
    QString readout() const;
    QPointF placeOf(int point) const;

    QSize sizeHint() const override { return {320, 320}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    double errorOf(int point) const;
    double radiusOf(int point) const;
    QString textOf(int point) const;
    void readOut(int point);
    void paintLines(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintFigures(QPainter& painter) const;

    Landmarks mean_;
    LandmarkScheme scheme_;
    std::vector<MeanError> errors_;
    std::vector<FacePart> parts_;
    std::optional<FacePart> part_;
    QString caption_;
    std::vector<int> worst_;  ///< points with figures
    bool in_pixels_ = false;  ///< where no NME is known
    double largest_ = 0;
    int read_ = -1;
};

}  // namespace rudolph

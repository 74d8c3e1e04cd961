#pragma once

#include <optional>

#include "ui/canvas/face_view.h"

namespace rudolph {

/// A photograph with the truth, one run's prediction as red crosses and another's as blue diamonds.
class PairView : public FaceView {
    Q_OBJECT

public:
    using FaceView::FaceView;

    void setSecondPrediction(const std::optional<PointLayer>& layer);
    const std::optional<PointLayer>& secondPrediction() const { return second_; }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    std::optional<PointLayer> second_;
};

}  // namespace rudolph

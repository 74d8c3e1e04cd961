#pragma once

#include "ui/parts/face_gallery.h"

namespace rudolph {

class VariantModel;

/// All variants at once, as large as the room allows; it scrolls only where they would become too
/// small to see.
class VariantGrid : public FaceGallery {
    Q_OBJECT

public:
    explicit VariantGrid(VariantModel* model, QWidget* parent = nullptr);

    /// How many there will be, and how high a picture is for its width.
    void setVariants(int count, double height_by_width);
    /// Of a variant's picture on the screen.
    QSize tileSize() const { return tile_; }

signals:
    void tileSizeChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setTile(QSize tile);
    void fitTiles();

    int count_ = 1;
    double height_by_width_ = 1;
    QSize tile_ = {128, 128};
};

}  // namespace rudolph

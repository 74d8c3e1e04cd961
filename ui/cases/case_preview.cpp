#include "ui/cases/case_preview.h"

#include <QPainter>

#include "ui/cases/case_list_model.h"
#include "ui/charts/scatter_chart.h"
#include "ui/parts/face_tile.h"

namespace rudolph {
namespace {

constexpr int kSide = 160;
constexpr int kPreviewGap = 16;  // px from the point

}  // namespace

CasePreview::CasePreview(CaseListModel* model, QWidget* parent) : QLabel(parent), model_(model) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFrameShape(QFrame::Box);
    hide();
    connect(model_, &QAbstractItemModel::dataChanged, this, [this] {
        if (row_ >= 0)
            draw();
    });
}

void CasePreview::showRow(const ScatterChart* chart, int row) {
    const auto place = row >= 0 && row < model_->rowCount() ? chart->placeOf(row) : std::nullopt;
    row_ = place ? row : -1;
    setVisible(place.has_value());
    if (!place)
        return;
    draw();
    // Away from the edge of the page that it would leave.
    const QPoint point = chart->mapTo(parentWidget(), place->toPoint());
    QPoint at = point + QPoint(kPreviewGap, kPreviewGap);
    if (at.x() + kSide > parentWidget()->width())
        at.setX(point.x() - kPreviewGap - kSide);
    if (at.y() + kSide > parentWidget()->height())
        at.setY(point.y() - kPreviewGap - kSide);
    setGeometry(QRect(at, QSize(kSide, kSide)));
    raise();
}

void CasePreview::draw() {
    QPixmap pixmap(QSize(kSide, kSide) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&pixmap);
    paintFaceTile(painter, QRect(0, 0, kSide, kSide), model_->thumbnail(row_),
                  model_->caseAt(row_).result, model_->scheme(), palette(), model_->isBroken(row_));
    painter.end();
    setPixmap(pixmap);
}

}  // namespace rudolph

#include "ui/parts/face_gallery.h"

#include <QScrollBar>
#include <algorithm>

namespace rudolph {
namespace {

constexpr int kWantMs = 30;
constexpr int kNeighbourhood = 24;  // rows on either side of what is in view

}  // namespace

FaceGallery::FaceGallery(FaceThumbnails* thumbnails, FaceDelegate::TileOf tile_of, QWidget* parent)
    : QListView(parent),
      thumbnails_(thumbnails),
      delegate_(new FaceDelegate(this, thumbnails, std::move(tile_of))) {
    setItemDelegate(delegate_);
    setUniformItemSizes(true);
    setResizeMode(QListView::Adjust);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShape(Shape::Rows, {kRowPicture, kRowPicture});
    want_.setSingleShot(true);
    want_.setInterval(kWantMs);
    connect(&want_, &QTimer::timeout, this, &FaceGallery::wantThumbnails);
    for (QScrollBar* bar : {verticalScrollBar(), horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &FaceGallery::wantSoon);
    if (thumbnails)
        connect(thumbnails, &FaceThumbnails::loaded, viewport(), qOverload<>(&QWidget::update));
}

void FaceGallery::setShape(Shape shape, QSize picture, int padding) {
    shape_ = shape;
    delegate_->setShape(shape == Shape::Rows ? FaceDelegate::Shape::Row : FaceDelegate::Shape::Tile,
                        picture, padding);
    setViewMode(shape == Shape::Rows ? QListView::ListMode : QListView::IconMode);
    setFlow(shape == Shape::Rows ? QListView::TopToBottom : QListView::LeftToRight);
    setWrapping(shape == Shape::Grid);
    setMovement(QListView::Static);
    const bool line = shape == Shape::Line;
    setHorizontalScrollBarPolicy(line ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(line ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    doItemsLayout();
    wantSoon();
}

void FaceGallery::setModel(QAbstractItemModel* model) {
    QListView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &FaceGallery::wantSoon);
    connect(model, &QAbstractItemModel::layoutChanged, this, &FaceGallery::wantSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FaceGallery::wantSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FaceGallery::wantSoon);
}

void FaceGallery::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    wantSoon();
}

void FaceGallery::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    wantSoon();
}

void FaceGallery::wantSoon() {
    if (thumbnails_ && !want_.isActive())
        want_.start();
}

int FaceGallery::rowFrom(int place) const {
    int from = 0;
    int to = model()->rowCount();
    while (from < to) {
        const int middle = (from + to) / 2;
        const QRect rect = visualRect(model()->index(middle, 0));
        if ((shape_ == Shape::Line ? rect.right() : rect.bottom()) < place)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

std::pair<int, int> FaceGallery::rowsInView() const {
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0 || !isVisible())
        return {0, 0};
    const int length = shape_ == Shape::Line ? viewport()->width() : viewport()->height();
    return {rowFrom(0), std::min(rowFrom(length) + 1, count)};
}

void FaceGallery::wantThumbnails() {
    const auto [first, behind] = rowsInView();
    if (first == behind)
        return;
    const int last = behind - 1;
    const int count = model()->rowCount();
    std::vector<ThumbnailRequest> wanted;
    const auto add = [&](int row) {
        if (row < 0 || row >= count)
            return;
        if (const FaceTile tile = delegate_->tileOf()(model()->index(row, 0)); tile.picture)
            wanted.push_back(*tile.picture);
    };
    for (int row = first; row <= last; ++row)
        add(row);
    for (int away = 1; away <= kNeighbourhood; ++away) {
        add(last + away);
        add(first - away);
    }
    thumbnails_->want(wanted);
}

}  // namespace rudolph

#include "ui/train/filter_view.h"

#include <QPainter>
#include <utility>

#include "ui/base/palette.h"
#include "ui/train/filter_pictures.h"

namespace rudolph {

namespace {

constexpr int kFilterGap = 6;
constexpr int kLargestFilter = 64;
constexpr int kSmallestFilter = 12;

/// The largest square with which so many fit into the area.
int sideFor(QSize area, int count) {
    for (int side = kLargestFilter; side > kSmallestFilter; --side) {
        const int across = std::max(1, (area.width() + kFilterGap) / (side + kFilterGap));
        const int down = (count + across - 1) / across;
        if (down * (side + kFilterGap) - kFilterGap <= area.height())
            return side;
    }
    return kSmallestFilter;
}

}  // namespace

FilterView::FilterView(QWidget* parent) : QWidget(parent), job_(JobOrder::Steady) {
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) { take({}, error.what); });
    setModel({});
}

void FilterView::setModel(const std::filesystem::path& model_file) {
    model_file_ = model_file;
    changed_ = true;
    if (model_file_.empty()) {
        job_.drop();
        pictures_.clear();
        message_ = tr("While a network is trained: the patterns that its first layer looks for.");
        changed_ = false;
        update();
    } else if (isVisible()) {
        load();
    }
}

void FilterView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (changed_)
        load();
}

void FilterView::load() {
    changed_ = false;
    job_.start([file = model_file_](JobContext&) { return firstLayerFilters(file); },
               [this](std::vector<QImage> pictures) {
                   take(std::move(pictures),
                        tr("The first layer of this network is no convolution."));
               });
}

void FilterView::take(std::vector<QImage> pictures, const QString& otherwise) {
    pictures_ = std::move(pictures);
    message_ = otherwise;
    update();
}

void FilterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (pictures_.empty()) {
        painter.setPen(faintText(palette()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    const auto count = static_cast<int>(pictures_.size());
    const int side = sideFor(size(), count);
    const int across = std::max(1, (width() + kFilterGap) / (side + kFilterGap));
    for (int i = 0; i < count; ++i) {
        const QRect tile(i % across * (side + kFilterGap), i / across * (side + kFilterGap), side,
                         side);
        if (tile.top() >= height())
            break;
        painter.drawImage(tile, pictures_[static_cast<size_t>(i)]);
    }
}

}  // namespace rudolph

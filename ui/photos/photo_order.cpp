#include "ui/photos/photo_order.h"

#include <utility>

namespace rudolph {

PhotoOrder::PhotoOrder(PhotoListModel* photos, QObject* parent)
    : QSortFilterProxyModel(parent), photos_(photos) {
    setSourceModel(photos);
}

void PhotoOrder::setWhich(Which which) {
    which_ = which;
    matched_.clear();
    invalidateFilter();
}

void PhotoOrder::setBy(By by) {
    by_ = by;
    confident_.clear();
    // −1: in the order in which they came. First of all, as a column is not sorted twice.
    sort(-1);
    if (by != By::Added)
        sort(0);
}

const PhotoEntry& PhotoOrder::entry(int row) const {
    return photos_->entry(mapToSource(index(row, 0)).row());
}

int PhotoOrder::idAt(int row) const {
    return row >= 0 && row < rowCount() ? entry(row).id : -1;
}

int PhotoOrder::rowOfId(int id) const {
    const int row = photos_->rowOf(id);
    return row < 0 ? -1 : mapFromSource(photos_->index(row)).row();
}

bool PhotoOrder::matches(const PhotoEntry& entry) const {
    switch (which_) {
        case Which::All:
            return true;
        case Which::WithoutFace:
            return !entry.isVideo() && entry.state == PhotoState::Done &&
                   entry.reading.faces.empty();
        case Which::Doubtful:
            return entry.doubtfulCount() > 0;
        case Which::Broken:
            return entry.state == PhotoState::Broken;
    }
    return true;
}

bool PhotoOrder::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    const PhotoEntry& entry = photos_->entry(row);
    if (which_ != Which::All && matches(entry))
        matched_.insert(entry.id);
    return which_ == Which::All || matched_.contains(entry.id);
}

double PhotoOrder::confidenceOf(const PhotoEntry& entry) const {
    constexpr double kUnknown = 2;  // comes last
    const auto known = confident_.constFind(entry.id);
    if (known != confident_.constEnd())
        return *known;
    const auto least = entry.leastConfidence();
    if (least)
        confident_.insert(entry.id, *least);
    return least.value_or(kUnknown);
}

bool PhotoOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const PhotoEntry& a = photos_->entry(left.row());
    const PhotoEntry& b = photos_->entry(right.row());
    if (by_ == By::Name) {
        const auto key = [](const PhotoEntry& entry) { return entry.file.filename().string(); };
        return std::pair(key(a), a.id) < std::pair(key(b), b.id);
    }
    return std::pair(confidenceOf(a), a.id) < std::pair(confidenceOf(b), b.id);
}

}  // namespace rudolph

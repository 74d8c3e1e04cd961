#include "ui/photos/photo_list_model.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/video/video_reader.h"
#include "ui/base/path_convert.h"
#include "ui/photos/photo_words.h"

namespace rudolph {

int PhotoEntry::doubtfulCount() const {
    return static_cast<int>(std::count_if(reading.faces.begin(), reading.faces.end(),
                                          [](const PhotoFace& face) { return face.doubtful(); }));
}

std::optional<double> PhotoEntry::leastConfidence() const {
    std::optional<double> least;
    for (const PhotoFace& face : reading.faces)
        if (face.confidence)
            least = std::min(least.value_or(1), face.confidence->face);
    return least;
}

int PhotoListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant PhotoListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PhotoEntry& entry = this->entry(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return toQString(entry.file.filename());
        case Qt::ToolTipRole:
            return photoTip(entry);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2").arg(toQString(entry.file.filename()),
                                                photoSummary(entry));
        case IdRole:
            return entry.id;
        case FileRole:
            return toQString(entry.file);
        default:
            return {};
    }
}

const PhotoEntry* PhotoListModel::find(int id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : &entry(row);
}

int PhotoListModel::rowOf(int id) const {
    return row_of_.value(id, -1);
}

int PhotoListModel::idOf(const std::filesystem::path& file) const {
    return id_of_.value(toQString(file), -1);
}

PhotoCounts PhotoListModel::counts() const {
    PhotoCounts counts;
    for (const PhotoEntry& entry : entries_) {
        if (entry.isVideo()) {
            ++counts.videos;
            counts.broken += entry.state == PhotoState::Broken ? 1 : 0;
            continue;
        }
        ++counts.pictures;
        counts.waiting += entry.state == PhotoState::Waiting ? 1 : 0;
        counts.broken += entry.state == PhotoState::Broken ? 1 : 0;
        const bool done = entry.state == PhotoState::Done;
        counts.without_face += done && entry.reading.faces.empty() ? 1 : 0;
        counts.faces += static_cast<int>(entry.reading.faces.size());
        counts.doubtful += entry.doubtfulCount();
    }
    return counts;
}

std::vector<int> PhotoListModel::add(const std::vector<std::filesystem::path>& files) {
    std::vector<PhotoEntry> fresh;
    for (const std::filesystem::path& file : files) {
        const QString key = toQString(file);
        if (id_of_.contains(key))
            continue;
        PhotoEntry entry;
        entry.id = next_id_++;
        entry.file = file;
        if (has_video_extension(file))
            entry.kind = PhotoKind::Video;
        id_of_.insert(key, entry.id);
        fresh.push_back(std::move(entry));
    }
    std::vector<int> ids;
    if (fresh.empty())
        return ids;
    const size_t first = entries_.size();
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + fresh.size()) - 1);
    for (PhotoEntry& entry : fresh) {
        ids.push_back(entry.id);
        entries_.push_back(std::move(entry));
    }
    numberRows(first);
    endInsertRows();
    emit allChanged();
    return ids;
}

std::vector<PhotoListModel::Placed> PhotoListModel::take(const std::vector<int>& ids) {
    std::vector<Placed> taken;
    std::set<int> rows;
    for (const int id : ids)
        if (const int row = rowOf(id); row >= 0)
            rows.insert(row);
    if (rows.empty())
        return taken;
    for (const int row : rows)
        taken.emplace_back(row, entry(row));
    // Of a single row, views keep what is chosen beside it.
    const bool single = rows.size() == 1;
    if (single)
        beginRemoveRows({}, *rows.begin(), *rows.begin());
    else
        beginResetModel();
    std::vector<PhotoEntry> left;
    for (int row = 0; row < rowCount(); ++row)
        if (!rows.contains(row))
            left.push_back(std::move(entries_[static_cast<size_t>(row)]));
    entries_ = std::move(left);
    for (const auto& [row, entry] : taken) {
        row_of_.remove(entry.id);
        id_of_.remove(toQString(entry.file));
    }
    numberRows(0);
    if (single)
        endRemoveRows();
    else
        endResetModel();
    emit allChanged();
    return taken;
}

void PhotoListModel::restore(const std::vector<Placed>& taken) {
    if (taken.empty())
        return;
    beginResetModel();
    std::vector<PhotoEntry> all;
    all.reserve(entries_.size() + taken.size());
    size_t next = 0;
    size_t old = 0;
    while (old < entries_.size() || next < taken.size()) {
        const bool here =
            next < taken.size() &&
            (taken[next].first <= static_cast<int>(all.size()) || old == entries_.size());
        if (here) {
            const PhotoEntry& entry = taken[next++].second;
            // The same file may have been added again meanwhile.
            if (id_of_.contains(toQString(entry.file)))
                continue;
            id_of_.insert(toQString(entry.file), entry.id);
            all.push_back(entry);
        } else {
            all.push_back(std::move(entries_[old++]));
        }
    }
    entries_ = std::move(all);
    numberRows(0);
    endResetModel();
    emit allChanged();
}

void PhotoListModel::tellChanged(int row) {
    emit dataChanged(index(row), index(row));
    emit entryChanged(entry(row).id);
}

void PhotoListModel::numberRows(size_t from) {
    for (size_t row = from; row < entries_.size(); ++row)
        row_of_.insert(entries_[row].id, static_cast<int>(row));
}

}  // namespace rudolph

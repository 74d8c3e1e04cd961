#pragma once

#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// Which photographs are listed, and in which order. A photograph that stops matching while one
/// edits it stays, where it is, until filter or order are set again: lists must not jump under the
/// hand. Those that come to match are added.
class PhotoOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Which { All, WithoutFace, Doubtful, Broken };
    enum class By { Added, Name, Confidence };

    explicit PhotoOrder(PhotoListModel* photos, QObject* parent = nullptr);

    void setWhich(Which which);
    void setBy(By by);

    const PhotoEntry& entry(int row) const;
    int idAt(int row) const;    ///< −1 beyond the end
    int rowOfId(int id) const;  ///< −1: not listed

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool matches(const PhotoEntry& entry) const;
    double confidenceOf(const PhotoEntry& entry) const;

    PhotoListModel* photos_;
    Which which_ = Which::All;
    By by_ = By::Added;
    mutable QSet<int> matched_;             ///< since the filter was set, by id
    mutable QHash<int, double> confident_;  ///< as it was known first since the order was set
};

}  // namespace rudolph

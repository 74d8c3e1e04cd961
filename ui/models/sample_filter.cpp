#include "ui/models/sample_filter.h"

#include <algorithm>

namespace rudolph {
namespace {

/// From here on telling views about every run of rows that goes takes longer than 50 ms.
constexpr int kMostThinnedOut = 10000;

}  // namespace

void SampleFilter::setQuery(const SampleQuery& query) {
    if (query == query_)
        return;
    query_ = query;
    words_ = query.text.simplified().split(' ', Qt::SkipEmptyParts);
    QAbstractItemModel* source = sourceModel();
    if (source != nullptr && source->rowCount() > kMostThinnedOut) {
        setSourceModel(nullptr);
        setSourceModel(source);
    } else {
        invalidateFilter();
    }
}

bool SampleFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    const auto* faces = qobject_cast<const SampleListModel*>(sourceModel());
    if (faces == nullptr)
        return true;
    const Sample& sample = faces->sample(row);
    if (query_.person && sample.person != *query_.person)
        return false;
    if (query_.view && sample.view != query_.view)
        return false;
    if (query_.side && faces->side(row) != *query_.side)
        return false;
    if (words_.isEmpty())
        return true;
    const QString id = QString::fromStdString(sample.id);
    const QString person = QString::fromStdString(sample.person);
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
        return id.contains(word, Qt::CaseInsensitive) || person.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace rudolph

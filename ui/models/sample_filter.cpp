#include "ui/models/sample_filter.h"

#include <algorithm>

namespace rudolph {

void SampleFilter::setText(const QString& text) {
    words_ = text.simplified().split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void SampleFilter::setPerson(const std::optional<std::string>& person) {
    person_ = person;
    invalidateFilter();
}

void SampleFilter::setView(std::optional<int> view) {
    view_ = view;
    invalidateFilter();
}

void SampleFilter::setSide(std::optional<SplitSide> side) {
    side_ = side;
    invalidateFilter();
}

bool SampleFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    const auto* faces = qobject_cast<const SampleListModel*>(sourceModel());
    if (faces == nullptr)
        return true;
    const Sample& sample = faces->sample(row);
    if (person_ && sample.person != *person_)
        return false;
    if (view_ && sample.view != view_)
        return false;
    if (side_ && faces->side(row) != *side_)
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

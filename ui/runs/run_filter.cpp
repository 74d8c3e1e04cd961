#include "ui/runs/run_filter.h"

#include <algorithm>
#include <cmath>

#include "core/runs/run_table.h"
#include "ui/parts/run_state_text.h"
#include "ui/runs/run_columns.h"

namespace rudolph {

RunFilter::RunFilter(RunTableModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), model_(model) {
    setSourceModel(model);
    setSortRole(RunTableModel::SortRole);
}

void RunFilter::setSearch(const QString& text) {
    words_ = WordSearch(text);
    invalidateFilter();
}

void RunFilter::setState(std::optional<RunState> state) {
    state_ = state;
    invalidateFilter();
}

void RunFilter::setStarredOnly(bool starred) {
    starred_ = starred;
    invalidateFilter();
}

void RunFilter::setTag(const QString& tag) {
    tag_ = tag.toStdString();
    invalidateFilter();
}

const RunEntryPtr& RunFilter::runAt(const QModelIndex& proxy_index) const {
    return model_->runAt(mapToSource(proxy_index).row());
}

bool RunFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto column = static_cast<RunColumn>(left.column());
    const RunEntry& a = *model_->runAt(left.row());
    const RunEntry& b = *model_->runAt(right.row());
    const QVariant a_key = runColumnKey(column, a);
    const QVariant b_key = runColumnKey(column, b);
    const bool falling = sortOrder() == Qt::DescendingOrder;
    if (a_key.userType() == QMetaType::Double) {
        const double x = a_key.toDouble();
        const double y = b_key.toDouble();
        // Last whichever way round: then the model asks for "greater".
        if (std::isnan(x) != std::isnan(y))
            return std::isnan(x) == falling;
        if (x != y && !std::isnan(x))
            return x < y;
    } else {
        const QString x = a_key.toString();
        const QString y = b_key.toString();
        if (x.isEmpty() != y.isEmpty())
            return x.isEmpty() == falling;
        const int order = QString::localeAwareCompare(x, y);
        if (order != 0)
            return order < 0;
    }
    const bool newer = a.started_seconds != b.started_seconds
                           ? a.started_seconds > b.started_seconds
                           : a.run.name > b.run.name;
    const bool older = a.started_seconds != b.started_seconds
                           ? a.started_seconds < b.started_seconds
                           : a.run.name < b.run.name;
    return falling ? older : newer;
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const RunEntry& run = *model_->runAt(row);
    if (state_ && run.run.summary.state != *state_)
        return false;
    if (starred_ && !run.marks.starred)
        return false;
    const auto& tags = run.marks.tags;
    if (!tag_.empty() && std::find(tags.begin(), tags.end(), tag_) == tags.end())
        return false;
    if (words_.isEmpty())
        return true;
    // As the table shows them.
    const std::string changes = runChangesText(run).toStdString();
    const std::string tags_in_one = tags_text(tags);
    const std::string state = runStateText(run.run.summary.state).toStdString();
    return words_.matches({run.run.name, run.run.experiment.name, run.run.experiment.data,
                           run.preset, changes, tags_in_one, run.marks.note, state});
}

}  // namespace rudolph

#include "ui/runs/run_filter.h"

#include <algorithm>
#include <cmath>

#include "core/runs/run_table.h"
#include "ui/base/path_convert.h"
#include "ui/parts/run_state_text.h"
#include "ui/runs/run_columns.h"

namespace rudolph {

RunFilter::RunFilter(RunTableModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), model_(model) {
    setSourceModel(model);
    setSortRole(RunTableModel::SortRole);
    connect(model, &RunTableModel::foldingChanged, this, [this] { invalidateFilter(); });
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

std::vector<RunEntryPtr> RunFilter::shownPoints() const {
    std::vector<RunEntryPtr> points;
    for (int place = 0; place < rowCount(); ++place) {
        const int row = mapToSource(index(place, 0)).row();
        const StudyEntryPtr study = model_->studyAt(row);
        // Of one that is unfolded the runs have rows of their own.
        if (!study || !model_->isUnfolded(toQString(study->folder)))
            points.push_back(model_->runAt(row));
    }
    return points;
}

std::vector<RunEntryPtr> RunFilter::shownRuns() const {
    std::vector<RunEntryPtr> runs;
    for (const RunEntryPtr& point : shownPoints()) {
        const StudyEntryPtr study = model_->studyAt(model_->rowOf(toQString(point->run.folder)));
        if (!study)
            runs.push_back(point);
        else
            for (const RunEntryPtr& run : study->runs)
                if (const int part = model_->rowOf(toQString(run->run.folder));
                    part >= 0 && matchesInStudy(part))
                    runs.push_back(model_->runAt(part));
    }
    return runs;
}

bool RunFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto column = static_cast<RunColumn>(left.column());
    const auto group = [this](int row) {
        const StudyEntryPtr study = model_->studyOfRun(row);
        const int study_row = study ? model_->rowOf(toQString(study->folder)) : -1;
        return study_row >= 0 ? study_row : row;
    };
    const int left_group = group(left.row());
    const int right_group = group(right.row());
    if (left_group != right_group)
        return isBefore(left_group, right_group, column);
    // A study stands above its runs whichever way round: then the model asks for "greater".
    const bool falling = sortOrder() == Qt::DescendingOrder;
    if (left.row() == left_group || right.row() == right_group)
        return (left.row() == left_group) != falling && left.row() != right.row();
    return isBefore(left.row(), right.row(), column);
}

bool RunFilter::isBefore(int left, int right, RunColumn column) const {
    const RunEntry& a = *model_->runAt(left);
    const RunEntry& b = *model_->runAt(right);
    const QVariant a_key = model_->keyAt(left, column);
    const QVariant b_key = model_->keyAt(right, column);
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
    if (const StudyEntryPtr study = model_->studyOfRun(row))
        return model_->isUnfolded(toQString(study->folder)) && matchesInStudy(row);
    const StudyEntryPtr study = model_->studyAt(row);
    return matches(row) ||
           (study &&
            std::any_of(study->runs.begin(), study->runs.end(), [this](const RunEntryPtr& run) {
                const int part = model_->rowOf(toQString(run->run.folder));
                return part >= 0 && matches(part);
            }));
}

bool RunFilter::matchesInStudy(int row) const {
    const StudyEntryPtr study = model_->studyOfRun(row);
    const int study_row = study ? model_->rowOf(toQString(study->folder)) : -1;
    return matches(row) || (study_row >= 0 && matches(study_row));
}

bool RunFilter::matches(int row) const {
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
    const std::string changes = model_->textAt(row, RunColumn::Changed).toStdString();
    const std::string tags_in_one = tags_text(tags);
    const std::string state = runStateText(run.run.summary.state).toStdString();
    const std::string name = model_->textAt(row, RunColumn::Name).toStdString();
    return words_.matches({name, run.run.name, run.run.experiment.name, run.run.experiment.data,
                           run.preset, changes, tags_in_one, run.marks.note, state});
}

}  // namespace rudolph

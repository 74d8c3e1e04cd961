#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "ui/base/word_search.h"
#include "ui/runs/run_table_model.h"

namespace rudolph {

/// Runs sorted by any column (numbers as numbers, what is not known last, equal ones newest first)
/// and filtered. The runs of a study stand below it where it is unfolded, and are hidden where it
/// is not; a study is shown where it or one of its runs matches.
class RunFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunFilter(RunTableModel* model, QObject* parent = nullptr);

    /// Words that must all be found in name, experiment, data, preset, changes, tags or note.
    void setSearch(const QString& text);
    void setState(std::optional<RunState> state);
    void setStarredOnly(bool starred);
    /// Empty: any.
    void setTag(const QString& tag);

    RunTableModel* runs() const { return model_; }
    const RunEntryPtr& runAt(const QModelIndex& proxy_index) const;
    /// The runs that are let through in the order of the table, with those of studies that are
    /// folded; no studies.
    std::vector<RunEntryPtr> shownRuns() const;
    /// Likewise, but a study that is folded as one run, with its means.
    std::vector<RunEntryPtr> shownPoints() const;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool matches(int row) const;
    /// Of a run of a study, as soon as the study itself does.
    bool matchesInStudy(int row) const;
    bool isBefore(int left, int right, RunColumn column) const;

    RunTableModel* model_;
    WordSearch words_;
    std::optional<RunState> state_;
    bool starred_ = false;
    std::string tag_;
};

}  // namespace rudolph

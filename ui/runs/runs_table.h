#pragma once

#include <QTableView>

#include "ui/runs/run_filter.h"

class QMenu;

namespace rudolph {

/// The table of runs: the person arranges its columns, which is remembered, and edits stars, tags
/// and notes in it.
class RunsTable : public QTableView {
    Q_OBJECT

public:
    explicit RunsTable(RunFilter* filter, QWidget* parent = nullptr);

    /// The chosen runs, from the top down.
    std::vector<RunEntryPtr> chosen() const;
    QStringList chosenFolders() const;
    /// All that the filter lets through, in the order of the table.
    std::vector<RunEntryPtr> shown() const;
    /// Those that are shown; false: none of them is.
    bool choose(const QStringList& run_folders);
    void editColumn(RunColumn column);
    /// To show and hide columns.
    void fillColumnMenu(QMenu* menu);

signals:
    void chosenChanged();
    void casesRequested(const QString& run_folder);

private:
    void restoreColumns();
    void rememberColumns();

    RunFilter* filter_;
};

}  // namespace rudolph
